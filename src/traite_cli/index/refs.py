"""What a revision's name means to git, and whatever else decides which commit a day means.

Where all of it is as it was, so are the files that are read.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from traite_cli.errors import MachineError
from traite_cli.files.begun import CAN_BEGIN, Begun
from traite_cli.files.git import Git, environment
from traite_cli.files.plain import content_of
from traite_cli.index.database import Unusable
from traite_cli.index.place import MARK

_PATIENCE = 20.0
_MOST_SETTINGS = 1 << 20
_RESOLVED = ("rev-parse", "--verify", "--quiet", "--end-of-options")


def what_is_at(root: Path, name: str) -> str:
    """The last commit, the one that has a name (none: a day has none), and what is configured, for the zone in which a day ends.

    Raises ``Unusable`` where that cannot be told.
    """
    if not CAN_BEGIN:
        raise Unusable
    try:
        settings = zlib.crc32(content_of(root / MARK, _MOST_SETTINGS))
        git = Git(root)
        asked = [Begun(git.command(*_RESOLVED, f"{one}^{{commit}}"), environment()) for one in ("HEAD", name)]
    except (OSError, ValueError, MachineError) as error:
        raise Unusable from error
    head, named = [(one.answer(_PATIENCE) or b"").decode("ascii", "replace").strip() for one in asked]
    if not head:
        raise Unusable
    return f"{settings:08x} {head} {named}"
