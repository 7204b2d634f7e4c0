"""What traite runs on: Python, git, libyaml, pandoc, Typst, and how the configuration was read."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from traite_cli import __version__
from traite_cli.converters import pandoc
from traite_cli.errors import MissingExtra
from traite_cli.index.cache import Cache
from traite_cli.language import N_
from traite_cli.repository import Configuration, Ignored, Rendering
from traite_cli.syntax import reads_with_libyaml


class Finding(NamedTuple):
    """One thing looked at: its name, what it is for, what was found, whether that is well, and what to do if not.

    What it is for, what was found and what to do are message ids, with ``facts``.
    """

    name: str
    use: str
    said: str
    well: bool = True
    hint: str = ""
    facts: Mapping[str, str] = MappingProxyType({})


def machine() -> Iterator[Finding]:
    """What there is on this machine."""
    yield Finding("traite", N_("this program"), N_("version {version}"), facts={"version": __version__})
    yield Finding("Python", N_("what it runs on"), N_("version {version}"), facts={"version": platform.python_version()})
    yield _git()
    yield Finding(
        "libyaml",
        N_("reads records quickly"),
        N_("there") if reads_with_libyaml() else N_("missing; records are read as well without it, only more slowly"),
    )
    yield _pandoc()
    yield _typst()


def _git() -> Finding:
    use = N_("says in documents which version of the records they are of")
    path = shutil.which("git")
    if path is None:
        return Finding("git", use, N_("missing"), well=False, hint=N_("install it from https://git-scm.com"))
    return _there("git", use, _version_of(path))


def _pandoc() -> Finding:
    use = N_("makes docx and odt files")
    try:
        return _there("pandoc", use, _version_of(pandoc.binary()))
    except MissingExtra:
        return _missing("pandoc", use, "office")


def _typst() -> Finding:
    use = N_("makes pdf files")
    try:
        return _there("Typst", use, version("typst"))
    except PackageNotFoundError:
        return _missing("Typst", use, "pdf")


def _there(name: str, use: str, found: str) -> Finding:
    return Finding(name, use, N_("version {version}") if found else N_("there"), facts={"version": found})


def _missing(name: str, use: str, extra: str) -> Finding:
    return Finding(name, use, N_("missing"), well=False, hint=N_("add it with: pip install 'traite[{extra}]'"), facts={"extra": extra})


def _version_of(program: str | Path) -> str:
    """What a program says of itself: « git version 2.39.5 », « pandoc 3.1 »; '' when it says nothing of the sort."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, timeout=10, check=False, stdin=subprocess.DEVNULL)  # noqa: S603  # git or our pandoc
    except (OSError, subprocess.SubprocessError):
        return ""
    found = re.search(r"\d+(?:\.\d+)+", done.stdout.decode("utf-8", "replace"))
    return found[0] if found else ""


def index(cache: Cache) -> Finding:
    """Whether what was read is kept, and where."""
    use = N_("knows what was read the last time")
    facts = {"path": str(cache.place.database)}
    if cache.database is not None:
        return Finding("index", use, N_("in {path}; it may be deleted at any time"), facts=facts)
    return Finding(
        "index",
        use,
        N_("none: it cannot be kept in {path}, so that all records are read each time"),
        well=False,
        hint=N_("check your permissions on that folder"),
        facts=facts,
    )


def configuration(read: Configuration) -> Iterator[tuple[str, str, bool]]:
    """Each key of ``traite.toml`` with the value that counts, as one would write it there, and whether it is the default."""
    default = Configuration(name="")
    for name, value in read._asdict().items():
        usual = getattr(default, name)
        if name == "render":
            yield from ((f"render.{key}", _toml(each), each == getattr(usual, key)) for key, each in _values(value))
        elif name == "ignored":
            for entry in value:
                yield "validate.ignore", "{" + ", ".join(f"{key} = {_toml(each)}" for key, each in _values(entry)) + "}", False
        else:
            yield name, _toml(value), value == usual


def _values(part: Rendering | Ignored) -> Iterator[tuple[str, Any]]:
    """The values of a part of the configuration, without the places where they stand in the file."""
    yield from ((name, value) for name, value in part._asdict().items() if not name.endswith("place"))


def _toml(value: Any) -> str:  # a value of any key
    """A value as TOML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case tuple():
            return f"[{', '.join(map(_toml, value))}]"
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
