"""How ``traite validate`` comes by its faults: what was found the last time, or the records checked anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.cli.telling import Tally, errors_by_file, is_for_a_screen, report, tell, worded, write
from traite_cli.diagnostics import Entry, Found, Outcome, reporters
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.checks.since import Change
    from traite_cli.cli.call import Call
    from traite_cli.cli.stopwatch import Stopwatch
    from traite_cli.diagnostics import Diagnostic
    from traite_cli.repository import Repository
    from traite_cli.workspace import Workspace


class Checked(NamedTuple):
    """What was found in how many records: counted, and told by ``tell``; with what is said of the faults that are known."""

    found: Found
    tally: Tally
    records: int
    tell: Callable[[], None]
    errors: Mapping[str, int] = MappingProxyType({})
    """The files with errors, where they are told to a person at a terminal among warnings."""


class Checking(NamedTuple):
    """What a call asks for: which checks (None: all), which faults pass, which change they must touch."""

    workspace: Workspace
    wanted: Collection[str] | None
    known: Sequence[Entry]
    change: Change | None

    def as_known(self, call: Call, form: str) -> Checked:
        """All records, as they were checked the last time unless something changed since."""
        if self.wanted is None and not self.known and self.change is None and form in reporters.BY_FILE and not is_for_a_screen(call, form):
            return self._as_told(call, form)
        outcome = self.workspace.outcomes.outcome
        found = Found(outcome.of(self.wanted))
        if self.known or self.change is not None:
            from traite_cli.checks.validating import sifted

            found = sifted(found.faults, self.workspace.day, self._names, known=self.known, change=self.change)
        diagnostics = outcome.told(found.faults, call.t)
        return Checked(
            found, Tally.of(diagnostics), outcome.records, lambda: tell(call, diagnostics, form, ()), _errors(call, diagnostics, form)
        )

    def _as_told(self, call: Call, form: str) -> Checked:
        """All that there is to tell, in the words in which it was told the last time."""
        from traite_cli.index.findings import Words

        def words(outcome: Outcome) -> Words:
            diagnostics = outcome.told(outcome.faults, call.t)
            return Words(report(call, diagnostics, form), Tally.of(diagnostics))

        (text, counts), records = self.workspace.outcomes.worded(f"{call.t.language} {form}", words)
        return Checked(Found(()), Tally._make(counts or (0, 0, 0)), records, lambda: write(call, text, form))

    def anew(self, call: Call, repository: Repository, watch: Stopwatch, form: str) -> Checked:
        """The records of a repository, or those that it is focused on."""
        from traite_cli.checks.validating import validate

        found = validate(repository, self.workspace.day, self._names, known=self.known, change=self.change, timed=watch)
        files = [record.path for record in repository.all_examined()]
        diagnostics = worded(call, found.faults)
        return Checked(
            found, Tally.of(diagnostics), len(files), lambda: tell(call, diagnostics, form, files), _errors(call, diagnostics, form)
        )

    def read(self, call: Call, paths: Sequence[str], watch: Stopwatch) -> Repository:
        """The records that are asked for, among all others."""
        with watch(call.t(N_("reading"))):
            return self.asked(self.workspace.repository, paths)

    def asked(self, repository: Repository, paths: Sequence[str]) -> Repository:
        """A repository, focused on the paths that were named."""
        from traite_cli.checks.choosing import below

        named = [self.workspace.relative(path) for path in paths]
        return below(repository, named, others=list(filter(self.workspace.holds, named))) if named else repository

    @property
    def _names(self) -> Collection[str]:
        from traite_cli.checks.choosing import chosen

        return chosen((), ()) if self.wanted is None else self.wanted


def _errors(call: Call, diagnostics: Sequence[Diagnostic], form: str) -> Mapping[str, int]:
    """The files with errors, where a screen shows them among warnings; none where they are all there is."""
    errors = errors_by_file(diagnostics) if is_for_a_screen(call, form) else {}
    return errors if sum(errors.values()) < len(diagnostics) else {}


def wanted_checks(select: Sequence[str] | None, ignore: Sequence[str] | None) -> Collection[str] | None:
    """The names of the checks asked for; None where all are. Raises ``UsageError``."""
    if not select and not ignore:
        return None
    from traite_cli.checks.choosing import chosen

    return chosen(select or (), ignore or ())
