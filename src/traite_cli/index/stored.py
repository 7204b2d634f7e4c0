"""A record as the database keeps it: its values, and what its file's text is made of.

Where its values stand in the text is not kept. It is asked about where a fault is told or an entry is written, which is seldom; then
the front matter is read again from the text that is kept, by the same code, and nothing can differ.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import count
from sys import intern
from typing import Any, NamedTuple

from traite_cli import kinds
from traite_cli.dates import EdtfDate, TimeSpan
from traite_cli.diagnostics.forms import faults_from, forms_of
from traite_cli.kinds import KINDS, Block, Record, Ref, Struct, Walk, record_of
from traite_cli.syntax import Document, Mapping, field_lines, read_header, taken_apart

_CODING = ("utf-8", "surrogatepass")
"""Names of files may hold bytes that are no text, and facts of faults name files."""


class Stored(NamedTuple):
    """What is kept of a record: its values and faults as JSON, and the text of its file."""

    form: bytes
    text: bytes


def stored(record: Record) -> Stored:
    """What is to be kept of a record that was read."""
    document = record.document
    parts = [document.header_start, document.body_start, record.doubtful, _values(record, count(1)), forms_of(document.faults)]
    return Stored(_DUMPS(parts).encode(*_CODING), document.text.encode(*_CODING))


def with_new_text(before: Stored, record: Record, data: bytes) -> tuple[Record, Stored] | None:
    """A record of which ``before`` is kept, with the new text of its file, and what is to be kept of it; None where it must be read."""
    document = kinds.with_new_text(record, data)
    if document is None:
        return None
    kept = Stored(before.form, document.text.encode(*_CODING))
    return record_from(record.KIND, record.slug, record.path, *kept), kept


def record_from(kind: str, slug: str, path: str, form: bytes, text: bytes) -> Record:
    """The record that was stored, without reading its file again. Raises ``ValueError`` or its like for what is no such form."""
    header_start, body_start, doubtful, values, faults = _LOADS(form.decode(*_CODING))
    document = Document(path, text.decode(*_CODING))
    document.header_start, document.body_start = header_start, body_start
    document.faults = faults_from(faults)
    again = _Again(kind, slug, document)
    document.header = again.header
    return KINDS[kind](_named(values), again, 0, slug=slug, document=document, doubtful=doubtful)


def let_go(record: Record) -> None:
    """Keep of a record no more than if it had been stored: what it was read from is four times as large as what it says."""
    again = _Again(record.KIND, record.slug, record.document)
    for number, block in enumerate(record.blocks()):
        block.let_go(again, number)
    record.document.header = again.header


class _Again:
    """Makes what is kept into values as they are asked for, and reads the record once more when a place in it is."""

    __slots__ = ("document", "kind", "slug")

    def __init__(self, kind: str, slug: str, document: Document) -> None:
        self.kind, self.slug, self.document = kind, slug, document

    def __call__(self, number: int, field: str = "") -> Block:
        alone = _read_field(self, field) if field and not number else None
        return alone or _read_again(self)[1][number]

    def value(self, kept: list[Any]) -> Any:
        return _value(kept, self)

    def header(self) -> Mapping | None:
        return _read_again(self)[0]


@lru_cache(maxsize=128)  # who asks for one place of a list asks for others
def _read_field(one: _Again, field: str) -> Record | None:
    """The record with one field only; None where it cannot be read without the others."""
    known = one.document
    lines = field_lines(known, field)
    document = Document(known.path, known.text)
    document.header_start, document.body_start = known.header_start, known.body_start
    header = read_header(known.text, *lines, document.tell) if lines is not None else None
    if header is None:
        return None
    kind = KINDS[one.kind]
    values, written = Walk(document, KINDS).fields(kind, header, all_there=False)
    return kind(values, header, written, slug=one.slug, document=document)


@lru_cache(maxsize=128)  # and who asks for one of a record too
def _read_again(one: _Again) -> tuple[Mapping | None, list[Block]]:
    again = taken_apart(one.document.path, one.document.text)
    again.body = one.document.body
    return again.header, list(record_of(one.kind, one.slug, again).blocks())


_LOADS = json.JSONDecoder().decode
_DUMPS = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_MANY, _REF, _DATE, _TIME, _BLOCK, _OWN = range(6)
"""What a list stands for, as its first item says: texts, numbers and truths stand for themselves."""


def _values(block: Block, numbers: Iterator[int]) -> dict[str, Any]:
    # Most values are texts, which are looked at no further.
    return {name: value if type(value) is str else _form(value, numbers) for name, value in block.values.items()}


def _form(value: Any, numbers: Iterator[int]) -> Any:  # a value of any field
    if type(value) is tuple:
        return [_MANY, *[one if type(one) is str else _form(one, numbers) for one in value]]
    made = _FORMS.get(type(value))
    if made is not None:
        return made(value)
    return [_BLOCK, _NUMBERS[type(value)], next(numbers), _values(value, numbers)] if isinstance(value, Block) else value


def _named(values: dict[str, Any]) -> dict[str, Any]:
    return {intern(name): one for name, one in values.items()}


def _value(form: list[Any], again: _Again) -> Any:
    """What a list stands for; ``again`` is the origin of the blocks in it."""
    tag = form[0]
    if tag == _MANY:
        return tuple([_value(one, again) if type(one) is list else one for one in form[1:]])
    if tag == _REF:
        _, slug, kinds, start, end = form
        return Ref(slug, _kinds(kinds), (start, end))
    if tag == _BLOCK:
        _, type_, number, values = form
        return _BLOCKS[type_](_named(values), again, number)
    return _READ[tag](form[1])


def _as_it_is(value: Any) -> Any:
    return value


_READ: dict[int, Callable[[Any], Any]] = {_DATE: EdtfDate.parse, _TIME: TimeSpan.parse, _OWN: _as_it_is}


@cache
def _kinds(digits: str) -> tuple[str, ...]:
    return tuple(list(KINDS)[int(digit)] for digit in digits)


@cache
def _digits(kinds: tuple[str, ...]) -> str:
    return "".join(map(_DIGITS.__getitem__, kinds))


_DIGITS = {kind: str(number) for number, kind in enumerate(KINDS)}


_FORMS: dict[type, Callable[[Any], list[Any]]] = {
    Ref: lambda ref: [_REF, ref.slug, _digits(ref.kinds), *ref.place],
    EdtfDate: lambda date: [_DATE, date.text],
    TimeSpan: lambda span: [_TIME, str(span)],
    dict: lambda own: [_OWN, own],
}


def _blocks() -> Iterator[type[Block]]:
    """Every block that a record may hold, in the order in which the kinds declare them."""
    waiting: list[type[Block]] = list(KINDS.values())
    while waiting:
        block = waiting.pop(0)
        inside = [field.type.block for field in block.FIELDS.values() if isinstance(field.type, Struct)]
        waiting += inside
        yield from inside


_BLOCKS: list[type[Block]] = list(dict.fromkeys(_blocks()))
_NUMBERS = {block: number for number, block in enumerate(_BLOCKS)}
