"""The formats a document can be written in, one file each: what stands in this folder is what ``--to`` offers.

Each module has ``write(manuscript) -> bytes``. Same manuscript, same bytes.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from traite_cli.circulating.manuscript import Manuscript


class Format(Protocol):
    """A format's module."""

    def write(self, manuscript: Manuscript) -> bytes:
        """The document as a file of this format."""


@cache
def names() -> tuple[str, ...]:
    """The formats' names, which are also their files' endings."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def load(name: str) -> Format:
    """The format of that name, one of ``names()``."""
    if name not in names():
        raise LookupError(name)
    return cast("Format", import_module(f"{__name__}.{name}"))


@contextmanager
def beginning(forms: Iterable[str]) -> Iterator[None]:
    """Begin what some formats need and can be begun before there is a manuscript; it ends with the ``with`` block."""
    if "pdf" not in forms:
        yield
        return
    from traite_cli.converters import typst

    with typst.beginning():
        yield
