"""French spaces and apostrophes in plain text and in Markdown."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from traite_cli.language import french, typography

_W, _N = "\u00a0", "\u202f"


def shown(text: str) -> str:
    """No-break spaces made visible: ``~`` for the wide one, ``_`` for the narrow one."""
    return text.replace(_W, "~").replace(_N, "_")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quand ? Bientôt ! Soit ; voici : tout", "Quand_? Bientôt_! Soit_; voici~: tout"),
        ("Quand? Bientôt! Soit; voici: tout", "Quand_? Bientôt_! Soit_; voici: tout"),
        ("Vraiment ?! (Si ?)", "Vraiment_?! (Si_?)"),
        ("« mot », «mot» et «  mot »", "«~mot~», «~mot~» et «~mot~»"),
        ("l'accueil aujourd'hui, qu'«on» d'[AFJ](a.md)", "l’accueil aujourd’hui, qu’«~on~» d’[AFJ](a.md)"),
        ("'cité' et 5' et rock 'n' roll", "'cité' et 5' et rock 'n' roll"),
        ("10 % de 5 € en 18 h 30 à 20 °C, 3 km", "10~% de 5~€ en 18~h~30 à 20~°C, 3~km"),
        ("n° 12, N° 3, p. 12, pp. 3-4, § 2", "n°~12, N°~3, p.~12, pp.~3-4, §~2"),
        ("M. Dupont, Mme Lazerges, Mlle X, Dr House", "M.~Dupont, Mme~Lazerges, Mlle~X, Dr~House"),
        ("M. [Sodini](a.md) et M. le ministre", "M.~[Sodini](a.md) et M. le ministre"),
        ("MM. X, Mmes *Y*, Mlles Z, Me  Élan, Mgr Œ, Pr A", "MM.~X, Mmes~*Y*, Mlles~Z, Me~Élan, Mgr~Œ, Pr~A"),
        ("art. 1, fig. 2, chap. 3, vol. 4, nº 5, §6", "art.~1, fig.~2, chap.~3, vol.~4, nº~5, §6"),
        ("le 22 octobre 2014 et le 1er Janvier", "le 22~octobre 2014 et le 1er~Janvier"),
        ("l'article 5 s'applique", "l’article 5 s’applique"),
        ("**Attention :** non **oui** !", "**Attention~:** non **oui**_!"),
        ("[qui ?](a.md) ! et [quoi](a.md)?", "[qui_?](a.md)_! et [quoi](a.md)_?"),
        ("1er, 2e, XXe... et 5e", "1er, 2e, XXe... et 5e"),
    ],
)
def test_french_typography(text: str, expected: str) -> None:
    """The spaces are those that the Imprimerie nationale asks for, and an apostrophe is a comma in the air."""
    assert shown(french(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "9:30, 1:2, http:, a::b, :-), clé:valeur",
        "http://x.org/?a=b!c;d et www.x.org/l'eau?",
        "<http://x.org/a?b;c> <mailto:o'neil@x.org>",
        "ftp://x.org/l'eau?a;b HTTPS://x.org/a!b MAILTO:l'eau@x.org Www.x.org/a?b;c",
        "file:///l'eau?a et Tel:l'eau?a",
        "[a](http://x.org/l'eau?x=1;y 'un titre ?')",
        "[a](<l'eau ?.md>) [b](a(b)c'd.md)",
        "o'brien@x.org",
        "`l'eau ?` et ``a ` b ; c``",
        "```\nl'eau ?\n```\n",
        "~~~ sh\nl'eau ?\n```\n~~~\n",
        "- un\n  ```\n  l'eau ?\n  ```\n",
        "> ```\n> l'eau ?\n> ```\n",
        "texte\n\n    l'eau ?\n",
        "- ! à part\n- ? aussi\n1. ; enfin\n> : fin\n# ? tout",
        "| ? | b |\n| :--- | ---: |\n| ! | ; |",
        "::: topic l'eau ?\n:::",
        "[l'eau ?]: http://x.org\n\n[l'eau ?]",
        "&eacute; &#233;",
        "<!-- traite: ignore[TR412] l'eau ? -->",
        "![l](a.png) ![m](b.png)",
    ],
)
def test_what_must_stay_stays(text: str) -> None:
    """Code, targets, addresses, and the marks that make lists and tables stay as they are to the byte."""
    assert french(text) == text


def test_english_stays_english() -> None:
    """English wants no space before its question marks."""
    assert typography("Why? \u00ab x \u00bb don't", "en") == "Why? \u00ab x \u00bb don't"


_MARKS = [
    "?",
    "!",
    ";",
    ":",
    "«",
    "»",
    "`",
    "``",
    "```",
    "~~~",
    "*",
    "**",
    "_",
    "[",
    "]",
    "(",
    ")",
    "](",
    "][",
    "]:",
    "<",
    ">",
    "&",
    "&amp;",
    "|",
    "---",
    "-",
    "+",
    "1.",
    "2014.",
    "#",
    "##",
    ":::",
    "\\",
    "'",
    "%",
    "@",
    "<!--",
    "-->",
]
_WORDS = ["mot", "l'eau", "é", "10", "12", "n°", "M.", "D", "22", "octobre", "<http://a.b>", "http://x.y/z"]
_SPACES = [" ", " ", " ", "  ", "    ", "      ", "\t", _W, _N]
_LINES = ["\n", "\n", "\n\n", "\n> ", "\n- ", "\n  ", "\n    ", "\n1. ", "\n```\n"]
_BITS = st.sampled_from([*_MARKS, *_WORDS, *_SPACES, *_LINES])
markdown = st.lists(_BITS, max_size=30).map("".join)


@settings(max_examples=500)
@given(markdown | st.text(max_size=80))
def test_only_spaces_and_apostrophes_change(text: str) -> None:
    """Every other character stays, in its place and on its line; and what is right is not changed again."""
    once = french(text)
    assert french(once) == once
    assert once.translate(_BARE) == text.translate(_BARE)


_BARE = {ord(" "): None, ord(_W): None, ord(_N): None, ord("\u2019"): "'"}


def structure(text: str) -> list[tuple[str, str, str]]:
    """What CommonMark makes of a text: its tokens, with all that must not change in them."""
    found = []
    for block in MarkdownIt("commonmark", {"html": False}).enable("table").parse(text):
        if block.type in {"fence", "code_block"}:
            found.append((block.type, block.info, block.content))
            continue
        found.append((block.type, block.tag, ""))
        for token in block.children or []:
            content = token.content if token.type == "code_inline" else ""
            found.append((token.type, str(token.attrs.get("href", token.attrs.get("src", ""))), content))
    return [token for token in found if token[0] != "text"]


@settings(max_examples=500)
@example("2014.\n  \tl'eau")
@example("- -\n\n      l'eau")
@example("- mot\n-      l'eau")
@example("mot\n    `\nl'eau`mot`")
@example("<!--`-->«`")
@given(markdown)
def test_markdown_keeps_its_structure(text: str) -> None:
    """Blocks, emphasis, code and link targets are the same before and after, for a parser of Markdown."""
    assert structure(french(text)) == structure(text)
