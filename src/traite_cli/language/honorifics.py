"""Forms of address before a name, French and English, and what they say of whom they address."""

from __future__ import annotations

from collections.abc import Sequence

from traite_cli.language.folding import words
from traite_cli.language.word_lists import word_list

_MASCULINE = word_list("m mr mm monsieur messieurs sir abbe pere frere")
_FEMININE = word_list("mme mmes mlle mlles madame mesdames mademoiselle mrs ms miss soeur")
_EITHER = word_list("dr docteur me maitre pr prof professeur professor mgr monseigneur")
_ALL = _MASCULINE | _FEMININE | _EITHER


def without_honorific(name: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a name without the forms of address before it; as they are where nothing would be left."""
    kept = tuple(name)
    while len(kept) > 1 and kept[0] in _ALL:
        kept = kept[1:]
    return kept


def has_honorific(name: Sequence[str]) -> bool:
    """Whether the folded words of a name begin with a form of address, and a name follows."""
    return len(name) > 1 and name[0] in _ALL


def is_honorific(said: str) -> bool:
    """Whether a text is a form of address and nothing else: « M. » of « M. et Mme Dupont »."""
    name = words(said)
    return bool(name) and _ALL.issuperset(name)


def may_address(said: Sequence[str], known: Sequence[str]) -> bool:
    """Whether a name that begins with one form of address can be that of somebody addressed with another."""
    genders = [{"m" if word in _MASCULINE else "f" for word in some[:1] if word in _MASCULINE | _FEMININE} for some in (said, known)]
    return not all(genders) or genders[0] == genders[1]
