"""What can go wrong outside the records, and the exit code that each ends with.

A fault inside a record is never one of these: it is a value (see ``diagnostics``). The tree::

    TraiteError
    ├── UsageError           2  the command was called wrongly
    ├── ConfigurationError   2  traite.toml, or a template or query of the repository, cannot be used
    ├── Refused              1  what was asked for does not exist, or may not be done
    │   └── NotFound         1  no record has that name
    └── MachineError         3  the disk, a permission, a program
        ├── MissingExtra     3  an optional part of traite is not installed
        └── LostRace         3  somebody else changed the file meanwhile

An error carries a sentence with named places and the facts that fill them; the command line words it in the language asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self

type_of_fact = str | int


class Message(str):
    """A fact that is itself a message id, and is worded with the error that it stands in."""

    __slots__ = ()


class Day(str):
    """A fact that is a day, a month or a year as records write it, and is told as people say it."""

    __slots__ = ()


class Choices(str):
    """A fact that lists words of a vocabulary: each is told with what it is called in the language asked, ``answered (répondu)``."""

    __slots__ = ("labels",)

    def __new__(cls, labels: Mapping[str, str]) -> Self:
        """Make the fact of the words, each with a message id."""
        made = super().__new__(cls, ", ".join(labels))
        made.labels = labels
        return made

    labels: Mapping[str, str]


class TraiteError(Exception):
    """An error a person can do something about.

    ``message`` and ``hint`` are message ids of the catalogue, with ``{named}`` places that ``facts`` fill.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, hint: str = "", **facts: type_of_fact) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.facts = facts
        self.place = ""
        """Where it is, as ``path:line``, when it is in a file."""
        self.option = ""
        """The option of the call that it is about, if it is about one."""
        self.quoted: tuple[str, ...] = ()
        """What another program said of it, line by line."""

    def __str__(self) -> str:
        return self.message.format(**self.facts)


class UsageError(TraiteError):
    """The command was called wrongly."""

    exit_code = 2


class ConfigurationError(TraiteError):
    """The repository's configuration or one of its templates cannot be used."""

    exit_code = 2


class Refused(TraiteError):
    """What was asked for does not exist or may not be done."""


class NotFound(Refused):
    """No record has the name that was asked for; ``near`` are those that look like it."""

    def __init__(self, message: str, *, near: tuple[str, ...] = (), hint: str = "", is_choice: bool = False, **facts: type_of_fact) -> None:
        super().__init__(message, hint=hint, **facts)
        self.near = near
        self.is_choice = is_choice
        """Whether it is the name of each of them, so that one has to be chosen."""


class MachineError(TraiteError):
    """The machine failed: disk, permission, a program."""

    exit_code = 3


class MissingExtra(MachineError):
    """An optional part of traite is needed and not installed; ``extra`` is its name."""

    def __init__(self, message: str, *, extra: str, hint: str = "", **facts: type_of_fact) -> None:
        super().__init__(message, hint=hint, extra=extra, **facts)
        self.extra = extra


class LostRace(MachineError):
    """Somebody else changed the file meanwhile."""
