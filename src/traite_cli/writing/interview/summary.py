"""What is about to be written, as one reads it over before saying yes."""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.kinds import KINDS, Attendance, Block, Record, Ref, Struct, read_record
from traite_cli.kinds.block import AnyField
from traite_cli.language import N_, N_n, enumerate_words
from traite_cli.writing.completing import subject
from traite_cli.writing.interview.items import in_words
from traite_cli.writing.interview.sitting import Sitting
from traite_cli.writing.joining import plain

_LINES = N_n("{n} line of text", "{n} lines of text")


def summary(sitting: Sitting) -> Iterator[str]:
    """Each record with the path of its file, and a line for each field; of one that is completed, for what is new in it."""
    for new in sitting.made:
        record = sitting.repository.of_kind(new.kind)[new.slug]
        before = read_record(new.kind, new.slug, new.path, new.before) if new.before is not None else None
        yield new.path
        for name, value in record.values.items():
            field = KINDS[new.kind].FIELDS[name]
            said = _said(sitting, field, _new_of(value, before.values.get(name) if before else None))
            if said:
                yield "  " + sitting.t(N_("{label}: {value}"), label=sitting.t(field.label), value=said)
        if before is not None:
            yield from _gone(sitting, before, record)
        yield from _text(sitting, _lines(record) - (_lines(before) if before else 0))


def _gone(sitting: Sitting, before: Record, record: Record) -> Iterator[str]:
    """Those who stand no more in a list."""
    for name, field in KINDS[record.KIND].FIELDS.items():
        if name in before.values and isinstance(field.type, Struct) and issubclass(field.type.block, Attendance):
            known = {subject(one) for one in record.values.get(name, ())}
            if said := _said(sitting, field, tuple(one for one in before.values[name] if subject(one) not in known)):
                yield "  " + sitting.t(N_("{label}, taken off: {value}"), label=sitting.t(field.label), value=said)


def _new_of(value: object, before: object) -> object:
    """What of a value was not there before."""
    if isinstance(value, tuple) and isinstance(before, tuple):
        known = [plain(one) for one in before]
        return tuple(one for one in value if plain(one) not in known)
    return () if before is not None and plain(value) == plain(before) else value


def _said(sitting: Sitting, field: AnyField, value: object) -> str:
    values = value if isinstance(value, tuple) else (value,)
    said = [in_words(sitting, field, _plain(one)) for one in values]
    text = enumerate_words(said, sitting.t.language) if len(said) > 1 else "".join(said)
    return " ".join(text.split())


def _plain(value: object) -> object:
    """A value without where it stands: references by their slugs, an entry as a mapping, one that is but a name as the name."""
    if isinstance(value, Ref):
        return value.slug
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Block):
        inner = {name: _plain(one) for name, one in value.values.items()}
        return next(iter(inner.values())) if len(inner) == 1 else {("person" if name == "*" else name): one for name, one in inner.items()}
    return value


def _lines(record: Record) -> int:
    body = record.document.text[record.document.body_start :].strip()
    return body.count("\n") + 1 if body else 0


def _text(sitting: Sitting, number: int) -> Iterator[str]:
    if number > 0:
        yield f"  {sitting.t.plural(*_LINES, number, n=number)}"
