"""The front matter that a Markdown file has of its own, as programs of blogs write it: its title and date are taken, the rest is kept."""

from __future__ import annotations

import re

from traite_cli.language import fold

_HEADER = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"([^\W\d_][\w -]{0,40}?)\s*:(?:\s+(.*)|)$")
_COMMENT = re.compile(r"<!--.*?-->")
_NAMES = {
    **dict.fromkeys(("title", "titre"), "title"),
    "date": "date",
    **dict.fromkeys(("description", "subtitle", "sous-titre"), "description"),
    **dict.fromkeys(("place", "lieu", "location"), "place"),
}
_MOST_LINES = 200


def without_header(text: str) -> tuple[tuple[tuple[str, str], ...], str, str]:
    """What a front matter states, the rest of it as it is written, and the text below it; a rule that only looks like one is text."""
    found = _HEADER.match(text)
    lines = found[1].split("\n") if found else []
    if found is None or len(lines) > _MOST_LINES or not _is_header(lines):
        return (), "", text
    stated: dict[str, str] = {}
    rest: list[str] = []
    for line in lines:
        field = _FIELD.match(line)
        name = _NAMES.get(fold(field[1])) if field else None
        if field and name and name not in stated and _value(field[2] or ""):
            stated[name] = _value(field[2])
            rest += [line] if _COMMENT.search(line) or field[1] != name else []
        elif line.strip():
            rest.append(line)
    return tuple(stated.items()), "\n".join(rest), text[found.end() :]


def _is_header(lines: list[str]) -> bool:
    """Whether lines between rules are fields: every one that is not indented, or an item, has a key."""
    told = [line for line in lines if line.strip() and not line.startswith((" ", "\t", "-", "#"))]
    return bool(told) and all(_FIELD.match(line) for line in told)


def _value(written: str) -> str:
    value = _COMMENT.sub("", written).strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return _COMMENT.sub("", value).strip() if value not in {"|", ">", "|-", ">-"} else ""
