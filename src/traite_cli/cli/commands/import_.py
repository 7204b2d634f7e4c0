"""``traite import``: drafts of records from an existing document."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from traite_cli.cli.call import Call
from traite_cli.cli.changing import workspace_to_change
from traite_cli.cli.entering import Ask, DryRun
from traite_cli.cli.importing import bytes_of, look_over, read_file
from traite_cli.cli.new_written import refuse, write
from traite_cli.cli.prompts.presence import is_somebody_there
from traite_cli.cli.records import completes, sense_of, workspace_of
from traite_cli.language import N_

HELP = N_("Make drafts of records from minutes in a docx, odt, html, pdf, txt or md file.")
DETAILS = N_(
    "Title, day, time, place, those present, excused and represented, agenda and decisions are taken from the text, and people "
    "recognised by any spelling that the records know. What is not sure is marked in the draft with a question mark, and listed with "
    "its line; no word of the file is left out. A file that reports on several meetings becomes several drafts. Where a meeting of that "
    "day has a record already, it is completed with what the file says. traite undo goes back."
)
EXAMPLES = (
    ("traite import compte-rendu.docx", N_("The draft of a meeting’s record")),
    ('traite import compte-rendu.docx --into "réunion du 4 mars"', N_("Into the record of a meeting that was planned")),
    ("traite import scan-du-12-mars.pdf --date 2024-03-12", N_("When the file does not say the day")),
    (
        "traite import compte-rendu.odt --people --commitments",
        N_("With the records of those who are not known yet, and of what was promised"),
    ),
)


def command(
    call: Call,
    file: Annotated[str, Argument(metavar=N_("FILE"), help=N_("The document."))],
    *,
    date: Annotated[str, Option(metavar=N_("DATE"), help=N_("The day of the meeting (default: what the file says)."))] = "",
    title: Annotated[str, Option(metavar=N_("WORDS"), help=N_("What the meeting is called (default: what the file says)."))] = "",
    people: Annotated[
        bool, Option("--people", help=N_("Make the records of people and organisations that are not known yet, too."))
    ] = False,
    commitments: Annotated[
        bool, Option("--commitments", help=N_("Record what sounds like a commitment, where it is known whose; else it is only proposed."))
    ] = False,
    into: Annotated[
        str,
        Option(
            metavar=N_("MEETING"),
            help=N_("Complete this record with what the file says, instead of making another."),
            autocompletion=completes("meetings"),
        ),
    ] = "",
    ask: Ask = None,
    dry_run: DryRun = False,
) -> int:
    from traite_cli.saying.given import option_date
    from traite_cli.writing.creating import created
    from traite_cli.writing.importing import Wanted

    name, data = bytes_of(file)
    is_somebody = is_somebody_there() if ask is None else ask
    is_asking = is_somebody and not into
    workspace = workspace_of(call) if is_asking else workspace_to_change(call, dry_run=dry_run)
    day = option_date("--date", date, sense_of(call, workspace), "past")
    wanted = Wanted(str(day or ""), title.strip(), people=people, commitments=commitments)
    found = read_file(call, workspace, (name, data), wanted, into.strip(), is_asking=is_asking, is_somebody=is_somebody)
    made = created(workspace.repository, found.records, workspace.day)
    if made.faults:
        refuse(call, made.faults)
    if not made.changes:
        call.console.say(call.t(N_("There is nothing to add.")))
    code = write(call, workspace, made, dry_run=dry_run) if made.changes else 0
    look_over(call, found, wanted)
    return code
