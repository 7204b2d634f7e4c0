"""The comment on the page of a request, and Markdown in which a stranger's words are only words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from traite_cli.diagnostics import Diagnostic, Severity, Span
from traite_cli.diagnostics.markdown_text import code, escaped
from traite_cli.language import translator
from traite_cli.together.comment import Draft, Page, comment
from traite_cli.together.report import Document, Group, Report, Told
from traite_cli.together.telling_faults import Told as Faults

HOSTILE = st.text(
    st.sampled_from(list("@#!$%&~^*_`[](){}<>|/\\:;.=-+\"' \n\r\tae1é\u2028\u202e")) | st.characters(codec="utf-8"), max_size=60
) | (
    st.sampled_from(
        [
            "/close",
            "@all",
            "&commat;all",
            "&#64;all",
            "<!-- traite -->",
            "</details>",
            "```\n/merge",
            "![x](https://x.org)",
            "http://x.org",
            "#12",
            "o/r#1",
            "> [!CAUTION]",
            "    code",
            "- [ ] x",
            "::stop-commands::x",
            "##[set-output name=number]9",
        ]
    )
)


def page(text: str) -> Page:
    """A page on which a text stands wherever one can."""
    told = Told("changed", text, f"topics/{text}", (text,))
    fault = Diagnostic(f"records/topics/{text}.md", Span(), "TR214", Severity.ERROR, text, f"{text}\n{text}", text)
    report = Report((text,), (Group("topics", text, (told,)),), (text,), text, Document(text, (), text))
    return Page(report, text, Faults((fault,), (fault,), 2), (text,), (text,), Draft(obstacle=text))


@given(HOSTILE.filter(lambda text: text.strip() != ""))
def test_words_of_a_request_are_only_words(text: str) -> None:
    """Whatever stands in records and names: no link, picture or tag but our own, nobody called, no request named, no command given."""
    written = comment(page(text), translator("en"))
    tokens = [one for token in MarkdownIt().parse(written) for one in (token, *(token.children or ()))]
    assert {one.tag for one in tokens} <= {"h2", "h3", "p", "strong", "ul", "li", "blockquote", "br", "code", ""}
    html = "".join(one.content for one in tokens if one.type in {"html_block", "html_inline"})
    assert re.sub(r"<!-- traite -->|</?details>|</?summary>|What the document becomes|\s", "", html) == ""
    shown = "\n".join("".join(one.content for one in token.children or () if one.type == "text") for token in tokens)
    shown = re.sub(r"^\[!(CAUTION|WARNING|IMPORTANT)\]", "", shown, flags=re.MULTILINE)
    assert not re.search(r"[@#][\w.]|[!&%~$^]\w|://|www\.", shown)
    assert not [line for line in written.splitlines() if re.match(r"\s*(/|::|##\[)", line)]


@given(HOSTILE)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    """Read as Markdown, what was escaped is the text again, in one line, but for the joints that part names and addresses."""
    from traite_cli.diagnostics.visible import visible

    shown = "".join(one.content for one in MarkdownIt().parseInline(escaped(text))[0].children or ())
    assert shown.replace("\u2060", "").strip() == visible(" ".join(text.split())).replace("\u2060", "").strip()


def test_a_name_in_code_stays_in_it() -> None:
    """One that would end the code is shown as any text."""
    assert code("topics/a b") == "`topics/a b`"
    assert code("topics/`@all") == "topics/\\`@\u2060all"


def test_the_first_line_is_how_it_is_found_again() -> None:
    """And the heading comes next."""
    assert comment(page("x"), translator("fr")).splitlines()[:2] == ["<!-- traite -->", "## Ce que change cette demande"]
