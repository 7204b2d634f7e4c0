"""Whether the text that was meant by a line which YAML refuses is certain, so that a machine may put it between quotes."""

from __future__ import annotations

import re

_STRUCTURE = re.compile(r"[\[{|>#]|[-?](?:\s|$)")
"""What begins a value that is no text."""
_APOSTROPHES = re.compile(r"'(?:[^']|(?<=\w)'(?=\w))*'")
"""« 'Le droit d'asile' »: a quote between two letters is an apostrophe, and closes nothing."""
_QUOTATION = re.compile(r"\"[^\"]*[\s(]\"[^\"\s][^\"]*\"[\s.,;:!?)][^\"]*\"")
"""« "Le "plan" national" »: the inner pair quotes a part of the text. (Of « "a" et "b" » nobody knows.)"""


def is_certain(text: str) -> bool:
    """Whether one text only can have been meant by what stands behind a key on its line."""
    if not text or _STRUCTURE.match(text) or "\\" in text or text in {"'", '"', "''", '""'}:
        return False
    quote = text[0]
    if quote not in "\"'":
        return True
    if text.count(quote) == 1:
        # A single one may be an apostrophe.
        return quote == '"'
    if text[-1] == quote:
        return (_APOSTROPHES if quote == "'" else _QUOTATION).fullmatch(text) is not None
    return "#" not in text
