"""Two changes of one text: both are kept where they do not meet, nothing is lost where they do, and git would say the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traite_cli.writing.starting.merging import merged

NAMES = ("HEAD", "traite 2")


def text(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


BASE = text("one", "two", "three", "four", "five")


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        (BASE, BASE, BASE),
        (text("ONE", "two", "three", "four", "five"), BASE, text("ONE", "two", "three", "four", "five")),
        (BASE, text("one", "two", "three", "four"), text("one", "two", "three", "four")),
        (text("ONE", "two", "three", "four", "five"), text("one", "two", "three", "four", "FIVE"), text("ONE", "two", "three", "four", "FIVE")),
        (text("one", "TWO", "three", "four", "five"), text("one", "TWO", "three", "four", "five"), text("one", "TWO", "three", "four", "five")),
        (text("zero", "one", "two", "three", "four", "five"), text("one", "two", "three", "four", "five", "six"), text("zero", "one", "two", "three", "four", "five", "six")),
        (text("two", "three", "four", "five"), text("one", "two", "three", "four"), text("two", "three", "four")),
        (b"one\ntwo\nthree\nfour\nfive", text("ONE", "two", "three", "four", "five"), b"ONE\ntwo\nthree\nfour\nfive"),
        (b"one\r\ntwo\r\nthree\r\nfour\r\nFIVE\r\n", text("ONE", "two", "three", "four", "five"), b"ONE\r\ntwo\r\nthree\r\nfour\r\nFIVE\r\n"),
        (b"one\r\ntwo\nthree\nfour\nfive\n", text("one", "two", "three", "four", "FIVE"), b"one\r\ntwo\nthree\nfour\nFIVE\n"),
        (b"\xff\ntwo\nthree\nfour\nfive\n", text("one", "two", "three", "four", "FIVE"), b"\xff\ntwo\nthree\nfour\nFIVE\n"),
    ],
)  # fmt: skip
def test_changes_that_do_not_meet_are_both_kept(mine: bytes, theirs: bytes, both: bytes) -> None:
    """Lines changed, added and taken away; line ends stay those of mine, and bytes are bytes."""
    assert merged(BASE, mine, theirs, names=NAMES) == (both, 0)


def test_where_both_changed_both_stand_between_marks() -> None:
    """Once for each place, as git writes it; what is around is merged."""
    mine = text("ONE", "two", "mine", "four", "five")
    theirs = text("one", "two", "theirs", "four", "FIVE")
    expected = text("ONE", "two", "<<<<<<< HEAD", "mine", "=======", "theirs", ">>>>>>> traite 2", "four", "FIVE")
    assert merged(BASE, mine, theirs, names=NAMES) == (expected, 1)


def test_a_mark_begins_a_line_of_its_own() -> None:
    """Even behind a last line that has no end."""
    assert merged(b"a", b"b", b"c", names=NAMES).text == text("<<<<<<< HEAD", "b", "=======", "c", ">>>>>>> traite 2")
    assert merged(b"a\n", b"", b"c\n", names=NAMES).text == text("<<<<<<< HEAD", "=======", "c", ">>>>>>> traite 2")


def test_neighbouring_lines_meet() -> None:
    """A line of mine beside a line of theirs: nobody can tell that they do not belong together."""
    assert (
        merged(BASE, text("one", "TWO", "three", "four", "five"), text("one", "two", "THREE", "four", "five"), names=NAMES).conflicts == 1
    )


def _side(lines: list[str]) -> st.SearchStrategy[list[str]]:
    """The lines with some of them changed, taken away, or new ones between them."""
    new = st.sampled_from(["x", "y", "z"])

    def one(line: str) -> st.SearchStrategy[list[str]]:
        same = st.just([line])
        return st.one_of(same, same, same, st.just([]), new.map(lambda n: [f"{n}-{line}"]), new.map(lambda n: [line, f"{n}+{line}"]))

    return st.tuples(*map(one, lines)).map(lambda parts: [line for part in parts for line in part])


@settings(deadline=None, max_examples=150)
@given(
    st.integers(0, 9)
    .map(lambda n: [f"line {number}" for number in range(n)])
    .flatmap(lambda lines: st.tuples(st.just(lines), _side(lines), _side(lines)))
)
def test_git_merges_in_the_same_way(sides: tuple[list[str], list[str], list[str]]) -> None:
    """The same text where nothing meets, and a conflict where git has one."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("there is no git to compare with")
    base, mine, theirs = (text(*side) for side in sides)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("mine", "base", "theirs")]
        for path, content in zip(paths, (mine, base, theirs), strict=True):
            path.write_bytes(content)
        done = subprocess.run(
            [git, "merge-file", "--stdout", *map(str, paths)], capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}
        )
    found = merged(base, mine, theirs, names=NAMES)
    assert (found.conflicts > 0) == (done.returncode > 0)
    if not found.conflicts:
        assert found.text == done.stdout


_OURS = st.lists(st.sampled_from([b"a\n", b"b\n", b"c\n", b"\n"]), max_size=8).map(b"".join)
_THEIRS = st.lists(st.sampled_from([b"a\n", b"b\n", b"c\r\n", b"\n", b"\xff"]), max_size=8).map(b"".join)


@given(_OURS, _THEIRS, _OURS)
def test_no_line_is_lost(base: bytes, mine: bytes, theirs: bytes) -> None:
    """What either side added stands in the result, and where one side changed nothing the result is the other."""
    added = {line for side in (mine, theirs) for line in side.split()} - {*base.split()}
    assert added <= {*merged(base, mine, theirs, names=NAMES).text.split()}
    assert merged(base, base, theirs, names=NAMES) == (theirs, 0)
    assert merged(base, mine, base, names=NAMES) == (mine, 0)
