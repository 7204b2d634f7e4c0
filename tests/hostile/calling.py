"""Calls the command line as a process of its own, with limits that the system keeps; many calls without as many starts.

One process has everything imported. For each request it forks a child, which gets its limits, calls the commands one after the other with
real streams, and says how each ended. Where a system cannot fork, each request is a process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

MOST_SECONDS, MOST_MEGABYTES = 5.0, 400
"""What one call may take for what one person can put in a file of a megabyte, or in a few thousand small ones, on one core."""
PATIENCE = 4
"""A machine of tests may be as many times slower."""
_NO_MORE = 3 << 30


class Ended(NamedTuple):
    """How a call ended, and what it took."""

    arguments: list[str]
    code: int
    out: str
    err: str
    seconds: float
    megabytes: float


class Caller:
    """The process that calls."""

    def __init__(self) -> None:
        root = Path(__file__).resolve().parents[2]
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TRAITE", "_TRAITE", "GIT_", "COV"))}
        environment = {**kept, "PYTHONPATH": str(root / "src"), "PYTHONUTF8": "1", "TRAITE_LANG": "fr", "COLUMNS": "100"}
        self._process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, encoding="utf-8"
        )

    def close(self) -> None:
        """End it."""
        self._process.communicate()

    def __call__(self, folder: Path, *calls: Sequence[str]) -> list[Ended]:
        """Call ``traite -C folder`` with each of these arguments."""
        assert self._process.stdin
        assert self._process.stdout
        request = {"calls": [["-C", str(folder), *call] for call in calls], "into": str(folder.with_name(f"{folder.name}-said"))}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer: Any = json.loads(self._process.stdout.readline())
        assert "ended" in answer, f"{answer} after {calls[len(answer['before'])]}"
        return [Ended(*one) for one in answer["ended"]]


def serve() -> None:
    """Answer requests, a line each, until there is none."""
    from traite_cli.checks.catalogue import catalogue

    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    catalogue()
    for line in sys.stdin:
        request = json.loads(line)
        said = Path(request["into"])
        said.mkdir(exist_ok=True)
        (said / "ended").unlink(missing_ok=True)
        status = _in_a_child(request["calls"], said) if hasattr(os, "fork") else _here(request["calls"], said)
        ended = [json.loads(one) for one in (said / "ended").read_text(encoding="utf-8").splitlines()]
        answer = {"ended": ended} if status == 0 else {"status": status, "before": ended}
        print(json.dumps(answer), file=answers, flush=True)


def _in_a_child(calls: list[list[str]], said: Path) -> int:
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    try:
        _limited(len(calls))
        _here(calls, said)
        os._exit(0)
    finally:
        os._exit(99)


def _limited(calls: int) -> None:
    import resource

    seconds = int(MOST_SECONDS * PATIENCE * calls)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_NO_MORE, _NO_MORE))


def _here(calls: list[list[str]], said: Path) -> int:
    from traite_cli.cli.main import main

    with (said / "ended").open("w", encoding="utf-8") as into:
        for call in calls:
            began = time.process_time()
            with _streams(said):
                code = main(call)
            out, err = ((said / name).read_bytes().decode("utf-8", "backslashreplace") for name in ("out", "err"))
            seconds = time.process_time() - began
            print(json.dumps([call[2:], code, out, err, seconds, _megabytes()]), file=into, flush=True)
    return 0


@contextmanager
def _streams(said: Path) -> Iterator[None]:
    """Standard output and error to files, as a shell would lead them there."""
    for name, stream in (("out", sys.stdout), ("err", sys.stderr)):
        with (said / name).open("wb") as file:
            os.dup2(file.fileno(), stream.fileno())
    yield
    sys.stdout.flush()
    sys.stderr.flush()


def _megabytes() -> float:
    """The most memory that this process has needed; 0 where the system does not say."""
    status = Path("/proc/self/status")
    return int(status.read_text(encoding="utf-8").partition("VmHWM:")[2].split()[0]) / 1024 if status.exists() else 0


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a stream of this process
    serve()
