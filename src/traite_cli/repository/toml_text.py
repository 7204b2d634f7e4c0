"""The text of ``traite.toml`` as a table, or what is wrong with it in words of ours: those of the parser are English."""

from __future__ import annotations

import re
from typing import Any

from traite_cli.errors import ConfigurationError
from traite_cli.language import N_

NAME = "traite.toml"
# tomllib takes minutes over a key of thousands of parts.
_NESTED = re.compile(r"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){20}")
_TEXT_BETWEEN_QUOTES = N_('text stands between double quotes: name = "Ensemble contre la traite"')
_FAULTS = (
    ("Expected '='", N_("a key needs an equals sign and a value behind it"), _TEXT_BETWEEN_QUOTES),
    ("Invalid value", N_("the value that stands here is none"), _TEXT_BETWEEN_QUOTES),
    ("Unterminated string", N_("a text is never closed"), N_("its last quote is missing")),
    ("Expected '\"", N_("a text is never closed"), N_("its last quote is missing")),
    (
        "Illegal character",
        N_("a text ends with its line, or holds a character that may not stand there"),
        N_("look for a missing quote"),
    ),
    ("Expected newline", N_("something stands behind the value, where its line should end"), N_("a comment begins with #")),
    ("Unclosed array", N_("a list is never closed"), N_("its bracket ] is missing")),
    ("Unclosed inline table", N_("a table is never closed"), N_("its brace }} is missing")),
    ("twice", N_("a table stands here for the second time"), N_("put its keys under the first one")),
    ("Cannot overwrite", N_("a key stands here for the second time"), N_("keep one of the two lines")),
    ("Duplicate", N_("a key stands here for the second time"), N_("keep one of the two lines")),
    ("Cannot mutate", N_("a table is changed here that is complete already"), N_("put its keys under the first one")),
    ("scaped", N_("a text holds a backslash that means nothing"), N_("write it twice: \\\\")),
    ("key part", N_("no key can begin like this"), N_("a key is made of letters, digits, hyphens and _")),
    ("Invalid statement", N_("no line can begin like this"), N_('a line begins with a key: name = "…"')),
)
"""What tomllib says, with our words for it and what to do; the first that fits."""


def at(error: ConfigurationError, line: int, column: int = 0) -> ConfigurationError:
    """The error with its place in ``traite.toml``."""
    error.place = f"{NAME}:{line}:{column}" if column else f"{NAME}:{line}"
    return error


def read_toml(text: str) -> dict[str, Any]:
    """The table that a text without carriage returns holds. Raises ``ConfigurationError`` with the place at fault."""
    import tomllib

    deep = _NESTED.search(text)
    if deep is not None:
        raise at(ConfigurationError(N_("traite.toml nests too deeply")), text.count("\n", 0, deep.start()) + 1)
    try:
        return tomllib.loads(text)
    except ValueError as error:
        # Not only TOMLDecodeError: a number of thousands of digits is one that Python refuses to read.
        raise _in_words(str(error), text) from error
    except RecursionError as error:
        raise ConfigurationError(N_("traite.toml nests too deeply")) from error


def _in_words(said: str, text: str) -> ConfigurationError:
    found = re.search(r"line (\d+), column (\d+)", said)
    line, column = (int(found[1]), int(found[2])) if found else (max(text.rstrip().count("\n") + 1, 1), 0)
    for begin, message, hint in _FAULTS:
        if begin in said:
            return at(ConfigurationError(message, hint=hint), line, column)
    return at(ConfigurationError(N_("what stands here cannot be read"), hint=_TEXT_BETWEEN_QUOTES), line, column)
