"""The floors: what the same work costs with nothing but the libraries it rests on, each a program of a few lines in ``floors/``."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pairing import Program

_PROGRAMS = Path(__file__).with_name("floors")
MEANINGS = {
    "P": "`python -c pass`",
    "T": "a Typer program with one command that does nothing",
    "G": "`git status --porcelain`",
    "Y": "bare loop: read, split, `yaml.load(…, CSafeLoader)`",
    "L": "`git ls-tree -r` of the records",
    "C": "`git cat-file --batch` of all records, as they were committed",
    "J": "Jinja → Markdown, the edition's pages",
    "M": "markdown-it + Jinja → HTML, the same pages",
    "D": "pandoc: HTML → docx, the same pages",
    "Z": "Typst → pdf, the same pages",
}


@dataclass(frozen=True, slots=True)
class Pages:
    """The edition of a generated repository in the forms that the floors start from."""

    markdown: Path
    sections: Path
    html: Path
    typst: Path


def floors(repository: Path, pages: Pages) -> Mapping[str, Program]:
    """Each floor by its letter, over a repository and the pages of its edition."""
    words: dict[str, tuple[str, ...]] = {
        "P": (sys.executable, "-c", "pass"),
        "T": _python("typer_program.py"),
        "G": ("git", "status", "--porcelain"),
        "Y": _python("bare_loop.py", str(repository)),
        "L": ("git", "ls-tree", "-r", "HEAD", "records"),
        "C": _python("committed.py", str(repository)),
        "J": _python("jinja_page.py", str(pages.sections)),
        "M": _python("markdown_page.py", str(pages.markdown)),
        "D": (pandoc(), "--from=html", "--to=docx", "--output=-", str(pages.html)),
        "Z": _python("typst_page.py", str(pages.typst)),
    }
    return {letter: Program(letter, told, repository) for letter, told in words.items()}


def _python(name: str, *arguments: str) -> tuple[str, ...]:
    return sys.executable, str(_PROGRAMS / name), *arguments


def pandoc() -> str:
    """The pandoc that traite uses."""
    import pypandoc

    return str(pypandoc.get_pandoc_path())


def pages_of(markdown: Path, folder: Path) -> Pages:
    """The other forms of a Markdown document, made by pandoc."""
    sections = folder / "sections.json"
    sections.write_text(json.dumps(list(_sections(markdown.read_text(encoding="utf-8")))), encoding="utf-8")
    html, typst = folder / "pages.html", folder / "pages.typ"
    for path in (html, typst):
        subprocess.run(
            [pandoc(), "--from=commonmark_x", "--standalone", f"--output={path}", str(markdown)], check=True, stderr=subprocess.DEVNULL
        )
    return Pages(markdown, sections, html, typst)


def _sections(markdown: str) -> Iterator[dict[str, object]]:
    for part in markdown.split("\n## "):
        title, _, rest = part.partition("\n")
        yield {"title": title, "paragraphs": [one for one in rest.split("\n\n") if one.strip()]}
