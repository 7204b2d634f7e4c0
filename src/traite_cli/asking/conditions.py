"""What filters ask of a record: each function makes the test for a value that was given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from traite_cli.asking.attendances import at, meetings_near
from traite_cli.asking.filters import Filter
from traite_cli.asking.promises import is_member
from traite_cli.asking.silence import silent_for
from traite_cli.dates import EdtfDate
from traite_cli.kinds import KINDS, Commitment, Meeting, Organisation, Person, Record, Request
from traite_cli.language import Span, fold
from traite_cli.repository import (
    SETTLED,
    Repository,
    dated,
    memberships_on,
    prose_of,
    references,
    state_on,
)
from traite_cli.saying.bounds import Bound, Side
from traite_cli.saying.plain import state_of


class Asked(NamedTuple):
    """The records and the day that a list is asked about."""

    repository: Repository
    day: date
    in_any_state: bool = False
    """Whether a state is asked for: what is due may be settled then."""


Test = Callable[[Record], bool]


# --- references ---------------------------------------------------------------------------------------------------------------


def _refers(asked: Asked, record: Record, target: str, *fields: str) -> bool:
    """Whether a record refers to another: through any field, or through some, what they hold inside included."""
    return any(
        (not fields or field.partition(".")[0] in fields) and (found := asked.repository.resolve(ref)) is not None and found.ref == target
        for field, ref in references(record)
    )


def by_reference(field: str) -> Callable[[Asked, str], Test]:
    """Whether a field names a record."""
    return lambda asked, target: lambda record: _refers(asked, record, target, field)


def naming(asked: Asked, target: str) -> Test:
    """Whether any field or the text of a record names another."""
    named, repository = asked.repository.record(target), asked.repository

    @cache
    def by(kind: str) -> set[str]:
        return {one.record.ref for one in repository.referrers(named, KINDS[kind])}

    return lambda record: record.ref in by(record.KIND)


def under_topic(asked: Asked, target: str) -> Test:
    """Whether a record is filed under a topic, in a field or in its text, or follows it; the topic itself is too."""
    slug = target.partition("/")[2]
    topic = asked.repository.record(target)
    leads = {found.ref for ref in topic.get("lead") or () if (found := asked.repository.resolve(ref))}

    def test(record: Record) -> bool:
        in_text = slug in record.document.text and any(prose.topic == slug for prose in prose_of(record))
        return record.ref == target or record.ref in leads or _refers(asked, record, target) or in_text

    return test


def of_organisation(asked: Asked, target: str) -> Test:
    """Whether a record names an organisation, or its people were at a meeting; of people, whether they hold a function there that day.

    What each member owes is every member's, though it names none.
    """
    there, named = attended_by(asked, target), naming(asked, target)
    found = asked.repository.record(target)
    owes = isinstance(found, Organisation) and is_member(found, asked.day)

    def test(record: Record) -> bool:
        if isinstance(record, Person):
            held = (asked.repository.resolve(one.organisation) for one in memberships_on(record, asked.day))
            return any(found is not None and found.ref == target for found in held)
        return named(record) or there(record) or (owes and bool(record.get("each_member")))

    return test


def attended_by(asked: Asked, target: str) -> Test:
    """Whether somebody was at a meeting."""
    return lambda record: isinstance(record, Meeting) and any(one.ref == target for one in at(asked.repository, record))


def made_by(asked: Asked, target: str) -> Test:
    """Whether a promise is somebody's: its maker's and the organisation's for which it was made; what each member owes, every member's."""
    found = asked.repository.record(target)
    owes = isinstance(found, Organisation) and is_member(found, asked.day)
    return lambda record: owes if record.get("each_member") else _refers(asked, record, target, "by", "on_behalf_of")


def made_to(asked: Asked, target: str) -> Test:
    """To whom something was promised or put: promises that do not say, to the collective."""
    ours = target == f"organisations/{asked.repository.configuration.organisation}"
    return lambda record: ours if isinstance(record, Commitment) and not record.to else _refers(asked, record, target, "to")


# --- words --------------------------------------------------------------------------------------------------------------------


def by_word(field: str) -> Callable[[Asked, str], Test]:
    """Whether a field holds a word."""
    return lambda _asked, word: lambda record: record.get(field) == word


def by_truth(field: str) -> Callable[[Asked, bool], Test]:
    """Whether a field says yes."""
    return lambda _asked, _value: lambda record: bool(record.get(field))


def called(_asked: Asked, text: str) -> Test:
    """Whether all words stand in what a record is called, in any order."""
    wanted = fold(text).split()
    return lambda record: all(word in names for names in (fold("\n".join(_names(record))),) for word in wanted)


def _names(record: Record) -> Iterator[str]:
    yield record.label
    yield record.slug
    yield from record.get("other_names") or ()


def with_function(asked: Asked, text: str) -> Test:
    """Whether a person holds a function with some words that day."""
    wanted = fold(text)
    return lambda record: isinstance(record, Person) and any(wanted in fold(one.role or "") for one in memberships_on(record, asked.day))


# --- states -------------------------------------------------------------------------------------------------------------------


def in_state(asked: Asked, state: str) -> Test:
    """Whether a record is in a state that day."""
    return lambda record: state_of(asked.repository, record, asked.day) == state


def planned(asked: Asked, _value: object) -> Test:
    """Whether a meeting is still to be held."""
    return in_state(asked, "planned")


def held(asked: Asked, _value: object) -> Test:
    """Whether a meeting was held."""
    return in_state(asked, "held")


def member(asked: Asked, _value: object) -> Test:
    """Whether an organisation is a member of the collective."""
    return lambda record: isinstance(record, Organisation) and is_member(record, asked.day)


def overdue(asked: Asked, _value: object) -> Test:
    """Whether a promise is overdue."""
    return lambda record: isinstance(record, Commitment) and state_on(asked.repository, record, asked.day).overdue


def unanswered(_asked: Asked, _value: object) -> Test:
    """Whether a question of a request has no answer; of a request without any, whether it has none at all."""
    return lambda record: isinstance(record, Request) and is_unanswered(record)


def is_unanswered(request: Request) -> bool:
    """Whether something of a request is left to answer."""
    answered = {answer.item for answer in request.answers}
    questions = request.questions()
    return any(one.number not in answered for one in questions) if questions else not answered


# --- days ---------------------------------------------------------------------------------------------------------------------


def _when(asked: Asked, matches: Callable[[EdtfDate], bool]) -> Test:
    def test(record: Record) -> bool:
        when = dated(asked.repository, record)
        return when is not None and matches(when)

    return test


def since(asked: Asked, day: date) -> Test:
    """Whether a record is of a day or later."""
    return _when(asked, lambda when: when.last >= day)


def until(asked: Asked, day: date) -> Test:
    """Whether a record is of a day or earlier."""
    return _when(asked, lambda when: when.first <= day)


def before(asked: Asked, day: date) -> Test:
    """Whether a record is of an earlier day."""
    return _when(asked, lambda when: when.first < day)


def _due(asked: Asked, matches: Callable[[date], bool]) -> Test:
    """Whether the last day of a promise is such; what is settled is owed no more, unless it is asked for by its state."""

    def test(record: Record) -> bool:
        if not isinstance(record, Commitment):
            return False
        state = state_on(asked.repository, record, asked.day)
        return state.due is not None and matches(state.due.last) and (asked.in_any_state or state.status not in SETTLED)

    return test


def due_since(asked: Asked, day: date) -> Test:
    """Whether a promise is due on a day or later."""
    return _due(asked, lambda last: last >= day)


def due_until(asked: Asked, day: date) -> Test:
    """Whether a promise is due on a day or earlier."""
    return _due(asked, lambda last: last <= day)


def due_before(asked: Asked, day: date) -> Test:
    """Whether a promise is due before a day."""
    return _due(asked, lambda last: last < day)


_ENDS: Mapping[Side, tuple[Callable[[Asked, date], Test], Callable[[Asked, date], Test]]] = {
    "since": (since, due_since),
    "until": (until, due_until),
    "before": (before, due_before),
}


def within(asked: Asked, bound: Bound) -> Test:
    """Whether the date of a record, or the last day of a promise, is on the right side of an end of a period."""
    of_date, of_deadline = _ENDS[bound.side]
    return (of_deadline if bound.is_due else of_date)(asked, bound.day)


def silent(asked: Asked, length: Span) -> Test:
    """Whether nobody has looked after a promise for so long."""
    return lambda record: isinstance(record, Commitment) and silent_for(asked.repository, record, length, asked.day)


_OWN: Mapping[str, Callable[[Asked, Any], Test]] = {
    "topic": under_topic,
    "person": naming,
    "organisation": of_organisation,
    "text": called,
    "state": in_state,
    "with": attended_by,
    "planned": planned,
    "held": held,
    "function": with_function,
    "memberships": by_reference("memberships"),
    "member": member,
    "by": made_by,
    "to": made_to,
    "overdue": overdue,
    "silent_for": silent,
    "unanswered": unanswered,
}


# --- where to look ------------------------------------------------------------------------------------------------------------

Near = Callable[[Asked, type[Record], Record], "Iterable[Record] | None"]
"""The records of a kind that a filter can leave when it is given a record, and perhaps others; None where it may leave any."""


def _naming(asked: Asked, kind: type[Record], target: Record) -> Iterable[Record] | None:
    return asked.repository.naming(target, kind)


def _following(asked: Asked, kind: type[Record], topic: Record) -> Iterable[Record] | None:
    """Those filed under a topic, those who follow it, and it itself."""
    near = asked.repository.naming(topic, kind)
    leads = (asked.repository.resolve(ref) for ref in topic.get("lead") or ())
    return None if near is None else (*near, topic, *(one for one in leads if one is not None))


def _around(asked: Asked, kind: type[Record], organisation: Record) -> Iterable[Record] | None:
    """Those that name an organisation, and the meetings that its people were at."""
    if kind is Meeting:
        return meetings_near(asked.repository, organisation)
    return (_owed_by if kind is Commitment else _naming)(asked, kind, organisation)


def _meetings_of(asked: Asked, _kind: type[Record], target: Record) -> Iterable[Record] | None:
    return meetings_near(asked.repository, target)


def _owed_by(asked: Asked, kind: type[Record], target: Record) -> Iterable[Record] | None:
    near = asked.repository.naming(target, kind)
    return None if near is None else (*near, *asked.repository.holding(Commitment, "each_member"))


def _put_to(asked: Asked, kind: type[Record], target: Record) -> Iterable[Record] | None:
    """Promises that do not say to whom are to the collective."""
    return None if target.slug == asked.repository.configuration.organisation else asked.repository.naming(target, kind)


_NEAR: Mapping[str, Near] = {
    "topic": _following,
    "person": _naming,
    "organisation": _around,
    "memberships": _naming,
    "with": _meetings_of,
    "by": _owed_by,
    "to": _put_to,
}


def near(wanted: Filter, asked: Asked, kind: type[Record], value: object) -> Iterable[Record] | None:
    """The records of a kind that a filter can leave, and perhaps others: what it asks decides. None where that may be any."""
    if wanted.takes != "record":
        return None
    look = _naming if wanted.of_field else _NEAR.get(wanted.name)
    return look(asked, kind, asked.repository.record(str(value))) if look is not None else None


def condition(wanted: Filter) -> Callable[[Asked, Any], Test]:
    """What a filter asks: it makes the test of a record, of what is asked and the value given."""
    if not wanted.of_field:
        return _OWN[wanted.name]
    makers: Mapping[str, Callable[[str], Callable[[Asked, Any], Test]]] = {"record": by_reference, "sort": by_word, "flag": by_truth}
    return makers[wanted.takes](wanted.name)
