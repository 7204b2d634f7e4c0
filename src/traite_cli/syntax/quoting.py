"""Text as YAML is sure to read it."""

from __future__ import annotations


def quoted(text: str) -> str:
    """A text as YAML wants it between double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
