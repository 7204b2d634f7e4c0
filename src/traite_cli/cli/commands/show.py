"""``traite show``: one record, and all that refers to it."""

from __future__ import annotations

from typing import Annotated, Literal

from typer import Argument, Option

from traite_cli.cli.call import Call
from traite_cli.cli.pieces import Painted, Role
from traite_cli.cli.records import as_asked, completes, workspace_of
from traite_cli.language import N_

HELP = N_("Show one record, what follows from it, and all that refers to it.")
EXAMPLES = (
    ("traite show miprof", N_("An organisation, and where it is named")),
    ("traite show commitments/2014-10-22-lettre-aux-prefets", N_("A commitment with its story")),
    ("traite show miprof --format json", N_("For another program")),
)


def command(
    call: Call,
    record: Annotated[str, Argument(metavar=N_("RECORD"), help=N_("Its name, kind/name, or its path."), autocompletion=completes())],
    *,
    format: Annotated[Literal["text", "json"], Option(help=N_("How to show it."))] = "text",  # noqa: A002  # the option's name
    audience: Annotated[
        Literal["public", "members", "contributors"] | None, Option(help=N_("Only what this circle may see (default: everything)."))
    ] = None,
) -> int:
    from traite_cli.asking import showing

    workspace = workspace_of(call)
    repository = as_asked(workspace, audience)
    shown = showing.show(repository, repository.find(record), workspace.day)
    console, t = call.console, call.t
    if format == "json":
        import json

        found = showing.plain(repository, shown, workspace.day)
        text = json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False, default=str)
        console.raw(f"{text}\n".encode("utf-8", "backslashreplace"))
        return 0
    console.data(Painted(shown.record.label, Role.HEADING))
    console.data(Painted(shown.record.path, Role.PLACE))
    for line in shown.lines:
        name = t(N_("who")) if line.name == "*" else line.name
        mark = "- " if line.name == "-" else f"{name}: "
        console.data("  " * (line.depth + 1), f"{mark}{line.value}".rstrip())
    for name, value in shown.derived.items():
        console.data("  ", Painted(f"{name} = {_said(call, value)}", Role.FAINT))
    if shown.body:
        console.data("")
        console.data(shown.body)
    if shown.referrers:
        console.data("")
        console.data(Painted(t(N_("Named by:")), Role.HEADING))
        for one in shown.referrers:
            console.data(f"  {one.ref}  {one.label}", Painted(f"  ({one.field})", Role.FAINT))
    return 0


def _said(call: Call, value: str | int | None) -> str:
    """What follows from a record, in words: a state, yes or no, a number."""
    from traite_cli.asking.listing import STATUS

    if isinstance(value, bool):
        return call.t(N_("yes")) if value else call.t(N_("no"))
    if isinstance(value, str) and value in STATUS:
        return call.t(STATUS[value])
    return "–" if value is None else str(value)
