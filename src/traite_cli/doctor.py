"""What traite runs on: Python, git, libyaml, pandoc, Typst, and how the configuration was read."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any

from traite_cli import __version__
from traite_cli.language import N_
from traite_cli.repository import Configuration
from traite_cli.syntax import reads_with_libyaml


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its name, what was found (a message id), whether that is well, and what to do if not."""

    name: str
    said: str
    well: bool = True
    needed: bool = False
    hint: str = ""
    facts: dict[str, str] = field(default_factory=dict)


def machine() -> Iterator[Finding]:
    """What there is on this machine."""
    yield Finding("traite", "{version}", facts={"version": __version__})
    yield Finding("Python", "{version}", facts={"version": platform.python_version()})
    git = shutil.which("git")
    yield Finding(
        "git",
        "{path}" if git else N_("missing"),
        well=bool(git),
        hint="" if git else N_("install it from https://git-scm.com, so that documents can say which version of the records they are of"),
        facts={"path": git or ""},
    )
    yield Finding(
        "libyaml",
        N_("there") if reads_with_libyaml() else N_("missing: records are read by the slower reader, with the same result"),
    )
    yield _extra("pandoc (docx, odt)", "office", "pypandoc")
    yield _extra("Typst (pdf)", "pdf", "typst")


def _extra(name: str, extra: str, package: str) -> Finding:
    from importlib.util import find_spec

    there = find_spec(package) is not None
    hint = "" if there else N_("add it with: pip install 'traite[{extra}]'")
    return Finding(name, N_("there") if there else N_("missing"), well=there, hint=hint, facts={"extra": extra})


def configuration(read: Configuration) -> Iterator[tuple[str, str]]:
    """Each key of ``traite.toml`` with the value that counts, defaults included."""
    for one in fields(read):
        yield one.name, _said(getattr(read, one.name))


def _said(value: Any) -> str:  # a value of any key
    if isinstance(value, tuple):
        return ", ".join(_said(one) for one in value) or "–"
    if hasattr(value, "__dataclass_fields__"):
        return "; ".join(f"{one.name} {_said(getattr(value, one.name))}" for one in fields(value))
    return str(value) or "–"
