"""Dates that options are given in words, shown back as they were understood."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from traite_cli.dates import EdtfDate
from traite_cli.language import N_, say_date

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.cli.new_options import Given
    from traite_cli.language import Sense, Toward
    from traite_cli.saying.bounds import Bound
    from traite_cli.workspace import Workspace
    from traite_cli.writing.interview import Sitting

DateOption = tuple[str, str, EdtfDate | None]
"""An option, what it was given, and the date that this is."""


def date_of(call: Call, option: str, text: str, sense: Sense, toward: Toward = "nearest") -> EdtfDate | None:
    """The date that an option was given, None for none, shown back. Raises ``UsageError`` that names the option."""
    from traite_cli.saying.given import option_date

    found = option_date(option, text, sense, toward)
    say_back(call, [(option, text, found)])
    return found


def say_back(call: Call, dates: Iterable[DateOption]) -> None:
    """Show dates back that were not written as a record writes them."""
    for option, text, found in dates:
        if found is not None and text.strip() != found.text:
            said = say_date(found, call.t.language, weekday=True)
            call.console.say(call.t(N_("{option}: that is {date}"), option=option, date=said))


_BOUNDS = {
    "since": N_("{option}: that is from {date} on"),
    "until": N_("{option}: that is until {date}, that day included"),
    "before": N_("{option}: that is before {date}"),
}


def say_bounds(call: Call, bounds: Iterable[Bound]) -> None:
    """Show which days count, where the end of a period was not given as a day."""
    for bound in bounds:
        if not bound.is_plain:
            said = say_date(EdtfDate.of(bound.day), call.t.language, weekday=True)
            call.console.say(call.t(_BOUNDS[bound.side], option=bound.option, date=said))


def say_since(call: Call, workspace: Workspace, text: str) -> None:
    """Show from which day on ``--since`` counts, where it is no revision: what was there by the end of a day is not since then."""
    from traite_cli.files.at import first_day
    from traite_cli.files.git import Git
    from traite_cli.saying.bounds import Bound

    day = first_day(Git(workspace.root), text, workspace.day)
    if day is not None:
        say_bounds(call, [Bound("--since", text, "since", day)])


def say_given(call: Call, sitting: Sitting, kind: str, given: Given) -> None:
    """Show the dates back that the options of a record were given."""
    from traite_cli.cli.new_options import option_name
    from traite_cli.writing.interview.form import FORMS, field_of
    from traite_cli.writing.interview.items import date_meant

    for item in FORMS[kind]:
        field, value = field_of(kind, item), given.get(option_name(item))
        texts = [] if isinstance(value, bool) or not value else [value] if isinstance(value, str) else value
        if field is not None:
            say_back(call, [(item.option, text, date_meant(sitting, field, text)) for text in texts])


def doubt_future(call: Call, day: EdtfDate | None, today: EdtfDate) -> None:
    """Say so where something is told to have happened on a day that is to come."""
    if day is not None and day.first > today.last:
        from traite_cli.cli.changing import tell
        from traite_cli.writing import Told

        message = N_("this date is still to come: {date}; what happened is noted once it has happened")
        tell(call, [Told(message, {"date": say_date(day, call.t.language, weekday=True)})])
