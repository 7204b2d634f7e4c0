"""The words of a vocabulary as people write them: the records' own, or what they are called in either language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from traite_cli.kinds.french import french_of
from traite_cli.language import LANGUAGES, nearest, translator, words


def word_among(labels: Mapping[str, str], text: str) -> str:
    """The word that a text is a spelling of, case, accents and hyphens aside (« plénière »: ``plenary``); '' for none."""
    return _spellings(tuple(labels.items())).get(" ".join(words(text)), "") or french_of(text, labels)


def meant_among(labels: Mapping[str, str], text: str) -> str:
    """The word that a text was probably meant for, slips of the finger included; '' for none."""
    spellings = _spellings(tuple(labels.items()))
    near = nearest(text, [one for one in spellings if _denies(one) == _denies(text)], most=1)
    return word_among(labels, text) or "".join(spellings[one] for one in near)


_DENYING = frozenset({"pas", "non", "not", "no", "sans", "without", "jamais", "never"})


def _denies(text: str) -> bool:
    """Whether a text says no: « pas tenu » was never meant for « tenu »."""
    return not _DENYING.isdisjoint(words(text))


@cache
def _spellings(labels: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Every spelling, folded, with its word. A word's own spelling is never another's."""
    found = {" ".join(words(word)): word for word, _ in labels}
    for language in LANGUAGES:
        t = translator(language)
        for word, label in labels:
            found.setdefault(" ".join(words(t(label))), word)
    return found
