"""Which program made a database: what another one kept is of no use, since it may read records and find faults in another way.

A version number does not tell apart what somebody is working on, so that the files of the program are looked at, as are the folders
in which libraries are installed: an upgrade changes those. Their times are looked at, nothing is read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from traite_cli import __version__

_SCHEMA = 4
_BESIDE = frozenset({"cli", "asking", "converters", "writing", "together"})
"""The rooms that neither read records nor look for faults, nor say where to look: what they do is kept as answers alone."""
_ANSWERING = ("cli", "asking", "converters")
_ENDINGS = (".py", ".mo")
_OF_LIBRARIES = ("site-packages", "dist-packages")


def edition() -> str:
    """What tells this program and its surroundings from any other."""
    parts = [str(_SCHEMA), __version__, sys.version, *map(str, _times(Path(__file__).parents[1])), *_libraries()]
    return "\n".join(parts)


@cache
def this_edition() -> str:
    """That of this process: a program that is changed meanwhile goes on as it began."""
    return edition()


def answering() -> str:
    """What tells the program that words answers from any other, beside its edition."""
    package = Path(__file__).parents[1]
    return "\n".join(str(one) for room in _ANSWERING for one in _files(os.path.join(package, room)))  # noqa: PTH118  # as below


def _times(package: Path) -> Iterator[tuple[str, int, int]]:
    """Each file of the program with its size and when it was last written."""
    with os.scandir(package) as entries:
        rooms = sorted((entry for entry in entries if entry.name not in _BESIDE), key=lambda entry: entry.name)
    for room in rooms:
        if room.is_dir():
            yield from _files(room.path)


def _files(room: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(room) as files:
        for file in sorted(files, key=lambda one: one.name):
            if file.name.endswith(_ENDINGS):
                yield file.name, *_written(file)
            elif "." not in file.name and not file.name.startswith("__"):
                yield from _files(file.path)


def _written(file: os.DirEntry[str]) -> tuple[int, int]:
    status = file.stat()
    return status.st_size, status.st_mtime_ns


def _libraries() -> Iterator[str]:
    for folder in sys.path:
        if folder.endswith(_OF_LIBRARIES):
            try:
                yield f"{folder} {os.stat(folder).st_mtime_ns}"  # noqa: PTH116  # at every start: pathlib is 4 ms
            except OSError:
                continue
