"""What is measured: commands of traite as a shell starts them, each with the floors it is held against and its first mark."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pairing import Program

_START = "from traite_cli.__main__ import run; run()"
"""What the installed ``traite`` does, so that it can be measured without being installed."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A command, the floors that are added up under it, and how many times as long it may take (None: no mark yet)."""

    name: str
    words: tuple[str, ...]
    floors: str
    mark: float | None = None
    variables: tuple[tuple[str, str], ...] = ()
    sized: bool = True
    """Whether it reads records, so that their number matters."""
    anywhere: bool = True
    """Whether it is measured on our own records too: they must have what it asks for, and be enough for its floor to be one."""

    def program(self, folder: Path) -> Program:
        """The program, in a repository."""
        return Program(self.name, (sys.executable, "-c", _START, *self.words), folder, self.variables)

    @property
    def bound(self) -> str:
        """Its mark in words: « 2 (T + J + Z) »."""
        floors = " + ".join(self.floors)
        if self.mark is None:
            return "none"
        return f"≤ {self.mark:g} {floors}" if len(self.floors) == 1 else f"≤ {self.mark:g} ({floors})"


def operations(output: Path) -> tuple[Operation, ...]:
    """All of them; documents go into ``output``."""
    return (
        Operation("start: --version", ("--version",), "T", 1.3, sized=False),
        Operation("start: --help", ("--help",), "T", 1.3, sized=False),
        Operation("start: list --help", ("list", "--help"), "T", 1.3, sized=False),
        _completion("completion: a command", "traite re", sized=False),
        _completion("completion: a record", "traite show meetings/2010", sized=True),
        Operation("validate, cold", ("validate",), "Y", 1.5, anywhere=False),
        Operation("list commitments --overdue", ("list", "commitments", "--overdue"), "T"),
        Operation("show", ("show", "people/agnes-arnaud-0"), "T", anywhere=False),
        *_renderings(output),
    )


def _completion(name: str, line: str, *, sized: bool) -> Operation:
    variables = (("_TRAITE_COMPLETE", "complete_bash"), ("COMP_WORDS", line), ("COMP_CWORD", str(line.count(" "))))
    return Operation(name, (), "T", 1.5, variables, sized=sized)


def _renderings(output: Path) -> Iterator[Operation]:
    for form, floors, mark in (("md", "T", 3.0), ("html", "T", 3.0), ("docx", "TD", 2.0), ("pdf", "TJZ", 2.0)):
        yield Operation(f"render {form}", ("render", "--to", form, "--output", str(output / f"edition.{form}")), floors, mark)
