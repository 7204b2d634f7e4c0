"""Where the body of a record names others by their files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from traite_cli.kinds import Record

ATTACHMENTS = "attachments"
ENDING = ".md"
ESCAPE = "%"
"""What an ending may be written with in an address, letter by letter."""
_PATH = re.compile(r"[^\s()<>\[\]\"'`|]+\.md\b")
_UPWARD = re.compile(r"(?:\.\./)*")


def paths_in(text: str, start: int) -> Iterator[re.Match[str]]:
    """The paths of records that a text names: only lines that hold their ending are looked at."""
    while (at := text.find(ENDING, start)) >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield from _PATH.finditer(text, max(text.rfind("\n", 0, at) + 1, start), end)
        start = end


def files_named(record: Record, files: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a body names some files: what its pictures and links lead to, and their paths as they are."""
    for link in record.document.body.links:
        if _UPWARD.sub("", unquote(link.target), count=1) in files:
            yield link.start, link.end
    for file in files:
        yield from (found.span() for found in re.compile(re.escape(file)).finditer(record.document.text, record.document.body_start))
