"""Widths of columns: what is long gets room, what is short is not torn, and the whole is a hundred."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from traite_cli.circulating.columns import widths
from traite_cli.circulating.sanitise import sanitise
from traite_cli.circulating.tree import Element, parse


def table(rows: list[list[str]]) -> Element:
    """A table as a document holds it."""
    head, *others = ["| " + " | ".join(row) + " |" for row in rows]
    markdown = "\n".join([head, "| --- " * len(rows[0]) + "|", *others])
    return parse(sanitise(markdown)).elements("table")[0]


def test_a_column_of_numbers_is_narrow() -> None:
    """A number needs no more than itself, and a date stays on one line while there is room."""
    number, question, date = widths(
        table([["N°", "Question", "Posée le"], ["14", "Qui est légitime pour identifier une victime ? " * 3, "7/11/2014"]])
    )
    assert number < 8
    assert question > 60
    assert date > 9


def test_one_long_text_does_not_starve_the_others() -> None:
    """A note of four hundred letters leaves the names beside it room for their longest word."""
    who, note = widths(table([["Qui", "Nouvelles"], ["Interministérielle", "mot " * 100]]))
    assert who >= 15
    assert note > who


def test_capitals_count_for_more() -> None:
    """MIPROF is wider than miprof, and must not be cut in two."""
    capitals = widths(table([["N", "T"], ["MIPROF", "mot " * 100]]))[0]
    small = widths(table([["N", "T"], ["miprof", "mot " * 100]]))[0]
    assert capitals > small


@given(
    st.integers(1, 12).flatmap(
        lambda count: st.lists(st.lists(st.text("aB é", max_size=60), min_size=count, max_size=count), min_size=1, max_size=5)
    )
)
def test_widths_are_a_hundred(cells: list[list[str]]) -> None:
    """Whatever a table holds, every column has some width, and all together the whole."""
    found = widths(table([[cell.strip() or "x" for cell in row] for row in cells]))
    assert len(found) == len(cells[0])
    assert sum(found) == 100
    assert min(found) >= 1
