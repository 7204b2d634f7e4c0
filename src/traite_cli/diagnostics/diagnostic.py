"""A fault in words: what every reporter is given, and all it is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from traite_cli.dates import EdtfDate
from traite_cli.diagnostics.fault import Day, Edit, Fact, Fault, Severity, Span, Term
from traite_cli.diagnostics.visible import visible
from traite_cli.language import Language, say_date


class Translate(Protocol):
    """Puts a message id and its facts into words (see ``language.Translator``)."""

    @property
    def language(self) -> Language:
        """The language of these words."""
        ...

    def __call__(self, message_id: str, /, **facts: object) -> str:
        """Give the message in words, with its facts in their places."""
        ...


class Rule(NamedTuple):
    """What a kind of fault is called and how it is told.

    ``messages`` and ``hints`` are message ids by variant; the variant ``""`` serves where a fault names none that is there.
    """

    code: str
    severity: Severity
    messages: Mapping[str, str]
    hints: Mapping[str, str]


class Diagnostic(NamedTuple):
    """One fault in one language. ``source`` is the line it points at, as it is in the file; ``edits`` mend it, if anything surely does."""

    path: str
    span: Span
    code: str
    severity: Severity
    message: str
    hint: str
    source: str
    edits: tuple[Edit, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The sentence, then what to do, each on a line of its own, with nothing in them that a screen would obey."""
        return tuple(map(visible, (self.message, *self.hint.splitlines())))


def worded(fault: Fault, rule: Rule, translate: Translate) -> Diagnostic:
    """Tell a fault in the language of ``translate``."""
    facts = {name: _said(fact, translate) for name, fact in fault.facts.items()}
    short = {name: _short(fact) for name, fact in facts.items()}

    def text(wordings: Mapping[str, str], facts: Mapping[str, object]) -> str:
        message = wordings.get(fault.variant, wordings.get("", ""))
        return translate(message, **facts) if message else ""

    # A hint may hold a line to paste, which must be whole.
    message, hint = text(rule.messages, short), text(rule.hints, facts)
    return Diagnostic(fault.path, fault.span, rule.code, rule.severity, message, hint, fault.source, fault.edits)


def _short(said: object) -> object:
    return f"{said[:_LONGEST]}…" if isinstance(said, str) and len(said) > _LONGEST else said


def with_label(word: str, label: str) -> str:
    """A word of the records with what people call it, « kept (tenu) »; alone where that is the same."""
    plain = word.replace("_", " ").replace("-", " ")
    return word if label in {plain, plain.capitalize()} else f"{word} ({label})"


def _said(fact: Fact, translate: Translate) -> object:
    if isinstance(fact, Term):
        said = translate(fact.message)
        return with_label(fact.word, said) if fact.word else said
    if isinstance(fact, Day):
        return say_date(EdtfDate.parse(fact.text), translate.language, with_article=True)
    if isinstance(fact, tuple):
        return ", ".join(str(_said(one, translate)) for one in fact)
    return fact


_LONGEST = 120
"""A whole paragraph may stand where a date should: the sentence about it stays one."""
