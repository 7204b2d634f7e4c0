"""What options, filters and questions are given, understood as people say it: dates and lengths of time; what means nothing is told."""

from __future__ import annotations

from traite_cli.dates import EdtfDate
from traite_cli.errors import UsageError
from traite_cli.language import N_, Sense, Span, Toward, Unclear, enumerate_words, say_date, span, understood_date
from traite_cli.language.unclear import NO_TIME

_DATES = (
    N_("for instance: 2015-01-22, 22 January 2015, 2015-01, end of February, yesterday, next Monday, 3 months ago, +30d, -6m"),
    N_("if that is meant, write it so"),
    N_("write which of them is meant"),
)
"""What may be done about a date that is not understood: where there is no reading of it, one, or several."""
_TIMES = N_("for instance: 9:30, 9h30, 2 pm, 9h-11h30")


def date_given(text: str, sense: Sense, toward: Toward = "nearest", *, ends_apart: bool = False) -> EdtfDate:
    """The date that a text says, in words, in digits or told from the day. Raises ``UsageError`` with what it may mean."""
    found = understood_date(text, sense.day, toward=toward, language=sense.language, ends_apart=ends_apart)
    if isinstance(found, Unclear):
        raise unclear(found, sense)
    return found


def option_date(option: str, text: str, sense: Sense, toward: Toward = "nearest", *, ends_apart: bool = False) -> EdtfDate | None:
    """The date that an option was given; None for none. Raises ``UsageError`` that names the option."""
    return said_date(option, text, sense, toward, ends_apart=ends_apart) if text.strip() else None


def said_date(option: str, text: str, sense: Sense, toward: Toward = "nearest", *, ends_apart: bool = False) -> EdtfDate:
    """The date that a text says for an option. Raises ``UsageError`` that names the option."""
    try:
        return date_given(text, sense, toward, ends_apart=ends_apart)
    except UsageError as error:
        error.option = option
        raise


def unclear(found: Unclear, sense: Sense) -> UsageError:
    """What to tell of a text that says no one date or time, and what may be written in its place."""
    readings = [say_date(one, sense.language, weekday=True) for one in found.readings]
    return UsageError(
        found.why,
        hint=_TIMES if found.why == NO_TIME else _DATES[min(len(readings), len(_DATES) - 1)],
        said=found.said,
        readings=enumerate_words(readings, sense.language, alternative=True),
    )


def span_given(option: str, text: str) -> Span:
    """The length of time that an option was given. Raises ``UsageError``."""
    found = span(text)
    if found is None:
        raise UsageError(N_("{option}: “{value}” is no length of time"), hint=N_("for instance: 90d, 6m, 1y"), option=option, value=text)
    return found
