"""The difference between two moments of the records, in the records' own terms: a plain value that text, Markdown and JSON are made of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from traite_cli.kinds import Block, Record
from traite_cli.repository import NARROWEST, Repository, on_day, only_named, texts_in, wider
from traite_cli.together.edits import Edit, edits
from traite_cli.together.following import NewNames
from traite_cli.together.matching import Match, matched
from traite_cli.together.prose import Paragraph, Passage, narrowed, paragraphs, rewritten
from traite_cli.together.secrecy import OPEN, Withheld, seen_by, texts_of
from traite_cli.together.widening import Widening, widenings

Sort = Literal["added", "removed", "merged", "renamed", "changed"]


class Change(NamedTuple):
    """What became of a record; ``before`` or ``after`` is None where it was not there."""

    sort: Sort
    before: Record | None
    after: Record | None
    into: Record | None = None
    edits: tuple[Edit, ...] = ()
    """What became of its fields; of a record that came or went, only where one field is asked about."""
    passages: tuple[Passage, ...] = ()
    narrowed: tuple[Paragraph, ...] = ()
    """What it still says, to fewer people than before."""

    @property
    def record(self) -> Record:
        """The record as it is now, or as it last was."""
        return Match(self.before, self.after).record


class Difference(NamedTuple):
    """What is different between two moments, for one circle."""

    before: Repository
    after: Repository
    """The records at both moments, cut to the circle."""
    whole: tuple[Repository, Repository]
    """The same, uncut."""
    changes: tuple[Change, ...]
    widened: tuple[Widening, ...] = ()
    withheld: int = 0
    """How many records changed, or were opened, of which this circle is told nothing."""
    attachments: tuple[tuple[str, str], ...] = ()
    """The files below ``attachments/`` that were added or removed: the sort, and the path."""
    widened_unseen: int = 0
    """How many things more people may read than before, of which this circle is not told which: they were not for it."""
    secrets: Withheld = OPEN
    """What this circle was not to read at one of the moments, for whatever else is told of the difference."""
    field: str = ""
    """The one field of which is told what became of it; all are where it is ''."""

    def __bool__(self) -> bool:
        return bool(self.changes or self.widened or self.withheld or self.widened_unseen or self.attachments)


def difference(before: Repository, after: Repository, circle: str = NARROWEST, day: date | None = None) -> Difference:
    """What is different, as a circle may learn it; on a ``day``, nothing that happened later is told at either moment."""
    moments = before, after
    if day is not None:
        before, after = on_day(before, day), on_day(after, day)
    whole = tuple(matched(before, after))
    widened = tuple(widenings(before, after, whole))
    changed = _changes(whole, after)
    if circle == NARROWEST:
        return Difference(before, after, moments, changed, widened, 0, _attachments(before, after))
    seen = seen_by(circle, before, after, widened)
    if day is not None:  # who is named only on a later day is no more known to a circle on an earlier one
        early, late = (only_named(cut, named) for cut, named in zip(seen[:2], moments, strict=True))
        seen = seen._replace(before=early, after=late)
    changes = _changes(tuple(matched(seen.before, seen.after)), seen.after)
    kept = tuple(change for one in changes if (change := _without(one, seen.withheld)) is not None)
    told = tuple(one for one in widened if one.sort == "default" or not wider(circle, one.before))
    # A file may be another without saying anything else: then nothing is withheld.
    others = {one.record.ref for one in changed} | {one.record.ref for one in widened if one.record}
    left = others - {one.record.ref for one in kept}
    unseen = len(widened) - len(told)
    return Difference(seen.before, seen.after, moments, kept, told, len(left), widened_unseen=unseen, secrets=seen.withheld)


def _changes(matches: tuple[Match, ...], after: Repository) -> tuple[Change, ...]:
    names = NewNames(matches, after)
    gone = {(old.KIND, old.slug) for old, new, _ in matches if old is not None and (new is None or new.slug != old.slug)}
    return tuple(change for match in matches if (change := _change(match, names, gone)) is not None)


def _change(match: Match, names: NewNames, gone: set[tuple[str, str]]) -> Change | None:
    before, after = match.before, match.after
    if before is None:
        return Change("added", None, after)
    if after is None:
        return Change("removed" if match.into is None else "merged", before, None, match.into)
    made = tuple(edits(names.followed(before), after))
    texts = names.read(paragraphs(before)), paragraphs(after)
    passages, closed = tuple(rewritten(*texts)), tuple(narrowed(*texts))
    renamed = before.slug != after.slug
    # That a record was called so, or is two by now, is told of it already.
    made = tuple(one for one in made if one.path != "former_slugs" or (after.KIND, one.after) not in gone)
    # A file may change without saying anything else: its remarks, its spaces.
    if not (renamed or made or passages or closed):
        return None
    return Change("renamed" if renamed else "changed", before, after, None, made, passages, closed)


def _without(change: Change, withheld: Withheld) -> Change | None:
    """A change without what was narrower at one of its moments; None when nothing is left."""
    if change.before is None or change.after is None:
        return None if withheld.holds(texts_of(change.record)) else change
    made = tuple(one for one in change.edits if not withheld.holds(_texts(one)))
    passages = tuple(one for one in change.passages if not withheld.holds(one.versions))
    closed = tuple(one for one in change.narrowed if not withheld.holds([one.text]))
    left = change._replace(edits=made, passages=passages, narrowed=closed)
    return left if left.sort == "renamed" or made or passages or closed else None


def _texts(edit: Edit) -> Iterator[str]:
    for value in (edit.before, edit.after):
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Block):
                yield from texts_in(one.values)
            elif isinstance(one, str):
                yield one


def _attachments(before: Repository, after: Repository) -> tuple[tuple[str, str], ...]:
    gone = [("removed", path) for path in sorted(before.attachments - after.attachments)]
    return (*gone, *(("added", path) for path in sorted(after.attachments - before.attachments)))
