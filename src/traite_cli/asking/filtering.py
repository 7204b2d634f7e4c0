"""Filters put to records: what was given is read, and a filter that a kind does not know is told with those that it knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from traite_cli.asking.conditions import Asked, condition, near
from traite_cli.asking.filters import Filter, filters, filters_of
from traite_cli.asking.given import date_given, record_given, span_given
from traite_cli.errors import UsageError
from traite_cli.kinds import KINDS, Record
from traite_cli.language import N_
from traite_cli.repository import Repository
from traite_cli.saying.vocabulary import ELSEWHERE, STATES, labels_of, word_given

Given = Mapping[str, str | bool]
"""The filters asked for, by name, each with what stands behind it; what is '' or False asks nothing."""


def asked_with(given: Given) -> tuple[str, ...]:
    """The filters that ask something, as they are written on the command line."""
    asked = [(filters()[name].option, value) for name, value in given.items() if value]
    return tuple(option if value is True else f"{option} {value}" for option, value in asked)


def chosen(repository: Repository, kind: str, given: Given, day: date) -> Iterator[Record]:
    """The records of a kind that the filters leave. Raises ``UsageError`` and ``Refused`` for what means nothing."""
    asked = Asked(repository, day)
    wanted = [(filters()[name], value) for name, value in given.items() if value]
    read = [(one, _value(one, asked, kind, value)) for one, value in wanted]
    tests = [condition(one)(asked, value) for one, value in read]
    return (record for record in _looked_at(asked, kind, read) if all(test(record) for test in tests))


def _looked_at(asked: Asked, kind: str, read: Iterable[tuple[Filter, Any]]) -> Iterable[Record]:
    """The records that the filters may leave: all of the kind, or those near to what the first of them names that knows."""
    for one, value in read:
        found = near(one, asked, KINDS[kind], value)
        if found is not None:
            return {record.ref: record for record in found if kind == record.KIND}.values()
    return asked.repository.of_kind(kind).values()


def _value(wanted: Filter, asked: Asked, kind: str, value: object) -> Any:  # what the filter's own test takes
    if kind not in wanted.kinds:
        raise UsageError(
            N_("{option} says nothing of {kind}"),
            hint=N_("it is for: {kinds}; {kind} have: {options}"),
            option=wanted.option,
            kind=kind,
            kinds=", ".join(wanted.kinds),
            options=", ".join(one.option for one in filters_of(kind)),
        )
    return value if value is True else _read(wanted, asked, kind, str(value))


def _read(wanted: Filter, asked: Asked, kind: str, text: str) -> Any:  # what the filter's own test takes
    match wanted.takes:
        case "date":
            return date_given(wanted.option, text, asked.day)
        case "span":
            return span_given(wanted.option, text)
        case "record":
            return record_given(asked.repository, text, wanted.records)
        case "state":
            return word_given(wanted.option, text, STATES[kind], ELSEWHERE.get(kind))
        case "sort":
            return word_given(wanted.option, text, labels_of(KINDS[kind], wanted.name))
    return text
