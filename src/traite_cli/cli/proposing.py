"""The steps of ``traite propose`` as a person sees them: what would be sent, whether it may be, that it was, and what comes next."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.cli.prompts import asker_of
from traite_cli.cli.prompts.presence import is_somebody_there
from traite_cli.cli.telling import report as reported
from traite_cli.cli.telling import worded
from traite_cli.diagnostics.visible import visible
from traite_cli.errors import Refused, TraiteError, UsageError
from traite_cli.language import N_, N_n

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traite_cli.cli.call import Call
    from traite_cli.diagnostics import Fault
    from traite_cli.files.git import Git
    from traite_cli.files.remotes import Remote, There
    from traite_cli.language import Translator
    from traite_cli.repository import Repository
    from traite_cli.together.differences import Difference
    from traite_cli.together.naming import File
    from traite_cli.together.proposing import Plan
    from traite_cli.workspace import Workspace


class Prepared(NamedTuple):
    """A proposal that may be sent."""

    workspace: Workspace
    git: Git
    remote: Remote
    there: There
    plan: Plan
    found: Difference
    files: tuple[File, ...]
    warnings: tuple[Fault, ...]
    clashes: list[str]
    """The files whose same lines others have changed since."""

    @property
    def is_open(self) -> bool:
        """Whether it is added to a branch that is there already."""
        return self.plan.branch in self.there.heads


def prepared(call: Call, workspace: Workspace, *, is_asked: bool, dry_run: bool) -> Prepared | None:
    """What would be sent; None for nothing. Raises ``TraiteError`` for what stands in the way."""
    from traite_cli.files.git import Git
    from traite_cli.files.refusals import why
    from traite_cli.files.remotes import There, asked, remembered, remote_for
    from traite_cli.files.standing import standing
    from traite_cli.together.differences import difference
    from traite_cli.together.naming import files_beside
    from traite_cli.together.proposing import planned

    if is_asked and not is_somebody_there():
        raise UsageError(
            N_("nobody sits at a terminal who could be asked whether to send this"),
            hint=N_("traite propose --yes sends it without asking; traite propose --dry-run only shows it"),
        )
    git = Git(workspace.root)
    here = standing(git)
    remote = remote_for(git, here.branch)
    there = remembered(git, remote) if dry_run else asked(git, remote, writing=True)
    if not isinstance(there, There):
        raise why(there, remote)
    if dry_run and not there.heads:
        raise Refused(
            N_("--dry-run asks nobody, and nothing was fetched from {remote} yet that a proposal could be compared with"),
            hint=N_("fetch it, once: git fetch {remote}"),
            remote=shlex.quote(remote.name),
        )
    plan = planned(git, here, remote, there)
    if not plan:
        _tell_nothing(call, plan)
        return None
    before, after = workspace.records_at(plan.before), workspace.records_at(plan.tree)
    faults = _faults(workspace, before, after, plan.changes)
    found = difference(before, after)
    _refuse(call, faults, plan)
    return Prepared(
        workspace,
        git,
        remote,
        there,
        plan,
        found,
        files_beside(plan.changes, found),
        faults,
        [] if dry_run else _clashes(git, remote, there, plan),
    )


def _clashes(git: Git, remote: Remote, there: There, plan: Plan) -> list[str]:
    from traite_cli.files.moving import top_of
    from traite_cli.files.remotes import fetch_beside
    from traite_cli.together.proposing import belongs_there, clashes

    main = there.heads.get(there.main, "")
    if not main or not fetch_beside(git, remote, there.main):
        return []
    belongs_there(git, plan, main)
    return clashes(top_of(git), plan, main)


def _faults(workspace: Workspace, before: Repository, after: Repository, changes: Mapping[str, str]) -> tuple[Fault, ...]:
    """The faults that the changes bring."""
    from traite_cli.checks.choosing import chosen
    from traite_cli.checks.since import Change
    from traite_cli.checks.validating import validate

    return validate(after, workspace.day, chosen((), ()), change=Change(frozenset(changes), lambda: before)).faults


def _refuse(call: Call, faults: tuple[Fault, ...], plan: Plan) -> None:
    errors = [one for one in worded(call, faults) if one.severity == "error"]
    if not errors:
        return
    call.console.complain(reported(call, errors, "text").rstrip("\n"))
    hint = N_("mend them, then: traite propose")
    if plan.sent and not plan.branch:
        hint = N_(
            "mend them, then: traite propose; what rests on a proposal that is still open ({branches}) has to wait until that is taken in"
        )
    raise Refused(
        N_("nothing was sent: the records would have the errors above"), hint=hint, branches=", ".join(one.branch for one in plan.sent)
    )


def _tell_nothing(call: Call, plan: Plan) -> None:
    if plan.sent:
        branches = ", ".join(one.branch for one in plan.sent)
        call.console.say(call.t(N_("There is nothing new to send. Sent already, and still open: {branches}"), branches=branches))
    else:
        call.console.say(call.t(N_("There is nothing to send: no record was changed.")))


# --- what would be sent ---------------------------------------------------------------------------------------------------


def tell(call: Call, one: Prepared) -> None:
    """Show what would be sent, what more people may read first, and where it goes."""
    from traite_cli.cli.differences import printed
    from traite_cli.together.report import report

    t = call.t
    told = report(one.found, one.workspace.day, t)
    printed(call.console, told._replace(files=tuple(file.said(t) for file in one.files)), t)
    call.console.data("")
    if one.warnings:
        call.console.complain(reported(call, worded(call, one.warnings), "text").rstrip("\n"))
        call.console.say(t.plural(*_WARNINGS, len(one.warnings)))
    if one.clashes:
        call.console.say(t(N_("Others have changed the same lines since; whoever takes it in will have to choose:")))
        for line in one.clashes:
            call.console.say("  ", visible(line))
    earlier = _commits(one)
    if earlier:
        call.console.say(t.plural(*_EARLIER, earlier))
    if one.is_open:
        call.console.say(t(N_("It is added to the proposal that is open: {branch}"), branch=one.plan.branch))


_WARNINGS = N_n("There is a warning; it does not stop anything.", "There are {n} warnings; they do not stop anything.")
_EARLIER = N_n("A commit that was made here and never sent goes with it.", "{n} commits that were made here and never sent go with it.")


def _commits(one: Prepared) -> int:
    return int(one.git.ask("rev-list", "--count", f"{one.plan.before}..{one.plan.parent}"))


def agreed(call: Call) -> bool:
    """Whether the person wants it sent."""
    from traite_cli.writing.interview.asker import Question

    return asker_of(call).agrees(Question(call.t(N_("Send this?"))), default=False)


# --- sending --------------------------------------------------------------------------------------------------------------


def send(call: Call, one: Prepared, title: str, *, is_opened: bool) -> None:
    """Commit, push, and say where the request is made. Raises ``TraiteError``; then the repository is as it was."""
    from traite_cli.files.sending import remember
    from traite_cli.files.sending import send as pushed

    branch = one.plan.branch or _new_branch(one)
    who = identity(call, one.git)
    commit = _committed(one, title, who)
    with call.console.progress(call.t(N_("Sending"))):
        sent = pushed(one.git, one.remote, commit, branch)
    before = one.plan.parent if one.plan.branch else ""
    try:
        remember(one.git, one.remote, branch, commit, before, one.plan.entries if one.plan.is_here else {})
        for key, value in who.items():
            one.git.ask("config", f"user.{key}", value)
    except TraiteError:
        call.console.complain(call.t(N_("It was sent, on the branch {branch}; only here git could not take note of it:"), branch=branch))
        raise
    _tell_sent(call, one, branch, sent.page, is_opened=is_opened)


def their_words(workspace: Workspace) -> Translator:
    """The words of the repository's language: what is sent is for all who read there."""
    from traite_cli.language import LANGUAGES, translator

    return translator(next(known for known in LANGUAGES if known == workspace.configuration.language))


def _new_branch(one: Prepared) -> str:
    from traite_cli.together.naming import branch_name, spoken
    from traite_cli.together.proposing import local_branches

    taken = {*one.there.heads, *local_branches(one.git)}
    return branch_name(spoken(one.found, one.files), one.workspace.day, their_words(one.workspace), taken)


def _committed(one: Prepared, title: str, who: Mapping[str, str]) -> str:
    """The commit to send: a new one, unless all that is new was committed by hand already."""
    from traite_cli.files.committing import Message, committed, refused_by_hooks
    from traite_cli.files.refusals import refused_by_hook
    from traite_cli.together.naming import message, spoken

    if not one.plan.entries:
        return one.plan.parent
    text = message(spoken(one.found, one.files), one.workspace.day, their_words(one.workspace), title)
    said = Message(text, who.get("name", ""), who.get("email", ""))
    refused = refused_by_hooks(one.git, one.plan.parent, one.plan.entries, said)
    if refused is not None:
        raise refused_by_hook(*refused, one.remote.addresses)
    return committed(one.git, one.plan.tree, [one.plan.parent], said)


def identity(call: Call, git: Git) -> dict[str, str]:
    """What git does not know of the person and was asked for: ``name``, ``email``."""
    from traite_cli.files.committing import unknown_of_author
    from traite_cli.writing.interview.asker import Question

    found: dict[str, str] = {}
    for key in unknown_of_author(git):
        question = N_("Your name, as the others shall see it:") if key == "name" else N_("Your e-mail address:")
        answer = asker_of(call).text(Question(call.t(question))) if is_somebody_there() else ""
        if not answer:
            raise Refused(
                N_("git does not know yet who you are, and every change is signed"),
                hint=N_('once, for this machine: git config --global user.name "Your Name", and git config --global user.email ADDRESS'),
            )
        found[key] = answer
    return found


def _tell_sent(call: Call, one: Prepared, branch: str, link: str, *, is_opened: bool) -> None:
    from traite_cli.together.forges import request_page

    page = link or request_page(one.remote.pages, branch, one.there.main)
    if one.is_open:
        call.console.say(call.t(N_("Sent, and added to {branch}."), branch=branch))
    else:
        call.console.say(call.t(N_("Sent, on the branch {branch}. Your files stay as they are."), branch=branch))
    if page:
        if not one.is_open:
            call.console.say(call.t(N_("One step is left: on this page, ask for it to be taken in:")))
        call.console.data(page)
        if is_opened:
            import webbrowser

            webbrowser.open(page)
    else:
        call.console.data(branch)
        call.console.say(
            call.t(
                N_("Tell whoever looks after the repository the name of this branch; there it is taken in by: git merge {remote}/{branch}"),
                remote=shlex.quote(one.remote.name),
                branch=shlex.quote(branch),
            )
        )
    call.console.say(call.t(N_("To correct something: change the records, and traite propose again. Once it is taken in: traite sync")))
