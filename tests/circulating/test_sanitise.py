"""Markdown to HTML: what passes, what is text, and that nothing hangs, crashes or leads astray."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from traite_cli.circulating.addresses import attachment
from traite_cli.circulating.parsing import tree_of
from traite_cli.circulating.pictures import wanted
from traite_cli.circulating.sanitise import sanitise
from traite_cli.circulating.tree import MAX_DEPTH, Element, parse, serialise, text_of, walk

ALLOWED = set(
    re.findall(r"\w+", "h1 h2 h3 h4 h5 h6 p blockquote ul ol li strong em code pre br hr a img div table thead tbody tr th td body")
)
MARKDOWN = st.text(
    st.one_of(st.sampled_from("#>*_`-+.|:![]()<>\\\"' \n\t1&;="), st.characters(codec="utf-8", exclude_categories=["Cc"])), max_size=200
)


def depth(element: Element) -> int:
    return 1 + max((depth(child) for child in element.elements()), default=0)


# --- what passes


def test_markup_of_commonmark_and_tables() -> None:
    """What people write in Markdown comes out as what it means."""
    assert sanitise("*a* **b** `c`\\\nd") == "<p><em>a</em> <strong>b</strong> <code>c</code><br>d</p>"
    assert sanitise("3. a\n4. b").replace("\n", "") == '<ol start="3"><li>a</li><li>b</li></ol>'
    assert sanitise("> a") == "<blockquote><p>a</p></blockquote>"


def test_cells_of_tables_say_what_they_head() -> None:
    """The first row heads columns, the first cell of each other row its row; alignment is a class."""
    assert sanitise("| a | b |\n| --- | --: |\n| c | d |") == (
        '<table><thead><tr><th scope="col">a</th><th class="right" scope="col">b</th></tr></thead>'
        '<tbody><tr><th scope="row">c</th><td class="right">d</td></tr></tbody></table>'
    )


@pytest.mark.parametrize("address", ["https://x.example/?a=1&b=2", "http://x.example", "mailto:a@x.example"])
def test_links_outward_pass(address: str) -> None:
    """http, https and mailto are what records may link to."""
    (link,) = [element for element in walk(parse(sanitise(f"[mot]({address})"))) if element.tag == "a"]
    assert link.get("href") == address


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "../people/x.md", "data:text/html,x", "file:///etc/passwd", "//x.example", "#nowhere"]
)
def test_other_links_are_their_words(address: str) -> None:
    """A link into the records, or to what acts or does not exist, leaves its words."""
    html = sanitise(f"[mot]({address})")
    assert "<a" not in html
    assert "mot" in html


def test_a_link_within_the_document_passes() -> None:
    """A link to one of the document's own headings is kept."""
    assert '<a href="#deux">là</a>' in sanitise("[là](#deux)\n\n# Deux")


@pytest.mark.parametrize(
    "path",
    [
        "https://x.example/a.png",
        "attachments/../secret.png",
        "attachments//a.png",
        "attachments/%2e%2e/a.png",
        "records/a.png",
        "attachments",
        "",
    ],
)
def test_pictures_come_from_attachments_only(path: str) -> None:
    """Any other picture is the words that stand for it, and is not asked for."""
    assert "<img" not in sanitise(f"![mots]({path})")
    assert wanted(sanitise(f"![mots]({path})")) == ()


def test_a_picture_is_asked_for_by_its_path() -> None:
    """The address in HTML is escaped, the path under which its bytes are looked for is not."""
    html = sanitise("![a](<attachments/été &.png>) ![b](attachments/b.jpg) ![a](<attachments/été &.png>)")
    assert wanted(html) == ("attachments/été &.png", "attachments/b.jpg")
    assert attachment("attachments/%C3%A9t%C3%A9.png") == "attachments/été.png"


# --- headings


def levels(markdown: str) -> list[str]:
    return re.findall(r"<(h\d)", sanitise(markdown))


def test_levels_that_skip_are_lifted() -> None:
    """Siblings stay siblings: two headings of one level, both too deep, become two of another."""
    assert levels("# a\n\n#### b\n\n#### c\n\n## d\n\n### e") == ["h1", "h2", "h2", "h2", "h3"]


def test_the_first_heading_is_of_level_one() -> None:
    """A document that begins deeper is lifted as a whole."""
    assert levels("### a\n\n#### b\n\n### c") == ["h1", "h2", "h1"]


@given(st.lists(st.integers(1, 6), max_size=12))
def test_levels_never_skip(written: list[int]) -> None:
    """Whatever levels are written, none is more than one deeper than the one before."""
    found = [int(tag[1]) for tag in levels("\n\n".join(f"{'#' * level} t" for level in written))]
    assert len(found) == len(written)
    assert all(after <= before + 1 for before, after in zip([0, *found], found, strict=False))


def test_headings_in_quotes_and_lists_are_words_in_bold() -> None:
    """They are no part of the document's outline."""
    assert sanitise("> # a") == "<blockquote><p><strong>a</strong></p></blockquote>"
    assert "<h" not in sanitise("- ## a")


def test_names_of_headings_are_plain_and_unique() -> None:
    """Each heading can be linked to, also two of one title, and none takes a name of the page's own."""
    html = sanitise("# Été 2014 : où ?\n\n# Été 2014, où\n\n# Page body\n\n# 日本")
    assert re.findall(r'id="([^"]+)"', html) == ["ete-2014-ou", "ete-2014-ou-2", "page-body-2", "section"]


# --- what is text


def test_html_is_text() -> None:
    """HTML in Markdown is shown as it is written."""
    assert sanitise("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"
    assert sanitise("a <b onclick=x>b</b>") == "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>"


def test_attributes_in_braces_are_text() -> None:
    """Pandoc's and other dialects' markup means nothing here."""
    assert sanitise('[a]{custom-style="x"} `<b>`{=html}') == '<p>[a]{custom-style="x"} <code>&lt;b&gt;</code>{=html}</p>'


def test_what_files_cannot_carry_is_shown() -> None:
    """Controls, lone surrogates and overrides of direction become a visible mark; ordinary joiners and marks stay."""
    assert sanitise("a\x00b\x1bc\u202ed\ud800e\ufffef\u2067g") == "<p>a�b�c�d�e�f�g</p>"
    assert sanitise("a\u00a0b\u202fc\u200ed") == "<p>a&nbsp;b\u202fc\u200ed</p>"


@settings(deadline=None)
@given(MARKDOWN)
def test_only_what_is_allowed_comes_out(markdown: str) -> None:
    """Whatever is written, the elements are those of the list, and the depth is bounded."""
    body = parse(sanitise(markdown))
    assert {element.tag for element in walk(body)} <= ALLOWED
    assert depth(body) <= MAX_DEPTH + 2


@settings(deadline=None)
@given(MARKDOWN)
def test_sanitised_html_reads_back_as_itself(markdown: str) -> None:
    """What formats parse is what was written: reading and writing it changes nothing but the spelling of spaces."""
    html = sanitise(markdown)
    assert serialise(parse(html)).replace("&quot;", '"') == html.replace("&nbsp;", "\u00a0").replace("&quot;", '"')


@settings(deadline=None)
@given(
    st.lists(st.from_regex(r"[A-Za-zéà]{1,8}", fullmatch=True), min_size=1, max_size=8),
    st.sampled_from(["> ", "- ", "1. ", "## ", "*", "_", "> - "]),
)
def test_no_word_is_lost(words: list[str], mark: str) -> None:
    """Words come out in order, whatever stands before them."""
    markdown = "\n".join(mark + word for word in words)
    assert re.findall(r"[A-Za-zéà]+", re.sub(r"<[^>]*>", " ", sanitise(markdown))) == words


# --- against markdown-it's own renderer

BLOCK = r"(</?(?:p|ul|ol|li|h\d|blockquote|table|thead|tbody|tr|th|td|pre|hr|br)\b[^>]*>)"


def normal(html: str) -> str:
    html = html.replace(" />", ">").replace("&quot;", '"').replace(' style="text-align:right"', ' class="right"')
    html = re.sub(r' (?:title="[^"]*"|class="language-[^"]*"|style="text-align:left")', "", html)
    return re.sub(r"\s+", " ", re.sub(rf"\s*{BLOCK}\s*", r"\1", html)).strip()


@pytest.mark.parametrize(
    "markdown",
    [
        "- a ;\n- b ;\n  - c ;\n  - d :\n    1. e\n- f\n\nz",
        "1. x\n\n   y\n2. z\n\n* * *\n\n`c` **b** *i* <b>\\\nx  \ny",
        "> a\n> - b\n>\n>   c\nlazy\n\n```py\nx = '<'\n```\n\n    code",
        "| a | b |\n| --- | --: |\n| **c** | [d](https://x.example 'title') |",
        "![a *b*](attachments/x.png) &amp; &eacute; \\* a_b_c",
    ],
)
def test_the_tree_is_what_markdown_it_renders(markdown: str) -> None:
    """Building a tree from tokens gives what the library's own renderer gives."""
    theirs = MarkdownIt("commonmark", {"html": False}).enable("table").render(markdown)
    assert normal(serialise(tree_of(markdown))) == normal(theirs)


# --- what is meant to harm


@pytest.mark.parametrize(
    "markdown",
    [
        ">" * 1000 + " fin",
        "- " * 1000 + "fin",
        "*a " * 5000 + "b* " * 5000 + "fin",
        "*" * 20_000 + "fin" + "*" * 20_000,
        "[" * 30_000 + "fin" + "]" * 30_000,
        "![" * 20_000 + "fin",
        "[a](" * 20_000 + "fin",
        "_a" * 20_000 + " fin",
        "x" * 1_000_000 + " fin",
        "|" * 5000 + "\n" + "|-" * 5000 + "|\n\nfin",
        "::: note\n" * 3000 + "fin",
        "".join("`" * count + " " for count in range(1, 500)) + "fin",
    ],
    ids=["quotes", "lists", "em", "stars", "brackets", "pictures", "links", "underscores", "word", "table", "blocks", "ticks"],
)
def test_nothing_hangs_or_is_lost(markdown: str) -> None:
    """What is nested or repeated without end comes out as text, soon, and its last word with it."""
    began = time.process_time()
    html = sanitise(markdown)
    assert "fin" in text_of(parse(html))
    assert time.process_time() - began < 10


@pytest.mark.parametrize("text", ["##", "## #", "## &nbsp;", "## \u200b"])
def test_a_heading_without_words_is_gone(text: str) -> None:
    """It would head nothing, for whoever hears the page, and a pdf for all may not have one."""
    assert sanitise(f"{text}\n\nmots") == "<p>mots</p>"


def test_a_picture_as_a_heading_is_a_picture() -> None:
    """Its words stand for it; they are no title."""
    assert sanitise("## ![a](attachments/a.png)") == '<p><img src="attachments/a.png" alt="a"></p>'
