"""What a circle may learn of a difference: what was narrower than it at either moment stays narrow.

Records and passages that are withheld at one moment are withheld at the other. What was let out of its record (a passage whose fence was
taken away, words put into another record) is known by runs of five words, and short texts by standing alone. What is open to the circle now
is no secret, though something that is withheld says it too, unless it was let out; what was open before and is withheld now is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from traite_cli.kinds import Record
from traite_cli.language import words
from traite_cli.repository import Repository, audience_of, for_audience, only_named, plain, texts_in, wider
from traite_cli.together.matching import matched
from traite_cli.together.widening import Widening

RUN = 5


class Seen(NamedTuple):
    """Two moments as a circle may see them."""

    before: Repository
    after: Repository
    withheld: Withheld


class Withheld:
    """Knows the words that a circle was not to read at one moment at least, and that nothing open to it says."""

    def __init__(self, runs: set[tuple[str, ...]], wholes: set[tuple[str, ...]]) -> None:
        self._runs, self._wholes = runs, wholes

    def holds(self, texts: Iterable[str]) -> bool:
        """Whether one of some texts says what was withheld."""
        if not self._runs and not self._wholes:
            return False
        for text in texts:
            found = tuple(words(text))
            if found in self._wholes or not self._runs.isdisjoint(_runs(found)):
                return True
        return False


OPEN = Withheld(set(), set())
"""Nothing is withheld."""


def seen_by(circle: str, before: Repository, after: Repository, widened: Sequence[Widening] = ()) -> Seen:
    """Two moments cut to a circle, each without what the other withholds; ``widened`` is what more people may read than before."""
    narrow = _narrow(before, circle) | _narrow(after, circle)
    # A record that was given another name is the same one.
    for match in matched(before, after):
        refs = {record.ref for record in (match.before, match.after, match.into) if record is not None}
        if match.into is None and refs & narrow:
            narrow |= refs
    cuts = [for_audience(one, circle, besides=frozenset(narrow)) for one in (before, after)]
    # What was withheld before is not told for standing in a record that lets it out, or of which something was withheld.
    letting = {one.record.ref for one in widened if one.record is not None and wider(circle, one.before)}
    letting |= {one.ref for one in before.all() if cuts[0].repository.of_kind(one.KIND).get(one.slug) is not one}
    was, now = (tuple(cut.repository.all()) for cut in cuts)
    safe = _Words.open_in(one for one in now if one.ref not in letting)
    let_out = _Words.open_in(one for one in now if one.ref in letting)
    hidden = (_Words.of(cuts[0].withheld) - _Words.open_in(was) - safe) | (_Words.of(cuts[1].withheld) - safe - let_out)
    withheld = Withheld(hidden.runs, {text for text in hidden.wholes if 0 < len(text) < RUN})
    return Seen(only_named(cuts[0].repository, before), only_named(cuts[1].repository, after), withheld)


class _Words(NamedTuple):
    """What some texts say: their runs, and each of them whole."""

    runs: set[tuple[str, ...]]
    wholes: set[tuple[str, ...]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> _Words:
        wholes = {tuple(words(text)) for text in texts}
        return cls({run for text in wholes for run in _runs(text)}, wholes)

    @classmethod
    def open_in(cls, records: Iterable[Record]) -> _Words:
        return cls.of(text for record in records for text in texts_of(record))

    def __sub__(self, other: _Words) -> _Words:
        return _Words(self.runs - other.runs, self.wholes - other.wholes)

    def __or__(self, other: _Words) -> _Words:
        return _Words(self.runs | other.runs, self.wholes | other.wholes)


def _narrow(repository: Repository, circle: str) -> set[str]:
    return {record.ref for record in repository.all() if wider(circle, audience_of(record, repository.configuration))}


def texts_of(record: Record) -> Iterator[str]:
    """Every text of a record that is shown: its fields, and the passages of its body."""
    yield from texts_in(record.values)
    for passage in record.passages:
        yield plain(record.document.text[passage.start : passage.end])


def _runs(found: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return zip(*(found[start:] for start in range(RUN)), strict=False)
