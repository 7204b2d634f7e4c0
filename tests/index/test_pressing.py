"""What is kept is pressed: it comes out as it went in, whoever learnt which words meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.index.database import Database, Unusable
from traite_cli.index.known import LEARNT, kept_record, learn, put_records
from traite_cli.index.place import place_of
from traite_cli.index.pressing import SAMPLES, common_words, joined, parted, pressed, unpressed
from traite_cli.index.stored import Stored

HASH = b"h" * 20
STORED = Stored(b'[4,9,{"title":"Un"}]', "---\ntitle: Un\n---\nCe qui fut dit à la réunion.\n".encode())


@given(st.binary(max_size=3000), st.binary(max_size=3000), st.binary(max_size=40_000))
def test_what_is_pressed_comes_out(form: bytes, text: bytes, words: bytes) -> None:
    """Any bytes, with any words: also those that were pressed before any words were learnt."""
    whole = joined(form, text)
    assert parted(unpressed(pressed(whole, words), words)) == (form, text)
    assert parted(unpressed(pressed(whole, b""), words)) == (form, text)


def test_what_was_not_pressed_is_refused() -> None:
    """Other bytes, and what is none at all."""
    for data in (b"x", b"\xff" * 50, None, "x"):
        with pytest.raises(ValueError):  # noqa: PT011  # whatever zlib says of it
            unpressed(data, b"")  # type: ignore[arg-type]  # a damaged database may hold anything


def test_few_texts_have_no_words_in_common() -> None:
    """Of a handful nothing is learnt; of many, some of what they begin and end with."""
    assert common_words([b"a"] * (SAMPLES - 1)) == b""
    assert common_words([b"begin%d" % number + b"." * 2000 + b"end" for number in range(1000)]).count(b"begin") == SAMPLES


def _records(database: Database) -> list[object]:
    return [kept_record(database, f"records/topics/{number}.md", HASH) for number in range(3)]


def test_words_that_another_process_learnt(tmp_path: Path) -> None:
    """A process that looked before there were words reads what is kept with them; words that are there are not learnt anew."""
    place = place_of(tmp_path)
    first, second = Database.at(place), Database.at(place)
    for number, database in enumerate((first, second, first)):
        assert database.words is not None
        if number == 1:
            learn(database, [STORED] * LEARNT)
        with database.writing():
            put_records(database, [(f"records/topics/{number}.md", HASH, STORED)])
    assert _records(first) == _records(second) == [tuple(STORED)] * 3
    learnt = second.words
    with first.writing():
        first.learn(os.urandom(100))
    assert first.words == learnt
    first.close()
    second.close()


def test_a_record_that_was_altered_is_not_believed(tmp_path: Path) -> None:
    """What is pressed has a sum."""
    database = Database.at(place_of(tmp_path))
    with database.writing():
        put_records(database, [("records/topics/0.md", HASH, STORED)])
        database.do("UPDATE records SET said = ?", [pressed(joined(b"[]", b"x"), b"")])
    with pytest.raises(Unusable):
        _records(database)
    database.close()
