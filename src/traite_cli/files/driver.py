"""The merge driver of records in a clone's own configuration: git runs no driver that only a committed file names."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from traite_cli.files.git import Git, Unanswered, failed, name_of

NAME = "traite"
ATTRIBUTES = f"records/*/*.md merge={NAME}"


class Setting(NamedTuple):
    """A key of git's configuration and its value."""

    key: str
    value: str


def settings() -> tuple[Setting, ...]:
    """What git is to know: it gives the ancestor, ours, theirs and the path, each between quotes of its own."""
    program = "traite" if shutil.which("traite") else f"{shlex.quote(Path(sys.executable).as_posix())} -m traite_cli"
    return (
        Setting(f"merge.{NAME}.name", "records of traite, merged field by field"),
        Setting(f"merge.{NAME}.driver", f"{program} merge-driver -- %O %A %B %P"),
    )


def is_attributed(git: Git) -> bool:
    """Whether the files of the repository say that records are merged by it. Raises ``MachineError``."""
    try:
        said = git.ask("check-attr", "-z", "merge", "--", "records/people/x.md")
    except Unanswered as answer:
        raise failed(answer.reason) from answer
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
        raise failed(answer.reason) from answer
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    ending = "" if not text or text.endswith("\n") else "\n"
    path.write_text(f"{text}{ending}{git.prefix}{ATTRIBUTES}\n", encoding="utf-8")
    return path
