"""The example records of a new repository, taken away all at once: those that nobody has changed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from traite_cli.files.journal import digest
from traite_cli.writing.changes import Change
from traite_cli.writing.starting.collective import EXAMPLES
from traite_cli.writing.starting.founding import content, unix
from traite_cli.writing.starting.pristine import Pristine


class Examples(NamedTuple):
    """The changes that take them away, and the paths of those that stay, since somebody wrote into them."""

    changes: tuple[Change, ...]
    changed: tuple[str, ...]


def examples_of(root: Path, pristine: Pristine) -> Examples:
    """What is left of the examples in a repository."""
    changes: list[Change] = []
    changed: list[str] = []
    for path, base in sorted(pristine.files.items()):
        if not _is_example(path) or (there := content(root, path)) is None:
            continue
        if base.digest == digest(unix(there)):
            changes.append(Change(path, there, None))
        else:
            changed.append(path)
    return Examples(tuple(changes), tuple(changed))


def _is_example(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return folder.startswith("records/") and name.endswith(".md") and any(word in name.split(".")[0].split("-") for word in EXAMPLES)
