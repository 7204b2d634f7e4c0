"""A collective's repository with a fault in it, and the shell that a forge's job runs in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from repositories import ROOT, MakeRepository

Shell = Callable[..., "subprocess.CompletedProcess[str]"]

FILES = {
    "topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n",
    "meetings/2015-03-16.md": "---\ntitle: Plénière\ndate: 16/03/2015\nplace: ::error::x\n---\n",
}


@pytest.fixture
def collective(make_repository: MakeRepository) -> Path:
    """The root of a repository with one faulty date."""
    root: Path = make_repository(FILES).root
    return root


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Run a line as a job does: in bash, where ``traite`` is a program."""
    bash = shutil.which("bash")
    if bash is None or os.name == "nt":
        pytest.skip("the forges run their jobs in bash")
    program = tmp_path / "bin" / "traite"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m traite_cli "$@"\n', encoding="utf-8")
    program.chmod(0o755)

    def run(line: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("TRAITE", "_TRAITE", "GIT_"))}
        environment = inherited | {
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONSAFEPATH": "1",  # as an installed program, it takes nothing from the folder it is called in
            "PYTHONUTF8": "1",
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        return subprocess.run(
            [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", line],
            cwd=folder,
            env=environment | variables,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run
