"""Text in Markdown for a page of a forge or a message, shown as it is.

What records say is a stranger's: it must neither call anybody (``@name``), nor name another request (``#12``), nor bring a picture, a
link or HTML in.
"""

from __future__ import annotations

import re

from traite_cli.diagnostics.visible import visible

_SIGNS = re.compile(r"[\\`*_{}\[\]()<>|~!$]")
_APART = "<!-- -->"
"""Shows nothing; behind it neither a name nor a number is one to a forge, and an address none to Markdown."""


def escaped(text: str) -> str:
    """A text that Markdown shows as it is, in one line."""
    text = _SIGNS.sub(r"\\\g<0>", visible(" ".join(text.split())))
    text = re.sub(r"\\([<>])", lambda found: {"<": "&lt;", ">": "&gt;"}[found[1]], text)
    text = re.sub(r"([@#])(?=\w)", rf"\1{_APART}", text)
    return re.sub(r"(?i)\b(https?|ftp|www)(?=:|\.)", rf"\1{_APART}", text)
