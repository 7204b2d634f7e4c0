"""Which records are checked, and which faults are told: paths and codes asked for, and codes that ``traite.toml`` sets aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from functools import cache

from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.codes import checks_called, near_codes
from traite_cli.diagnostics import Fault
from traite_cli.errors import Choices, ConfigurationError, NotFound, UsageError
from traite_cli.kinds import AUDIENCES, KINDS, SEVERAL, kind_among, meant_among
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
        named = _named_by(path)
        found = {one for one in known if not named or one in {named, f"{named}.md"} or one.startswith(f"{named}/")}
        if not found and path not in others:
            raise _nowhere(path, known)
        chosen |= found
    return repository.focused(chosen)


def _nowhere(path: str, known: Sequence[str]) -> NotFound:
    folders = _folders(path)
    kind = meant_among(SEVERAL, path) if folders else ""
    near = nearest(path, folders, most=1) or [f"records/{kind}/" for _ in kind[:1]] or nearest(path, known, most=1)
    hint = N_("name a file or folder below records/, or kind/slug; the kinds: {kinds}")
    return NotFound(N_("there is no record at {path}"), near=tuple(near), hint=hint, path=path, kinds=Choices(SEVERAL))


def _folders(path: str) -> list[str]:
    """The folders that a path without a file's name may have been meant for: of « record/ », no record's path is the nearest."""
    wanted = _wanted(path)
    folders = [] if wanted.count("/") > 1 or wanted.endswith(".md") else ["records/", *(f"records/{kind}/" for kind in KINDS)]
    return [folder for folder in folders if folder.strip("/") != wanted]


def _named_by(asked: str) -> str:
    """The path of a record, without its ending, or of a folder; '' for all records."""
    wanted = _wanted(asked)
    if wanted in {"", ".", "records"}:
        return ""
    first, slash, rest = wanted.partition("/")
    kind = kind_among(first)
    return f"records/{kind}{slash}{rest}" if kind else wanted


def _wanted(asked: str) -> str:
    return asked.strip("/").removeprefix("./")


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
