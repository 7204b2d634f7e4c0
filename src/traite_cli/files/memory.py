"""Files that are in no folder: an example is read as a repository's files are, without touching the disk."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from traite_cli.files.source import Found, Unreadable, listed


class Memory:
    """A source of files by path, with the paths at which links would stand."""

    def __init__(self, files: Mapping[str, bytes], links: Collection[str] = ()) -> None:
        self._files = files
        self._links = links

    def files(self, folder: str) -> Iterator[Found]:
        yield from listed({**dict.fromkeys(self._files, ""), **dict.fromkeys(self._links, "link")}, folder)

    def read(self, path: str, most: int) -> bytes:
        if path in self._links:
            raise Unreadable(path, "link")
        if path not in self._files:
            raise Unreadable(path, "gone")
        return self._files[path][: most + 1]
