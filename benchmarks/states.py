"""What state a repository is in before a command is run: nothing known of it, all known, one file other than it was."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

_INDEX = ".git/traite"
_EDITED = "records/topics"
_MARK = "\n\nVu le "


def nothing_known(folder: Path) -> None:
    """Take the index away."""
    shutil.rmtree(folder / _INDEX, ignore_errors=True)


def one_edited(folder: Path) -> None:
    """Write a text into a record that was never there: what was found of one that comes back is still known."""
    file = min((folder / _EDITED).iterdir())
    text = file.read_text(encoding="utf-8").partition(_MARK)[0]
    file.write_text(f"{text}{_MARK}{time.time_ns():020}.\n", encoding="utf-8")


def one_committed(folder: Path) -> None:
    """Write such a text, and commit it: a commit that was never read, all of which but one file is known."""
    one_edited(folder)
    subprocess.run(
        ["git", "-c", "user.name=b", "-c", "user.email=b@b.org", "commit", "--quiet", "--all", "-m", "one"], cwd=folder, check=True
    )


def settled(folder: Path) -> None:
    """Wait until what was written a moment ago may be believed: nobody validates twice in three seconds."""
    newest = max((file.stat().st_mtime for file in (folder / _EDITED).iterdir()), default=0.0)
    time.sleep(max(newest + _MOMENT - time.time(), 0))


_MOMENT = 4.0


def index_size(folder: Path) -> float:
    """The size of the index, as so many times that of the records."""
    index = sum(file.stat().st_size for file in (folder / _INDEX).iterdir())
    return index / sum(file.stat().st_size for file in (folder / "records").rglob("*.md"))
