"""What was answered so far, so that an interview that was broken off can be taken up where it was."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from traite_cli.writing.composing import printable
from traite_cli.writing.interview.asker import Asker, BrokenOff, Candidate, Question

_VERSION = 1
Keep = Callable[[bytes], object]


class Memory:
    """An asker that answers for the person what the person has answered before, and keeps each new answer at once."""

    def __init__(self, asker: Asker, keep: Keep, given: Mapping[str, Any], before: Begun | None = None) -> None:
        self._asker = asker
        self._keep = keep
        self._given = given
        self._answers: list[tuple[str, str | bool]] = []
        self._unfinished = before.unfinished if before else ""
        self._before: defaultdict[str, deque[str | bool]] = defaultdict(deque)
        for question, answer in before.answers if before else ():
            self._before[question].append(answer)

    def say(self, text: str = "") -> None:
        self._asker.say(text)

    def text(self, question: Question) -> str:
        return str(self._answer(question, lambda: self._asker.text(question)))

    def lines(self, question: Question) -> str:
        # What was being typed is of the question that comes now, if its answer is not known.
        begun = question._replace(begun=question.begun or self._unfinished)
        return str(self._answer(question, lambda: self._asker.lines(begun)))

    def choice(self, question: Question, choices: Sequence[Candidate]) -> str:
        return str(self._answer(question, lambda: self._asker.choice(question, choices), {one.value: one.label for one in choices}))

    def names(self, question: Question, candidates: Sequence[Candidate]) -> str:
        return str(self._answer(question, lambda: self._asker.names(question, candidates)))

    def agrees(self, question: Question, *, default: bool) -> bool:
        return bool(self._answer(question, lambda: self._asker.agrees(question, default=default)))

    def _answer(self, question: Question, ask: Callable[[], str | bool], labels: Mapping[str, str] | None = None) -> str | bool:
        if question.begun:
            # It is asked again because the answer could not be: that one is forgotten.
            self._forget(question.text)
        if self._before[question.text] and not question.begun:
            answer = self._before[question.text].popleft()
            if isinstance(answer, str) and answer:
                self._asker.say(f"{question.text} {(labels or {}).get(answer, answer)}")
        else:
            answer = self._asked(ask)
            answer = printable(answer) if isinstance(answer, str) else answer
            self._unfinished = ""
        kept = question.lasting(answer) if question.lasting is not None and isinstance(answer, str) else answer
        self._answers.append((question.text, kept))
        self._save()
        return answer

    def _asked(self, ask: Callable[[], str | bool]) -> str | bool:
        try:
            return ask()
        except BrokenOff as error:
            self._unfinished = printable(error.so_far)
            self._save()
            raise

    def _forget(self, text: str) -> None:
        last = next((number for number in reversed(range(len(self._answers))) if self._answers[number][0] == text), None)
        if last is not None:
            del self._answers[last]

    def _save(self) -> None:
        if self._answers or self._unfinished:
            found = {"version": _VERSION, "given": dict(self._given), "answers": self._answers, "unfinished": self._unfinished}
            self._keep(json.dumps(found, ensure_ascii=False, indent=1).encode())


class Begun:
    """An interview that was broken off: the options it was called with, what was answered, and the text that was being typed."""

    def __init__(self, given: Mapping[str, Any], answers: Sequence[tuple[str, str | bool]], unfinished: str) -> None:
        self.given = given
        self.answers = answers
        self.unfinished = unfinished

    @classmethod
    def read(cls, data: bytes | None) -> Begun | None:
        """What was kept; None where there is nothing, or nothing that this wrote."""
        try:
            found = json.loads(data or b"")
            answers = [(str(question), answer) for question, answer in found["answers"] if isinstance(answer, str | bool)]
            given = {str(name): value for name, value in found["given"].items()}
            return cls(given, answers, str(found["unfinished"])) if found["version"] == _VERSION else None
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
