"""What must be known of a call before it is parsed: help is worded when the commands are made, and any fault in the language asked."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from traite_cli.cli.early import own_words, values
from traite_cli.cli.options import COLORS
from traite_cli.language import LANGUAGES, Language, language_of_locale


class FirstLook(NamedTuple):
    """What a call asks for wherever it goes: its language, its colours, and whether it wants to see where errors come from."""

    language: Language
    color: str
    debug: bool


def first_look(arguments: Sequence[str], environ: Mapping[str, str]) -> FirstLook:
    """Look a call over. What is wrong with it is told by those who parse it."""
    languages = [*values(arguments, "--lang"), environ.get("TRAITE_LANG", "")]
    colors = [*values(arguments, "--color"), environ.get("TRAITE_COLOR", "")]
    return FirstLook(
        language=next((one for asked in languages for one in LANGUAGES if one == asked), language_of_locale(_locale(environ))),
        color=next((asked for asked in colors if asked in COLORS), "auto"),
        debug=bool(environ.get("TRAITE_DEBUG")) or _very_verbose(own_words(arguments)),
    )


def _very_verbose(arguments: Sequence[str]) -> bool:
    short = (one for one in arguments if one.startswith("-v") and not one.strip("-v"))
    return sum(one.count("v") for one in short) + arguments.count("--verbose") > 1


def _locale(environ: Mapping[str, str]) -> Mapping[str, str]:
    """Give the variables of the locale; Windows has none, and says the language in words (« French_France »)."""
    if sys.platform != "win32" or any(environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")):
        return environ
    import locale

    name = locale.getlocale(locale.LC_CTYPE)[0] or ""
    return {"LANG": "fr" if name.casefold().startswith("fr") else "en"}
