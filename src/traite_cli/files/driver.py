"""The merge driver of records, in a clone's own configuration or for one run: git runs no driver that only a committed file names."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from traite_cli.files.failures import failure
from traite_cli.files.git import Git, Unanswered, name_of

NAME = "traite"
ATTRIBUTES = f"records/*/*.md merge={NAME}"
_THIS = f"{shlex.quote(Path(sys.executable).as_posix())} -m traite_cli"
"""The program that runs, whatever the person's own settings find."""


class Setting(NamedTuple):
    """A key of git's configuration and its value."""

    key: str
    value: str


def settings() -> tuple[Setting, ...]:
    """What git is to know: it gives the ancestor, ours, theirs and the path, each between quotes of its own."""
    return (
        Setting(f"merge.{NAME}.name", "records of traite, merged field by field"),
        _driver("traite" if shutil.which("traite") else _THIS),
    )


def _driver(program: str) -> Setting:
    return Setting(f"merge.{NAME}.driver", f"{program} merge-driver -- %O %A %B %P")


@contextmanager
def for_once(git: Git) -> Iterator[tuple[str, ...]]:
    """The settings for one run of git that merges records by it, in a clone where nobody installed it too.

    Git reads our attributes in the place of the person's own, which count for the least: theirs stand behind, the repository's go first.
    """
    with tempfile.TemporaryDirectory(prefix="traite-") as folder:
        file = Path(folder, "attributes")
        file.write_bytes(f"**/{ATTRIBUTES}\n".encode() + _attributes_of_the_person(git))
        setting = _driver(_THIS)
        yield ("-c", f"core.attributesFile={file.as_posix()}", "-c", f"{setting.key}={setting.value}")


def _attributes_of_the_person(git: Git) -> bytes:
    try:
        place = Path(name_of(git.ask("config", "--type=path", "--null", "--get", "core.attributesFile")).removesuffix("\0"))
    except Unanswered:  # git's own default
        place = Path(os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config"), "git", "attributes")  # noqa: PTH111  # never raises
    try:
        return place.read_bytes()
    except OSError:
        return b""


def is_attributed(git: Git) -> bool:
    """Whether the files of the repository say that records are merged by it. Raises ``MachineError``."""
    try:
        said = git.ask("check-attr", "-z", "merge", "--", "records/people/x.md")
    except Unanswered as answer:
        raise failure(answer.reason) from answer
    return name_of(said).split("\0")[2:3] == [NAME]


def install(git: Git) -> Path | None:
    """Write the settings into the clone's configuration; and where no file says so yet, into its own attributes which records they are for.

    Gives the file of attributes that was written, None for none. Raises ``MachineError``.
    """
    try:
        for key, value in settings():
            git.ask("config", "--local", key, value)
        if is_attributed(git):
            return None
        path = git.root / name_of(git.ask("rev-parse", "--git-path", "info/attributes").removesuffix(b"\n"))
    except Unanswered as answer:
        raise failure(answer.reason) from answer
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    ending = "" if not text or text.endswith("\n") else "\n"
    path.write_text(f"{text}{ending}{git.prefix}{ATTRIBUTES}\n", encoding="utf-8")
    return path
