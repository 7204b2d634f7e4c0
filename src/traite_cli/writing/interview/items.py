"""One item of a form, asked until the answer is understood, or taken from what an option was given."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from traite_cli.dates import EdtfDate, TimeSpan
from traite_cli.errors import TraiteError, UsageError
from traite_cli.kinds import (
    AnyField,
    Attendance,
    Block,
    Choice,
    ContactDetail,
    Link,
    Meeting,
    Person,
    Record,
    Reference,
    Represented,
    Struct,
    word_among,
)
from traite_cli.kinds.types import Date, Text
from traite_cli.language import N_, Unclear, enumerate_words, say_date, say_time
from traite_cli.repository import affiliation, role_in, short_name
from traite_cli.writing.interview.asker import Asker, Candidate, Question
from traite_cli.writing.interview.form import BODY, EITHER, Item, field_of, is_required, kinds_of
from traite_cli.writing.interview.naming import Meant
from traite_cli.writing.interview.sitting import Sitting
from traite_cli.writing.interview.typed_text import in_paragraphs
from traite_cli.writing.interview.understanding import date_said, reached_by, value_of
from traite_cli.writing.interview.whom import Present, known, those_present, whom

_PROXY = re.compile(r"\s+(?:par|by|à|to|->|→)\s+", re.IGNORECASE)


def understood(sitting: Sitting, field: AnyField, text: str) -> list[Any]:
    """What a text says for a field, as its values; names may be several. Raises ``TraiteError`` where that is not certain."""
    type_ = field.type
    own = _ENTRIES.get(type_.block) if isinstance(type_, Struct) else None
    if own is not None:
        return own(sitting, text)
    kinds = kinds_of(field)
    if kinds:
        return [_as_written(field, record) for record in whom(sitting, text, kinds)]
    if isinstance(type_, Struct):
        return understood(sitting, type_.block.FIELDS[type_.short], text)
    return [value_of(field, text, sitting.sense)]


def _as_written(field: AnyField, record: Record) -> object:
    """A record as the field names it."""
    is_whole = isinstance(field.type, Reference) and field.type.written_with_kind and field.type.kinds[0] != record.KIND
    return record.ref if is_whole else record.slug


def _attendances(sitting: Sitting, text: str) -> list[Any]:
    return [_attendance(sitting, one) for one in those_present(sitting, text, EITHER)]


def _attendance(sitting: Sitting, one: Present) -> object:
    """An entry of a list of those present: a bare slug where the person's record says the rest."""
    day = sitting.day
    if not isinstance(one.person, Person):
        slug = one.organisation.slug if one.organisation else ""
        return {"organisation": slug, "role": one.role} if one.role else slug
    fit = dict.fromkeys(held.organisation.slug for held in affiliation(sitting.repository, one.person, day) if held.organisation)
    organisation = one.organisation.slug if one.organisation else _sat_for(sitting, one.person, list(fit))
    role = "" if one.role == role_in(one.person, None, day) else one.role
    said = {"organisation": "" if [organisation] == list(fit) else organisation, "role": role}
    given = {name: value for name, value in said.items() if value}
    return {"person": one.person.slug, **given} if given else one.person.slug


def _sat_for(sitting: Sitting, person: Person, fit: list[str]) -> str:
    """For which of several organisations somebody sat; '' where that needs no asking, or nobody can be asked."""
    organisations = [found for slug in fit if (found := sitting.repository.of_kind("organisations").get(slug))]
    if len(organisations) < 2 or sitting.asker is None:  # noqa: PLR2004  # two is what makes a choice
        return ""
    question = Question(sitting.t(N_("For which organisation was {name} there?"), name=person.label))
    return sitting.asker.choice(question, [Candidate(one.slug, one.label) for one in organisations])


def _proxy(sitting: Sitting, text: str) -> object | None:
    """« Ella Adler par Karim Benali »: who gave a proxy, and who holds it; None where the person leaves the giver out."""
    giver, *holder = _PROXY.split(text.strip(), maxsplit=1)
    givers = whom(sitting, giver, EITHER)
    if not givers and giver.strip() and sitting.asker is not None:
        return None
    holders = whom(sitting, holder[0], ("people",)) if holder else []
    if len(givers) != 1:
        raise UsageError(N_("“{value}” does not say who gave a proxy"), hint=N_("for instance: Ella Adler by Karim Benali"), value=text)
    kind = "person" if isinstance(givers[0], Person) else "organisation"
    return {kind: givers[0].slug, **({"by": holders[0].slug} if holders else {})}


def _proxies(sitting: Sitting, text: str) -> list[Any]:
    found = (_proxy(sitting, part) for part in re.split(r"[,;]", text) if part.strip())
    return [one for one in found if one is not None]


def _contacts(sitting: Sitting, text: str) -> list[Any]:  # noqa: ARG001  # as the others are called
    return [reached_by(part.strip()) for part in text.split(",") if part.strip()]


def _links(sitting: Sitting, text: str) -> list[Any]:
    return [{"url": value_of(Link.FIELDS["url"], text, sitting.sense)}]


_ENTRIES: Mapping[type[Block], Callable[[Sitting, str], list[Any]]] = {
    Attendance: _attendances,
    Represented: _proxies,
    ContactDetail: _contacts,
    Link: _links,
}
"""What is typed in a way of its own."""


_SORTS = {"phone": N_("telephone"), "email": N_("e-mail address"), "address": N_("postal address")}
"""What the ways to reach somebody are called, as ``reached_by`` tells them apart."""


class LeftOut(Exception):
    """A record that was begun in passing is not made after all."""


def ask(sitting: Sitting, kind: str, item: Item, default: str = "", *, leave: str = "") -> list[Any]:
    """Ask for an item until the answer is understood; its values, none where the person goes on without.

    ``leave`` asks whether to give the whole record up, where one cannot go on without an answer. Raises ``LeftOut`` where that is so.
    """
    asker, field = _asker(sitting), field_of(kind, item)
    help_ = sitting.t(item.help) if item.help else ""
    question = Question(sitting.t(item.question), help_, default)
    if field is None or item.field == BODY:
        body = in_paragraphs(asker.lines(question))
        return [body] if body else []
    if field.many and not kinds_of(field) and isinstance(_inner(field).type, Text):
        return _one_after_the_other(asker, question)
    while True:
        typed = _typed(sitting, field, question)
        try:
            values = understood(sitting, field, typed) if typed else []
        except TraiteError as error:
            asker.say(sitting.said(error))
            question = question._replace(begun=typed)
            continue
        if values or not is_required(kind, item.field):
            _say_back(sitting, field, typed, values)
            return values
        asker.say(sitting.t(N_("This cannot be left out.")))
        if leave and asker.agrees(Question(sitting.t(leave)), default=False):
            raise LeftOut


def _asker(sitting: Sitting) -> Asker:
    if sitting.asker is None:
        raise TypeError
    return sitting.asker


def _inner(field: AnyField) -> AnyField:
    """The field of an entry that may stand for it alone."""
    return field.type.block.FIELDS.get(field.type.short, field) if isinstance(field.type, Struct) else field


def _typed(sitting: Sitting, field: AnyField, question: Question) -> str:
    """What is answered, as text; of a date that can be read in two ways, the one that is meant."""
    asker, inner = _asker(sitting), _inner(field)
    if isinstance(inner.type, Choice):
        return asker.choice(question, [Candidate(word, sitting.t(label)) for word, label in inner.type.labels.items()])
    kinds = kinds_of(field)
    question = question._replace(lasting=lambda typed: lasting(sitting, field, typed))
    if kinds:
        return asker.names(question, known(sitting, kinds)) or question.default
    typed = asker.text(question) or question.default
    if isinstance(field.type, Date) and typed:
        found = date_said(field.name, typed, sitting.sense)
        if isinstance(found, Unclear) and len(found.readings) > 1:
            readings = [Candidate(one.text, say_date(one, sitting.t.language, weekday=True)) for one in found.readings]
            return asker.choice(Question(sitting.t(N_("Which day do you mean?"))), readings) or typed
    return typed


def lasting(sitting: Sitting, field: AnyField, typed: str) -> str:
    """What was said from today, so that it means the same on any day: a date as it is written, a meeting of some day by its name.

    What is not understood stays as it was said.
    """
    kinds = kinds_of(field)
    if Meeting.KIND in kinds:
        return ", ".join(_by_name(sitting, one, kinds) for one in sitting.naming.line(typed, kinds))
    found = date_meant(sitting, field, typed)
    return found.text if found is not None else typed


def date_meant(sitting: Sitting, field: AnyField, typed: str) -> EdtfDate | None:
    """The date that was typed for a field, or for the day of an entry; None where it holds none, or that is not understood."""
    inner = _inner(field)
    found = date_said(inner.name, typed, sitting.sense) if isinstance(inner.type, Date) else None
    return found if isinstance(found, EdtfDate) else None


def _by_name(sitting: Sitting, one: Meant, kinds: Sequence[str]) -> str:
    is_called_so = sitting.naming.recogniser.recognise(one.typed, kinds).candidates
    return one.typed if is_called_so or len(one.found) != 1 else one.found[0].slug


def _one_after_the_other(asker: Asker, question: Question) -> list[Any]:
    """Texts, one answer each, until none is given."""
    found: list[Any] = []
    while text := asker.text(question):
        found.append(text)
    return found


def _say_back(sitting: Sitting, field: AnyField, typed: str, values: list[Any]) -> None:
    """Show how a date, a time or names were understood, unless that is how they were typed."""
    said = enumerate_words([in_words(sitting, field, one) for one in values], sitting.t.language)
    is_plain = isinstance(_inner(field).type, Choice | Text) and not kinds_of(field)
    if said and said != typed and not is_plain:
        _asker(sitting).say(sitting.t(N_("That is: {value}"), value=said))


def in_words(sitting: Sitting, field: AnyField, value: object) -> str:
    """A value of a field as people say it."""
    language = sitting.t.language
    match value:
        case EdtfDate():
            return say_date(value, language, weekday=True)
        case TimeSpan():
            return say_time(value, language)
        case bool():
            return sitting.t(N_("yes")) if value else sitting.t(N_("no"))
        case dict():
            return _entry_in_words(sitting, field, value)
        case list() | tuple():
            return enumerate_words([in_words(sitting, field, one) for one in value], language)
    return _word_or_name(sitting, field, str(value))


def _entry_in_words(sitting: Sitting, field: AnyField, values: Mapping[str, object]) -> str:
    """What an entry is about, and the rest of it behind."""
    fields = field.type.block.FIELDS if isinstance(field.type, Struct) else {}
    if isinstance(field.type, Struct) and field.type.block is ContactDetail:
        sort = str(values.get("type", ""))
        return f"{values.get('value', '')} ({sitting.t(_SORTS[sort]) if sort in _SORTS else sort})"
    first, *others = [in_words(sitting, fields[name], one) for name, one in values.items() if name in fields] or [""]
    return f"{first} ({', '.join(others)})" if others else first


def _word_or_name(sitting: Sitting, field: AnyField, text: str) -> str:
    """A word of a list by its label, a reference by what its record is called; any other text as it is."""
    inner = _inner(field)
    if isinstance(inner.type, Choice):
        return sitting.t(inner.type.labels.get(word_among(inner.type.labels, text), text))
    records = (sitting.repository.of_kind(kind).get(text.rpartition("/")[2]) for kind in kinds_of(field))
    return next((short_name(record) for record in records if record is not None), text)
