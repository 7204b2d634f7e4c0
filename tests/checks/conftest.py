"""Small repositories on the disk, read as traite reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from traite_cli.checks.running import faults_of
from traite_cli.diagnostics import Fault
from traite_cli.files import WorkTree
from traite_cli.repository import Repository, load, read_configuration

DAY = date(2015, 1, 22)
"""The day asked about where a test names none."""
Loaded = Callable[[Mapping[str, str | bytes]], Repository]
Found = Callable[..., tuple[Fault, ...]]


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    """Write files below a repository that has only a name, and read it."""

    def loaded(files: Mapping[str, str | bytes]) -> Repository:
        for path, content in {"traite.toml": 'name = "Essai"\n', **files}.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
        source = WorkTree(tmp_path)
        return load(source, read_configuration(source))

    return loaded


@pytest.fixture
def found(loaded: Loaded) -> Found:
    """Every fault of a repository of these files."""
    return lambda files, day=DAY: faults_of(loaded(files), day)
