"""Text of fields shows exactly as it was written: it makes no link, picture, heading, list, table or HTML, and breaks none."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from traite_cli.circulating.characters import harmless
from traite_cli.circulating.field_text import escaped
from traite_cli.circulating.filters import cell
from traite_cli.circulating.sanitise import sanitise
from traite_cli.language import typography

LINE_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
SIGNS = "\\`*_{}[]()#+-.!|<>~&:;=\"'/@^$% \t01aé«»’"
lines = st.one_of(
    st.text(alphabet=SIGNS, max_size=30),
    st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=30),
    st.lists(
        st.sampled_from(
            [
                "[a](b)",
                "![a](attachments/b.png)",
                "<b>",
                "&amp;",
                "&#42;",
                "**a**",
                "1. ",
                "- ",
                "# ",
                "> ",
                ":::",
                "```",
                "~~~",
                "\\",
                "http://a.b",
                "<http://a.b>",
                "a_b_c",
                "_a_",
                "---",
                "===",
                "| a |",
                "|---|",
                "[a]: b",
                "    ",
                "a@b.c",
                "x",
                " ",
            ]
        ),
        max_size=8,
    ).map("".join),
)


class _Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(markdown: str) -> tuple[list[str], str]:
    """The elements and the visible text of a Markdown text as it is set."""
    read = _Read()
    read.feed(sanitise(markdown))
    read.close()
    return read.tags, visible(read.text)


def visible(text: str) -> str:
    """What the eye sees of a text: spaces of any sort are one, those at its ends none."""
    return " ".join(harmless(text).split())


@pytest.mark.parametrize(
    ("frame", "tags"),
    [
        ("{}\n", ["p"]),
        ("avant {} après\n", ["p"]),
        ("**{}**\n", ["p"]),
        ("# {}\n", ["h1"]),
        ("- {}\n", ["ul", "li"]),
        ("1. {}\n", ["ol", "li"]),
        ("x\n{}\ny\n", ["p"]),
        ("::: letterhead\n{}\n:::\n", ["div", "p"]),
    ],
)
@given(text=lines)
@example(text="1. Le rapport")
@example(text="2) Le rapport")
@example(text="- tiret")
@example(text="+ plus")
@example(text="---")
@example(text="===")
@example(text="::: members")
@example(text=":::")
@example(text="`{=html}")
@example(text="\\")
@example(text="a\\")
@example(text="&amp; &#42; &copy")
@example(text="![x](attachments/x.png)")
@example(text="[x]: https://exemple.org")
@example(text="    code")
@example(text="\tcode")
@example(text="www.contrelatraite.org @Contrelatraite #traite")
@example(text="snake_case __init__ _souligné_")
@example(text="#")
@example(text="# ")
@example(text="a #")
@example(text="*")
@example(text="* * *")
@example(text="[^1]: note")
@example(text="<!-- -->")
@example(text="a  ")
@example(text="|a|b|\u2028|-|-|")
@example(text="a\u2028# b")
@example(text="a\x85- b")
@example(text="a\r::: gap")
@example(text="a\x0b# b\x0c- c")
def test_a_line_of_text_shows_as_it_is_wherever_it_stands(frame: str, tags: list[str], text: str) -> None:
    """In a paragraph, a heading, a list, bold, a named block: the same visible text and nothing else."""
    found_tags, found = shown(frame.format(escaped(text)))
    said = visible(re.sub(f"[{LINE_BREAKS}]", " ", text))
    assert said in found
    assert found_tags == tags or not said or (frame == "**{}**\n" and set(found_tags) <= {"p", "strong", "em", "hr"})


@given(lines)
@example("a|b")
@example("\\|")
@example("a\u2028|b")
def test_a_cell_s_text_stays_in_its_cell(text: str) -> None:
    """A table keeps its rows and columns, whatever stands in them."""
    tags, found = shown(f"| un | deux |\n| --- | --- |\n| {cell(text)} | b |\n| c | d |\n")
    assert [tag for tag in tags if tag != "th"] == ["table", "thead", "tr", "tbody", "tr", "td", "tr", "td"]
    assert tags.count("th") == 4
    assert visible(re.sub(f"[{LINE_BREAKS}]", " ", text)) in found


@given(st.lists(lines, min_size=1, max_size=4))
def test_lines_of_a_text_stay_lines(texts: list[str]) -> None:
    """A field of several lines keeps them, as breaks and paragraphs, and each shows as it is."""
    tags, found = shown(f"avant\n\n{escaped(chr(10).join(texts))}\n\naprès\n")
    assert set(tags) <= {"p", "br"}
    for text in texts:
        assert visible(text) in found


@given(lines)
def test_french_spaces_undo_no_escaping(text: str) -> None:
    """Typography comes after escaping: it changes spaces and apostrophes, and makes no markup of text."""
    tags, found = shown(typography(f"avant {escaped(text)} après\n", "fr"))
    assert tags == ["p"]
    letters = re.compile(r"[\s’']")
    assert letters.sub("", visible(text)) in letters.sub("", found)


@given(lines)
def test_text_that_needs_no_escaping_stays_as_it_was_typed(text: str) -> None:
    """The Markdown that people read has backslashes only where one is needed."""
    plain = re.sub(r"[^\w ,;’é«».!?()/@%]", "", text).replace("_", "").strip()
    if not re.match(r"\d{1,9}[.)]", plain) and "\n" not in plain:
        assert escaped(plain) == plain or not plain.isprintable()
