"""A record under another name: its file, and every reference to it in fields, links and passages; the old name is kept as a former one.

All of it is worked out before anything is written. A reference that does not say the old name letter by letter stops it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from traite_cli.checks.codes import of_severity
from traite_cli.checks.running import faults_of
from traite_cli.diagnostics import Fault, Severity
from traite_cli.errors import Refused, UsageError
from traite_cli.files import Source, changed_meanwhile
from traite_cli.kinds import KINDS, SLUG, Organisation, Person, Record, read_record
from traite_cli.language import N_
from traite_cli.repository import Repository, body_references, references, slug_of
from traite_cli.syntax import MOST_BYTES, inserted
from traite_cli.writing.changes import Change
from traite_cli.writing.file_text import FileText, read_text, with_stretches

Stretch = tuple[int, int, str]
CONFIGURATION = "traite.toml"


class Renamed(NamedTuple):
    """What is to be written, all or nothing, and the errors that the records would have by it: then it is not to be written."""

    changes: tuple[Change, ...]
    faults: tuple[Fault, ...]


def renamed(repository: Repository, source: Source, record: Record, slug: str, day: date) -> Renamed:
    """A record and all that names it, with another slug. Raises ``Refused`` or ``UsageError`` where that cannot be."""
    _look_over(repository, record, slug)
    stretches = _stretches(repository, record, slug)
    path = f"{record.path.rpartition('/')[0]}/{slug}.md"
    changes: list[Change] = []
    after: list[Record] = []
    for one in repository.all():
        if one.ref not in stretches and one is not record:
            continue
        before, file = _read(source, one)
        data = FileText(file.mark, with_stretches(file.text, sorted(stretches[one.ref]))).data
        after.append(read_record(one.KIND, slug if one is record else one.slug, path if one is record else one.path, data))
        changes += (
            [Change(path, None, data, like=one.path), Change(one.path, before, None)] if one is record else [Change(one.path, before, data)]
        )
    changes += _configuration(repository, source, record, slug)
    return Renamed(tuple(changes), _new_errors(repository, record, slug, after, day))


def _look_over(repository: Repository, record: Record, slug: str) -> None:
    if not SLUG.fullmatch(slug):
        meant = slug_of(slug)
        hint = N_("perhaps: {meant}") if meant else N_("lower-case letters without accents, digits and hyphens")
        raise UsageError(N_("“{slug}” cannot be the name of a record"), hint=hint, slug=slug, meant=meant)
    former = inserted(record.document, "former_slugs", record.slug, len(record.former_slugs))
    if record.doubtful or not former:
        raise Refused(
            N_("{path} cannot be renamed: something in it has to be mended first"),
            hint=N_("what is wrong with it: traite validate {path}"),
            path=record.path,
        )
    kinds = (Person.KIND, Organisation.KIND) if isinstance(record, Person | Organisation) else (record.KIND,)
    taken = next((found for kind in kinds if (found := repository.of_kind(kind).get(slug))), None)
    if taken is not None:
        raise Refused(N_("there is a record {ref} already ({label})"), ref=taken.ref, label=taken.label)
    before = next((one for kind in kinds for one in repository.of_kind(kind).values() if slug in one.former_slugs), None)
    if before is not None and before is not record:
        raise Refused(N_("{ref} had this name before ({label}), and old links lead to it"), ref=before.ref, label=before.label)


def _stretches(repository: Repository, record: Record, slug: str) -> Mapping[str, list[Stretch]]:
    """What changes in the text of each record, by its name with its kind."""
    found: defaultdict[str, list[Stretch]] = defaultdict(list)
    for one in repository.all():
        for start, end in _named_in(repository, one, record):
            found[one.ref].append(_in_its_place(one, record, slug, start, end))
    found[record.ref] += inserted(record.document, "former_slugs", record.slug, len(record.former_slugs))
    return found


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
    name = re.compile(rf"(?<![\w-]){re.escape(record.slug)}(?![\w-])")
    places = [found.span() for found in name.finditer(one.document.text, start, end)]
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


def _read(source: Source, record: Record) -> tuple[bytes, FileText]:
    data = source.read(record.path, MOST_BYTES)
    file = read_text(record.document, data)
    if file is None or file.text != record.document.text:
        raise changed_meanwhile(record.path)
    return data, file


def _configuration(repository: Repository, source: Source, record: Record, slug: str) -> Iterator[Change]:
    """The collective's own record is named in ``traite.toml`` too."""
    if isinstance(record, Organisation) and repository.configuration.organisation == record.slug:
        before = source.read(CONFIGURATION, MOST_BYTES)
        line = re.compile(rf"(?m)^(organisation[ \t]*=[ \t]*[\"']){re.escape(record.slug)}(?=[\"'])")
        after = line.sub(rf"\g<1>{slug}", before.decode("utf-8")).encode()
        if after == before:
            raise Refused(
                N_("{path} names {slug} in a way that no machine can change"),
                hint=N_("write it on a line of its own: {line}"),
                path=CONFIGURATION,
                slug=record.slug,
                line=f'organisation = "{record.slug}"',
            )
        yield Change(CONFIGURATION, before, after)


def _new_errors(repository: Repository, record: Record, slug: str, after: list[Record], day: date) -> tuple[Fault, ...]:
    """The errors that there are by the new name and were not: another record may have had it before."""
    kinds = {kind: {name: one for name, one in repository.of_kind(kind).items() if one is not record} for kind in KINDS}
    for one in after:
        kinds[one.KIND][one.slug] = one
    configuration = repository.configuration
    if isinstance(record, Organisation) and configuration.organisation == record.slug:
        configuration = configuration._replace(organisation=slug)
    then = Repository(configuration, kinds, repository.faults, repository.attachments)
    errors, paths = of_severity(Severity.ERROR), {one.path for one in after}
    known = {(fault.check, fault.variant, fault.source) for fault in faults_of(repository.focused({*paths, record.path}), day, errors)}
    told = faults_of(then.focused(paths), day, errors)
    return tuple(fault for fault in told if (fault.check, fault.variant, fault.source) not in known)
