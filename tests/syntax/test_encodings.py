"""Whatever the bytes, there is a text afterwards, and what stood in the way is told where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marked import faults_of, read
from traite_cli.kinds import KINDS, read_record

TEXT = "---\ntitle: Été à l’hôtel\ndate: 2014\n---\n"


@pytest.mark.parametrize(
    ("data", "check", "variant", "place"),
    [
        (TEXT.replace("’", "'").encode("cp1252"), "encoding", "windows", (2, 8)),
        (b"\xef\xbb\xbf" + TEXT.encode(), "byte-order-mark", "", (1, 1)),
        (TEXT.encode("utf-16"), "encoding", "utf-16", (1, 1)),
        (TEXT.encode("utf-16-le"), "encoding", "utf-16", (1, 1)),
        (TEXT.encode("utf-16-be"), "encoding", "utf-16", (1, 1)),
        (TEXT.replace("à", "\x00").encode(), "hidden-character", "", (2, 12)),
        (TEXT.replace("à", "\u202e").encode(), "hidden-character", "bidirectional", (2, 12)),
        (TEXT.replace("à", "\x85").encode(), "hidden-character", "", (2, 12)),
        (TEXT.replace("à", "\ufeff").encode(), "hidden-character", "", (2, 12)),
        (TEXT.replace("à", "\uffff").encode(), "hidden-character", "", (2, 12)),
        (TEXT.replace("à", "\x1b").encode(), "hidden-character", "", (2, 12)),
        (TEXT.encode().replace(b"2014", b"2014 # \xe9t\xe9"), "encoding", "", (3, 14)),
        (TEXT.encode().replace(b"2014", b"2014 # \x81"), "encoding", "", (3, 14)),
    ],
)
def test_what_stands_in_the_way_of_reading(data: bytes, check: str, variant: str, place: tuple[int, int]) -> None:
    """One fault, at the very character; the record keeps its title and date."""
    (fault,) = faults_of(data)
    assert (fault.check, fault.variant, (fault.span.line, fault.span.column)) == (check, variant, place)
    record = read(data)
    assert str(record.values["date"]) == "2014"
    assert record.values["title"].startswith("Été")


def test_one_slip_does_not_spoil_the_other_accents() -> None:
    """In a file that is UTF-8 but for one letter the rest is read as UTF-8."""
    record = read(TEXT.encode().replace(b"2014", b"2014 # \xe9"))
    assert record.values["title"] == "Été à l’hôtel"


def test_a_mark_before_another_encoding_is_told_beside_it() -> None:
    """A mark of UTF-8 before letters of Windows-1252 hides neither the first line nor the letters."""
    faults = faults_of(b"\xef\xbb\xbf---\ntitle: \xe9t\xe9\ndate: 2014\n---\n")
    assert [(fault.check, fault.span.line, fault.span.column) for fault in faults] == [("byte-order-mark", 1, 1), ("encoding", 2, 8)]


def test_nothing_hidden_is_obeyed_later() -> None:
    """What a terminal or a reader would obey stands in no value: one visible character takes its place."""
    record = read("---\ntitle: a\x1b[2Jb\u202ec\u2028d\ndate: 2014\n---\n\nx\x07y\n")
    assert record.values["title"] == "a\ufffd[2Jb\ufffdc\ufffdd"
    assert "\x07" not in record.document.text
    assert record.doubtful


PIECES = st.sampled_from([
    b"---\n", b"---", b"\n", b"\r\n", b"\r", b"\t", b"title: ", b"date: 2014", b"x:\n", b"  - ", b"- ", b"? ", b": ", b"[", b"]", b"{", b"}", b",", b'"',
    b"'", b"|\n", b">-\n", b"&a ", b"*a", b"!!str ", b"!<", b"%YAML 1.1\n", b"...\n", b"#", b" # ", b"@", b"`", b"~", b"null", b"\\", b"audience: public",
    b"::: members\n", b":::\n", b"::: topic a\n", b"```\n", b"# a\n", b"1. ", b"[a](b.md)", b"![", b"](", b"<!--", b"-->", b"<<<<<<< a\n", b"=======\n",
    b">>>>>>> b\n", b"\xc3\xa9", b"\xe9", b"\xff", b"\xff\xfe", b"\x00", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"other_names: ",
    b"follow_ups:\n", b"  status: kept\n", b"participants: ", b"answers: {item: 1", b"made_at: updates/a", b"9:30", b"2014-13", b"0" * 5000, b".NaN",
])  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(
    kind=st.sampled_from([*KINDS]),
    data=st.one_of(st.lists(PIECES, max_size=40).map(b"".join), st.binary(max_size=300)),
    closed=st.booleans(),
)
def test_any_bytes_give_a_record_or_faults(kind: str, data: bytes, closed: bool) -> None:
    """Never an exception; and every fault stands in the file, with the line it stands on."""
    if closed:
        data = b"---\n" + data + b"\n---\n" + data
    record = read_record(kind, "x", f"records/{kind}/x.md", data)
    lines = record.document.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in record.document.faults:
        assert 1 <= fault.span.line <= len(lines)
        assert (
            1 <= fault.span.column <= fault.span.end_column <= len(lines[fault.span.line - 1]) + 1
            or fault.span.column == fault.span.end_column
        )
        assert fault.source.rstrip("\r") == lines[fault.span.line - 1]
    assert all(0 <= passage.start <= passage.end <= len(record.document.text) for passage in record.document.body.passages)
    if not record.document.faults:
        assert all(name in KINDS[kind].FIELDS for name in record.values)
