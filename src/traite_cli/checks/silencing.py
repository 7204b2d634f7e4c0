"""Faults without those that a comment in their record silences; comments that silence nothing are faults of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from traite_cli.checks.choosing import ABOUT_AUDIENCES, is_about_audiences
from traite_cli.checks.codes import checks_called, near_codes
from traite_cli.diagnostics import Fact, Fault
from traite_cli.kinds import Record
from traite_cli.repository import Repository

if TYPE_CHECKING:
    from traite_cli.checks.silences import Silence, Word

USELESS = "unused-silence"
"""The check of comments that silence nothing: what they name must have been looked for before that can be said."""


class Silences:
    """The comments of all records that checks look at."""

    def __init__(self, repository: Repository) -> None:
        found = ((record, _comments_of(record)) for record in repository.all_examined())
        self._by_path = {record.path: _OfRecord(record, silences) for record, silences in found if silences}

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that have any."""
        return tuple(self._by_path)

    @property
    def checks(self) -> frozenset[str]:
        """The names of the checks whose faults some comment silences."""
        return frozenset().union(*(one.checks for one in self._by_path.values()))

    def apply(self, faults: Iterable[Fault]) -> Iterator[Fault]:
        """The faults that no comment silences, and then those of the comments themselves."""
        for fault in faults:
            if fault.path not in self._by_path or not self._by_path[fault.path].silence(fault):
                yield fault
        for one in self._by_path.values():
            yield from one.faults()


def has_comments(record: Record) -> bool:
    """Whether comments of a record silence something, or are meant to."""
    return bool(_comments_of(record))


def may_silence(text: bytes) -> bool:
    """Whether in a text, or a part of it, a comment may silence something; told without looking where it stands."""
    return b"ignore" in text and re.search(rb"ignore[ \t]*\[", text) is not None


def _comments_of(record: Record) -> tuple[Silence, ...]:
    # Nearly no record has one, and the patterns that find them take long to make.
    if "ignore" not in record.document.text:
        return ()
    from traite_cli.checks.silences import silences_of

    return silences_of(record.document)


class _OfRecord:
    """The comments of one record, and which of their words have silenced something."""

    def __init__(self, record: Record, silences: tuple[Silence, ...]) -> None:
        self._record = record
        self._silences = silences
        self._checks = {word: checks_called(word.text) for silence in silences for word in silence.codes}
        self._used: set[Word] = set()

    @property
    def checks(self) -> frozenset[str]:
        return frozenset().union(*self._checks.values())

    def silence(self, fault: Fault) -> bool:
        """Whether a comment silences a fault."""
        if is_about_audiences(fault):
            return False
        here = (silence for silence in self._silences if silence.first <= fault.span.line <= silence.last)
        words = [word for silence in here for word in silence.codes if fault.check in self._checks[word]]
        self._used.update(words)
        return bool(words)

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the comments themselves."""
        document = self._record.document
        for silence in self._silences:
            if not silence.codes:
                yield document.fault("unused-silence", silence.start, silence.end, "not-understood")
            elif not silence.reason:
                yield document.fault("silence-without-reason", silence.start, silence.end)
            for word in silence.codes:
                if word not in self._used:
                    yield self._unused(word)

    def _unused(self, word: Word) -> Fault:
        near = () if self._checks[word] else near_codes(word.text)
        facts: dict[str, Fact] = {"code": word.text, "near": near}
        variant = "unknown" if not self._checks[word] else "audiences" if self._checks[word] <= ABOUT_AUDIENCES else ""
        return self._record.document.fault("unused-silence", word.start, word.end, variant + "+" * bool(near), facts)
