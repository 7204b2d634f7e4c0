"""Several things said in a row, as a sentence says them: « a, b et c »."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traite_cli.language.languages import Language

_ALL = {"fr": "et", "en": "and"}
_ANY = {"fr": "ou", "en": "or"}


def enumerate_words(items: Iterable[str], language: Language, *, alternative: bool = False) -> str:
    """The items with commas, and « et » before the last; « ou » when they are an ``alternative``."""
    *others, last = list(items) or [""]
    if not others:
        return last
    return f"{', '.join(others)} {(_ANY if alternative else _ALL)[language]} {last}"
