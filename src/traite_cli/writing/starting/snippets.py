"""Snippets for VS Code, one a kind, made of its fields: who types « traite » in a new file is offered the nine."""

from __future__ import annotations

import json
from itertools import count

from traite_cli.kinds import KINDS, SINGULAR, Record
from traite_cli.kinds.block import AnyField
from traite_cli.kinds.types import Choice, Date, Struct, Truth
from traite_cli.language import N_, Language, Translator, translator
from traite_cli.repository import slug_of

PLACE = ".vscode/traite.code-snippets"
_ALSO = ("topics", "source")
"""Of the fields that every kind has, those that one often writes."""


def snippets(language: Language) -> bytes:
    """The file of snippets."""
    t = translator(language)
    made = {t(SINGULAR[kind]): _snippet(record, t) for kind, record in KINDS.items()}
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _snippet(record: type[Record], t: Translator) -> dict[str, object]:
    stops = count(1)
    own = [name for name in record.FIELDS if name not in Record.FIELDS or name in _ALSO]
    lines = (_line(record.FIELDS[name], next(stops), t) for name in own if _is_typed(record.FIELDS[name]))
    word = slug_of(t(SINGULAR[record.KIND])).partition("-")[2]
    return {
        "scope": "markdown",
        "prefix": f"traite-{word}",
        "description": t(record.MEANING),
        "body": ["---", *lines, "---", "", "$0"],
    }


def _is_typed(field: AnyField) -> bool:
    """Whether a field is filled in on its line: no entries with keys of their own, nothing that is seldom true."""
    is_entry = isinstance(field.type, Struct) and not field.type.short
    return field.required or not (is_entry or isinstance(field.type, Truth))


def _line(field: AnyField, stop: int, t: Translator) -> str:
    """The field with a place to type; what is required shows what is meant, and the rest may stay empty."""
    if isinstance(field.type, Choice):
        place = f"${{{stop}|{','.join(field.type.choices)}|}}"
    elif field.required:
        shown = t(N_("YYYY-MM-DD")) if isinstance(field.type, Date) else t(field.label)
        place = f"${{{stop}:{_escaped(shown)}}}"
    else:
        place = f"${stop}"
    return f"{field.name}: [{place}]" if field.many else f"{field.name}: {place}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
