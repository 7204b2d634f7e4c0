"""The page that another process makes is the one that would be made here, whatever becomes of that process."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from traite_cli.circulating import page_making
from traite_cli.circulating.page_making import beginning, page_of
from traite_cli.circulating.sanitise import sanitise

TEXTS = {
    "words": "# Un *titre*\n\n1. un\n2. <b>deux</b> é\n",
    "nothing": "",
    "more than a pipe holds": "Mot à mot. " * 300_000,
    "what is no text": "avant \udc80 après",
}


@pytest.mark.parametrize("what", TEXTS)
def test_it_is_the_same_page(what: str) -> None:
    """Made by a process that was begun before, or here, where there is none or it has made one already."""
    text = TEXTS[what]
    with beginning():
        assert page_of(text) == page_of(text) == sanitise(text)
    assert page_of(text) == sanitise(text)


@pytest.fixture
def begun() -> Iterator[int]:
    """The number of a process that was begun."""
    if sys.platform != "linux":
        pytest.skip("no process is begun here")
    with beginning():
        yield page_making._BEGUN[0]._child


def test_a_process_that_is_gone_is_done_without(begun: int) -> None:
    """Where the system ends it, the page is made here."""
    os.kill(begun, signal.SIGKILL)
    assert page_of(TEXTS["words"]) == sanitise(TEXTS["words"])


def test_no_process_is_left_behind(begun: int) -> None:
    """One that nobody asked is gone with its block, and so is one that was."""
    with beginning():
        second = page_making._BEGUN[-1]._child
        page_of("un")
    assert not Path(f"/proc/{second}").exists()
    assert not page_making._BEGUN
    assert Path(f"/proc/{begun}").exists()
