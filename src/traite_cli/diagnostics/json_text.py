"""JSON as our reports write it: UTF-8, an entry a line, and nothing in it that a screen would obey.

Accents stand as they are; control characters, marks that turn the direction of text and half characters (as a file's undecodable
name has them) are written as JSON's own escapes, so that they come back unchanged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from traite_cli.diagnostics.visible import OBEYED


def json_text(value: object) -> str:
    """A value as JSON on one line."""
    return _unobeyed(json.dumps(value, ensure_ascii=False))


def json_page(value: object) -> str:
    """A value as JSON that people can read too: a line for each of its parts."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False, default=str)
    return "".join(f"{_unobeyed(line)}\n" for line in text.split("\n"))


def json_entries(opening: str, entries: Iterable[object], closing: str) -> Iterator[str]:
    """Entries of an array, a line each, so that two reports can be compared line by line, between what opens and what closes it."""
    yield opening
    separator = "\n"
    for entry in entries:
        yield separator + json_text(entry)
        separator = ",\n"
    yield closing if separator == "\n" else f"\n{closing}"


def _unobeyed(text: str) -> str:
    return text if text.isprintable() else re.sub(OBEYED, _escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0]).strip('"')
