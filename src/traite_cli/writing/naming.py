"""All that names a record, and what has to change there for it to be named otherwise: in fields, links and passages.

A reference that does not say the name letter by letter stops it, and so does a file that may name the record and cannot be read as a whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from traite_cli.checks.codes import of_severity
from traite_cli.checks.running import faults_of
from traite_cli.diagnostics import Fault, Severity
from traite_cli.errors import Refused
from traite_cli.files import Source, changed_meanwhile
from traite_cli.kinds import Record
from traite_cli.language import N_
from traite_cli.repository import Repository, body_references, references
from traite_cli.syntax import MOST_BYTES
from traite_cli.writing.file_text import FileText, read_text

Stretch = tuple[int, int, str]


def renaming_stretches(repository: Repository, record: Record, slug: str) -> Mapping[str, list[Stretch]]:
    """What changes in the text of each record that names one, by its name with its kind. Raises ``Refused``."""
    found: defaultdict[str, list[Stretch]] = defaultdict(list)
    for fault in repository.faults:
        if fault.check == "not-a-plain-file" and fault.variant == "permission" and fault.path.startswith("records"):
            raise _unread(fault.path, record)
    for one in repository.all():
        places = tuple(_named_in(repository, one, record))
        if one.document.faults and _may_name(one, record, places):
            raise _unread(one.path, record)
        if places:
            found[one.ref] += (_in_its_place(one, record, slug, start, end) for start, end in places)
    return found


def _unread(path: str, record: Record) -> Refused:
    return Refused(
        N_("{path} cannot be read as a whole, and may refer to {ref}"),
        hint=N_("what is wrong with it: traite validate {path}"),
        path=path,
        ref=record.ref,
    )


def _may_name(one: Record, record: Record, places: Iterable[tuple[int, int]]) -> bool:
    """Whether a file that is faulty as a text may name a record where nobody can read it."""
    document = one.document
    if not document.text:
        return True
    read = {match.span() for start, end in places for match in _word(record.slug).finditer(document.text, start, end)}
    end = document.body_start or len(document.text)
    return any(match.span() not in read for match in _word(record.slug).finditer(document.text, 0, end))


def _named_in(repository: Repository, one: Record, record: Record) -> Iterator[tuple[int, int]]:
    """The places in which a record names another: in its fields, in links, and as what a passage is filed under."""
    for _, ref in references(one):
        if repository.resolve(ref) is record:
            yield ref.place
    for reference in body_references(one):
        if reference.ref is not None and repository.resolve(reference.ref) is record:
            yield reference.link.start, reference.link.end
    for passage in one.document.body.passages:
        if record.KIND == "topics" and passage.topic == record.slug:
            yield passage.fence_start, passage.start


def _in_its_place(one: Record, record: Record, slug: str, start: int, end: int) -> Stretch:
    """The new name in the place of the old one, within what refers to it."""
    places = [found.span() for found in _word(record.slug).finditer(one.document.text, start, end)]
    if not places:
        raise Refused(
            N_("{path} refers to {ref} in a way that no machine can change (line {line})"),
            hint=N_("write it as {slug} there first"),
            path=one.path,
            ref=record.ref,
            line=one.document.line_of(start),
            slug=record.slug,
        )
    return (*places[-1], slug)


def _word(slug: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(slug)}(?![\w-])")


def read_as_it_was(source: Source, record: Record) -> tuple[bytes, FileText]:
    """A record's file, if it still is what the record was read from. Raises ``LostRace``."""
    data = source.read(record.path, MOST_BYTES)
    file = read_text(record.document, data)
    if file is None or file.text != record.document.text:
        raise changed_meanwhile(record.path)
    return data, file


def new_faults(
    before: Repository, after: Repository, paths: Iterable[str], day: date, severity: Severity = Severity.ERROR
) -> tuple[Fault, ...]:
    """What is wrong with some files once they are written, and was not: faults of one severity."""
    codes, looked_at = of_severity(severity), frozenset(paths)
    known = {(fault.check, fault.variant, fault.source) for fault in faults_of(before.focused(looked_at), day, codes)}
    told = faults_of(after.focused(looked_at), day, codes)
    return tuple(fault for fault in told if (fault.check, fault.variant, fault.source) not in known)
