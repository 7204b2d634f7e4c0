"""``traite validate``: every fault of the records, where it is and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from traite_cli.cli.call import Call
from traite_cli.cli.fixing import DryRunOption, FixOption, mend
from traite_cli.cli.records import completes, workspace_of
from traite_cli.cli.telling import report, summary, worded
from traite_cli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traite_cli.diagnostics import Fault
    from traite_cli.repository import Repository

HELP = N_("Check the records: tell every fault, where it is and what to do.")
DETAILS = N_("Ends with 0 when there is no error, with 1 when there is one.")
EXAMPLES = (
    ("traite validate", N_("All records")),
    ("traite validate records/meetings/2014-11-18-miprof.md", N_("One record; what it refers to is still looked up among all")),
    ("traite validate --format json", N_("For another program")),
    ("traite validate --fix --dry-run", N_("Show what can be mended by machine, without changing anything")),
)


def command(
    call: Call,
    paths: Annotated[
        list[str] | None,
        Argument(metavar=N_("PATH"), help=N_("Files or folders to check (default: all)."), autocompletion=completes()),
    ] = None,
    *,
    format: Annotated[Literal["text", "json"], Option(help=N_("How faults are told."))] = "text",  # noqa: A002  # the option's name
    fix: FixOption = False,
    dry_run: DryRunOption = False,
) -> int:
    from traite_cli.checks.choosing import below, not_ignored
    from traite_cli.checks.running import faults_of

    workspace = workspace_of(call)

    def asked(repository: Repository) -> Repository:
        return below(repository, [workspace.relative(path) for path in paths]) if paths else repository

    def chosen(faults: Iterable[Fault]) -> tuple[Fault, ...]:
        return not_ignored(faults, workspace.configuration.ignored)

    repository, failed = asked(workspace.repository), 0
    faults = chosen(faults_of(repository, workspace.day))
    if fix or dry_run:
        mended, failed = mend(call, workspace, faults, chosen, dry_run=dry_run)
        repository = asked(mended)
        faults = chosen(faults_of(repository, workspace.day))
    diagnostics = worded(call, faults)
    if not dry_run:
        text = report(call, diagnostics, format)
        if format == "json":
            call.console.raw(text.encode())
        elif text:
            call.console.data(text, end="")
        call.console.say(summary(call, diagnostics, sum(1 for _ in repository.all_examined())))
    return failed or int(any(one.severity == "error" for one in diagnostics))
