"""A body is scanned as a careful person reads it: headings, numbered questions, links and pictures, with their places."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from traite_cli.syntax import Link
from traite_cli.syntax.body import read_body
from traite_cli.syntax.links import links_of


def links(text: str) -> list[Link]:
    return list(links_of(text, 0))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[a](b.md)", "b.md"),
        ("[a]( b.md )", "b.md"),
        ("[a](<b c.md>)", "b c.md"),
        ('[a](b.md "Titre (long)")', "b.md"),
        ("[a](b.md 'l')", "b.md"),
        ("[a\nb](c.md)", "c.md"),
        ("[a\n \nb](c.md)", None),
        ("[a](b_(c).md)", "b_(c).md"),
        ("[a [b] c](d.md)", "d.md"),
        (r"[a \] b](c.md)", "c.md"),
        ("[a](b.md", None),
        ("`[a](b.md)`", None),
        ("`` ` [a](b.md) ``", None),
        ("` [a](b.md)", "b.md"),
        ("`x\n\n[a](b.md)`", "b.md"),
        ("[a]: b.md", "b.md"),
        ("   [a]: <b.md> 'Titre'", "b.md"),
        ("    [a]: b.md", None),
        ("texte [a]: b.md", None),
        ("[a]()", ""),
    ],
)
def test_links_lead_where_markdown_says(text: str, target: str | None) -> None:
    """What the link leads to, and that its place is the target's own."""
    found = links(text)
    assert [link.target for link in found] == ([] if target is None else [target])
    assert all(text[link.start : link.end].strip("<>") == link.target for link in found)


def test_pictures_are_told_from_links_also_inside_one() -> None:
    """A picture that is clicked on is a picture and a link."""
    found = links("![un](a.png) [![deux](b.png)](c.md)")
    assert [(link.target, link.image) for link in found] == [("a.png", True), ("c.md", False), ("b.png", True)]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["[a](b.md)", "![a](b.png)", "`", "``", "[j\nk](l)", " c ", "[", "]", "(", ")", "\n", "\n\n", "[d](<e f>)", '[g](h "i")', "é"]
        ),
        max_size=14,
    )
)
def test_no_link_of_a_document_is_missed(pieces: list[str]) -> None:
    """Whatever Markdown makes a link or a picture of, our scan has met: a link that nobody checked would lead nowhere, or out."""
    text = "".join(pieces)
    seen = {link.target for link in links(text)}
    for block in MarkdownIt().parse(text):
        for token in block.children or ():
            target = token.attrGet("href") or token.attrGet("src")
            assert target is None or unquote(str(target)) in seen


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# Un", (1, "Un")),
        ("## [Le titre de séjour](../topics/sejour.md)", (2, "[Le titre de séjour](../topics/sejour.md)")),
        ("### Un  ###  ", (3, "Un")),
        ("# C#", (1, "C#")),
        ("####### Un", None),
        ("#Un", None),
        (" # Un", None),
    ],
)
def test_headings(line: str, heading: tuple[int, str] | None) -> None:
    """A heading begins at the margin; the marks that may close it are not its text."""
    found = read_body(f"Avant\n{line}\nAprès\n", 0).headings
    assert [(one.level, one.text) for one in found] == ([] if heading is None else [heading])


def test_code_holds_no_heading_no_item() -> None:
    """Between lines of backticks or tildes everything is code, up to as many of the same."""
    text = "# Un\n~~~\n# Deux\n1. a\n~~~~\n1. b\n```` x\n# Trois\n```\n2. c\n````\n# Quatre\n"
    body = read_body(text, 0)
    assert [one.text for one in body.headings] == ["Un", "Quatre"]
    assert [text[place] for place in body.items] == ["1"]


def test_numbered_items_are_those_at_the_margin() -> None:
    """« 1. » and « 2) » begin a question; « 1.5 » and an indented one do not."""
    text = "1. Un\n   1. dedans\n2) Deux\n1.5 million\n10. Dix\n2014\n"
    assert [text[place : place + 2] for place in read_body(text, 0).items] == ["1.", "2)", "10"]


def test_passages_cover_the_body_and_their_places_are_those_of_the_file() -> None:
    """Fenced passages and what stands between them, in order, without the fences."""
    text = "Un\n::: members\nDeux\n:::\nTrois\n::: topic titre-de-sejour\nQuatre\n:::\n"
    found = [(text[one.start : one.end], one.audience, one.topic) for one in read_body(text, 0).passages]
    assert found == [("Un\n", None, None), ("Deux\n", "members", None), ("Trois\n", None, None), ("Quatre\n", None, "titre-de-sejour")]


@pytest.mark.parametrize(
    "line",
    ["::: membres", ":::members", " ::: members", "> ::: members", "- ::: members", "1. ::: members", ":::: members", "::: Members", "\\::: members", "： ： ： members",
     "::\u200b: members", ":\u200b:\u200b: members", "::: topic Titre", "::: public", ": : : members", ":  :  : members", "\uff1a\uff1a\uff1a members"],
)  # fmt: skip
def test_what_looks_like_a_fence_is_doubted(line: str) -> None:
    """A slip, or a trick, must not let a passage out: every such line is told."""
    assert len(read_body(f"Texte.\n\n{line}\nSecret.\n", 0).doubts) == 1


@pytest.mark.parametrize(
    "body",
    [
        "Texte.\r\r::: members\r\rSecret.\r\r:::\r\n",
        "Texte.\n\n::: members\rSecret.\n:::\n",
        "::: members\nUn\n:::\nTexte.\r::: members\rSecret.\r:::\n",
        "```\nUn\r```\n::: members\nSecret.\n:::\n```\n",
        "Texte.\r  - : : : members\rSecret.\n",
    ],
    ids=["alone", "behind a fence", "after a passage", "a block of code that ends with it", "disguised"],
)
def test_a_fence_is_doubted_where_a_lone_cr_may_end_a_line(body: str) -> None:
    """For Markdown and for many editors a lone CR ends a line: what is a fence, or code, to them is another thing then."""
    assert len(read_body(body, 0).doubts) == 1


def test_a_lone_cr_without_a_fence_and_lines_of_windows_are_no_doubt() -> None:
    """Line ends alone keep nothing apart."""
    assert read_body("Un\rDeux : : trois\n", 0).doubts == ()
    assert read_body("Un\r\n::: members\r\nDeux\r\n:::\r\n", 0).doubts == ()


@pytest.mark.parametrize(
    "line", ["Le titre : un droit", "std::vector", "à 9:30 : rien", "**Note ::** suite", "| a : | b : |", "[a]: b : c"]
)
def test_prose_with_colons_is_no_fence(line: str) -> None:
    """French prose is full of colons."""
    assert read_body(f"Texte.\n\n{line}\n", 0).doubts == ()
