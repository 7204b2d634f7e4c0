"""``traite validate``: every fault of the records, where it is and what to do."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option
from typer._types import TyperChoice  # Typer makes a Literal's type of it, and has no public name for it

from traite_cli.cli.call import Call
from traite_cli.cli.changing import workspace_to_change
from traite_cli.cli.checking import Checking, wanted_checks
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
from traite_cli.cli.dates_said import say_since
from traite_cli.cli.fixing import DryRunOption, FixOption, mend, tell_mendable
from traite_cli.cli.records import completes, workspace_of
from traite_cli.cli.stopwatch import Stopwatch
from traite_cli.cli.telling import summary, tell_errors, tell_mends
from traite_cli.diagnostics import reporters
from traite_cli.language import N_

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
ASKS_WITHOUT = ("paths", "since", "baseline", "fix", "dry_run", "timings")


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
    watch = Stopwatch()
    wanted = wanted_checks(select, ignore)
    workspace = workspace_to_change(call, dry_run=dry_run) if fix else workspace_of(call, reading=True)
    if since is not None:
        say_since(call, workspace, since)
    change = None if since is None else workspace.change_since(since)
    checking = Checking(workspace, wanted, baseline_of(baseline), change)
    failed = 0
    if paths or fix or dry_run or timings or format in reporters.OF_MORE_THAN_FAULTS:
        checked = checking.anew(call, checking.read(call, paths or (), watch), watch, format)
    else:
        checked = checking.as_known(call, format)
    if fix or dry_run:
        mended, failed = mend(call, workspace, checked.found.faults, wanted, dry_run=dry_run)
        checked = checking.anew(call, checking.asked(mended, paths or ()), watch, format)
    if not dry_run:
        checked.tell()
        call.console.say(summary(call, checked.tally, checked.records, checked.found.known))
        tell_errors(call, checked.errors)
        if format == "text" and not fix:
            tell_mendable(call, checked.tally)
        tell_mended(call, checked.found.mended, baseline)
        if not fix and format == "text":
            tell_mends(call, checked.tally)
    if timings:
        watch.tell(call)
    is_failing = checked.tally.errors or (strict and checked.tally.warnings)
    return failed or int(bool(checked.found.mended or is_failing))
