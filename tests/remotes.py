"""A collective's repository on a forge, and a member's clone of it: real ones, in folders."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from repositories import commit, git, write_repository

RECORDS = {
    "people/sodini.md": "---\nname: Raphaël Sodini\n---\n",
    "meetings/2014-11-18-miprof.md": "---\ntitle: Avec la MIPROF\ndate: 2014-11-18\nclassification: institutional\n---\n\nUn point.\n",
    "topics/sejour.md": "---\ntitle: Le séjour\n---\n",
    "commitments/2014-10-22-lettre.md": "---\ntitle: Écrire aux préfets\nby: sodini\nmade_at: 2014-11-18-miprof\ndue: 2014-12\n---\n",
}
FORGE = "https://github.com/collectif/fiches.git"


def a_forge(folder: Path, files: Mapping[str, str] = RECORDS) -> Path:
    """A bare repository that holds some records on its branch main."""
    made = write_repository(folder / "maker", files).root
    (made / "README.md").write_text("Les fiches\n", encoding="utf-8")
    commit(made)
    git(folder, "clone", "--quiet", "--bare", str(made), str(folder / "forge.git"))
    return folder / "forge.git"


def a_clone(forge: Path, name: str = "clone", *options: str) -> Path:
    """A member's clone; its remote has a forge's address that leads to the bare repository."""
    clone = forge.parent / name
    git(forge.parent, "clone", "--quiet", *options, forge.as_uri(), str(clone))
    git(clone, "config", "user.name", "Moussa")
    git(clone, "config", "user.email", "moussa@exemple.org")
    git(clone, "config", f"url.{forge.as_uri()}.insteadOf", FORGE)
    git(clone, "remote", "set-url", "origin", FORGE)
    return clone


def write(clone: Path, path: str, text: str) -> None:
    """Write a file of a clone."""
    (clone / path).parent.mkdir(parents=True, exist_ok=True)
    (clone / path).write_text(text, encoding="utf-8")


def hook(folder: Path, name: str, script: str) -> None:
    """Put a hook into a repository, a bare one or a clone."""
    place = (folder / ".git" if (folder / ".git").is_dir() else folder) / "hooks" / name
    place.parent.mkdir(exist_ok=True)
    place.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    place.chmod(0o755)


def state(clone: Path, *, but_refs: str = "") -> dict[str, str]:
    """Everything that a person could miss: each file of the work tree, the index, the settings, every reference and where HEAD is."""
    found = {
        str(path.relative_to(clone)): _digest(path) for path in sorted(clone.rglob("*")) if path.is_file() and ".git" not in path.parts
    }
    found |= {f".git/{name}": _digest(clone / ".git" / name) for name in ("index", "config", "HEAD")}
    for line in git(clone, "for-each-ref", "--format=%(refname) %(objectname)").splitlines():
        name, _, number = line.partition(" ")
        if not but_refs or not name.startswith(but_refs):
            found[name] = number
    return found


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
"""An environment without anybody's own settings of git."""
