"""What asks a person: the interview knows questions, and a screen, a line of text or a test answers them.

Every text here is already in the person's language. Whoever breaks off makes ``BrokenOff`` (a ``KeyboardInterrupt``), and so does the
end of the input. Nothing is meant by colour, and nothing needs a line to be written over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol


class BrokenOff(KeyboardInterrupt):
    """Somebody broke off; ``so_far`` is what stood in a text of several lines that was being typed."""

    def __init__(self, so_far: str = "") -> None:
        super().__init__()
        self.so_far = so_far


class WentBack(Exception):
    """Somebody wants to answer the question before this one anew; ``so_far`` is as in ``BrokenOff``."""

    def __init__(self, so_far: str = "") -> None:
        super().__init__()
        self.so_far = so_far


BACK = "<"
"""What is typed for it."""


class Question(NamedTuple):
    """What is asked, in one short sentence, and what helps to answer it."""

    text: str
    help: str = ""
    """One line more: what may be typed, an example."""
    default: str = ""
    """What counts when nothing is typed; shown as it would be typed."""
    begun: str = ""
    """What was typed before and has to be corrected; an asker that cannot let it be edited says it again."""
    stands: bool = False
    """Whether what was typed before was an answer: where it cannot be edited, Enter alone gives it again."""
    can_go_back: bool = False
    """Whether ``BACK`` is no answer, but makes ``WentBack``."""
    lasting: Callable[[str], str] | None = None
    """Says an answer so that it means the same on another day (« hier »), where it is kept to be taken up again."""


class Candidate(NamedTuple):
    """Something that may be answered: a word of a list, or a record."""

    value: str
    """What is kept: the word of the format, the slug."""
    label: str
    """What people call it, and may type."""
    note: str = ""
    """What tells it from another of the same name: a person's organisation, a meeting's day."""
    also: tuple[str, ...] = ()
    """Other names that it is known by."""


class Asker(Protocol):
    """Puts questions to a person. Every answer is without blanks around it, and '' where the person goes on without one."""

    def say(self, text: str = "") -> None:
        """Tell something that wants no answer: what was understood, why an answer cannot be, a summary; '' is an empty line."""

    def text(self, question: Question) -> str:
        """One line of text."""

    def lines(self, question: Question) -> str:
        """A text of several lines, as it was typed or pasted, without the line that ends it."""

    def choice(self, question: Question, choices: Sequence[Candidate]) -> str:
        """The ``value`` of one of the choices, which are few; '' for none, or for the question's default."""

    def names(self, question: Question, candidates: Sequence[Candidate]) -> str:
        """One line with names as they were typed, several with commas between them; the candidates only complete them."""

    def agrees(self, question: Question, *, default: bool) -> bool:
        """Yes or no."""
