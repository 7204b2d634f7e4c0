"""The report of one line a fault."""

from __future__ import annotations

from made_reports import HOSTILE, PLAIN, reported


def test_a_fault_is_a_line() -> None:
    """The first line of the report for people, and nothing else of it."""
    assert reported("concise", PLAIN) == "records/people/é.md:7:9: TR310 error: « raphael-sodoni » n’est pas connu\n"
    assert reported("text", PLAIN).startswith(reported("concise", PLAIN))


def test_no_fault_can_look_like_two() -> None:
    """A line end in a name or a sentence begins no line, so that faults can be counted."""
    lines = reported("concise", *HOSTILE).split("\n")
    assert len(lines) == len(HOSTILE) + 1
    assert all(line.startswith("records/") for line in lines if line)
