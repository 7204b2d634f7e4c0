"""Work shared by two processes is all done, once, wherever it is done."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest

from traite_cli.files import halves
from traite_cli.files.halves import shared

HERE = os.getpid()


def squares(numbers: Iterator[int]) -> list[tuple[int, int]]:
    """Each number with its square."""
    return [(number, number * number) for number in numbers]


@pytest.mark.parametrize("pieces", [0, 1, 2, 500])
@pytest.mark.parametrize("can_share", [False, True])
def test_every_piece_is_done_once(monkeypatch: pytest.MonkeyPatch, pieces: int, can_share: bool) -> None:
    """Whether there is a second processor or not, whatever there is to do."""
    monkeypatch.setattr(halves, "CAN_SHARE", can_share and hasattr(os, "fork"))
    parts = shared(pieces, squares)
    assert sorted(one for part in parts for one in part) == [(number, number * number) for number in range(pieces)]


def test_what_fails_in_the_second_process_is_done_in_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second process that ends, or gives what cannot be given, loses nothing."""
    monkeypatch.setattr(halves, "CAN_SHARE", hasattr(os, "fork"))

    def ended(numbers: Iterator[int]) -> list[tuple[int, int]]:
        if os.getpid() != HERE:
            next(numbers, None)
            os._exit(3)
        return squares(numbers)

    def strange(numbers: Iterator[int]) -> object:
        done = squares(numbers)
        return done if os.getpid() == HERE else object()

    for work in (ended, strange):
        assert sorted(one for part in shared(100, work) for one in part) == squares(iter(range(100)))


def test_what_fails_in_both_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error is told by the process that people see."""
    monkeypatch.setattr(halves, "CAN_SHARE", hasattr(os, "fork"))

    def fails(numbers: Iterator[int]) -> None:
        for _ in numbers:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        shared(50, fails)


def test_nothing_is_written_twice(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What a stream held back when the second process began is written by the first alone."""
    monkeypatch.setattr(halves, "CAN_SHARE", hasattr(os, "fork"))
    sys.stdout.write("once\n")
    shared(20, squares)
    sys.stdout.write("at the end\n")
    assert capfd.readouterr().out == "once\nat the end\n"
