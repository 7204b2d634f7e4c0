"""Questions line by line: what is shown, and what is made of an answer."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from traite_cli.cli.console import Console
from traite_cli.cli.prompts.plain import PlainAsker
from traite_cli.language import translator
from traite_cli.writing.interview import BrokenOff, Candidate, Question, WentBack
from traite_cli.writing.interview.memory import Begun, Memory

CHOICES = [Candidate("plenary", "plénière"), Candidate("event", "événement", "reported"), Candidate("preparatory", "préparatoire")]


class _Typed:
    """A person who types some lines, and then leaves."""

    def __init__(self, *lines: str | BaseException) -> None:
        self.shown = io.StringIO()
        self._lines: Iterator[str | BaseException] = iter(lines)
        self.asker = PlainAsker(Console(io.StringIO(), self.shown), translator("en"), self._read)

    def _read(self, prompt: str) -> str:
        self.shown.write(prompt)
        line = next(self._lines, EOFError())
        if isinstance(line, BaseException):
            raise line
        self.shown.write(f"{line}\n")
        return line


def test_a_question_is_shown_with_what_helps() -> None:
    """The question, the help in brackets, what was typed before, and what stands for nothing."""
    typed = _Typed(" Paris ")
    question = Question("Where?", "a town", default="Lyon", begun="Parsi")
    assert typed.asker.text(question) == "Paris"
    assert typed.shown.getvalue() == "Where? (a town)\nTyped before: Parsi\nEnter alone stands for: Lyon\n>  Paris \n"


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (["2"], "event"),
        (["Evenement"], "event"),
        (["plé"], "plenary"),
        (["preparatory"], "preparatory"),
        (["0", "4", "99999999999999999999", "p", "1"], "plenary"),
        ([""], ""),
    ],
)
def test_a_choice_is_made_by_number_or_by_its_word(lines: list[str], value: str) -> None:
    """Accents aside; what fits none of them, or several, is asked again."""
    assert _Typed(*lines).asker.choice(Question("Which?"), CHOICES) == value


def test_enter_takes_the_choice_that_stands() -> None:
    """It is shown before the prompt."""
    typed = _Typed("")
    assert typed.asker.choice(Question("Which?", default="event"), CHOICES) == "event"
    assert typed.shown.getvalue() == "Which?\n  1. plénière\n  2. événement (reported)\n  3. préparatoire\n[événement] > \n"


@pytest.mark.parametrize(("lines", "answer"), [(["y"], True), (["NON"], False), ([""], True), (["perhaps", "oui"], True)])
def test_yes_and_no_are_taken_in_both_languages(lines: list[str], answer: bool) -> None:
    """Whatever language the program speaks."""
    assert _Typed(*lines).asker.agrees(Question("Sure?"), default=True) is answer


def test_a_text_ends_with_a_full_stop_alone() -> None:
    """Empty lines belong to it; an empty one first means none."""
    assert _Typed("Un.", "", "  deux  ", ".").asker.lines(Question("Text?")) == "Un.\n\n  deux"
    assert _Typed("", "Un.").asker.lines(Question("Text?")) == ""


@pytest.mark.parametrize("end", [KeyboardInterrupt(), EOFError(), OSError(5, "Input/output error")])
def test_whoever_breaks_off_leaves_what_was_typed(end: BaseException) -> None:
    """Ctrl-C, the end of the input, a terminal that is gone."""
    with pytest.raises(BrokenOff) as caught:
        _Typed("Un.", "Deux.", end).asker.lines(Question("Text?"))
    assert caught.value.so_far == "Un.\nDeux."


def test_bytes_that_are_no_text_are_asked_for_again() -> None:
    """A terminal in another encoding is told so."""
    typed = _Typed(UnicodeDecodeError("utf-8", b"\xe9", 0, 1, "odd"), "Été")
    assert typed.asker.text(Question("Title?")) == "Été"
    assert "UTF-8" in typed.shown.getvalue()


def test_what_is_said_is_never_obeyed_by_the_screen() -> None:
    """A name of a record may hold anything."""
    typed = _Typed("1")
    typed.asker.choice(Question("Which?"), [Candidate("x", "a\x1b[2Jb")])
    assert "\x1b" not in typed.shown.getvalue()


def test_memory_answers_what_was_answered() -> None:
    """In its order, question by question; what was wrong is not kept, nor what no screen shows."""
    kept: list[bytes] = []
    first = Memory(_Typed("un\x1b", "deux", "trois", "o", EOFError()).asker, kept.append, {"title_": "x"})
    assert first.text(Question("A?")) == "un"
    assert first.text(Question("B?")) == "deux"
    assert first.text(Question("B?", begun="deux")) == "trois"
    assert first.agrees(Question("C?"), default=False)
    with pytest.raises(BrokenOff):
        first.text(Question("D?"))
    begun = Begun.read(kept[-1])
    assert begun is not None
    assert begun.given == {"title_": "x"}
    again = Memory(_Typed("quatre").asker, kept.append, {}, begun)
    assert [again.text(Question("A?")), again.text(Question("B?")), again.agrees(Question("C?"), default=False)] == ["un", "trois", True]
    assert again.text(Question("D?")) == "quatre"


def test_whatever_was_answered_is_offered_again() -> None:
    """Gone back behind to the first question and beyond, and broken off: a text, a yes, a choice, at their own places."""
    kept: list[bytes] = []
    choices = [Candidate("a", "Un"), Candidate("b", "Deux")]

    def ask(memory: Memory) -> list[object]:
        return [
            memory.lines(Question("A?")),
            memory.agrees(Question("B?"), default=False),
            memory.choice(Question("C?"), choices),
            memory.lines(Question("A?")),
        ]

    begun = None
    for typed in (["un", ".", "o", "2", "deux", "<"], ["<"], ["<"], ["trois", "<"], ["", ".", EOFError()]):
        memory = Memory(_Typed(*typed).asker, kept.append, {"title_": "x"}, begun)
        with pytest.raises((WentBack, BrokenOff)):
            ask(memory)
        begun = memory.before_this()
    taken_up = Begun.read(kept[-1])
    assert taken_up is not None
    assert taken_up.given == {"title_": "x"}
    assert ask(Memory(_Typed("", "", ".").asker, kept.append, {}, taken_up)) == ["un\ntrois", True, "b", "deux"]


def test_enter_keeps_a_line_that_was_answered() -> None:
    """Gone back to, it stands; one that could not be an answer does not."""
    first = Memory(_Typed("un", "<").asker, lambda data: data, {})
    assert first.text(Question("A?")) == "un"
    with pytest.raises(WentBack):
        first.text(Question("B?"))
    again = Memory(_Typed("", "").asker, lambda data: data, {}, first.before_this())
    assert again.text(Question("A?")) == "un"
    assert again.text(Question("A?", begun="un")) == ""


@pytest.mark.parametrize(
    "data",
    [None, b"", b"\xff", b"[]", b"{}", b'{"version": 2}', b'{"version": 1, "answers": [1], "given": {}, "unfinished": ""}', b"[" * 100_000],
)
def test_what_was_kept_by_somebody_else_is_nothing(data: bytes | None) -> None:
    """Whatever lies there, the interview begins."""
    assert Begun.read(data) is None
