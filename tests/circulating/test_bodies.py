"""Bodies in a document: Markdown as it was written, without raw HTML, raw formats, links into the repository or stray fences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from traite_cli.circulating.body_links import definitions
from traite_cli.circulating.body_text import body_markdown
from traite_cli.circulating.sanitise import sanitise

HIDDEN = "../people/cachee.md"


def markdown(text: str, below: int = 3) -> str:
    return str(body_markdown(text, below=below, definitions=definitions([text])))


def page(text: str) -> str:
    return sanitise(markdown(text))


@cache
def _other_reader() -> MarkdownIt:
    """Another reader of Markdown, which lets HTML through and asks no address for its scheme."""
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    reader.validateLink = lambda _: True  # type: ignore[method-assign]
    return reader


def tokens(text: str) -> Iterator[Token]:
    for token in _other_reader().parse(text):
        yield token
        yield from token.children or ()


# --- links --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"[ses mots]({HIDDEN})", "ses mots"),
        (f'[ses mots]({HIDDEN} "un titre (long)")', "ses mots"),
        (f"[ses mots](<{HIDDEN}>)", "ses mots"),
        (f"[ses mots](\n{HIDDEN})", "ses mots"),
        (f"> [ses mots](\n> {HIDDEN})", "> ses mots"),
        (f"[`ses` mots]({HIDDEN})", "`ses` mots"),
        (f"**[ses mots]({HIDDEN})**", "**ses mots**"),
        (f"[ses [a [b] c] mots]({HIDDEN})", "ses [a [b] c] mots"),
        (f"[ses mots][m]\n\n[m]: {HIDDEN}", "ses mots"),
        (f"[ses mots][]\n\n[Ses  Mots]: <{HIDDEN}> 'titre'", "ses mots"),
        (f"[ses mots]\n\n[ses mots]:\n  {HIDDEN}", "ses mots"),
        (f"ses mots\n\n> [m]: {HIDDEN}", "ses mots\n\n>"),
        ("[ses mots](javascript:alert(1))", "ses mots"),
        ("[ses mots](JaVaScRiPt:alert(1))", "ses mots"),
        ("[ses mots](data:text/html,x)", "ses mots"),
        ("[ses mots](file:///etc/passwd)", "ses mots"),
        ("[ses mots](/etc/passwd)", "ses mots"),
        ("[ses mots](//exemple.org)", "ses mots"),
        ("[ses mots]()", "ses mots"),
        ("[ses mots](https://exemple.org/a_(b))", "[ses mots](https://exemple.org/a_(b))"),
        ('[ses mots](https://exemple.org "titre")', '[ses mots](https://exemple.org "titre")'),
        ("[ses mots][m]\n\n[m]: https://exemple.org", "[ses mots](https://exemple.org)"),
        ("[ses mots](mailto:a@exemple.org)", "[ses mots](mailto:a@exemple.org)"),
        ("<https://exemple.org/x>", "<https://exemple.org/x>"),
        ("[non résolu][m]", "[non résolu][m]"),
        ("[…] et [sic]", "[…] et [sic]"),
        (f"`[du code]({HIDDEN})`", f"`[du code]({HIDDEN})`"),
        (f"\\[pas un lien]({HIDDEN})", "\\[pas un lien]"),
        ("texte[^1]\n\n[^1]: une note de bas de page", "texte[^1]\n\n\\[^1]: une note de bas de page"),
        (f"[```]({HIDDEN})\n\nsuite", "\\```\n\nsuite"),
        (f"[# titre]({HIDDEN})", "\\# titre"),
        (f"[1. point]({HIDDEN})", "1\\. point"),
        (f"[::: letterhead]({HIDDEN})", "\\::: letterhead"),
        (f"## [Le titre]({HIDDEN})", "#### Le titre"),
        (f"| a |\n|---|\n| [ses mots]({HIDDEN}) |", "| a |\n|---|\n| ses mots |"),
    ],
)
def test_a_link_that_leads_into_the_repository_is_its_words(text: str, shown: str) -> None:
    """Outward links stay; however a path is written, the document has only the words; what is no link stays as it is."""
    assert markdown(text).rstrip() == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![Le siège](../../attachments/siege.png)", "![Le siège](attachments/siege.png)"),
        ("![Le siège](<../../attachments/le siège.png>)", "![Le siège](attachments/le%20si%C3%A8ge.png)"),
        ("![Le siège](../../attachments/le%20si%C3%A8ge.png)", "![Le siège](attachments/le%20si%C3%A8ge.png)"),
        ("![Le siège][s]\n\n[s]: ../../attachments/siege.png", "![Le siège](attachments/siege.png)"),
        ("[![Le siège](../../attachments/siege.png)](https://exemple.org)", "[![Le siège](attachments/siege.png)](https://exemple.org)"),
        (f"[![Le siège](../../attachments/siege.png)]({HIDDEN})", "![Le siège](attachments/siege.png)"),
        ("![Le siège](https://exemple.org/x.png)", "Le siège"),
        ("![Le siège](data:image/png;base64,AAAA)", "Le siège"),
        ("![Le siège](../people/x.png)", "Le siège"),
        ("![Le siège](../../attachments/../traite.toml)", "Le siège"),
        ("![Le siège](../../attachments/%2e%2e/traite.toml)", "Le siège"),
        ("![Le siège](../../attachments/)", "Le siège"),
    ],
)
def test_pictures_come_from_attachments_only(text: str, shown: str) -> None:
    """Another picture is the words that stand for it: nothing is fetched, and no other file is read."""
    assert markdown(text).rstrip() == shown


def test_a_picture_of_attachments_is_in_the_page() -> None:
    """It gets there with its words, also when its name has spaces and accents."""
    assert (
        re.search('<img src="attachments/[^"]+" alt="Le siège">', page("![Le siège](../../attachments/le siège.png)").replace("<p>", ""))
        is None
    )
    assert 'alt="Le siège"' in page("![Le siège](<../../attachments/le siège.png>)")


# --- what would act, or set a format ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b\nonclick=x>b</b>", "<!-- comment -->", "<?php x ?>", "<![CDATA[x]]>",
        "<!DOCTYPE html>", "\\\\<script>alert(1)</script>", "\\\\\\\\<b>", "<javascript:alert(1)>", "<x:y>", "- <div>\n  a\n  </div>", "> <table>",
        "a\n<div>\nb\n</div>", "[a<b>c](https://exemple.org)", "# <b>", "| <b> |\n|---|\n| <i> |", "`a` <b> `c`", "``<b>`` <i>", "<a href='javascript:x'>a</a>",
    ],
)  # fmt: skip
def test_html_is_text(text: str) -> None:
    """Neither our reader of Markdown nor another one finds HTML in what goes out."""
    assert not [token for token in tokens(markdown(text)) if token.type in {"html_block", "html_inline"}]


@pytest.mark.parametrize("fence", ["```", "~~~", "`````", "   ```"])
@pytest.mark.parametrize("info", ["{=openxml}", " {=html}", "{=latex .x}", "x {=typst}", "{.python}", "=html"])
def test_a_raw_block_is_code(fence: str, info: str) -> None:
    """What pandoc would hand raw to a format is a code block without a name."""
    made = markdown(f"{fence}{info}\n<w:p/>\n{fence.strip()}\n")
    assert not set("{}=") & set(made.split("\n")[0])
    assert page(f"{fence}{info}\n<w:p/>\n{fence.strip()}\n") == "<pre><code>&lt;w:p/&gt;\n</code></pre>"


def test_raw_code_within_a_line_is_code() -> None:
    """`x`{=html} is pandoc's way of raw text within a line."""
    assert markdown("`<b>`{=html} ``y``{=latex}") == "`<b>`\\{=html} ``y``\\{=latex}"


@pytest.mark.parametrize("text", ["::: letterhead\nx\n:::", "  ::: gap", "- ::: warning", "> :::", "x\n:::", ":::: x"])
def test_a_fence_of_a_body_is_no_block_of_a_template(text: str) -> None:
    """Only templates name blocks."""
    assert "<div" not in page(text)
    assert ":::" in re.sub(r"<[^>]*>", "", page(text))


def test_a_code_block_that_is_never_closed_ends_with_its_body() -> None:
    """What comes after it in the document is no code."""
    assert markdown("```\ncode") == "```\ncode\n```"
    assert markdown("~~~~ x\ncode\n```") == "~~~~x\ncode\n```\n~~~~"
    assert page(markdown("- a\n  ```\n  code\n\nb") + "\n\nc").count("<pre>") == 1
    assert page(f"- ```\n  code\n\n[b]({HIDDEN}) <b>").endswith("<p>b &lt;b&gt;</p>")
    assert sanitise(markdown("- ```\n  code\n  ```\n\n**b**")).endswith("<p><strong>b</strong></p>")


# --- structure ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# A\n## B\n### C", [4, 5, 6]),
        ("### A\n# B", [6, 4]),
        ("## A\n## B", [4, 4]),
        ("###### A", [4]),
        ("# A\n###### B", [4, 6]),
        ("A\n===\nB\n---", [4, 5]),
        ("#### A #\n\n#### B ##", [4, 4]),
        ("#pas un titre", []),
        ("####### non plus", []),
        ("```\n# du code\n```\n# A", [4]),
        ("- a\n---\nb", []),
    ],
)
def test_headings_sink_below_the_section_s(text: str, levels: list[int]) -> None:
    """The highest one of a body stands one level below its section, the others below it as they did, none below the sixth."""
    found = [int(token.tag[1]) for token in tokens(markdown(text)) if token.type == "heading_open"]
    assert found == levels


@given(st.lists(st.integers(1, 6), max_size=6), st.integers(2, 3))
def test_the_levels_of_a_page_never_skip(levels: list[int], below: int) -> None:
    """Whatever levels people type, the page's are in order."""
    text = "\n\n".join(f"{'#' * level} T" for level in levels)
    html = sanitise(f"# Document\n\n## Partie\n\n{markdown(text, below)}\n")
    found = [int(level) for level in re.findall(r"<h(\d)", html)]
    assert found[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(found))


def test_lists_keep_their_depth() -> None:
    """Nested lists and what stands in them stay as they are."""
    text = "1. un\n   - a\n     - b\n\n       suite de b\n2. deux\n\n   ```\n   code\n   ```"
    assert markdown(text) == text
    assert page(text).count("<ul>") == 2


def test_windows_line_ends_make_no_difference() -> None:
    """A body typed on Windows is set like any other."""
    text = f"# A\n\nb [c]({HIDDEN})\n\n- d\n- e\n\n```\nf\n```\n"
    assert markdown(text.replace("\n", "\r\n")) == markdown(text)


# --- anything -----------------------------------------------------------------------------------------------------------------

pieces = st.lists(
    st.sampled_from([
        "[", "]", "(", ")", "<", ">", "`", "``", "```", "~~~", "\\", "\n", "\n\n", "    ", "  ", "- ", "1. ", "> ", "# ", "!", "|", ":", ":::", "=", "---", "a", "b c",
        "{=html}", HIDDEN, f"[x]({HIDDEN})", "[r]", "[r]:", f"[r]: {HIDDEN}", "<b>", "</b>", "<!--", "-->", "javascript:x", "https://e.org", '"', "'", "\t", "*", "_", "é", "\r\n",
    ]),
    max_size=14,
).map("".join)  # fmt: skip


@given(pieces)
@example("[a\n\n](../people/cachee.md)")
@example("`` ` [x](../people/cachee.md)")
@example("~~~\n```\n<b>")
@example("- ~~~\n<b>")
@example("1. ```\n<b>\n```")
@example(">```\n<b>\n>```\n<b>")
@example("\\`[x](../people/cachee.md)`")
@example("[a]: <b>\n<b>")
def test_whatever_a_body_holds_nothing_acts_and_nothing_leads_inward(text: str) -> None:
    """Read by our reader or another one: no HTML, no address but outward ones, and no block of a template."""
    made = markdown(text)
    for token in tokens(made):
        assert token.type not in {"html_block", "html_inline"}
        address = str(token.attrs.get("href", token.attrs.get("src", "https://")))
        assert re.match(r"https?:|mailto:|#|attachments/", address, re.IGNORECASE), address
    html = sanitise(made + "\n\nAprès.\n")
    assert "<div" not in html
    assert html.endswith("<p>Après.</p>")


@given(pieces)
def test_doing_it_twice_is_doing_it_once(text: str) -> None:
    """What was made harmless is left alone."""
    made = body_markdown(text, below=0)
    again = body_markdown(str(made), below=0)
    assert sanitise(str(again)) == sanitise(str(made))
