"""A commit sent to a branch of a remote: never by force, and nothing else with it."""

from __future__ import annotations

import re
from typing import NamedTuple

from traite_cli.files.addresses import address
from traite_cli.files.committing import Entries, index_lines
from traite_cli.files.doing import do, hook_path
from traite_cli.files.failures import failure
from traite_cli.files.git import Git, Unanswered
from traite_cli.files.refusals import why
from traite_cli.files.remotes import Remote

_ALONE = ("--porcelain", "--no-follow-tags", "--recurse-submodules=no", "--no-force")
_LINK = re.compile(r"^remote:\s*(https?://[^\s\"'<>\\^`{|}]+)\s*$", re.MULTILINE)


class Sent(NamedTuple):
    """What the remote said of a request's page: its address, '' for nothing."""

    page: str


def send(git: Git, remote: Remote, commit: str, branch: str) -> Sent:
    """Push a commit to a branch. Raises the ``TraiteError`` of why not; then nothing here has changed."""
    done = do(git, "push", *_ALONE, "--end-of-options", remote.name, f"{commit}:refs/heads/{branch}")
    if done.code and not _is_taken(done.answer, branch):
        raise why(done, remote, branch, "pre-push" if hook_path(git, "pre-push") else "")
    return Sent(_page(done.said, remote))


def _is_taken(answer: str, branch: str) -> bool:
    """Whether the remote has the commit, whatever else failed here: « flag<tab>from:to<tab>summary »."""
    return any(f":refs/heads/{branch}\t" in line and not line.startswith("!") for line in answer.splitlines())


def _page(said: str, remote: Remote) -> str:
    """The page that a forge names when it takes a branch; one of another host is none that it would name."""
    hosts = {address(page.page).host for page in remote.pages if page.page}
    links = (one for one in _LINK.findall(said) if address(one).host in hosts)
    return next(links, "")


def remember(git: Git, remote: Remote, branch: str, commit: str, before: str, standing_on: Entries) -> None:
    """Have the branch here too, with the commit that was sent, and tell git where it is on the remote.

    ``standing_on`` are the files that were sent when the branch is the one that one is on: git's index has them then, and no other change.
    """
    try:
        # The index first: where it is locked, the branch stays where it is too.
        if standing_on:
            git.ask("update-index", "-z", "--index-info", told=index_lines(git, standing_on, commit))
        git.ask("update-ref", "-m", "traite propose", f"refs/heads/{branch}", commit, before or "0" * len(commit))
        git.ask("config", f"branch.{branch}.remote", remote.name)
        git.ask("config", f"branch.{branch}.merge", f"refs/heads/{branch}")
    except Unanswered as answer:
        raise failure(answer.reason) from answer
