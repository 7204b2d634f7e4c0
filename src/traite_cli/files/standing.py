"""Where a person stands in a git repository: on which branch, and with nothing half done."""

from __future__ import annotations

from typing import NamedTuple

from traite_cli.errors import Refused
from traite_cli.files.failures import DAMAGED, failure
from traite_cli.files.git import Git, Unanswered, name_of
from traite_cli.language import N_

_UNDER_WAY = {
    "MERGE_HEAD": (N_("a merge was begun here and is not finished"), N_("finish it: git commit; or give it up: git merge --abort")),
    "rebase-merge": (
        N_("a rebase was begun here and is not finished"),
        N_("finish it: git rebase --continue; or give it up: git rebase --abort"),
    ),
    "rebase-apply": (
        N_("a rebase, or patches to be applied, were begun here and are not finished"),
        N_("finish them, or give them up: git rebase --abort, or git am --abort"),
    ),
    "CHERRY_PICK_HEAD": (
        N_("a cherry-pick was begun here and is not finished"),
        N_("finish it: git cherry-pick --continue; or give it up: git cherry-pick --abort"),
    ),
    "REVERT_HEAD": (
        N_("a revert was begun here and is not finished"),
        N_("finish it: git revert --continue; or give it up: git revert --abort"),
    ),
}
"""What git leaves in its folder while something is half done: what it is, and how it ends."""
_CONFLICTING = N_("keep what is right where traite validate shows it, then: git add FILE, git commit; or give it up: git merge --abort")


class Standing(NamedTuple):
    """The branch that one is on, and the number of its last commit."""

    branch: str
    commit: str


def standing(git: Git) -> Standing:
    """Where a person stands. Raises ``Refused`` where nothing can be sent from or brought in."""
    _ = git.prefix  # a folder without git has another fault
    _nothing_under_way(git)
    try:
        branch = name_of(git.ask("symbolic-ref", "--quiet", "HEAD")).strip().removeprefix("refs/heads/")
    except Unanswered as answer:
        raise Refused(
            N_("you are looking at an earlier state of the files, and on no branch"),
            hint=N_("go back to where you were: git switch -"),
        ) from answer
    try:
        commit = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}").decode("ascii").strip()
    except Unanswered as answer:
        if not git.is_unborn:
            raise failure(DAMAGED) from answer
        raise Refused(
            N_("nothing was committed here yet: there is nothing that a proposal could be compared with"),
            hint=N_("git add . and git commit make the first commit"),
        ) from answer
    return Standing(branch, commit)


def _nothing_under_way(git: Git) -> None:
    try:
        conflicts = sorted({line.partition("\t")[2] for line in name_of(git.ask("ls-files", "--unmerged", "-z")).split("\0") if line})
        paths = git.ask("rev-parse", *(word for name in _UNDER_WAY for word in ("--git-path", name)))
    except Unanswered as answer:
        raise failure(answer.reason) from answer
    begun = [name for name, path in zip(_UNDER_WAY, name_of(paths).splitlines(), strict=True) if (git.root / path).exists()]
    message, hint = _UNDER_WAY[begun[0]] if begun else ("", "")
    if conflicts:
        raise Refused(
            N_("two versions of the same lines are still to be reconciled in: {paths}"),
            hint=_CONFLICTING if begun[:1] == ["MERGE_HEAD"] else hint or N_("keep what is right in each file, then: git add FILE"),
            paths=", ".join(conflicts),
        )
    if begun:
        raise Refused(message, hint=hint)
