"""What comes from the index is what would be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from corpus.single_files import FILES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from looking import fresh, known, opened, outcome
from test_any_bytes import _PATHS, _RECORD

from repositories import ROOT, commit, write_repository
from traite_cli.checks.running import faults_of
from traite_cli.workspace import Workspace


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("with_git", [False, True], ids=["without git", "with git"])
def test_our_own_records(tmp_path: Path, with_git: bool) -> None:
    """The records of the working document are the same the first time, the second, and without an index."""
    files = {str(path.relative_to(ROOT).as_posix()): path.read_text(encoding="utf-8") for path in (ROOT / "records").glob("*/*.md")}
    root = write_repository(tmp_path, files, (ROOT / "traite.toml").read_text(encoding="utf-8")).root
    if with_git:
        commit(root)
    assert known(root) == fresh(root)
    assert known(root) == fresh(root)
    outcome(root)
    assert opened(root) == []


def _written(root: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.dictionaries(_PATHS, st.binary(max_size=300) | _RECORD, max_size=4))
def test_any_files(tmp_path_factory: pytest.TempPathFactory, files: Mapping[str, bytes]) -> None:
    """Bytes at random and lines that are nearly right: values, places, faults, passages and mentions are the same."""
    root = tmp_path_factory.mktemp("any")
    write_repository(root, {})
    _written(root, files)
    wanted = fresh(root)
    assert known(root) == wanted
    assert known(root) == wanted
    workspace = Workspace(root)
    assert workspace.outcome.faults == faults_of(Workspace(root).repository, workspace.day)
    assert Workspace(root).outcome.faults == workspace.outcome.faults


@pytest.mark.parametrize("name", FILES)
def test_hostile_files(tmp_path: Path, name: str) -> None:
    """Files that are too deep, too long or not what they say are kept as they were read."""
    write_repository(tmp_path, {})
    kind, data = FILES[name]
    _written(tmp_path, {f"records/{kind}/2014-10-22-x.md": data})
    wanted = fresh(tmp_path)
    assert known(tmp_path) == wanted
    assert known(tmp_path) == wanted
