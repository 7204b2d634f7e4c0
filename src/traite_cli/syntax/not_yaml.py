"""What YAML minded, as a trouble: the words of its reader become a variant, its mark the place a person looks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml import YAMLError

from traite_cli.syntax.text import Trouble

_PROBLEMS = (
    ("mapping values are not allowed", "colon"),
    ("violates indentation", "tab"),
    ("could not find expected ':'", "no-colon"),
    ("unexpected end of stream", "quote"),
    ("expected ',' or", "bracket"),
    ("cannot start any token", "character"),
    ("are not allowed", "character"),
    ("node content", "character"),
    ("comment or line break", "character"),
    ("a comment or a line break", "character"),
    ("chomping or indentation", "character"),
    ("undefined alias", "alias"),
    ("alphabetic or numeric character", "alias"),
    ("undefined tag handle", "character"),
    ("expected URI", "character"),
    ("expected tag URI", "character"),
    ("unknown escape", "escape"),
    ("expected key", "after-value"),
    ("expected <block end>", "after-value"),
    ("<document start>", "document"),
    ("expected a single document", "document"),
)
"""Words of libyaml's problems and of the pure reader's, which differ, in the order in which they are looked for."""


def what_yaml_minds(chunk: str, base: int, error: YAMLError, line: str = "", mend: tuple[tuple[int, int, str], ...] = ()) -> Trouble:
    """The trouble with a text that begins at ``base``; ``line`` is the line as it should be, for the variants that end in a plus."""
    problem = str(getattr(error, "problem", "") or error)
    variant = next((name for words, name in _PROBLEMS if words in problem), "")
    mark = getattr(error, "problem_mark", None)
    if variant in {"quote", "alias", "no-colon"} or "block scalar" in str(getattr(error, "context", "")):
        # The end is where it is noticed; the person wants to see where the quote, the sign *, > or |, or the word alone stands.
        mark = getattr(error, "context_mark", None) or mark
    index = min(mark.index if mark is not None else 0, max(len(chunk.rstrip()) - 1, 0))
    if chunk[index : index + 1] == "\t":
        variant, line, mend = "tab", "", tuple(_untabbed(chunk, base))
    facts = (("line", line),) if line else ()
    width = len(chunk[index:].partition("\n")[0].rstrip()) if variant == "no-colon" else 1
    return Trouble("not-yaml", base + index, base + index + max(width, 1), f"{variant}+" if line else variant, facts, mend)


def _untabbed(chunk: str, base: int) -> Iterator[tuple[int, int, str]]:
    """What makes spaces of tabs, where all lines that are indented are so by tabs alone: how deep each stands is certain then."""
    indents = list(_INDENT.finditer(chunk))
    if all(set(found[0]) == {"\t"} for found in indents):
        for found in indents:
            yield base + found.start(), base + found.end(), "  " * len(found[0])


_INDENT = re.compile(r"^[ \t]+(?=[^\s])", re.MULTILINE)
