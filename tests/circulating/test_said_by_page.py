"""What a page says is told without making it, or not at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from traite_cli.circulating.guard import lines_of_html
from traite_cli.circulating.said_by_page import said_by_page
from traite_cli.circulating.sanitise import sanitise
from traite_cli.language import words

PIECES = [
    *("a", "b", "mot", "2014", "é", " ", "  ", "    ", "\t", "\n", "\n\n", "\\", ".", ",", ":", "'", '"', "!", "|", "<", "&amp;"),
    *(
        "1. ",
        "2) ",
        "12. ",
        "1.\n",
        "# ",
        "#",
        "> ",
        "- ",
        "+ ",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~",
        "=",
        "---",
        "===\n",
        "::: note\n",
        "\n:::\n",
    ),
    *(
        "[",
        "]",
        "(",
        ")",
        "[a](https://b.c/d_e)",
        "[a b](mailto:x@y)",
        "![a](b)",
        "[a]: b",
        "https://x.y",
        "\u200b",
        "\u0301",
        "\u2028",
        "\x0b",
        "\r",
    ),
]


def lines(text: str) -> list[list[str]]:
    """The lines of words of a text."""
    return [found for line in text.splitlines() if (found := words(line))]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_it_says_the_lines_of_the_page(markdown: str) -> None:
    """Whatever stands side by side, the words are those of the page, in its lines; or nothing is told."""
    said = said_by_page(markdown)
    assert said is None or lines(said) == lines(lines_of_html(sanitise(markdown)))


def test_what_documents_are_made_of_is_told() -> None:
    """Titles, lists with numbers, emphasis and links are no reason to make a page."""
    text = "::: subtitle\n# Un *titre*\n:::\n\n1. un\n2. [deux](https://a.org/b)\n\n- **trois**, quatre\n"
    assert said_by_page(text) == "# Un *titre*\n un\n deux\n- **trois**, quatre"


def test_what_could_be_read_in_two_ways_is_not_told() -> None:
    """Of tables, code, entities, letters that signs part, and numbers that may begin a list or not, only the page can tell."""
    doubtful = ["| a | b |\n| - | - |\n| c |", "`a`", "a&amp;b", "a<b", "m**o**t", "mot\n2. deux", "  1. un", "![a](b)", "[a](b)", "[a]: b"]
    assert [text for text in doubtful if said_by_page(text) is not None] == []
