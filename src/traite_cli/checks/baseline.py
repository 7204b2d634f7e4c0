"""Known faults: a report of ``traite validate --format json``, kept in a file, whose faults pass until they are mended.

An entry is one fault, known again by its path, its code and its message, whichever line it moved to and in whichever language it was
told. Faults about audiences are told although they are known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.choosing import is_about_audiences
from traite_cli.checks.running import told
from traite_cli.diagnostics import Entry, Fault
from traite_cli.errors import ConfigurationError
from traite_cli.language import LANGUAGES, N_, translator

MOST_BYTES = 1 << 24
"""Forty thousand known faults; a file of brackets that is no longer makes no more objects of them than memory holds."""
_VERSION = 1
_ANOTHER_LINE = re.compile(r"\b(lignes?|lines?)[ \u00a0]\d+")
_LAST_COMMA = re.compile(r",(?=\s*\]\s*\}\s*\Z)")


class Known(NamedTuple):
    """The faults that are not known, how many are, and the entries whose fault is there no more."""

    faults: tuple[Fault, ...]
    passed: int
    mended: tuple[Entry, ...]


def read_baseline(name: str, data: bytes) -> tuple[Entry, ...]:
    """The entries of a file. Raises ``ConfigurationError`` where it is no report."""
    if len(data) > MOST_BYTES:
        raise _unreadable(name, N_("{name} is larger than {most} MB"), most=MOST_BYTES >> 20)
    try:
        report = json.loads(_whole(data.decode(json.detect_encoding(data))))
    except (ValueError, RecursionError) as error:
        raise _unreadable(name, N_("{name} cannot be read as a list of known faults")) from error
    if not isinstance(report, dict) or not isinstance(report.get("diagnostics"), list):
        raise _unreadable(name, N_("{name} holds no list of known faults"))
    if report.get("version") != _VERSION:
        raise _unreadable(name, N_("{name} was made by another version of traite"))
    return tuple(_entry(name, number, one) for number, one in enumerate(report["diagnostics"], 1))


def _whole(text: str) -> str:
    """The text without the comma that whoever deletes the last entry leaves behind."""
    return _LAST_COMMA.sub("", text)


def _entry(name: str, number: int, one: object) -> Entry:
    values = [one.get(key) for key in Entry._fields] if isinstance(one, dict) else []
    if not values or not all(isinstance(value, str) for value in values):
        raise _unreadable(name, N_("entry {number} of {name} lacks its path, its code or its message"), number=number)
    return Entry(*map(str, values))


def _unreadable(name: str, message: str, **facts: int) -> ConfigurationError:
    hint = N_("make it anew: traite validate --format json > {name}")
    return ConfigurationError(message, hint=hint, name=name, **facts)


def unknown(entries: Iterable[Entry], faults: Iterable[Fault], looks_at: Callable[[str], bool], wanted: Collection[str]) -> Known:
    """Take the known faults away, each entry one; an entry whose file or whose check nobody looked at is not called mended."""
    waiting: dict[Entry, list[Entry]] = {}
    for entry in entries:
        waiting.setdefault(_without_line(entry), []).append(entry)
    files = {entry.path for entry in waiting}
    left: list[Fault] = []
    passed = 0
    for fault in faults:
        key = next((key for key in _keys(fault) if waiting.get(key)), None) if fault.path in files else None
        if key is not None:
            waiting[key].pop()
        if key is None or is_about_audiences(fault):
            left.append(fault)
        else:
            passed += 1
    codes = {catalogue()[name].code for name in wanted}
    missing = (entry for group in waiting.values() for entry in group)
    return Known(tuple(left), passed, tuple(sorted(entry for entry in missing if entry.code in codes and looks_at(entry.path))))


def _keys(fault: Fault) -> Iterator[Entry]:
    """What an entry for a fault may be, in each language."""
    for language in LANGUAGES:
        (one,) = told([fault], translator(language))
        yield _without_line(Entry(one.path, one.code, one.message))


def _without_line(entry: Entry) -> Entry:
    """The entry without the numbers of other lines that its message names: they move as its own does."""
    return entry._replace(message=_ANOTHER_LINE.sub(r"\1", entry.message))
