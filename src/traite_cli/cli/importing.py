"""What ``traite import`` is given, and what it says of the drafts that it made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from traite_cli.cli.pieces import Painted, Role
from traite_cli.errors import NotFound, Refused
from traite_cli.files import Unreadable, WorkTree
from traite_cli.language import N_, N_n, say_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traite_cli.cli.call import Call
    from traite_cli.kinds import Meeting
    from traite_cli.workspace import Workspace
    from traite_cli.writing.creating import New
    from traite_cli.writing.importing import Imported, Wanted

_LOOK = N_n(
    "{n} thing to look at, marked “?” in the draft; delete each mark once you have looked",
    "{n} things to look at, marked “?” in the drafts; delete each mark once you have looked",
)
_PROMISED = N_n(
    "{n} sentence sounds like a commitment; --commitments records those whose maker is known",
    "{n} sentences sound like commitments; --commitments records those whose maker is known",
)
_UNKNOWN = N_n(
    "{n} name is in no record: traite new-person or new-organisation makes one, or --people all of them",
    "{n} names are in no record: traite new-person or new-organisation makes one, or --people all of them",
)
_STILL_UNKNOWN = N_n(
    "{n} name is in no record, and does not suffice for one (a family name alone, or the name of several): traite new-person makes it",
    "{n} names are in no record, and do not suffice for one (a family name alone, or the name of several): traite new-person makes it",
)
_REASONS = {
    "gone": N_("there is no file {path}"),
    "too-large": N_("{path} is larger than any minutes"),
    "permission": N_("{path} may not be read"),
    "link": N_("{path} is a link, not a file"),
    "special": N_("{path} is a folder, or no file with content"),
}


def bytes_of(file: str) -> tuple[str, bytes]:
    """The name and the content of a file that somebody typed. Raises ``Refused``."""
    from traite_cli.writing.importing import MOST_BYTES

    path = Path(file)
    try:
        return path.name, WorkTree(path.absolute().parent).read(path.name, MOST_BYTES)
    except Unreadable as error:
        if error.reason == "gone":
            raise NotFound(_REASONS["gone"], path=file) from None
        hint = N_("cut out of it what reports on the meeting") if error.reason == "too-large" else ""
        raise Refused(_REASONS.get(error.reason, N_("{path} cannot be read")), hint=hint, path=file) from None


def read_file(
    call: Call, workspace: Workspace, file: tuple[str, bytes], wanted: Wanted, into: str, *, is_asking: bool, is_somebody: bool
) -> Imported:
    """What a file makes; what it says of a meeting that has a record goes into that one. Raises ``Refused``."""
    from traite_cli.cli.held import meeting_named, of_file
    from traite_cli.writing.importing import imported, put_into

    target = meeting_named(call, workspace, into, None) if into else None
    if target is not None and target.date is not None:
        wanted = wanted._replace(day_unless_said=str(target.date))

    def read(wanted: Wanted) -> Imported:
        with call.console.progress(call.t(N_("Reading the document"))):
            return imported(workspace.repository, *file, wanted)

    found = read(wanted)
    while is_somebody and found.in_doubt:
        wanted = wanted._replace(same={**wanted.same, **_same(call, found)})
        found = read(wanted)
    drafts = {new.path: _read(new) for new in found.records if new.kind == "meetings"}
    targets = {_of(drafts, target, file[0]): target} if target is not None else {}
    rest = {path: draft for path, draft in drafts.items() if path not in targets}
    targets |= _there(call, workspace, rest, is_asking=is_asking, is_sure=target is not None)
    for meeting in targets.values():
        of_file(workspace, meeting)
    return put_into(workspace.repository, workspace.source, found, targets) if targets else found


def _same(call: Call, found: Imported) -> dict[str, str]:
    """Whether names are those of records that may be meant: the record's slug by the name, '' for another."""
    from traite_cli.cli.prompts import asker_of
    from traite_cli.writing.interview import Question

    asker = asker_of(call)
    questions = {said: call.t(N_("“{said}”: is it {name}?"), said=said, name=known.label) for said, known in found.in_doubt.items()}
    return {said: known.slug if asker.agrees(Question(questions[said]), default=True) else "" for said, known in found.in_doubt.items()}


def _read(new: New) -> Meeting:
    from traite_cli.kinds import Meeting, read_record

    record = read_record(new.kind, new.slug, new.path, new.text.encode())
    assert isinstance(record, Meeting)  # noqa: S101  # by its kind
    return record


def _of(drafts: Mapping[str, Meeting], target: Meeting, name: str) -> str:
    """The draft of a meeting: the only one, or that of its day."""
    found = [path for path, draft in drafts.items() if len(drafts) == 1 or draft.date == target.date]
    if len(found) != 1:
        raise Refused(N_("{name} reports on several meetings, and not on one of the day of {path}"), name=name, path=target.path)
    return found[0]


def _there(call: Call, workspace: Workspace, drafts: Mapping[str, Meeting], *, is_asking: bool, is_sure: bool) -> dict[str, Meeting]:
    """The records that meetings of a file have already, as far as the person wants them completed, or has said it of another of them."""
    from traite_cli.cli.prompts import asker_of
    from traite_cli.repository import DAYS_AROUND, planned_like
    from traite_cli.writing.interview import Question

    found: dict[str, Meeting] = {}
    for path, draft in drafts.items():
        alike = planned_like(workspace.repository, draft.date, draft.label, draft, near=DAYS_AROUND) if draft.date is not None else ()
        for one in alike[:1]:
            if is_sure:
                found[path] = one
                continue
            facts = {"title": one.label, "path": one.path}
            if not is_asking:
                hint = N_("to complete it: traite import FILE --into {slug}; if it is another meeting: --title WORDS")
                raise Refused(N_("this meeting seems to have a record already: {title} ({path})"), hint=hint, slug=one.slug, **facts)
            asker = asker_of(call)
            date = say_date(one.date, call.t.language, weekday=True) if one.date is not None else ""
            asker.say(call.t(N_("This meeting seems to have a record already: {title}, {date} ({path})."), date=date, **facts))
            if asker.agrees(Question(call.t(N_("Complete it with what the file says, instead of making another?"))), default=True):
                found[path] = one
    return found


def look_over(call: Call, found: Imported, wanted: Wanted) -> None:
    """Say what became of a file of several meetings, and list what a person has to look at, by the line of the draft."""
    _say_several(call, found)
    for path, mark in found.marks:
        place = Painted(f"{path}:{mark.line}:", Role.PLACE)
        call.console.say(place, f" {mark.doubt.told(call.t)}")
    if found.marks:
        call.console.say(call.t.plural(*_LOOK, len(found.marks), n=len(found.marks)))
    if found.unknown:
        call.console.say(call.t.plural(*(_STILL_UNKNOWN if wanted.people else _UNKNOWN), found.unknown, n=found.unknown))
    if found.promised and not wanted.commitments:
        call.console.say(call.t.plural(*_PROMISED, found.promised, n=found.promised))


def _say_several(call: Call, found: Imported) -> None:
    meetings = sum(new.kind == "meetings" for new in found.records)
    if meetings > 1:
        call.console.say(call.t(N_("The file reports on {n} meetings: there is a draft of each."), n=meetings))
    for edition in (new for new in found.records if new.kind == "editions"):
        call.console.say(call.t(N_("It has topics of its own besides: they are in the draft of an edition, {path}."), path=edition.path))
