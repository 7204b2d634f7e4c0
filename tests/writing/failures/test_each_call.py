"""Each call of the system that changes the disk is refused in turn: every file is the old one or the new one, and nothing lies beside it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from breaking import ERRORS, Counter, broken
from commands import COMMANDS, Command, call, files, put, without_temporaries


class Tried(NamedTuple):
    """A repository before a command and after, and how many calls it took."""

    old: dict[str, bytes]
    new: dict[str, bytes]
    calls: list[str]


def tried(folder: Path, command: Command) -> Tried:
    """What a command does on a machine that works."""
    put(folder, command)
    shutil.copytree(folder, folder.with_name("done"))
    counter = Counter()
    with broken(counter):
        call(folder.with_name("done"), *command.words)
    return Tried(files(folder), files(folder.with_name("done")), counter.calls)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_call_that_is_refused(tmp_path: Path, name: str) -> None:
    """A full disk, a permission, a broken disk: what is to be changed together is changed or not, as the exit code says, and undo still works."""
    command = COMMANDS[name]
    old, new, calls = tried(tmp_path / "start", command)
    assert old != new
    for number in command.broken_at(len(calls)):
        root = tmp_path / f"refused-{number}"
        shutil.copytree(tmp_path / "start", root)
        counter = Counter(number, ERRORS[number % len(ERRORS)])
        with broken(counter):
            code = call(root, *command.words)
        now, why = files(root), (number, calls[number], code)
        assert [path for path in {*now, *old, *new} if now.get(path) not in (old.get(path), new.get(path))] == [], why
        if command.is_whole:
            assert now == (old if code else new), why
        assert code in ({0, 3} if command.is_whole else {0, 1, 2, 3}), why
        assert not command.is_whole or not (root / ".traite" / "unfinished.json").exists(), why
        # Nothing that the failure left keeps the next command from doing all of it, or from going back.
        if code and command.is_whole and number % 2:
            assert call(root, *command.words) == 0, why
            assert files(root) == new, why
        elif name != "render" and now != old:
            assert call(root, "undo") == 0, why
            assert files(root) == old, why


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if command.is_whole])
def test_a_machine_that_goes_on_failing(tmp_path: Path, name: str) -> None:
    """From some call on all are refused, so that nothing can be put back either: undo, once it can write, takes the half away."""
    command = COMMANDS[name]
    old, new, calls = tried(tmp_path / "start", command)
    for number in command.broken_at(len(calls)):
        root = tmp_path / f"refused-{number}"
        shutil.copytree(tmp_path / "start", root)
        with broken(Counter(number, ERRORS[number % len(ERRORS)], onwards=True)):
            code = call(root, *command.words)
        now, why = without_temporaries(files(root)), (number, calls[number], code)
        assert [path for path in {*now, *old, *new} if now.get(path) not in (old.get(path), new.get(path))] == [], why
        if now not in (old, new):
            assert code == 3, why
            assert call(root, "undo") == 0, why
            assert files(root) == old, why
