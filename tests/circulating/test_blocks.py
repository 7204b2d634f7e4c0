"""The templates' blocks: how they open and close, how deep, and how they leave the Markdown again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.circulating.blocks import STYLES, without_marks
from traite_cli.circulating.sanitise import sanitise


@pytest.mark.parametrize("name", STYLES)
def test_a_block_is_a_div_of_its_name(name: str) -> None:
    """Each name of the table makes a block of that class."""
    assert sanitise(f"::: {name}\n*a*\n:::\nb") == f'<div class="{name}"><p><em>a</em></p></div><p>b</p>'


def test_a_block_needs_no_blank_lines() -> None:
    """A mark ends a paragraph, a list and a quote."""
    assert sanitise("a\n::: note\nb\n:::\nc") == '<p>a</p><div class="note"><p>b</p></div><p>c</p>'
    assert sanitise("- a\n::: note\n> b\n:::").replace("\n", "") == (
        '<ul><li>a</li></ul><div class="note"><blockquote><p>b</p></blockquote></div>'
    )


def test_one_block_may_stand_in_another() -> None:
    """One level and no more: what would stand deeper is text."""
    assert sanitise("::: note\n::: gap\na\n:::\nb\n:::\nc") == ('<div class="note"><div class="gap"><p>a</p></div><p>b</p></div><p>c</p>')
    assert "<p>::: gap" in sanitise("::: note\n::: gap\n::: gap\na\n:::\n:::\n:::")


def test_an_unclosed_block_ends_with_the_document() -> None:
    """A template that forgets to close a block loses no text."""
    assert sanitise("::: note\na\n\nb") == '<div class="note"><p>a</p><p>b</p></div>'


@pytest.mark.parametrize("line", ["::: script", "::: ", ":::note extra", " ::: note", "> ::: note", "- ::: note", "::::", "::: {.note}"])
def test_other_lines_are_text(line: str) -> None:
    """A name that is not in the table, or a mark that does not stand at the margin, opens nothing."""
    html = sanitise(f"{line}\na")
    assert "<div" not in html
    assert ":::" in html


def test_marks_in_code_are_code() -> None:
    """An example of a block is no block."""
    assert sanitise("```\n::: note\n:::\n```") == "<pre><code>::: note\n:::\n</code></pre>"
    assert sanitise("::: note\n```\n:::\n```\na\n:::") == '<div class="note"><pre><code>:::\n</code></pre><p>a</p></div>'


def test_marks_leave_the_markdown() -> None:
    """They go with the blank lines that they alone kept apart; nothing else changes."""
    assert without_marks("::: letterhead\nA\n:::\n\n::: note\nB\n:::\nC\n") == "A\n\nB\n\nC\n"
    assert without_marks("A\n\n\nB\n") == "A\n\n\nB\n"
    assert without_marks("~~~\n::: note\n\n:::\n~~~\n") == "~~~\n::: note\n\n:::\n~~~\n"


@given(st.lists(st.sampled_from(["::: note", "::: gap", ":::", "texte", "", "- point", "```", "::: autre"]), max_size=20))
def test_no_line_of_text_is_lost(lines: list[str]) -> None:
    """Whatever stands between the marks, each line that is none stays, in order."""
    kept = [line for line in without_marks("\n".join(lines)).split("\n") if line]
    marks = {"::: note", "::: gap", ":::"}
    assert [line for line in kept if line not in marks] == [line for line in lines if line and line not in marks]
