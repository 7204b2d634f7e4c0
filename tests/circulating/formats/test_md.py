"""Markdown as a format: the text, without the marks of the blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.circulating.formats import md

if TYPE_CHECKING:
    from collections.abc import Callable

    from traite_cli.circulating.manuscript import Manuscript

    Rewrite = Callable[[str], Manuscript]


def test_marks_of_blocks_are_gone_and_words_stay(manuscript: Manuscript) -> None:
    """A reader of the Markdown sees no machinery, and every other line."""
    text = md.write(manuscript).decode()
    lines = [line for line in manuscript.markdown.split("\n") if line.strip() and not line.startswith(":::")]
    assert ":::" not in text
    assert [line for line in text.split("\n") if line.strip()] == lines


def test_code_is_left_alone(written_as: Rewrite) -> None:
    """What looks like a mark inside a code block is an example, and stays."""
    text = "```\n::: note\n:::\n```\n"
    assert md.write(written_as(text)).decode() == text


def test_controls_are_shown(written_as: Rewrite) -> None:
    """A terminal that shows the file obeys nothing in it."""
    assert md.write(written_as("a\x1b[2Jb\u202ec")).decode() == "a\ufffd[2Jb\ufffdc\n"
