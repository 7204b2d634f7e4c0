"""The records for other programs: one format a file, each with ``NAME``, ``ENDING`` and ``write``.

What is written says within itself for which circle it is, so that nothing for another one takes its place unseen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple, cast

from traite_cli.language import Translator
from traite_cli.repository import Repository


class Export(NamedTuple):
    """What is handed over: records already cut to a circle and a day, and what is said of them."""

    repository: Repository
    day: date
    audience: str
    revision: str
    """The git revision of the records, '' without one."""
    t: Translator
    """The language of what is written besides the records' own words."""


Write = Callable[[Export], bytes]
_FOR = re.compile(rb'(?:AUDIENCE:|audience(?:": ")?)(public|members|contributors)|-(public|members|contributors)\.csv')
"""Where a calendar and an address book, a JSON page and a database, an archive of tables say for whom they are."""
HEAD = 64 * 1024
"""So much of a file holds where it says so."""


def names() -> list[str]:
    """The formats there are: the folder is the registry."""
    return sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))


def called(name: str) -> tuple[str, str]:
    """What the file of a format is called by itself, and what it ends with."""
    module = import_module(f"{__name__}.{name}")
    return module.NAME, module.ENDING


def circle_of(head: bytes) -> str:
    """The circle that an export was made for, by the beginning of its file; '' for a file that says none."""
    found = _FOR.search(head[:HEAD])
    return "" if found is None else (found[1] or found[2]).decode()


def load(name: str) -> Write:
    """What writes a format."""
    return cast("Write", import_module(f"{__name__}.{name}").write)
