"""The facts of an error as its sentence holds them, in the language asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from traite_cli.dates import EdtfDate
from traite_cli.diagnostics import with_label
from traite_cli.diagnostics.visible import visible
from traite_cli.errors import Choices, Day, Message, type_of_fact
from traite_cli.language import say_date

if TYPE_CHECKING:
    from traite_cli.language import Translator

_LONGEST = 1000
"""Of a fact as it is told: a value of a megabyte would push the sentence off the screen."""


def facts_in_words(facts: Mapping[str, type_of_fact], t: Translator) -> dict[str, type_of_fact]:
    """Facts as a sentence may hold them: what a screen would obey is shown, and nothing is longer than a screen."""
    return {name: _in_words(fact, t) for name, fact in facts.items()}


def _in_words(fact: str | int, t: Translator) -> str | int:
    if isinstance(fact, Message):
        return t(fact)
    if isinstance(fact, Day):
        return say_date(EdtfDate.parse(fact), t.language)
    if isinstance(fact, Choices):
        return ", ".join(with_label(word, t(label)) for word, label in fact.labels.items())
    if not isinstance(fact, str):
        return fact
    return visible(fact if len(fact) <= _LONGEST else f"{fact[:_LONGEST]}…")
