"""Questions line by line: for a screen reader, a dumb terminal, or a program that stands between.

Nothing is coloured, moved or written over. Every answer ends with Enter.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Sequence

from traite_cli.cli.console import Console
from traite_cli.diagnostics.visible import visible
from traite_cli.language import N_, N_n, Translator, fold
from traite_cli.writing.interview import BACK, BrokenOff, Candidate, Question, WentBack

PROMPT = "> "
END = "."
NO_MORE = "\n\n\n"
"""Behind a text, what somebody makes who believes that Enter ends it."""
_YES, _NO = frozenset({"o", "oui", "y", "yes"}), frozenset({"n", "non", "no"})


class PlainAsker:
    """Asks on standard error, and reads lines."""

    def __init__(self, console: Console, t: Translator, read: Callable[[str], str]) -> None:
        self._console = console
        self._t = t
        self._read = read

    def say(self, text: str = "") -> None:
        for line in text.split("\n"):
            self._console.complain(visible(line))

    def text(self, question: Question) -> str:
        standing = question.begun if question.stands else ""
        self._put(question._replace(default=standing or question.default))
        return self._reply(question) or standing or question.default

    def lines(self, question: Question) -> str:
        self._put(question)
        self._say_how_lines_end()
        found = question.begun.split("\n") if question.begun else []
        try:
            while (line := self._line(strip=False)) != END and (line or found):
                if question.can_go_back and line.strip() == BACK:
                    raise WentBack("\n".join(found).strip())
                found.append(line)
                if "\n".join(["", *found[-2:], ""]) == NO_MORE:
                    self._say_again_how_lines_end()
        except BrokenOff:
            raise BrokenOff("\n".join(found)) from None
        return "\n".join(found).strip()

    def _say_how_lines_end(self) -> None:
        """On a line of its own: nobody finds it out."""
        self.say(self._t(N_("(Type or paste it. To end it: a full stop alone on a line, then Enter. Enter right away: go on without.)")))

    def _say_again_how_lines_end(self) -> None:
        self.say(self._t(N_("(To end the text: a full stop alone on a line, then Enter.)")))

    def choice(self, question: Question, choices: Sequence[Candidate]) -> str:
        self._put(question._replace(default=""))
        for number, one in enumerate(choices, start=1):
            self.say(f"  {number}. {one.label}{f' ({one.note})' if one.note else ''}")
        standing = next((one for one in choices if one.value == question.default), None)
        while True:
            typed = self._reply(question, standing.label if standing else "")
            if not typed:
                return standing.value if standing else ""
            found = _chosen(typed, choices)
            if len(found) == 1:
                return found[0].value
            self.say(self._t.plural(*_NUMBERS, len(choices), last=len(choices)))

    def names(self, question: Question, candidates: Sequence[Candidate]) -> str:  # noqa: ARG002  # nothing is completed here
        return self.text(question)

    def agrees(self, question: Question, *, default: bool) -> bool:
        self._put(question)
        yes, no = self._t(N_("yes")), self._t(N_("no"))
        while True:
            typed = fold(self._reply(question, yes if default else no))
            if not typed:
                return default
            if typed in _YES | _NO:
                return typed in _YES
            self.say(self._t(N_("Type {yes} or {no}."), yes=yes, no=no))

    def _readable(self, prompt: str) -> str:
        """A line that is text; bytes that are none are asked for again."""
        while True:
            try:
                return self._read(prompt)
            except UnicodeDecodeError:
                self.say(self._t(N_("This cannot be read: the terminal sends something else than UTF-8.")))

    def _put(self, question: Question) -> None:
        """The question, what helps to answer it, what was typed before and what counts when nothing is typed."""
        self.say(f"{question.text} ({question.help})" if question.help else question.text)
        if question.begun:
            self.say(self._t(N_("Typed before: {text}"), text=question.begun))
        if question.default:
            self.say(self._t(N_("Enter alone stands for: {default}"), default=question.default))

    def _reply(self, question: Question, standing: str = "") -> str:
        """One line that answers. Raises ``WentBack``."""
        return answered(question, self._line(standing))

    def _line(self, standing: str = "", *, strip: bool = True) -> str:
        """One line; the end of the input breaks off as Ctrl-C does."""
        self._console.flush()
        try:
            line = self._readable(f"[{standing}] {PROMPT}" if standing else PROMPT)
        except (EOFError, KeyboardInterrupt, OSError):
            # A terminal that is closed answers no more than one that is left.
            with contextlib.suppress(OSError):
                self.say()
            raise BrokenOff from None
        return line.strip() if strip else line.rstrip()


def answered(question: Question, typed: str) -> str:
    """What was typed, if it is an answer. Raises ``WentBack``."""
    if goes_back(question, typed):
        raise WentBack
    return typed


def goes_back(question: Question, typed: str) -> bool:
    """Whether nothing but the sign was typed, be it behind what stood there to be edited."""
    return question.can_go_back and typed.strip().removeprefix(question.begun).strip() == BACK


_NUMBERS = N_n("Type 1, or the word of that line.", "Type the number of one of these lines, from 1 to {last}.")


def _chosen(typed: str, choices: Sequence[Candidate]) -> list[Candidate]:
    """The choice that is meant by its number, its word or the beginning of its label."""
    if typed.isdecimal():
        return [choices[int(typed) - 1]] if 0 < int(typed[:4]) <= len(choices) else []
    wanted = fold(typed)
    exact = [one for one in choices if wanted in {fold(one.label), one.value}]
    return exact or [one for one in choices if fold(one.label).startswith(wanted)]


_AS_TYPED = ("convert-meta off", "input-meta on", "output-meta on")
"""Where the system lacks the locale that the environment names, readline would take an é that begins a line for a command."""


def reader(console: Console) -> Callable[[str], str]:
    """What reads a line behind a prompt: with the keys that edit it, where there is a terminal on both sides."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        with contextlib.suppress(ImportError):  # Windows has none, and edits lines itself
            import readline  # it changes what input() does

            for setting in _AS_TYPED:
                readline.parse_and_bind(f"set {setting}")
        return input

    def read(prompt: str) -> str:
        console.err.write(prompt)
        console.err.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.rstrip("\n")

    return read
