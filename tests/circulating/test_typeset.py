"""The tree as Typst: every word an escaped string."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from traite_cli.circulating.manuscript import Properties
from traite_cli.circulating.sanitise import sanitise
from traite_cli.circulating.tree import parse
from traite_cli.circulating.typeset import source, string

SAID = Properties("T", "fr", date(2015, 1, 22))
STRING = re.compile(r'"(?:[^"\\\n]|\\["\\]|\\u\{[0-9a-f]+\})*"')


def typst(markdown: str) -> str:
    return source(parse(sanitise(markdown)), SAID)


@given(st.text())
def test_a_string_is_one_string(text: str) -> None:
    """Whatever a text holds, it cannot end its string, and reads back as itself."""
    escaped = string(text)
    assert STRING.fullmatch(escaped)
    plain = re.sub(r"\\(u\{([0-9a-f]+)\}|.)", lambda found: chr(int(found[2], 16)) if found[2] else found[1], escaped[1:-1])
    assert plain == text


@given(st.text(st.sampled_from('#$*_@<>[]{}"\\/`=-+ \nab')))
def test_nothing_of_a_text_is_outside_strings(text: str) -> None:
    """Once strings are taken out, what is left of a paragraph is the code that the writer itself knows."""
    left = STRING.sub("", typst("x " + text.replace("\n", " ")).split("\n#", 2)[2])
    assert set(re.findall(r"[a-z-]+", left)) <= {"par", "raw", "strong", "emph", "link", "block", "sticky", "true", "linebreak"}


def test_each_element_has_its_call() -> None:
    """The calls that document.typ and Typst answer to."""
    text = typst(
        "# T\n\n**a** *b* [c](https://x.example)\\\nd\n\n> e\n\n3. f\n\n---\n\n`g`\n\n::: note\nh\n:::\n\n| i | j |\n| - | - |\n| k | l |"
    )
    for call in (
        "heading(level: 1",
        'label("t")',
        "strong(",
        "emph(",
        'link("https://x.example"',
        "linebreak()",
        "quote(block: true",
        "enum(start: 3, tight: true",
        "rule()",
        'raw("g")',
        'styled("note"',
        "data-table(columns: (",
    ):
        assert call in text


def test_a_paragraph_in_bold_stays_with_the_next() -> None:
    """It announces what follows, like a heading."""
    assert "block(sticky: true, par(" in typst("**À l’ordre du jour**\n\n- a")
    assert "sticky" not in typst("**À** l’ordre du jour")


def test_long_words_may_be_broken() -> None:
    """An address longer than a line has places to break, a word without joints too; ordinary words have none."""
    assert "/\u200bpages" in typst("https://exemple.example/pages/longue/adresse")
    assert "\u200b" in typst("x" * 100)
    assert "\u200b" not in typst("interministérielle, anticonstitutionnellement")
