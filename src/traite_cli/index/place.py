"""Where the database lies: under git's own folder of the work tree, else in a folder beside ``traite.toml`` that git leaves alone.

Git's folder is found as git finds it (gitrepository-layout(5)): ``.git`` in the folder or above it, or the folder that a file of that
name leads to, which in a linked work tree or a submodule is its own. Nothing of git's needs to be run for that.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import NamedTuple

from traite_cli.files.plain import content_of

_LEADS_TO = b"gitdir: "
_MOST = 1 << 12
NAME = "index.sqlite"
MARK = "traite.toml"


class Place(NamedTuple):
    """The database's path, and the folder of git's that belongs to the work tree: None where there is no git."""

    database: Path
    git: Path | None


def place_of(root: Path) -> Place:
    """Where the database of the repository at a root lies, whether it is there or not."""
    for folder in (root, *root.parents):
        git = _git_of(folder)
        if git is not None:
            # Several collectives may share one repository of git's, each in a folder of its own.
            below = "" if folder == root else f"-{zlib.crc32(os.fsencode(root.relative_to(folder))):08x}"
            return Place(git / "traite" / f"index{below}.sqlite", git)
    return Place(root / ".traite" / NAME, None)


def root_above(folder: str | None) -> Path | None:
    """The repository of a collective in a folder, or else in the nearest folder from the current one upward; None where there is none."""
    start = Path(os.path.abspath(folder or os.getcwd()))  # noqa: PTH100, PTH109  # without « .. », and no link followed
    candidates = (start,) if folder else (start, *start.parents)
    return next((one for one in candidates if os.path.isfile(os.path.join(one, MARK))), None)  # noqa: PTH113, PTH118  # as below


def _git_of(folder: Path) -> Path | None:
    found = os.path.join(folder, ".git")  # noqa: PTH118  # a Path for each folder upward costs more than the look
    if os.path.isdir(found):  # noqa: PTH112  # as above
        return Path(found) if os.path.exists(os.path.join(found, "HEAD")) else None  # noqa: PTH110, PTH118  # as above
    try:
        said = content_of(found, _MOST)
    except OSError:
        return None
    if not said.startswith(_LEADS_TO) or b"\0" in said:
        return None
    led = Path(os.path.normpath(folder / os.fsdecode(said.removeprefix(_LEADS_TO).rstrip(b"\r\n"))))
    return led if (led / "HEAD").is_file() else None
