"""The branch and the message of a proposal, drawn from what it changes.

They go further than the files: into lists of branches, mails and feeds of a forge. So they say what the members may read, as the comment
on a request's page does; of whatever is for fewer they say that it is there.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, count
from typing import NamedTuple

from traite_cli.diagnostics.visible import encodable, visible
from traite_cli.files.committing import Sort
from traite_cli.kinds import WrittenDocument
from traite_cli.language import N_, N_n, Translator
from traite_cli.repository import slug_of
from traite_cli.together.differences import Change, Difference, difference
from traite_cli.together.digest import digest
from traite_cli.together.report import Report, Told, report
from traite_cli.together.sentences import brief

PREFIX = N_("proposal")
"""What the branches of proposals begin with."""
READERS = "members"
"""The circle that names and messages are for."""
_LONGEST_SLUG = 60
_LONGEST_SUBJECT = 72
_WIDTH = 72
_OTHERS = N_n("{subject}, and one more record", "{subject}, and {n} more records")
_OTHER_FILES = N_n("{subject}, and one more file", "{subject}, and {n} more files")
_DATED = re.compile(r"^\d{4}(?:-\d{2}){0,2}-")


class File(NamedTuple):
    """A file that is no record, or a record that says the same as before: what became of it, and its path."""

    sort: Sort
    path: str

    def said(self, t: Translator) -> str:
        """What became of it, in words."""
        return t(_FILES[self.sort], path=self.path)


def files_beside(changes: Mapping[str, Sort], found: Difference) -> tuple[File, ...]:
    """The changed files that the difference of the records says nothing of."""
    told = {record.path for change in found.changes for record in (change.before, change.after) if record is not None}
    return tuple(File(sort, path) for path, sort in sorted(changes.items()) if path not in told)


class Spoken(NamedTuple):
    """What the readers of names and messages may learn of a proposal."""

    difference: Difference
    files: tuple[File, ...]
    attachments: int = 0
    """How many attachments go with it that no record names which these readers may read."""


def spoken(found: Difference, files: Sequence[File]) -> Spoken:
    """A proposal, cut to what its names and messages may say."""
    shown = difference(found.before, found.after, READERS)
    told = {record.path for moment in (shown.before, shown.after) for record in moment.all()}
    documents = (one for moment in (shown.before, shown.after) for one in moment.of(WrittenDocument).values())
    told |= {f"{_ATTACHMENTS}{one.file}" for one in documents if one.file}
    kept = tuple(one for one in files if one.path in told or not one.path.startswith((_RECORDS, _ATTACHMENTS)))
    return Spoken(shown, kept, sum(one.path.startswith(_ATTACHMENTS) for one in files if one not in kept))


_RECORDS, _ATTACHMENTS = "records/", "attachments/"
_FILES = {"added": N_("file added: {path}"), "removed": N_("file taken out: {path}"), "changed": N_("file changed: {path}")}


def branch_name(found: Spoken, day: date, t: Translator, taken: Collection[str]) -> str:
    """A name for the branch of a proposal that no branch has."""
    prefix = t(PREFIX)
    # Where there is a branch of that name, git cannot have one below it.
    joint = "-" if prefix in taken else "/"
    name = f"{prefix}{joint}{day.isoformat()}-{_slug(found, t)}".rstrip("-")
    others = {one.casefold() for one in taken}
    free = (one for one in chain([name], (f"{name}-{number}" for number in count(2))) if not _clashes(one.casefold(), others))
    return next(free)


def _clashes(name: str, taken: Collection[str]) -> bool:
    return name in taken or any(one.startswith(f"{name}/") for one in taken)


def _slug(found: Spoken, t: Translator) -> str:
    changes = found.difference.changes
    if changes:
        words, more = [*_what(changes[0], t), _DATED.sub("", changes[0].record.slug)], len(changes) - 1
    elif found.files:
        words, more = [found.files[0].path.rpartition("/")[2].partition(".")[0]], len(found.files) - 1
    else:
        words, more = [_unnamed(found, t)], 0
    slug = slug_of(" ".join(words))[:_LONGEST_SLUG]
    return f"{slug}-{slug_of(t.plural(*_AND_MORE, more))}" if more > 0 else slug


def _unnamed(found: Spoken, t: Translator) -> str:
    """What is said where nothing may be named."""
    return t.plural(*_ATTACHED, found.attachments) if found.attachments and not found.difference.withheld else t(_INTERNAL)


_INTERNAL = N_("Internal change")
_ATTACHED = N_n("an attachment", "{n} attachments")
_AND_MORE = N_n("and one more", "and {n} more")


def _what(change: Change, t: Translator) -> Iterator[str]:
    """The word for what became of a record, where one does."""
    fields = {edit.way[0].field if edit.way else edit.field for edit in change.edits}
    if change.sort == "changed" and len(fields) == 1 and not change.passages:
        edit = change.edits[0]
        yield t((edit.way[0].holder if edit.way else edit.holder).FIELDS[fields.pop()].label)


def message(found: Spoken, day: date, t: Translator, subject: str = "") -> str:
    """What the commit of a proposal says; ``subject`` is a first line of the person's own."""
    told = report(found.difference, day, t)
    head = subject or _subject(told, found, t)
    body = "\n".join(_body(told, found, t))
    return encodable(f"{_line(head)}\n\n{body}".rstrip() + "\n")


def _subject(told: Report, found: Spoken, t: Translator) -> str:
    records = [one for group in told.groups for one in group.told]
    if records:
        more = len(records) - 1
        head = brief(_about(records[0], t), _LONGEST_SUBJECT - (len(t.plural(*_OTHERS, more, subject="")) if more else 0))
        return t.plural(*_OTHERS, more, subject=head) if more else head
    first = brief(found.files[0].said(t), _LONGEST_SUBJECT) if found.files else _unnamed(found, t)
    first = first[:1].upper() + first[1:]
    return t.plural(*_OTHER_FILES, len(found.files) - 1, subject=first) if len(found.files) > 1 else first


def _about(told: Told, t: Translator) -> str:
    """What became of a record in one line."""
    if told.sort != "changed":
        return told.heading
    if told.sentences:
        return t(N_("{name}: {sentence}"), name=told.heading, sentence=told.sentences[0])
    return t(N_("{name}: the text"), name=told.heading)


def _body(told: Report, found: Spoken, t: Translator) -> Iterator[str]:
    short = digest(found.difference, told, (), t).report
    if short.opened:
        yield from (_wrapped(t(N_("More people may read this than before:"))), *(_item(line) for line in short.opened), "")
    for group in short.groups:
        yield group.title
        for one in group.told:
            yield _item(f"{one.heading} ({one.ref})")
            yield from (_item(sentence, "  ") for sentence in one.sentences)
        yield ""
    attached = (t.plural(*_ATTACHED, found.attachments),) if found.attachments else ()
    if found.files or attached:
        yield from (t(N_("Files")), *(_item(line) for line in (*(one.said(t) for one in found.files), *attached)), "")
    if short.withheld:
        yield _wrapped(short.withheld)


def _item(text: str, indent: str = "") -> str:
    return textwrap.fill(_line(text), _WIDTH, initial_indent=f"{indent}- ", subsequent_indent=f"{indent}  ", break_long_words=False)


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH)


def _line(text: str) -> str:
    return visible(" ".join(text.split()))
