"""The items of a form, one after the other: what is given already is not asked."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import Any, NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.kinds import KINDS, Person, Record, Request
from traite_cli.writing.interview.form import BODY, FORMS, Item, When, field_of
from traite_cli.writing.interview.items import ask
from traite_cli.writing.interview.numbering import numbered
from traite_cli.writing.interview.sitting import Filled, Sitting

Check = Callable[[Sitting, Filled, list[Any]], str]
"""What is wrong with an answer, in words; '' for nothing."""


Proposal = Callable[[Sitting, Filled], None]
Default = str | Callable[[Sitting, Filled], str]


class Hints(NamedTuple):
    """What helps to fill a form, by the names of fields."""

    defaults: Mapping[str, Default] = {}
    """What stands when nothing is typed, be it that it depends on what was answered before."""
    checks: Mapping[str, Check] = {}
    """What an answer has to pass."""
    before: Mapping[str, Proposal] = {}
    """What is proposed before an item is asked for more."""
    standing: Mapping[str, Any] = {}
    """What a record that is completed says already."""
    leave: str = ""
    """What asks whether to give the record up: '' where it is what one came for."""


def fill(
    sitting: Sitting,
    kind: str,
    filled: Filled,
    hints: Hints = Hints(),  # noqa: B008  # it does not change
    only: Container[str] | None = None,
) -> Filled:
    """Ask for what is not given, and does not stand there already: all of it, or ``only`` some items."""
    for item in (one for one in FORMS[kind] if only is None or one.field in only):
        known = {**hints.standing, **filled}
        if not item.question or not is_wanted(sitting, item, known):
            continue
        sitting.learn(known)
        if item.field in hints.before:
            hints.before[item.field](sitting, filled)
        if item.field == BODY and BODY in filled:
            continue
        put(kind, item, filled, _answer(sitting, kind, item, filled, hints))
    return filled


def _answer(sitting: Sitting, kind: str, item: Item, filled: Filled, hints: Hints) -> list[Any]:
    check = hints.checks.get(item.field)
    default = hints.defaults.get(item.field, "")
    default = default if isinstance(default, str) else default(sitting, filled)
    while True:
        values = ask(sitting, kind, item, default, leave=hints.leave)
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
        short = getattr(field_of(kind, Item(name, "")), "type").short  # noqa: B009  # only some types have it
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
    if filled.get(name) or (name == "made_on" and filled.get("made_at")):
        return False
    if name == "on_behalf_of":
        return any(slug in sitting.repository.of(Person) for slug in filled.get("by", ()))  # only people speak for others
    return _is_time_for(item.when, is_held=is_past(sitting, filled), sort=str(filled.get("classification", "")))


def _is_time_for(when: When, *, is_held: bool, sort: str) -> bool:
    """Whether an item of a meeting is asked, by its day and its sort."""
    match when:
        case "held":
            return is_held
        case "planned":
            return not is_held
        case "met":
            return is_held and sort == "institutional"
    return True


def is_past(sitting: Sitting, filled: Filled) -> bool:
    """Whether a meeting's day is today or before."""
    day = filled.get("date")
    return isinstance(day, EdtfDate) and day.first <= sitting.sense.day


def made(sitting: Sitting, kind: str, filled: Filled, slug: str = "") -> Record:
    """Make the record that these values are of."""
    values = {name: value for name, value in filled.items() if name in KINDS[kind].FIELDS}
    body = str(filled.get(BODY, ""))
    return sitting.make(kind, values, numbered(body) if kind == Request.KIND and sitting.asker is not None else body, slug)
