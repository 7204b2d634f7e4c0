"""One record with what follows from it and all that refers to it, for the eye and for other programs."""

from __future__ import annotations

import json
from datetime import date

import pytest

from repositories import MakeRepository
from traite_cli.asking.attendances import meetings_of
from traite_cli.asking.showing import Page, page, plain, show
from traite_cli.asking.timeline import timeline
from traite_cli.kinds import KINDS, Commitment, Organisation
from traite_cli.language import Language, translator
from traite_cli.repository import Repository, for_audience, record_called
from traite_cli.saying.plain import derived, plain_record
from traite_cli.saying.values import Saying, Text
from traite_cli.workspace import Workspace

DAY = date(2015, 1, 22)
FILES = {
    "organisations/miprof.md": "---\nname: MIPROF\ncollective_membership: observer\n---\n",
    "people/sodini.md": "---\nname: Raphaël Sodini\n---\n",
    "meetings/m.md": (
        "---\ntitle: Réunion\ndate: 2014-11-18\ntime: 9h30\ncancelled: false\nparticipants:\n  - sodini\n  - {organisation: miprof, note: pour\n      l’accueil}\n"
        "  - inconnu\nagenda:\n  - {title: Un, topics: [t, u, v], part: Rapide}\nx: {a: 08, b: [NO, {c: .nan}]}\n---\n\nUn.\n\n::: members\nDeux.\n:::\n<!-- trois -->\n"
    ),
    "commitments/c.md": "---\ntitle: Écrire\nby: sodini\nmade_at: m\ndue: 2014\nfollow_ups: {date: 2015, reply: oui, meeting: m}\n---\n",
}


@pytest.fixture
def repository(make_repository: MakeRepository) -> Repository:
    return make_repository(FILES).repository


def read(page: Page) -> dict[str, list[tuple[str, list[str]]]]:
    """A page's groups by heading: each line's mark and texts; the first group has none, and those who name the record come last."""
    return {
        said(group.heading): [(said(line.mark), [said(text) for text in line.texts]) for line in group.lines]
        for group in (*page.groups, *page.related, *page.referrers)
    }


def said(text: Text) -> str:
    return " ".join(words.text for words in text)


def shown(repository: Repository, name: str, language: Language = "fr", day: date = DAY) -> Page:
    return page(repository, show(repository, record_called(repository, name), day), day, translator(language))


def test_a_record_for_the_eye(repository: Repository) -> None:
    """Fields in the order of their declaration, under what people call them; the key is beside where it is another word."""
    found = shown(repository, "m", "en")
    assert (found.title, found.kind, found.path, found.facts, found.body) == (
        "Réunion",
        "meeting",
        "records/meetings/m.md",
        ("Held",),
        "Un.\n\n::: members\n\nDeux.\n\n:::",
    )
    assert [said(line.texts[0]) for line in found.related[0].lines] == ["Écrire (c)"]
    assert read(found) == {
        "": [
            ("Date", ["18 November 2014"]), ("Time", ["9:30"]), ("Called off (cancelled)", ["no"]),
            ("Agenda", ["Un; topics: t (no such record), u (no such record), v (no such record); under the heading: Rapide"]),
            ("Keys of your own (x)", ["a: 8, b: [NO, {c: nan}]"]),
        ],
        "Present (participants)": [("", ["Raphaël Sodini (sodini)"]), ("MIPROF", ["MIPROF (miprof) – pour l’accueil"]), ("", ["inconnu (no such record)"])],
        # Named by, below what was promised there.
        "Commitments (1)": [("open, overdue", ["Écrire (c) – “Follow-up, meeting”"])],
    }  # fmt: skip


def test_a_page_is_said_in_the_language_asked(repository: Repository) -> None:
    """Labels, dates, words of vocabularies; the names and the keys of the file stay."""
    assert read(shown(repository, "m"))[""][:3] == [
        ("Date", ["18 novembre 2014"]),
        ("Heure (time)", ["9h30"]),
        ("Annulée (cancelled)", ["non"]),
    ]
    assert shown(repository, "m").kind == "réunion"
    assert shown(repository, "c").facts == ("Ouvert, en retard depuis le 1er janvier 2015",)
    assert shown(repository, "c", "en").facts == ("Open, overdue since 1 January 2015",)
    assert shown(repository, "miprof").facts == ("Observateur",)


STORY = """\
---
title: Écrire
by: sodini
made_on: 2014-10-22
due: 2014-12
quote: |
  Nous écrirons
  […] bientôt.
follow_ups:
  - {date: 2015-01-10, status: no_news, note: "Un.\\n\\nDeux.", by: miprof, meeting: m, evidence: une lettre}
  - {date: 2015-01-12, due: 2015-02, reply: {date: 2015-01-13, by: sodini, text: "C’est en cours."}}
  - {date: 2015-01-14, status: in_progress, reply: oui}
---
"""


def test_a_quote_of_a_table_is_told_in_words(make_repository: MakeRepository) -> None:
    """The bars are the file’s."""
    row = "---\ntitle: Salle\nby: sodini\nmade_on: 2014-10-22\nquote: '| Alice | ranger la salle |'\n---\n"
    found = shown(make_repository({**FILES, "commitments/salle.md": row}).repository, "salle")
    assert ("En ces termes (quote)", ["Alice, ranger la salle"]) in read(found)[""]


def test_of_a_mapping_with_nothing_left_nothing_is_said(make_repository: MakeRepository) -> None:
    """What it was about may be withheld from a circle, or missing from the file."""
    repository = make_repository({"editions/e.md": "---\ntitle: a\ndate: 2015\nsections: [{}, {title: ~}, {title: Un}]\n---\n"}).repository
    assert dict(read(shown(repository, "e", "en"))[""])["Sections"] == ["Un"]


def test_long_values_are_told_apart(make_repository: MakeRepository) -> None:
    """Where one of several goes on over lines, each has a mark at its head; short ones need none."""
    long = "Un titre qui n’en finit pas " * 4
    edition = f"---\ntitle: a\ndate: 2015\nsections: [{{title: {long}}}, {{title: Deux}}]\nparts: [commitments, questions]\n---\n"
    found = dict(read(shown(make_repository({"editions/e.md": edition}).repository, "e", "en"))[""])
    assert found["Sections"] == [f"• {long.strip()}", "• Deux"]
    assert found["Optional parts (parts)"] == ["commitments", "questions"]


def test_a_promise_is_told_as_a_story(make_repository: MakeRepository) -> None:
    """Day by day: the state, what was said, by whom, what shows it, the new deadline, the answer."""
    found = shown(make_repository({**FILES, "commitments/story.md": STORY}).repository, "story")
    assert found.facts == ("En cours", "Échéance\u00a0: fin février 2015")
    assert ("En ces termes (quote)", ["Nous écrirons\n[…] bientôt."]) in read(found)[""]
    assert read(found)["Suivi (follow_ups)"] == [
        ("22 octobre 2014", ["pris"]),
        ("1er janvier 2015", ["en retard"]),
        ("10 janvier 2015", ["sans nouvelles", "Un.", "Deux.", "Signalé par\u00a0: MIPROF (miprof)", "Réunion\u00a0: Réunion (m)", "À l’appui\u00a0: une lettre"]),
        ("12 janvier 2015", ["nouvelle échéance\u00a0: fin février 2015 (jusque-là\u00a0: fin décembre 2014)"]),
        ("13 janvier 2015", ["Réponse\u00a0: Raphaël Sodini (sodini)", "C’est en cours."]),
        ("14 janvier 2015", ["en cours"]),
        ("14 janvier 2015", ["Réponse\u00a0:", "oui"]),
        ("28 février 2015", ["à échéance"]),
    ]  # fmt: skip


def test_what_is_kept_is_counted_in_words(make_repository: MakeRepository) -> None:
    """Of a promise in parts, and of all that an organisation has promised."""
    part = "---\ntitle: {0}\nby: miprof\nmade_on: 2014\npart_of: a\nfollow_ups: {{date: 2015-01-02, status: {1}, note: x}}\n---\n"
    files = {
        "organisations/miprof.md": "---\nname: La MIPROF\nacronym: MIPROF\ncollective_membership: {status: member, date: 2014-06}\n---\n",
        "commitments/a.md": "---\ntitle: Tout\nby: miprof\nmade_on: 2014\ndue: 2014\n---\n",
        "commitments/b.md": part.format("Un", "kept"),
        "commitments/c.md": part.format("Deux", "in_progress"),
    }
    repository = make_repository(files).repository
    assert shown(repository, "a").facts == ("Ouvert, en retard depuis le 1er janvier 2015", "Tenus\u00a0: 1 sur 2")
    assert shown(repository, "miprof").facts == ("Membre depuis juin 2014", "3 engagements (tenus\u00a0: 1\u202f; en retard\u00a0: 2)")
    assert shown(repository, "miprof", "en").facts[0] == "Member since June 2014"


def test_questions_stand_with_their_answers(make_repository: MakeRepository) -> None:
    """An unanswered one says so; an answer to a question that is not there is not lost; the text is not told twice."""
    answers = "answers:\n  - {item: 2, status: partial, text: Oui., by: miprof, date: 2014-11-18}\n  - {item: 9, status: declined}\n"
    head = f"---\ntitle: Questions\nto: miprof\ndate: 2014-11-07\n{answers}---\n\n"
    files = {**FILES, "requests/q.md": f"{head}1. Un ?\n2. Deux ?\n", "requests/r.md": f"{head}Madame,\n\n1. Un ?\n"}
    repository = make_repository(files).repository
    found = shown(repository, "requests/q", "en")
    assert (found.facts, found.body) == (("Questions answered: 1 of 2",), "")
    assert read(found)["Answers"] == [
        ("1.", ["Un ?", "→ no answer"]), ("2.", ["Deux ?", "→ answered in part, MIPROF (miprof), on 18 November 2014", "Oui."]), ("9.", ["(no such question)", "→ declined"]),
    ]  # fmt: skip
    assert shown(repository, "requests/r").body.startswith("Madame,")


def test_a_person_has_the_functions_of_the_day(make_repository: MakeRepository) -> None:
    """Those held on the day asked about, beside all that were ever held."""
    person = "---\nname: Ana\nmemberships: [{organisation: miprof, role: conseillère, end_date: 2014}, {organisation: miprof, role: directrice, start_date: 2015}]\n---\n"
    repository = make_repository({**FILES, "people/ana.md": person}).repository
    assert shown(repository, "ana").facts == ("Le 22 janvier 2015\u00a0: directrice, MIPROF",)
    assert read(shown(repository, "ana"))["Fonctions (memberships)"] == [
        ("fin\u00a0: 2014", ["conseillère, MIPROF (miprof)"]),
        ("depuis 2015", ["directrice, MIPROF (miprof)"]),
    ]


def test_who_refers_to_it_each_once_in_order(repository: Repository) -> None:
    """Through which field."""
    found = show(repository, record_called(repository, "m"), DAY)
    assert [(one.ref, one.field, one.label) for one in found.referrers] == [
        ("commitments/c", "follow_ups.meeting", "Écrire"),
        ("commitments/c", "made_at", "Écrire"),
    ]


def test_a_record_for_other_programs(repository: Repository) -> None:
    """A version, the fields as they are written, what is derived, the body, who refers to it: JSON that everybody reads."""
    found = json.loads(json.dumps(plain(repository, show(repository, record_called(repository, "m"), DAY), DAY), allow_nan=False))
    assert (found["version"], found["record"]["ref"], found["record"]["path"], found["record"]["audience"]) == (
        1,
        "meetings/m",
        "records/meetings/m.md",
        "members",
    )
    assert found["record"]["participants"] == [{"ref": "sodini"}, {"organisation": "miprof", "note": "pour l’accueil"}, {"ref": "inconnu"}]
    assert found["record"]["x"] == {"a": 8, "b": ["NO", {"c": ".nan"}]}
    assert (found["record"]["time"], found["record"]["cancelled"], found["record"]["derived"]) == ("09:30", False, {"state": "held"})
    assert (found["body"], len(found["referrers"])) == ("Un.\n\nDeux.", 2)


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("m", date(2014, 11, 18), {"state": "planned"}),
        ("m", date(2014, 11, 19), {"state": "held"}),
        ("c", date(2014, 12, 31), {"status": "open", "due": "2014", "overdue": False}),
        ("c", date(2015, 1, 1), {"status": "open", "due": "2014", "overdue": True}),
        ("miprof", DAY, {"standing": "observer"}),
        ("sodini", DAY, {}),
    ],
)
def test_what_is_derived_is_that_of_a_day(repository: Repository, name: str, day: date, expected: dict[str, object]) -> None:
    """Never stored: state, deadline, overdue, standing."""
    assert derived(repository, record_called(repository, name), day) == expected


def test_what_a_circle_may_not_see_is_not_shown(repository: Repository) -> None:
    """Neither passages, nor records that refer to it."""
    cut = for_audience(repository, "public").repository
    assert [record.ref for record in cut.all()] == ["people/sodini", "organisations/miprof"]
    assert show(cut, record_called(cut, "sodini"), DAY).referrers == ()


def test_passages_for_fewer_people_are_seen_to_be_so(make_repository: MakeRepository) -> None:
    """On the screen they stand between their fences; other programs get the text as ever, and a passage under a topic needs none."""
    text = "Un.\n\n::: contributors\n\nDeux.\n\nTrois.\n\n:::\n\n::: topic t\n\nQuatre.\n\n:::\n"
    made = make_repository({"meetings/r.md": f"---\ntitle: R\ndate: 2014\n---\n\n{text}"}).repository
    assert shown(made, "r").body == "Un.\n\n::: contributors\n\nDeux.\n\nTrois.\n\n:::\n\nQuatre."
    assert show(made, record_called(made, "r"), DAY).body == "Un.\n\nDeux.\n\nTrois.\n\nQuatre."


def test_what_has_no_date_yet_comes_last(make_repository: MakeRepository) -> None:
    """As in lists."""
    head = "title: {0}\nclassification: event\norganisers: o"
    files = {
        f"meetings/{slug}.md": f"---\n{head.format(slug)}\n{line}---\n"
        for slug, line in (("a", ""), ("b", "date: 2014\n"), ("c", "date: 2013\n"))
    }
    made = make_repository({"organisations/o.md": "---\nname: O\n---\n", **files}).repository
    assert [texts[0].partition(" ")[0] for _, texts in read(shown(made, "o"))["Réunions (3)"]] == ["c", "b", "a"]


AROUND = {
    "organisations/miprof.md": "---\nname: MIPROF\ncollective_membership: [{status: candidate, date: 2014-06}, {status: member, date: 2014-12, note: voté}]\n---\n",
    "people/ana.md": (
        "---\nname: Ana\nmemberships: [{organisation: miprof, role: directrice, start_date: 2014-07}, "
        "{organisation: miprof, role: conseillère, start_date: 2013-11, end_date: 2014-06-30}]\n---\n"
    ),
    "people/bo.md": "---\nname: Bo\nmemberships: [{organisation: miprof, end_date: 2013}]\n---\n",
    "topics/t.md": "---\ntitle: Dossier\n---\n",
    "topics/u.md": "---\ntitle: Sous-dossier\nparent: t\nclosed: 2014-12\n---\n",
    "meetings/m.md": "---\ntitle: Première\ndate: 2014-10-22\nclassification: plenary\nparticipants: ana\ntopics: t\n---\n",
    "meetings/n.md": "---\ntitle: Deuxième\ndate: 2014-12-01\nclassification: plenary\ninterlocutors: ana\nagenda: {title: x, topics: t}\n---\n",
    "meetings/p.md": "---\ntitle: Préparation\ndate: 2014-10-15\nclassification: preparatory\nprepares: m\n---\n",
    "meetings/annulee.md": "---\ntitle: Annulée\ndate: 2014-11-15\nclassification: plenary\ncancelled: true\nparticipants: ana\n---\n",
    "commitments/c.md": "---\ntitle: Écrire\nby: ana\non_behalf_of: miprof\nmade_at: m\ndue: 2014-12\ntopics: t\n---\n",
    "commitments/d.md": "---\ntitle: Une part\nby: ana\nmade_at: m\npart_of: c\nfollow_ups: {date: 2015-01-05, status: kept, note: x}\n---\n",
    "commitments/f.md": "---\ntitle: Autre part\nby: bo\nmade_at: m\npart_of: c\n---\n",
    "commitments/e.md": (
        "---\ntitle: Chacun\neach_member: true\nmade_on: 2014-12-01\ndue: 2014\nfollow_ups: {date: 2015-01-05, status: kept, note: x, by: miprof}\n---\n"
    ),
    "requests/q.md": "---\ntitle: Questions\nto: miprof\ndate: 2014-10-01\nraised_at: m\n---\n\n1. Un ?\n",
}


@pytest.fixture
def around(make_repository: MakeRepository) -> Repository:
    return make_repository(AROUND).repository


def test_what_belongs_to_a_person(around: Repository) -> None:
    """Functions over time, meetings attended and how, promises with their state; what is told so is not told again."""
    found = shown(around, "ana", "en")
    assert found.facts == ("On 22 January 2015: directrice, MIPROF", "2 commitments (kept: 1; overdue: 1)")
    assert read(found) == {
        "": [],
        "Functions (memberships)": [
            ("November 2013 to 30 June 2014", ["conseillère, MIPROF (miprof)"]),
            ("since July 2014", ["directrice, MIPROF (miprof)"]),
        ],
        "Meetings attended (2)": [
            ("22 October 2014", ["Première (m) – directrice"]),
            ("1 December 2014", ["Deuxième (n) – directrice – people met"]),
        ],
        "Commitments (2)": [("open, overdue", ["Écrire (c)"]), ("kept", ["Une part (d)"])],
        "Meetings (1)": [("15 November 2014", ["Annulée (annulee) – “Present”"])],
    }


def test_what_belongs_to_an_organisation(around: Repository) -> None:
    """What it became, who is there that day, at which meetings and by whom, what it owes as a member too."""
    found = shown(around, "miprof", "en")
    assert found.facts == ("Member since December 2014", "2 commitments (kept: 1; overdue: 1)")
    assert read(found) == {
        "": [],
        "In the collective (collective_membership)": [("June 2014", ["candidate"]), ("December 2014", ["member", "voté"])],
        "People with a function there (1)": [("", ["Ana (ana) – directrice"])],
        "Meetings attended (2)": [("22 October 2014", ["Première (m) – Ana"]), ("1 December 2014", ["Deuxième (n) – Ana – people met"])],
        "Commitments (2)": [("open, overdue", ["Écrire (c)"]), ("kept", ["Chacun (e)"])],
        "People (1)": [("", ["Bo (bo) – “Functions”"])],
        "Commitments (1)": [("kept", ["Chacun (e) – “Follow-up, reported by”"])],
        "Requests (1)": [("1 October 2014", ["Questions (q) – “To”"])],
    }


def test_what_belongs_to_a_meeting_and_a_dossier(around: Repository) -> None:
    """What was promised and put forward there, what prepared it, the next one; all that is filed, kind by kind."""
    meeting = read(shown(around, "m", "en"))
    assert meeting["Commitments (3)"] == [
        ("open, overdue", ["Écrire (c)"]),
        ("kept", ["Une part (d)"]),
        ("open, overdue", ["Autre part (f)"]),
    ]
    assert meeting["Put forward there (1)"] == [("1 October 2014", ["Questions (q)"])]
    assert meeting["Prepared by (1)"] == [("15 October 2014", ["Préparation (p)"])]
    assert meeting["The next of its sort (1)"] == [("1 December 2014", ["Deuxième (n)"])]
    topic = shown(around, "topics/t", "en")
    assert topic.facts == ("1 commitment (kept: 0; overdue: 1)",)
    assert read(topic) == {
        "": [],
        "Its parts (1)": [("", ["Sous-dossier (u)"])],
        "Meetings (2)": [("22 October 2014", ["Première (m)"]), ("1 December 2014", ["Deuxième (n)"])],
        "Commitments (1)": [("open, overdue", ["Écrire (c)"])],
    }
    assert shown(around, "u", "en").facts == ("Closed",)


def test_a_promise_in_parts(around: Repository) -> None:
    """Its parts with their states, and what became of each in its story."""
    found = read(shown(around, "c", "en"))
    assert found["Its parts (2)"] == [("kept", ["Une part (d)"]), ("open, overdue", ["Autre part (f)"])]
    assert found["Follow-up (follow_ups)"] == [
        ("22 October 2014", ["made at: Première (m)"]),
        ("1 January 2015", ["overdue"]),
        ("5 January 2015", ["Une part (d) – kept"]),
    ]


def test_a_story_goes_as_far_as_the_day(around: Repository) -> None:
    """What came later is not told; a deadline that is still to come is."""
    found = read(shown(around, "c", "en", date(2014, 11, 1)))
    assert found["Follow-up (follow_ups)"] == [("22 October 2014", ["made at: Première (m)"]), ("31 December 2014", ["due"])]


def test_a_promise_put_off_again_and_again(make_repository: MakeRepository) -> None:
    """The last fifty deadlines that passed are told, so that a story takes no long time whatever stands in a file."""
    news = ", ".join(f"{{date: {1500 + number}-01-01, due: {1500 + number}-06}}" for number in range(300))
    repository = make_repository(
        {"commitments/c.md": f"---\ntitle: x\nmade_on: 1499\neach_member: true\nfollow_ups: [{news}]\n---\n"}
    ).repository
    told = timeline(repository, repository.of(Commitment)["c"], DAY)
    passed = [str(event.when) for event in told if event.what == "overdue"]
    assert (len(passed), passed[0], passed[-1]) == (50, "1750-07-01", "1799-07-01")


def test_that_nobody_has_looked_is_told(around: Repository) -> None:
    """Apart from « no news », which says that somebody did."""
    assert shown(around, "e", "en").facts == ("Kept", "Due: end of 2014", "1 of 1 kept")
    assert shown(around, "e", "en", date(2014, 12, 20)).facts == ("Open", "Due: end of 2014", "0 of 1 kept")
    lone = record_called(around, "d").replaced(follow_ups=(), part_of=None)
    assert shown(around.replacing([lone]), "d", "en").facts == ("Open", "Nobody has looked since it was made")


def test_stories_for_other_programs(around: Repository) -> None:
    """Events by their own words, records that belong by their names."""
    found = json.loads(json.dumps(plain(around, show(around, record_called(around, "c"), DAY), DAY), allow_nan=False))
    assert found["as_of"] == "2015-01-22"
    assert found["timeline"] == [
        {"date": "2014-10-22", "what": "made", "ref": "meetings/m"},
        {"date": "2015-01-01", "what": "overdue", "due": "2014-12"},
        {"date": "2015-01-05", "what": "part", "status": "kept", "note": "x", "ref": "commitments/d"},
    ]
    assert found["related"]["parts"][:1] == [
        {"ref": "commitments/d", "label": "Une part", "date": "2014-10-22", "state": "kept", "overdue": False}
    ]
    ana = plain(around, show(around, record_called(around, "ana"), DAY), DAY)["related"]
    assert ana["attended"][1] == {
        "ref": "meetings/n",
        "label": "Deuxième",
        "date": "2014-12-01",
        "state": "held",
        "field": "interlocutors",
        "words": ["directrice"],
    }


def test_every_record_of_ours_can_be_shown(own: Workspace) -> None:
    """For the eye and as JSON, with every field that it has."""
    for record in own.repository.all():
        found = show(own.repository, record, DAY)
        values = json.loads(json.dumps(plain(own.repository, found, DAY), allow_nan=False))["record"]
        names = {name for name, value in record.values.items() if value not in (None, ())}
        assert names <= set(values)
        marks = {mark for mark, _ in read(page(own.repository, found, DAY, translator("fr")))[""]}
        headings = set(read(page(own.repository, found, DAY, translator("fr"))))
        said_of = {said(Saying(own.repository, translator("fr")).label(record.FIELDS[name])) for name in names - {record.NAMED_BY}}
        assert said_of <= marks | headings
    assert {record.KIND for record in own.repository.all()} == set(KINDS)
    assert plain_record(own.repository, next(own.repository.all()), DAY)["derived"]


EXPECTED = {
    "organisations/a.md": "---\nname: Alpha\n---\n",
    "meetings/tenue.md": "---\ntitle: Tenue\ndate: 2015-01-21\nparticipants: {organisation: a}\n---\n",
    "meetings/du-jour.md": "---\ntitle: Du jour\ndate: 2015-01-22\nparticipants: {organisation: a}\n---\n",
    "meetings/sans-date.md": "---\ntitle: Sans date\nclassification: event\nparticipants: {organisation: a}\n---\n",
}


def test_who_is_expected_at_a_meeting_was_not_there(make_repository: MakeRepository) -> None:
    """Attendance counts once a meeting is held: one of the day itself, or of no day, is told apart and not counted."""
    repository = make_repository(EXPECTED).repository
    found = read(shown(repository, "organisations/a", "en"))
    assert found["Meetings attended (1)"] == [("21 January 2015", ["Tenue (tenue)"])]
    assert found["Expected at meetings (2)"] == [("22 January 2015", ["Du jour (du-jour)"]), ("", ["Sans date (sans-date)"])]
    assert len(meetings_of(repository, repository.of(Organisation)["a"], DAY)) == 1


def test_a_meeting_of_the_day_itself_says_so(make_repository: MakeRepository) -> None:
    """It is planned until its date is past, and what was promised there stands below already."""
    repository = make_repository(EXPECTED).repository
    assert shown(repository, "meetings/du-jour", "en").facts == ("On the day asked about; held once that day is past",)
    assert shown(repository, "meetings/tenue", "en").facts == ("Held",)
    assert shown(repository, "meetings/sans-date", "en").facts == ("Planned",)
