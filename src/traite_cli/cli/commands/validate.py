"""``traite validate``: every fault of the records, where it is and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option
from typer._types import TyperChoice  # Typer makes a Literal's type of it, and has no public name for it

from traite_cli.cli.call import Call
from traite_cli.cli.changing import workspace_to_change
from traite_cli.cli.choosing import (
    BaselineOption,
    IgnoreOption,
    SelectOption,
    SinceOption,
    StrictOption,
    TimingsOption,
    baseline_of,
    tell_mended,
)
from traite_cli.cli.fixing import DryRunOption, FixOption, mend, tell_mendable
from traite_cli.cli.records import completes, workspace_of
from traite_cli.cli.stopwatch import Stopwatch
from traite_cli.cli.telling import summary, tell, tell_mends, worded
from traite_cli.diagnostics import reporters
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.checks.validating import Found
    from traite_cli.repository import Repository

HELP = N_("Check the records: tell every fault, where it is and what to do.")
DETAILS = N_(
    "Ends with 0 when there is no error, with 1 when there is one, or when a known fault is mended and still in its list. "
    "Codes are separated by commas: TR312, its beginning TR3, or the name dead-link; traite explain lists them."
)
EXAMPLES = (
    ("traite validate", N_("All records")),
    ("traite validate records/meetings/2014-11-18-miprof.md", N_("One record; what it refers to is still looked up among all")),
    ("traite validate --since main --strict", N_("What a branch brings, before it is proposed")),
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
    format: Annotated[str, Option(click_type=TyperChoice(reporters.names()), help=N_("How faults are told."))] = "text",  # noqa: A002  # the option's name
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    strict: StrictOption = False,
    baseline: BaselineOption = None,
    since: SinceOption = None,
    timings: TimingsOption = False,
    fix: FixOption = False,
    dry_run: DryRunOption = False,
) -> int:
    from traite_cli.checks.choosing import below, chosen
    from traite_cli.checks.validating import validate

    wanted = chosen(select or (), ignore or ())
    watch = Stopwatch()
    workspace = workspace_to_change(call, dry_run=dry_run) if fix else workspace_of(call, reading=True)
    known = baseline_of(baseline)
    change = None if since is None else workspace.change_since(since)

    def asked(repository: Repository) -> Repository:
        named = [workspace.relative(path) for path in paths or ()]
        return below(repository, named, others=list(filter(workspace.holds, named))) if named else repository

    def checked(repository: Repository) -> Found:
        return validate(repository, workspace.day, wanted, known=known, change=change, timed=watch)

    with watch(call.t(N_("reading"))):
        repository = asked(workspace.repository)
    found, failed = checked(repository), 0
    if fix or dry_run:
        mended, failed = mend(call, workspace, found.faults, wanted, dry_run=dry_run)
        repository = asked(mended)
        found = checked(repository)
    diagnostics = worded(call, found.faults)
    if not dry_run:
        files = [record.path for record in repository.all_examined()]
        tell(call, diagnostics, format, files)
        call.console.say(summary(call, diagnostics, len(files), found.known))
        if format == "text" and not fix:
            tell_mendable(call, diagnostics)
        tell_mended(call, found.mended, baseline)
        if not fix and format == "text":
            tell_mends(call, diagnostics)
    if timings:
        watch.tell(call)
    failing = {"error", "warning"} if strict else {"error"}
    return failed or int(bool(found.mended) or any(one.severity in failing for one in diagnostics))
