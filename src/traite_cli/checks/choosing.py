"""Which records are checked, and which faults are told: paths asked for, and codes that ``traite.toml`` ignores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from traite_cli.checks.catalogue import catalogue
from traite_cli.diagnostics import Fault
from traite_cli.errors import NotFound
from traite_cli.kinds import KINDS
from traite_cli.language import N_, nearest
from traite_cli.repository import Ignored, Repository

ABOUT_AUDIENCES = frozenset({"doubtful-fence"})
"""Checks that nothing silences: what they tell could let a passage out to those it is not for."""


def below(repository: Repository, paths: Sequence[str], others: Sequence[str] = ()) -> Repository:
    """The repository of which only some files, folders or records are checked.

    ``others`` are files that may be named though they hold no record: nothing of them is checked. Raises ``NotFound`` for any other
    path with nothing below it.
    """
    known = [record.path for record in repository.all()] + [fault.path for fault in repository.faults]
    chosen: set[str] = set()
    for path in paths:
        found = {one for one in known if _is_below(one, path)}
        if not found and path not in others:
            near = tuple(nearest(path, known, most=1))
            raise NotFound(
                N_("there is no record at {path}"), near=near, hint=N_("name a file or folder below records/, or kind/slug"), path=path
            )
        chosen |= found
    return repository.focused(chosen)


def _is_below(path: str, asked: str) -> bool:
    wanted = asked.strip("/").removeprefix("./")
    if wanted in {"", ".", "records"}:
        return True
    named = f"records/{wanted}" if wanted.split("/")[0] in KINDS else wanted
    return path in {named, f"{named}.md"} or path.startswith(f"{named}/")


def not_ignored(faults: Iterable[Fault], ignored: Iterable[Ignored]) -> tuple[Fault, ...]:
    """The faults that no entry of ``[validate]`` in ``traite.toml`` silences."""
    entries = tuple(ignored)
    return tuple(fault for fault in faults if not any(_silences(entry, fault) for entry in entries))


def _silences(entry: Ignored, fault: Fault) -> bool:
    return (
        fault.check not in ABOUT_AUDIENCES
        and catalogue()[fault.check].check.code in entry.codes
        and (not entry.path or fnmatchcase(fault.path, entry.path))
    )
