"""What the documents show and promise: it runs, it says what they show, and it is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from traite_cli import __version__
from traite_cli.language import french

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
MADE = {ROOT / "docs" / "performance.md"}
"""What benchmarks write; the pages that begin with a note that they are made are known by it."""
WRITTEN = [path for path in DOCUMENTS if path not in MADE and not path.read_text(encoding="utf-8").startswith("<!-- Made by ")]
_EVERY = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
_EVERY_WRITTEN = pytest.mark.parametrize("document", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())

_CODE = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"(?<!\\)\[[^\]\n]*(?<!\\)\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def text_of(document: Path) -> str:
    """A document as text."""
    return document.read_text(encoding="utf-8")


def prose_of(document: Path) -> str:
    """A document without its blocks of code and its comments."""
    return re.sub(r"<!--.*?-->", "", _CODE.sub("", text_of(document)), flags=re.DOTALL)


def anchors(document: Path) -> set[str]:
    """The names that headings have on the page, made as GitHub and GitLab make them."""
    headings = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(_CODE.sub("", text_of(document))))
    return {heading.strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(
    "document", [path for path in DOCUMENTS if "```console\n" in text_of(path)], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_commands_say_what_the_document_shows(document: Path, transcripts: Any, tmp_path: Path) -> None:
    """Whoever types what is shown sees what is shown; `python scripts/transcripts.py` mends it when that has changed."""
    assert "".join(str(one) for one in transcripts.differences(document, tmp_path)) == ""


@_EVERY
def test_links_lead_somewhere(document: Path) -> None:
    """A link to a file of the repository, or to a heading in it, finds it."""
    dead = []
    for found in _LINK.finditer(_SPAN.sub("`x`", prose_of(document))):
        path, _, anchor = (found[1] or found[2]).partition("#")
        if ":" in path:
            continue
        target = (document.parent / path) if path else document
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(found[0])
    assert dead == []


@_EVERY_WRITTEN
def test_every_command_named_exists(document: Path, reference: Any) -> None:
    """Nothing is promised that does not exist: `traite …` in a text is a command that runs, with options that it has."""
    known = {*reference.command_names(), "--help", "--version", "--lang", "-C"}
    options = text_of(ROOT / "docs" / "reference" / "commands.en.md")
    wrong = []
    for found in re.finditer(r"`traite ((?:[^`\n])+)`|^\$ traite (.+)$", text_of(document), re.MULTILINE):
        first, *others = (found[1] or found[2]).split()
        wrong += [first] * (first not in known and first != "…")
        wrong += [one for one in others if one.startswith("--") and not re.search(rf"{re.escape(one.partition('=')[0])}\b", options)]
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_command_is_in_the_guide(reference: Any, language: str) -> None:
    """A command that exists is met in the guide, not only in the reference."""
    guide = "".join(map(text_of, (ROOT / "docs" / "guide" / language).glob("*.md")))
    assert [name for name in reference.command_names() if f"traite {name}" not in guide] == []


def test_the_guide_has_the_same_pages_in_both_languages() -> None:
    """Who reads French is told no less than who reads English: each list of pages leads to as many, in the same order."""
    pages = {
        language: re.findall(r"^\d+\. \[[^\]]+\]\(([^)]+)\)", text_of(ROOT / "docs" / "guide" / language / "README.md"), re.MULTILINE)
        for language in ("en", "fr")
    }
    for language, names in pages.items():
        assert {*names, "README.md"} == {path.name for path in (ROOT / "docs" / "guide" / language).glob("*.md")}
    blocks = {
        language: [text_of(ROOT / "docs" / "guide" / language / name).count("```console\n") for name in names]
        for language, names in pages.items()
    }
    assert blocks["en"] == blocks["fr"]


@pytest.mark.parametrize("name", ["README.md", "README.fr.md"])
def test_the_two_commands_of_the_readme_are_in_the_makefile(name: str) -> None:
    """What the first page asks for can be typed on a fresh machine."""
    commands = re.findall(r"^make (\w+)$", text_of(ROOT / name), re.MULTILINE)
    targets = re.findall(r"^(\w+):", text_of(ROOT / "Makefile"), re.MULTILINE)
    assert commands == ["document", "test"]
    assert set(commands) <= set(targets)


@pytest.mark.parametrize("name", ["README.md", "README.fr.md"])
def test_the_readme_is_short(name: str) -> None:
    """A first page is read to its end only when it has one."""
    assert len(text_of(ROOT / name).splitlines()) <= 120


def test_the_picture_is_small_and_described() -> None:
    """The first page shows what comes out, says so to those who cannot see it, and loads at once."""
    picture = ROOT / "docs" / "images" / "working-document.png"
    assert picture.stat().st_size < 300_000
    for name in ("README.md", "README.fr.md"):
        words = re.search(r'!\[([^\]]+)\]\(docs/images/working-document\.png\)|alt="([^"]+)"', text_of(ROOT / name))
        assert words is not None
        assert len(words[1] or words[2]) > 20


def test_the_changelog_tells_of_this_version() -> None:
    """The version that `--version` shows has its entry."""
    assert re.search(rf"^## {re.escape(__version__)}\b", text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]["version"] == __version__


def test_the_licence_is_the_one_declared() -> None:
    """The text beside the code is that of the licence it is said to have, whole."""
    licence = text_of(ROOT / "LICENSE")
    assert tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]["license"] == "EUPL-1.2"
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert [number for number in range(1, 16) if f"\n{number}." not in licence] == []
    assert licence.rstrip().endswith("require the production of a new EUPL version.")


@pytest.mark.parametrize(
    "document",
    [path for path in WRITTEN if path.name.endswith(".fr.md") or "fr" in path.parts],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_french_is_set_as_french_is(document: Path) -> None:
    """Apostrophes, guillemets and the spaces before « : », « ; », « ! » and « ? » are the right ones."""
    prose = prose_of(document)
    wrong = [line for line in prose.splitlines() if line != french(line)]
    assert wrong == []


@_EVERY_WRITTEN
def test_a_sentence_has_its_line(document: Path) -> None:
    """One sentence a line: a change to one shows as one line changed."""
    lines = (_SPAN.sub("x", line) for line in prose_of(document).splitlines() if not line.startswith("|"))
    assert [line for line in lines if re.search(r"[^.\d\sA-Z…][.!?] (?=[A-ZÀÉÊ])", line)] == []
