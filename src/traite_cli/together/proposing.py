"""What a proposal is: which of the changed files go into it, on which branch, behind which commit.

Whoever proposes stays where they are: neither their branch nor their files move, and what they wrote stays before their eyes. So that a
second proposal does not hold the first one, what an open proposal has already is not taken again; and a file of it that was changed
since is a correction, which goes to the same branch. Whoever is on a branch of their own adds to that.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from traite_cli.errors import Refused, TraiteError
from traite_cli.files.committing import Entries, Message, Sort, changed, changes_between, committed, entries, tree_with
from traite_cli.files.git import Git, name_of
from traite_cli.files.joining import is_behind, joined_on_a_forge, parting, unrelated, who_changed
from traite_cli.files.remotes import Remote, There, setting
from traite_cli.files.standing import Standing
from traite_cli.language import LANGUAGES, N_, translator
from traite_cli.together.naming import PREFIX

UNSEEN = Message("traite", "traite", "traite@localhost")
"""Of a commit that only git's merge sees."""


class Open(NamedTuple):
    """A proposal that was sent and is not taken in yet: its branch, its last commit, and the files it has changed."""

    branch: str
    commit: str
    entries: Entries


class Plan(NamedTuple):
    """What would be sent."""

    branch: str
    """The branch that it is added to; '' for one that is made for it."""
    parent: str
    """The commit that it comes behind."""
    before: str
    """The commit that shows what is new in it: the last that the remote has."""
    entries: Entries
    tree: str
    """The tree with the changes."""
    changes: Mapping[str, Sort]
    """Every file that is new to the remote, and what became of it."""
    sent: tuple[Open, ...] = ()
    """The open proposals that have other changes of these files already."""
    is_here: bool = False
    """Whether the branch is the one that one is on."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to send."""
        return not self.changes

    def __bool__(self) -> bool:
        return not self.is_empty


def planned(git: Git, here: Standing, remote: Remote, there: There) -> Plan:
    """What would be sent from where one stands. Raises ``Refused``."""
    if not there.heads:
        raise Refused(
            N_("nothing is on {remote} yet that a proposal could be compared with"),
            hint=N_("the first time, all is sent by: git push -u {remote} {branch}"),
            remote=shlex.quote(remote.name),
            branch=shlex.quote(here.branch),
        )
    own = changed(git, here.commit)
    if there.main and here.branch != there.main:
        return _on_own_branch(git, here, remote, there, own)
    proposals = tuple(_open_ones(git, here, there))
    left = {path: entry for path, entry in own.items() if not any(one.entries.get(path) == entry for one in proposals)}
    corrected = next((one for one in proposals if left.keys() & one.entries.keys()), None)
    if corrected is None:
        return _plan(git, "", here.commit, _last_sent(git, here, remote, there), left, proposals)
    _is_as_it_was_sent(corrected.branch, corrected.commit, there)
    others = {path for one in proposals if one is not corrected for path in one.entries}
    taken = {path: entry for path, entry in left.items() if path in corrected.entries or path not in others}
    return _plan(git, corrected.branch, corrected.commit, corrected.commit, taken, proposals)


def _on_own_branch(git: Git, here: Standing, remote: Remote, there: There, own: Entries) -> Plan:
    known = there.heads.get(here.branch, "")
    if known and not is_behind(git, known, here.commit):
        raise Refused(
            N_("the branch {branch} was changed on {remote} since you last looked"),
            hint=N_("bring that in first: traite sync"),
            branch=here.branch,
            remote=remote.name,
        )
    return _plan(git, here.branch, here.commit, known or _last_sent(git, here, remote, there), own)._replace(is_here=True)


def _plan(git: Git, branch: str, parent: str, before: str, taken: Entries, proposals: tuple[Open, ...] = ()) -> Plan:
    tree = tree_with(git, parent, taken)
    return Plan(branch, parent, before, taken, tree, changes_between(git, before, tree, submodules=True), proposals)


def _last_sent(git: Git, here: Standing, remote: Remote, there: There) -> str:
    """The last commit of where one stands that the others have as well, as far as that is known here."""
    places = dict.fromkeys((setting(git, f"branch.{here.branch}.remote"), remote.name))
    known = [*(f"refs/remotes/{name}/{there.main}" for name in places if there.main), there.heads.get(there.main, "")]
    found = [base for one in known if (base := parting(git, here.commit, one))]
    # A member's own copy may have stayed behind.
    return max(found, key=lambda base: sum(is_behind(git, one, base) for one in found), default=here.commit)


def local_branches(git: Git) -> list[str]:
    """The branches that are here."""
    return name_of(git.ask("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads")).splitlines()


def _open_ones(git: Git, here: Standing, there: There) -> Iterator[Open]:
    """The proposals that were sent from here, are on the remote still, and not in the branch that one is on; the newest first."""
    return (one for one in proposals(git, here.commit) if one.branch in there.heads and not is_in(git, one, here.commit))


def proposals(git: Git, commit: str) -> Iterator[Open]:
    """The proposals that were sent from here and do not come from a commit's line already, the newest first."""
    words = ("--sort=-committerdate", "--format=%(refname:lstrip=2) %(objectname)")
    lines = name_of(git.ask("for-each-ref", *words, "refs/heads")).splitlines()
    for branch, _, last in (line.partition(" ") for line in lines):
        if is_proposal(branch) and not is_behind(git, last, commit) and (base := parting(git, last, commit)):
            yield Open(branch, last, entries(git, base, last, everywhere=True))


def belongs_there(git: Git, plan: Plan, main: str) -> None:
    """See that what would be sent comes from what is there. Raises ``Refused``; a clone of the last commits only cannot tell."""
    if not git.is_shallow and not parting(git, plan.parent, main):
        raise unrelated(git)


def clashes(git: Git, plan: Plan, main: str) -> list[str]:
    """The files whose same lines others have changed since, each with who did; none where that cannot be told."""
    try:
        own = committed(git, plan.tree, [plan.parent], UNSEEN)
        return list(who_changed(git, own, main, joined_on_a_forge(git, own, main).conflicts))
    except TraiteError:
        return []  # a clone of the last commit only, or an old git: whoever takes it in will see


def is_in(git: Git, proposal: Open, commit: str) -> bool:
    """Whether a commit has what a proposal says, be it that it was taken in as one commit of another name."""
    other = changes_between(git, proposal.commit, commit)
    return is_behind(git, proposal.commit, commit) or not (proposal.entries.keys() & other.keys())


def is_proposal(branch: str) -> bool:
    """Whether a branch has the name of one that ``traite propose`` made."""
    return branch.startswith(tuple(f"{translator(language)(PREFIX)}{joint}" for language in LANGUAGES for joint in "/-"))


def _is_as_it_was_sent(branch: str, commit: str, there: There) -> None:
    if there.heads[branch] != commit:
        raise Refused(
            N_("your correction belongs to the proposal {branch}, which somebody has changed since you sent it"),
            hint=N_("make the correction on its page, where both can be seen"),
            branch=branch,
        )
