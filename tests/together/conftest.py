"""Two moments of a few records, and their difference in words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from repositories import NAME, MakeRepository
from traite_cli.language import translator
from traite_cli.together.differences import Difference, difference
from traite_cli.together.report import report

sys.path.append(str(Path(__file__).parents[1] / "circulating"))  # where the repositories full of marks are planted

DAY = date(2015, 3, 1)
Files = Mapping[str, str]
Differ = Callable[..., Difference]
Tell = Callable[..., list[str]]


@pytest.fixture
def differ(make_repository: MakeRepository) -> Differ:
    """The difference between two sets of files."""

    def found(before: Files, after: Files, circle: str = "contributors", toml: tuple[str, str] = (NAME, NAME)) -> Difference:
        old, new = (make_repository(files, one).repository for files, one in zip((before, after), toml, strict=True))
        return difference(old, new, circle)

    return found


@pytest.fixture
def tell(differ: Differ) -> Tell:
    """Everything that is said of a difference, a line each, in French with plain spaces; passages as `[-…-]` and `{+…+}`."""

    def told(before: Files, after: Files, circle: str = "contributors", **more: tuple[str, str]) -> list[str]:
        said = report(differ(before, after, circle, **more), DAY, translator("fr"))
        lines = [f"! {line}" for line in said.opened]
        for group in said.groups:
            for one in group.told:
                lines += [one.heading, *(f"  {sentence}" for sentence in one.sentences)]
                lines += [f"  {passage.section}| {''.join(map(_marked, passage.runs))}" for passage in one.passages]
        lines += [*said.files, *filter(None, [said.withheld])]
        return [line.replace("\u00a0", " ").replace("\u202f", " ") for line in lines]

    return told


def _marked(run: object) -> str:
    opening, closing = {"same": ("", ""), "old": ("[-", "-]"), "new": ("{+", "+}")}[run.sort]
    return f"{opening}{run.text}{closing}"
