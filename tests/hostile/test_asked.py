"""Searching, asking and exporting records that a stranger wrote: everything is answered in time, and nothing of it is obeyed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import vobject
from calling import Ended
from corpus.crowds import CROWDS, Files
from corpus.places import everywhere
from corpus.texts import TEXTS
from icalendar import Calendar

from traite_cli.asking import exporting

Call = Callable[..., list[Ended]]
_ALL = ("--audience", "contributors", "--as-of", "2015-01-22")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_hostile_text_is_found_asked_and_shown(put: Callable[..., Path], call: Call, text: str) -> None:
    """Searched for and searched in, in every form of an answer: rows stay rows, JSON is JSON, no cell begins a formula."""
    root = put(everywhere(text))
    table = "SELECT label, kind FROM records UNION ALL SELECT text, record FROM passages UNION ALL SELECT note, commitment FROM follow_ups"
    forms = ("table", "csv", "tsv", "json", "ndjson", "markdown")
    asked = text.replace("\0", "")[:2_000].encode("utf-8", "replace").decode()
    ended = call(
        root,
        ("search", "--format", "json", "--", "a*"),
        ("--color", "always", "search", "--", f"e* {asked}"),
        *(("query", table, "--format", form) for form in forms),
        ("query", asked or "x"),
        ("query", "SELECT :a", "--param", f"a={asked}"),
    )
    json.loads(ended[0].out)
    assert {one.code for one in ended[2:8]} == {0}
    rows = list(csv.reader(io.StringIO(ended[3].out, newline="")))
    assert {len(row) for row in rows} == {2}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert {line.count("\t") for line in ended[4].out.split("\n")[:-1]} == {1}
    assert len(json.loads(ended[5].out)["rows"]) == len(rows) - 1 == len([json.loads(line) for line in ended[6].out.split("\n")[:-1]])


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_hostile_text_is_exported(put: Callable[..., Path], call: Call, text: str) -> None:
    """Each export is made, and read back by who is made to read it: no text ends a line, an entry or a card of its own."""
    root = put(everywhere(text))
    ended = call(root, *(("export", name, *_ALL) for name in exporting.names()))
    assert {one.code for one in ended} == {0}
    calendar = (root / "build" / "calendar-contributors.ics").read_bytes()
    meetings = len(list((root / "records" / "meetings").glob("*.md")))
    assert 1 <= len(Calendar.from_ical(calendar).events) <= meetings + len(list((root / "records" / "commitments").glob("*.md")))
    assert vobject.readOne(calendar.decode())
    cards = (root / "build" / "contacts-contributors.vcf").read_bytes().split(b"\r\n")
    people = len(list((root / "records" / "people").glob("*.md"))) + len(list((root / "records" / "organisations").glob("*.md")))
    assert cards.count(b"BEGIN:VCARD") == cards.count(b"END:VCARD") == people
    assert not [line for line in cards if len(line) > 75]
    json.loads((root / "build" / "popolo-contributors.json").read_bytes())


@pytest.mark.parametrize("make", CROWDS.values(), ids=CROWDS)
def test_a_crowd_is_asked_in_time(put: Callable[..., Path], call: Call, make: Callable[[], Files]) -> None:
    """Tables, full text and a database of much of anything."""
    root = put(make())
    ended = call(root, ("query", "SELECT count(*) FROM records"), ("search", "a*", "--limit", "5"), ("export", "json", *_ALL))
    assert {ended[0].code, ended[2].code} == {0}
    assert ended[1].code in {0, 1}
