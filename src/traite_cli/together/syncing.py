"""What others wrote, brought in: joined with what was committed here, and with what lies there uncommitted.

A proposal that was sent from here and is taken in by now counts as known on both sides: what its readers changed in it is then no conflict
with the files that still are as they were sent.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from traite_cli.errors import Refused
from traite_cli.files.committing import Entries, Message, changes_between, committed, tree_with
from traite_cli.files.git import Git
from traite_cli.files.joining import Joined, is_behind, joined, who_changed
from traite_cli.files.moving import Move, at_hand, clear
from traite_cli.files.remotes import Remote, There
from traite_cli.files.standing import Standing
from traite_cli.language import N_
from traite_cli.together.proposing import UNSEEN, Open, is_in, proposals


class Brought(NamedTuple):
    """What would be brought in."""

    way: Move
    commits: int
    """How many commits of others."""
    taken_in: tuple[str, ...]
    """The proposals sent from here that are among it."""
    kept: tuple[str, ...]
    """The files with changes of one's own among those that others changed."""
    settled: tuple[Open, ...]
    """The proposals that the remote has no more, of which a file lies there as others wrote it in the end."""


def wanted(here: Standing, there: There) -> list[str]:
    """The branches to bring in: the one that one is on, then the one that all are joined to. Raises ``Refused``."""
    found = [branch for branch in dict.fromkeys((here.branch, there.main)) if branch in there.heads]
    if not found:
        raise Refused(N_("there is nothing yet that could be brought in"), hint=N_("the first time, all is sent by: git push"))
    return found


def brought(
    git: Git, here: Standing, remote: Remote, there: There, open_ones: Collection[str] | None, message: Callable[[], Message]
) -> Brought | None:
    """What would be brought in from the branches that were fetched; None for nothing. Raises ``Refused`` where it clashes.

    ``open_ones`` are the branches where proposals are sent to; None where that is not known.
    """
    new = here.commit
    for branch in wanted(here, there):
        new = _with(git, new, git.commit(f"refs/remotes/{remote.name}/{branch}"), f"{remote.name}/{branch}", message)
    if new == here.commit:
        return None
    lying = at_hand(git, here.commit, changes_between(git, here.commit, new))
    sent = tuple(one for one in proposals(git, here.commit) if one.branch != here.branch)
    mine = tuple(one for one in sent if is_in(git, one, new) or is_behind(git, one.commit, new))
    closed = tuple(one for one in sent if one not in mine and open_ones is not None and one.branch not in open_ones)
    target, settled = _target(git, here, new, lying, mine, closed)
    way = Move(here.branch, here.commit, new, tree_with(git, here.commit, lying), target)
    clear(git, way)
    theirs = max(1, int(git.ask("rev-list", "--count", "--no-merges", f"{here.commit}..{new}")))
    own = changes_between(git, new, target)
    return Brought(way, theirs, tuple(one.branch for one in mine), tuple(path for path in lying if path in own), settled)


def _with(git: Git, own: str, theirs: str, name: str, message: Callable[[], Message]) -> str:
    """The commit that has both; one of them where it comes from the other."""
    if is_behind(git, theirs, own):
        return own
    if is_behind(git, own, theirs):
        return theirs
    found = joined(git, own, theirs)
    if found.conflicts:
        error = Refused(
            N_("others changed the same lines as you in what you committed here; nothing was touched"),
            hint=N_("talk to each other about what is right; whoever knows git joins the two by: git merge {name}"),
            name=shlex.quote(name),
        )
        error.quoted = tuple(who_changed(git, own, theirs, found.conflicts))
        raise error
    return committed(git, found.tree, [own, theirs], message())


def _target(
    git: Git, here: Standing, new: str, lying: Entries, mine: Sequence[Open], closed: Sequence[Open]
) -> tuple[str, tuple[Open, ...]]:
    """The tree of the files with what others wrote, and the closed proposals of which others' words stand there now.

    A file that still is as such a proposal has it is safe on that branch: where it clashes, what others made of it in the end counts.
    """
    found = _with_files(git, here, new, lying, mine)
    safe = [one for one in closed if any(lying.get(path) == one.entries.get(path) for path in found.conflicts if path in lying)]
    if safe:
        left = {path: entry for path, entry in lying.items() if all(one.entries.get(path) != entry for one in safe)}
        found = _with_files(git, here, new, left, mine)
    if found.conflicts:
        error = Refused(
            N_("others changed the same lines as you in what you have not sent yet; nothing was touched"),
            hint=N_("send yours first, so that both can be seen on its page: traite propose; or put it aside: git stash"),
        )
        error.quoted = tuple(who_changed(git, here.commit, new, found.conflicts))
        raise error
    return found.tree, tuple(safe)


def _with_files(git: Git, here: Standing, new: str, lying: Entries, mine: Sequence[Open]) -> Joined:
    """What others wrote, joined with the files that are not as they were committed."""
    if not lying:
        return Joined(git.ask("rev-parse", f"{new}^{{tree}}").decode("ascii").strip())
    sent = {path: entry for one in mine for path, entry in one.entries.items() if path not in lying}
    parents = [here.commit, *(one.commit for one in mine)]
    return joined(git, committed(git, tree_with(git, here.commit, {**sent, **lying}), parents, UNSEEN), new)
