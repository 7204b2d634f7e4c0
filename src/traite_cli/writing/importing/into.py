"""The draft of a meeting put into the record of the same meeting that is there: what it says besides is added, byte for byte.

What the record says of itself stays (its title, its hour …); where the file says otherwise, a remark above it tells what. The words that
the draft's fields were made of stand as remarks above the fields that they went into, as in a draft.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from traite_cli.files import Source
from traite_cli.kinds import Commitment, Meeting, read_record
from traite_cli.language import N_, translator, words
from traite_cli.repository import Repository
from traite_cli.syntax import put_above, put_at_the_end, read_document
from traite_cli.writing.completing import completion
from traite_cli.writing.creating import New
from traite_cli.writing.entering import cannot_be_added_to
from traite_cli.writing.file_text import FileText, with_stretches
from traite_cli.writing.filing import key_of
from traite_cli.writing.importing.drafting import language_of
from traite_cli.writing.importing.imported import Imported
from traite_cli.writing.importing.page import Doubt, Mark
from traite_cli.writing.joining import plain
from traite_cli.writing.naming import read_as_it_was

_OTHERWISE = N_("the file says otherwise: {line}")
_KEY = re.compile(r"([a-z_]+):(?:\s|$)")


_MARK = "\ufeff"


class Chunk(NamedTuple):
    """A field of a draft: its first line, and the remarks above it and among its entries, without what indents them."""

    name: str
    line: str
    remarks: list[str]


class Other(NamedTuple):
    """What a draft says otherwise than the record, and the line of the remark that tells it."""

    text: str
    doubt: Doubt


def put_into(repository: Repository, source: Source, found: Imported, targets: Mapping[str, Meeting]) -> Imported:
    """What a file makes, with the drafts of some meetings in the records that are there, by their paths. Raises ``Refused``."""
    records: list[New] = []
    marks: list[tuple[str, Mark]] = []
    names = {path.rpartition("/")[2].removesuffix(".md"): meeting.slug for path, meeting in targets.items()}
    for new in found.records:
        own = [mark for path, mark in found.marks if path == new.path]
        if new.path in targets:
            _, file = read_as_it_was(source, targets[new.path])
            made, others = _completed(repository, targets[new.path], file, new)
            records.append(made)
            marks += ((made.path, mark) for mark in sorted(_moved([*own, *others], new.text, made.text), key=lambda mark: mark.line))
            continue
        beside = new._replace(text=_naming(new.text, names))
        if not _is_recorded(repository, beside):
            records.append(beside)
            marks += ((new.path, mark) for mark in own)
    return found._replace(records=tuple(records), marks=tuple(marks))


def _completed(repository: Repository, meeting: Meeting, file: FileText, draft: New) -> tuple[New, list[Other]]:
    """The record with what the draft says, and what that says otherwise."""
    read = read_record(Meeting.KIND, draft.slug, draft.path, draft.text.encode())
    values = {name: value for name, value in read.values.items() if Meeting.FIELDS[name].many or name not in meeting.values}
    known = {key_of(one.title) for one in meeting.agenda if one.title}
    values["agenda"] = tuple(one for one in values.get("agenda", ()) if key_of(one.title or "") not in known)
    made = completion(meeting, file, values, read.document.text[read.document.body_start :]).new
    t = translator(language_of(repository))
    text, others = made.text, list[Other]()
    for chunk in _chunks(draft.text):
        is_ours = chunk.name in meeting.values and not Meeting.FIELDS[chunk.name].many
        is_other = is_ours and plain(meeting.values[chunk.name]) != plain(read.values.get(chunk.name))
        doubt = Doubt(_OTHERWISE, {"line": chunk.line})
        said = f"# {chunk.line}" if chunk.name == Meeting.NAMED_BY else f"# ? {doubt.told(t)}"
        if is_other and chunk.name != Meeting.NAMED_BY:
            others.append(Other(said, doubt))
        text = _with_remarks(made.path, text, chunk.name, (*chunk.remarks, *([said] if is_other else ())))
    if read_record(made.kind, made.slug, made.path, text.encode()).values.keys() != {*meeting.values, *filter(values.get, values)}:
        raise cannot_be_added_to(meeting)
    return made._replace(text=text), others


def _chunks(text: str) -> Iterator[Chunk]:
    """The fields of a draft in their order; remarks at the margin are about the next one, those of the end about the last."""
    above: list[str] = []
    chunks: list[Chunk] = []
    for line in text.split("\n---\n", 1)[0].split("\n")[1:]:
        if found := _KEY.match(line):
            chunks.append(Chunk(found[1], line, above))
            above = []
        elif line.startswith("#") or not chunks:
            above.append(line)
        elif line.lstrip().startswith("#"):
            chunks[-1].remarks.append(line.lstrip())
    if chunks:
        chunks[-1].remarks.extend(above)
    return iter(chunks)


def _with_remarks(path: str, text: str, name: str, remarks: Iterable[str]) -> str:
    """A record with remarks above a field, or behind the last one; those that stand there already are not written again."""
    document = read_document(path, text.removeprefix(_MARK).encode())
    known = {line.strip() for line in document.text[: document.body_start].split("\n")}
    new = [line for line in remarks if line not in known]
    if not new or document.header is None:
        return text
    entry = document.header.get(name)
    stretches = put_at_the_end(document, new) if entry is None else put_above(document, entry.key.start, new)
    return _MARK * text.startswith(_MARK) + with_stretches(document.text, stretches)


def _moved(marks: Sequence[Mark | Other], before: str, after: str) -> Iterator[Mark]:
    """The marks of a draft, and what it says otherwise, by the lines in which they stand now."""
    drafted = before.split("\n")
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for number, line in enumerate(after.split("\n"), start=1):
        places[line.strip()].append(number)
    for mark in marks:
        if found := places[mark.text if isinstance(mark, Other) else drafted[mark.line - 1].strip()]:
            yield Mark(found.popleft() if len(found) > 1 else found[0], mark.doubt)


def _naming(text: str, names: Mapping[str, str]) -> str:
    """The text of a record beside a draft, which names the record that is there in its front matter."""
    header, end, body = text.partition("\n---\n")
    for name, slug in names.items():
        header = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", slug, header)
    return header + end + body


def _is_recorded(repository: Repository, new: New) -> bool:
    """Whether a promise was recorded when the file was taken over before."""
    if new.kind != Commitment.KIND:
        return False
    promise = read_record(new.kind, new.slug, new.path, new.text.encode())
    said, at = words(str(promise.values.get("quote") or "")), plain(promise.values.get("made_at"))
    made = (one for one in repository.of(Commitment).values() if plain(one.made_at) == at)
    return bool(said) and any(words(one.quote or "") == said for one in made)
