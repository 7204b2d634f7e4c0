"""Renaming and deleting, on every system: what Windows refuses for a moment is tried again, and the names reach the disk."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

_TRIES = 20 if os.name == "nt" else 1
"""Windows refuses while another program has the file open: a virus scanner lets go after a moment, a person's editor does not."""
_PAUSE = 0.05
_FOLDER = getattr(os, "O_DIRECTORY", 0)


def move(path: Path, target: Path) -> None:
    """Put a file in the place of another, which is gone by it. Raises ``OSError``."""
    _patiently(lambda: path.replace(target))


def take_away(path: Path) -> None:
    """Delete a file, if it is there. Raises ``OSError``."""
    _patiently(lambda: path.unlink(missing_ok=True))


def _patiently(do: Callable[[], object]) -> None:
    for _ in range(_TRIES - 1):
        try:
            do()
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    do()


def to_the_disk(folder: Path) -> None:
    """Have the names in a folder reach the disk before anything else is done."""
    if not _FOLDER:
        return
    # It is done already, and cannot be told otherwise: a disk that knows no such thing keeps names in its own way.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | _FOLDER)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
