"""Where words go, and what they look like there."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.cli.console import ClosedPipe, Console, wants_colour
from traite_cli.cli.pieces import Painted, Role
from traite_cli.cli.progress import Progress


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(
    ("stream", "color", "environ", "wanted"),
    [
        (Screen(), "auto", {}, True),
        (io.StringIO(), "auto", {}, False),
        (Screen(), "auto", {"NO_COLOR": "1"}, False),
        (Screen(), "auto", {"NO_COLOR": ""}, True),
        (Screen(), "auto", {"TERM": "dumb"}, False),
        (Screen(), "never", {}, False),
        (io.StringIO(), "always", {"NO_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_colours_are_for_those_who_see_them(stream: TextIO, color: str, environ: Mapping[str, str], *, wanted: bool) -> None:
    """Colours are for terminals, unless ``NO_COLOR`` or a dumb terminal speaks against them; ``--color`` has the last word."""
    assert wants_colour(stream, color, environ) is wanted


def test_data_and_talk_part() -> None:
    """Data goes to standard output and remarks to standard error; each has its own colours."""
    out, err = io.StringIO(), io.StringIO()
    console = Console(out, err, colour_out=False, colour_err=True)
    console.data("one ", Painted("two", Role.ERROR))
    console.say(Painted("three", Role.WARNING))
    assert (out.getvalue(), err.getvalue()) == ("one two\n", "\x1b[33mthree\x1b[0m\n")


def test_bytes_come_out_as_they_are() -> None:
    """A document on standard output keeps every byte, after the text that was written before it."""
    bytes_out = io.BytesIO()
    console = Console(io.TextIOWrapper(bytes_out, encoding="ascii", newline="\r\n"), io.StringIO())
    console.data("a")
    console.raw(b"\x00\xff\n")
    assert bytes_out.getvalue() == b"a\r\n\x00\xff\n"


@given(
    st.text(), st.sampled_from(["ascii", "latin-1", "cp1252", "cp850", "utf-8", "utf-16"]), st.sampled_from(["strict", "backslashreplace"])
)
def test_no_text_is_too_much_for_an_encoding(text: str, encoding: str, errors: str) -> None:
    """Any text can be written anywhere; a letter that is not to be had becomes its kin or a question mark, not a number."""
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding=encoding, errors=errors, newline="")
    Console(stream, io.StringIO()).data(text)
    stream.flush()
    if encoding in {"utf-8", "utf-16"}:
        assert written.getvalue().decode(encoding).endswith("\n")
    if text.isprintable():
        assert b"\\" not in written.getvalue() or "\\" in text or encoding == "utf-16"


def test_kin() -> None:
    """French loses its accents and its typography before it loses its letters."""
    written = io.BytesIO()
    console = Console(io.TextIOWrapper(written, encoding="ascii", newline=""), io.StringIO())
    console.data("L\u2019œuvre d\u2019Éléonore\u202f: «\u00a0où\u00a0» … 3\u00a0€ 日")
    console.flush()
    assert written.getvalue() == b"L'oeuvre d'Eleonore : \" ou \" ... 3 EUR ?\n"


class Closed(io.StringIO):
    """A stream whose reader has gone."""

    def flush(self) -> None:
        """Find nobody."""
        raise BrokenPipeError


def test_a_gone_reader_is_no_error_of_the_system() -> None:
    """The end of our reader can be told from a broken pipe to another program, and is let go without one."""
    console = Console(Closed(), io.StringIO())
    with pytest.raises(ClosedPipe):
        console.flush()
    console.let_go()


def test_a_table_keeps_to_the_screen_only_on_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table in a file is as wide as its cells; on a screen it is as wide as that."""
    monkeypatch.setenv("COLUMNS", "20")
    for out, lines in ((Screen(), 3), (io.StringIO(), 2)):
        Console(out, io.StringIO()).table(["a", "b"], [["one", "two three four five"]])
        assert len(out.getvalue().splitlines()) == lines


def test_progress_shows_after_a_second_and_wipes_itself() -> None:
    """Quick work shows nothing; slow work shows a line that is gone when it is done, whatever else was written."""
    now, screen = [0.0], Screen()
    progress = Progress(screen, "reading\x1b", 30, clock=lambda: now[0])
    for done, now[0] in ((1, 0.5), (2, 0.99)):
        progress.reached(done)
    assert screen.getvalue() == ""
    for done, now[0] in ((10, 1.0), (11, 1.01), (20, 1.2)):
        progress.reached(done)
    assert screen.getvalue() == "\rreading\\x1b 10/30\rreading\\x1b 20/30"
    progress.wipe()
    assert screen.getvalue().endswith("\r" + " " * len("reading\\x1b 20/30") + "\r")


@pytest.mark.parametrize(("err", "verbosity", "shows"), [(Screen(), 0, True), (Screen(), -1, False), (io.StringIO(), 0, False)])
def test_progress_is_for_a_person_who_looks(err: io.StringIO, verbosity: int, *, shows: bool) -> None:
    """Nobody is shown progress who is no terminal or asked for quiet."""
    with Console(io.StringIO(), err, verbosity=verbosity).progress("reading", 3) as progress:
        progress.clock = lambda: float("inf")
        progress.reached(1)
    assert bool(err.getvalue()) is shows


def test_a_text_is_as_wide_as_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets lines that fit it, below one another; a file gets the whole text on its line."""
    monkeypatch.setenv("COLUMNS", "30")
    for stream, lines in (
        (Screen(), ["  - one two three four five", "    six seven\\x1b"]),
        (io.StringIO(), ["  - one two three four five six seven\\x1b"]),
    ):
        Console(stream, io.StringIO()).paragraph("-", "one two three four five six seven\x1b", indent=2)
        assert stream.getvalue().splitlines() == lines


def test_a_dumb_terminal_is_shown_no_progress() -> None:
    """It could not wipe the line."""
    screen = Screen()
    with Console(io.StringIO(), screen, moves_back=False).progress("reading", 3) as progress:
        progress.clock = lambda: float("inf")
        progress.reached(1)
    assert screen.getvalue() == ""


def test_what_is_said_is_as_wide_as_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal breaks a remark between words, in its colours, each line as far in as the first; a file gets it on one line."""
    monkeypatch.setenv("COLUMNS", "34")
    remark = ("    ", Painted("near:", Role.ERROR), " one two three four ", Painted("five six seven", Role.PLACE), " eight")
    screen, file = Screen(), io.StringIO()
    Console(io.StringIO(), screen, colour_err=True).complain(*remark)
    Console(io.StringIO(), file).complain(*remark)
    assert screen.getvalue().splitlines() == [
        "    \x1b[1;31mnear:\x1b[0m one two three four \x1b[36mfive\x1b[0m",
        "    \x1b[36msix seven\x1b[0m eight",
    ]
    assert file.getvalue() == "    near: one two three four five six seven eight\n"
