"""Whatever a file holds, mending it keeps every line that is not mended, brings no new fault, and is done the first time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st
from trying import KNOWN

from traite_cli.checks.running import faults_of
from traite_cli.files import Found
from traite_cli.kinds import Record
from traite_cli.repository import Configuration, Repository, load, record_called
from traite_cli.writing import Fix, fixes

PATH = "records/meetings/a.md"
DAY = date(2000, 1, 1)
"""Before anything that these records tell: what time shows is there with or without a mend."""
WHOLE_FILE = {"unicode-form", "mixed-line-ends"}


class Held:
    """A source of files that are held in memory."""

    def __init__(self, held: Mapping[str, bytes]) -> None:
        self.held = held

    def files(self, folder: str) -> Iterator[Found]:
        """Every file below a folder."""
        yield from (Found(path) for path in sorted(self.held) if path.startswith(f"{folder}/"))

    def read(self, path: str, most: int) -> bytes:
        """A file's bytes."""
        return self.held[path][: most + 1]


def read(data: bytes) -> tuple[Held, Repository]:
    held = Held({**{path: text.encode() for path, text in KNOWN.items()}, PATH: data})
    return held, load(held, Configuration("Essai"))


def fixed(data: bytes) -> tuple[bytes, Fix | None]:
    """A file after mending."""
    source, repository = read(data)
    made, left = fixes(repository, source, faults_of(repository, DAY), DAY, tuple)
    assert left == ()
    return (made[0].change.after, made[0]) if made else (data, None)


_LINES = st.sampled_from([
    "title: Réunion", "Titre: Réunion : suite", "title: 'L'asile'", "date: 2015-02-02", "date: 22/10/2014", "Date: 22 octobre 2014", "date: 05/06/2014",
    "time: 9 heures 30", "place: Paris : siège # note", "lieu: a", "room: Salle #3", "classification: Plénière", "cancelled: oui", "# remarque",
    "participants:", "  - raphael-sodoni", "  - {person: alice-talon, role: a}", "  - a : b", "excused: [afj, inconnu]", "audience: membres",
    "audience: members", "topics: titres-de-sejour", "decisions:", "  - text: a: b", "x: {a: 1}", "\tplace: a", 'place: "a', "place: @a", "",
    "place: a\ufeffb", "place: e\u0301", "Éte\u0301: a", "links: {url: a@b.fr}", "place: |", "  a : b", "place: >-", "<<<<<<< a", "by: *a", "&a b: c",
    "place: a\u202e", "- a", "{a: b}", "::: members",
])  # fmt: skip
_BODY = st.sampled_from([
    "::: members", ":::", "::: topic sejour", " ::: contributors", "\ufeff::: members", "```", "1. Quand ?", "Voir [a](../people/raphael-sodoni.md).",
    "[a](/records/people/alice-tallon)", "[a]: ../people/Alice-Tallon.md", "`[a](b)`", "Cafe\u0301", "a\rb", "", "  a  ", "\u200b", "e\u0301\ufeff",
])  # fmt: skip
_ENDS = st.sampled_from(["\n", "\n", "\r\n", "\r"])
_FILE = st.builds(
    lambda mark, head, header, close, body, last: (
        mark + head[0] + head[1] + "".join(line + end for line, end in header) + close + "".join(line + end for line, end in body) + last
    ).encode(),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from([("---", "\n"), ("---", "\r\n"), ("", "")]),
    st.lists(st.tuples(_LINES, _ENDS), max_size=10) | st.lists(st.tuples(_LINES, st.just("\n")), max_size=10),
    st.sampled_from(["---\n", "---\r\n", ""]),
    st.lists(st.tuples(_BODY, _ENDS), max_size=8) | st.lists(st.tuples(_BODY, st.just("\n")), max_size=8),
    st.sampled_from(["", "Fin", "[a](../people/raphael-sodoni.md)"]),
)
_ANY = _FILE | st.binary(max_size=200)
_quickly = settings(max_examples=120, deadline=None)


@_quickly
@given(_ANY)
def test_lines_that_are_not_mended_stay(data: bytes) -> None:
    """Line for line, the file is the same but where a fault was mended; what is done to a whole file is done to its form alone."""
    after, fix = fixed(data)
    mended = {fault.check for fault in fix.mended} if fix else set()
    before = data.removeprefix(b"\xef\xbb\xbf") if "byte-order-mark" in mended else data
    if "unicode-form" in mended:
        before, after = (normalize("NFC", text.decode()).encode() for text in (before, after))
    if "mixed-line-ends" in mended:
        before, after = (text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") for text in (before, after))
    faults = [fault for fault in fix.mended if fault.check not in WHOLE_FILE] if fix else []
    touched = {line for fault in faults for edit in fault.edits for line in range(edit.span.line, edit.span.end_line + 1)}
    assert untouched(before, touched) == untouched(after, touched)


def untouched(data: bytes, touched: set[int]) -> list[bytes]:
    """The lines of a file, with their ends, but for those of these numbers."""
    return [line for number, line in enumerate(re.findall(rb"[^\r\n]*(?:\r\n|\r|\n|$)", data), 1) if number not in touched]


@_quickly
@given(_ANY)
def test_a_second_time_there_is_nothing_left_to_mend(data: bytes) -> None:
    """The same command run twice does what it does once."""
    after, _ = fixed(data)
    assert fixed(after) == (after, None)


@_quickly
@given(_ANY)
def test_no_fault_is_new_and_nothing_is_for_another_circle(data: bytes) -> None:
    """What is told afterwards was told before, what was mended is gone, and every passage is for those it was for."""
    after, fix = fixed(data)
    told = [Counter(fault.check for fault in faults_of(read(text)[1], DAY) if fault.path == PATH) for text in (data, after)]
    assert not told[1] - told[0]
    if fix:
        assert told[1].total() < told[0].total()
    was, now = (record_called(read(text)[1], "meetings/a") for text in (data, after))
    assert circles(was) == circles(now) or (was.document.header is None and now.document.header is not None)


def circles(record: Record) -> tuple[object, ...]:
    """Whom a record and its passages are for."""
    fences = [(one.audience, one.topic) for one in record.passages if one.audience or one.topic]
    return record.audience, fences, len(record.document.body.doubts)
