"""Running the checks over a repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from traite_cli.checks.catalogue import catalogue
from traite_cli.diagnostics import Diagnostic, Fault, Translate, worded
from traite_cli.repository import Repository


def faults_of(repository: Repository) -> tuple[Fault, ...]:
    """Every fault of a repository, each once, in the order of files and lines."""
    return tuple(sorted(_once(_all(repository)), key=lambda fault: fault.order))


def _all(repository: Repository) -> Iterator[Fault]:
    yield from repository.faults
    for record in repository.all_examined():
        yield from record.document.faults
    for listed in catalogue().values():
        if listed.find is not None:
            yield from listed.find(repository)


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
