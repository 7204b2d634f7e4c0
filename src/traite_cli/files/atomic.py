"""Writing a file whole or not at all: a temporary one beside it, flushed to the disk, then renamed over it.

What a person wrote is replaced only while it is what was read: a file that changed meanwhile is left as it is.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

from traite_cli.errors import LostRace, MachineError
from traite_cli.files.source import Unreadable, WorkTree
from traite_cli.language import N_, system_reason


def write(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``; at any moment the old file or the new one is there, never a part of it.

    The folder is made when it is missing; the permissions of an existing file are kept. Raises ``MachineError``.
    """
    _write(path, data, lambda: None)


def replace(root: Path, path: str, before: bytes, after: bytes) -> None:
    """Put ``after`` in the place of ``before`` in a plain file below ``root``; no link is followed on the way.

    Raises ``LostRace`` when something else stands there by now, ``MachineError`` when it cannot be written.
    """

    def unchanged() -> None:
        if _is_led_away(root, path) or _content(root, path, len(before)) != before:
            raise changed_meanwhile(path)

    unchanged()
    full = root / path
    if not os.access(full, os.W_OK):
        raise MachineError(
            N_("{path} may only be read, and is left as it is"),
            hint=N_("give yourself the right to write it, then run the command again"),
            path=path,
        )
    # Looked at once more when the new file is ready: what is left is the moment between two calls of the system.
    _write(full, after, unchanged)


def create(root: Path, path: str, data: bytes) -> None:
    """Put a new file below ``root``; no link is followed on the way.

    Raises ``LostRace`` when there is something by now, ``MachineError`` when it cannot be written.
    """

    def free() -> None:
        if _is_led_away(root, path) or os.path.lexists(root / path):
            raise changed_meanwhile(path)

    free()
    _write(root / path, data, free)


def remove(root: Path, path: str, before: bytes) -> None:
    """Take a plain file away. Raises ``LostRace`` when something else stands there by now, ``MachineError`` when it cannot be done."""
    if _is_led_away(root, path) or _content(root, path, len(before)) != before:
        raise changed_meanwhile(path)
    try:
        (root / path).unlink()
    except OSError as error:
        raise MachineError(
            N_("{path} could not be taken away: {reason}"),
            hint=N_("check your permissions on that folder"),
            path=path,
            reason=system_reason(error),
        ) from error


def changed_meanwhile(path: str) -> LostRace:
    """The refusal to overwrite what somebody else wrote."""
    return LostRace(N_("{path} was changed meanwhile, and is left as it is"), hint=N_("run the command again"), path=path)


def _is_led_away(root: Path, path: str) -> bool:
    """Whether a link stands on the way to a file."""
    parts = path.split("/")
    return ".." in parts or any(root.joinpath(*parts[: depth + 1]).is_symlink() for depth in range(len(parts)))


def _content(root: Path, path: str, length: int) -> bytes | None:
    try:
        return WorkTree(root).read(path, length)
    except Unreadable:
        return None


def _write(path: Path, data: bytes, last_look: Callable[[], None]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = _mode_of(path)
        handle, temporary = _beside(path)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(mode)
            last_look()
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except OSError as error:
        raise MachineError(
            N_("{path} could not be written: {reason}"),
            hint=N_("check the free space and your permissions on that folder"),
            path=str(path),
            reason=system_reason(error),
        ) from error


def _beside(path: Path) -> tuple[int, Path]:
    """A new file in the same folder, open for writing; a link that stands in its place is not followed."""
    # tempfile would do the same, and import random numbers and digests for it.
    for number in count():
        temporary = path.with_name(f".{path.name}.{os.getpid()}-{number}")
        with contextlib.suppress(FileExistsError):
            return os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), temporary
    raise AssertionError  # count() does not end


def _mode_of(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
