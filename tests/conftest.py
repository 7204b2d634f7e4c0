"""What the tests of all rooms share: repositories made in a line, and the project's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from repositories import NAME, ROOT, MakeRepository, write_repository
from traite_cli.workspace import Workspace


@pytest.fixture
def make_repository(tmp_path: Path) -> MakeRepository:
    """Make repositories below the test's own folder: ``make_repository({"meetings/x.md": "…"}, toml=…)``."""
    made: list[Workspace] = []

    def make(files: Mapping[str, str], toml: str = NAME) -> Workspace:
        made.append(write_repository(tmp_path / f"repository-{len(made) + 1}", files, toml))
        return made[-1]

    return make


@pytest.fixture(scope="session")
def own() -> Workspace:
    """The project's own repository."""
    return Workspace(ROOT)
