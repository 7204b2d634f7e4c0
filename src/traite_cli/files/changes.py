"""What changed since a git revision: between the commit where it and the work tree's branch parted, and the files as they are now."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from traite_cli.errors import Refused
from traite_cli.files.failures import failure
from traite_cli.files.git import SHALLOW, Git, Unanswered, name_of
from traite_cli.language import N_


class Changes(NamedTuple):
    """The commit that is compared with, and the paths that differ from it: changed, new and deleted files."""

    base: str
    paths: frozenset[str]


def changes_since(root: Path, name: str, at: str = "", since: str = "") -> Changes:
    """What is different below a folder since the revision of that name; files that git does not know yet count.

    ``at`` is the number of a commit to compare instead of the files as they are now, ``since`` that of what the name was found to mean: a
    commit, or nothing at all. Raises ``TraiteError``.
    """
    git = Git(root)
    since = since or git.commit(name)
    base = since if since == git.nothing else parted_at(git, since, name, at or git.commit("HEAD"))
    try:
        words = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "--relative", base)
        changed = git.ask("diff", *words, *([at] if at else []), "--", surroundings=git.unfiltered)
        new = b"" if at else git.ask("ls-files", "--others", "--exclude-standard", "-z")
    except Unanswered as answer:
        raise failure(answer.reason) from answer
    return Changes(base, frozenset(name_of(path) for path in (changed + new).split(b"\0") if path))


def parted_at(git: Git, commit: str, name: str, here: str) -> str:
    """The last commit that a revision and the one that is looked at have in common."""
    try:
        return git.ask("merge-base", commit, here).split()[0].decode("ascii")
    except Unanswered as answer:
        hint = SHALLOW if git.is_shallow else N_("name a revision that this branch comes from")
        raise Refused(N_("the records here and {name} have no commit in common"), hint=hint, name=name) from answer
