"""Repositories made in a line: real files in a folder, read as a command reads them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

from traite_cli.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
"""The project's own repository, whose records are the real working document."""

NAME = 'name = "Collectif"\n'

MakeRepository = Callable[..., Workspace]


def write_repository(folder: Path, files: Mapping[str, str], toml: str = NAME) -> Workspace:
    """Write ``traite.toml`` and the files, each under its path from the root, and open the folder.

    A record may be written without its folder's beginning (``meetings/x.md``) and indented as the test that holds it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "traite.toml").write_text(dedent(toml), encoding="utf-8")
    for name, text in files.items():
        path = folder / (name if name.startswith(("records/", "templates/", "attachments/")) else f"records/{name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dedent(text).encode())
    return Workspace(folder)


def git(folder: Path, *words: str) -> str:
    """What git says in a folder, without anybody's own configuration and always at the same moment."""
    moment = "2015-01-22T12:00:00+0100"
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A"), ("EMAIL", "a@b.org"), ("DATE", moment))
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**kept, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    plain = ("-c", "init.defaultBranch=main", "-c", "core.autocrlf=false", "-c", "protocol.file.allow=always")
    done = subprocess.run(["git", "-C", str(folder), *plain, *words], env=environment, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def commit(folder: Path, message: str = "all") -> str:
    """Commit all files of a folder, which becomes a git repository where it is none, and give the commit's number."""
    if not (folder / ".git").exists() and not any((one / ".git").exists() for one in folder.parents):
        git(folder, "init", "--quiet")
    git(folder, "add", "--all", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD")
