"""A repository that an earlier traite made, brought up to this one: what traite changed since is merged with what people changed.

For each file there are three texts: the base (what traite wrote then), mine (what stands there now), and the new one. What only one
side changed is taken from that side; what both changed is merged line by line. What people deleted stays deleted, and what traite no
longer writes is left to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from traite_cli.errors import ConfigurationError, Refused
from traite_cli.files.journal import digest
from traite_cli.files.memory import Memory
from traite_cli.language import N_
from traite_cli.repository import read_configuration
from traite_cli.writing.changes import Change
from traite_cli.writing.starting.forges import PLACES
from traite_cli.writing.starting.founding import MARK, content, in_the_way, made_for, unix
from traite_cli.writing.starting.merging import merged
from traite_cli.writing.starting.origin import Origin
from traite_cli.writing.starting.pristine import PLACE, Base, Pristine, base_of


class Outcome(Enum):
    """What becomes of a file."""

    ADDED = "added"
    REPLACED = "replaced"
    MERGED = "merged"
    MARKED = "marked"
    CONFLICT = "conflict"
    """Both sides changed it, and it stays as it is."""
    KEPT = "kept"
    """Both sides changed what is no text, and what people made of it stays."""
    TAKEN = "taken"
    """Somebody's own file stands where a new one would go."""


class Update(NamedTuple):
    """What becomes of each file that is concerned, the changes that make it so, and from which version to which."""

    outcomes: Mapping[str, Outcome]
    changes: tuple[Change, ...]
    before: str
    after: str


class _Step(NamedTuple):
    """What becomes of one file: what it will hold (None: it stays as it is), and what is kept of it as traite's own."""

    outcome: Outcome | None
    after: bytes | None
    base: Base | None


def update_of(root: Path, pristine: Pristine, origin: Origin, version: str, *, mark: bool) -> Update:
    """What brings a repository up to this version; with ``mark``, conflicts are written between marks. Raises ``Refused``."""
    if _number(pristine.version) > _number(version):
        raise Refused(
            N_("this repository was made by traite {made}, which is newer than this one ({version})"),
            hint=N_("install that version, or a newer one"),
            made=pristine.version,
            version=version,
        )
    maker = _Maker(root, f"traite {version}", mark)
    steps: dict[str, _Step] = {}
    changes: list[Change] = []
    for path, new in made_for(pristine.collective, _origin(root, origin, is_new=pristine.version != version), version).items():
        mine = content(root, path)
        steps[path] = step = maker.step(path, pristine.files.get(path), mine, new)
        if step.after is not None:
            changes.append(Change(path, mine, step.after))
    changes += _remembered(root, pristine, steps, version)
    outcomes = {path: step.outcome for path, step in steps.items() if step.outcome is not None}
    return Update(outcomes, tuple(changes), pristine.version, version)


def _remembered(root: Path, pristine: Pristine, steps: Mapping[str, _Step], version: str) -> Iterator[Change]:
    """The file that keeps what traite wrote, where it changes."""
    bases = {path: step.base for path, step in steps.items() if step.base is not None}
    now = pristine._replace(version=version, files={**pristine.files, **bases})
    # Not its bytes are compared: another zlib packs the same texts otherwise.
    if now != pristine:
        yield Change(PLACE, content(root, PLACE), bytes(now))


class _Maker(NamedTuple):
    """Decides for one file at a time."""

    root: Path
    name: str
    mark: bool

    def step(self, path: str, base: Base | None, mine: bytes | None, new: bytes) -> _Step:
        """What becomes of a file."""
        kept = base_of(new)
        if base is None:
            return self._first(path, mine, new)
        if mine is None or unix(mine) == new or base.digest == kept.digest:
            return _Step(None, None, kept)
        if base.digest == digest(unix(mine)):
            return _Step(Outcome.REPLACED, new, kept)
        if base.text is None or kept.text is None:
            return _Step(Outcome.KEPT, None, kept)
        return self._merged(path, base, mine, new)

    def _first(self, path: str, mine: bytes | None, new: bytes) -> _Step:
        """A file that the earlier version did not write."""
        if mine is not None and unix(mine) == new:
            return _Step(None, None, base_of(new))
        return _Step(Outcome.TAKEN, None, None) if in_the_way(self.root, {path: new}) else _Step(Outcome.ADDED, new, base_of(new))

    def _merged(self, path: str, base: Base, mine: bytes, new: bytes) -> _Step:
        before, theirs = _adapted(base.text or b"", mine, new)
        made = merged(before, mine, theirs, names=("HEAD", self.name))
        if made.text == mine:
            return _Step(None, None, base_of(new))
        if not made.conflicts and _still_serves(path, made.text):
            return _Step(Outcome.MERGED, made.text, base_of(new))
        return _Step(Outcome.MARKED, made.text, base_of(new)) if self.mark and made.conflicts else _Step(Outcome.CONFLICT, None, base)


def _adapted(base: bytes, mine: bytes, new: bytes) -> tuple[bytes, bytes]:
    """Base and new text with the address that people gave for traite: to put theirs, as they are asked to, conflicts with nothing."""
    theirs, before = _ADDRESS.search(mine), _ADDRESS.search(base)
    if theirs is None or before is None or theirs[2] == before[2]:
        return base, new
    adapted = (_ADDRESS.sub(lambda found: found[1] + theirs[2], text) for text in (base, new))
    return next(adapted), next(adapted)


def _origin(root: Path, given: Origin, *, is_new: bool) -> Origin:
    """Where the forge is to install traite from: as it does now, where this installation does not know its own address.

    It is read where people see it, and not in what is kept of it.
    """
    found = (_NAMED.search(content(root, path) or b"") for path in PLACES.values())
    named = None if given.is_known else next(filter(None, found), None)
    if named is None:
        return given
    return Origin(named[1].decode(), given.revision if is_new else named[2].decode())


def _still_serves(path: str, text: bytes) -> bool:
    """Whether a merged file can still be read; of records and templates ``validate`` and ``render`` tell more than one could here."""
    if path != MARK:
        return True
    try:
        read_configuration(Memory({MARK: text}))
    except ConfigurationError:
        return False
    return True


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"(?<![a-z\d])\d{1,9}(?=\.|$)", version))


_ADDRESS = re.compile(
    rb"(traite(?:\[\w+\])? @ git\+|- repo: )(https?://[^\s@\"]+)(?=@|\s{1,80}rev: \S{1,80}\s{1,80}hooks:\s{1,80}- id: traite)"
)
"""Where traite comes from: in the jobs, and among the hooks."""
_NAMED = re.compile(rb"traite(?:\[\w+\])? @ git\+(https?://[\w.~:/-]+)@([\w.+-]+)")
