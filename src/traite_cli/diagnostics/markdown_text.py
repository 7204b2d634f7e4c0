"""Text in Markdown for a page of a forge or a message, shown as it is.

What records say is a stranger's: it must neither call anybody (``@name``), nor name another request (``#12``, GitLab's ``!12``), nor
bring a picture, a link or HTML in.
"""

from __future__ import annotations

import re

from traite_cli.diagnostics.visible import visible

_SIGNS = re.compile(r"[\\`*_{}\[\]()|~!$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_CALLS = re.compile(r"[@#](?=[\w.-])|[&!%~$^](?=[\w\"])|\b(?:GH(?=-\d)|(?:https?|ftp|www|mailto)(?=[:.]))|:(?=//)", re.IGNORECASE)
"""What a forge reads as a name, a number or an address once Markdown is HTML, so that no sign of Markdown's hides it."""
_FIRST = re.compile(r"(?=[/:#=+-]|\d+[.)])")
"""What would be a command of GitLab's or of a job's log, a heading or a list at the head of a line."""
_JOINER = "\u2060"
"""Joins two words without showing: behind it neither a name nor a number is one to a forge."""


def escaped(text: str) -> str:
    """A text that Markdown shows as it is, in one line."""
    text = _CALLS.sub(rf"\g<0>{_JOINER}", _in_a_line(text))
    text = _JOINER + text if _FIRST.match(text) else text
    return re.sub(r"[&<>]", lambda found: _ENTITIES[found[0]], _SIGNS.sub(r"\\\g<0>", text))


def code(text: str) -> str:
    """A name as it is typed, in the letters of code; one that would end them is shown as any text."""
    text = _in_a_line(text)
    return escaped(text) if "`" in text else f"`{text}`"


def _in_a_line(text: str) -> str:
    return visible(" ".join(text.split()))
