"""Front matter to a tree with places, within limits of size and depth.

The composer stops at the first thing it cannot read; then the header is read on line by line (see ``mending``).
"""

from __future__ import annotations

import re

from traite_cli.syntax.composing import Tell, YAMLError, composed, without_anchors
from traite_cli.syntax.text import Trouble
from traite_cli.syntax.tree import Mapping, Node

MOST_CHARACTERS = 1 << 18
DEEPEST = 40
"""libyaml's composer calls itself once a level: 30,000 brackets exhaust the stack. No record nests deeper than six."""

# The first indicator stands apart: a pattern that begins with one set of characters is looked for four times as quickly.
_STACKED = re.compile(rf"[-?:][ \t]++(?:[-?:][ \t]++){{{DEEPEST}}}")
_WIDE_INDENT = " " * (2 * DEEPEST)


def read_header(text: str, start: int, end: int, tell: Tell) -> Mapping | None:
    """Read ``text[start:end]`` as a mapping; ``tell`` is given each trouble met.

    None when it is no mapping at all, or when it is refused for its size or its depth.
    """
    tree = read_tree(text, start, end, tell)
    if tree is None or isinstance(tree, Mapping):
        return tree
    tell(Trouble("not-a-mapping", tree.start, _line_end(text, tree.start, end)))
    return None


def read_tree(text: str, start: int, end: int, tell: Tell, most: int = MOST_CHARACTERS) -> Node | None:
    """Read ``text[start:end]``, whatever it is; None when it is refused for its size (more than ``most`` characters) or its depth."""
    header = text[start:end]
    if len(header) > most:
        tell(Trouble("too-large", start, start, "header", (("most", most // 1024),)))
        return None
    deep = _too_deep(header)
    if deep is not None:
        tell(Trouble("too-deep", start + deep, start + deep + 1, "", (("most", DEEPEST),)))
        return None
    header = without_anchors(header, start, tell)
    try:
        tree = composed(header, start, tell)
    except YAMLError:
        from traite_cli.syntax.mending import key_by_key  # nearly no run meets any, and its patterns take long to make

        return key_by_key(header, start, tell)
    return Mapping((), start, start) if tree is None else tree


def _too_deep(header: str) -> int | None:
    """The offset at which the header nests deeper than allowed. It counts brackets in quoted text too: it may be strict, not lax."""
    if header.count("[") + header.count("{") > DEEPEST:
        depth = 0
        for found in re.finditer(r"[\[{\]}]", header):
            depth = depth + 1 if found[0] in "[{" else max(depth - 1, 0)
            if depth > DEEPEST:
                return found.start()
    if stacked := _STACKED.search(header):
        return stacked.start()
    if _WIDE_INDENT in header:
        return _indented_too_deep(header)
    return None


def _indented_too_deep(header: str) -> int | None:
    open_indents: list[int] = []
    for found in re.finditer(r"^( *)(?=\S)", header, re.MULTILINE):
        indent = len(found[1])
        while open_indents and open_indents[-1] >= indent:
            open_indents.pop()
        open_indents.append(indent)
        if len(open_indents) > DEEPEST:
            return found.start()
    return None


def _line_end(text: str, start: int, most: int) -> int:
    end = text.find("\n", start, most)
    return most if end < 0 else end
