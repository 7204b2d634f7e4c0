"""What happened to the records since a day, fit for a message to the members: what was promised and what became of it comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from traite_cli.files.history import Commit
from traite_cli.kinds import Meeting
from traite_cli.language import N_n, Translator
from traite_cli.together.differences import Change, Difference
from traite_cli.together.report import Report, Told

ORDER = ("commitments", "requests", "meetings", "updates", "documents", "editions", "organisations", "people", "topics")
"""The kinds in the order in which members want to hear of them."""
_MOST_SENTENCES = 6


class Digest(NamedTuple):
    """A report without passages of texts, and who wrote the changes, those who wrote most first."""

    report: Report
    authors: tuple[tuple[str, int], ...]


def digest(found: Difference, report: Report, commits: Iterable[Commit], t: Translator) -> Digest:
    """Shorten a report to what a message says."""
    changes = {change.record.ref: change for change in found.changes}
    groups = (group._replace(told=tuple(_short(told, changes[told.ref], t) for told in group.told)) for group in report.groups)
    ordered = tuple(sorted(groups, key=lambda group: ORDER.index(group.kind)))
    authors = Counter(commit.author for commit in commits)
    return Digest(report._replace(groups=ordered), tuple(authors.most_common()))


def _short(told: Told, change: Change, t: Translator) -> Told:
    sentences = told.sentences[:_MOST_SENTENCES]
    if len(told.sentences) > _MOST_SENTENCES:
        sentences += (t.plural(*_MORE, len(told.sentences) - _MOST_SENTENCES),)
    words = sum(len(run.text.split()) for passage in told.passages for run in passage.runs if run.sort == "new")
    if told.passages:
        is_minutes = isinstance(change.record, Meeting)
        sentences += (t.plural(*(_MINUTES if is_minutes else _TEXT), words),)
    return told._replace(sentences=sentences, passages=())


_MORE = N_n("and one more change", "and {n} more changes")
_MINUTES = N_n("minutes: one word is new", "minutes: {n} words are new")
_TEXT = N_n("text: one word is new", "text: {n} words are new")
