"""Filters put to records: what was given is read, and a filter that a kind does not know is told with those that it knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from traite_cli.asking.conditions import Asked, Test, condition, near, within
from traite_cli.asking.filters import Filter, filters, filters_of
from traite_cli.errors import Choices, Message, UsageError
from traite_cli.kinds import KINDS, SEVERAL, Organisation, Person, Record
from traite_cli.language import LANGUAGES, N_, Language, Sense, Toward
from traite_cli.repository import Repository, memberships_on, standing_on
from traite_cli.saying.bounds import Bound, End, Side, period_given
from traite_cli.saying.given import span_given
from traite_cli.saying.vocabulary import ELSEWHERE, STATES, labels_of, word_given

Value = str | bool | tuple[str, ...]
"""What a filter is given; of several texts one or the other is wanted, '' and False ask nothing."""
Given = Mapping[str, Value]
"""The filters asked for, by name, each with what stands behind it."""
Named = Callable[..., Record]
"""Finds the record that a filter is given the name of, among some kinds: the name, then the kinds."""
_SIDES: Mapping[str, Side] = {"since": "since", "until": "until", "before": "before", "due_since": "since", "due_before": "before"}
"""Which end of a period each filter is given."""
_TOWARD: Mapping[str, Toward] = {"since": "past", "due_before": "future"}
"""Where a day without its year is looked for, if it is not the nearest."""


def asked_with(given: Given) -> tuple[str, ...]:
    """The filters that ask something, as they are written on the command line."""
    asked = ((filters()[name].option, value) for name, value in given.items())
    return tuple(
        option if value is True else f"{option} {one}" for option, value in asked for one in ([""] if value is True else _texts(value))
    )


def bounds_among(given: Given, day: date, language: Language = LANGUAGES[0]) -> tuple[Bound, ...]:
    """The ends of periods that filters are given. Raises ``UsageError``, also for a period that ends before it begins."""
    ends = {
        name: End(filters()[name].option, _alone(name, value), _SIDES[name], _TOWARD.get(name, "nearest"))
        for name, value in given.items()
        if name in _SIDES
    }
    made, due = ([end for name, end in ends.items() if name.startswith("due") is wanted] for wanted in (False, True))
    sense = Sense(day, language)
    return (*period_given(made, sense), *period_given(due, sense))


def _texts(value: Value) -> list[str]:
    """What a filter was given, each time that it was."""
    texts = (value,) if isinstance(value, str) else () if isinstance(value, bool) else value
    return [one for one in texts if one.strip()]


def _alone(name: str, value: Value) -> str:
    """What a filter was given that can be given once."""
    texts = _texts(value)
    if len(texts) > 1:
        raise UsageError(
            N_("{option} is given {number} times, and can be given once"),
            hint=N_("write one of these: {values}"),
            option=filters()[name].option,
            number=len(texts),
            values=", ".join(texts),
        )
    return "".join(texts)


def chosen(repository: Repository, kind: str, given: Given, named: Named, sense: Sense) -> Iterator[Record]:
    """The records of a kind that the filters leave. Raises ``UsageError`` and ``Refused`` for what means nothing."""
    asked = Asked(repository, sense.day, in_any_state=bool(given.get("state")))
    bounds = bounds_among(given, sense.day, sense.language)
    read = [(one, values) for name, value in given.items() if (values := _values(one := filters()[name], named, kind, value))]
    tests = [
        *(within(asked, bound) for bound in bounds),
        *(_any_of([condition(one)(asked, value) for value in values]) for one, values in read if one.takes != "date"),
    ]
    return (record for record in _looked_at(asked, kind, read) if all(test(record) for test in tests))


def _any_of(tests: Sequence[Test]) -> Test:
    return tests[0] if len(tests) == 1 else lambda record: any(test(record) for test in tests)


def without_beginning(kind: str, given: Given, records: Iterable[Record], day: date) -> int:
    """Of how many records nothing says since when they are what was asked for: that counts on every day."""
    if kind == Organisation.KIND and (given.get("member") or given.get("state")):
        standings = (standing_on(one, day) for one in records if isinstance(one, Organisation))
        return sum(one is not None and one.date is None for one in standings)
    if kind == Person.KIND and (given.get("organisation") or given.get("function")):
        held = (memberships_on(one, day) for one in records if isinstance(one, Person))
        return sum(bool(functions) and all(one.start_date is None for one in functions) for functions in held)
    return 0


def _looked_at(asked: Asked, kind: str, read: Iterable[tuple[Filter, Sequence[Any]]]) -> Iterable[Record]:
    """The records that the filters may leave: all of the kind, or those near to what the first of them names that knows."""
    for one, values in read:
        found = [near(one, asked, KINDS[kind], value) for value in values]
        if None not in found:
            return {record.ref: record for records in found for record in records or () if kind == record.KIND}.values()
    return asked.repository.of_kind(kind).values()


def _values(wanted: Filter, named: Named, kind: str, value: Value) -> Sequence[Any]:
    """What a filter was given, as its own test takes it; nothing where it asks nothing."""
    texts = _texts(value)
    if (value is True or texts) and kind not in wanted.kinds:
        raise UsageError(
            N_("{option} says nothing of {kind}"),
            hint=N_("it is for: {kinds}; {kind} have: {options}"),
            option=wanted.option,
            kind=Message(SEVERAL[kind]),
            kinds=Choices({one: SEVERAL[one] for one in wanted.kinds}),
            options=", ".join(one.option for one in filters_of(kind)),
        )
    return [True] if value is True else _read(wanted, named, kind, texts)


def _read(wanted: Filter, named: Named, kind: str, texts: Sequence[str]) -> Sequence[Any]:
    """The values of a filter: words of which one is to be chosen may stand with commas too."""
    match wanted.takes:
        case "span":
            return [span_given(wanted.option, _alone(wanted.name, tuple(texts)))] if texts else []
        case "record":
            return [named(text, *(KINDS[one] for one in wanted.records)).ref for text in texts]
        case "state":
            return [word_given(wanted.option, one, STATES[kind], ELSEWHERE.get(kind)) for one in _parts(texts)]
        case "sort":
            return [word_given(wanted.option, one, labels_of(KINDS[kind], wanted.name)) for one in _parts(texts)]
    return texts


def _parts(texts: Iterable[str]) -> Iterator[str]:
    return (part.strip() for text in texts for part in text.split(",") if part.strip())
