"""Writing a file whole or not at all: a temporary one beside it, flushed to the disk, then renamed over it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from traite_cli.errors import MachineError
from traite_cli.language import N_, system_reason


def write(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``; at any moment the old file or the new one is there, never a part of it.

    The folder is made when it is missing; the permissions of an existing file are kept. Raises ``MachineError``.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = _mode_of(path)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(mode)
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


def _mode_of(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
