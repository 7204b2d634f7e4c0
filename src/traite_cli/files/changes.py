"""What changed since a git revision: between the commit where it and the work tree's branch parted, and the files as they are now."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from traite_cli.errors import Refused
from traite_cli.files.git import Git, Unanswered, failed, name_of
from traite_cli.language import N_


class Changes(NamedTuple):
    """The commit that is compared with, and the paths that differ from it: changed, new and deleted files."""

    base: str
    paths: frozenset[str]


def changes_since(root: Path, name: str) -> Changes:
    """What is different below a folder since the revision of that name; files that git does not know yet count. Raises ``TraiteError``."""
    git = Git(root)
    base = _parted(git, git.commit(name), name)
    try:
        words = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "--relative", base, "--")
        changed = git.ask("diff", *words, surroundings=git.unfiltered)
        new = git.ask("ls-files", "--others", "--exclude-standard", "-z")
    except Unanswered as answer:
        raise failed(answer.reason) from answer
    return Changes(base, frozenset(name_of(path) for path in (changed + new).split(b"\0") if path))


def _parted(git: Git, commit: str, name: str) -> str:
    """The last commit that a revision and the work tree's own have in common."""
    try:
        return git.ask("merge-base", commit, git.commit("HEAD")).split()[0].decode("ascii")
    except Unanswered as answer:
        hint = N_("name a revision that this branch comes from")
        if _is_shallow(git):
            hint = N_("only the last commits are here; fetch the others: git fetch --unshallow (fetch-depth: 0 on a forge)")
        raise Refused(N_("the records here and {name} have no commit in common"), hint=hint, name=name) from answer


def _is_shallow(git: Git) -> bool:
    return git.ask("rev-parse", "--is-shallow-repository").strip() == b"true"
