"""The generated pages of the reference: fresh, complete and in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from traite_cli.checks.catalogue import catalogue
from traite_cli.diagnostics import reporters
from traite_cli.kinds import KINDS
from traite_cli.language import LANGUAGES, french

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def made(reference: Any) -> dict[str, str]:
    """Every page as the code makes it now."""
    pages: dict[str, str] = reference.pages()
    return pages


def test_pages_are_those_that_the_code_makes_now(made: dict[str, str]) -> None:
    """Nobody who changes a field, a check or an option leaves the reference behind: `python scripts/reference.py` makes it again."""
    stale = [name for name, text in made.items() if (PAGES / name).read_bytes() != text.encode()]
    assert not stale


def test_there_is_a_page_in_each_language(made: dict[str, str]) -> None:
    """What is explained to one reader is explained to the other."""
    names = {name.partition(".")[0] for name in made}
    assert set(made) == {f"{name}.{language}.md" for name in names for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_every_kind_is_on_the_page(made: dict[str, str], language: str) -> None:
    """A field that can be written can be looked up."""
    page = made[f"format.{language}.md"]
    assert [name for kind in KINDS.values() for name in (kind.KIND, *kind.FIELDS) if f"`{name}`" not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_its_examples_and_what_is_said_of_them(made: dict[str, str], language: str) -> None:
    """Under each code the page shows the example with its fault told, under that code."""
    sections = made[f"diagnostics.{language}.md"].split("\n### ")[1:]
    assert [section[:5] for section in sections] == [listed.check.code for listed in catalogue().values()]
    assert [section[:5] for section in sections if f": {section[:5]} " not in section] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_on_the_page(made: dict[str, str], reference: Any, language: str) -> None:
    """What `traite --help` lists is explained."""
    page = made[f"commands.{language}.md"]
    assert [name for name in reference.command_names() if f"## traite {name}\n" not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_reports_is_on_the_page(made: dict[str, str], language: str) -> None:
    """What `--format` takes is shown with what it tells of a real fault."""
    sections = made[f"reports.{language}.md"].split("\n## ")[1:]
    assert {section.partition("\n")[0] for section in sections} == set(reporters.names())
    assert [section for section in sections if "TR214" not in section] == []


def test_french_words_are_complete_and_none_is_left_over(reference: Any) -> None:
    """Each sentence of the pages has its French, and no other sentence has; what checks say of themselves is in the catalogue."""
    source = "".join((ROOT / "scripts" / f"{name}.py").read_text(encoding="utf-8") for name in ("reference", "reference_tables"))
    assert [message for message in reference.french() if message[:60] not in source] == []


def test_french_words_are_set_as_french_is() -> None:
    """Apostrophes, guillemets and the spaces before « : » and « ; » are the right ones."""
    with (PAGES / "words.fr.po").open("rb") as file:
        words = [str(message.string) for message in read_po(file) if message.id]
    assert [text for text in words if text != french(text)] == []


def test_no_section_shows_an_anchor_that_is_not_there(made: dict[str, str]) -> None:
    """The page of faults begins with a list: each line of it leads to a section of the page."""
    page = made["diagnostics.en.md"]
    assert page.count("](#tr") == page.count("\n### TR") == len(catalogue())
