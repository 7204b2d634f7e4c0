"""Whether a command was stopped while it wrote: asked at every start, so that nothing is imported for it."""

from __future__ import annotations

import os
from pathlib import Path

_UNFINISHED = ".traite/unfinished.json"
"""Where a change is told while it is made: named here too, since nearly every command finds none and needs nothing more."""


def may_be_left(root: Path) -> bool:
    """Whether there may be a change that was left half made."""
    return os.path.isfile(os.path.join(root, _UNFINISHED))  # noqa: PTH113, PTH118  # a Path takes longer than the look
