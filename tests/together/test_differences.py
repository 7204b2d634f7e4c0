"""What is different between two moments, as it is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]

PEOPLE = {
    "people/alice.md": "---\nname: Alice Tallon\n---\n",
    "people/moussa.md": "---\nname: Moussa Diop\n---\n",
    "organisations/ecpat.md": "---\nname: ECPAT France\n---\n",
}
PROMISE = "---\ntitle: Écrire aux préfets\nby: alice\nmade_on: 2014-10-22\n{}---\n"
MEETING = "---\ntitle: Réunion plénière\ndate: 2014-11-18\n{}---\n{}"


def promise(more: str) -> dict[str, str]:
    return {**PEOPLE, "commitments/lettre.md": PROMISE.format(more)}


def meeting(more: str, body: str = "") -> dict[str, str]:
    return {**PEOPLE, "meetings/pleniere.md": MEETING.format(more, body)}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("due: 2014-12-31\n", "due: 2015-02-28\n", ["échéance passée du 31 décembre 2014 au 28 février 2015"]),
        ("due: 2014\n", "due: 2015-03\n", ["échéance passée de fin 2014 à fin mars 2015"]),
        ("", "due: 2015-02\n", ["échéance fixée : fin février 2015"]),
        ("due: 2015-02\n", "", ["échéance retirée ; c’était fin février 2015"]),
        (
            "",
            "follow_ups: {date: 2015-01-22, status: no_news}\n",
            ["suivi ajouté, 22 janvier 2015 : sans nouvelles", "état : ouvert, maintenant sans nouvelles"],
        ),
        (
            "follow_ups: [{date: 2015-01-22, note: Rien.}]\n",
            "follow_ups: [{date: 2015-01-22, note: Rien.}, {date: 2015-02-02, by: ecpat, due: 2015-06, note: Reporté.}]\n",
            ["suivi ajouté, 2 février 2015, ECPAT France : « Reporté. », nouvelle échéance fin juin 2015"],
        ),
        (
            "follow_ups: [{date: 2015-01-22, status: kept, note: Reçue.}]\n",
            "",
            ["suivi retiré, 22 janvier 2015 : tenu, « Reçue. »", "état : tenu, maintenant ouvert"],
        ),
        ("by: [alice, moussa]\n", "by: [moussa, alice]\n", ["Pris par : l’ordre a changé"]),
        ("kept_when: elle part\n", "kept_when: elle est partie\n", ["Tenu quand : « elle part » devient « elle est partie »"]),
        ("x: {dossier: 12}\n", "x: {dossier: 13}\n", ["Champs à soi : « dossier: 12 » devient « dossier: 13 »"]),
    ],
)
def test_what_became_of_a_promise_is_said_as_one_says_it(tell: Tell, before: str, after: str, said: list[str]) -> None:
    """A deadline moves, a follow-up is added, and where the promise stands is another."""
    old, new = (
        promise(more) if "by:" not in more[:4] else {**PEOPLE, "commitments/lettre.md": PROMISE.replace("by: alice\n", "").format(more)}
        for more in (before, after)
    )
    assert [line.strip() for line in tell(old, new)] == ["Écrire aux préfets", *said]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("participants: [alice]\n", "participants: [alice, moussa]\n", ["Moussa Diop s’ajoute à la liste « Présents »"]),
        ("", "participants: [alice, ecpat]\n", ["Alice Tallon et ECPAT France s’ajoutent à la liste « Présents »"]),
        ("participants: [alice, moussa]\n", "participants: moussa\n", ["Alice Tallon ne figure plus dans la liste « Présents »"]),
        ("participants: [alice]\n", "participants: [{person: alice}]\n", None),
        ("participants: [alice]\n", "participants: [{person: alice, note: en retard}]\n", ["Présents « Alice Tallon », note : en retard"]),
        ("", "cancelled: true\n", ["réunion annulée"]),
        ("", "notices: 2014-11-03\n", ["convocation envoyée : 3 novembre 2014"]),
        ("", "decisions: Écrire au ministre.\n", ["décision : Écrire au ministre."]),
        (
            "decisions: Écrire au ministre avant la fin du mois de mars.\n",
            "decisions: Écrire au ministre avant la fin du mois de mai.\n",
            [
                "Décisions « Écrire au ministre avant la fin du mois de mars. », texte : « Écrire au ministre avant la fin du mois de mars. » devient « Écrire au ministre avant la fin du mois de mai. »"
            ],
        ),
        ("# une remarque\n", "", None),
        ("place: Paris\n", 'place:   "Paris"  # ici\n', None),
    ],
)
def test_what_became_of_a_meeting_is_said_as_one_says_it(tell: Tell, before: str, after: str, said: list[str] | None) -> None:
    """People come and go, and what is only written in another way is no difference."""
    lines = [line.strip() for line in tell(meeting(before), meeting(after))]
    assert lines == ([] if said is None else ["Réunion plénière", *said])


def test_a_text_is_compared_word_by_word_under_its_heading(tell: Tell) -> None:
    """What stays is there once, and a paragraph that comes or goes is whole."""
    old = "\n## Le séjour\n\nLes délais sont longs à Paris.\n\nUn paragraphe qui disparaît ensuite.\n"
    new = "\n## Le séjour\n\nLes délais restent longs à Paris.\n\n## La suite\n\nOn verra.\n"
    assert tell(meeting("", old), meeting("", new))[1:] == [
        "  Le séjour| Les délais [-sont-]{+restent+} longs à Paris.",
        "  La suite| {+## La suite+}",
        "  La suite| {+On verra.+}",
        "  Le séjour| [-Un paragraphe qui disparaît ensuite.-]",
    ]


def test_another_name_of_a_file_is_another_name_and_no_new_record(tell: Tell) -> None:
    """By its former names, or by most of its lines."""
    text = "---\nname: Alice Tallon\nhonorific: Mme\nsort_name: Tallon, Alice\n---\n"
    by_lines = tell({"people/alice.md": text}, {"people/alice-tallon.md": text.replace("Mme", "M.")})
    assert by_lines == ["Alice Tallon : le fichier s’appelle alice-tallon, et non plus alice", "  Civilité : « Mme » devient « M. »"]
    short = {"people/alice.md": "---\nname: A\n---\n"}
    assert tell(short, {"people/b.md": "---\nname: Tout autre chose\nformer_slugs: alice\n---\n\nUn texte.\n"})[0].endswith(
        "et non plus alice"
    )


def test_a_record_merged_into_another_is_told_so(tell: Tell) -> None:
    """Whoever reads that a person is gone wants to know where."""
    both = {"people/alice.md": "---\nname: Alice Tallon\n---\n", "people/talon.md": "---\nname: Alice Talon\n---\n"}
    one = {"people/alice.md": "---\nname: Alice Tallon\nother_names: Alice Talon\nformer_slugs: talon\n---\n"}
    assert tell(both, one) == ["Alice Tallon", "  Autres noms : « Alice Talon » est ajouté", "Alice Talon : fiche réunie à Alice Tallon"]
    assert "  Anciens noms de la fiche : « autre » est ajouté" in tell(
        both, {**both, "people/alice.md": one["people/alice.md"].replace("talon", "autre")}
    )


@pytest.mark.parametrize("former", ["former_slugs: [alice]\n", ""])
def test_references_that_follow_a_renamed_record_are_no_change(tell: Tell, former: str) -> None:
    """In fields, in entries of lists and in links of a body: only the new name of the file is told, and what else is said anew."""
    person = "---\nname: Alice Tallon\nsource: Le compte rendu\nhonorific: Madame\n{}---\n\nElle suit le dossier.\n"
    meeting = "---\ntitle: Réunion\ndate: 2014-11-18\nparticipants: [{0}, {{person: {0}, organisation: ecpat}}]\n---\n\nAvec [Alice](../people/{0}.md).\n"
    promise = "---\ntitle: Lettre\nby: {}\nmade_on: 2014-10-22\ndue: {}\n---\n"
    files = {"organisations/ecpat.md": "---\nname: ECPAT\n---\n"}
    before = {
        **files,
        "people/alice.md": person.format(""),
        "meetings/m.md": meeting.format("alice"),
        "commitments/c.md": promise.format("alice", 2014),
    }
    after = {
        **files,
        "people/alice-tallon.md": person.format(former),
        "meetings/m.md": meeting.format("alice-tallon"),
        "commitments/c.md": promise.format("alice-tallon", 2015),
    }
    assert tell(before, after) == [
        "Alice Tallon : le fichier s’appelle alice-tallon, et non plus alice",
        "Lettre",
        "  échéance passée de fin 2014 à fin 2015",
    ]
    assert tell(before, after, "public")[-1] == "2 autres fiches ont changé, dont la diffusion est ou était plus restreinte."


def test_a_remark_that_nobody_is_shown_is_no_change_withheld(tell: Tell) -> None:
    """Whoever may read the record is not told of another one."""
    before, after = ({"topics/t.md": f"---\n{remark}title: Le séjour\n---\n"} for remark in ("", "# à revoir\n"))
    assert tell(before, after, "public") == []


def test_new_records_tell_what_matters_of_them(tell: Tell) -> None:
    """A commitment made, by whom and until when."""
    lines = tell(PEOPLE, promise("due: 2015-02\n"))
    assert lines == [
        "Engagement pris : Écrire aux préfets",
        "  Pris par : Alice Tallon",
        "  Pris le : 22 octobre 2014",
        "  Échéance : fin février 2015",
    ]


def test_answers_and_functions_have_sentences_of_their_own(tell: Tell) -> None:
    """A question answered is what somebody waited for."""
    request = "---\ntitle: Questions\nto: ecpat\ndate: 2014-11-07\n{}---\n\n1. Quand ?\n"
    old, new = ({**PEOPLE, "requests/q.md": request.format(more)} for more in ("", "answers: {item: 1, status: answered, text: En mai.}\n"))
    assert tell(old, new) == ["Questions", "  question 1 : répondu – En mai."]
