"""A record under another name: its file, and every reference to it in fields, links and passages; the old name is kept as a former one.

All of it is worked out before anything is written. A reference that does not say the old name letter by letter stops it.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from traite_cli.diagnostics import Fault
from traite_cli.errors import Refused, UsageError
from traite_cli.files import Source
from traite_cli.kinds import KINDS, SLUG, Organisation, Person, Record, read_record
from traite_cli.language import N_
from traite_cli.repository import Repository, slug_of
from traite_cli.syntax import inserted
from traite_cli.writing.changes import Change, Told
from traite_cli.writing.configured import configured
from traite_cli.writing.file_text import FileText, with_stretches
from traite_cli.writing.naming import new_faults, read_as_it_was, renaming_stretches


class Renamed(NamedTuple):
    """What is to be written, all or nothing; what is to be told; the errors there would be by it: then it is not to be written."""

    changes: tuple[Change, ...]
    told: tuple[Told, ...]
    faults: tuple[Fault, ...]


def renamed(repository: Repository, source: Source, record: Record, slug: str, day: date) -> Renamed:
    """A record and all that names it, with another slug. Raises ``Refused`` or ``UsageError`` where that cannot be."""
    _look_over(repository, record, slug)
    stretches = {ref: list(some) for ref, some in renaming_stretches(repository, record, slug).items()}
    stretches.setdefault(record.ref, []).extend(inserted(record.document, "former_slugs", record.slug, len(record.former_slugs)))
    path = f"{record.path.rpartition('/')[0]}/{slug}.md"
    changes: list[Change] = []
    after: list[Record] = []
    for one in repository.all():
        if one.ref not in stretches:
            continue
        before, file = read_as_it_was(source, one)
        data = FileText(file.mark, with_stretches(file.text, sorted(stretches[one.ref]))).data
        after.append(read_record(one.KIND, slug if one is record else one.slug, path if one is record else one.path, data))
        changes += (
            [Change(path, None, data, like=one.path), Change(one.path, before, None)] if one is record else [Change(one.path, before, data)]
        )
    told = configured(repository, source, record, slug)
    return Renamed((*changes, *told.changes), told.told, _new_errors(repository, record, slug, after, day))


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


def _new_errors(repository: Repository, record: Record, slug: str, after: list[Record], day: date) -> tuple[Fault, ...]:
    """The errors that there are by the new name and were not: another record may have had it before."""
    kinds = {kind: {name: one for name, one in repository.of_kind(kind).items() if one is not record} for kind in KINDS}
    for one in after:
        kinds[one.KIND][one.slug] = one
    configuration = repository.configuration
    if isinstance(record, Organisation) and configuration.organisation == record.slug:
        configuration = configuration._replace(organisation=slug)
    then = Repository(configuration, kinds, repository.faults, repository.attachments)
    return new_faults(repository, then, {record.path, *(one.path for one in after)}, day)
