"""The words that people read, looked up when they are said: nothing here holds a language from import on.

Messages are English sentences with ``{named}`` places, marked by ``N_`` where they are written down and worded by a ``Translator``. The
French ones are a gettext catalogue beside this module; ``scripts/catalogue.py`` keeps it in step with the code.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Final

from traite_cli.language.languages import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import Callable
    from gettext import NullTranslations

    from traite_cli.language.compiled import Compiled

_FRENCH: Final = os.path.join(os.path.dirname(__file__), "locale", "fr", "LC_MESSAGES", "traite.mo")  # noqa: PTH118, PTH120 - pathlib is 4 ms


def N_(message: str) -> str:  # noqa: N802 - gettext's customary name
    """Mark ``message`` as one to be worded later, and give it back as it is."""
    return message


def N_n(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802 - as above
    """Mark a message that has a form for one and a form for several."""
    return singular, plural


class Translator:
    """Words messages in one language, with facts put in the places that they name."""

    __slots__ = ("_load", "language")

    def __init__(self, language: Language, load: Callable[[], Compiled | NullTranslations]) -> None:
        self.language: Final = language
        self._load = load

    def __call__(self, message: str, /, **facts: object) -> str:
        """``message`` in this language. Facts stand in it as they are; one that is missing is a ``KeyError``."""
        return self._worded(message).format_map(facts)

    def plural(self, singular: str, plural: str, n: int, /, **facts: object) -> str:
        """The form for ``n``, which the message may name as ``{n}``."""
        return self._load().ngettext(singular, plural, n).format_map({"n": n, **facts})

    def _worded(self, message: str) -> str:
        # The empty message is the catalogue's own header.
        return self._load().gettext(message) if message else ""


def translator(language: Language) -> Translator:
    """What words messages in ``language``."""
    if language not in LANGUAGES:
        msg = f"no catalogue for {language!r}"
        raise ValueError(msg)
    return Translator(language, _french if language == "fr" else _english)


@cache
def _french() -> Compiled:
    from traite_cli.language.compiled import Compiled

    with open(_FRENCH, "rb") as compiled:  # noqa: PTH123 - pathlib is 4 ms
        return Compiled(compiled.read())


@cache
def _english() -> NullTranslations:
    from gettext import NullTranslations

    return NullTranslations()
