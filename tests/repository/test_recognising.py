"""Names as people type them, and the records that they mean."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repositories import MakeRepository
from traite_cli.kinds import read_record
from traite_cli.repository import Recogniser, Repository
from traite_cli.workspace import Workspace

_PEOPLE = {
    "alice-tallon": "name: Alice Tallon\nhonorific: Mme\nother_names: [Alice Talon-Martin]",
    "jean-dupont": "name: Jean Dupont",
    "marie-dupont": "name: Marie Dupont",
    "jean-pierre-roux": "name: Jean-Pierre Roux",
    "elisabeth-moiron-braud": "name: Élisabeth Moiron-Braud",
    "charles-de-gaulle": "name: Charles de Gaulle",
    "sylvie-o-dy": "name: Sylvie O’Dy",
    "anne-marie-leroy": "name: Anne Marie Leroy\nsort_name: Leroy, Anne Marie",
}
_ORGANISATIONS = {
    "miprof": "name: Mission interministérielle pour la protection des femmes contre les violences\nacronym: MIPROF",
    "ministere-de-l-interieur": "name: Ministère de l’Intérieur",
    "cimade": "name: La Cimade",
    "action-catholique-des-femmes": "name: Action catholique des femmes",
    "hors-la-rue": "name: Hors la rue",
    "amicale-du-nid": "name: Amicale du Nid\nformer_slugs: [nid-amicale]",
    "mouvement-du-nid": "name: Mouvement du Nid",
}
_MEETINGS = {"2014-11-18-miprof": "title: Rencontre avec la MIPROF\ndate: 2014-11-18\nshort_title: avec la MIPROF"}


@pytest.fixture
def recogniser(make_repository: MakeRepository) -> Recogniser:
    """Eight people, seven organisations and a meeting."""
    kinds = {"people": _PEOPLE, "organisations": _ORGANISATIONS, "meetings": _MEETINGS}
    files = {f"{kind}/{slug}.md": f"---\n{text}\n---\n" for kind, records in kinds.items() for slug, text in records.items()}
    return Recogniser(make_repository(files).repository)


_SURE = {
    "Alice Tallon": "alice-tallon",
    "  alice   TALLON ": "alice-tallon",
    "TALLON Alice": "alice-tallon",
    "Tallon, Alice": "alice-tallon",
    "Alice Talon Martin": "alice-tallon",
    "Mme Alice Tallon": "alice-tallon",
    "Mme Tallon": "alice-tallon",
    "Madame la professeure": "",
    "tallon": "alice-tallon",
    "A. Tallon": "alice-tallon",
    "a tallon": "alice-tallon",
    "Tallon A.": "alice-tallon",
    "Alice T.": "alice-tallon",
    "AT": "alice-tallon",
    "A.T.": "alice-tallon",
    "alice-tallon": "alice-tallon",
    "people/alice-tallon": "alice-tallon",
    "Alice\u202fTallon": "alice-tallon",
    "J. Dupont": "jean-dupont",
    "M. Dupont Jean": "jean-dupont",
    "J.-P. Roux": "jean-pierre-roux",
    "JP Roux": "jean-pierre-roux",
    "Elisabeth Moiron Braud": "elisabeth-moiron-braud",
    "Mme Moiron-Braud": "elisabeth-moiron-braud",
    "de Gaulle": "charles-de-gaulle",
    "Mme O'Dy": "sylvie-o-dy",
    "Leroy": "anne-marie-leroy",
    "A.-M. Leroy": "anne-marie-leroy",
    "MIPROF": "miprof",
    "la Miprof": "miprof",
    "à la MIPROF": "miprof",
    "M.I.P.R.O.F.": "miprof",
    "ministère de l'intérieur": "ministere-de-l-interieur",
    "le Ministère de l’Intérieur": "ministere-de-l-interieur",
    "Cimade": "cimade",
    "ACF": "action-catholique-des-femmes",
    "horslarue": "hors-la-rue",
    "nid-amicale": "amicale-du-nid",
}


@pytest.mark.parametrize(("typed", "slug"), _SURE.items(), ids=_SURE)
def test_a_name_that_one_record_alone_has_is_recognised(recogniser: Recogniser, typed: str, slug: str) -> None:
    """By its name, another one, its slug, acronym or initials, whatever the case, the accents and the order."""
    found = recogniser.recognise(typed).found
    assert (found.slug if found else "") == slug


_PROPOSED = {
    "alice talon": ["alice-tallon"],
    "Alice": ["alice-tallon"],
    "M. Tallon": ["alice-tallon"],
    "miproff": ["miprof"],
    "Mission interministérielle…": ["miprof"],
    "Amicale": ["amicale-du-nid"],
    "du Nid": ["amicale-du-nid", "mouvement-du-nid"],
    "Elizabeth Moiron": ["elisabeth-moiron-braud"],
    "Mme Moiron": ["elisabeth-moiron-braud"],
    "Gaulle": ["charles-de-gaulle"],
}


@pytest.mark.parametrize(("typed", "slugs"), _PROPOSED.items(), ids=_PROPOSED)
def test_what_is_only_near_is_proposed_and_never_taken(recogniser: Recogniser, typed: str, slugs: list[str]) -> None:
    """A slip of the finger, a first name, a few words of many, the wrong form of address."""
    recognised = recogniser.recognise(typed)
    assert recognised.found is None
    assert not recognised.ambiguous
    assert [record.slug for record in recognised.proposals] == slugs


@pytest.mark.parametrize("typed", ["Dupont", "M. Dupont", "DUPONT"])
def test_a_name_that_two_bear_is_theirs_to_be_chosen_between(recogniser: Recogniser, typed: str) -> None:
    """Both are named, neither is taken."""
    recognised = recogniser.recognise(typed)
    assert recognised.found is None
    assert {record.slug for record in recognised.ambiguous} == {"jean-dupont", "marie-dupont"}


@pytest.mark.parametrize("typed", ["", "…", "Personne Daucune", "le", "2014", "?!", "\ud800"])
def test_what_nobody_is_called_means_nobody(recogniser: Recogniser, typed: str) -> None:
    """Nothing is proposed for the sake of proposing."""
    assert recogniser.recognise(typed).candidates == ()


def test_only_the_kinds_asked_for_are_recognised(recogniser: Recogniser) -> None:
    """A field of organisations takes no person, a meeting is found by its title or its short one."""
    assert recogniser.recognise("tallon", ("organisations",)).candidates == ()
    assert [one.ref for one in recogniser.recognise("avec la Miprof", ("meetings",)).proposals] == ["meetings/2014-11-18-miprof"]
    found = recogniser.recognise("rencontre avec la miprof", ("meetings",)).found
    assert found is not None


@pytest.mark.parametrize(
    ("typed", "slugs"),
    {
        "tal": ["alice-tallon"],
        "ali t": ["alice-tallon"],
        "dup": ["jean-dupont", "marie-dupont"],
        "élis": ["elisabeth-moiron-braud"],
        "miss": ["miprof"],
        "le ": ["anne-marie-leroy"],
        "zz": [],
    }.items(),
)
def test_what_is_begun_is_completed(recogniser: Recogniser, typed: str, slugs: list[str]) -> None:
    """By the beginnings of words in any order."""
    found = [record.slug for record in recogniser.beginning(typed)]
    assert [slug for slug in found if slug in slugs] == slugs
    assert slugs or not found


@given(st.text(max_size=300) | st.lists(st.sampled_from(["M. ", "A", ".", "-", "Jean ", "tallon", "é", "\u0301", "’", "le "])).map("".join))
def test_anything_typed_is_recognised_or_not(own: Workspace, typed: str) -> None:
    """Nothing that is typed is a crash."""
    recogniser = _own_recogniser(own)
    recognised = recogniser.recognise(typed)
    assert len(recognised.candidates) <= 8
    assert len(recogniser.beginning(typed)) <= 8


def test_everybody_is_recognised_by_the_own_name(own: Workspace) -> None:
    """In the project's own records each name means its record, or several share it."""
    recogniser = Recogniser(own.repository)
    for kind in ("people", "organisations"):
        for record in own.repository.of_kind(kind).values():
            recognised = recogniser.recognise(record.label)
            assert record in {recognised.found, *recognised.ambiguous}


@pytest.mark.parametrize("name", ["Alice {number}on", "Jean Dupont"])
def test_a_crowd_is_no_slower_to_ask(own: Workspace, name: str) -> None:
    """Ten times the people make no question ten times as long, be they all called alike: the lines that are run are counted."""
    counts = []
    for count in (500, 5_000):
        recogniser = Recogniser(_crowd(own.repository, name, count))
        recogniser.recognise("Aline Tallon")
        counts.append(
            _lines_run(lambda recogniser=recogniser: [recogniser.recognise(f"Alice {_letters(number)}onn") for number in range(10)])
        )
    assert counts[1] < 5 * counts[0]


def _lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python some work takes: the same on every machine, whatever else it does."""
    count = 0

    def step(frame: object, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return step

    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(None)
    return count


def _crowd(repository: Repository, name: str, count: int) -> Repository:
    texts = {f"p{number}": f"---\nname: {name.format(number=_letters(number))}\n---\n" for number in range(count)}
    return repository.replacing(read_record("people", slug, f"records/people/{slug}.md", text.encode()) for slug, text in texts.items())


def _letters(number: int) -> str:
    """A word of its own for each number."""
    return "".join("bdfglmnprt"[int(digit)] + "aeiou"[int(digit) % 5] for digit in f"{number:04}")


_RECOGNISERS: dict[int, Recogniser] = {}


def _own_recogniser(own: Workspace) -> Recogniser:
    return _RECOGNISERS.setdefault(id(own), Recogniser(own.repository))
