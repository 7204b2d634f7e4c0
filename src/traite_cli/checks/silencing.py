"""Faults without those that a comment in their record silences; comments that silence nothing are faults of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from traite_cli.checks.choosing import ABOUT_AUDIENCES, is_about_audiences
from traite_cli.checks.codes import checks_called, near_codes
from traite_cli.checks.silences import Silence, Word, silences_of
from traite_cli.diagnostics import Fact, Fault
from traite_cli.kinds import Record
from traite_cli.repository import Repository


def not_silenced(repository: Repository, faults: Iterable[Fault], wanted: Collection[str]) -> Iterator[Fault]:
    """The faults that no comment silences, and then those of the comments; ``wanted`` are the checks that were run."""
    all_of_them = [_Silences(record, found) for record in repository.all_examined() if (found := silences_of(record.document))]
    by_path = {one.record.path: one for one in all_of_them}
    for fault in faults:
        if fault.path not in by_path or not by_path[fault.path].silence(fault):
            yield fault
    for one in all_of_them:
        yield from (fault for fault in one.faults(wanted) if fault.check in wanted)


class _Silences:
    """The comments of one record, and which of their words have silenced something."""

    def __init__(self, record: Record, silences: tuple[Silence, ...]) -> None:
        self.record = record
        self._silences = silences
        self._checks = {word: checks_called(word.text) for silence in silences for word in silence.codes}
        self._used: set[Word] = set()

    def silence(self, fault: Fault) -> bool:
        """Whether a comment silences a fault."""
        if is_about_audiences(fault):
            return False
        here = (silence for silence in self._silences if silence.first <= fault.span.line <= silence.last)
        words = [word for silence in here for word in silence.codes if fault.check in self._checks[word]]
        self._used.update(words)
        return bool(words)

    def faults(self, wanted: Collection[str]) -> Iterator[Fault]:
        """What is wrong with the comments themselves."""
        document = self.record.document
        for silence in self._silences:
            if not silence.codes:
                yield document.fault("unused-silence", silence.start, silence.end, "not-understood")
            elif not silence.reason:
                yield document.fault("silence-without-reason", silence.start, silence.end)
            for word in silence.codes:
                variant = self._useless(word, wanted)
                if variant is not None:
                    near = near_codes(word.text) if variant == "unknown" else ()
                    facts: dict[str, Fact] = {"code": word.text, "near": near}
                    yield document.fault("unused-silence", word.start, word.end, variant + "+" * bool(near), facts)

    def _useless(self, word: Word, wanted: Collection[str]) -> str | None:
        """Why a word of a comment silences nothing; None where it does, or where its checks were not run."""
        checks = self._checks[word]
        if not checks:
            return "unknown"
        if checks <= ABOUT_AUDIENCES:
            return "audiences"
        return "" if word not in self._used and checks.issubset(wanted) else None
