"""``traite status``: the coordinator's morning page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from typer import Option

from traite_cli.cli import words
from traite_cli.cli.call import Call
from traite_cli.cli.records import Audience, as_asked, say_moment, workspace_of
from traite_cli.cli.to_file import Output, form_of, into_file
from traite_cli.errors import UsageError
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.asking.status import Status
    from traite_cli.cli.morning import Morning
    from traite_cli.workspace import Workspace

ASKS_WITHOUT = ("output",)
HELP = N_("Show what waits: overdue, due, unanswered, not looked at; the next meeting; records with faults.")
DETAILS = N_(
    "Due is what falls due within thirty days, silence what nobody has looked at for ninety, escalation what a commitment's own rules say "
    "is to be done by now, notice that of a meeting within thirty days, minutes a meeting of these ninety days of which something is not "
    "told. On the screen and as JSON everything is shown; Markdown is a message to others, and holds what the audience of traite.toml "
    "may see, unless --audience says otherwise."
)
EXAMPLES = (
    ("traite status", N_("Every morning")),
    ("traite status --format markdown", N_("For the weekly message to the members")),
    ("traite status --fail-on overdue,faults", N_("In a job that runs by itself: ends with 1 when something is overdue or faulty")),
)


def command(
    call: Call,
    *,
    fail_on: Annotated[
        list[str] | None,
        Option(
            metavar=N_("CONCERNS"),
            help=N_("End with 1 when there is any: overdue, due, unanswered, escalation, silence, notice, minutes, faults; with commas."),
            autocompletion=words.concerns,
        ),
    ] = None,
    format: Annotated[Literal["text", "json", "markdown"], Option(help=N_("How to show it."))] = "text",  # noqa: A002  # the option's name
    output: Output = None,
    audience: Audience = None,
) -> int:
    from traite_cli.asking.status import faults_by_file, faulty_files, status
    from traite_cli.cli.morning import Morning
    from traite_cli.cli.rendering import words as words_of
    from traite_cli.repository import NARROWEST
    from traite_cli.saying.values import Saying

    wanted = _concerns(words_of(fail_on)) if fail_on is not None else ()
    workspace = workspace_of(call, reading=True)
    say_moment(call, workspace)
    form = form_of(call, output, format)
    circle = audience or (workspace.configuration.audience if form == "markdown" else None)
    repository = as_asked(workspace, circle)
    counted = workspace.outcomes.told("faults by file", faults_by_file)
    faulty = faulty_files(counted, None if circle is None else (record.path for record in repository.all()))
    found = status(repository, workspace.day, faulty, is_whole=circle is None)
    whole = circle in {None, NARROWEST}
    morning = Morning(Saying(repository, call.t), found, for_others=form == "markdown", is_whole=whole, again=_again(workspace, audience))
    with into_file(call, workspace, output, form, "status", circle):
        _print(call, morning, form)
    return _failing(call, found, wanted)


def _print(call: Call, morning: Morning, form: str) -> None:
    from traite_cli.cli.morning import as_markdown, print_morning

    match form:
        case "json":
            from traite_cli.asking.plain_status import plain_status
            from traite_cli.diagnostics.json_text import json_page

            call.console.raw(json_page(plain_status(morning.found)).encode())
        case "markdown":
            call.console.markdown(as_markdown(morning))
        case _:
            print_morning(call.console, morning)


def _again(workspace: Workspace, audience: str | None) -> str:
    """What asks about the same records and the same day again, for the same circle."""
    options = {
        "--as-of": workspace.as_of and workspace.as_of.isoformat(),
        "--at": workspace.revision if workspace.commit else None,
        "--audience": audience,
    }
    return "".join(f" {option} {value}" for option, value in options.items() if value)


def _concerns(given: tuple[str, ...]) -> tuple[str, ...]:
    """The concerns that are meant. Raises ``UsageError`` with what is near."""
    from traite_cli.asking.status import CONCERNS
    from traite_cli.saying.vocabulary import word_given

    if not given:
        raise UsageError(N_("{name} needs a value after it"), name="--fail-on")
    return tuple(word_given("--fail-on", one, CONCERNS) for one in given)


def _failing(call: Call, found: Status, wanted: tuple[str, ...]) -> int:
    """1 when there is any of the concerns, which are told."""
    from traite_cli.asking.status import COUNTED

    there = {one: number for one, number in found.concerns().items() if one in wanted and number}
    if there:
        said = ", ".join(call.t.plural(*COUNTED[one], number, n=number) for one, number in there.items())
        call.console.complain(call.t(N_("--fail-on found {said}"), said=said))
    return int(bool(there))
