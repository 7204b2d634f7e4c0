"""The steps of ``traite sync`` as a person sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from traite_cli.language import N_, N_n, enumerate_words

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.files.git import Git
    from traite_cli.together.syncing import Brought
    from traite_cli.workspace import Workspace


class Found(NamedTuple):
    """What is new, and the git repository that it comes into."""

    git: Git
    brought: Brought


def found_new(call: Call, workspace: Workspace) -> Found | None:
    """Fetch what others sent; None for nothing new. Raises ``TraiteError``; then nothing was touched."""
    from traite_cli.cli.proposing import identity, their_words
    from traite_cli.files.committing import Message
    from traite_cli.files.git import Git
    from traite_cli.files.moving import top_of
    from traite_cli.files.refusals import why
    from traite_cli.files.remotes import There, asked, fetch, fetch_contents, remote_for
    from traite_cli.files.standing import standing
    from traite_cli.together.syncing import brought, wanted

    below = Git(workspace.root)
    here = standing(below)
    git = top_of(below)
    remote = remote_for(git, here.branch, fetching=True)
    with call.console.progress(call.t(N_("Looking at what is there"))):
        there = asked(git, remote)
        if not isinstance(there, There):
            raise why(there, remote)
        done = fetch(git, remote, wanted(here, there))
        sent_to = remote_for(git, here.branch)
        open_ones = there if sent_to == remote and not remote.copy else asked(git, sent_to, writing=True)
    if done.code:
        raise why(done, remote)
    for branch in wanted(here, there):
        fetch_contents(git, here.commit, git.commit(f"refs/remotes/{remote.name}/{branch}"))

    def message() -> Message:
        who = identity(call, git)
        words = their_words(workspace)(N_("Joined with what the others wrote"))
        return Message(f"{words}\n", who.get("name", ""), who.get("email", ""))

    new = brought(git, here, remote, there, open_ones.heads if isinstance(open_ones, There) else None, message)
    return None if new is None else Found(git, new)


def tell(call: Call, workspace: Workspace, found: Found) -> None:
    """Say what is new, by whom, and what of one's own stays."""
    from traite_cli.cli.differences import printed
    from traite_cli.files.committing import changes_between
    from traite_cli.files.git import Git
    from traite_cli.files.joining import authors
    from traite_cli.together.differences import difference
    from traite_cli.together.naming import files_beside
    from traite_cli.together.report import report

    t, (way, commits, taken_in, kept, settled) = call.t, found.brought
    new = difference(workspace.records_at(way.old), workspace.records_at(way.new))
    told = report(new, workspace.day, t)
    files = files_beside(changes_between(Git(workspace.root), way.old, way.new, submodules=True), new)
    printed(call.console, told._replace(files=tuple(one.said(t) for one in files)), t)
    names = authors(found.git, way.old, way.new, [])
    call.console.data("")
    call.console.say(t.plural(*_WRITTEN, commits, names=enumerate_words(names, t.language)))
    for branch in taken_in:
        call.console.say(t(N_("Your proposal {branch} is taken in."), branch=branch))
    for one in settled:
        message = N_("Of your proposal {branch}, what others made of it is here now; yours stays on that branch.")
        call.console.say(t(message, branch=one.branch))
    if kept:
        call.console.say(t(N_("Changes of your own that are not sent yet stay in: {paths}"), paths=", ".join(kept)))


_WRITTEN = N_n("One change, written by {names}.", "{n} changes, written by {names}.")
