"""The working document of 22 January 2015, made from the records, beside the one that was circulated.

The fixture is the text layer of the pdf of that day: its page breaks, hyphens at line ends and stray characters are artefacts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher

import pytest
from read_back import words_of_pages

from repositories import ROOT
from traite_cli.circulating import formats
from traite_cli.circulating.making import PARTS
from traite_cli.circulating.manuscript import Manuscript
from traite_cli.workspace import Workspace

ORIGINAL = ROOT / "tests/fixtures/document-de-travail-2015-01-22.txt"
NEW = re.compile(r"\]\([^)]*\)")


@dataclass(frozen=True)
class Comparison:
    """How much of the original stands in a text, in order."""

    found: float
    longest_missing: tuple[str, ...]
    other: float


def compared(original: list[str], text: list[str]) -> Comparison:
    """Match two lists of words."""
    matcher = SequenceMatcher(None, original, text, autojunk=False)
    matched = sum(block.size for block in matcher.get_matching_blocks())
    missing = [tuple(original[i:j]) for tag, i, j, _, _ in matcher.get_opcodes() if tag in {"delete", "replace"}]
    return Comparison(matched / len(original), max(missing, key=len, default=()), (len(text) - matched) / len(text))


def plain_words(text: str) -> list[str]:
    """Words as they are written, apostrophes and spaces of one sort, addresses of links aside."""
    return re.findall(r"\w+", _even(text))


def folded_words(text: str) -> list[str]:
    """Words whatever their capitals and accents."""
    letters = unicodedata.normalize("NFKD", _even(text).casefold())
    return re.findall(r"\w+", "".join(c for c in letters if not unicodedata.combining(c)))


def raw_tokens(text: str) -> list[str]:
    """What stands between spaces, signs and marks included."""
    return _even(text).split()


def _even(text: str) -> str:
    return NEW.sub("]", text).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ").replace("\f", " ")


@pytest.fixture(scope="session")
def manuscript(own: Workspace, render: Callable[..., Manuscript]) -> Manuscript:
    """The real edition for contributors, without optional parts."""
    return render(own, "2015-01-22", audience="contributors", without_parts=PARTS)


@pytest.fixture(scope="session")
def original() -> str:
    """The document that was circulated."""
    return ORIGINAL.read_text(encoding="utf-8")


def _written(manuscript: Manuscript) -> str:
    return formats.load("md").write(manuscript).decode()


@pytest.mark.parametrize(("tokens", "found", "other"), [(plain_words, 0.98, 0.03), (folded_words, 0.99, 0.02)])
def test_the_document_holds_the_original_s_words_in_order(
    manuscript: Manuscript, original: str, tokens: Callable[[str], list[str]], found: float, other: float
) -> None:
    """At least 98 % of the words in order, no run of more than 8 of them missing, at most 3 % of other words."""
    comparison = compared(tokens(original), tokens(_written(manuscript)))
    assert comparison.found >= found
    assert len(comparison.longest_missing) <= 8, comparison.longest_missing
    assert comparison.other <= other


def test_the_document_holds_the_original_s_signs_too(manuscript: Manuscript, original: str) -> None:
    """Compared by what stands between spaces, so that signs count, 97 in a hundred stay where they were."""
    comparison = compared(raw_tokens(original), raw_tokens(_written(manuscript)))
    assert comparison.found >= 0.97
    assert len(comparison.longest_missing) <= 8, comparison.longest_missing


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_other_formats_hold_the_words_of_the_markdown(manuscript: Manuscript, form: str) -> None:
    """Nothing gets lost between Markdown and page."""
    data = formats.load(form).write(manuscript)
    if form == "html":
        page = re.sub(r"(?s)<nav\b.*?</nav>", "", data.decode().partition("<body>")[2])
        text = re.sub(r"<[^>]*>", " ", page.replace("&amp;", "&"))
    else:
        text = words_of_pages(data)
    comparison = compared(folded_words(_written(manuscript)), folded_words(text))
    assert comparison.found >= 0.98
    assert len(comparison.longest_missing) <= 8, comparison.longest_missing


def test_the_parts_stand_in_the_original_s_order(manuscript: Manuscript) -> None:
    """Letterhead and date line, title, dates, subjects, next meeting, note, synthesis, credits, enclosures, attendance."""
    text = _even(_written(manuscript))
    heads = [
        "01 45 49 52 21", "Paris, le 22 janvier 2015", "# DOCUMENT DE TRAVAIL", "22 octobre, 7 et 18 novembre et 17 décembre 2014 et 5 janvier 2015",
        "## Objet de ces rencontres", "1. Rencontre opérationnelle", "11. Présentation de la candidature", "## Prochaine rencontre du Collectif",
        "Lundi 2 février 2015", "**Informations rapides**", "Geneviève Colas a rencontré le 19 janvier", "## Synthèse des discussions",
        "### 1 – ", "### 11 – ", "Document de travail réalisé par", "**PJ :**", "## Participants aux différentes rencontres",
        "### À la rencontre du 22 octobre", "ECPAT France : Alice Tallon et Eléonore Chiossone", "### À la rencontre du 5 janvier",
    ]  # fmt: skip
    places = [text.find(head) for head in heads]
    assert -1 not in places, heads[places.index(-1)]
    assert places == sorted(places)


def test_the_public_version_is_made_and_says_less(own: Workspace, render: Callable[..., Manuscript]) -> None:
    """``make document`` makes the public version too; what it says stands in the contributors' version, under the same numbers."""
    public = _written(render(own, "2015-01-22", audience="public", without_parts=PARTS))
    members = _written(render(own, "2015-01-22", audience="members", without_parts=PARTS))
    assert len(public) < len(members)
    numbers = {text: re.findall(r"(?m)^### (\d+) ", text) for text in (public, members)}
    assert set(numbers[public]) <= set(numbers[members])
    withheld = "Prévention et lutte contre la traite des êtres humains au regard de la Convention"
    assert withheld not in public
    assert withheld not in members
    assert withheld in _written(render(own, "2015-01-22", audience="contributors"))
