"""Running the checks over a repository: what is found, what of it stands, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date

from traite_cli.checks.called import Called
from traite_cli.checks.catalogue import Listed, catalogue
from traite_cli.checks.choosing import not_ignored
from traite_cli.checks.silencing import USELESS, Silences
from traite_cli.diagnostics import Diagnostic, Fault, Outcome, Rule, Translate, worded
from traite_cli.diagnostics.forms import Forms, faults_from, forms_of
from traite_cli.files.halves import shared
from traite_cli.repository import Repository

Timed = Callable[[str], AbstractContextManager[object]]
"""What measures the time that a check takes; it is given the check's name."""


def faults_of(repository: Repository, day: date, wanted: Collection[str] | None = None, timed: Timed = nullcontext) -> tuple[Fault, ...]:
    """Every fault of a repository on the day asked about, each once, in the order of files and lines.

    A fault that a comment in its record silences, or that ``traite.toml`` sets aside, is none. ``wanted`` are the names of the checks
    asked for: all of them unless told.
    """
    names = frozenset(catalogue()) if wanted is None else frozenset(wanted)
    return _standing(repository, day, names, Silences(repository), timed)


def _standing(
    repository: Repository, day: date, names: frozenset[str], silences: Silences, timed: Timed = nullcontext
) -> tuple[Fault, ...]:
    """What some checks find that no comment of some and no setting sets aside, in order."""
    run = names | silences.checks if USELESS in names else names
    faults: Iterable[Fault] = Called(repository).told(_once(_found(repository, day, run, timed)))
    faults = silences.apply(faults)
    faults = not_ignored(faults, repository.configuration.ignored)
    return tuple(sorted((fault for fault in faults if fault.check in names), key=lambda fault: fault.order))


def _found(repository: Repository, day: date, wanted: frozenset[str], timed: Timed) -> Iterator[Fault]:
    if not all(catalogue()[name].looks for name in wanted - {USELESS}):
        yield from (fault for fault in _met(repository) if fault.check in wanted)
    looking = [one for name, one in catalogue().items() if name in wanted and one.looks and repository.examines(one.kinds)]
    if timed is nullcontext and repository.is_large and len(looking) > _FEW:
        yield from _found_in_two(looking, repository, day)
    else:
        for one in looking:
            yield from _looked_for(one, repository, day, timed)


_FEW = 8
"""Checks for which no second process pays, nor that all records be there before it is begun."""


def _found_in_two(looking: Sequence[Listed], repository: Repository, day: date) -> Iterator[Fault]:
    """What checks find of many records: two processes take them in turns, the last first, since what looks at words comes last."""
    for record in repository.all():
        record.make()  # what both look at, before there are two
    last_first = looking[::-1]

    def look(numbers: Iterator[int]) -> list[tuple[int, Forms]]:
        return [(number, forms_of(_looked_for(last_first[number], repository, day, nullcontext))) for number in numbers]

    found = dict(one for part in shared(len(last_first), look) for one in part)
    for number in reversed(range(len(last_first))):
        yield from faults_from(found[number])


def _met(repository: Repository) -> Iterator[Fault]:
    """What reading found."""
    yield from repository.faults
    for record in repository.all_examined():
        yield from record.document.faults


def _looked_for(one: Listed, repository: Repository, day: date, timed: Timed) -> list[Fault]:
    """What a check finds."""
    with timed(one.name):
        return [*(one.find(repository) if one.find else ()), *(one.find_on(repository, day) if one.find_on else ())]


def _once(faults: Iterable[Fault]) -> Iterator[Fault]:
    seen: set[tuple[str, str, object]] = set()
    for fault in faults:
        key = (fault.check, fault.path, fault.span)
        if key not in seen:
            seen.add(key)
            yield fault


def told(faults: Iterable[Fault], translate: Translate) -> tuple[Diagnostic, ...]:
    """Faults in words."""
    return tuple(worded(fault, catalogue()[fault.check].check.rule, translate) for fault in faults)


def outcome_of(repository: Repository, day: date) -> Outcome:
    """All that the checks find, with what is needed to tell it."""
    silences = Silences(repository)
    faults = _standing(repository, day, frozenset(catalogue()), silences)
    return Outcome(faults, _rules(faults), sum(1 for _ in repository.all_examined()), silences.paths)


def outcome_on(day: date, repository: Repository, other: Outcome) -> Outcome:
    """The same, told by what was found in the same records on an ``other`` day: few checks look at the day."""
    of_day = frozenset(name for name, one in catalogue().items() if one.of_day) | {USELESS}
    found = _standing(repository, day, of_day, Silences(repository.focused(other.silencing)))
    faults = tuple(sorted([*(fault for fault in other.faults if fault.check not in of_day), *found], key=lambda fault: fault.order))
    return other._replace(faults=faults, rules=_rules(faults))


def _rules(faults: Iterable[Fault]) -> Mapping[str, Rule]:
    return {name: catalogue()[name].check.rule for name in dict.fromkeys(fault.check for fault in faults)}
