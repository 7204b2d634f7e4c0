"""The items of a form, one after the other: what is given already is not asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from traite_cli.dates import EdtfDate
from traite_cli.kinds import KINDS, Record
from traite_cli.writing.interview.form import BODY, FORMS, Item, field_of
from traite_cli.writing.interview.items import ask
from traite_cli.writing.interview.sitting import Filled, Sitting

Check = Callable[[Sitting, Filled, list[Any]], str]
"""What is wrong with an answer, in words; '' for nothing."""
Checks = Mapping[str, Check]


def fill(sitting: Sitting, kind: str, filled: Filled, defaults: Mapping[str, str] | None = None, checks: Checks | None = None) -> Filled:
    """Ask for what is not given. ``defaults`` are what stands when nothing is typed, ``checks`` what an answer has to pass."""
    for item in FORMS[kind]:
        if item.question and is_wanted(sitting, item, filled):
            sitting.learn(filled)
            default, check = (defaults or {}).get(item.field, ""), (checks or {}).get(item.field)
            put(kind, item, filled, _answer(sitting, kind, item, filled, default, check))
    return filled


def _answer(sitting: Sitting, kind: str, item: Item, filled: Filled, default: str, check: Check | None) -> list[Any]:
    while True:
        values = ask(sitting, kind, item, default)
        wrong = check(sitting, filled, values) if check is not None and values else ""
        if not wrong or sitting.asker is None:
            return values
        sitting.asker.say(wrong)


def put(kind: str, item: Item, filled: Filled, values: list[Any]) -> None:
    """Put the values of an item to the others: behind those of a list, into its last entry for a field of that (``memberships.role``)."""
    name, _, inner = item.field.partition(".")
    field = field_of(kind, item)
    if not values:
        return
    if inner:
        last = filled[name][-1]
        short = getattr(field_of(kind, Item(name, "")), "type").short  # noqa: B009
        filled[name][-1] = {**(last if isinstance(last, dict) else {short: last}), inner: values[0]}
    elif field is not None and field.many:
        filled[name] = [*filled.get(name, []), *values]
    else:
        filled[name] = values[0]


def is_wanted(sitting: Sitting, item: Item, filled: Filled) -> bool:
    """Whether an item is to be asked, by what is given already."""
    name, _, inner = item.field.partition(".")
    if inner:
        last = filled.get(name, [None])[-1]
        return last is not None and not (isinstance(last, dict) and inner in last)
    if name in filled or (name == "made_on" and filled.get("made_at")) or (name == BODY and filled.get(BODY)):
        return False
    match item.when:
        case "held":
            return is_past(sitting, filled)
        case "planned":
            return not is_past(sitting, filled)
        case "met":
            return is_past(sitting, filled) and filled.get("classification") == "institutional"
    return True


def is_past(sitting: Sitting, filled: Filled) -> bool:
    """Whether a meeting's day is today or before."""
    day = filled.get("date")
    return isinstance(day, EdtfDate) and day.first <= sitting.sense.day


def made(sitting: Sitting, kind: str, filled: Filled, slug: str = "") -> Record:
    """Make the record that these values are of."""
    values = {name: value for name, value in filled.items() if name in KINDS[kind].FIELDS}
    return sitting.make(kind, values, str(filled.get(BODY, "")), slug)
