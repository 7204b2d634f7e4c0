"""The corpus of hostile input is read here too."""

import sys
from pathlib import Path

import pytest

from traite_cli.index import tree

sys.path.append(str(Path(__file__).parents[1] / "hostile"))


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files are looked at when the moment in which they were written is long over."""
    monkeypatch.setattr(tree, "MOMENT", -1_000_000_000_000)
