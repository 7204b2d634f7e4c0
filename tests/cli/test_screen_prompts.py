"""Questions on a terminal: completion, editing what was typed, ending a text, breaking off, and falling back where it cannot be drawn on."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import to_plain_text
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from traite_cli.cli.console import Console
from traite_cli.cli.prompts.completing import NameCompleter
from traite_cli.cli.prompts.screen import ScreenAsker, screen_asker
from traite_cli.language import translator
from traite_cli.writing.interview import BrokenOff, Candidate, Question

_PEOPLE = (
    Candidate("people/alice-tallon", "Alice Tallon", "ECPAT"),
    Candidate("people/elisabeth-moiron-braud", "Élisabeth Moiron-Braud", "MIPROF"),
    Candidate("people/jean-dupont", "Jean Dupont", "ALC"),
    Candidate("people/jean-dupont-2", "Jean Dupont", "Cimade"),
    Candidate("organisations/miprof", "Mission interministérielle", "", ("MIPROF",)),
    Candidate("organisations/femmes-et-migrations", "Femmes et migrations"),
)


class _Terminal:
    """An asker whose keys are sent by the test."""

    def __init__(self, keys: PipeInput) -> None:
        self.keys = keys
        self.talk = io.StringIO()
        self.asker = ScreenAsker(Console(io.StringIO(), self.talk), translator("en"), keys, DummyOutput())

    def typing(self, *keys: str) -> _Terminal:
        """Send keys that will be read by the next questions."""
        self.keys.send_text("".join(keys))
        return self

    def once(self, is_so: Callable[[Buffer], bool], keys: str) -> None:
        """Send keys as soon as the line is so: completion comes when it is ready."""

        def wait() -> None:
            until = time.monotonic() + 10
            while not is_so(self.asker._session.default_buffer) and time.monotonic() < until:
                time.sleep(0.01)
            self.keys.send_text(keys)

        threading.Thread(target=wait, daemon=True).start()


@pytest.fixture
def terminal() -> Iterator[_Terminal]:
    """A terminal that draws nothing."""
    with create_pipe_input() as keys:
        yield _Terminal(keys)


_ENTER, _CTRL_C, _CTRL_D, _TAB, _UP = "\r", "\x03", "\x04", "\t", "\x1b[A"
_WHO = Question("Who was there?")


def _offered(typed: str, *, asked_for: bool = False) -> list[tuple[str, str, str]]:
    event = CompleteEvent(text_inserted=not asked_for, completion_requested=asked_for)
    found = NameCompleter(_PEOPLE).get_completions(Document(typed), event)
    return [
        (typed[: len(typed) + one.start_position] + one.text, to_plain_text(one.display), to_plain_text(one.display_meta)) for one in found
    ]


@pytest.mark.parametrize(
    ("typed", "lines"),
    {
        "tal": ["Alice Tallon"],
        "elisa": ["Élisabeth Moiron-Braud"],
        "braud eli": ["Élisabeth Moiron-Braud"],
        "Alice Tallon, elis": ["Alice Tallon, Élisabeth Moiron-Braud"],
        "Alice Tallon et elis": ["Alice Tallon et Élisabeth Moiron-Braud"],
        "Alice Tallon (mip": ["Alice Tallon (Mission interministérielle"],
        "talon": ["Alice Tallon"],
        "miporf": ["Mission interministérielle"],
        "jean d": ["people/jean-dupont", "people/jean-dupont-2"],
        "femmes et mig": ["Femmes et migrations"],
        "": [],
        "Alice Tallon, ": [],
        "zzz": [],
    }.items(),
)
def test_a_name_is_completed_as_it_is_typed(typed: str, lines: list[str]) -> None:
    """By the beginning of any word, accents aside, the last name of a line; two of one name by what their files are called."""
    assert [line for line, _, _ in _offered(typed)] == lines


def test_what_is_offered_tells_whom_it_is() -> None:
    """The name, what tells it from another, and the slug."""
    assert [(shown, told) for _, shown, told in _offered("jean")] == [
        ("Jean Dupont", "ALC, jean-dupont"),
        ("Jean Dupont", "Cimade, jean-dupont-2"),
    ]
    assert len(_offered("", asked_for=True)) == len(_PEOPLE)


def test_what_a_screen_would_obey_is_never_put_in() -> None:
    """A name with control characters is offered by its slug, and shown with the characters named."""
    event = CompleteEvent(text_inserted=True)
    (only,) = NameCompleter([Candidate("people/x", "Eve \x1b[2JTrap\u202e")]).get_completions(Document("eve"), event)
    assert only.text == "people/x"
    assert "\x1b" not in to_plain_text(only.display)
    assert "\u202e" not in to_plain_text(only.display)


def test_a_line_is_typed(terminal: _Terminal) -> None:
    """Without blanks around it; the question stands on standard error."""
    assert terminal.typing("  lundi prochain ", _ENTER).asker.text(Question("When?", "a day")) == "lundi prochain"
    assert "When? (a day)" in terminal.talk.getvalue()


def test_enter_alone_stands_for_the_default(terminal: _Terminal) -> None:
    """Which is told."""
    assert terminal.typing(_ENTER).asker.text(Question("When?", default="2015-02-02")) == "2015-02-02"
    assert "2015-02-02" in terminal.talk.getvalue()
    assert terminal.typing(_ENTER).asker.text(Question("When?")) == ""


def test_what_was_typed_before_can_be_edited(terminal: _Terminal) -> None:
    """It stands on the line, the cursor behind it."""
    assert terminal.typing("5", _ENTER).asker.text(Question("When?", begun="2 février 201")) == "2 février 2015"
    assert "Typed before" not in terminal.talk.getvalue()


def test_names_are_completed_with_tab(terminal: _Terminal) -> None:
    """And the line can be gone on with."""
    terminal.once(lambda line: line.complete_state is not None, _TAB)
    terminal.once(lambda line: line.text == "Alice Tallon", ", la Miprof" + _ENTER)
    assert terminal.typing("tall").asker.names(_WHO, _PEOPLE) == "Alice Tallon, la Miprof"


def test_nothing_is_kept_of_what_was_typed(terminal: _Terminal) -> None:
    """The arrow up brings no earlier answer back: it may be a name that is not to be seen."""
    assert terminal.typing("secret", _ENTER).asker.text(_WHO) == "secret"
    assert terminal.typing(_UP, "x", _ENTER).asker.text(_WHO) == "x"


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (f"Un{_ENTER}{_ENTER}Deux{_ENTER}.{_ENTER}", "Un\n\nDeux"),
        (f"Un{_ENTER}  deux{_ENTER}  .  {_ENTER}", "Un\n  deux"),
        (_ENTER, ""),
        (f"  {_ENTER}", ""),
        (f".{_ENTER}", ""),
        ("\x1b[200~Collé\nen bloc.\n.\nFin\x1b[201~" + f"{_ENTER}.{_ENTER}", "Collé\nen bloc.\n.\nFin"),
        (f"Fin.{_ENTER}suite{_ENTER}.{_ENTER}", "Fin.\nsuite"),
    ],
    ids=["typed", "blanks", "nothing", "only blanks", "only the stop", "pasted", "a stop behind words"],
)
def test_a_text_ends_with_a_full_stop_on_its_own_line(terminal: _Terminal, keys: str, text: str) -> None:
    """Enter alone goes on without; what is pasted is taken whole."""
    assert terminal.typing(keys).asker.lines(Question("Minutes?")) == text
    assert "To end it: a full stop alone on a line" in terminal.talk.getvalue()


@pytest.mark.parametrize("minutes", [_ENTER, f"Un{_ENTER}Deux{_ENTER}.{_ENTER}"], ids=["passed", "typed"])
def test_enter_answers_every_question_after_a_text(terminal: _Terminal, minutes: str) -> None:
    """What Enter does in a text of several lines ends with that, and so do the names that were completed."""
    asker = terminal.typing(minutes).asker
    asker.lines(Question("Minutes?"))
    choices = (Candidate("kept", "kept"), Candidate("no_news", "no news"))
    terminal.typing("une décision", _ENTER, "alice", _ENTER, "oui", _ENTER, "2", _ENTER, _ENTER, "tall", _ENTER)
    assert asker.text(_WHO) == "une décision"
    assert asker.names(_WHO, _PEOPLE) == "alice"
    assert asker.agrees(_WHO, default=False)
    assert asker.choice(_WHO, choices) == "no_news"
    assert asker.agrees(_WHO, default=True)
    assert asker.text(_WHO) == "tall"
    assert (asker._session.completer, asker._session.multiline) == (None, False)


def test_a_text_that_was_begun_is_gone_on_with(terminal: _Terminal) -> None:
    """It stands there to be edited."""
    assert terminal.typing(f"!{_ENTER}.{_ENTER}").asker.lines(Question("Minutes?", begun="Un\nDeux")) == "Un\nDeux!"


@pytest.mark.parametrize("key", [_CTRL_C, _CTRL_D])
@pytest.mark.parametrize(
    "ask",
    [
        lambda asker: asker.text(_WHO),
        lambda asker: asker.names(_WHO, _PEOPLE),
        lambda asker: asker.lines(_WHO),
        lambda asker: asker.choice(_WHO, _PEOPLE),
        lambda asker: asker.agrees(_WHO, default=True),
    ],
    ids=["text", "names", "lines", "choice", "agrees"],
)
def test_one_breaks_off_at_any_question(terminal: _Terminal, key: str, ask: Callable[[ScreenAsker], object]) -> None:
    """With Ctrl-C and with Ctrl-D."""
    with pytest.raises(BrokenOff):
        ask(terminal.typing(key).asker)


def test_what_stood_in_a_text_is_not_lost(terminal: _Terminal) -> None:
    """Whoever breaks off a text leaves what was typed of it."""
    with pytest.raises(BrokenOff) as broken:
        terminal.typing(f"Un{_ENTER}Deux", _CTRL_C).asker.lines(Question("Minutes?"))
    assert broken.value.so_far == "Un\nDeux"


def test_a_choice_is_made_by_number_or_word(terminal: _Terminal) -> None:
    """Each asker takes the same answers."""
    choices = (Candidate("kept", "kept"), Candidate("no_news", "no news"))
    assert terminal.typing("2", _ENTER).asker.choice(_WHO, choices) == "no_news"
    assert terminal.typing("perhaps", _ENTER, "kep", _ENTER).asker.choice(_WHO, choices) == "kept"
    assert terminal.typing("n", _ENTER).asker.agrees(_WHO, default=True) is False


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_dumb_terminal_is_asked_line_by_line(term: str) -> None:
    """Nothing is drawn where it cannot be."""
    assert screen_asker(Console(io.StringIO(), io.StringIO()), translator("fr"), {"TERM": term}) is None


def test_nothing_is_loaded_before_somebody_is_asked() -> None:
    """A command that asks nothing does not wait for what draws."""
    code = "import sys, traite_cli.cli.prompts, traite_cli.cli.main; print('prompt_toolkit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
