"""Lists in an answer as people read them: tables hold them as JSON, with the records that they name by their names in files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache

from traite_cli.asking.saved_queries import Value
from traite_cli.asking.sql_faults import Query
from traite_cli.index.guarded import Answer
from traite_cli.index.keywords import column_name
from traite_cli.kinds import KINDS, Reference

_CALLED = Query("""
    SELECT r.ref, coalesce(o.acronym, m.short_title, r.label)
    FROM records r LEFT JOIN organisations o ON o.ref = r.ref LEFT JOIN meetings m ON m.ref = r.ref
    WHERE r.ref IN (SELECT value FROM json_each(:refs))
""")


def lists_read(found: Answer, ask: Callable[[Query, Mapping[str, Value]], Answer]) -> Answer:
    """An answer with its lists told, records by what they are called; ``ask`` asks the same tables."""
    lists = {
        (number, place): [(text, _reference(found.columns[place], text)) for text in texts]
        for number, row in enumerate(found.rows)
        for place, value in enumerate(row)
        if (texts := _texts_in(value))
    }
    refs = {ref for pairs in lists.values() for _, ref in pairs if "/" in ref}
    called = {str(ref): str(label) for ref, label in ask(_CALLED, {"refs": json.dumps(sorted(refs))}).rows} if refs else {}
    told = {at: ", ".join(called.get(ref, text) for text, ref in pairs) for at, pairs in lists.items()}
    rows = tuple(tuple(told.get((number, place), value) for place, value in enumerate(row)) for number, row in enumerate(found.rows))
    return found._replace(rows=rows)


def _texts_in(value: object) -> list[str]:
    """The texts of a JSON list of texts; none for anything else."""
    if not isinstance(value, str) or not value.startswith('["') or not value.endswith('"]'):
        return []
    try:
        texts = json.loads(value)
    except (ValueError, RecursionError):
        return []
    return texts if all(isinstance(text, str) for text in texts) else []


def _reference(column: str, text: str) -> str:
    """What a list of a column refers to: a name alone is of the one kind that the field of that name takes."""
    kind = _kinds().get(column, "")
    return f"{kind}/{text}" if kind and "/" not in text else text


@cache
def _kinds() -> Mapping[str, str]:
    fields = [field for kind in KINDS.values() for field in kind.FIELDS.values()]
    return {column_name(one.name): one.type.kinds[0] for one in fields if isinstance(one.type, Reference) and len(one.type.kinds) == 1}
