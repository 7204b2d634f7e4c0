"""What was answered so far, so that an interview that was broken off can be taken up where it was, and an answer be given anew.

An interview is held again from its beginning, and every answer that is known is given for the person: what comes of them is then the same.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from traite_cli.writing.composing import printable
from traite_cli.writing.interview.asker import Asker, BrokenOff, Candidate, Question

_VERSION = 1
Keep = Callable[[bytes], object]


class Answered(NamedTuple):
    """A question with its answer, and how that is said where it is a word for a program: the label of a choice."""

    question: str
    answer: str | bool
    said: str = ""


class Begun:
    """An interview that was broken off: the options it was called with, what was answered, and the text that was being typed.

    ``again`` is the place of the answer that the person wants to give anew; the others are then given without a word.
    """

    def __init__(self, given: Mapping[str, Any], answers: Sequence[Answered], unfinished: str, again: int | None = None) -> None:
        self.given = given
        self.answers = answers
        self.unfinished = unfinished
        self.again = again

    @classmethod
    def read(cls, data: bytes | None) -> Begun | None:
        """What was kept; None where there is nothing, or nothing that this wrote."""
        try:
            found = json.loads(data or b"")
            answers = [
                Answered(str(question), answer, str(said[0]) if said else "")
                for question, answer, *said in found["answers"]
                if isinstance(answer, str | bool)
            ]
            given = {str(name): value for name, value in found["given"].items()}
            return cls(given, answers, str(found["unfinished"])) if found["version"] == _VERSION else None
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None


class Memory:
    """An asker that answers for the person what the person has answered before, and keeps each new answer at once."""

    def __init__(self, asker: Asker, keep: Keep, given: Mapping[str, Any], before: Begun | None = None) -> None:
        self._asker = asker
        self._keep = keep
        self._given = given
        self._answers: list[Answered] = []
        self._unfinished = before.unfinished if before else ""
        self._again = before.again if before else None
        self._is_silent = self._again is not None
        self._unsaid: list[str] = []
        self._known = dict(enumerate(before.answers if before else ()))
        self._before: defaultdict[str, deque[int]] = defaultdict(deque)
        for number, one in self._known.items():
            self._before[one.question].append(number)

    @property
    def answers(self) -> list[Answered]:
        """What was answered, with what was before and has not come up again."""
        return [*self._answers, *self._known.values()]

    @property
    def asked(self) -> Sequence[Answered]:
        """What has come up, in its order."""
        return self._answers

    def anew(self, place: int) -> Begun:
        """This interview, with one answer to be given anew."""
        return Begun(self._given, self.answers, self._unfinished, place)

    def before_this(self) -> Begun | None:
        """This interview, with the last answer to be given anew; None where there is none yet."""
        return self.anew(len(self._answers) - 1) if self._answers else None

    def say(self, text: str = "") -> None:
        if self._is_silent:
            self._unsaid.append(text)
        else:
            self._asker.say(text)

    def text(self, question: Question) -> str:
        return str(self._answer(question, self._asker.text))

    def lines(self, question: Question) -> str:
        # What was being typed is of the question that comes now, if its answer is not known.
        return str(self._answer(question, lambda one: self._asker.lines(one._replace(begun=one.begun or self._unfinished))))

    def choice(self, question: Question, choices: Sequence[Candidate]) -> str:
        labels = {one.value: one.label for one in choices}
        return str(self._answer(question, lambda one: self._asker.choice(_standing(one), choices), labels))

    def names(self, question: Question, candidates: Sequence[Candidate]) -> str:
        return str(self._answer(question, lambda one: self._asker.names(one, candidates)))

    def agrees(self, question: Question, *, default: bool) -> bool:
        return bool(self._answer(question, lambda one: self._asker.agrees(one._replace(begun=""), default=default)))

    def _answer(self, question: Question, ask: Callable[[Question], str | bool], labels: Mapping[str, str] | None = None) -> str | bool:
        if question.begun:
            # It is asked again because the answer could not be: that one is forgotten.
            self._forget(question.text)
        number = self._before[question.text].popleft() if self._before[question.text] and not question.begun else None
        known = self._known.pop(number) if number is not None else None
        if known is not None and number != self._again:
            answer = known.answer
            self._say_known(known._replace(said=known.said or (labels or {}).get(str(answer), "")))
        else:
            is_again = known is not None and isinstance(known.answer, str)
            answer = self._asked(ask, question._replace(begun=str(known.answer)) if known and is_again else question)
        kept = question.lasting(answer) if question.lasting is not None and isinstance(answer, str) else answer
        self._answers.append(Answered(question.text, kept, (labels or {}).get(str(answer), "")))
        self._save()
        return answer

    def _say_known(self, known: Answered) -> None:
        if self._is_silent:
            self._unsaid.clear()
        elif isinstance(known.answer, str) and known.answer:
            self._asker.say(f"{known.question} {known.said or known.answer}")

    def _asked(self, ask: Callable[[Question], str | bool], question: Question) -> str | bool:
        for text in self._unsaid:
            self._asker.say(text)
        self._unsaid.clear()
        try:
            answer = ask(question._replace(can_go_back=True))
        except BrokenOff as error:
            self._unfinished = printable(error.so_far)
            self._save()
            raise
        self._is_silent = self._again is not None and bool(self._known)
        self._unfinished = ""
        return printable(answer) if isinstance(answer, str) else answer

    def _forget(self, text: str) -> None:
        last = next((number for number in reversed(range(len(self._answers))) if self._answers[number].question == text), None)
        if last is not None:
            del self._answers[last]

    def _save(self) -> None:
        if self._answers or self._unfinished:
            found = {"version": _VERSION, "given": dict(self._given), "answers": self.answers, "unfinished": self._unfinished}
            self._keep(json.dumps(found, ensure_ascii=False, indent=1).encode())


def _standing(question: Question) -> Question:
    """A choice that is made anew: what was chosen stands, until another is."""
    return question._replace(default=question.begun or question.default, begun="")
