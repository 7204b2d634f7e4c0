"""Questions as somebody types them, a line each: numbered, so that each can be answered on its own."""

from __future__ import annotations

import re

_NUMBERED = re.compile(r"^[ \t]*\d{1,4}[.)][ \t]", re.MULTILINE)
_BULLET = re.compile(r"^[-*•–][ \t]+")


def numbered(body: str) -> str:
    """The text with a number before each line, where each line is a question and none has a number; else as it is."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    if _NUMBERED.search(body) or not all(line.endswith("?") for line in lines):
        return body
    return "\n".join(f"{number}. {_BULLET.sub('', line)}" for number, line in enumerate(lines, start=1))
