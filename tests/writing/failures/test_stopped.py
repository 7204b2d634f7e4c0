"""A process that is killed at any call or any moment leaves old files or new ones, and the next command makes one whole state of them."""

from __future__ import annotations

import os
import random
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from breaking import KILLED, Counter, Killer, broken
from commands import COMMANDS, Command, call, files, put, without_temporaries

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is made by a copy of this one")
CHANGING = {name: command for name, command in COMMANDS.items() if name != "render"}


def in_a_child(do: Callable[[], int]) -> int:
    """The number of a process of its own in which something is done; it ends with what that gives."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            code = do()
        finally:
            os._exit(code)
    return child


def ended(child: int) -> int:
    """How a process ended: its exit code, or the signal that killed it as a negative number."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def done(folder: Path, command: Command) -> tuple[dict[str, bytes], dict[str, bytes], int]:
    """The files before a command and after, and how many calls it makes."""
    put(folder, command)
    shutil.copytree(folder, folder.with_name("done"))
    counter = Counter()
    with broken(counter):
        call(folder.with_name("done"), *command.words)
    return files(folder), files(folder.with_name("done")), len(counter.calls)


def killed_at(root: Path, command: Command, number: int) -> int:
    def do() -> int:
        with broken(Killer(number)):
            return call(root, *command.words)

    return ended(in_a_child(do))


@pytest.mark.parametrize("name", CHANGING)
def test_killed_before_each_call(tmp_path: Path, name: str) -> None:
    """Half a change is taken back by the next command that writes, or by undo; no file of it is lost, and none is left lying about."""
    command = CHANGING[name]
    old, new, calls = done(tmp_path / "start", command)
    half = 0
    for number in command.broken_at(calls):
        root = tmp_path / f"killed-{number}"
        shutil.copytree(tmp_path / "start", root)
        assert killed_at(root, command, number) == KILLED
        now = without_temporaries(files(root))
        assert [path for path in {*now, *old, *new} if now.get(path) not in (old.get(path), new.get(path))] == [], number
        half += now not in (old, new)
        if number % 2 and now != old:
            assert call(root, "undo") == 0, number
            assert files(root) == old, number
        elif name == "init":
            # Nothing else writes where there is no repository yet.
            assert call(root, *command.words) == (1 if now == new else 0), number
            assert files(root) == new, number
        else:
            assert call(root, "follow-up", "lettre", "--note", "Vu.", "--date", "2015-01-20") == 0
            assert call(root, "undo") == 0
            assert files(root) in (old, new), number
    assert half or sum(old.get(path) != new.get(path) for path in {*old, *new}) == 1


def test_a_document_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """Killed while it is written, beside an older one: what lies in build/ can be opened."""
    command = COMMANDS["render"]
    old, new, calls = done(tmp_path / "start", command)
    for number in range(calls):
        root = tmp_path / f"killed-{number}"
        shutil.copytree(tmp_path / "start", root)
        killed_at(root, command, number)
        now = without_temporaries(files(root))
        assert [path for path in {*now, *old, *new} if now.get(path) not in (old.get(path), new.get(path))] == [], number


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """A signal, at moments of the processor's time that nobody chose: the lock is free, and the files are one state or the other."""
    command = CHANGING["rename"]
    old, new, _ = done(tmp_path / "start", command)
    chance, killed, longest = random.Random(20150122), 0, 0.0
    for number in range(21):
        root = tmp_path / f"killed-{number}"
        shutil.copytree(tmp_path / "start", root)
        moment, before = chance.uniform(0.001, longest) if longest else 0, _time_of_children()

        def stopped(root: Path = root, moment: float = moment) -> int:
            # Of this process's own time, so that a busy machine changes nothing; 0 is never.
            signal.setitimer(signal.ITIMER_PROF, moment)
            return call(root, *command.words)

        killed += ended(in_a_child(stopped)) == -signal.SIGPROF
        longest = longest or _time_of_children() - before
        now = without_temporaries(files(root))
        assert all(now.get(path) in (old.get(path), new.get(path)) for path in {*now, *old, *new})
        assert call(root, "follow-up", "lettre", "--note", "Vu.", "--date", "2015-01-20") == 0
        assert call(root, "undo") == 0
        assert files(root) in (old, new)
    assert killed


def _time_of_children() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system
