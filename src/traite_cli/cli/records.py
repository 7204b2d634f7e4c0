"""What commands that read records share: the repository they are about, and the names that a shell may complete."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

from typer import Argument

from traite_cli.cli.call import Call  # Typer looks at the signature of what completes
from traite_cli.cli.circles import circle_option
from traite_cli.cli.options import as_of_given, complete_revisions, option_given
from traite_cli.cli.unfinished import may_be_left
from traite_cli.diagnostics.visible import visible
from traite_cli.errors import Day, NotFound, Refused, UsageError
from traite_cli.language import N_

if TYPE_CHECKING:
    from datetime import date

    from traite_cli.index.finders import Finder
    from traite_cli.index.opening import Tables
    from traite_cli.kinds import Record
    from traite_cli.language import Sense
    from traite_cli.repository import Reached, Repository
    from traite_cli.workspace import Workspace

R = TypeVar("R", bound="Record")

Audience = Annotated[str | None, circle_option(N_("Only what this circle may see (default: everything)."))]


def workspace_of(call: Call, *, reading: bool = False) -> Workspace:
    """The repository that a call is about: its files as they are now or, for a command that is only ``reading``, as ``--at`` asks.

    Raises ``UsageError`` where ``--at`` is given to any other.
    """
    if call.settings.at and not reading:
        raise UsageError(
            N_("--at {at}: {command} works on the files as they are now, and what was committed stays as it is"),
            hint=N_("leave --at out (or TRAITE_AT, where the environment has it)"),
            at=call.settings.at,
            command=call.command_path,
        )
    if call.workspace is not None:
        return call.workspace
    from traite_cli.workspace import Workspace  # help begins without it

    workspace = call.workspace = Workspace.nearest(call.settings.directory, call.settings.as_of, call.settings.at)
    workspace.watched = lambda: _watching(call, workspace.root)
    if call.asked is not None and call.asked.root == workspace.root:
        workspace.go_on_with(call.asked.answers.cache, call.asked.described)
    call.call_on_close(workspace.close)
    _say_day(call, workspace)
    if workspace.commit is not None and (name := workspace.commit.namesake):
        call.console.say(call.t(N_("{at} is taken for the day; for what is called so in git: --at {name}"), at=workspace.at, name=name))
    return workspace


def _say_day(call: Call, workspace: Workspace) -> None:
    """Show back which day ``--as-of`` means, where it is not written as that day, and which day ``--at`` means in words."""
    at, as_of = workspace.commit, workspace.as_of
    days = {
        "as_of": as_of if as_of is not None and as_of.isoformat() != as_of_given(call.meta) else None,
        "at": at.day if at is not None and at.in_words else None,
    }
    for name, day in days.items():
        if day is not None:
            said = _said(call, day, weekday=True)
            call.console.say(call.t(N_("{option}: that is {date}"), option=option_given(call.meta, name), date=said))


def say_moment(call: Call, workspace: Workspace) -> None:
    """Say so where the records are as of another day than what is told of them: who asks for the one may mean both."""
    if workspace.commit is None or workspace.as_of is not None:
        return
    from traite_cli.files.at import committed_on
    from traite_cli.files.git import Git

    then = workspace.commit.day or committed_on(Git(workspace.root), workspace.commit.commit)
    if then != workspace.day:
        message = N_("Records as they were on {then} (revision {revision}), states as of {day}; to ask about that day too: --as-of {date}")
        facts = {"then": _said(call, then), "revision": workspace.revision, "day": _said(call, workspace.day), "date": then.isoformat()}
        call.console.say(call.t(message, **facts))


def _said(call: Call, day: date, *, weekday: bool = False) -> str:
    from traite_cli.dates import EdtfDate
    from traite_cli.language import say_date

    return say_date(EdtfDate.of(day), call.t.language, weekday=weekday)


@contextmanager
def _watching(call: Call, root: Path) -> Iterator[Reached]:
    """Tells a person at a terminal how far the reading of the records has come, and first whether they are half changed."""
    _tell_left(call, root)
    with call.console.progress(call.t(N_("Reading the records"))) as progress:
        yield progress.reached


def _tell_left(call: Call, root: Path) -> None:
    """Say that a command was stopped while it wrote; who only reads mends nothing."""
    if not may_be_left(root):
        return
    from traite_cli.cli.pieces import Painted, Role
    from traite_cli.writing import is_left

    if is_left(root):
        call.console.complain(
            Painted(call.t(N_("warning:")), Role.WARNING),
            " ",
            call.t(N_("a command was interrupted while it was writing, and the records are half changed; to put them back: traite undo")),
        )


def as_asked(workspace: Workspace, audience: str | None) -> Repository:
    """The records on the day asked about, cut to a circle when one is asked for."""
    return seen_by(workspace, then(workspace, workspace.related), audience)


def then(workspace: Workspace, repository: Repository) -> Repository:
    """Records of a workspace on the day asked about; as they are, where none is."""
    from traite_cli.repository import on_day

    return repository if workspace.as_of is None else on_day(repository, workspace.as_of)


def seen_by(workspace: Workspace, repository: Repository, audience: str | None) -> Repository:
    """Records of a workspace cut to a circle, when one is asked for."""
    from traite_cli.repository import NARROWEST, for_audience, only_named

    if not audience or audience == NARROWEST:
        return repository
    # Who is named only on a later day is no more known to a circle on an earlier one.
    return only_named(for_audience(repository, audience).repository, workspace.related)


def sense_of(call: Call, workspace: Workspace) -> Sense:
    """By which day and in which language what a call is given is understood."""
    from traite_cli.language import Sense

    return Sense(workspace.day, call.t.language)


def record_named(call: Call, workspace: Workspace, name: str, *kinds: type[R], among: Repository | None = None) -> R:
    """The record of some kinds (none: of any) that a call names, ``among`` some records or all. Raises ``NotFound``."""
    from traite_cli.repository import record_called

    return record_called(among or workspace.repository, name, *kinds, sense=sense_of(call, workspace))


def record_for(call: Call, workspace: Workspace, name: str, audience: str | None, kind: type[R]) -> R:
    """The record of a kind that a document is made from, whomever that is for: only what its circle sees is suggested for another name.

    Raises ``NotFound`` and ``Refused``.
    """
    try:
        return record_named(call, workspace, name, kind)
    except (NotFound, Refused):
        if audience is None:
            raise
    seen = record_named(call, workspace, name, kind, among=seen_by(workspace, workspace.related, audience))
    return workspace.repository.of(kind)[seen.slug]


def not_yet(workspace: Workspace, record: Record) -> NotFound:
    """That a record is of a later day than the one asked about."""
    message = N_("{ref} is of a later day than {day}, and not known then")
    return NotFound(message, ref=record.ref, day=Day(workspace.day.isoformat()))


def record_seen(call: Call, workspace: Workspace, name: str, *kinds: type[Record], among: Repository) -> Record:
    """The record of some kinds that a call looks at, and no more: some words of its name are enough, and whose they are is said.

    Raises ``NotFound`` with all that have them, if they are several.
    """
    from traite_cli.repository import record_taken

    taken = record_taken(among, name, *kinds, sense=sense_of(call, workspace))
    if taken.partly:
        message = N_("“{said}” is taken for {ref} ({label})")
        if taken.others:
            message = N_("“{said}” is taken for {ref} ({label}); these words stand in these names too: {others}")
        facts = {"said": visible(name), "ref": taken.record.ref, "label": visible(taken.record.label)}
        call.console.say(call.t(message, **facts, others=visible(", ".join(taken.others))))
    return taken.record


def tables_asked(workspace: Workspace, audience: str | None) -> Tables:
    """The tables of the records on the day asked about: those that are kept, or for a circle some made of its records."""
    from traite_cli.index.database import Unusable
    from traite_cli.index.opening import opened

    if audience is None:
        with suppress(Unusable):
            return workspace.kept_tables.turned_to(workspace.day, nothing_later=workspace.as_of is not None)
    return opened(as_asked(workspace, audience), workspace.day)


def finder_asked(workspace: Workspace, audience: str | None) -> Finder:
    """Who finds records by their words: for a circle among its records alone, else also what is for another day."""
    from traite_cli.index.database import Unusable
    from traite_cli.index.finders import finder

    if audience is None:
        with suppress(Unusable):
            return workspace.kept_tables.finder()
    return finder(as_asked(workspace, audience))


def completes(*kinds: str) -> Callable[[Call, str], list[str]]:
    """Completes the names of records, from the names of their files: nothing is read, so that it answers at once."""

    def complete(call: Call, incomplete: str) -> list[str]:
        from traite_cli.workspace import Workspace

        root = Workspace.nearest(call.settings.directory, call.settings.as_of).root
        if len(kinds) == 1:
            return [slug for _, slug in _names(root, kinds, begun=incomplete)]
        of, stroke, begun = incomplete.partition("/")
        whole = [f"{kind}/{slug}" for kind, slug in _names(root, kinds, of + stroke, begun)]
        # Once something is typed, a name that no other record has is enough.
        alone = Counter(slug for _, slug in _names(root, kinds, begun=incomplete)) if incomplete and not stroke else Counter[str]()
        return [*whole, *(slug for slug, times in alone.items() if times == 1)]

    return complete


RecordNamed = Annotated[
    str,
    Argument(
        metavar=N_("RECORD"),
        help=N_("Its title or its name, in any spelling; kind/name where several have it; or its path."),
        autocompletion=completes(),
    ),
]


def completes_revisions(call: Call, incomplete: str) -> list[str]:
    """Completes the names of branches and tags."""
    return complete_revisions(call, [], incomplete)


def _names(root: Path, kinds: tuple[str, ...], of: str = "", begun: str = "") -> Iterator[tuple[str, str]]:
    """The kind and slug of the records of some kinds (none: of all), where ``kind/`` and the slug begin so."""
    records = root / "records"
    for folder in sorted(records.iterdir()):
        is_asked = f"{folder.name}/".startswith(of) and (not kinds or folder.name in kinds)
        if is_asked and folder.is_dir() and not folder.is_symlink():
            # Names alone, of those that are asked for: a Path for each of ten thousand files would take longer than all the rest.
            files = [file for file in os.listdir(folder) if file.startswith(begun) and file.endswith(".md")]  # noqa: PTH208  # as said above
            slugs = (file.removesuffix(".md") for file in sorted(files))
            yield from ((folder.name, slug) for slug in slugs if slug.startswith(begun))
