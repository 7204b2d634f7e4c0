"""The report that people read."""

from __future__ import annotations

import re

import pytest

from traite_cli.diagnostics import Diagnostic, Severity, Span, reporters
from traite_cli.diagnostics.visible import width

_PATH = "records/commitments/2014-10-22-lettre-aux-prefets.md"
_SPOT = Span(4, 5, 4, 19)


def _plain(message: str, /, **facts: object) -> str:
    return message.format_map(facts)


def _diagnostic(source: str = "  - raphael-sodoni", span: Span = _SPOT, *, hint: str = "le plus proche : raphael-sodini") -> Diagnostic:
    return Diagnostic(_PATH, span, "TR310", Severity.ERROR, "« raphael-sodoni » n’est pas une personne connue", hint, source)


def _lines(*diagnostics: Diagnostic) -> list[str]:
    return "".join(reporters.load("text")(diagnostics, _plain)).split("\n")


def _carets(source: str, column: int, end: int) -> tuple[str, str]:
    """The line of the file and the line of carets, without their gutters."""
    _, line, carets, *_ = _lines(_diagnostic(source, Span(4, column, 4, end)))
    assert line[:8] == "    4 | "
    assert carets[:8] == "      | "
    return line[8:], carets[8:]


def test_a_diagnostic_has_the_form_that_people_and_editors_know() -> None:
    """Place, code and sentence; the line with its number, carets below the very characters; then what to do."""
    assert _lines(_diagnostic()) == [
        f"{_PATH}:4:5: TR310 error: « raphael-sodoni » n’est pas une personne connue",
        "    4 |   - raphael-sodoni",
        "      |     ^^^^^^^^^^^^^^",
        "    le plus proche : raphael-sodini",
        "",
    ]


def test_severities_are_told_apart() -> None:
    """A warning is no error: the word says which, and is translated."""
    words = {
        severity: "".join(reporters.load("text")([Diagnostic("x.md", Span(), "TR115", severity, "m", "", "")], _plain))
        for severity in Severity
    }
    assert words == {
        Severity.ERROR: "x.md:1:1: TR115 error: m\n",
        Severity.WARNING: "x.md:1:1: TR115 warning: m\n",
        Severity.INFO: "x.md:1:1: TR115 note: m\n",
    }


@pytest.mark.parametrize(
    ("before", "spot"),
    [
        ("title: é", "x"),
        ("title: e\u0301", "xy"),
        ("日本 ", "語"),
        ("a", "日本"),
        ("\t", "x"),
        ("ab\t", "x\ty"),
        ("", "\t"),
        ("a\x1b", "b"),
        ("👩‍👩‍👧 ", "x"),
    ],
)
def test_carets_stand_below_their_characters(before: str, spot: str) -> None:
    """Accents, wide characters, tabs and characters shown by their number shift the carets as they shift the text."""
    line, carets = _carets(f"{before}{spot}Z", len(before) + 1, len(before) + len(spot) + 1)
    start, stop = len(carets) - len(carets.lstrip()), len(carets)
    assert width(line[: line.rindex("Z")]) == stop
    shown_before, _ = _carets(f"{before}Z", len(before) + 1, len(before) + 2)
    assert width(shown_before[: shown_before.rindex("Z")]) == start


def test_a_spot_without_width_has_a_caret() -> None:
    """What is missing has a place too."""
    assert _carets("  -", 4, 4) == ("  -", "   ^")


def test_a_long_line_is_shown_around_its_spot() -> None:
    """A body has one paragraph a line: of a thousand words those around the fault are enough."""
    source = "mot " * 500 + "FAUTE" + " mot" * 500
    line, carets = _carets(source, 2001, 2006)
    assert len(line) < 140
    assert line[carets.index("^") :].startswith("FAUTE")
    assert carets.count("^") == len("FAUTE")


def test_a_fault_of_a_whole_file_has_no_excerpt() -> None:
    """A file in the wrong place has no line to show."""
    assert _lines(_diagnostic("", Span(), hint="déplacer le fichier")) == [
        f"{_PATH}:1:1: TR310 error: « raphael-sodoni » n’est pas une personne connue",
        "    déplacer le fichier",
        "",
    ]


def test_nothing_of_a_record_is_obeyed() -> None:
    """Escapes, returns and turning marks are shown by their numbers wherever they stand, and no line of theirs begins one of ours."""
    one = Diagnostic(
        "a\x1b[2J\nb.md", Span(1, 1, 1, 2), "TR1", Severity.ERROR, "\r\x9b\u202e\nx.md:1:1: TR999 error: y", "\x07\nz", "\x1b]0;\x07"
    )
    text = "".join(reporters.load("text")([one], _plain))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert len([line for line in text.split("\n") if line and not line.startswith(" ")]) == 1
