"""What stood in the files that a writing command changes: kept before it writes, so that nothing a person wrote is lost.

While a change is being made its journal is called ``unfinished.json``; it becomes ``undo.json``, of which ``traite undo`` knows the way
back, by one renaming when the last file is written. Where an ``unfinished.json`` is found, a command was stopped half way.
What is read back is not trusted: it names files that traite writes, nothing of git's or of anybody's own, and what to put there, or it is
no journal.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from traite_cli.files.atomic import delete, rename, sweep, write
from traite_cli.files.own_folder import FOLDER, own_folder
from traite_cli.files.source import Unreadable, WorkTree

PLACE = f"{FOLDER}/undo.json"
UNFINISHED = f"{FOLDER}/unfinished.json"
_VERSION = 1
_MOST_BYTES = 1 << 27
_MOST_MODE = 0o777
_OURS = re.compile(
    r"""
    records/[^/\\:\x00]+/[^/\\:\x00]+\.md
    | traite\.toml | README\.md | \.traite-init\.json
    | \.(?:editorconfig|gitattributes|gitignore|gitlab-ci\.yml|pre-commit-config\.yaml)
    | \.vscode/traite\.code-snippets
    | (?:templates|\.github|\.forgejo)(?:/[A-Za-z0-9][A-Za-z0-9_.-]*)+
    """,
    re.VERBOSE,
)
"""Records, and the files of ``traite init``."""


class Kept(NamedTuple):
    """A file's path, what stood in it (None: it was not there), the digest of what is written over it ('': it is taken away).

    ``mode`` are the permissions that it had; None where it was not there, or stays.
    """

    path: str
    before: bytes | None
    after: str
    mode: int | None = None


def digest(data: bytes | None) -> str:
    """What tells whether a file still is what was written; '' for none."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def keep(root: Path, files: Iterable[Kept], *, undoes: bool = False) -> None:
    """Keep what is about to be written over; what the last change kept stays until this one is settled. Raises ``MachineError``.

    ``undoes`` says that the change takes another one back.
    """
    own_folder(root)
    for place in (UNFINISHED, PLACE):
        sweep(root, place)
    _write(root, UNFINISHED, files, undoes=undoes)


def settle(root: Path, files: Iterable[Kept] | None = None) -> None:
    """The change is made: it is the last one now, or what of it was made (``files``). Raises ``MachineError``."""
    if files is None:
        rename(root / UNFINISHED, root / PLACE)
    else:
        _write(root, PLACE, files)
        drop(root)


def drop(root: Path) -> None:
    """Nothing of the change was made, or nothing is left of it. Raises ``MachineError``."""
    delete(root / UNFINISHED)


def last(root: Path) -> tuple[Kept, ...]:
    """What the last writing command changed; nothing where there is no journal, or one that traite did not write."""
    return _read(root, PLACE)


def unfinished(root: Path) -> tuple[Kept, ...]:
    """What a command was changing when it was stopped; nothing where none was."""
    return _read(root, UNFINISHED)


def last_undoes(root: Path) -> bool:
    """Whether the last change took back the one before: to take it back is to make that one again."""
    return _found(root, PLACE).get("undoes") is True


def _write(root: Path, place: str, files: Iterable[Kept], *, undoes: bool = False) -> None:
    kept = [
        {
            "path": one.path,
            "before": one.before if one.before is None else base64.b64encode(one.before).decode(),
            "after": one.after,
            "mode": one.mode,
        }
        for one in files
    ]
    write(root / place, json.dumps({"version": _VERSION, "undoes": undoes, "files": kept}, indent=1).encode())


def _read(root: Path, place: str) -> tuple[Kept, ...]:
    try:
        return tuple(_kept(one) for one in _found(root, place).get("files", ()))
    except (ValueError, TypeError, KeyError):
        return ()


def _found(root: Path, place: str) -> dict[str, Any]:
    """A journal as it is written; nothing where there is none of this version."""
    if (root / FOLDER).is_symlink():
        return {}
    try:
        found = json.loads(WorkTree(root).read(place, _MOST_BYTES))
    except (Unreadable, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and found.get("version") == _VERSION else {}


def _kept(entry: Any) -> Kept:  # whatever the file holds
    path, before, after, mode = entry["path"], entry["before"], entry["after"], entry.get("mode")
    if (
        not all(isinstance(one, str) for one in (path, after))
        or not isinstance(before, str | None)
        or not (mode is None or (type(mode) is int and 0 <= mode <= _MOST_MODE))
        or not _OURS.fullmatch(path)
        or "/.." in path
    ):
        raise ValueError(path)
    try:
        return Kept(path, None if before is None else base64.b64decode(before, validate=True), after, mode)
    except binascii.Error as error:
        raise ValueError(path) from error
