"""The difference between a file before and after, as a unified diff: the lines that go, those that come, and a few around them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from traite_cli.writing.changes import Change

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\\ No newline at end of file"


def difference(change: Change) -> Iterator[str]:
    """The lines of the diff, without their ends; a carriage return is a part of its line, so that a change of line ends is seen."""
    before, after = (_LINE.findall((data or b"").decode("utf-8", "replace")) for data in (change.before, change.after))
    for line in difflib.unified_diff(before, after, f"a/{change.path}", f"b/{change.path}"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield _NO_END
