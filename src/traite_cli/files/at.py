"""The commit that somebody means who wants the records as they were: a revision by its name, or a day.

What reads as a date is a day, whatever branches and tags there are: the same words mean the same tomorrow. A branch or tag that is called
like a day is meant by more of its name (``tags/2015-01-22``). What is no revision may be a day in words (« hier »). Of a day it is the
last commit by its end on the line of the branch that one is on: first parents, since what others had in branches of their own was not
known here.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from traite_cli.dates import DateError, EdtfDate
from traite_cli.errors import Day, NotFound
from traite_cli.files.git import SHALLOW, Git, Unanswered
from traite_cli.language import N_, Unclear, span, understood_date
from traite_cli.language.unclear import NO_DATE


class At(NamedTuple):
    """A commit's number; the day that was asked for, None for a revision by name; and the branch or tag that is called like that day.

    ``in_words`` says that the day was said so (« hier »).
    """

    commit: str
    day: date | None = None
    namesake: str = ""
    in_words: bool = False


def commit_at(git: Git, text: str, end_of: Callable[[date], int], today: Callable[[], date], *, eve: bool = False) -> At:
    """The commit that a text means; with ``eve``, of a month or a year the last one before it. Raises ``NotFound`` with what is near.

    ``end_of`` gives the last second of a day, from 1970 on; ``today`` is asked when words tell a day from it.
    """
    day = _day(text, eve=eve)
    if day is None:
        try:
            return At(git.commit(text))
        except NotFound as error:
            if (day := _told(text, today(), eve=eve)) is None:
                raise (_neither(text, error) if _looks_like_date(text, today()) else error) from error
            return At(_last_by(git, day.isoformat(), end_of(day)), day, in_words=True)
    return At(_last_by(git, text, end_of(day)), day, _called_like(git, text))


def is_before_all(git: Git, text: str, end_of: Callable[[date], int], today: Callable[[], date], *, eve: bool = False) -> bool:
    """Whether a text is a day by which nothing was committed yet; not so where older commits were not fetched, or there is none."""
    day = _day(text, eve=eve)
    if day is None and (day := _told(text, today(), eve=eve)) is not None:
        with suppress(NotFound):
            git.commit(text)
            return False
    if day is None or git.is_shallow:
        return False
    try:
        return not _numbers_by(git, end_of(day))
    except Unanswered:
        return False


def first_day(git: Git, text: str, today: date) -> date | None:
    """The day from which on counts what was committed after the commit of ``eve``; None for a revision."""
    day = _day(text, eve=True)
    if day is None and (day := _told(text, today, eve=True)) is not None:
        with suppress(NotFound):
            git.commit(text)
            return None
    return None if day is None else day + timedelta(days=1)


def committed_on(git: Git, commit: str) -> date:
    """The day of a commit, where it was made."""
    return date.fromisoformat(git.ask("log", "-1", "--format=%cs", commit, "--").decode("ascii").strip())


def _day(text: str, *, eve: bool) -> date | None:
    """A day; the last day of a month or a year, or the one before its first."""
    try:
        found = EdtfDate.parse(text)
    except DateError:
        return None
    if eve and found.first < found.last:
        return _before(found.first)
    return None if found.is_interval or found.approximate else found.last


def _told(text: str, today: date, *, eve: bool) -> date | None:
    """The last day that words say, or the one before the first of several; None where they say none, or might in another language."""
    found = understood_date(text, today, toward="past", language="en", ends_apart=eve)
    if isinstance(found, Unclear):
        length = span(text) if eve else None
        return length.before(today) if length is not None else None
    if eve and found.first < found.last:
        return _before(found.first)
    return None if found.is_interval or found.approximate else found.last


def _before(day: date) -> date:
    return max(day, date.min + timedelta(days=1)) - timedelta(days=1)


def _looks_like_date(text: str, today: date) -> bool:
    """Whether a text is of the shape of a date, if of none that there is (« 2014-13 ») or of several days."""
    found = understood_date(text, today, toward="past", language="en")
    return not isinstance(found, Unclear) or found.why != NO_DATE


def _neither(text: str, error: NotFound) -> NotFound:
    message = N_("“{name}” is no revision that git knows, and no day, month or year of the calendar")
    return NotFound(message, near=error.near, hint=N_("a day is written 2015-01-22, a month 2015-01, a year 2015"), name=text)


def _last_by(git: Git, text: str, end: int) -> str:
    _ = git.prefix  # a folder without git has another fault
    try:
        found = _numbers_by(git, end)
    except Unanswered as answer:
        hint = N_("git add . and git commit make the first commit")
        message = N_("nothing was committed here yet, so that there is nothing as it was on {day}")
        raise NotFound(message, hint=hint, day=Day(text)) from answer
    if not found:
        raise _nothing_by(git, text)
    return found[0]


def _numbers_by(git: Git, end: int) -> list[str]:
    """The last commit by a moment, or none. Raises ``Unanswered`` where nothing was ever committed."""
    words = ("rev-list", "-1", "--first-parent")
    # git takes a negative number for none given.
    return git.ask(*words, f"--min-age={end}", "HEAD", "--").decode("ascii").split() if end > 0 else []


def _nothing_by(git: Git, text: str) -> NotFound:
    if git.is_shallow:
        return NotFound(N_("no commit is here that is as old as {day}"), hint=SHALLOW, day=Day(text))
    first = git.ask("log", "--first-parent", "--reverse", "--format=%ci", "HEAD", "--").split(b"\n", 1)[0].decode("ascii", "replace")
    day, _, time = first.partition(" ")
    hint = N_("the first commit is of {first}, {time}")
    return NotFound(N_("nothing was committed by {day}"), hint=hint, day=Day(text), first=Day(day), time=time)


def _called_like(git: Git, text: str) -> str:
    names = git.ask("for-each-ref", "--format=%(refname)", f"refs/tags/{text}", f"refs/heads/{text}").decode("utf-8", "surrogateescape")
    return next((name.removeprefix("refs/") for name in names.splitlines() if name.endswith(f"/{text}")), "")


def began(git: Git, path: str) -> str:
    """When a file was first committed, with that commit's number (« 2015-01-03 (3f2a8c1) »); '' when it never was."""
    try:
        said = git.ask("log", "--reverse", "--diff-filter=A", "--format=%cs (%h)", "HEAD", "--", path)
    except Unanswered:
        return ""
    return said.split(b"\n", 1)[0].decode("ascii", "replace")
