"""Text in Markdown for a page of a forge or a message, shown as it is.

What records say is a stranger's: it must neither call anybody (``@name``), nor name another request (``#12``), nor bring a picture, a
link or HTML in.
"""

from __future__ import annotations

import re

from traite_cli.diagnostics.visible import visible

_SIGNS = re.compile(r"[\\`*_{}\[\]()<>|~!$]")
_JOINER = "\u2060"
"""Joins two words without showing: behind it neither a name nor a number is one to a forge."""


def escaped(text: str) -> str:
    """A text that Markdown shows as it is, in one line."""
    # An entity would be a sign again to whoever looks for names and numbers once Markdown is HTML.
    text = _SIGNS.sub(r"\\\g<0>", visible(" ".join(text.split()))).replace("&", "&amp;")
    text = re.sub(r"\\([<>])", lambda found: {"<": "&lt;", ">": "&gt;"}[found[1]], text)
    text = re.sub(r"([@#])(?=\w)", rf"\1{_JOINER}", text)
    text = text.replace("://", f":{_JOINER}//")
    return re.sub(r"(?i)\b(https?|ftp|www|mailto)(?=:|\.)", rf"\1{_JOINER}", text)


def code(text: str) -> str:
    """A name as it is typed, in the letters of code; one that would end them is shown as any text."""
    text = visible(" ".join(text.split()))
    return escaped(text) if "`" in text else f"`{text}`"
