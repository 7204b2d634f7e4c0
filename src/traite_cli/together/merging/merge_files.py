"""Three files merged as git asks its drivers to: the result takes the place of the second."""

from __future__ import annotations

from pathlib import Path

from traite_cli.files.git import Git
from traite_cli.files.text_merging import merged_lines
from traite_cli.together.merging.fields import Names
from traite_cli.together.merging.records import Merged, merged_record

NAMES = Names("ours", "theirs")
"""What git calls the two versions to whoever merges."""


def merge_files(git: Git, files: tuple[Path, Path, Path], path: str) -> int:
    """Merge the ancestor, ours and theirs of the record at a path, write it over ours, and count the conflicts left in it."""
    ancestor, ours, theirs = files
    versions = (ancestor.read_bytes(), ours.read_bytes(), theirs.read_bytes())

    def by_lines(base: str, one: str, other: str) -> Merged:
        return Merged(*merged_lines(git, (base, one, other), NAMES))

    merged, conflicts = merged_record(path, versions, NAMES, by_lines)
    ours.write_bytes(merged)
    return conflicts
