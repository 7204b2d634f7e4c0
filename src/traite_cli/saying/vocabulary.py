"""The words that lists are asked with and answer in: kinds, states, sorts; each has the records' own word and what people call it."""

from __future__ import annotations

from collections.abc import Mapping

from traite_cli.errors import Choices, UsageError
from traite_cli.kinds import FOLLOW_UP_STATUSES, SEVERAL, Block, Choice, CollectiveMembership, kind_among, meant_among, word_among
from traite_cli.language import N_
from traite_cli.repository import OPEN

Words = Mapping[str, str]
"""The records' own words, each with a message id."""


def labels_of(block: type[Block], field: str) -> Words:
    """The words that a field takes; none where it takes others too, or is not there."""
    declared = block.FIELDS[field].type if field in block.FIELDS else None
    return declared.labels if isinstance(declared, Choice) else {}


MEETING_STATES: Words = {"planned": N_("planned"), "held": N_("held"), "cancelled": N_("called off")}
STATES: Mapping[str, Words] = {
    "commitments": {OPEN: N_("open"), **FOLLOW_UP_STATUSES},
    "meetings": MEETING_STATES,
    "organisations": labels_of(CollectiveMembership, "status"),
    "topics": {"open": N_("open"), "closed": N_("closed")},
}
"""The states of each kind that has some."""


_NO_STATES: Words = {"overdue": N_("overdue"), "late": N_("late"), "unanswered": N_("without an answer")}
ELSEWHERE: Mapping[str, Mapping[str, str]] = {
    "commitments": {"overdue": "--overdue", "late": "--overdue"},
    "requests": {"unanswered": "--unanswered"},
}
"""What people ask for as if it were a state, by kind, with the option that it has."""


def kind_named(name: str) -> str:
    """The kind that a word means, in either language, singular or plural. Raises ``UsageError``."""
    found = kind_among(name)
    if found:
        return found
    near = meant_among(SEVERAL, name)
    hint = N_("perhaps: {near}") if near else N_("the kinds: {kinds}")
    raise UsageError(N_("“{name}” is no kind of record"), hint=hint, name=name, near=_one(near, SEVERAL), kinds=Choices(SEVERAL))


def _one(word: str, labels: Words) -> Choices:
    return Choices({word: labels[word]} if word else {})


def word_given(option: str, text: str, known: Words, elsewhere: Mapping[str, str] | None = None) -> str:
    """The word that the value of an option means, in either language; '' for none given. Raises ``UsageError`` with what is near.

    ``elsewhere`` says which other option asks for a word that is none of these: ``overdue`` is no state.
    """
    found = word_among(known, text)
    if text and not found:
        option_for = (elsewhere or {}).get(word_among(_NO_STATES, text))
        if option_for:
            message = N_("{name} cannot take “{value}”: that is asked with an option of its own")
            raise UsageError(message, hint=N_("for that: {option}"), name=option, value=text, option=option_for)
        near = meant_among(known, text)
        hint = N_("perhaps: {near}") if near else N_("one of: {choices}")
        raise UsageError(
            N_('{name} cannot take "{value}"'), hint=hint, name=option, value=text, near=_one(near, known), choices=Choices(known)
        )
    return found
