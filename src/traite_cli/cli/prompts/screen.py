"""Questions on a terminal that can move back: names are completed as they are typed, and what was typed before can be edited.

All else is as in ``plain``, the words and the ways to end a text included. Nothing is coloured and nothing is kept of what was typed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from prompt_toolkit import PromptSession
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.completion import Completer
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import ColorDepth, Output

from traite_cli.cli.console import Console
from traite_cli.cli.prompts.completing import NameCompleter
from traite_cli.cli.prompts.plain import END, NO_MORE, PROMPT, PlainAsker, answered, goes_back
from traite_cli.diagnostics.visible import visible
from traite_cli.language import Translator
from traite_cli.writing.interview import BACK, BrokenOff, Candidate, Question, WentBack

_DUMB = {"dumb", "unknown"} if sys.platform == "win32" else {"", "dumb", "unknown"}


class ScreenAsker(PlainAsker):
    """Asks through prompt_toolkit."""

    def __init__(self, console: Console, t: Translator, given: Input, shown: Output) -> None:
        super().__init__(console, t, self._prompt)
        self._given = given
        self._shown = shown
        self._session = self._anew()
        self._completers: dict[int, tuple[Sequence[Candidate], NameCompleter]] = {}

    def text(self, question: Question) -> str:
        self._put(question._replace(begun=""))
        return self._asked(question) or question.default

    def names(self, question: Question, candidates: Sequence[Candidate]) -> str:
        self._put(question._replace(begun=""))
        return self._asked(question, completer=self._completer(candidates)) or question.default

    def lines(self, question: Question) -> str:
        self._put(question._replace(begun=""))
        self._say_how_lines_end()
        typed = self._asked(question, several=True)
        before, _, last = typed.rpartition("\n")
        if question.can_go_back and last.strip() == BACK:
            raise WentBack(before.strip())
        return before.rstrip() if last.strip() == END else typed

    def _anew(self) -> PromptSession[str]:
        """A session for one question: it hands on to the next what that one does not set, such as what Enter does."""
        return PromptSession(history=DummyHistory(), input=self._given, output=self._shown, color_depth=ColorDepth.DEPTH_1_BIT)

    def _prompt(self, prompt: str) -> str:
        """One line for the questions that are asked as in ``plain``."""
        self._session = self._anew()
        return self._session.prompt(visible(prompt))

    def _asked(self, question: Question, *, completer: Completer | None = None, several: bool = False) -> str:
        """What is typed; whoever breaks off leaves what stands there. Raises ``WentBack``."""
        self._console.flush()
        self._session = self._anew()
        try:
            typed = self._session.prompt(
                PROMPT,
                default=question.begun,
                completer=completer,
                complete_while_typing=True,
                multiline=several,
                key_bindings=_ending_lines(question, self._say_again_how_lines_end) if several else None,
                prompt_continuation=" " * len(PROMPT),
            )
        except (EOFError, KeyboardInterrupt, OSError):
            with suppress(OSError):  # a terminal that is closed answers no more than one that is left
                self.say()
            raise BrokenOff(self._session.default_buffer.text if several else "") from None
        return answered(question, typed).strip()

    def _completer(self, candidates: Sequence[Candidate]) -> NameCompleter:
        """Names are gathered once, however often the same ones are asked about."""
        known = self._completers.get(id(candidates))
        if known is None:
            known = self._completers[id(candidates)] = (candidates, NameCompleter(candidates))
        return known[1]


def _ending_lines(question: Question, remind: Callable[[], None]) -> KeyBindings:
    """Enter begins a new line, unless nothing is typed yet, or that one goes back, or a full stop stands alone on the last one.

    Whoever makes empty lines looks for the way out, and is reminded of it.
    """
    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        on_last = "\n" not in buffer.document.text_after_cursor
        is_over = not buffer.text.strip() or goes_back(question, buffer.text)
        ends = {END, BACK} if question.can_go_back else {END}
        if is_over or (on_last and buffer.document.current_line.strip() in ends):
            buffer.validate_and_handle()
        else:
            buffer.newline(copy_margin=False)
            if on_last and buffer.text.endswith(NO_MORE):
                run_in_terminal(remind)

    return keys


def screen_asker(console: Console, t: Translator, environ: Mapping[str, str]) -> ScreenAsker | None:
    """An asker for the terminal that the program stands on; None where it is none that can be drawn on."""
    from prompt_toolkit.input import create_input
    from prompt_toolkit.output import create_output

    if environ.get("TERM", "") in _DUMB:
        return None
    try:
        given, shown = create_input(), create_output(console.err)
    except Exception:  # noqa: BLE001  # what a console lacks is told in as many ways as there are consoles
        return None
    if hasattr(shown, "enable_cpr"):
        shown.enable_cpr = False  # it warns where a terminal does not tell where it stands
    return ScreenAsker(console, t, given, shown)
