"""A Markdown text is taken apart into chunks, and what they say together is what it said."""

from __future__ import annotations

from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st

from traite_cli.syntax import chunks

TEXT = dedent(
    """\
    # Réunion

    Présents :\\
    Alice
    Ordre du jour :
    - un
      suite
      1. deux

    - trois

    Titre
    -----
    a | b
    --|--
    1 | 2

    ```
    # code
    ```
    <!-- deux
    lignes -->
    > cité

    ***
    """
)


def test_what_each_chunk_is() -> None:
    """Headings of both sorts, paragraphs, lists with what goes on, tables, code, comments, quotations and rules."""
    kinds = [(chunk.kind, chunk.level) for chunk in chunks(TEXT)]
    assert kinds == [
        ("heading", 1), ("text", 0), ("list", 0), ("heading", 2), ("table", 0), ("code", 0), ("comment", 0), ("quote", 0), ("rule", 0),
    ]  # fmt: skip


def test_lines_items_and_rows() -> None:
    """The lines of a paragraph as they were seen, the items of a list with their depth, the cells of a table."""
    found = chunks(TEXT)
    assert found[1].sentences == ("Présents :", "Alice", "Ordre du jour :")
    assert [(item.depth, item.mark, item.text) for item in found[2].items] == [(1, "-", "un suite"), (2, "1.", "deux"), (1, "-", "trois")]
    assert found[4].rows == (("a", "b"), ("1", "2"))


def test_a_wrapped_line_goes_on() -> None:
    """A long line without a stop goes on in the next; a line with a label begins for itself."""
    (found,) = chunks("Une phrase qui est assez longue pour que son auteur l’ait coupée\nici, et qui finit.\nLieu : mairie\n")
    assert [line[:9] for line in found.sentences] == ["Une phras", "Lieu : ma"]


@given(st.lists(st.sampled_from(["# a", "- b", "  c", "d", "", "```", "> e", "<!--", "-->", "|f|", "---", "1. g"]), max_size=14))
def test_no_line_is_lost(lines: list[str]) -> None:
    """Every line with something on it stands in one chunk, in order."""
    found = [line for chunk in chunks("\n".join(lines)) for line in chunk.lines if line.strip()]
    assert found == [line for line in lines if line.strip()]
