"""All checks, found by their file's name, and imported when they are asked for more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType

from traite_cli import checks
from traite_cli.checks.check import Check, Find, FindOn

# Read from the source: half of the checks only word what reading found, and most runs meet none of that.
_DECLARED = b"\nCHECK = Check("
_CODE = re.compile(re.escape(_DECLARED) + rb"\s+code=\"(?P<code>TR\d{3})\",\n")
_LOOKS = b"\ndef find"
_OF_DAY = b"\ndef find_on("
_OF_TEXT = b"\n    of_text=True,\n"
_KINDS = re.compile(rb"\n    kinds=\((?P<names>.*)\),\n")


class Listed:
    """A check under its name; it has no function where reading finds the fault."""

    def __init__(self, name: str, code: str, source: bytes) -> None:
        self.name = name.replace("_", "-")
        self.code = code
        self.looks = _LOOKS in source
        """Whether it has a function."""
        self.of_day = _OF_DAY in source
        """Whether what it finds may be other on another day."""
        self.of_text = _OF_TEXT in source
        """Whether it looks at texts below front matter."""
        kinds = _KINDS.search(source)
        self.kinds = tuple(kinds["names"].decode().replace('"', "").replace(",", "").split()) if kinds else ()
        """The kinds of record that it may tell something of; of any, where none is named."""
        self._module_name = f"{checks.__name__}.{name}"

    @cached_property
    def _module(self) -> ModuleType:
        return import_module(self._module_name)

    @property
    def check(self) -> Check:
        check: Check = self._module.CHECK
        return check

    @property
    def find(self) -> Find | None:
        return getattr(self._module, "find", None)

    @property
    def find_on(self) -> FindOn | None:
        return getattr(self._module, "find_on", None)

    @property
    def why(self) -> str:
        """What must hold and why, a paragraph a line with an empty one between: a message id."""
        return paragraphs(self._module.__doc__ or "")


@cache
def catalogue() -> Mapping[str, Listed]:
    """Every check by its name, in the order of their codes."""
    return {one.name: one for one in sorted(_found(), key=lambda one: one.code)}


def _found() -> Iterator[Listed]:
    """The modules of this room that have a code; the others are what checks share, and what runs them."""
    for folder in checks.__path__:
        for file in Path(folder).glob("*.py"):
            # Windows ends the lines of a file in its own way.
            source = file.read_bytes().replace(b"\r\n", b"\n")
            if declared := _CODE.match(source, max(source.find(_DECLARED), 0)):
                yield Listed(file.stem, declared["code"].decode(), source)


def paragraphs(text: str) -> str:
    """A docstring with each paragraph on one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
