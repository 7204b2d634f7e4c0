"""Words that hold names together and tell nothing by themselves: « la Mission », « ministère de l’Intérieur », "the Council of Europe"."""

from __future__ import annotations

from collections.abc import Sequence

from traite_cli.language.word_lists import word_list

SMALL_WORDS = word_list("le la les l un une de du des d a au aux en et pour par sur the of and for at in to an")


def telling_words(name: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a name without the small ones; all of them when it has no others."""
    kept = tuple(word for word in name if word not in SMALL_WORDS)
    return kept or tuple(name)
