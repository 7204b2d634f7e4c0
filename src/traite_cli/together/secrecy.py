"""What a circle may learn of a difference: what was narrower than it at either moment stays narrow.

Records and passages that are withheld at one moment are withheld at the other. What was let out of its record (a passage whose fence was
taken away, words put into another record) is known by runs of five words, and short texts by standing alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from traite_cli.kinds import Record
from traite_cli.language import words
from traite_cli.repository import Repository, audience_of, for_audience, only_named, plain, texts_in, wider
from traite_cli.together.matching import matched

RUN = 5


class Seen(NamedTuple):
    """Two moments as a circle may see them."""

    before: Repository
    after: Repository
    withheld: Withheld


class Withheld:
    """Knows the words that a circle was not to read at one moment at least, and that were not open to it at both."""

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


def seen_by(circle: str, before: Repository, after: Repository) -> Seen:
    """Two moments cut to a circle, each without what the other withholds."""
    narrow = _narrow(before, circle) | _narrow(after, circle)
    # A record that was given another name is the same one.
    for match in matched(before, after):
        refs = {record.ref for record in (match.before, match.after, match.into) if record is not None}
        if match.into is None and refs & narrow:
            narrow |= refs
    cuts = [for_audience(one, circle, besides=frozenset(narrow)) for one in (before, after)]
    withheld = [tuple(words(text)) for cut in cuts for text in cut.withheld]
    open_to = [{run for text in _open(cut.repository) for run in _runs(text)} for cut in cuts]
    wholes = [set(_open(cut.repository)) for cut in cuts]
    runs = {run for text in withheld for run in _runs(text)} - (open_to[0] & open_to[1])
    short = {text for text in withheld if 0 < len(text) < RUN} - (wholes[0] & wholes[1])
    return Seen(only_named(cuts[0].repository, before), only_named(cuts[1].repository, after), Withheld(runs, short))


def _narrow(repository: Repository, circle: str) -> set[str]:
    return {record.ref for record in repository.all() if wider(circle, audience_of(record, repository.configuration))}


def _open(repository: Repository) -> Iterator[tuple[str, ...]]:
    for record in repository.all():
        for text in texts_of(record):
            yield tuple(words(text))


def texts_of(record: Record) -> Iterator[str]:
    """Every text of a record that is shown: its fields, and the passages of its body."""
    yield from texts_in(record.values)
    for passage in record.passages:
        yield plain(record.document.text[passage.start : passage.end])


def _runs(found: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return zip(*(found[start:] for start in range(RUN)), strict=False)
