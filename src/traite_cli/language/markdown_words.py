"""Text as Markdown holds it, so that it reads there what it read before: only what would mean something is escaped."""

from __future__ import annotations

import re

# What CommonMark takes for more than a letter, wherever it stands in a line.
_MEANING = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])"
    r"|`"
    r"|\*(?=\S)|(?<=\S)\*"
    r"|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)"
    r"|\](?=[(\[])"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w{1,32};)"
)
# What it takes for the beginning of a block, at the beginning of a line.
_BEGINNING = re.compile(r"(#{1,6}(?=\s|$)|>|~{3,}|\+(?=\s)|[=-]{2,}\s*$|[-*_](?:\s*[-*_]){2,}\s*$|\[[^\]]+\]:|<{7}|>{7}|={7}|\|{7})")
_BULLET = re.compile(r"[•‣▪▫◦●○■□►▶➢➤✓✔❖·\uf0b7\uf0a7\uf0d8\uf02d][ \t\u00a0]*(?=\S)|[–—*][ \t\u00a0]+(?=\S)")
# U+00A0 is kept: the typography of French is the writer's.
_SPACES = re.compile(r"[ \t\r\f\v\n]+")


def escaped(text: str) -> str:
    """A stretch of text without line ends, as it stands within a line."""
    return _MEANING.sub(r"\\\g<0>", text)


def paragraph_line(line: str) -> str:
    """A line of a paragraph: a bullet typed by hand begins an item, and nothing else begins what it did not."""
    line = line.strip()
    bullet = _BULLET.match(line)
    if bullet:
        return f"- {line[bullet.end() :]}"
    return _BEGINNING.sub(lambda found: f"\\{found[0]}", line, count=1) if _BEGINNING.match(line) else line


def one_line(text: str) -> str:
    """A text in one line."""
    return _SPACES.sub(" ", text).strip(" ")
