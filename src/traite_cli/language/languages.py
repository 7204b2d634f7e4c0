"""Which languages traite speaks, and which of them a locale asks for.

The environment is read as GNU gettext's manual says: ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` name the locale, and unless that is the bare
``C`` locale, the list in ``LANGUAGE`` goes before it. ``C.UTF-8``, which containers set for the sake of letters, asks for no language:
beside it ``LANGUAGE`` counts, though late releases of glibc leave that aside too (their bug 16621).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["fr", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("fr", "en")

_BARE = frozenset({"c", "posix"})


def language_of_locale(environ: Mapping[str, str]) -> Language:
    """The language that the locale of ``environ`` asks for; English where it asks for none that traite speaks."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "C")
    if locale.strip().casefold() in _BARE:
        return "en"
    for wished in (*environ.get("LANGUAGE", "").split(":"), locale):
        for language in LANGUAGES:
            if _code(wished) == language:
                return language
    return "en"


def _code(locale: str) -> str:
    """``fr`` of ``fr_FR.UTF-8``, ``fr-CA`` or ``FR@euro``."""
    for mark in "_-.@":
        locale = locale.partition(mark)[0]
    return locale.strip().casefold()
