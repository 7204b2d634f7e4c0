"""Where the bytes of a repository come from; of the work tree, read without following anything out of it.

A git revision is another source (``revision``), files that are in no folder at all a third (``memory``).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from traite_cli.language import N_

MOST_DEEP = 8


UNREADABLE = {
    "link": N_("{path} is a link, and traite follows none; put the file itself there"),
    "special": N_("{path} is no ordinary file"),
    "too-large": N_("{path} is too large"),
    "too-deep": N_("{path} lies deeper than any folder is looked into"),
    "permission": N_("{path} may not be read; check its permissions"),
    "gone": N_("{path} is missing"),
    "encoding": N_("{path} is not UTF-8 text; save it again as UTF-8"),
}
"""What is said of a file that is not read, by the reason."""


class Unreadable(Exception):  # a state of a file, told as a fault or as an error by whoever asked
    """A file that is not read; ``reason`` is ``link``, ``special``, ``too-large``, ``permission`` or ``gone``."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class Found(NamedTuple):
    """A file below a folder: its path from the root with ``/``, and why it is not to be read, if it is not."""

    path: str
    refusal: str = ""


class Source(Protocol):
    """Lists and reads the files of one state of a repository."""

    def files(self, folder: str) -> Iterator[Found]:
        """Every file below a folder, in the order of their paths."""
        ...

    def read(self, path: str, most: int) -> bytes:
        """A file's bytes, at most ``most + 1`` of them. Raises ``Unreadable``."""
        ...


def listed(files: Mapping[str, str], folder: str) -> Iterator[Found]:
    """What a work tree that had these files would list below a folder; ``files`` gives for each path why it is not to be read, or ''."""
    if folder in files:
        yield Found(folder, files[folder] or "special")
        return
    depth, below = folder.count("/") + 1, f"{folder}/"
    too_deep = ""
    for parts in sorted(path.split("/") for path in files if path.startswith(below)):
        between = parts[depth:-1]
        if between and any(name.startswith(".") for name in between[: MOST_DEEP + 1]):
            continue
        path = "/".join(parts[: depth + MOST_DEEP + 1])
        if len(between) <= MOST_DEEP:
            yield Found(path, files[path])
        elif path != too_deep:
            too_deep = path
            yield Found(path, "too-deep")


class WorkTree:
    """The files as they are on the disk below ``root``. Links, devices and pipes are never opened."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._below_root = os.path.join(root, "")  # noqa: PTH118  # as text: a Path for each record costs more than its read

    def files(self, folder: str) -> Iterator[Found]:
        yield from self._below(folder, MOST_DEEP)

    def folders(self, folder: str) -> Iterator[str]:
        """A folder and those below it that files are listed of, whether or not they are there."""
        yield folder
        yield from self._folders_in(folder, MOST_DEEP)

    def _folders_in(self, folder: str, deeper: int) -> Iterator[str]:
        try:
            with os.scandir(self._below_root + folder) as entries:
                found = [f"{folder}/{entry.name}" for entry in entries if entry.is_dir(follow_symlinks=False) and entry.name[:1] != "."]
        except OSError:
            return
        for name in sorted(found) if deeper else ():
            yield name
            yield from self._folders_in(name, deeper - 1)

    def stamp(self, path: str) -> str:
        """What changes whenever a file or a folder does: what it is, its size, its number on the disk, its times; '' where none is."""
        try:
            found = os.lstat(self._below_root + path)
        except OSError:
            return ""
        stamp = f"{found.st_mode:o} {found.st_size} {found.st_ino} {found.st_mtime_ns}"
        # Its two times are one until somebody touches it, and one is shorter to keep.
        return stamp if found.st_ctime_ns == found.st_mtime_ns else f"{stamp} {found.st_ctime_ns}"

    def _below(self, folder: str, deeper: int) -> Iterator[Found]:
        path = self.root / folder
        try:
            if not stat.S_ISDIR(path.lstat().st_mode):
                yield Found(folder, "link" if path.is_symlink() else "special")
                return
            with os.scandir(path) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except FileNotFoundError:
            return
        except OSError:
            yield Found(folder, "permission")
            return
        for entry in listed:
            name = f"{folder}/{entry.name}"
            if entry.is_symlink():
                yield Found(name, "link")
            elif entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith("."):
                    yield from self._below(name, deeper - 1) if deeper else (Found(name, "too-deep"),)
            else:
                yield Found(name, "" if entry.is_file(follow_symlinks=False) else "special")

    def read(self, path: str, most: int) -> bytes:
        full = self._below_root + path
        try:
            # Without O_NOFOLLOW (Windows) a link is told by what it is before it is opened.
            if not _NO_FOLLOW and stat.S_ISLNK(os.lstat(full).st_mode):
                raise Unreadable(path, "link")
            descriptor = os.open(full, os.O_RDONLY | _NO_FOLLOW | _NO_WAIT | _BINARY)
        except FileNotFoundError as error:
            raise Unreadable(path, "gone") from error
        except OSError as error:
            raise Unreadable(path, "link" if os.path.islink(full) else "permission") from error  # noqa: PTH114  # a string here
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable(path, "special")
            return _read(descriptor, min(status.st_size, most) + 1)
        except OSError as error:
            raise Unreadable(path, "permission") from error
        finally:
            os.close(descriptor)


def _read(descriptor: int, most: int) -> bytes:
    parts: list[bytes] = []
    while most > 0 and (part := os.read(descriptor, min(most, 1 << 16))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)
