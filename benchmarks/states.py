"""What state a repository is in before a command is run: nothing known of it, all known, one file other than it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

_INDEX = ".git/traite"
_MARK = "\n\nVu le "
_MOMENT = 4.0


def nothing_known(folder: Path) -> None:
    """Take the index away."""
    shutil.rmtree(folder / _INDEX, ignore_errors=True)


def one_edited(folder: Path) -> None:
    """Write another text into a topic's record."""
    _edit(_topic(folder))


def edition_edited(folder: Path) -> None:
    """Write another text into the latest edition, which is the one that is rendered."""
    _edit(_edition(folder))


def one_committed(folder: Path) -> None:
    """Write such a text, and commit it: a commit that was never read, all of which but one file is known."""
    one_edited(folder)
    commit(folder)


def commit(folder: Path) -> None:
    """Commit what stands in the files."""
    git(folder, "add", "--all")
    git(folder, "-c", "user.name=b", "-c", "user.email=b@b.org", "commit", "--quiet", "-m", "said")


def git(folder: Path, *words: str) -> None:
    """Run git, whatever its user has configured."""
    subprocess.run(["git", *words], cwd=folder, check=True, env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull})


def settled(folder: Path) -> None:
    """Wait until what was written a moment ago may be believed: nobody validates twice in three seconds."""
    newest = max(file.stat().st_mtime for file in (_topic(folder), _edition(folder)))
    time.sleep(max(newest + _MOMENT - time.time(), 0))


def index_size(folder: Path) -> float:
    """The size of all files of the index, as so many times that of the records."""
    index = sum(file.stat().st_size for file in (folder / _INDEX).rglob("*"))
    return index / sum(file.stat().st_size for file in (folder / "records").rglob("*.md"))


def _topic(folder: Path) -> Path:
    return min((folder / "records" / "topics").iterdir())


def _edition(folder: Path) -> Path:
    return max((folder / "records" / "editions").iterdir())


def _edit(file: Path) -> None:
    """Write a text into a record that was never there: what was found of one that comes back is still known."""
    text = file.read_text(encoding="utf-8").partition(_MARK)[0]
    file.write_text(f"{text}{_MARK}{time.time_ns():020}.\n", encoding="utf-8", newline="\n")
