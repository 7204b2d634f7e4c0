"""Running another program so that it can neither stay, nor fill the disk, nor read the caller's environment.

It gets a private folder, its input through a pipe, a time limit, and where the system has them (``resource``) limits of processor time
and of the size of a file. Memory is limited by what is run: pandoc by its run-time system, a Python child by itself
(``RLIMIT_AS``, which macOS does not enforce and Windows does not have: there only the time limit holds).
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.errors import MachineError
from traite_cli.language import N_, system_reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

_LARGEST_FILE = 256 * 1024 * 1024
_SHOWN_OF_AN_ERROR = 4000


class Finished(NamedTuple):
    """How a child ended: its exit code (negative when a signal ended it), what it wrote, what it complained of."""

    code: int
    output: bytes
    complaint: str


def run(
    command: Sequence[str | Path],
    *,
    given: bytes,
    folder: Path,
    seconds: float,
    environment: Mapping[str, str] | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Finished:
    """Run a program in ``folder``, hand it ``given``, and wait for its end; ``MachineError`` when it takes too long or cannot start.

    ``meanwhile`` is called while it works on what it finds in ``folder``.
    """
    with started(command, folder=folder, seconds=seconds, environment=environment or {}) as child:
        return finished(command, child, given=given, seconds=seconds, meanwhile=meanwhile)


@contextmanager
def started(
    command: Sequence[str | Path], *, folder: Path, seconds: float, environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A program at work in ``folder``, which ends with the ``with`` block; ``MachineError`` when it cannot start."""
    with _started(command, folder, _environment(folder, environment)) as child:
        try:
            _limit(child.pid, seconds)
            yield child
        finally:
            _end(child)


def finished(
    command: Sequence[str | Path],
    child: subprocess.Popen[bytes],
    *,
    given: bytes,
    seconds: float,
    meanwhile: Callable[[], object] = lambda: None,
) -> Finished:
    """Hand a program ``given``, and wait for its end; ``MachineError`` when that takes too long. ``meanwhile`` as for ``run``."""
    meanwhile()
    try:
        output, complaint = child.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired as late:
        message = N_("{program} took more than {seconds} seconds and was stopped")
        raise MachineError(message, program=_name(command), seconds=round(seconds)) from late
    return Finished(child.returncode, output, complaint[:_SHOWN_OF_AN_ERROR].decode(errors="replace").strip())


def _started(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    windowless = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW
    try:
        return subprocess.Popen(  # noqa: S603 - its arguments are ours alone; what a document says comes through the pipe
            command,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            cwd=folder,
            env=environment,
            creationflags=windowless,
            start_new_session=sys.platform != "win32",
        )
    except OSError as error:
        raise MachineError(N_("{program} cannot be started: {reason}"), program=_name(command), reason=system_reason(error)) from error


def _environment(folder: Path, wanted: Mapping[str, str]) -> dict[str, str]:
    """Nothing of the caller's, but what Windows cannot start a program without."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "WINDIR") if name in os.environ}
    return {**kept, "LC_ALL": "C.UTF-8", "HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder), **wanted}


def _limit(child: int, seconds: float) -> None:
    try:
        import resource
    except ImportError:
        return
    if not hasattr(resource, "prlimit"):
        return
    limits = {resource.RLIMIT_CPU: int(seconds) + 1, resource.RLIMIT_FSIZE: _LARGEST_FILE, resource.RLIMIT_CORE: 0}
    for limit, value in limits.items():
        try:
            resource.prlimit(child, limit, (value, value))
        except (OSError, ValueError):  # already over, or the system allows less
            continue


def _end(child: subprocess.Popen[bytes]) -> None:
    """Stop the child and whatever it started."""
    if child.poll() is None:
        try:
            if sys.platform == "win32":
                child.kill()
            else:
                os.killpg(child.pid, 9)
        except ProcessLookupError:
            pass
    child.communicate()


def _name(command: Sequence[str | Path]) -> str:
    return os.path.basename(os.fspath(command[0]))  # noqa: PTH119 - a name, whatever it is given as
