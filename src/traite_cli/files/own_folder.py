"""The folder in which traite keeps what is for this copy of the repository alone: beside ``traite.toml``, and none of git's business."""

from __future__ import annotations

from pathlib import Path

from traite_cli.errors import MachineError
from traite_cli.files.atomic import write
from traite_cli.language import N_

FOLDER = ".traite"


def own_folder(root: Path) -> Path:
    """The folder, made where it is missing. Raises ``MachineError`` where a link stands in its place."""
    folder = root / FOLDER
    if folder.is_symlink():
        raise MachineError(
            N_("{path} is a link, and links are not followed"), hint=N_("delete it, then run the command again"), path=FOLDER
        )
    if not (folder / ".gitignore").exists():
        write(folder / ".gitignore", b"*\n")
    return folder
