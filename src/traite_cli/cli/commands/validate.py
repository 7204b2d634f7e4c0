"""``traite validate``: every fault of the records, where it is and what to do."""

from __future__ import annotations

from typing import Annotated, Literal

from typer import Argument, Option

from traite_cli.cli.call import Call
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
from traite_cli.cli.records import completes, workspace_of
from traite_cli.cli.stopwatch import Stopwatch
from traite_cli.cli.telling import report, summary, worded
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
)


def command(
    call: Call,
    paths: Annotated[
        list[str] | None,
        Argument(metavar=N_("PATH"), help=N_("Files or folders to check (default: all)."), autocompletion=completes()),
    ] = None,
    *,
    format: Annotated[Literal["text", "json"], Option(help=N_("How faults are told."))] = "text",  # noqa: A002  # the option's name
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    strict: StrictOption = False,
    baseline: BaselineOption = None,
    since: SinceOption = None,
    timings: TimingsOption = False,
) -> int:
    from traite_cli.checks.choosing import below, chosen
    from traite_cli.checks.validating import validate

    wanted = chosen(select or (), ignore or ())
    watch = Stopwatch()
    workspace = workspace_of(call)
    known = baseline_of(baseline)
    change = None if since is None else workspace.change_since(since)
    with watch(call.t(N_("reading"))):
        repository = workspace.repository
    if paths:
        repository = below(repository, [workspace.relative(path) for path in paths])
    found = validate(repository, workspace.day, wanted, known=known, change=change, timed=watch)
    diagnostics = worded(call, found.faults)
    text = report(call, diagnostics, format)
    if format == "json":
        call.console.raw(text.encode())
    elif text:
        call.console.data(text, end="")
    call.console.say(summary(call, diagnostics, sum(1 for _ in repository.all_examined()), found.known))
    tell_mended(call, found.mended, baseline)
    if timings:
        watch.tell(call)
    failing = {"error", "warning"} if strict else {"error"}
    return 1 if found.mended or any(one.severity in failing for one in diagnostics) else 0
