"""Tables as a person sees them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from traite_cli.cli.pieces import Painted, Piece, Role, render
from traite_cli.cli.tables import lines, wrapped
from traite_cli.diagnostics.visible import width


def drawn(headings: Sequence[str], rows: Sequence[Sequence[Piece]], **how: object) -> list[str]:
    """Give a table's lines without colours."""
    return ["".join(render(piece, colour=False) for piece in line) for line in lines(headings, rows, **how)]  # type: ignore[arg-type]


def test_columns_are_aligned_by_what_the_eye_sees() -> None:
    """Wide letters and joining accents do not push a column aside; numbers stand flush right; no line ends in blanks."""
    assert drawn(["Nom", "N", "État"], [["Éléonore", "3", "fait"], ["e\u0301", "12", ""], ["日本", "", "x"]], right={1}) == [
        "Nom        N  État",
        "Éléonore   3  fait",
        "e\u0301         12",
        "日本          x",
    ]


def test_a_long_cell_goes_on_below() -> None:
    """On a screen a long cell continues under itself, and nothing is cut off."""
    assert drawn(["Qui", "Quoi"], [["nom", "une lettre à chaque préfet"], ["b", "c"]], room=23) == [
        "Qui  Quoi",
        "nom  une lettre à",
        "     chaque préfet",
        "b    c",
    ]


LETTER = "une lettre à chaque préfet de chaque département"


def test_a_column_that_stays_whole_lets_the_others_give_way() -> None:
    """A slug is for copying: it is never broken."""
    table = drawn(["Quoi", "Fiche"], [[LETTER, "2014-10-22-lettre"]], room=50, whole={1})
    assert table == ["Quoi                             Fiche", "une lettre à chaque préfet de    2014-10-22-lettre", "chaque département"]


def test_a_last_column_that_stays_whole_goes_under_its_row() -> None:
    """Where there is no room for it beside the others."""
    assert drawn(["Quoi", "Fiche"], [[LETTER, "2014-10-22-lettre"], ["b", "c"]], room=40, whole={1}) == [
        "Quoi", "  Fiche", "une lettre à chaque préfet de chaque", "département", "  2014-10-22-lettre", "b", "  c",
    ]  # fmt: skip


def test_where_columns_have_no_room_each_row_is_told_by_itself() -> None:
    """Under each other, with their headings; an empty cell is left out, and a slug wider than the screen still whole."""
    rows = [["une lettre à chaque préfet", "", "2014-10-22-lettre-aux-prefets"], ["b", "3", "c"]]
    assert drawn(["Quoi", "N", "Fiche"], rows, room=16, right={1}, whole={2}) == [
        "Quoi   une lettre à",
        "       chaque préfet",
        "Fiche  2014-10-22-lettre-aux-prefets",
        "",
        "Quoi   b",
        "N      3",
        "Fiche  c",
    ]


def test_a_cell_cannot_begin_a_row() -> None:
    """A line end in a cell is a space, and an escape sequence is seen."""
    assert drawn(["a", "b"], [["x\ny", "\x1b[2J\tz"]]) == ["a    b", "x y  \\x1b[2J z"]


def test_paint_does_not_widen() -> None:
    """A painted cell takes the room of its text, and keeps its role on every line it takes."""
    table = list(lines(["a", "b"], [[Painted("one two", Role.ERROR), "x"]], room=13))
    assert [piece for line in table for piece in line if isinstance(piece, Painted) and piece.role is Role.ERROR] == [
        Painted("one two", Role.ERROR)
    ]
    assert drawn(["a", "b"], [[Painted("one two", Role.ERROR), "x"]]) == ["a        b", "one two  x"]


def test_a_table_without_rows_is_its_heading() -> None:
    """No rows are no error."""
    assert drawn(["a", "b"], []) == ["a  b"]


CELLS = st.text(st.sampled_from("abc é日\u00a0-"), max_size=30)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5), st.integers(58, 90))
def test_no_line_is_wider_than_the_screen_and_no_letter_is_lost(rows: list[tuple[str, str, str]], room: int) -> None:
    """Whatever the cells, lines keep to the screen, and every letter of every cell is there."""
    table = drawn(["one", "two", "three"], rows, room=room)
    assert all(width(line) <= room for line in table)
    assert sorted("".join(table[1:]).replace(" ", "")) == sorted("".join("".join(row) for row in rows).replace(" ", ""))


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5), st.integers(1, 20))
def test_on_a_screen_however_narrow_no_letter_is_lost(rows: list[tuple[str, str]], room: int) -> None:
    """Whatever the cells, and be they never broken."""
    told = "".join(drawn(["X", "Y"], rows, room=room, whole={1}))
    for letter in "abcé日":
        assert told.count(letter) == sum(cell.count(letter) for row in rows for cell in row)


@given(CELLS, st.integers(2, 20))
def test_wrapping_keeps_words_whole_where_it_can(text: str, room: int) -> None:
    """A word is broken only when it is longer than the line."""
    whole = [one for one in text.split(" ") if width(one) <= room]
    words = [word for line in wrapped(text, room) for word in line.split(" ")]
    assert all(word in words for word in whole if word)


def test_no_line_begins_with_a_mark_that_french_ties_to_the_word_before() -> None:
    """Records have ordinary spaces there: « Collectif « Ensemble » » keeps its quotation marks by their words all the same."""
    assert wrapped("Lettre aux préfets : l’accueil", 18) == ["Lettre aux", "préfets :", "l’accueil"]
    assert wrapped("Collectif « Ensemble » de Paris", 12) == ["Collectif", "« Ensemble »", "de Paris"]
    assert wrapped("« Ensemble »", 10) == ["« Ensemble", "»"], "rather than in the middle of a word"
    assert wrapped("a ::: b", 3) == ["a", ":::", "b"]
