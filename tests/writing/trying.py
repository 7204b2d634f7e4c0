"""Files mended as ``traite validate --fix`` mends them, in a repository on the disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from traite_cli.checks.running import faults_of
from traite_cli.diagnostics import Fault
from traite_cli.workspace import Workspace
from traite_cli.writing import Fixes, fixes, with_changes

TOML = b'name = "Essai"\n'
KNOWN = {
    "records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\nformer_slugs: r-sodini-secours\n---\n",
    "records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n",
    "records/organisations/afj.md": "---\nname: AFJ\n---\n",
    "records/topics/titre-de-sejour.md": "---\ntitle: Le titre de séjour\n---\n",
}
"""Records that are right, which others refer to."""


class Tried(NamedTuple):
    """Files before and after: by path, their bytes, and what is told of them."""

    before: dict[str, bytes]
    after: dict[str, bytes]
    faults: tuple[Fault, ...]
    remaining: tuple[Fault, ...]
    made: Fixes


def tried(root: Path, files: Mapping[str, str | bytes], choose: Callable = tuple) -> Tried:
    """What becomes of files that are written below a folder."""
    for path, content in {"traite.toml": TOML, **KNOWN, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode() if isinstance(content, str) else content)
    workspace = Workspace(root, date(2015, 1, 22))
    faults = faults_of(workspace.repository, workspace.day)
    made = fixes(workspace.repository, workspace.source, faults, workspace.day, choose)
    repository = with_changes(workspace.repository, [fix.change for fix in made.made])
    before = {path: (root / path).read_bytes() for path in files}
    after = {**before, **{fix.change.path: fix.change.after for fix in made.made}}
    return Tried(before, after, faults, faults_of(repository, workspace.day), made)
