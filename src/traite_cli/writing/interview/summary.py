"""What is about to be written, as one reads it over before saying yes."""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.kinds import KINDS, Block, Record, Ref
from traite_cli.kinds.block import AnyField
from traite_cli.language import N_, N_n, enumerate_words
from traite_cli.writing.interview.items import in_words
from traite_cli.writing.interview.sitting import Sitting

_LONGEST = 100
_LINES = N_n("{n} line of text", "{n} lines of text")


def summary(sitting: Sitting) -> Iterator[str]:
    """Each record with the path of its file, and a line for each field."""
    for new in sitting.made:
        record = sitting.repository.of_kind(new.kind)[new.slug]
        yield new.path
        for name, value in record.values.items():
            field = KINDS[new.kind].FIELDS[name]
            said = _said(sitting, field, value)
            if said:
                yield "  " + sitting.t(N_("{label}: {value}"), label=sitting.t(field.label), value=said)
        yield from _text(sitting, record)


def _said(sitting: Sitting, field: AnyField, value: object) -> str:
    values = value if isinstance(value, tuple) else (value,)
    said = [in_words(sitting, field, _plain(one)) for one in values]
    text = enumerate_words(said, sitting.t.language) if len(said) > 1 else "".join(said)
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


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


def _text(sitting: Sitting, record: Record) -> Iterator[str]:
    body = record.document.text[record.document.body_start :].strip()
    if body:
        number = body.count("\n") + 1
        yield f"  {sitting.t.plural(*_LINES, number, n=number)}"
