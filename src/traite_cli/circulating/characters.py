"""Characters that a document may not hold: those that files cannot carry, those that disguise text, and Word's private ones.

XML 1.0 has no place for most control characters, nor for lone surrogates; the overrides of Unicode's bidirectional
algorithm make a line read otherwise than it is written. Each becomes U+FFFD, which shows that something stood there.
What is pasted from Word has the bullets and arrows of its fonts Symbol and Wingdings: they become those of Unicode.
"""

from __future__ import annotations

import re

_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls, save tab, newline, return and next line
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_NEWLINES = re.compile("\r\n?|\x85|\u2028|\u2029")
_OF_WORD = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0E0: "→", 0xF0FC: "✓", 0xF076: "❖"}
_ANY_OF_WORD = re.compile("[\uf076\uf0a7\uf0b7\uf0d8\uf0e0\uf0fc]")
_SPACES = re.compile(r"[ \t\n]+")


def harmless(text: str) -> str:
    """The text without what a file cannot carry, every line's end a newline."""
    text = _HARMFUL.sub("\ufffd", _NEWLINES.sub("\n", text)).replace("\ufeff", "")
    return _ANY_OF_WORD.sub(lambda found: _OF_WORD[ord(found[0])], text)


def line(text: str) -> str:
    """The text, harmless, as one line; non-breaking spaces stay."""
    return _SPACES.sub(" ", harmless(text)).strip(" ")
