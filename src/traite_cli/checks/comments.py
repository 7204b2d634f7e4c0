"""What of a text stands in comments, which no document prints and no check reads."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from traite_cli.kinds import Record
from traite_cli.repository import comments_in


class Comments:
    """The comments of one record's text."""

    def __init__(self, record: Record) -> None:
        document = record.document
        self._found = list(comments_in(document.text, document.body_start)) if "<!--" in document.text else []

    def hold(self, place: int) -> bool:
        """Whether a place of the text stands in one."""
        before = bisect_right(self._found, place, key=itemgetter(0))
        return before > 0 and place < self._found[before - 1][1]
