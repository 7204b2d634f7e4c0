"""``traite follow-up``: what became of a commitment, added to its record."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from traite_cli.cli.asked import UNPROVED, news_asked
from traite_cli.cli.call import Call
from traite_cli.cli.changing import workspace_to_change
from traite_cli.cli.dates_said import date_of, doubt_future
from traite_cli.cli.entering import Date, DryRun, deliver, entry_of
from traite_cli.cli.prompts.presence import is_somebody_there
from traite_cli.cli.records import completes, record_named, sense_of, workspace_of
from traite_cli.errors import UsageError
from traite_cli.language import N_

HELP = N_("Add what became of a commitment to its record.")
DETAILS = N_(
    "Every other character of the file stays as it was; traite undo goes back. Whoever says that a promise is kept, kept in part or "
    "broken says what it rests on: a note, a meeting or evidence."
)
EXAMPLES = (
    ("traite follow-up 2014-10-22-lettre-aux-prefets --status no_news", N_("Somebody looked, and there is nothing to be seen")),
    ('traite follow-up 2014-10-22-lettre-aux-prefets --status kept --note "La circulaire est parue."', N_("It is kept, and this shows it")),
    ("traite follow-up 2014-10-22-lettre-aux-prefets --due 2015-02 --date 2015-01-22", N_("A new deadline was agreed")),
)


def command(
    call: Call,
    commitment: Annotated[
        str,
        Argument(
            metavar=N_("COMMITMENT"), help=N_("Which commitment: its title, its name or its path."), autocompletion=completes("commitments")
        ),
    ],
    *,
    status: Annotated[
        str, Option(metavar=N_("STATUS"), help=N_("How it stands since: in_progress, partially_kept, kept, broken, no_news or withdrawn."))
    ] = "",
    note: Annotated[str, Option(metavar=N_("WORDS"), help=N_("What was seen or heard."))] = "",
    date: Date = "",
    meeting: Annotated[str, Option(metavar=N_("MEETING"), help=N_("Where it was said."), autocompletion=completes("meetings"))] = "",
    by: Annotated[
        str, Option(metavar=N_("ORGANISATION"), help=N_("The member that reports."), autocompletion=completes("organisations"))
    ] = "",
    evidence: Annotated[str, Option(metavar=N_("WORDS"), help=N_("What shows it: an address, a document."))] = "",
    due: Annotated[str, Option(metavar=N_("DATE"), help=N_("The new deadline."))] = "",
    dry_run: DryRun = False,
) -> int:
    from traite_cli.dates import EdtfDate
    from traite_cli.kinds import FOLLOW_UP_STATUSES, Commitment, Meeting, Organisation
    from traite_cli.saying.vocabulary import word_given
    from traite_cli.writing import with_follow_up

    typed, status = status, word_given("--status", status, FOLLOW_UP_STATUSES)
    shown = any((note, meeting, evidence))
    if is_somebody_there() and not shown and (status in UNPROVED or not (status or due)):
        # Others may write meanwhile, and nobody is asked about what is not there.
        record_named(call, workspace_of(call, reading=True), commitment, Commitment)
        status, note = news_asked(call, status)
    _refuse_unsaid(status, due, typed or call.t(FOLLOW_UP_STATUSES.get(status, "")), shown=bool(shown or note))
    workspace = workspace_to_change(call, dry_run=dry_run)
    repository = workspace.repository
    chosen = record_named(call, workspace, commitment, Commitment)
    sense = sense_of(call, workspace)
    today = EdtfDate.of(workspace.day)
    when = date_of(call, "--date", date, sense, "past") or today
    entry = entry_of(
        date=when,
        status=status,
        note=note.strip(),
        by=by and record_named(call, workspace, by, Organisation).slug,
        meeting=meeting and record_named(call, workspace, meeting, Meeting).slug,
        evidence=evidence.strip(),
        due=date_of(call, "--due", due, sense._replace(day=when.first), "future"),
    )
    doubt_future(call, when, today)
    return deliver(call, workspace, with_follow_up(repository, workspace.source, chosen, entry, when.first), dry_run=dry_run)


def _refuse_unsaid(status: str, due: str, word: str, *, shown: bool) -> None:
    """Raises ``UsageError`` where nothing is told, or not what a word rests on that is circulated."""
    if status in UNPROVED and not shown:
        raise UsageError(
            N_("--status {status}: it is not said what that rests on"),
            hint=N_("say it with --note WORDS, --meeting MEETING or --evidence WORDS"),
            status=f'"{word}"' if " " in word else word,
        )
    if not (status or due or shown):
        raise UsageError(
            N_("there is nothing to add: no status, no note, no new deadline"), hint=N_("for instance: --status no_news, or --note WORDS")
        )
