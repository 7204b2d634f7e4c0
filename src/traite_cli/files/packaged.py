"""What traite brings along that is no program: its own ``templates/``, and ``ci/``, which a collective copies."""

from __future__ import annotations

from pathlib import Path


def folder_with(name: str) -> Path:
    """The folder that holds one of them: the installed package, or the top of its source."""
    package = Path(__file__).resolve().parents[1]
    return package if (package / name).is_dir() else package.parents[1]
