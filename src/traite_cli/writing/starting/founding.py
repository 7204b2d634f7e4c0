"""The first files of a repository: all of them or none, and never over a file that is there."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from traite_cli.files import WorkTree, own_folder
from traite_cli.files.source import Unreadable
from traite_cli.writing.changes import Change, write_together
from traite_cli.writing.starting import snippets
from traite_cli.writing.starting.collective import Collective
from traite_cli.writing.starting.forges import jobs
from traite_cli.writing.starting.looks import looks
from traite_cli.writing.starting.origin import Origin
from traite_cli.writing.starting.pristine import PLACE, Pristine, base_of
from traite_cli.writing.starting.written import written

MARK = "traite.toml"


def made_for(collective: Collective, origin: Origin, version: str) -> dict[str, bytes]:
    """Every file that this version of traite gives a collective, by its path."""
    language = collective.language
    return {
        **dict(written(collective, origin)),
        **looks(language),
        **jobs(language, origin, version),
        snippets.PLACE: snippets.snippets(language),
    }


def with_pristine(files: Mapping[str, bytes], collective: Collective, version: str) -> dict[str, bytes]:
    """The files, and the one that keeps what they were."""
    kept = Pristine(version, collective, {path: base_of(data) for path, data in files.items()})
    return {**files, PLACE: bytes(kept)}


def in_the_way(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """The paths at which something else stands already; a file that holds just what it would is none."""
    blocked = {path: _what_blocks(root, path) for path in sorted(files)}
    return sorted({place for path, place in blocked.items() if place and not (place == path and content(root, path) == files[path])})


def _what_blocks(root: Path, path: str) -> str:
    """What stands at a path already, or on the way to it and is no folder; '' for nothing."""
    parts = path.split("/")
    for depth in range(1, len(parts) + 1):
        place = root.joinpath(*parts[:depth])
        is_way = depth < len(parts) and place.is_dir() and not place.is_symlink()
        if os.path.lexists(place) and not is_way:
            return "/".join(parts[:depth])
    return ""


def content(root: Path, path: str) -> bytes | None:
    """What a plain file holds; None where there is none."""
    try:
        return WorkTree(root).read(path, _MOST_BYTES)
    except Unreadable:
        return None


def unix(data: bytes) -> bytes:
    """The bytes of a file with the line ends that traite writes: git may have given it those of Windows."""
    return data if b"\0" in data else data.replace(b"\r\n", b"\n")


def found(root: Path, files: Mapping[str, bytes]) -> Sequence[Change]:
    """Write the files that are not there yet. Raises ``MachineError``, with everything as it was before.

    What makes a folder a repository comes first, and goes last: what was left half made is one still, and ``traite undo`` finds it.
    """
    ordered = sorted(files.items(), key=lambda one: (one[0] != MARK, one[0]))
    changes = [Change(path, None, data) for path, data in ordered if content(root, path) != data]
    new = [folder for folder in _folders(root, files) if not folder.exists()]
    try:
        root.mkdir(parents=True, exist_ok=True)
        write_together(root, changes)
    except BaseException:
        _sweep(new)
        raise
    return changes


def _folders(root: Path, files: Iterable[str]) -> list[Path]:
    """Every folder that the files and the journal need, the deepest first."""
    needed = {folder for path in files for folder in (root / path).parents} | {root / own_folder.FOLDER}
    return sorted(needed, key=lambda folder: len(folder.parts), reverse=True)


def _sweep(folders: Sequence[Path]) -> None:
    """Take away the folders that were made for nothing, and the journal with them; whatever somebody put there stays."""
    for folder in folders:
        with contextlib.suppress(OSError):
            shutil.rmtree(folder) if folder.name == own_folder.FOLDER else folder.rmdir()


_MOST_BYTES = 1 << 24
