"""The values of records in words: dates as people say them, names instead of slugs (with the slug beside), words of vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from traite_cli.dates import EdtfDate, TimeSpan
from traite_cli.kinds import AnyField, Block, Commitment, Organisation, Record, Ref, Reference
from traite_cli.language import N_, Translator, say_date, say_deadline, say_since, say_time
from traite_cli.repository import Repository, quote_in_words, short_name
from traite_cli.saying.vocabulary import labels_of


class Words(NamedTuple):
    """A few words; those ``aside`` are for whoever edits the file (a slug, a key), and may be set fainter."""

    text: str
    aside: bool = False


Text = tuple[Words, ...]
"""What is said in one go: words, with a space between them."""


def plain_text(text: str) -> Text:
    """A text without anything aside; none for an empty one."""
    return (Words(text),) if text else ()


class Saying:
    """Says the values of one repository in one language."""

    def __init__(self, repository: Repository, t: Translator) -> None:
        self.repository, self.t = repository, t

    def label(self, field: AnyField) -> Text:
        """What a field is called, with its key where that is another word."""
        label = self.t(field.label)
        key = field.name
        return (Words(label),) if label.casefold() == key.replace("_", " ") else (Words(label), Words(f"({key})", aside=True))

    def record(self, record: Record, ref: str = "") -> Text:
        """What a record is called, and the name that its file has (or ``ref``)."""
        called = short_name(record) if isinstance(record, Organisation) else record.label
        return (Words(called), Words(f"({ref or record.slug})", aside=True))

    def date(self, date: EdtfDate | None, *, deadline: bool = False) -> str:
        """A date in words; '' for none."""
        if date is None:
            return ""
        return say_deadline(date, self.t.language) if deadline else say_date(date, self.t.language)

    def in_a_sentence(self, when: EdtfDate) -> str:
        """A date behind « depuis » or "since"."""
        return say_since(when, self.t.language)

    def values(self, block: Block, name: str) -> tuple[Text, ...]:
        """Each value of a field; what another circle has nothing left of says nothing."""
        value = block.values.get(name)
        found: Iterable[Any] = () if value is None else value if isinstance(value, tuple) else (value,)
        return tuple(text for one in found if (text := self.value(block, name, one)))

    def value(self, block: Block, name: str, value: object) -> Text:
        """One value of a field."""
        match value:
            case Ref():
                return self._named(block, name, value) if value.slug else ()
            case Block():
                return self.block(value)
            case Mapping():
                return (Words(own_words(value)),)
        return (Words(self._said(block, name, value)),)

    def _said(self, block: Block, name: str, value: object) -> str:
        match value:
            case bool():
                return self.t(N_("yes")) if value else self.t(N_("no"))
            case EdtfDate():
                return self.date(value, deadline=name == "due")
            case TimeSpan():
                return say_time(value, self.t.language)
        if isinstance(block, Commitment) and name == "quote":
            return quote_in_words(str(value))
        label = labels_of(type(block), name).get(str(value))
        return self.t(label) if label else str(value)

    def block(self, block: Block) -> Text:
        """A mapping in a row: whom or what it is about, or else the first of its values, then the others under their labels."""
        said: list[Words] = []
        for name in dict.fromkeys(("*", *block.SUBJECT, *block.FIELDS)):
            texts = self.values(block, name)
            if not texts:
                continue
            if said:
                said[-1] = Words(self.t(N_("{text};"), text=said[-1].text), said[-1].aside)
                said.append(Words(self._lower(block.FIELDS[name])))
            said += self.row(texts)
        return tuple(said)

    def row(self, texts: Iterable[Text]) -> Iterator[Words]:
        """Several values one behind the other, with commas."""
        texts = list(texts)
        for number, text in enumerate(texts):
            yield from text[:-1]
            yield Words(text[-1].text + ("," if number < len(texts) - 1 else ""), text[-1].aside)

    def labelled(self, block: Block, *names: str) -> Iterator[Text]:
        """Some fields of a block, each value under the field's label."""
        for name in names:
            for text in self.values(block, name):
                yield (Words(self._label(block.FIELDS[name])), *text)

    def _label(self, field: AnyField) -> str:
        return self.t(N_("{label}:"), label=self.t(field.label))

    def _lower(self, field: AnyField) -> str:
        label = self._label(field)
        return label[:1].lower() + label[1:]

    def _named(self, block: Block, name: str, ref: Ref) -> Text:
        record = self.repository.resolve(ref)
        if record is None:
            return (Words(ref.slug), Words(self.t(N_("(no such record)")), aside=True))
        declared = block.FIELDS[name].type if name in block.FIELDS else None
        mixed = isinstance(declared, Reference) and declared.written_with_kind and declared.kinds[0] != record.KIND
        return self.record(record, record.ref if mixed else "")


def own_words(value: object) -> str:
    """The user's own keys, in a row as YAML writes them."""
    match value:
        case Mapping():
            return ", ".join(f"{key}: {_inner(one)}" for key, one in value.items())
        case list():
            return ", ".join(map(_inner, value))
        case None:
            return "~"
        case bool():
            return "true" if value else "false"
    return str(value)


def _inner(value: object) -> str:
    match value:
        case Mapping():
            return f"{{{own_words(value)}}}"
        case list():
            return f"[{own_words(value)}]"
    return own_words(value)
