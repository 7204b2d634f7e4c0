"""What of a text stands in comments, which no document prints and no check reads."""

from __future__ import annotations

from traite_cli.kinds import Record
from traite_cli.syntax import comments_of, within


class Comments:
    """The comments of one record's text."""

    def __init__(self, record: Record) -> None:
        document = record.document
        self._found = list(comments_of(document.text, document.body_start)) if "<!--" in document.text else []

    def hold(self, place: int) -> bool:
        """Whether a place of the text stands in one."""
        return within(self._found, place)
