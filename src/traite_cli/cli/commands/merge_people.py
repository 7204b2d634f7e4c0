"""``traite merge-people``: two records of one person made one."""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from traite_cli.cli.call import Call
from traite_cli.cli.changing import refuse, tell, workspace_to_change, write_all
from traite_cli.cli.entering import DryRun
from traite_cli.cli.records import completes, record_named
from traite_cli.cli.telling import shown, worded
from traite_cli.language import N_

HELP = N_("Make two records of one person one.")
DETAILS = N_(
    "The first stays. What the second says goes into it: names, functions, ways to reach the person, topics, links and text. All that "
    "names the second then names the first, and the second is deleted, or nothing changes at all. Where the two say different things of "
    "what there is one of, the first stays and the other is told. traite undo goes back."
)
EXAMPLES = (
    ("traite merge-people raphael-sodini r-sodini --dry-run", N_("Show what would change, without changing anything")),
    ("traite merge-people raphael-sodini r-sodini", N_("raphael-sodini stays, r-sodini goes into it")),
)


def command(
    call: Call,
    person: Annotated[str, Argument(metavar=N_("PERSON"), help=N_("The person whose record stays."), autocompletion=completes("people"))],
    other: Annotated[
        str, Argument(metavar=N_("OTHER"), help=N_("The person whose record goes into it."), autocompletion=completes("people"))
    ],
    *,
    dry_run: DryRun = False,
) -> int:
    from traite_cli.kinds import Person
    from traite_cli.writing import merged

    workspace = workspace_to_change(call, dry_run=dry_run)
    repository = workspace.repository
    kept, gone = (record_named(call, workspace, one, Person) for one in (person, other))
    found = merged(repository, workspace.source, kept, gone, workspace.day)
    refuse(call, found.faults, N_("nothing was written: as one record, the two would bring the errors above"))
    tell(call, found.told)
    code = write_all(call, workspace, found.changes, N_("The two records are one now. To go back: traite undo"), dry_run=dry_run)
    for line in shown(call.t, worded(call, found.noticed), call.console.room_to_talk):
        call.console.say(*line)
    return code
