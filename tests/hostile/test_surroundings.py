"""A process whose surroundings are broken ends as documented too: streams that are closed, a full disk, few files, no home."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from repositories import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and closed streams as a shell of other systems sets them")

_HEAD = "---\ntitle: Le titre de séjour\nsource: « x »\n---\n"
_FILES = {
    "records/topics/a.md": f"{_HEAD}{'é' * 40_000}\na\r\n".encode(),
    "records/editions/2015-01-22.md": b"---\ntitle: Document de travail\ndate: 2015-01-22\nsections: [{title: x, topic: a}]\n---\n",
}
_COMMANDS = ("validate", "validate --fix", "list topics --format json", "show a", "render --to html", "--help")


def _shell(root: Path, line: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "TRAITE": f"{sys.executable} -m traite_cli",
        "HOME": str(root),
    }
    return subprocess.run(["sh", "-c", line], cwd=root, env=environment | variables, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("frame", "variables"),
    [
        ("$TRAITE {} >&-", {}),
        ("$TRAITE {} 2>&-", {}),
        ("$TRAITE {} <&- >&- 2>&-", {}),
        ("$TRAITE {} | true", {}),
        ("unset HOME; $TRAITE {}", {}),
        ("$TRAITE {}", {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}),
        ("$TRAITE {}", {"TRAITE_LANG": "\x1b[2J", "COLUMNS": "-1"}),
        ("ulimit -n 24; $TRAITE {}", {}),
        ("mkdir x && cd x && rmdir ../x && $TRAITE {}", {}),
    ],
    ids=["no output", "no talk", "no stream", "a pipe that closes", "no home", "ascii", "odd variables", "few files", "no folder"],
)
def test_broken_surroundings_end_in_a_code(put: Callable[..., Path], frame: str, variables: Mapping[str, str]) -> None:
    """0 to 3, and never a traceback."""
    root = put(_FILES)
    for command in _COMMANDS[:: 1 if "ascii" in variables.values() else 2]:
        ended = _shell(root, frame.format(command), **variables)
        assert ended.returncode in {0, 1, 2, 3}, (command, ended)
        assert b"Traceback" not in ended.stderr
        assert b"TRAITE_DEBUG" not in ended.stderr


@pytest.mark.parametrize("command", ["validate --fix", "render --to html,md"])
def test_a_full_disk_leaves_no_half_of_a_file(put: Callable[..., Path], command: str) -> None:
    """A file that cannot be written whole stays as it was: the old one, or none."""
    root = put(_FILES)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    ended = _shell(root, f"ulimit -f 8; trap '' XFSZ; $TRAITE {command}")
    assert ended.returncode == 3, ended
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and ".traite" not in path.parts} == before
