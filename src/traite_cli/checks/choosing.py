"""Which records are checked, and which faults are told: paths and codes asked for, and codes that ``traite.toml`` sets aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from functools import cache

from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.codes import checks_called, near_codes
from traite_cli.diagnostics import Fault
from traite_cli.errors import ConfigurationError, NotFound, UsageError
from traite_cli.kinds import AUDIENCES, KINDS
from traite_cli.language import N_, nearest
from traite_cli.repository import Ignored, Repository

ABOUT_AUDIENCES = frozenset({"doubtful-fence"})
"""Checks that nothing in a repository silences: what they tell could let a passage out to those it is not for."""

_FRONT_MATTER = ("TR1", "TR2")
_AUDIENCE_LINE = re.compile(r"[\s-]*[\"']?audience[\"']?\s*:")


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
            near = tuple(nearest(path, _folders(path), most=1) or nearest(path, known, most=1))
            raise NotFound(
                N_("there is no record at {path}"), near=near, hint=N_("name a file or folder below records/, or kind/slug"), path=path
            )
        chosen |= found
    return repository.focused(chosen)


def _folders(path: str) -> list[str]:
    """The folders that a path without a file's name may have been meant for: of « record/ », no record's path is the nearest."""
    wanted = path.strip("/").removeprefix("./")
    folders = [] if wanted.count("/") > 1 or wanted.endswith(".md") else ["records/", *(f"records/{kind}/" for kind in KINDS)]
    return [folder for folder in folders if folder.strip("/") != wanted]


def _is_below(path: str, asked: str) -> bool:
    wanted = asked.strip("/").removeprefix("./")
    if wanted in {"", ".", "records"}:
        return True
    named = f"records/{wanted}" if wanted.split("/")[0] in KINDS else wanted
    return path in {named, f"{named}.md"} or path.startswith(f"{named}/")


def chosen(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """The names of the checks selected (all, where none is) and not ignored; each text may name several, with commas between.

    Raises ``UsageError`` for a word that names no check.
    """
    selected = [checks for text in select for checks in _named(text, "--select")]
    ignored = [checks for text in ignore for checks in _named(text, "--ignore")]
    wanted = frozenset().union(*selected) if selected else frozenset(catalogue())
    return wanted.difference(*ignored)


def _named(text: str, option: str) -> Iterable[frozenset[str]]:
    for word in filter(None, map(str.strip, text.split(","))):
        found = checks_called(word)
        if not found:
            near = ", ".join(near_codes(word))
            hint = N_("perhaps: {near}") if near else N_("all codes: traite explain")
            raise UsageError(N_("{option}: no fault has the code “{word}”"), hint=hint, option=option, word=word, near=near)
        yield found


def is_about_audiences(fault: Fault) -> bool:
    """Whether a fault is about who may read something: a fence, or a field ``audience``, even one that is only nearly called so."""
    if fault.check in ABOUT_AUDIENCES or fault.facts.get("choices") == AUDIENCES or fault.facts.get("near") == "audience":
        return True
    is_of_front_matter = catalogue()[fault.check].code.startswith(_FRONT_MATTER)
    return is_of_front_matter and _AUDIENCE_LINE.match(fault.source) is not None


def not_ignored(faults: Iterable[Fault], ignored: Iterable[Ignored]) -> tuple[Fault, ...]:
    """The faults that no entry of ``[validate]`` in ``traite.toml`` sets aside. Raises ``ConfigurationError`` for a code that is none."""
    entries = tuple(dict.fromkeys((_checks_of(entry), entry.path) for entry in ignored))

    @cache
    def sets_aside(check: str, path: str) -> bool:
        """Asked once for all faults of a check in a file: there may be ten thousand of them, and as many entries."""
        return any(check in checks and (not wanted or fnmatchcase(path, wanted)) for checks, wanted in entries)

    return tuple(fault for fault in faults if not sets_aside(fault.check, fault.path) or is_about_audiences(fault))


def set_aside(ignored: Iterable[Ignored]) -> frozenset[str]:
    """The names of the checks of which some faults are set aside."""
    return frozenset().union(*map(_checks_of, ignored))


def _checks_of(entry: Ignored) -> frozenset[str]:
    found: set[str] = set()
    for word in entry.codes:
        checks = checks_called(word.strip())
        if not checks:
            near = ", ".join(near_codes(word))
            hint = N_("perhaps: {near}") if near else N_("all codes: traite explain")
            error = ConfigurationError(N_("no fault has the code “{word}”"), hint=hint, word=word, near=near)
            error.place = entry.place
            raise error
        found |= checks
    return frozenset(found)
