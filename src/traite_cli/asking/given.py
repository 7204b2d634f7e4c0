"""What filters are given: dates, lengths of time and names of records, read from what people type; what means nothing is told."""

from __future__ import annotations

from datetime import date

from traite_cli.dates import DateError, EdtfDate
from traite_cli.errors import NotFound, Refused, UsageError
from traite_cli.language import N_, Span, relative_day, span
from traite_cli.repository import Repository

_WRITTEN = N_("a day is written 2015-01-22, a month 2015-01, a year 2015")
_WRITTEN_OR_TOLD = N_("a day is written 2015-01-22, a month 2015-01, a year 2015; or told from the day asked about: +30d, -6m, -2y")


def date_given(option: str, text: str, day: date | None = None) -> EdtfDate:
    """The date that an option was given; with ``day`` also one told from it. Raises ``UsageError`` with the one probably meant."""
    told = relative_day(text, day) if day is not None else None
    if told is not None:
        return EdtfDate.of(told)
    try:
        return EdtfDate.parse(text)
    except DateError as error:
        if error.certain and error.suggestion:
            return EdtfDate.parse(error.suggestion)
        hint = N_("perhaps: {suggestion}") if error.suggestion else _WRITTEN if day is None else _WRITTEN_OR_TOLD
        raise UsageError(
            N_("{option}: “{value}” is not a date"), hint=hint, option=option, value=text, suggestion=error.suggestion or ""
        ) from error


def span_given(option: str, text: str) -> Span:
    """The length of time that an option was given. Raises ``UsageError``."""
    found = span(text)
    if found is None:
        raise UsageError(N_("{option}: “{value}” is no length of time"), hint=N_("for instance: 90d, 6m, 1y"), option=option, value=text)
    return found


def record_given(repository: Repository, name: str, kinds: tuple[str, ...]) -> str:
    """The name with its kind of the record of some kinds that is meant. Raises ``Refused`` with the nearest ones."""
    refused: list[Refused] = []
    for kind in kinds:
        try:
            found = repository.find(name, kind)
        except Refused as error:
            refused.append(error)
        else:
            if found.KIND in kinds:
                return found.ref
            refused.append(NotFound(N_("no record is called {name}"), name=name))
    near = tuple(one for error in refused if isinstance(error, NotFound) for one in error.near)
    raise NotFound(refused[0].message, near=near, hint=refused[0].hint, **refused[0].facts)
