"""What is measured: commands of traite as a shell starts them, each with the floors it is held against and its first mark."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pairing import Program
from states import nothing_known, one_committed, one_edited, settled

_START = "from traite_cli.__main__ import run; run()"
"""What the installed ``traite`` does, so that it can be measured without being installed."""
_LIST = ("list", "commitments", "--overdue")


@dataclass(frozen=True, slots=True)
class Operation:
    """A command, the floors that are added up under it, and how many times as long it may take, by the number of records (0: any)."""

    name: str
    words: tuple[str, ...]
    floors: str
    marks: Mapping[int, float] = field(default_factory=dict)
    variables: tuple[tuple[str, str], ...] = ()
    sized: bool = True
    """Whether it reads records, so that their number matters."""
    anywhere: bool = True
    """Whether it is measured on our own records too: they must have what it asks for, and be enough for its floor to be one."""
    before: Callable[[Path], None] | None = None
    """What is done to the repository before each run."""

    def program(self, folder: Path) -> Program:
        """The program, in a repository."""
        return Program(self.name, (sys.executable, "-c", _START, *self.words), folder, self.variables, self.before)

    def mark(self, size: int) -> float | None:
        """How many times as long as its floors it may take with so many records; None where nothing is said of that."""
        return self.marks.get(size, self.marks.get(0))

    def bound(self, size: int) -> str:
        """Its mark in words: « 2 (T + J + Z) »."""
        floors, mark = " + ".join(self.floors), self.mark(size)
        if mark is None:
            return "none"
        return f"≤ {mark:g} {floors}" if len(self.floors) == 1 else f"≤ {mark:g} ({floors})"


def operations(output: Path) -> tuple[Operation, ...]:
    """All of them; documents go into ``output``."""
    return (
        Operation("start: --version", ("--version",), "T", {0: 1.1}, sized=False),
        Operation("start: --help", ("--help",), "T", {0: 1.1}, sized=False),
        Operation("start: list --help", ("list", "--help"), "T", {0: 1.1}, sized=False),
        _completion("completion: a command", "traite re", sized=False),
        _completion("completion: a record", "traite show meetings/2010", sized=True),
        Operation("validate, cold", ("validate",), "Y", {1000: 1.0, 0: 0.65}, anywhere=False, before=nothing_known),
        Operation("validate, nothing changed", ("validate",), "T", {0: 1.2, 100_000: 3.5}, before=settled),
        Operation("validate, one file changed", ("validate",), "T", {0: 1.6}, anywhere=False, before=one_edited),
        Operation("list commitments --overdue", _LIST, "T", {1000: 1.15, 10_000: 1.2}, before=settled),
        Operation("list --as-of", (*_LIST, "--as-of", "2015-01-22"), "T", {1000: 1.27, 10_000: 1.32}, anywhere=False, before=settled),
        Operation("list --at, seen before", (*_LIST, "--at", "HEAD"), "T", {0: 1.1}, anywhere=False, before=settled),
        Operation(
            "list --at, one file other", (*_LIST, "--at", "HEAD"), "T", {1000: 1.3, 10_000: 1.5}, anywhere=False, before=one_committed
        ),
        Operation("list --at, nothing known", (*_LIST, "--at", "HEAD"), "YC", {1000: 1.0, 0: 0.7}, anywhere=False, before=nothing_known),
        Operation("search", ("search", "formation des agents"), "T", {1000: 1.15, 0: 1.2}, before=settled),
        Operation("status", ("status",), "T", {1000: 1.3, 0: 1.4}, before=settled),
        Operation("query", ("query", "SELECT kind, count(*) FROM records GROUP BY kind"), "T", before=settled),
        Operation("show", ("show", "people/agnes-arnaud-0"), "T", {0: 1.2}, anywhere=False, before=settled),
        *_renderings(output),
    )


def _completion(name: str, line: str, *, sized: bool) -> Operation:
    variables = (("_TRAITE_COMPLETE", "complete_bash"), ("COMP_WORDS", line), ("COMP_CWORD", str(line.count(" "))))
    return Operation(name, (), "T", {0: 1.2}, variables, sized=sized)


def _renderings(output: Path) -> Iterator[Operation]:
    for form, floors, mark in (("md", "T", 2.0), ("html", "TM", 1.2), ("docx", "TD", 1.25), ("pdf", "TJZ", 1.25)):
        words = ("render", "--to", form, "--output", str(output / f"edition.{form}"))
        yield Operation(f"render {form}", words, floors, {0: mark}, before=settled)
