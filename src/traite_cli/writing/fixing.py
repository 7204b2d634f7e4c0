"""What ``traite validate --fix`` makes of the files: what is certain is mended, and kept only where it does what it should.

A fault's edits are made all or none. Then the file is read and checked again: a mend stays when its fault is gone, nothing new is
told of the file, and nothing is for another circle than before. Where mends of one file do not hold together, its halves are
tried, down to each alone.
A mend may bring to light what could not be seen before it (a value whose key was misspelt): that is mended with it or not at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.running import faults_of
from traite_cli.diagnostics import Fault
from traite_cli.errors import LostRace
from traite_cli.files import Source, Unreadable, changed_meanwhile
from traite_cli.kinds import Person, Record, read_record
from traite_cli.repository import Repository
from traite_cli.syntax import MOST_BYTES, read_document
from traite_cli.writing.changes import Change
from traite_cli.writing.file_text import FileText, mended, read_text

Choose = Callable[[Iterable[Fault]], Sequence[Fault]]
"""Keeps the faults that were asked about."""

_ROUNDS = 12
_MOST_TRIES = 200
"""So often is a file tried whose mends do not hold together: a file made to be slow is left half mended."""
_MOST_READ, _FEWEST_TRIES = 100_000, 20
"""Each try goes through all records: so many may be gone through for all files together, however many there are."""
_Place = tuple[str, int, int]


class Fix(NamedTuple):
    """A file to be written, and the faults that are mended by it."""

    change: Change
    mended: tuple[Fault, ...]


class _State(NamedTuple):
    """A file on its way: its record, its text, the faults told of it, and those mended so far."""

    record: Record
    file: FileText
    faults: tuple[Fault, ...]
    mended: tuple[Fault, ...] = ()


class Fixes(NamedTuple):
    """What is to be written, and why some files are left as they are."""

    made: tuple[Fix, ...]
    left: tuple[LostRace, ...]


def fixes(repository: Repository, source: Source, faults: Iterable[Fault], day: date, choose: Choose) -> Fixes:
    """What mends those of the faults that are certain to be mended, file by file."""
    wanted = {fault.path for fault in choose(faults) if fault.edits}
    records = {record.path: record for record in repository.all() if record.path in wanted}
    data = {path: _read(source, record) for path, record in records.items()}
    left = tuple(changed_meanwhile(path) for path, read in data.items() if read is None)
    told = _told(repository, records, day)
    begun = {
        path: _State(records[path], file, told.get(path, ()))
        for path, read in data.items()
        if read is not None and (file := read_text(records[path].document, read)) is not None
    }
    ended = _Trial(repository, day, choose).of(begun)
    made = (
        Fix(Change(path, begun[path].file.data, state.file.data), tuple(sorted(state.mended, key=lambda fault: fault.order)))
        for path, state in sorted(ended.items())
        if state.file != begun[path].file
    )
    return Fixes(tuple(made), left)


def with_changes(repository: Repository, changes: Iterable[Change]) -> Repository:
    """The repository once these files are written."""
    records = {record.path: record for record in repository.all()}
    return repository.replacing(_again(records[change.path], change.after or b"") for change in changes)


def _read(source: Source, record: Record) -> bytes | None:
    """The bytes that a record was read from; None when the file has others by now."""
    try:
        data = source.read(record.path, MOST_BYTES)
    except Unreadable:
        return None
    return data if read_document(record.path, data).text == record.document.text else None


def _told(repository: Repository, paths: Collection[str], day: date) -> Mapping[str, tuple[Fault, ...]]:
    """What is told of some files, with all that is certain about it; what time shows is there with or without a mend."""
    timeless = [name for name, listed in catalogue().items() if listed.find_on is None]
    found: defaultdict[str, list[Fault]] = defaultdict(list)
    for fault in faults_of(repository.focused(paths), day, timeless):
        found[fault.path].append(fault)
    return {path: tuple(some) for path, some in found.items()}


def _again(record: Record, data: bytes) -> Record:
    return read_record(record.KIND, record.slug, record.path, data)


class _Trial:
    """Makes edits and looks at what comes of them."""

    def __init__(self, repository: Repository, day: date, choose: Choose) -> None:
        self._repository = repository
        self._day = day
        self._choose = choose
        self._tries = 0
        self._tries_left = max(_MOST_READ // max(sum(1 for _ in repository.all()), 1), _FEWEST_TRIES)

    def of(self, begun: Mapping[str, _State]) -> dict[str, _State]:
        """Each file as far as it can be mended: with all mends at once where they hold together, with those that hold apart elsewhere."""
        ended = self._together(begun)
        return {
            path: state if _holds(begun[path], state, self._to_mend(begun[path])) else self._apart(begun[path])
            for path, state in ended.items()
        }

    def _to_mend(self, state: _State, faults: Iterable[Fault] | None = None) -> Sequence[Fault]:
        """The faults with edits, among some or all of a file; on a line that may be a fence none is mended."""
        doubtful = {fault.span.line for fault in state.faults if fault.check == _DOUBT}
        some = state.faults if faults is None else faults
        return self._choose([fault for fault in some if fault.edits and fault.span.line not in doubtful])

    def _together(self, states: Mapping[str, _State]) -> dict[str, _State]:
        """Mend all there is in all of the files, round by round, until no edit is left."""
        current = dict(states)
        for _ in range(_ROUNDS):
            changed = {path: made for path, state in current.items() if (made := self._made(state, state.faults))}
            if not changed:
                break
            current |= self._checked(changed)
        return current

    def _apart(self, state: _State) -> _State:
        """Mend what holds without the rest, again and again: what did not hold before may hold after another is mended."""
        self._tries = min(_MOST_TRIES, self._tries_left)
        self._tries_left -= self._tries
        while (made := self._of_these(state, {_place(fault) for fault in self._to_mend(state)})) is not state:
            state = made
        self._tries_left += self._tries
        self._repository = self._repository.replacing([state.record])
        return state

    def _of_these(self, state: _State, places: Collection[_Place]) -> _State:
        """Mend the faults at some places: all of them where they hold together, or else those of either half that do."""
        # Looked up anew, since a mend may move what stands behind it on its line: the last half comes first.
        faults = [fault for fault in self._to_mend(state) if _place(fault) in places]
        if not faults or not self._tries:
            return state
        self._tries -= 1
        made = self._with_what_it_shows(state, faults)
        if made is not None and _holds(state, made, faults):
            return made
        if len(faults) == 1:
            return state
        first, last = faults[: len(faults) // 2], faults[len(faults) // 2 :]
        state = self._of_these(state, {_place(fault) for fault in last})
        return self._of_these(state, {_place(fault) for fault in first})

    def _with_what_it_shows(self, state: _State, faults: Sequence[Fault]) -> _State | None:
        """The state with faults mended, and with them whatever faults this brings to light."""
        made = self._made(state, faults)
        for _ in range(_ROUNDS):
            if made is None:
                return None
            made = self._checked({state.record.path: made})[state.record.path]
            more = _counted(made.faults) - _counted(state.faults)
            if not more:
                return made
            made = self._made(made, [one for one in made.faults if (one.check, one.span.line) in more])
        return None

    def _made(self, state: _State, faults: Iterable[Fault]) -> _State | None:
        """The state with those edits made that can be made at once, unread as yet; None when there is none."""
        file, done = mended(state.file, state.record.document, self._to_mend(state, faults))
        return state._replace(file=file, mended=(*state.mended, *done)) if file != state.file else None

    def _checked(self, states: Mapping[str, _State]) -> dict[str, _State]:
        """The states read and checked."""
        records = {path: _again(state.record, state.file.data) for path, state in states.items()}
        self._repository = self._repository.replacing(records.values())
        told = _told(self._repository, records, self._day)
        return {path: state._replace(record=records[path], faults=told.get(path, ())) for path, state in states.items()}


def _place(fault: Fault) -> _Place:
    return fault.check, fault.span.line, fault.span.column


def _counted(faults: Iterable[Fault]) -> Counter[tuple[str, int]]:
    """The faults by check and line, which no mend changes."""
    return Counter((fault.check, fault.span.line) for fault in faults)


def _holds(before: _State, after: _State, to_mend: Iterable[Fault]) -> bool:
    """Whether what was to be mended is gone, nothing new is told, and everything is for whom it was."""
    was, now = _counted(before.faults), _counted(after.faults)
    doubts = [{line: n for (check, line), n in counted.items() if check == _DOUBT} for counted in (was, now)]
    return not now - (was - _counted(to_mend)) and doubts[0] == doubts[1] and _is_for_the_same(before.record, after.record)


def _is_for_the_same(before: Record, after: Record) -> bool:
    """Whether everything is for whom it was; a file whose front matter is read only now was for nobody."""
    is_read_at_last = before.document.header is None and after.document.header is not None
    return is_read_at_last or _circles(before) == _circles(after)


def _circles(record: Record) -> tuple[object, ...]:
    """Whom a record, its passages and its contact details are for."""
    document = record.document
    contacts = record.contact_details if isinstance(record, Person) else ()
    # No mend adds a line or takes one away: passages stay on theirs.
    fenced = tuple(
        (one.audience, one.topic, document.line_of(one.start), document.line_of(one.end))
        for one in record.passages
        if one.audience or one.topic
    )
    return (
        record.audience,
        tuple(one.audience for one in contacts),
        fenced,
        document.line_of(document.body_start),
        len(document.body.doubts),
    )


_DOUBT = "doubtful-fence"
