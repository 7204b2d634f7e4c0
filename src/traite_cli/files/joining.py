"""Two lines of commits joined without touching the index or the files: git's own merge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from traite_cli.errors import MachineError, Refused
from traite_cli.files import driver
from traite_cli.files.doing import Done, do
from traite_cli.files.failures import failure
from traite_cli.files.git import SHALLOW, Git, Unanswered, name_of
from traite_cli.language import N_

_CONFLICTS = 1
_MERGE = ("merge-tree", "--write-tree", "--name-only", "--no-messages", "-z")


class Joined(NamedTuple):
    """The tree of two commits together, and the paths whose same lines both changed."""

    tree: str
    conflicts: tuple[str, ...] = ()


def joined(git: Git, one: str, other: str) -> Joined:
    """Join two commits, records field by field.

    Raises ``Refused`` where they have nothing in common, ``MachineError`` where git is too old.
    """
    with driver.for_once(git) as settings:
        return _read(git, do(git, *settings, *_MERGE, one, other))


def joined_on_a_forge(git: Git, one: str, other: str) -> Joined:
    """Join two commits as a forge does, which knows nothing of records. Raises as ``joined`` does."""
    return _read(git, do(git, *_MERGE, one, other, more=git.unmerged))


def _read(git: Git, done: Done) -> Joined:
    tree, *paths = done.answer.removesuffix("\0").split("\0")
    if done.code == 0:
        return Joined(tree)
    if done.code == _CONFLICTS and paths:
        return Joined(tree, tuple(dict.fromkeys(path for path in paths if path)))
    if "unrelated histories" in done.said:
        raise unrelated(git)
    if "usage:" in done.said:
        raise MachineError(N_("the git of this machine is too old to join two states"), hint=N_("git 2.38 or newer: https://git-scm.com"))
    raise failure(done.said)


def unrelated(git: Git) -> Refused:
    """The error of two lines of commits that have nothing in common."""
    hint = SHALLOW if git.is_shallow else N_("this is another repository’s copy; ask whoever looks after it")
    return Refused(N_("what is here and what is there have no commit in common"), hint=hint)


def is_behind(git: Git, commit: str, of: str) -> bool:
    """Whether a commit is one of those that another comes from; not so when it was not fetched."""
    try:
        git.ask("merge-base", "--is-ancestor", commit, of)
    except Unanswered:
        return False
    return True


def parting(git: Git, one: str, other: str) -> str:
    """The last commit that two have in common; '' where it is not here."""
    try:
        return git.ask("merge-base", one, other).split()[0].decode("ascii") if other else ""
    except Unanswered:
        return ""


def authors(git: Git, since: str, until: str, paths: Sequence[str]) -> list[str]:
    """Who changed some files, those who did last first."""
    span = [f"^{since}"] if since else []
    try:
        said = git.ask("log", "--no-show-signature", "--no-merges", "--format=%aN", until, *span, "--", *paths)
    except Unanswered as answer:
        raise failure(answer.reason) from answer
    return list(dict.fromkeys(name_of(said).splitlines()))


def who_changed(git: Git, own: str, theirs: str, paths: Sequence[str]) -> Iterator[str]:
    """Each file with those who changed it on the other side."""
    base = parting(git, own, theirs)
    for path in paths:
        names = ", ".join(authors(git, base, theirs, [path]))
        yield f"{path} ({names})" if names else path
