"""What a person has typed and not finished: kept beside ``traite.toml``, where git leaves it alone and nobody else may read it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from traite_cli.errors import MachineError
from traite_cli.files.atomic import write
from traite_cli.files.own_folder import FOLDER, own_folder
from traite_cli.files.source import Unreadable, WorkTree
from traite_cli.language import N_

PLACE = f"{FOLDER}/begun"
_MOST_BYTES = 1 << 22


def kept(root: Path, name: str) -> bytes | None:
    """What is kept under a name; None for nothing, or for what is no plain file of ours."""
    if any((root / one).is_symlink() for one in (FOLDER, PLACE)):
        return None
    try:
        return WorkTree(root).read(f"{PLACE}/{name}", _MOST_BYTES)
    except Unreadable:
        return None


def time_of(root: Path, name: str) -> float:
    """When something was kept under a name, in seconds; 0 where nothing is."""
    try:
        return (root / PLACE / name).stat().st_mtime
    except OSError:
        return 0.0


def keep(root: Path, name: str, data: bytes) -> Path:
    """Keep bytes under a name, in the place of what was kept before. Raises ``MachineError``."""
    own_folder(root)
    folder, path = root / PLACE, root / PLACE / name
    if folder.is_symlink():
        raise MachineError(N_("{path} is a link, and links are not followed"), hint=N_("delete it, then run the command again"), path=PLACE)
    with contextlib.suppress(OSError):  # what fails here fails again, and is told, where the bytes are written
        folder.mkdir(mode=0o700, exist_ok=True)
        # It is nobody else's from its first byte on: what is written over it keeps the permissions of this one.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    write(path, data)
    return path


def forget(root: Path, name: str) -> None:
    """Delete what is kept under a name."""
    with contextlib.suppress(OSError):
        (root / PLACE / name).unlink()
