"""Searching: what is found, in which order, with which passages; and what is said when nothing is."""

from __future__ import annotations

from datetime import date

import pytest

from repositories import MakeRepository
from traite_cli.asking.searching import Among, Findings, asked_of, search
from traite_cli.errors import UsageError
from traite_cli.index.finders import FullText, Reading
from traite_cli.repository import Repository, for_audience, on_day

FILES = {
    "topics/accueil.md": "---\ntitle: L’accueil en préfecture\n---\nLes délais.\n",
    "topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n",
    "people/zoe.md": "---\nname: Zoé Préfecture\nother_names: Zoë\n---\n",
    "meetings/un.md": "---\ntitle: Réunion d’octobre\ndate: 2014-10-22\nplace: la préfecture de police\ntopics: sejour\n---\nRien.\n",
    "meetings/deux.md": (
        "---\ntitle: Réunion de décembre\ndate: 2014-12-17\nagenda: [{title: Point sur la préfecture}]\n---\n"
        "Un mot de la mise en œuvre à la préfecture.\n\n## [Titre](../topics/sejour.md)\n\nLa préfecture et le séjour.\n\n"
        "::: contributors\nEntre nous, la sous-préfecture.\n:::\n"
    ),
    "updates/u.md": "---\ntitle: Nouvelles\ndate: 2015-01-22\ntopics: accueil\n---\n"
    + "Longue phrase sans rien. " * 12
    + "La préfecture enfin, "
    + "et la suite " * 30
    + "\n",
    "commitments/c.md": '---\ntitle: Écrire\nby: zoe\nmade_at: un\nfollow_ups:\n  - date: 2015-02-01\n    status: broken\n    note: |\n      Une ligne.\n      La préfecture a dit "non".\n---\n',
}


@pytest.fixture
def repository(make_repository: MakeRepository) -> Repository:
    return make_repository(FILES).repository


def find(repository: Repository, text: str, among: Among | None = None, limit: int = 20) -> Findings:
    return search(repository, FullText.of(repository), asked_of(text), among or Among(), limit)


def refs(findings: Findings) -> list[str]:
    return [one.record.ref for one in findings.found]


def test_names_come_first_then_fields_then_texts(repository: Repository) -> None:
    """A find in a name is worth most, one in a field more than one in the text."""
    found = refs(find(repository, "préfecture"))
    assert set(found[:2]) == {"topics/accueil", "people/zoe"}
    assert set(found[2:5]) == {"meetings/deux", "meetings/un", "commitments/c"}
    assert found[5:] == ["updates/u"]


def test_of_equals_the_latest_comes_first(make_repository: MakeRepository) -> None:
    """What cannot be told apart otherwise stands in the order of time, the latest first; what has no date comes last."""
    files = {
        f"updates/{day}.md": f"---\ntitle: Note\ndate: {day}\ntopics: t\n---\nMot.\n" for day in ("2014-01-01", "2015-06", "2014-12-31")
    }
    repository = make_repository({**files, "topics/t.md": "---\ntitle: Note\n---\nMot.\n"}).repository
    assert refs(find(repository, "mot")) == ["updates/2015-06", "updates/2014-12-31", "updates/2014-01-01", "topics/t"]


@pytest.mark.parametrize(
    ("text", "among", "found"),
    [
        ("préfecture -réunion", Among(), "commitments/c people/zoe topics/accueil updates/u"),
        ("préfecture", Among(kind="meetings"), "meetings/deux meetings/un"),
        ("préfecture", Among(topic="sejour"), "meetings/deux meetings/un"),
        ("oeuvre", Among(topic="sejour"), ""),
        ("préfecture", Among(topic="accueil"), "topics/accueil updates/u"),
        ("préfecture", Among(since=date(2014, 11, 1), until=date(2014, 12, 31)), "meetings/deux"),
        ("préfecture", Among(until=date(2014, 10, 31)), "commitments/c meetings/un"),
        ("prefect* oeuvre", Among(), "meetings/deux"),
        ('"la préfecture et"', Among(), "meetings/deux"),
        ("sous-préfecture", Among(), "meetings/deux"),
    ],
)
def test_what_is_found(repository: Repository, text: str, among: Among, found: str) -> None:
    """Words that must and must not be there, kind, topic and period together leave these, whoever finds them."""
    assert " ".join(sorted(refs(find(repository, text, among)))) == found
    assert " ".join(sorted(refs(search(repository, Reading(repository), asked_of(text), among, 20)))) == found


def test_passages_say_where_and_are_marked(repository: Repository) -> None:
    """Each passage is a line of the file, with its number, and the words asked for are marked in it."""
    found = {one.record.ref: one.passages for one in find(repository, "préfecture").found}
    assert [(one.line, one.field) for one in found["meetings/deux"]] == [(4, "agenda.title"), (6, "body"), (10, "body"), (13, "body")]
    (note,) = found["commitments/c"]
    assert (note.line, note.field, note.text) == (10, "follow_ups.note", 'La préfecture a dit "non".')
    (long,) = found["updates/u"]
    assert long.text.startswith("… ")
    assert long.text.endswith(" …")
    assert len(long.text) < 250
    for passages in found.values():
        for one in passages:
            assert {one.text[start:end] for start, end in one.marks} == (
                {"préfecture"} if one.text.count("Préfecture") == 0 else {"Préfecture"}
            )


def test_another_circle_finds_what_is_for_it(repository: Repository) -> None:
    """What is withheld from a circle is found neither for it nor by an index that knew more."""
    cut = for_audience(repository, "members").repository
    assert refs(find(cut, "sous-préfecture")) == []
    assert refs(search(cut, FullText.of(repository), asked_of("sous-préfecture"), Among(), 20)) == []


def test_a_passage_shows_nothing_of_its_neighbours(make_repository: MakeRepository) -> None:
    """What stands on the same line and is for others, a comment or a field, is not shown with what was found."""
    files = {
        "people/a.md": "---\nname: A\ncontact_details: [{type: email, value: visible@exemple.org, audience: public}, {type: email, value: SECRET@exemple.org}]\n---\n"
        "Une phrase visible <!-- SECRET --> et [un lien visible](../people/SECRET.md).\n",
    }
    cut = for_audience(make_repository(files).repository, "public").repository
    (found,) = find(cut, "visible").found
    assert [(one.field, one.text) for one in found.passages] == [
        ("contact_details.value", "visible@exemple.org"),
        ("body", "Une phrase visible et [un lien visible]."),
    ]
    for one in found.passages:
        assert {one.text[start:end] for start, end in one.marks} == {"visible"}


def test_another_day_finds_what_was_known(repository: Repository) -> None:
    """Minutes, news and what was said later are not found before, also by an index that knows them; what must not be there is asked of that day."""
    then = on_day(repository, date(2014, 11, 1))
    index = FullText.of(repository)
    assert refs(search(then, index, asked_of("oeuvre"), Among(), 20)) == []
    assert "commitments/c" in refs(search(then, index, asked_of("écrire -préfecture"), Among(), 20))
    assert "commitments/c" not in refs(search(repository, index, asked_of("écrire -préfecture"), Among(), 20))


def test_no_more_than_asked_for(repository: Repository) -> None:
    """As many as were asked for, and that there are more."""
    findings = find(repository, "préfecture", limit=2)
    assert (len(findings.found), findings.more) == (2, True)
    assert not find(repository, "préfecture", limit=6).more


def test_near_words_are_told_as_they_are_written(repository: Repository) -> None:
    """Of a word that stands nowhere the near ones are told, with their accents; of words that never meet, that each is there."""
    assert find(repository, "prefectre").near == {"prefectre": ("préfecture",)}
    assert find(repository, "zzzzzz").near == {"zzzzzz": ()}


def test_the_beginning_of_a_word_is_told_what_begins_so(repository: Repository) -> None:
    """Where little was found, and as records write it; of a few letters, of a phrase and of what is a beginning already nothing is told."""
    assert find(repository, "prefec").begun == {"prefec": ("préfecture",)}
    assert [find(repository, text).begun for text in ("pr", "prefec*", '"accueil prefec"', "prefecture")] == [{}] * 4
    assert find(repository, "zoé octobre").apart == ("zoe", "octobre")


@pytest.mark.parametrize("text", ["", "-lettre", '"" *', "«»"])
def test_nothing_to_look_for_is_said(text: str) -> None:
    """Without a word that must be there one is asked for."""
    with pytest.raises(UsageError):
        asked_of(text)


def test_there_is_an_end_to_what_is_looked_for(repository: Repository) -> None:
    """A hundred words are found together; more are refused, in one phrase too."""
    many = " ".join(f"mot{number}" for number in range(100))
    assert refs(find(repository, many)) == []
    for text in (f"{many} mot", f'"{many} mot"', f"mot -{many.replace(' ', '-')}"):
        with pytest.raises(UsageError):
            asked_of(text)
