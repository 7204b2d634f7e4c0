"""Repositories made in a line: real files in a folder, read as a command reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

from traite_cli.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
"""The project's own repository, whose records are the real working document."""

NAME = 'name = "Collectif"\n'

MakeRepository = Callable[..., Workspace]


def write_repository(folder: Path, files: Mapping[str, str], toml: str = NAME) -> Workspace:
    """Write ``traite.toml`` and the files, each under its path from the root, and open the folder.

    A record may be written without its folder's beginning (``meetings/x.md``) and indented as the test that holds it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "traite.toml").write_text(dedent(toml), encoding="utf-8")
    for name, text in files.items():
        path = folder / (name if name.startswith(("records/", "templates/", "attachments/")) else f"records/{name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dedent(text).encode())
    return Workspace(folder)
