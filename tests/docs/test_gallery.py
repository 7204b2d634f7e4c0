"""The gallery of messages: fresh, whole, and each message good enough to be told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from traite_cli.checks.catalogue import catalogue
from traite_cli.language import LANGUAGES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def made(gallery: Any) -> dict[str, str]:
    """Both pages as the code makes them now."""
    pages: dict[str, str] = gallery.pages()
    return pages


@pytest.fixture(scope="module")
def names(gallery: Any) -> list[str]:
    """What every message is scored under."""
    return [gallery.key(listed, variant) for listed, variant, _ in gallery.variants()]


def test_pages_are_those_that_the_code_makes_now(made: dict[str, str]) -> None:
    """Nobody changes a message without its being read again: `python scripts/gallery.py` makes the pages anew."""
    stale = [name for name, text in made.items() if (DOCS / name).read_bytes() != text.encode()]
    assert not stale


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_is_in_the_gallery(made: dict[str, str], language: str) -> None:
    """Under the heading of each code stands at least one message, told under that code."""
    sections = made[f"gallery.{language}.md"].split("\n### ")[1:]
    assert [section[:5] for section in sections] == [listed.check.code for listed in catalogue().values()]
    assert [section[:5] for section in sections if f": {section[:5]} " not in section] == []


def test_every_message_has_its_score_and_no_score_is_left_over(gallery: Any, names: list[str]) -> None:
    """A new message is read and judged before it is told; the score of one that is gone goes with it."""
    assert sorted(gallery.scores()) == sorted(names)


def test_every_score_has_six_points_of_two(gallery: Any) -> None:
    """Where, what, why, what to do, voice, company."""
    assert [name for name, points in gallery.scores().items() if len(points) != gallery.POINTS or not {*points} <= {0, 1, 2}] == []


def test_no_message_falls_short(gallery: Any) -> None:
    """Ten points of twelve, and in nothing a nought: whatever has less is worded anew, and not scored anew."""
    assert [name for name, points in gallery.scores().items() if sum(points) < gallery.LEAST or 0 in points] == []
