"""Filters put to records: what was given is read, and a filter that a kind does not know is told with those that it knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from traite_cli.asking.conditions import Asked, condition, near
from traite_cli.asking.filters import Filter, filters, filters_of
from traite_cli.errors import Choices, Message, UsageError
from traite_cli.kinds import KINDS, SEVERAL, Organisation, Person, Record
from traite_cli.language import LANGUAGES, N_, Language, Sense, Toward
from traite_cli.repository import Repository, memberships_on, standing_on
from traite_cli.saying.bounds import Bound, Side, bound_given, refuse_backwards
from traite_cli.saying.given import span_given
from traite_cli.saying.vocabulary import ELSEWHERE, STATES, labels_of, word_given

Given = Mapping[str, str | bool]
"""The filters asked for, by name, each with what stands behind it; what is '' or False asks nothing."""
Named = Callable[..., Record]
"""Finds the record that a filter is given the name of, among some kinds: the name, then the kinds."""
_SIDES: Mapping[str, Side] = {"since": "since", "until": "until", "before": "before", "due_since": "since", "due_before": "before"}
"""Which end of a period each filter is given."""
_TOWARD: Mapping[str, Toward] = {"since": "past", "due_before": "future"}
"""Where a day without its year is looked for, if it is not the nearest."""


def asked_with(given: Given) -> tuple[str, ...]:
    """The filters that ask something, as they are written on the command line."""
    asked = [(filters()[name].option, value) for name, value in given.items() if value]
    return tuple(option if value is True else f"{option} {value}" for option, value in asked)


def bounds_among(given: Given, day: date, language: Language = LANGUAGES[0]) -> tuple[Bound, ...]:
    """The ends of periods that filters are given. Raises ``UsageError``, also for a period that ends before it begins."""
    sense, found = Sense(day, language), dict[str, Bound]()
    for name in _SIDES.keys() & given.keys():
        if (bound := _bound(filters()[name], str(given[name] or ""), sense)) is not None:
            found[name] = bound
    for due in (True, False):
        refuse_backwards(bound for name, bound in found.items() if name.startswith("due") == due)
    return tuple(found[name] for name in given if name in found)


def chosen(repository: Repository, kind: str, given: Given, named: Named, sense: Sense) -> Iterator[Record]:
    """The records of a kind that the filters leave. Raises ``UsageError`` and ``Refused`` for what means nothing."""
    asked = Asked(repository, sense.day, in_any_state=bool(given.get("state")))
    bounds_among(given, sense.day, sense.language)
    wanted = [(filters()[name], value) for name, value in given.items() if value is True or (value and value.strip())]
    read = [(one, _value(one, named, sense, kind, value)) for one, value in wanted]
    tests = [condition(one)(asked, value) for one, value in read]
    return (record for record in _looked_at(asked, kind, read) if all(test(record) for test in tests))


def without_beginning(kind: str, given: Given, records: Iterable[Record], day: date) -> int:
    """Of how many records nothing says since when they are what was asked for: that counts on every day."""
    if kind == Organisation.KIND and (given.get("member") or given.get("state")):
        standings = (standing_on(one, day) for one in records if isinstance(one, Organisation))
        return sum(one is not None and one.date is None for one in standings)
    if kind == Person.KIND and (given.get("organisation") or given.get("function")):
        held = (memberships_on(one, day) for one in records if isinstance(one, Person))
        return sum(bool(functions) and all(one.start_date is None for one in functions) for functions in held)
    return 0


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


def _bound(wanted: Filter, text: str, sense: Sense) -> Bound | None:
    return bound_given(wanted.option, text, sense, _SIDES[wanted.name], _TOWARD.get(wanted.name, "nearest"))


def _read(wanted: Filter, named: Named, sense: Sense, kind: str, text: str) -> Any:  # what the filter's own test takes
    match wanted.takes:
        case "date":
            bound = _bound(wanted, text, sense)
            return bound.day if bound is not None else None
        case "span":
            return span_given(wanted.option, text)
        case "record":
            return named(text, *(KINDS[one] for one in wanted.records)).ref
        case "state":
            return word_given(wanted.option, text, STATES[kind], ELSEWHERE.get(kind))
        case "sort":
            return word_given(wanted.option, text, labels_of(KINDS[kind], wanted.name))
    return text
