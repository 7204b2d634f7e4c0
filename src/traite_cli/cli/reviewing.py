"""A request as ``review`` looks at it: the records without it and with it, and what is told of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from traite_cli.cli.altering import in_document
from traite_cli.cli.telling import tell
from traite_cli.diagnostics.visible import visible
from traite_cli.language import N_, N_n
from traite_cli.repository import NARROWEST
from traite_cli.together.comment import CONFLICTS, OTHERS
from traite_cli.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from traite_cli.cli.call import Call
    from traite_cli.diagnostics import Diagnostic, Fault
    from traite_cli.language import Translator
    from traite_cli.together.differences import Difference
    from traite_cli.together.widening import Widening

_MARK = "traite.toml"
_UNTOLD = N_n("one file for a narrower circle", "{n} files for a narrower circle")


class Proposal(NamedTuple):
    """The records without a request and with it, under the configuration and with the templates of where it goes."""

    before: Workspace
    after: Workspace
    paths: frozenset[str]
    """The files below records/ and attachments/ that it changes."""
    others: tuple[str, ...]
    """Those elsewhere, which count once it is merged."""
    conflicts: tuple[str, ...]
    asked: Workspace
    """The one whose configuration is read then."""

    def faults(self) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
        """All faults that there are with it, and those that touch what it changes."""
        from traite_cli.checks.catalogue import catalogue
        from traite_cli.checks.running import faults_of
        from traite_cli.checks.since import Change, touching

        found = faults_of(self.after.repository, self.after.day)
        change = Change(self.paths, lambda: self.before.repository)
        return found, touching(change, found, self.after.day, frozenset(catalogue()))

    def difference(self, circle: str) -> Difference:
        """What it changes, as a circle may learn it; by the configuration that it asks for, only whether more people may read."""
        from traite_cli.together.differences import difference

        found = difference(self.before.repository, self.after.repository, circle)
        opened = _by_default(self)
        return found._replace(widened=(opened, *found.widened)) if opened else found


def proposal(call: Call, workspace: Workspace, name: str) -> Proposal:
    """What a request changes, once merged into the last commit here, or into that of ``--at``. Raises ``TraiteError``."""
    from traite_cli.files.git import Git
    from traite_cli.files.proposed import changed, ends, is_read

    git = Git(workspace.root)
    into = workspace.commit.commit if workspace.commit else git.commit("HEAD")
    found = ends(git, into, git.commit(name), name)

    def beside(at: str, records: str = "") -> Workspace:
        other = Workspace(workspace.root, workspace.as_of, at, records)
        other.watched = workspace.watched
        call.call_on_close(other.close)
        return other

    before, after = beside(found.into, found.before), beside(found.into, found.after)
    paths = changed(git, found.before, found.after)
    others = tuple(sorted(path for path in paths if not is_read(path)))
    asked = beside(found.request) if _MARK in others else after
    return Proposal(before, after, paths - set(others), others, found.conflicts, asked)


def _by_default(proposal: Proposal) -> Widening | None:
    from traite_cli.errors import ConfigurationError
    from traite_cli.repository import wider
    from traite_cli.together.widening import Widening as Found

    was = proposal.before.configuration.audience
    try:
        now = proposal.asked.configuration.audience
    except ConfigurationError:
        return None
    return Found("default", None, was, now) if wider(now, was) else None


def conflicts_told(asked: Proposal, found: Difference, circle: str, t: Translator) -> tuple[str, ...]:
    """The paths that git cannot merge, as a circle may know them: how many there are beside."""
    from traite_cli.together.telling_faults import paths_told

    if circle == NARROWEST:
        return asked.conflicts
    told, left = paths_told(found, asked.conflicts)
    return (*told, t.plural(*_UNTOLD, left, n=left)) if left else told


def tell_faults(call: Call, asked: Proposal, found: Difference, faults: Sequence[Diagnostic], form: str) -> None:
    """Print some faults as the circle of a difference may know them, and how many there are beside."""
    from traite_cli.together.telling_faults import ELSEWHERE, told_to

    told = told_to(found, asked.after.repository, faults)
    silent = call.t(N_("what it is, is not for this circle; without --audience it is told"))
    tell(call, told.shown(silent) if told.places else told.whole, form, [record.path for record in found.after.all()])
    if told.withheld:
        call.console.say(call.t.plural(*ELSEWHERE, told.withheld, n=told.withheld))


def tell_change(call: Call, asked: Proposal, found: Difference, circle: str) -> None:
    """Print what it changes, and what else it asks for."""
    from traite_cli.cli.differences import printed
    from traite_cli.together.report import report

    altered = in_document(asked.after, found, None if circle == NARROWEST else circle, call.t)
    if found or altered:
        printed(call.console, report(found, asked.after.day, call.t)._replace(document=altered), call.t)
        call.console.data("")
    else:
        call.console.say(call.t(N_("No record says anything else than before.")))
    for paths, sentence in ((conflicts_told(asked, found, circle, call.t), CONFLICTS), (asked.others, OTHERS)):
        if paths:
            call.console.complain(call.t(sentence, paths=", ".join(map(visible, paths))))
