"""What stood in the files that the last writing command changed: kept before it writes, so that nothing a person wrote is lost.

It lies in a folder beside ``traite.toml`` that git leaves alone. What is read back from it is not trusted: it names files that traite
writes, nothing of git's or of anybody's own, and what to put there, or it is no journal.
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

from traite_cli.errors import MachineError
from traite_cli.files.atomic import write
from traite_cli.files.source import Unreadable, WorkTree
from traite_cli.language import N_

FOLDER = ".traite"
PLACE = f"{FOLDER}/undo.json"
_VERSION = 1
_MOST_BYTES = 1 << 27
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
    """A file's path, what stood in it (None: it was not there), and the digest of what was written over it ('': it was taken away)."""

    path: str
    before: bytes | None
    after: str


def digest(data: bytes | None) -> str:
    """What tells whether a file still is what was written; '' for none."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def keep(root: Path, files: Iterable[Kept]) -> None:
    """Keep what is about to be written over, in the place of what was kept before. Raises ``MachineError``."""
    folder = root / FOLDER
    if folder.is_symlink():
        raise MachineError(
            N_("{path} is a link, and links are not followed"), hint=N_("delete it, then run the command again"), path=FOLDER
        )
    kept = [
        {"path": one.path, "before": one.before if one.before is None else base64.b64encode(one.before).decode(), "after": one.after}
        for one in files
    ]
    if not (folder / ".gitignore").exists():
        write(folder / ".gitignore", b"*\n")
    write(root / PLACE, json.dumps({"version": _VERSION, "files": kept}, indent=1).encode())


def last(root: Path) -> tuple[Kept, ...]:
    """What the last writing command changed; nothing where there is no journal, or one that traite did not write."""
    if (root / FOLDER).is_symlink():
        return ()
    try:
        found = json.loads(WorkTree(root).read(PLACE, _MOST_BYTES))
        return tuple(_kept(one) for one in found["files"]) if found["version"] == _VERSION else ()
    except (Unreadable, ValueError, TypeError, KeyError, RecursionError):
        return ()


def _kept(entry: Any) -> Kept:  # whatever the file holds
    path, before, after = entry["path"], entry["before"], entry["after"]
    if (
        not all(isinstance(one, str) for one in (path, after))
        or not isinstance(before, str | None)
        or not _OURS.fullmatch(path)
        or "/.." in path
    ):
        raise ValueError(path)
    try:
        return Kept(path, None if before is None else base64.b64decode(before, validate=True), after)
    except binascii.Error as error:
        raise ValueError(path) from error
