"""What a check is: a rule, one faulty and one healthy example, and, unless reading itself finds the fault, a function.

Each check has a file of its own, which holds in this order: what must hold and why (the docstring); ``CHECK``; and ``find``,
which is given the repository and yields faults, or ``find_on``, which is given the day asked about too, where time counts.
A check with neither words what reading found.
The examples are the page of ``traite explain``, the page of the reference and the test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from traite_cli.diagnostics import Fault, Rule, Severity
from traite_cli.repository import Repository

OPEN_MARK, CLOSE_MARK = "⟦", "⟧"
"""Around the faulty spot of an example; taken out before it is read."""


class Example(NamedTuple):
    """A repository of a few files, by path.

    Each faulty spot stands between marks, empty ones at the very beginning where the file as a whole is at fault. ``raw`` files
    are bytes; ``links`` are symbolic links, by path too, to what they name.
    """

    files: Mapping[str, str]
    raw: Mapping[str, bytes] = MappingProxyType({})
    links: Mapping[str, str] = MappingProxyType({})
    day: date = date(2015, 1, 22)
    """The day asked about, for checks in which time counts."""

    @property
    def texts(self) -> dict[str, str]:
        """The files that are text, without the marks."""
        return {path: text.replace(OPEN_MARK, "").replace(CLOSE_MARK, "") for path, text in self.files.items()}


Find = Callable[[Repository], Iterator[Fault]]
FindOn = Callable[[Repository, date], Iterator[Fault]]


class Check(NamedTuple):
    """One check: what ``checks/<name>.py`` declares."""

    code: str
    severity: Severity
    messages: Mapping[str, str]
    """By variant, the sentence that says what is wrong: a message id."""
    hints: Mapping[str, str]
    """By variant, the one thing to do about it: a message id."""
    faulty: Example
    healthy: Example
    mends: bool = False
    """Whether ``traite validate --fix`` mends its faults, where one thing only can have been meant."""

    of_text: bool = False
    """Whether it looks at the text below the front matter, of the record that it tells or of another (see ``again``)."""

    kinds: tuple[str, ...] = ()
    """The kinds of record that it may tell something of, where these are a few; else of any. It is not asked about others."""

    @property
    def rule(self) -> Rule:
        """What a fault of this check is told by."""
        return Rule(self.code, self.severity, self.messages, self.hints)
