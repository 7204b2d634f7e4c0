"""Nothing in a file can crash the reader, hang it, fill the memory or run code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from corpus.single_files import FILES

from marked import read
from repositories import ROOT

MOST_SECONDS, MOST_MEGABYTES = 2.0, 200


@pytest.fixture(scope="module")
def measured() -> dict[str, list[float]]:
    """What a process of its own needed for each file, one after the other: seconds, megabytes so far, faults and values."""
    path = [str(ROOT / "src"), str(Path(__file__).parent), str(ROOT / "tests")]
    program = f"import sys; sys.path[:0] = {path!r}; from corpus.single_files import measure; measure()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=300)
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_read_or_refused_in_no_time(measured: dict[str, list[float]], name: str) -> None:
    """Under two seconds and 200 MB, whatever the file holds; and there is a record, or a fault that says why not."""
    seconds, megabytes, told = measured[name]
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
    assert told


def test_nesting_is_limited_before_anything_recursive_sees_it() -> None:
    """Thirty thousand brackets are one fault at the first bracket too many."""
    (fault,) = read("---\ntitle: a\ndate: 2014\nplace: " + "[" * 30_000 + "\n---\n").document.faults
    assert (fault.check, fault.span.line, fault.span.column) == ("too-deep", 4, 8 + 40)


@pytest.mark.parametrize("depth", [30, 39])
def test_what_people_nest_is_never_too_deep(depth: int) -> None:
    """The limit is far above what a record needs."""
    text = "x: {a: " + "[" * (depth - 1) + "]" * (depth - 1) + "}"
    assert read(f"---\ntitle: a\ndate: 2014\n{text}\n---\n").document.faults == []


def test_the_largest_file_that_is_read() -> None:
    """A megabyte is read, a byte more is one fault and no text."""
    head = b"---\ntitle: a\ndate: 2014\n---\n"
    assert read(head + b"a" * ((1 << 20) - len(head))).document.faults == []
    record = read(head + b"a" * ((1 << 20) - len(head) + 1))
    assert [fault.check for fault in record.document.faults] == ["too-large"]
    assert record.document.text == ""


def test_a_number_of_any_length_is_told() -> None:
    """Python refuses to read numbers of thousands of digits; a record with one is faulty, no more."""
    for digits in ("9" * 5000, "0" * 5000 + "1"):
        record = read(f"---\ntitle: a\nto: a\ndate: 2014\nanswers: {{item: {digits}, status: answered}}\n---\n", "requests")
        assert [fault.check for fault in record.document.faults] == ["wrong-type"]
    assert read(f"---\nname: a\nx: {{n: {'9' * 5000}}}\n---\n", "people").values["x"] == {"n": "9" * 5000}
