"""What the kinds of faults are, in words that are of no fault in particular: for reports that tell of them beside the faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter

from traite_cli.checks.catalogue import Listed, catalogue
from traite_cli.diagnostics import Diagnostic, RuleWords, Translate


def rules_of(diagnostics: Iterable[Diagnostic], translate: Translate) -> Mapping[str, RuleWords]:
    """The kinds of faults among some diagnostics, by code."""
    met = {one.code for one in diagnostics}
    return {listed.code: _rule_words(listed, translate) for listed in catalogue().values() if listed.code in met}


def _rule_words(listed: Listed, translate: Translate) -> RuleWords:
    """A check by the first of its sentences, and the first of its hints."""
    message, hint = (next(iter(wordings.values()), "") for wordings in (listed.check.messages, listed.check.hints))
    return RuleWords(listed.name, _in_general(message, translate), _in_general(hint, translate))


def _in_general(message: str, translate: Translate) -> str:
    """A message with « … » where the facts of a fault stand."""
    return translate(message, **{name: "…" for _text, name, _layout, _conversion in Formatter().parse(message) if name})
