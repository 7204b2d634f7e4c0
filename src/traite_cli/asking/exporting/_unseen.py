"""What no text of a calendar or a card holds: controls (RFC 5545, 3.1; RFC 6350, 3.3), and marks that make a text read otherwise."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def without_unseen(text: str) -> str:
    """A text, its lines ending in LF, without any of these."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n"))
