"""What is measured: commands of traite as a shell starts them, each with its marks, which are those of the table of marks.

A mark is said once where it is the same for any number of records, else three times: for 1,000, for 10,000 and for 100,000.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bounds import Bound, at_size
from pairing import Program
from states import edition_edited, nothing_known, one_committed, one_edited, settled

_START = "from traite_cli.__main__ import run; run()"
"""What the installed ``traite`` does, so that it can be measured without being installed."""
_WARM, _COLD = (32, 32, 40), (40, 64, 256)
_READING = ("1.15 T", "1.2 T", "1.3 G")
_STATUS = ("1.3 T", "1.4 T", "1.4 G")
_WITHOUT = "without --as-of"
_LIST = ("list", "commitments", "--overdue")
_LIST_NEW = (*_LIST, "--until", "{day}")
_SEARCH = ("search", "formation des agents")
_QUERY = "SELECT kind, count(*) FROM records WHERE label <> '{day}' GROUP BY kind"


@dataclass(frozen=True, slots=True)
class Operation:
    """A command, and what it may take."""

    name: str
    words: tuple[str, ...]
    marks: tuple[str, ...] = ()
    """How long it may take, in floors; where nothing is said of that, it is told as so many times T."""
    memory: tuple[int, ...] = ()
    """How many MiB its largest process may have."""
    growth: tuple[float | None, ...] = ()
    """How its time may grow from the size before: the exponent, 1 being evenly."""
    variables: tuple[tuple[str, str], ...] = ()
    sized: bool = True
    """Whether it reads records, so that their number matters."""
    anywhere: bool = True
    """Whether it is measured on our own records too: they must have what it asks for, and be enough for its floor to be one."""
    before: Callable[[Path], None] | None = settled
    """What is done to the repository before each run."""
    without: tuple[str, ...] = ()
    """The words of the command that it is held against instead of floors."""

    def program(self, folder: Path, name: str = "") -> Program:
        """The program, in a repository."""
        return Program(name or self.name, (sys.executable, "-c", _START, *self.words), folder, self.variables, self.before)

    def others(self, folder: Path) -> dict[str, Program]:
        """The command that it is held against, by what its marks call it."""
        return {_WITHOUT: Program(_WITHOUT, (sys.executable, "-c", _START, *self.without), folder, self.variables, self.before)}

    def bound(self, size: int) -> Bound:
        """How long it may take with so many records, or what its time is counted in."""
        return Bound.of(at_size(self.marks, size) or "T")


def operations(output: Path) -> Iterator[Operation]:
    """All of them, in the order in which they run: what takes the index away comes first; documents go into ``output``."""
    yield from _starts()
    yield from _validations()
    yield from _moments()
    yield from _questions()
    yield from _renderings(output)


def _starts() -> Iterator[Operation]:
    for words in (("--version",), ("--help",), ("list", "--help")):
        yield Operation(f"start: {' '.join(words)}", words, ("1.1 T",), sized=False, before=None)
    for what, line, sized in (("a command", "traite re", False), ("a record", "traite show meetings/2010", True)):
        variables = (("_TRAITE_COMPLETE", "complete_bash"), ("COMP_WORDS", line), ("COMP_CWORD", str(line.count(" "))))
        yield Operation(f"completion: {what}", (), ("1.2 T",), variables=variables, sized=sized, before=None)


def _validations() -> Iterator[Operation]:
    """All records, of the work tree or of a commit."""
    yield Operation(
        "list --at, nothing known", (*_LIST, "--at", "HEAD"), ("1.0 (Y + C)", "0.7 (Y + C)", "0.7 (Y + C)"),
        anywhere=False, before=nothing_known,
    )  # fmt: skip
    yield Operation(
        "validate, cold", ("validate",), ("1.0 Y", "0.65 Y", "0.65 Y"), _COLD, (None, 1.1, 1.05), anywhere=False, before=nothing_known
    )
    yield Operation("validate, nothing changed", ("validate",), ("1.2 T", "1.2 T", "1.3 G"), _WARM)
    yield Operation("validate, one file changed", ("validate",), ("1.6 T", "1.6 T", "1.5 G + 0.4 T"), anywhere=False, before=one_edited)


def _questions() -> Iterator[Operation]:
    """Each asked once more, and asked with another word or period each time, which is what nobody asked before."""
    yield Operation("list", _LIST, _READING, _WARM)
    yield Operation("list, never asked", _LIST_NEW, _READING, _WARM, anywhere=False)
    yield Operation("search", _SEARCH, _READING, _WARM, (None, 1.1, 0.3))
    yield Operation("search, never asked", (*_SEARCH, "--until", "{day}"), _READING, _WARM, (None, 1.1, 0.3), anywhere=False)
    yield Operation("status", ("status",), _STATUS, _WARM)
    yield Operation("status, never asked", ("status", "--as-of", "{day}"), _STATUS, _WARM, anywhere=False)
    yield Operation("show", ("show", "people/agnes-arnaud-0"), _READING, _WARM, anywhere=False)
    yield Operation("show, never asked", ("show", "commitments/engagement-{number}"), _READING, _WARM, anywhere=False)
    yield Operation("query", ("query", _QUERY.replace("{day}", "")), (), _WARM)
    yield Operation("query, never asked", ("query", _QUERY), (), _WARM, anywhere=False)


def _moments() -> Iterator[Operation]:
    """Other days than today. What is committed first leaves no file changed for all that follows."""
    yield Operation(
        "list --at, one file other", (*_LIST, "--at", "HEAD"), ("1.3 T", "1.5 T", "2.5 L"), anywhere=False, before=one_committed
    )
    yield Operation("list --at, seen before", (*_LIST, "--at", "HEAD"), ("1.1 T",), anywhere=False)
    below = (f"1.1 × {_WITHOUT}",)
    yield Operation("list --as-of", (*_LIST, "--as-of", "2015-01-22"), below, _WARM, anywhere=False, without=_LIST)
    yield Operation("list --as-of, never asked", (*_LIST, "--as-of", "{day}"), below, _WARM, anywhere=False, without=_LIST_NEW)


def _renderings(output: Path) -> Iterator[Operation]:
    marks = {
        "md": ("2 T", "2 T", "T + 1.2 G"),
        "html": ("T + 1.2 M", "T + 1.2 M", "T + 1.2 M + G"),
        "docx": ("1.25 (T + D)", "1.25 (T + D)", "1.25 (T + D) + G"),
        "pdf": ("1.25 (T + J + Z)", "1.25 (T + J + Z)", "1.25 (T + J + Z) + G"),
    }

    def order(form: str, name: str = "edition") -> tuple[str, ...]:
        return ("render", "--to", form, "--output", str(output / f"{name}.{form}"))

    for form, bounds in marks.items():
        yield Operation(f"render {form}", order(form, "edition-{number}"), bounds)
        yield Operation(f"render {form}, nothing changed", order(form), bounds, _WARM)
    for form in ("md", "html"):
        yield Operation(f"render {form}, one text changed", order(form), anywhere=False, before=edition_edited)
