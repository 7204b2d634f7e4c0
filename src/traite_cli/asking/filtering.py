"""Filters put to records: what was given is read, and a filter that a kind does not know is told with those that it knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from traite_cli.asking.conditions import Asked, condition, near
from traite_cli.asking.filters import Filter, filters, filters_of
from traite_cli.dates import EdtfDate
from traite_cli.errors import Choices, Message, UsageError
from traite_cli.kinds import KINDS, SEVERAL, Record
from traite_cli.language import LANGUAGES, N_, Language, Sense, Toward, words
from traite_cli.repository import Repository
from traite_cli.saying.given import option_date, span_given
from traite_cli.saying.vocabulary import ELSEWHERE, STATES, labels_of, word_given

Given = Mapping[str, str | bool]
"""The filters asked for, by name, each with what stands behind it; what is '' or False asks nothing."""
Named = Callable[..., Record]
"""Finds the record that a filter is given the name of, among some kinds: the name, then the kinds."""
_TOWARD: Mapping[str, Toward] = {"since": "past", "due_before": "future"}
"""Where a day without its year is looked for, if it is not the nearest."""
_BEFORE = frozenset({"before", "due_before"})
_END = frozenset({"fin", "end"})
"""What is before a month is before its first day; before the end of one, before its last."""


def asked_with(given: Given) -> tuple[str, ...]:
    """The filters that ask something, as they are written on the command line."""
    asked = [(filters()[name].option, value) for name, value in given.items() if value]
    return tuple(option if value is True else f"{option} {value}" for option, value in asked)


def dates_among(given: Given, day: date, language: Language = LANGUAGES[0]) -> Iterator[tuple[str, str, EdtfDate | None]]:
    """The filters that are given a date: the option, what was given, and which date that is. Raises ``UsageError``."""
    for name, value in given.items():
        if value and filters()[name].takes == "date":
            yield filters()[name].option, str(value), _date(filters()[name], str(value), Sense(day, language))


def chosen(repository: Repository, kind: str, given: Given, named: Named, sense: Sense) -> Iterator[Record]:
    """The records of a kind that the filters leave. Raises ``UsageError`` and ``Refused`` for what means nothing."""
    asked = Asked(repository, sense.day)
    wanted = [(filters()[name], value) for name, value in given.items() if value]
    read = [(one, _value(one, named, sense, kind, value)) for one, value in wanted]
    tests = [condition(one)(asked, value) for one, value in read]
    return (record for record in _looked_at(asked, kind, read) if all(test(record) for test in tests))


def _looked_at(asked: Asked, kind: str, read: Iterable[tuple[Filter, Any]]) -> Iterable[Record]:
    """The records that the filters may leave: all of the kind, or those near to what the first of them names that knows."""
    for one, value in read:
        found = near(one, asked, KINDS[kind], value)
        if found is not None:
            return {record.ref: record for record in found if kind == record.KIND}.values()
    return asked.repository.of_kind(kind).values()


def _value(wanted: Filter, named: Named, sense: Sense, kind: str, value: object) -> Any:  # what the filter's own test takes
    if kind not in wanted.kinds:
        raise UsageError(
            N_("{option} says nothing of {kind}"),
            hint=N_("it is for: {kinds}; {kind} have: {options}"),
            option=wanted.option,
            kind=Message(SEVERAL[kind]),
            kinds=Choices({one: SEVERAL[one] for one in wanted.kinds}),
            options=", ".join(one.option for one in filters_of(kind)),
        )
    return value if value is True else _read(wanted, named, sense, kind, str(value))


def _date(wanted: Filter, text: str, sense: Sense) -> EdtfDate | None:
    found = option_date(wanted.option, text, sense, _TOWARD.get(wanted.name, "nearest"))
    if found is not None and wanted.name in _BEFORE and not _END.isdisjoint(words(text)):
        return EdtfDate.of(found.last)
    return found


def _read(wanted: Filter, named: Named, sense: Sense, kind: str, text: str) -> Any:  # what the filter's own test takes
    match wanted.takes:
        case "date":
            return _date(wanted, text, sense)
        case "span":
            return span_given(wanted.option, text)
        case "record":
            return named(text, *(KINDS[one] for one in wanted.records)).ref
        case "state":
            return word_given(wanted.option, text, STATES[kind], ELSEWHERE.get(kind))
        case "sort":
            return word_given(wanted.option, text, labels_of(KINDS[kind], wanted.name))
    return text
