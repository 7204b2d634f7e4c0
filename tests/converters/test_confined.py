"""Running another program: alone, for a time, and knowing nothing of the caller."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from traite_cli.converters import confined
from traite_cli.errors import MachineError


def python(code: str, folder: Path, *, given: bytes = b"", seconds: float = 20) -> confined.Finished:
    return confined.run([sys.executable, "-I", "-c", code], given=given, folder=folder, seconds=seconds)


def test_input_output_and_exit_code_come_through(tmp_path: Path) -> None:
    """A child reads what it is given, and is heard."""
    done = python("import sys; sys.stdout.write(sys.stdin.read().upper()); sys.stderr.write('aïe'); sys.exit(3)", tmp_path, given=b"abc")
    assert (done.code, done.output, done.complaint) == (3, b"ABC", "aïe")


def test_the_environment_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets in the caller's environment stay with the caller, and its home is the private folder."""
    monkeypatch.setenv("SECRET_TOKEN", "x")
    done = python("import os; print(sorted(os.environ), os.environ['HOME'])", tmp_path)
    assert b"SECRET_TOKEN" not in done.output
    assert str(tmp_path).encode() in done.output


def test_it_works_in_its_folder(tmp_path: Path) -> None:
    """Relative paths are those of the private folder."""
    python("open('x', 'w').write('y')", tmp_path)
    assert (tmp_path / "x").read_text() == "y"


def test_a_child_that_hangs_is_stopped_with_its_children(tmp_path: Path) -> None:
    """Neither the child nor what it started goes on once the time is over."""
    code = (
        "import subprocess, sys, time;"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(3); open(\"late\", \"w\")']);"
        "time.sleep(60)"
    )
    began = time.monotonic()
    with pytest.raises(MachineError, match="more than 1 seconds"):
        python(code, tmp_path, seconds=1)
    assert time.monotonic() - began < 10
    time.sleep(3.5)
    assert sys.platform == "win32" or not (tmp_path / "late").exists()


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    """By its name, without its path."""
    with pytest.raises(MachineError, match=r"^nowhere cannot be started"):
        confined.run([tmp_path / "nowhere"], given=b"", folder=tmp_path, seconds=1)


@pytest.mark.skipif(sys.platform != "linux", reason="limits on a running process are Linux's")
def test_a_file_has_a_largest_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A child cannot fill the disk."""
    monkeypatch.setattr(confined, "_LARGEST_FILE", 1000)
    done = python("import time; time.sleep(0.3); f = open('x', 'wb', buffering=0); f.write(b'x' * 2000); f.write(b'x' * 2000)", tmp_path)
    assert done.code != 0
    assert (tmp_path / "x").stat().st_size <= 1000
