"""A hostile text, wherever a record may hold it, is shown as it is by every command, and obeyed by nothing that reads what they write."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path

import pytest
from calling import Ended
from corpus.places import EDITION, MEETING, PLACES, everywhere
from corpus.texts import TEXTS

from traite_cli.diagnostics import reporters
from traite_cli.kinds import KINDS

Call = Callable[..., list[Ended]]
_SHOWN = (
    "topics/t",
    "people/p",
    "organisations/o",
    f"meetings/{MEETING}",
    "commitments/c",
    "requests/r",
    "documents/d",
    f"editions/{EDITION}",
)
_READ_BACK: dict[str, Callable[[str], object]] = {
    "json": json.loads,
    "gitlab": json.loads,
    "sarif": json.loads,
    "rdjson": json.loads,
    "junit": ET.fromstring,
}
_SLOW = ("html: script", "typst", "latex", "pandoc: raw", "xml", "terminal: title and clear", "bidirectional: override")


def test_the_corpus_is_large() -> None:
    """More than a thousand texts at places, of more than forty sorts."""
    assert len(TEXTS) > 40
    assert len(TEXTS) * PLACES > 1_000


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_report_can_be_read_back(put: Callable[..., Path], call: Call, text: str) -> None:
    """In each form of report the faults are told whole: what is a language of its own is read by a parser of it."""
    root = put(everywhere(text))
    names = reporters.names()
    calls = [("validate", "--format", name, "--lang", language) for name, language in zip(names, ["fr", "en"] * len(names), strict=False)]
    ended = call(root, *calls, ("--color", "always", "validate"), ("validate", "--fix", "--dry-run"))
    for name, one in zip(names, ended, strict=False):
        assert one.code == 1
        assert one.out.strip()
        _READ_BACK.get(name, str)(one.out)
    told = json.loads(ended[names.index("json")].out)["diagnostics"]
    assert {one["path"] for one in told} <= {*everywhere(text), "traite.toml"}
    firsts = [line for line in ended[names.index("concise")].out.split("\n") if line.startswith("records/")]
    assert len(firsts) == len(told)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_list_and_record_is_shown(put: Callable[..., Path], call: Call, text: str) -> None:
    """Lists keep their rows and columns in every form, no cell of a CSV begins a formula, and each record is shown."""
    root = put(everywhere(text))
    others = cycle(("table", "json", "markdown", "paths"))
    of_kinds = [("list", kind, "--format", form) for kind in KINDS for form in ("csv", next(others))]
    shown = [("show", ref, "--format", form) for ref, form in zip(_SHOWN, cycle(("text", "json")), strict=False)]
    ended = call(root, *of_kinds, *shown, ("--color", "always", "show", "people/p"))
    assert {one.code for one in ended} == {0}
    for one in ended:
        if one.arguments[-1] == "json":
            json.loads(one.out)
        elif one.arguments[-1] == "csv":
            rows = list(csv.reader(io.StringIO(one.out)))
            assert len({len(row) for row in rows}) <= 1
            assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


class _Page(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("name", TEXTS)
def test_documents_hold_words_and_nothing_that_runs(put: Callable[..., Path], call: Call, name: str) -> None:
    """An edition and minutes are made, or refused for an error: a page has no script, no handler, nothing from elsewhere."""
    root = put(everywhere(TEXTS[name]))
    slow = ("docx", "odt", "pdf") if name in _SLOW else ()
    made = call(
        root, *(("minutes", "2014-11-22-n", "--to", form) for form in ("md", "html", *slow)), ("render", EDITION, "--to", "md,html")
    )
    assert {one.code for one in made} <= {0, 1}
    pages = list((root / "build").glob("*.html")) if (root / "build").exists() else []
    for page in pages:
        for tag, attributes in _Page(page.read_text(encoding="utf-8")).found:
            assert tag not in {"script", "iframe", "object", "embed", "form", "svg", "base"}
            assert not [one for one in attributes if one.startswith("on")]
            for address in ("href", "src"):
                assert (attributes.get(address) or "#").startswith(("#", "http://", "https://", "mailto:", "data:image/"))
    for form in ("docx", "odt"):
        for file in (root / "build").glob(f"*.{form}"):
            with zipfile.ZipFile(file) as parts:
                for part in parts.namelist():
                    if part.endswith((".xml", ".rels")):
                        ET.fromstring(parts.read(part))
    assert sorted(one.name for one in root.parent.iterdir()) == ["collectif", "collectif-said"]
    assert sorted(one.name for one in root.iterdir()) == sorted([".traite", "records", "traite.toml", *(["build"] if pages else [])])


def test_the_texts_are_written_at_their_places() -> None:
    """Reading a repository of the corpus finds the text there again: what is tried is what is meant."""
    from marked import read

    text = TEXTS["terminal: title and clear"]
    assert read(everywhere(text)["records/topics/t.md"].decode(), "topics").values["title"] == text
