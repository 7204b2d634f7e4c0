"""An edition becomes a document: what goes in, where, once, and as it stood on its day (RECORD-FORMAT, « editions »)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from textwrap import dedent

import pytest
from made_documents import made as made_of

from repositories import MakeRepository
from traite_cli.circulating import making
from traite_cli.errors import Refused
from traite_cli.workspace import Workspace

TOML = 'name = "Collectif Test"\norganisation = "c"\naudience = "public"\n'

FILES = {
    "organisations/c.md": "---\nname: Collectif Test\nclassification: collective\n---\n",
    "organisations/ecpat.md": "---\nname: ECPAT France\ncollective_membership: member\n---\n",
    "organisations/ccem.md": "---\nname: Comité\nacronym: CCEM\ncollective_membership:\n  - {status: candidate, date: 2014-12-01}\n---\n\nLe CCEM demande à entrer.\n",
    "organisations/min.md": "---\nname: Ministère\n---\n",
    "people/alice.md": "---\nname: Alice\nmemberships:\n  - {organisation: ecpat, role: présidente}\n  - {organisation: c, role: coordinatrice}\n---\n",
    "people/bob.md": """\
        ---
        name: Bob
        memberships:
          - {organisation: min, role: conseiller, end_date: 2014-10}
          - {organisation: min, role: directeur, start_date: 2014-11}
        ---
        """,
    "people/eve.md": "---\nname: Ève\n---\n",
    "topics/sejour.md": "---\ntitle: Titre de séjour\n---\n",
    "topics/silence.md": "---\ntitle: Rien de neuf\n---\n",
    "meetings/ministere.md": """\
        ---
        title: Rencontre au ministère
        short_title: au ministère
        date: 2014-10-22
        classification: institutional
        participants: [alice, eve]
        interlocutors: [bob]
        decisions: [Écrire au ministre.]
        ---

        On a parlé du séjour.

        ## [Le séjour](../topics/sejour.md)

        Le ministère promet une lettre.
        """,
    "meetings/pleniere.md": """\
        ---
        title: Plénière
        date: 2014-11-18
        classification: plenary
        participants: [alice]
        ---

        Divers de la plénière.

        ## [Le séjour](../topics/sejour.md)

        La plénière prend acte.

        ## Autre point

        Autre chose encore.
        """,
    "meetings/colloque.md": "---\ntitle: Colloque\ndate: 2014-11-27\nplace: à Paris\nclassification: event\norganisers: [ecpat, ccem]\n---\n",
    "meetings/seminaire.md": "---\ntitle: Séminaire\ndate: 2014-11-28\nclassification: event\norganisers: [ecpat]\n---\n\n(voir ECPAT)\n\nSuite.\n",
    "meetings/annulee.md": "---\ntitle: Annulée\ndate: 2014-12-02\ncancelled: true\n---\n",
    "meetings/vieille.md": "---\ntitle: Vieille\ndate: 2014-09-01\nclassification: institutional\n---\n",
    "meetings/le-jour-meme.md": "---\ntitle: Le jour même\ndate: 2015-01-22\n---\n",
    "meetings/prochaine.md": """\
        ---
        title: Prochaine
        date: 2015-02-02
        time: 9:30/12:00
        place: au siège
        room: Salle 3
        participants: [alice]
        agenda:
          - Un
          - {title: Deux, part: Informations rapides}
          - Trois
        ---

        Ce qu’on y dira.
        """,
    "updates/neuve.md": "---\ntitle: N1\ndate: 2014-12-10\ntopics: sejour\n---\n\nUne nouvelle.\n",
    "updates/vieille.md": "---\ntitle: N0\ndate: 2014-09-10\ntopics: silence\n---\n\nUne vieille nouvelle.\n",
    "updates/tard.md": "---\ntitle: N2\ndate: 2015-03-10\ntopics: silence\n---\n\nUne nouvelle d’après.\n",
    "commitments/lettre.md": """\
        ---
        title: Une lettre
        by: bob
        on_behalf_of: min
        made_at: ministere
        due: 2014-12
        follow_ups:
          - {date: 2014-09-01, note: Trop tôt.}
          - {date: 2014-12-15, status: in_progress, note: La lettre est à la signature.}
          - {date: 2015-02-15, status: kept, note: Après coup.}
        ---
        """,
    "commitments/autre.md": "---\ntitle: Une autre\nby: alice\nmade_on: 2014-11\ndue: 2015-06\n---\n",
    "commitments/sans-date.md": "---\ntitle: Un jour\nby: alice\nmade_on: 2014-10-01\n---\n",
    "commitments/tenue.md": "---\ntitle: Tenue avant\nby: alice\nmade_on: 2014-01-01\nfollow_ups: [{date: 2014-02-01, status: kept, note: Fait.}]\n---\n",
    "requests/q.md": """\
        ---
        title: Questions
        to: min
        date: 2014-10-01
        raised_at: ministere
        answers:
          - {item: 1, status: answered, text: Oui.}
          - {item: 3, status: answered, text: Tard., date: 2015-02-01}
        ---

        Voici nos questions :

        1. Une ?
        2. Deux ?
        3. Trois ?
        """,
    "documents/rapport.md": "---\ntitle: Rapport\n---\n",
    "editions/precedente.md": "---\ntitle: Zéro\ndate: 2014-09-30\n---\n",
}
EDITION = {
    "editions/e.md": """\
        ---
        title: Document
        place: Paris
        date: 2015-01-22
        next_meeting: prochaine
        authors: alice
        contributors: [bob, eve]
        enclosures: [{document: rapport, note: à lire}]
        ---

        Note d’ouverture.
        """,
}
Markdown = Callable[..., str]
Make = Callable[..., Workspace]


@pytest.fixture
def make(make_repository: MakeRepository) -> Make:
    """Make the repository with an edition of one's own."""

    def made(edition: str = "", more: Mapping[str, str] | None = None, toml: str = TOML) -> Workspace:
        own = {"editions/e.md": f"---\ntitle: Document\ndate: 2015-01-22\n{dedent(edition)}---\n"} if edition else EDITION
        return make_repository({**{path: dedent(text) for path, text in FILES.items()}, **own, **(more or {})}, toml)

    return made


def headings(text: str, level: int = 3) -> list[str]:
    return re.findall(rf"(?m)^{'#' * level} (.+)$", text)


def section(text: str, number: int) -> str:
    """The text of a numbered section, without its heading."""
    return re.split(r"(?m)^#{2,3} ", text.partition(f"### {number} – ")[2])[0].partition("\n")[2].strip()


# --- by default ---------------------------------------------------------------------------------------------------------------


def test_an_edition_that_says_nothing_has_the_sections_of_its_period(make: Make, markdown: Markdown) -> None:
    """One per institutional meeting held since the edition before, one per topic with news, the events, the candidatures."""
    text = markdown(make(), "e")
    assert [one for one in headings(text) if one[0].isdigit()] == [
        "1 – Rencontre au ministère",
        "2 – Titre de séjour",
        "3 – Autres rencontres et nouvelles",
        "4 – Comité",
    ]
    assert "22 octobre et 18 novembre 2014" in text.replace("\u00a0", " ")


def test_the_first_edition_reports_from_the_beginning(make: Make, markdown: Markdown) -> None:
    """Without an edition before it, everything until its date is in its period."""
    workspace = make()
    (workspace.root / "records/editions/precedente.md").unlink()
    text = markdown(Workspace(workspace.root), "e")
    assert "1 – Vieille" in headings(text)
    assert "Une vieille nouvelle." in text


def test_a_meeting_of_the_day_is_not_held_yet(make: Make, markdown: Markdown) -> None:
    """An edition of 22 January reports no meeting of 22 January by itself."""
    assert "Le jour même" not in markdown(make(), "e")
    assert "Annulée" not in markdown(make(), "e")


def test_a_period_and_meetings_of_one_s_own_count(make: Make, markdown: Markdown) -> None:
    """What the edition names, and nothing else."""
    text = markdown(make("period: 2014-11/2014-12\nmeetings: [pleniere]\n"), "e")
    assert "18 novembre 2014" in text.replace("\u00a0", " ")
    assert "22 octobre" not in text.replace("\u00a0", " ")
    assert "CCEM" in text


def test_those_who_made_it_are_named_with_their_function_in_the_collective(make: Make, markdown: Markdown) -> None:
    """Not with the one they have elsewhere; helpers by their names, and the collective with its article."""
    text = markdown(make(), "e")
    assert "Document de travail réalisé par Alice, coordinatrice\\\navec Bob et Ève\\\nPour le Collectif Test" in text
    assert "- Rapport\u00a0: à lire" in text


# --- sections -----------------------------------------------------------------------------------------------------------------


def test_a_meeting_s_section_gives_requests_minutes_and_news(make: Make, markdown: Markdown) -> None:
    """In this order; of the promises made there, the news of the period."""
    text = section(markdown(make("sections: [{title: S, text: D’abord., meeting: ministere}]\n"), "e"), 1)
    order = ["D’abord.", "Voici nos questions", "1. Une", "On a parlé du séjour.", "#### Le séjour", "promet une lettre", "à la signature"]
    places = [text.find(one) for one in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "Trop tôt" not in text
    assert "Après coup" not in text


def test_a_topic_s_section_gives_updates_and_minutes_filed_elsewhere(make: Make, markdown: Markdown) -> None:
    """Not the minutes of meetings with a section of their own; and the topic's name is not said twice."""
    text = section(markdown(make("sections: [{topic: sejour}, {meeting: ministere}]\n"), "e"), 1)
    assert text == "Une nouvelle.\n\nLa plénière prend acte."


def test_a_passage_is_printed_once(make: Make, markdown: Markdown) -> None:
    """Whoever names it again gets what is left."""
    text = markdown(
        make(
            "sections: [{title: A, topic: sejour}, {title: B, records: [updates/neuve, meetings/pleniere]}, {title: C, records: [meetings/pleniere]}]\n"
        ),
        "e",
    )
    for words in ("Une nouvelle.", "La plénière prend acte.", "Divers de la plénière.", "Autre chose encore."):
        assert text.count(words) == 1
    assert "La plénière prend acte." in section(text, 1)
    assert section(text, 2).startswith("Divers de la plénière.")


def test_records_are_printed_each_in_the_way_of_its_kind(make: Make, markdown: Markdown) -> None:
    """In the order given; an event is one line: title, date, place, then its body, or its organisers."""
    records = "[meetings/seminaire, meetings/colloque, documents/rapport, organisations/ccem, commitments/lettre, people/eve, editions/precedente, topics/silence, requests/q]"
    text = section(markdown(make(f"sections: [{{title: S, records: {records}}}]\n"), "e"), 1).replace("\u00a0", " ")
    order = [
        "- « Séminaire », 28 novembre 2014 (voir ECPAT)\n\n  Suite.", "- « Colloque », 27 novembre 2014 à Paris (ECPAT France et CCEM)", "**Rapport**",
        "**Comité**", "Le CCEM demande", "**Une lettre**, Bob, décembre 2014", "à la signature", "**Ève**", "**Zéro**, 30 septembre 2014", "Voici nos questions",
    ]  # fmt: skip
    places = [text.find(one) for one in order]
    assert -1 not in places, (order[places.index(-1)], text)
    assert places == sorted(places)


def test_titles_and_subjects_have_their_defaults(make: Make, markdown: Markdown) -> None:
    """A title is that of what the section draws on, a subject is its title."""
    text = markdown(make("sections: [{subject: Le sujet, meeting: ministere}, {title: Le titre, topic: sejour}, {text: Seul.}]\n"), "e")
    subjects = re.findall(r"(?m)^\d[.)] (.+)$", text.partition("##")[2].partition("## Synth")[0])
    assert subjects == ["Le sujet", "Le titre", "Autres rencontres et nouvelles"]
    assert [one[4:] for one in headings(text) if one[0].isdigit()] == [
        "Rencontre au ministère",
        "Le titre",
        "Autres rencontres et nouvelles",
    ]


def test_headings_of_bodies_stand_below_their_section(make: Make, markdown: Markdown) -> None:
    """None is as high as a section, and none skips a level."""
    text = markdown(make(), "e")
    levels = [len(found) for found in re.findall(r"(?m)^(#+) ", text)]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert "#### Le séjour" in text


# --- as of a day --------------------------------------------------------------------------------------------------------------


def test_a_document_stands_as_on_its_own_date(make: Make, markdown: Markdown) -> None:
    """What came later is not in it, unless a later day is asked about."""
    from datetime import date

    workspace = make(
        "period: 2014-10/2015-12\nparts: [commitments, questions]\nsections: [{title: S, topic: silence, meeting: ministere}]\n"
    )
    then = markdown(workspace, "e")
    assert "Une nouvelle d’après." not in then
    assert "3. Trois" in then
    assert "| 3 | Trois" in then
    assert "en cours" in then
    later = markdown(workspace, "e", day=date(2015, 12, 31))
    assert "Une nouvelle d’après." in later
    assert "| 3 | Trois" not in later
    assert "Après coup." in later


def test_a_document_can_be_looked_at_before_its_date(make: Make, markdown: Markdown) -> None:
    """As a draft: what has happened by then is in it, later meetings are planned, and its audience holds as ever."""
    from datetime import date

    edition = "audience: contributors\nmeetings: [ministere, pleniere]\nsections: [{title: Secret, meeting: ministere}, {title: Caché, meeting: pleniere}]\n"
    workspace = make(edition)
    draft = markdown(workspace, "e", day=date(2014, 11, 1))
    assert "On a parlé du séjour." in draft
    assert "Divers de la plénière." not in draft
    assert "rencontre du 18" not in draft.replace("\u00a0", " ")
    public = markdown(workspace, "e", day=date(2014, 11, 1), audience="public")
    assert "Secret" not in public
    assert "On a parlé du séjour." in public


def test_the_next_meeting_is_announced_with_its_agenda(make: Make, markdown: Markdown) -> None:
    """Date, time, place, room; points of one part stand under its heading; what will be said there is not said yet."""
    text = markdown(make(), "e").replace("\u00a0", " ")
    assert "## Prochaine rencontre du Collectif Test\n\n**Lundi 2 février 2015 : de 9h30 à 12h00** au siège. Salle 3\n\n" in text
    assert "**À l’ordre du jour**\n\n- Un\n- Trois\n\n**Informations rapides**\n\n- Deux\n" in text
    assert "Ce qu’on y dira" not in text


# --- attendance ---------------------------------------------------------------------------------------------------------------

ROLES = """\
    ---
    title: R
    short_title: de test
    date: 2014-{month}
    participants:
      - alice
      - {{person: eve, note: pour le secrétariat}}
      - {{person: bob, organisation: ecpat}}
      - {{organisation: ccem}}
      - eve
    interlocutors:
      - bob
      - {{person: eve, organisation: min, role: stagiaire}}
      - {{role: un collègue, organisation: min}}
    excused: [ccem]
    represented: [{{person: eve, by: alice}}]
    ---
    """


def attendance(text: str) -> str:
    return text.partition("## Participants")[2].partition("\n")[2].replace("\u00a0", " ").strip()


def test_an_organisation_that_was_met_stands_alone(make: Make, markdown: Markdown) -> None:
    """Where nobody is named, there is no heading with nothing behind it."""
    meeting = "---\ntitle: Rencontre\ndate: 2014-11-18\nclassification: institutional\ninterlocutors: cnt\n---\n\nDit.\n"
    files = {"meetings/r.md": meeting, "organisations/cnt.md": "---\nname: Commission des transports\n---\n"}
    assert attendance(markdown(make("meetings: [r]\nsections: []\n", files), "e")).endswith("\nInterlocuteurs : Commission des transports")


@pytest.mark.parametrize(("month", "role"), [("10-31", "conseiller"), ("11-01", "directeur")])
def test_people_stand_with_their_organisation_and_the_function_of_the_day(make: Make, markdown: Markdown, month: str, role: str) -> None:
    """Grouped where the organisation first appears, in the order recorded; functions are said of interlocutors only."""
    workspace = make("meetings: [r]\nsections: []\n", {"meetings/r.md": dedent(ROLES.format(month=month))})
    said = attendance(markdown(workspace, "e"))
    assert said.splitlines() == [
        f"### À la rencontre du {'31 octobre' if month == '10-31' else '1er novembre'} 2014 (de test)",
        "",
        "- ECPAT France : Alice et Bob",
        "- Ève pour le secrétariat",
        "- Comité - CCEM",
        "- Ève",
        "",
        f"Interlocuteurs du Ministère : Bob, {role} ; Ève, stagiaire ; un collègue".replace(" ; ", "\u202f; "),
        "",
        "Excusés : Comité - CCEM",
        "",
        "Représentés : Ève, par Alice",
    ]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{person: alice, by: eve}", "Alice (ECPAT France), par Ève"),
        ("{person: alice, note: pouvoir écrit, by: eve}", "Alice pouvoir écrit (ECPAT France), par Ève"),
        ("{organisation: min, note: pouvoir écrit, by: eve}", "Ministère pouvoir écrit, par Ève"),
        ("{organisation: min}", "Ministère"),
    ],
)
def test_whoever_gave_a_proxy_stands_before_whoever_has_it(make: Make, markdown: Markdown, entry: str, said: str) -> None:
    """The name, whom it sat for, then who votes instead; a note without a person is the organisation's."""
    meeting = f"---\ntitle: R\ndate: 2014-11-01\nrepresented:\n  - {entry}\n---\n"
    assert attendance(markdown(make("meetings: [r]\nsections: []\n", {"meetings/r.md": meeting}), "e")).endswith(f"Représentés : {said}")


def test_one_meeting_is_not_spoken_of_as_several(make: Make, markdown: Markdown) -> None:
    """« Ces rencontres » and « les différentes rencontres » are said of two and more."""
    one = markdown(make("meetings: [pleniere]\nsections: [{meeting: pleniere}]\n"), "e")
    assert re.findall("(?m)^## (.*)", one) == ["Au sommaire", "Synthèse", "Participants"]
    two = markdown(make("meetings: [pleniere, ministere]\nsections: [{meeting: pleniere}]\n"), "e")
    assert "## Objet de ces rencontres" in two
    assert "## Participants aux différentes rencontres" in two


@pytest.mark.parametrize(
    ("place", "said"), [("au siège", "décembre 2014 au siège"), ("Au siège", "2014 au siège"), ("place Beauvau", "2014, place Beauvau")]
)
@pytest.mark.parametrize(("title", "quoted"), [("Visite", "« Visite »"), ("Colloque « Traite »", "Colloque « Traite »")])
def test_an_event_is_one_sentence(make: Make, markdown: Markdown, title: str, quoted: str, place: str, said: str) -> None:
    """A title with guillemets of its own gets no others; a place that follows on stands without a comma."""
    event = f"---\ntitle: {title}\nclassification: event\ndate: 2014-12\nplace: {place}\n---\n"
    text = markdown(make("meetings: []\nsections: [{title: S, records: [meetings/v]}]\n", {"meetings/v.md": event}), "e")
    line = section(text, 1).replace("\u00a0", " ")
    assert line.startswith(f"- {quoted}, décembre 2014")
    assert line.endswith(said)


@pytest.mark.parametrize(("news", "told"), [("2015-01-10", True), ("2014-09-10", False)])
def test_a_promise_that_its_parts_keep_is_told_with_their_news(make: Make, markdown: Markdown, news: str, told: bool) -> None:  # noqa: FBT001  # a case
    """It has no news of its own: it was kept on the day on which its last part was."""
    files = {
        "commitments/quai.md": "---\ntitle: Le quai\nby: min\nmade_on: 2014-08\n---\n",
        "commitments/etude.md": f"---\ntitle: L’étude\nby: min\nmade_on: 2014-08\npart_of: quai\nfollow_ups: {{date: {news}, status: kept, note: Vu}}\n---\n",
    }
    text = markdown(make("parts: [commitments]\nperiod: 2014-10/2015-01\nmeetings: []\nsections: []\n", files), "e").replace("\u00a0", " ")
    assert ("| Le quai | Ministère | août 2014 | sans date | tenu (1 sur 1) |" in text) == told


def test_a_meeting_where_nobody_is_recorded_has_no_list(make: Make, markdown: Markdown) -> None:
    """Nor a heading over nothing; its date still stands among the dates."""
    text = markdown(make("meetings: [vide]\nsections: []\n", {"meetings/vide.md": "---\ntitle: Vide\ndate: 2014-12-01\n---\n"}), "e")
    assert "Participants" not in text
    assert "1er décembre 2014" in text.replace("\u00a0", " ")


def test_two_functions_at_once_want_to_be_told_apart(make: Make) -> None:
    """A person who could sit for two organisations is an error that asks for one: no document is made by guessing."""
    person = "---\nname: Zoé\nmemberships: [ecpat, ccem]\n---\n"
    files = {"people/zoe.md": person, "meetings/r.md": "---\ntitle: R\ndate: 2014-12-01\nparticipants: [zoe]\n---\n"}
    found = made_of(make("meetings: [r]\nsections: []\n", files), "e")
    assert found.manuscript is None
    assert [fault.check for fault in found.faults] == ["attendance-ambiguous"]


# --- optional parts -----------------------------------------------------------------------------------------------------------


def test_optional_parts_say_what_is_overdue_first(make: Make, markdown: Markdown) -> None:
    """Then by deadline, those without one last; what was settled before the period is not told again."""
    text = markdown(make(), "e", with_parts=("commitments", "questions", "decisions")).replace("\u00a0", " ")
    rows = re.findall(r"(?m)^\| (Une lettre|Une autre|Un jour|Tenue avant) \| ([^|]*) \| ([^|]*) \| ([^|]*) \| ([^|]*) \| (.*) \|$", text)
    assert [row[0] for row in rows] == ["Une lettre", "Une autre", "Un jour"]
    assert rows[0][1:] == (
        "Bob (Ministère)",
        "22/10/2014",
        "fin décembre 2014",
        "**En retard**, en cours",
        "15/12/2014 : La lettre est à la signature.",
    )
    assert rows[1][4:] == ("ouvert", "aucune")
    assert "sans date" in rows[2][3]
    assert re.findall(r"(?m)^\| (\d) \| ([^|]*?)\s?\? \|", text) == [("2", "Deux"), ("3", "Trois")]
    assert "- 22 octobre 2014 : Écrire au ministre." in text


@pytest.mark.parametrize(
    ("toml", "own", "asked", "without", "there"),
    [
        ("", "", (), (), []),
        ("[render]\nparts = ['decisions']\n", "", (), (), ["Décisions"]),
        ("", "parts: [questions]\n", (), (), ["Questions restées sans réponse"]),
        (
            "[render]\nparts = ['decisions']\n",
            "parts: [questions]\n",
            ("commitments",),
            ("questions",),
            ["Engagements suivis", "Décisions"],
        ),
    ],
)
def test_parts_are_turned_on_in_three_places(
    make: Make, markdown: Markdown, toml: str, own: str, asked: tuple[str, ...], without: tuple[str, ...], there: list[str]
) -> None:
    """In ``traite.toml``, in the edition, in the call; the call has the last word."""
    text = markdown(make(f"{own}place: Paris\n", toml=TOML + toml), "e", with_parts=asked, without_parts=without)
    assert [one for one in headings(text, 2) if one in {"Engagements suivis", "Questions restées sans réponse", "Décisions"}] == there


# --- gaps and numbers ---------------------------------------------------------------------------------------------------------

NARROW = {
    "updates/neuve.md": "---\ntitle: N1\ndate: 2014-12-10\ntopics: sejour\naudience: contributors\n---\n\nUne nouvelle.\n",
    "meetings/pleniere.md": "---\ntitle: P\ndate: 2014-11-18\n---\n\nPublic.\n\n::: members\n\nRéservé.\n\n:::\n\n::: members\n\nAussi.\n\n:::\n\nFin.\n",
}
SECTIONS = "sections: [{title: A, meeting: ministere}, {title: B, records: [updates/neuve]}, {title: C, meeting: pleniere}, {title: D, text: Mots., records: [updates/neuve]}]\n"


def test_gaps_are_said_where_the_collective_wants_them_said(make: Make, markdown: Markdown) -> None:
    """A passage, or a section whole, with whom it is for; two in a row are one. What draws on withheld records only is about them."""
    text = markdown(make(SECTIONS, NARROW, TOML + "[render]\ngaps = true\n"), "e", audience="public")
    assert headings(text)[:4] == ["1 – A", "2 – Passage réservé aux contributeurs", "3 – C", "4 – Passage réservé aux contributeurs"]
    assert section(text, 3) == "Public.\n\nPassage réservé aux membres\n\nFin."
    assert "Mots." not in text
    assert "2. *Passage réservé aux contributeurs*" in text


def test_what_an_edition_says_itself_stands_beside_what_is_withheld(make: Make, markdown: Markdown) -> None:
    """A section that also draws on something that is shown keeps its title and its text, though nothing of that is left."""
    sections = "sections: [{title: A, text: Mots visibles., topic: sejour, records: [updates/neuve]}]\nmeetings: []\n"
    text = markdown(make(sections, NARROW), "e", audience="public")
    assert section(text, 1) == "Mots visibles."


def test_sections_of_a_narrow_edition_keep_their_places(make: Make, markdown: Markdown) -> None:
    """One that only had words is said to be for those the edition is for; one that draws on public records gives those."""
    edition = "audience: contributors\nsections: [{title: Secret, text: Caché.}, {title: Secret, text: Caché., records: [updates/neuve]}, {title: S, text: Caché., topic: silence}]\n"
    text = markdown(make(edition, toml=TOML + "[render]\ngaps = true\n"), "e", audience="public")
    assert headings(text)[:3] == ["1 – Passage réservé aux contributeurs", "2 – N1", "3 – Passage réservé aux contributeurs"]
    assert section(text, 2) == "Une nouvelle."
    assert "Secret" not in text
    assert "Caché" not in text


def test_the_note_of_a_narrow_edition_is_a_gap_for_those_the_edition_is_for(make: Make, markdown: Markdown) -> None:
    """What stands outside the fences of a body that is withheld whole is for the circle of its record."""
    files = {
        "editions/e.md": "---\ntitle: E\ndate: 2015-01-22\naudience: members\nsections: []\n---\n\n::: contributors\n\nA.\n\n:::\n\nB.\n"
    }
    text = markdown(make("", files, TOML + "[render]\ngaps = true\n"), "e", audience="public")
    assert "Passage réservé aux contributeurs\n\nPassage réservé aux membres" in text


def test_numbers_stay_where_gaps_are_passed_over(make: Make, markdown: Markdown) -> None:
    """The list of subjects counts on from a number that is left out, for whoever reads the Markdown and for whoever reads the page."""
    from traite_cli.circulating.sanitise import sanitise

    text = markdown(make(SECTIONS, NARROW), "e", audience="public")
    assert headings(text)[:2] == ["1 – A", "3 – C"]
    page = sanitise(text)
    assert page.partition("Synth")[0].count("<ol") == 2
    assert '<ol start="3">' in page
    assert "Passage réservé" not in text


# --- the rest -----------------------------------------------------------------------------------------------------------------


def test_an_edition_with_nothing_in_it_is_a_short_letter(make_repository: MakeRepository, markdown: Markdown) -> None:
    """No heading stands over nothing."""
    text = markdown(make_repository({"editions/e.md": "---\ntitle: Document\ndate: 2015-01-22\n---\n"}), "e")
    assert text.replace("\u00a0", " ") == "**Collectif**\n\nLe 22 janvier 2015\n\n# Document\n"


def test_a_document_in_english_is_english(make: Make, markdown: Markdown) -> None:
    """Headings, dates, lists and typography; the records' words stay."""
    text = markdown(make(toml=TOML + 'language = "en"\n'), "e", with_parts=("commitments", "questions", "decisions"))
    assert "22 October and 18 November 2014" in text
    assert "## Who attended" in text
    assert "Overdue" in text
    assert "Monday 2 February 2015" in text
    frame = re.sub(
        r"(?m)^.*(?:ministère|Titre de séjour|Voici|parlé|promet|signature|Colloque|Séminaire|plénière|Écrire|demande|Comité|siège|ouverture).*$",
        "",
        text,
    )
    assert not re.search(r"\b(?:Objet|Rencontre|Prochaine|Synthèse|Décisions|réalisé|et)\b|\u202f|’", frame)


def test_no_line_ends_with_a_space_and_no_two_lines_are_empty(make: Make, markdown: Markdown) -> None:
    """The Markdown is as neat as if somebody had typed it with care."""
    text = markdown(make(), "e", with_parts=("commitments", "questions", "decisions"))
    assert not re.search(r"(?m)[ \t]$", text)
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_markdown_alone_needs_no_page(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless something is withheld of which nothing is known beforehand, or a picture must be there: the Markdown is the same."""
    meeting = "---\ntitle: M\ndate: 2014-10-22\n---\n\n![Le siège](../../attachments/siege.png)\n"
    quiet, picture = make(), {"meetings/ministere.md": meeting, "attachments/siege.png": ""}
    whole, alone = (made_of(quiet, "e", audience="contributors", as_page=as_page).manuscript for as_page in (True, False))
    assert whole is not None
    assert alone is not None
    assert alone.html == ""
    assert alone.markdown == whole.markdown
    pages: list[str] = []
    sanitised = making.page_of

    def page(text: str) -> str:
        pages.append(text)
        return sanitised(text)

    monkeypatch.setattr(making, "page_of", page)
    cut = make(more={"topics/secret.md": "---\ntitle: Secret\naudience: contributors\n---\n"})
    assert made_of(cut, "e", as_page=False).manuscript is not None
    assert len(pages) == 1
    shown = made_of(make(more=picture), "meetings/ministere", audience="contributors", as_page=False).manuscript
    assert shown is not None
    assert list(shown.pictures) == ["attachments/siege.png"]


# --- minutes ------------------------------------------------------------------------------------------------------------------


def test_minutes_say_what_was_said_there_and_not_what_became_of_it(make: Make, markdown: Markdown) -> None:
    """Who, what was asked, the minutes, decisions, promises as they stood that day."""
    text = markdown(make(), "meetings/ministere").replace("\u00a0", " ")
    order = [
        "# Rencontre au ministère", "Mercredi 22 octobre 2014", "## Participants", "ECPAT France : Alice", "Bob, conseiller", "## Compte rendu", "Voici nos questions",
        "On a parlé du séjour.", "### Le séjour", "## Décisions", "Écrire au ministre.", "## Engagements suivis", "Une lettre", "## Questions restées sans réponse", "Deux",
    ]  # fmt: skip
    at = 0
    for one in order:
        assert one in text[at:], one
        at = text.index(one, at)
    assert "- Écrire au ministre." in text  # the day of the meeting is said above, and not before each decision
    assert "signature" not in text
    assert "En retard" not in text


def test_minutes_give_the_agenda_part_by_part(make: Make, markdown: Markdown) -> None:
    """The heading of a part is a paragraph, and never the end of the point above it."""
    text = markdown(make(), "meetings/prochaine")
    assert "## À l’ordre du jour\n\n- Un\n- Trois\n\n**Informations rapides**\n\n- Deux\n" in text


def test_minutes_of_a_meeting_called_off_say_so(make: Make, markdown: Markdown) -> None:
    """And have no empty chapters."""
    text = markdown(make(), "meetings/annulee")
    assert "Cette rencontre a été annulée." in text
    assert headings(text, 2) == []


def test_minutes_are_refused_to_those_who_may_not_know_of_the_meeting(make: Make, markdown: Markdown) -> None:
    """With a sentence that says for whom the record is."""
    files = {"meetings/secrete.md": "---\ntitle: Secrète\ndate: 2014-12-01\naudience: contributors\n---\n\nMots.\n"}
    workspace = make(more=files)
    with pytest.raises(Refused, match="meetings/secrete") as refused:
        markdown(workspace, "meetings/secrete", audience="members")
    assert "Secrète" not in str(refused.value)
    assert "Mots." in markdown(workspace, "meetings/secrete")


def test_the_minutes_of_an_event_without_a_date_can_be_made(make: Make, markdown: Markdown) -> None:
    """Nobody knows when it was; the rest is there."""
    text = markdown(make(more={"meetings/jadis.md": "---\ntitle: Jadis\nclassification: event\n---\n\nMots.\n"}), "meetings/jadis")
    assert "# Jadis" in text
    assert "Mots." in text
    assert not re.search(r"(?m)[ \t]$", text)


def test_where_several_meetings_speak_of_a_topic_each_is_named(make_repository: MakeRepository, markdown: Callable[..., str]) -> None:
    """Above what was said there, with its day; a single one goes without, since the section says enough."""
    meeting = "---\ntitle: {}\ndate: 2015-0{}-06\ntopics: sejour\n---\n\nOn y a parlé des récépissés.\n"
    files = {"topics/sejour.md": "---\ntitle: Séjour\n---\n", "editions/e.md": "---\ntitle: E\ndate: 2015-03-17\n---\n"}
    one = make_repository({**files, "meetings/a.md": meeting.format("Bureau", 1)}, 'name = "Toits"\nlanguage = "fr"\n')
    assert "### 1 – Séjour\n\nOn y a parlé" in markdown(one, "e")
    two = {"meetings/a.md": meeting.format("Bureau", 1), "meetings/b.md": meeting.format("Plénière", 2)}
    text = markdown(make_repository({**files, **two}, 'name = "Toits"\nlanguage = "fr"\n'), "e").replace("\u00a0", " ")
    assert "### 1 – Séjour\n\n**Bureau**, 6 janvier 2015\n\nOn y a parlé" in text
    assert "récépissés.\n\n**Plénière**, 6 février 2015\n\nOn y a parlé" in text
