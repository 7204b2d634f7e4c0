"""What was answered so far, so that an interview that was broken off can be taken up where it was, and an answer be given anew.

An interview is held again from its beginning, and every answer that is known is given for the person: what comes of them is then the same.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from traite_cli.writing.composing import printable
from traite_cli.writing.interview.asker import Asker, BrokenOff, Candidate, Question, WentBack

_VERSION = 1
Keep = Callable[[bytes], object]


class Answered(NamedTuple):
    """A question with its answer, and how that is said where it is a word for a program: the label of a choice."""

    question: str
    answer: str | bool
    said: str = ""
    is_open: bool = False
    """Whether it is asked again, with this offered as its answer: it was being typed, or was gone back behind."""


class Begun:
    """An interview that was broken off: the options it was called with, and what was answered or was being typed.

    ``is_silent`` where an answer is given anew: those that stand are then given without a word.
    """

    def __init__(self, given: Mapping[str, Any], answers: Sequence[Answered], *, is_silent: bool = False) -> None:
        self.given = given
        self.answers = answers
        self.is_silent = is_silent

    @classmethod
    def read(cls, data: bytes | None) -> Begun | None:
        """What was kept; None where there is nothing, or nothing that this wrote."""
        try:
            found = json.loads(data or b"")
            answers = [
                Answered(str(question), answer, str(said[0]) if said else "", is_open=said[1:] == [True])
                for question, answer, *said in found["answers"]
                if isinstance(answer, str | bool)
            ]
            given = {str(name): value for name, value in found["given"].items()}
            return cls(given, answers) if found["version"] == _VERSION else None
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None


class Memory:
    """An asker that answers for the person what the person has answered before, and keeps each new answer at once."""

    def __init__(self, asker: Asker, keep: Keep, given: Mapping[str, Any], before: Begun | None = None) -> None:
        self._asker = asker
        self._keep = keep
        self._given = given
        self._answers: list[Answered] = []
        self._open: list[Answered] = []
        self._is_anew = self._is_silent = before is not None and before.is_silent
        self._unsaid: list[str] = []
        self._known = dict(enumerate(before.answers if before else ()))
        self._before: defaultdict[str, deque[int]] = defaultdict(deque)
        for number, one in self._known.items():
            self._before[one.question].append(number)

    @property
    def answers(self) -> list[Answered]:
        """What was answered, with what stood where it was left, and what was before and has not come up again."""
        return [*self._answers, *self._open, *self._known.values()]

    @property
    def asked(self) -> Sequence[Answered]:
        """What has come up, in its order."""
        return self._answers

    def anew(self, place: int) -> Begun:
        """This interview, with one answer to be given anew."""
        answers = [one._replace(is_open=one.is_open or number == place) for number, one in enumerate(self.answers)]
        return Begun(self._given, answers, is_silent=True)

    def before_this(self) -> Begun:
        """This interview, with the last answer to be given anew, if there is one yet."""
        return self.anew(len(self._answers) - 1)

    def say(self, text: str = "") -> None:
        if self._is_silent:
            self._unsaid.append(text)
        else:
            self._asker.say(text)

    def text(self, question: Question) -> str:
        return str(self._answer(question, self._asker.text))

    def lines(self, question: Question) -> str:
        return str(self._answer(question, self._asker.lines))

    def choice(self, question: Question, choices: Sequence[Candidate]) -> str:
        labels = {one.value: one.label for one in choices}
        return str(self._answer(question, lambda one: self._asker.choice(_standing(one), choices), labels))

    def names(self, question: Question, candidates: Sequence[Candidate]) -> str:
        return str(self._answer(question, lambda one: self._asker.names(one, candidates)))

    def agrees(self, question: Question, *, default: bool) -> bool:
        return bool(self._answer(question, lambda one: self._asker.agrees(one._replace(begun=""), default=_agreed(one, default))))

    def _answer(self, question: Question, ask: Callable[[Question], str | bool], labels: Mapping[str, str] | None = None) -> str | bool:
        if question.begun:
            # It is asked again because the answer could not be: that one is forgotten.
            self._forget(question.text)
        number = self._before[question.text].popleft() if self._before[question.text] and not question.begun else None
        known = self._known.pop(number) if number is not None else None
        if known is not None and not known.is_open:
            answer = known.answer
            self._say_known(known._replace(said=known.said or (labels or {}).get(str(answer), "")))
        else:
            answer = self._asked(ask, question, known or Answered(question.text, question.begun, is_open=True))
        kept = question.lasting(answer) if question.lasting is not None and isinstance(answer, str) else answer
        self._answers.append(Answered(question.text, kept, (labels or {}).get(str(answer), "")))
        self._save()
        return answer

    def _say_known(self, known: Answered) -> None:
        if self._is_silent:
            self._unsaid.clear()
        elif isinstance(known.answer, str) and known.answer:
            self._asker.say(f"{known.question} {known.said or known.answer}")

    def _asked(self, ask: Callable[[Question], str | bool], question: Question, stood: Answered) -> str | bool:
        """What the person answers; where none comes, what stood there is kept, to be offered again."""
        for text in self._unsaid:
            self._asker.say(text)
        self._unsaid.clear()
        try:
            answer = ask(question._replace(begun=str(stood.answer), stands=not question.begun, can_go_back=True))
        except (BrokenOff, WentBack) as error:
            stood = stood._replace(answer=printable(error.so_far)) if error.so_far else stood
            self._open = [stood] if stood.answer != "" else []
            self._save()
            raise
        self._is_silent = self._is_anew and bool(self._known)
        return printable(answer) if isinstance(answer, str) else answer

    def _forget(self, text: str) -> None:
        last = next((number for number in reversed(range(len(self._answers))) if self._answers[number].question == text), None)
        if last is not None:
            del self._answers[last]

    def _save(self) -> None:
        if self.answers:
            found = {"version": _VERSION, "given": dict(self._given), "answers": self.answers}
            self._keep(json.dumps(found, ensure_ascii=False, indent=1).encode())


def _standing(question: Question) -> Question:
    """A choice that is made anew: what was chosen stands, until another is."""
    return question._replace(default=question.begun or question.default, begun="")


def _agreed(question: Question, default: bool) -> bool:  # noqa: FBT001  # what counts when nothing is typed
    """A yes or no that is said anew: what was said stands, until the other is."""
    return question.begun == str(True) if question.begun else default
