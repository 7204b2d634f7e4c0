"""Entries that were begun and not written: several of a kind are kept, each is told by what it is of, and none is lost without a word."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.cli.new_options import Given, option_name
from traite_cli.dates import EdtfDate
from traite_cli.language import N_, N_n, fold, say_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from traite_cli.cli.call import Call
    from traite_cli.cli.task import Task
    from traite_cli.workspace import Workspace
    from traite_cli.writing.interview import Asker
    from traite_cli.writing.interview.memory import Answered, Begun

_MOST = 9
_SHOWN = 4
_TELLING = ("title", "name", "date", "made_on")
"""What an entry is known by."""


class Kept(NamedTuple):
    """The name under which an entry is kept, and what is gone on with of it."""

    name: str
    begun: Begun | None = None


def taken_up(call: Call, workspace: Workspace, asker: Asker, task: Task, given: Given) -> Kept:
    """What was begun and not written, when it can be what is asked for and the person wants to go on with it; else a new entry."""
    from traite_cli.files import private
    from traite_cli.writing.interview import Candidate, Question
    from traite_cli.writing.interview.memory import Begun

    free = ""
    for name in _names(task):
        begun = Begun.read(private.kept(workspace.root, name))
        if begun is None:
            free = free or name
        elif _fits(call, task, begun, given):
            _tell(call, workspace, asker, begun, name)
            choices = [
                Candidate("yes", call.t(N_("yes"))),
                Candidate("later", call.t(N_("no: begin another one, and keep this for later"))),
                Candidate("delete", call.t(N_("delete it"))),
            ]
            answer = asker.choice(Question(call.t(N_("Go on with it?")), default="yes"), choices)
            if answer == "yes":
                return Kept(name, begun)
            if answer == "delete":
                private.forget(workspace.root, name)
                free = free or name
    return Kept(free or _oldest(call, workspace, asker, task))


def _names(task: Task) -> Iterator[str]:
    yield f"{task.name}.json"
    for number in range(2, _MOST + 1):
        yield f"{task.name}.{number}.json"


def _oldest(call: Call, workspace: Workspace, asker: Asker, task: Task) -> str:
    """The place of the entry that was left the longest time ago, where all places are taken: it goes, and that is said."""
    from traite_cli.files import private

    name = min(_names(task), key=lambda one: private.time_of(workspace.root, one))
    day = _day(call, private.time_of(workspace.root, name))
    asker.say(call.t(N_("So many entries are waiting that the oldest, of {day}, makes room for this one."), day=day))
    private.forget(workspace.root, name)
    return name


def _fits(call: Call, task: Task, begun: Begun, given: Given) -> bool:
    """Whether what was begun can be what the options speak of: nothing that they say of it is said otherwise there."""
    from traite_cli.writing.interview.form import FORMS

    for item in FORMS[task.kind]:
        wanted, there = given.get(option_name(item)), begun.given.get(option_name(item))
        answered = [one.answer for one in begun.answers if item.question and one.question == call.t(item.question)]
        said = there or (answered[0] if answered else "")
        if item.field in _TELLING and isinstance(wanted, str) and wanted and said and fold(str(said)) != fold(wanted):
            return False
    return True


def _tell(call: Call, workspace: Workspace, asker: Asker, begun: Begun, name: str) -> None:
    from traite_cli.files import private

    day = _day(call, private.time_of(workspace.root, name))
    asker.say(call.t(N_("An entry was begun on {day}, and not written:"), day=day))
    for option, value in begun.given.items():
        if option in {f"{one}_" for one in _TELLING}:
            asker.say(f"  --{option.removesuffix('_').replace('_', '-')} {value}")
    typed = [one for one in begun.answers if isinstance(one.answer, str) and one.answer]
    told = [one for one in typed if not one.is_open]
    for one in told[:_SHOWN]:
        asker.say(f"  {one.question} {said(call, one)}")
    if len(told) > _SHOWN:
        asker.say(f"  {call.t.plural(*_MORE, len(told) - _SHOWN, n=len(told) - _SHOWN)}")
    texts = [str(one.answer) for one in told[_SHOWN:] if "\n" in str(one.answer)]
    for text in [*texts, *(str(one.answer) for one in typed if one.is_open)]:
        lines = text.count("\n") + 1
        asker.say(f"  {call.t.plural(*_TEXT, lines, n=lines, begin=text.partition(chr(10))[0][:_LONGEST])}")


_LONGEST = 40
_MORE = N_n("… and {n} answer more", "… and {n} answers more")
_TEXT = N_n("the text that was typed ({n} line): {begin}…", "the text that was typed ({n} lines): {begin}…")


def said(call: Call, one: Answered) -> str:
    """An answer as it is read over: the label of a choice, yes or no, the first line of a text."""
    if isinstance(one.answer, bool):
        return call.t(N_("yes")) if one.answer else call.t(N_("no"))
    text, _, more = (one.said or one.answer).partition("\n")
    return f"{text} […]" if more else text or "–"


def _day(call: Call, seconds: float) -> str:
    return say_date(EdtfDate.of(datetime.fromtimestamp(seconds, UTC).astimezone().date()), call.t.language)
