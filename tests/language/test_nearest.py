"""Names that were probably meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.language import nearest

PEOPLE = ["raphael-sodini", "elisabeth-moiron-braud", "eric-panloup", "christine-lazerges", "noemie-bienvenu", "alice-tallon"]
KEYS = ["title", "date", "time", "place", "room", "topics", "links", "due", "status", "quote", "notes", "organisers"]


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("raphael-sodoni", PEOPLE, ["raphael-sodini"]),
        ("Raphaël SODINI", PEOPLE, ["raphael-sodini"]),
        ("sodini-raphael", PEOPLE, ["raphael-sodini"]),
        ("sodoni-raphael", PEOPLE, ["raphael-sodini"]),
        ("sodini", PEOPLE, ["raphael-sodini"]),
        ("Moirin Braud", PEOPLE, ["elisabeth-moiron-braud"]),
        ("raphael-sodini-2", PEOPLE, ["raphael-sodini"]),
        ("titel", KEYS, ["title"]),
        ("due_date", KEYS, ["date", "due"]),
        ("organizers", KEYS, ["organisers"]),
        ("note", KEYS, ["notes"]),
        ("2014-10-22", ["2014-10-22-lettre", "2014-11-22-lettre"], ["2014-10-22-lettre"]),
    ],
)
def test_a_near_name_is_found(name: str, known: list[str], expected: list[str]) -> None:
    """Slips, another order of words, and a part that tells the whole are near."""
    assert nearest(name, known) == expected


@pytest.mark.parametrize("name", ["", "-", "xyz", "bernard-cazeneuve", "de", "2014", "rm", "ti", "a" * 1_000_000])
def test_nothing_is_suggested_that_is_not_truly_near(name: str) -> None:
    """A wrong suggestion costs more than none."""
    assert nearest(name, [*PEOPLE, *KEYS, "2014-10-22-lettre"]) == []


def test_the_nearest_comes_first_and_only_so_many() -> None:
    """Fewer slips come before more, whole names before parts, then the alphabet decides."""
    known = ["marie-sodini", "sodani", "sodini", "sodinis", "zoe-sodini"]
    assert nearest("sodini", known, most=10) == ["sodini", "sodani", "sodinis", "marie-sodini", "zoe-sodini"]
    assert nearest("sodini", known) == ["sodini", "sodani", "sodinis"]


@given(st.lists(st.text(alphabet="abé-", max_size=8), max_size=8), st.text(alphabet="abé-", max_size=8))
def test_the_order_of_what_is_known_does_not_matter(known: list[str], name: str) -> None:
    """The same names give the same answer, in whatever order or number they come."""
    assert nearest(name, known) == nearest(name, [*reversed(known), *known])
