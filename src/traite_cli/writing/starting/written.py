"""The files that are written anew for a collective, in its language: those of ``texts/`` with its name put into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Template

from traite_cli.syntax import quoted
from traite_cli.writing.starting.collective import Collective
from traite_cli.writing.starting.origin import Origin

_FOLDER = Path(__file__).with_name("texts")
_HIDDEN = "dot-"
"""Begins the names of files that begin with a point: here they shall not be obeyed."""
_OWN = "records/organisations/collective.md"
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+.!|~&$:@-])")


def written(collective: Collective, origin: Origin) -> Iterator[tuple[str, bytes]]:
    """Each file's path in the collective's repository, and what it holds."""
    facts = _facts(collective, origin)
    folder = _FOLDER / collective.language
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            path = file.relative_to(folder).as_posix()
            text = file.read_text(encoding="utf-8")
            yield _place(path, collective), (Template(text).substitute(facts) if "$" in text else text).encode()


def _place(path: str, collective: Collective) -> str:
    return f"records/organisations/{collective.slug}.md" if path == _OWN else re.sub(rf"^{_HIDDEN}", ".", path)


def _facts(collective: Collective, origin: Origin) -> dict[str, str]:
    """What the texts name, written as each kind of file wants it."""
    lines = "".join(f"    {_in_toml(line)},\n" for line in collective.letterhead)
    return {
        "name_toml": _in_toml(collective.name),
        "name_yaml": quoted(collective.name),
        "name_markdown": _MARKUP.sub(r"\\\1", collective.name),
        "letterhead_toml": f"[\n{lines}]" if lines else "[]",
        "organisation": collective.slug,
        "language": collective.language,
        "timezone": collective.timezone,
        "traite": f"[traite]({origin.address})" if origin.is_known else "traite",
    }


def _in_toml(text: str) -> str:
    """A text as a basic string of TOML, which escapes what YAML does between double quotes."""
    return quoted(text)
