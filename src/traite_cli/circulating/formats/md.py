"""Markdown as people read it: the manuscript's own text, without the marks of the templates' blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.circulating.blocks import without_marks
from traite_cli.circulating.characters import harmless

if TYPE_CHECKING:
    from traite_cli.circulating.manuscript import Manuscript


def write(manuscript: Manuscript) -> bytes:
    """The document as Markdown, in UTF-8, with one newline at its end."""
    return (without_marks(harmless(manuscript.markdown)).rstrip("\n") + "\n").encode()
