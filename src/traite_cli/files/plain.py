"""A file of which nobody knows what it is: only an ordinary one is read, and nobody waits for a pipe that somebody planted."""

from __future__ import annotations

import os
import stat

_PLAINLY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def content_of(path: str | os.PathLike[str], most: int, last: int = 0) -> bytes:
    """What stands in an ordinary file, at most so many bytes of it; with ``last`` so many from its end. Raises ``OSError``."""
    descriptor = os.open(path, _PLAINLY)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise PermissionError(path)
        if last:
            os.lseek(descriptor, max(status.st_size - last, 0), os.SEEK_SET)
        parts: list[bytes] = []
        while most > 0 and (part := os.read(descriptor, min(most, status.st_size + 1))):
            parts.append(part)
            most -= len(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)
