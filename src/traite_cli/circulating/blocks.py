"""The named blocks that a template may mark, and what office files call their styles.

In Markdown a block stands between a line ``::: letterhead`` and a line ``:::``, both at the margin. Only templates write such lines:
what comes from a record has none of its own by then. One block may stand in another, no deeper.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

STYLES: Mapping[str, str] = MappingProxyType(
    {
        "letterhead": "Letterhead",
        "date-line": "Date line",
        "subtitle": "Subtitle",
        "subjects": "Subjects",
        "next-meeting": "Next meeting",
        "note": "Note",
        "commitments": "Commitments",
        "questions": "Questions",
        "decisions": "Decisions",
        "credits": "Credits",
        "enclosures": "Enclosures",
        "attendance": "Attendance",
        "gap": "Gap",
        "warning": "Warning",
    }
)

_FENCE = re.compile(r"[ ]{0,3}(```+|~~~+)")
DEPTH = 2


def opened(line: str) -> str:
    """The name of the block that a line opens, or nothing."""
    name = line[3:].strip() if line.startswith(":::") else ""
    return name if name in STYLES else ""


def closes(line: str) -> bool:
    """Whether a line closes a block."""
    return line.rstrip() == ":::"


def install(parser: MarkdownIt) -> None:
    """Teach a Markdown parser the blocks: tokens ``block_open`` (its ``info`` is the name) and ``block_close``."""
    parser.block.ruler.before("fence", "block", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def without_marks(markdown: str) -> str:
    """Plain Markdown: the text without the lines that open and close blocks, what stands in code left alone."""
    kept: list[str] = []
    depth, fence, gone = 0, "", True
    for line in markdown.split("\n"):
        fence = _fence_after(fence, line)
        mark = 0 if fence else bool(opened(line)) - (depth > 0 and closes(line))
        depth += mark
        gone = bool(mark) or (gone and not line.strip())
        if not gone:
            kept.append(line)
        elif mark and kept and kept[-1].strip():
            kept.append("")
    return "\n".join(kept)


def _fence_after(fence: str, line: str) -> str:
    """The code fence that is open once the line is read."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    closing = found[1].startswith(fence) and not line.strip().strip(fence[0])
    return "" if closing else fence


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
    name = opened(_line(state, start))
    if not name or state.sCount[start] or _open_blocks(state) >= DEPTH:
        return False
    if silent or state.level != _open_blocks(state):
        return silent
    last = _end_of(state, start + 1, end)
    token = state.push("block_open", "div", 1)
    token.info = name
    token.map = [start, last]
    _inside(state, start + 1, last)
    state.push("block_close", "div", -1)
    state.line = min(last + 1, end)
    return True


def _inside(state: StateBlock, start: int, end: int) -> None:
    before, parent = state.lineMax, state.parentType
    state.lineMax, state.parentType = end, "block"
    state.env["blocks"] = _open_blocks(state) + 1
    state.md.block.tokenize(state, start, end)
    state.env["blocks"] = _open_blocks(state) - 1
    state.lineMax, state.parentType = before, parent


def _open_blocks(state: StateBlock) -> int:
    return int(state.env.get("blocks", 0))


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]]


def _end_of(state: StateBlock, start: int, end: int) -> int:
    """The line that closes the block begun before ``start``, or ``end``: an unclosed block ends with what holds it."""
    depth, fence = 1, ""
    for number in range(start, end):
        line = _line(state, number)
        fence = _fence_after(fence, line)
        if fence:
            continue
        depth += bool(opened(line)) - closes(line)
        if not depth:
            return number
    return end
