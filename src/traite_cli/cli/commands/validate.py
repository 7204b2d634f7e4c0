"""``traite validate``: every fault of the records, where it is and what to do."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option
from typer._types import TyperChoice  # Typer makes a Literal's type of it, and has no public name for it

from traite_cli.cli.call import Call
from traite_cli.cli.records import completes, workspace_of
from traite_cli.cli.telling import summary, tell, worded
from traite_cli.diagnostics import reporters
from traite_cli.language import N_

HELP = N_("Check the records: tell every fault, where it is and what to do.")
DETAILS = N_("Ends with 0 when there is no error, with 1 when there is one.")
EXAMPLES = (
    ("traite validate", N_("All records")),
    ("traite validate records/meetings/2014-11-18-miprof.md", N_("One record; what it refers to is still looked up among all")),
    ("traite validate --format json", N_("For another program")),
)


def command(
    call: Call,
    paths: Annotated[
        list[str] | None,
        Argument(metavar=N_("PATH"), help=N_("Files or folders to check (default: all)."), autocompletion=completes()),
    ] = None,
    *,
    format: Annotated[str, Option(click_type=TyperChoice(reporters.names()), help=N_("How faults are told."))] = "text",  # noqa: A002  # the option's name
) -> int:
    from traite_cli.checks.choosing import below, not_ignored
    from traite_cli.checks.running import faults_of

    workspace = workspace_of(call)
    repository = workspace.repository
    if paths:
        asked = [workspace.relative(path) for path in paths]
        repository = below(repository, asked, others=list(filter(workspace.holds, asked)))
    faults = not_ignored(faults_of(repository, workspace.day), workspace.configuration.ignored)
    diagnostics = worded(call, faults)
    tell(call, diagnostics, format, [record.path for record in repository.all_examined()])
    call.console.say(summary(call, diagnostics, sum(1 for _ in repository.all_examined())))
    return 1 if any(one.severity == "error" for one in diagnostics) else 0
