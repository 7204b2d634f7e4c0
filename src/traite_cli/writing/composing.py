"""The text of a record, from its values, as a careful volunteer types it.

Keys stand in the order of the format, what it is called first, then its day. Nothing is quoted that YAML takes as it is; a list has a
line for each item; a text of several lines stands in lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import isfinite, isnan

from traite_cli.kinds import AnyField, Block, Field, Many, Meeting, Record, Ref, Reference, Struct, read_record
from traite_cli.syntax import quoted

Values = Mapping[str, object]
"""Values by the names of fields: as reading gives them, or as texts that say the same."""

_STEP = 2
# YAML 1.2, 7.3.3. A hyphen at the beginning looks like a list: it stands between quotes even where it need not.
_PLAIN = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`.]|=$)(?:[^:#\s]|(?<!\s)#|:(?=\S)|[ \u00a0\u202f](?=\S))+")
_OWN_PLAIN = re.compile(r"(?!(?i:true|false|null)$)[^\W\d_].*")
_LINES = re.compile(r"\S[^\n]*(?:\n+[^\n]+)*")
# What YAML itself does not take for a character of a text (5.1), and what it takes for the end of a line besides the one.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_OWN = "x"
_ABSENT = frozenset({"", "~", "null", "Null", "NULL"})


def composed(kind: type[Record], values: Values, body: str = "") -> str:
    """The whole text of a record's file."""
    lines = ["---", *_mapping(_in_order(kind, values), kind.FIELDS, 0), "---"]
    text = _tidy(body)
    return "\n".join([*lines, "", text, ""] if text else [*lines, ""])


def printable(text: str) -> str:
    """A text without what no screen shows: a terminal hands on keys that it does not know, and bytes that are no letters."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def told_meeting(values: Values) -> Meeting:
    """A meeting of which so much is known, as a record that is not written."""
    known = {name: value for name, value in values.items() if name in Meeting.FIELDS}
    record = read_record(Meeting.KIND, "x", "x.md", composed(Meeting, known).encode())
    assert isinstance(record, Meeting)  # noqa: S101  # by its kind
    return record


def field_lines(field: AnyField, value: object, indent: int = 0) -> list[str]:
    """The lines of one field with its value; none where it has none."""
    if _is_absent(value):
        return []
    if not field.many:
        return _under(f"{' ' * indent}{field.name}:", _shortened(field, value), indent, field)
    items = value if isinstance(value, list | tuple) else (value,)
    lines = [f"{' ' * indent}{field.name}:"]
    for item in items:
        lines += _item(_shortened(field, item), indent + _STEP, field)
    return lines


def _tidy(body: str) -> str:
    """A body without empty lines around it; its lines end as those of the front matter do."""
    return re.sub(r"\r\n?", "\n", body).strip("\n").rstrip()


def _in_order(kind: type[Record], values: Values) -> dict[str, object]:
    names = dict.fromkeys((kind.NAMED_BY, "date", *kind.FIELDS))
    return {name: values[name] for name in names if name in values}


def _mapping(values: Values, fields: Mapping[str, AnyField], indent: int) -> list[str]:
    return [line for name, value in values.items() for line in field_lines(fields[name], value, indent)]


def _shortened(field: AnyField, value: object) -> object:
    """What stands for an entry that has but the one value that may stand alone."""
    if isinstance(value, Block):
        value = value.values
    if isinstance(value, Mapping) and isinstance(field.type, Struct):
        given = {name: one for name, one in value.items() if not _is_absent(one)}
        short = field.type.short
        is_text = set(given) == {short} and not isinstance(given[short], list | tuple | Mapping)
        return given[short] if is_text else given
    return value


def _item(value: object, indent: int, field: AnyField) -> list[str]:
    """An item of a list: what would stand under a key begins on the line of its hyphen."""
    hyphen = f"{' ' * indent}-"
    if not isinstance(value, Mapping | list | tuple) or not value:
        return _under(hyphen, value, indent, field)
    nested = _nested(value, indent + _STEP, field)
    return [f"{hyphen} {nested[0].lstrip()}", *nested[1:]]


def _under(before: str, value: object, indent: int, field: AnyField) -> list[str]:
    """A value behind its key or hyphen, or on the lines below."""
    if isinstance(value, Mapping | list | tuple):
        if not value:
            return [f"{before} {'{}' if isinstance(value, Mapping) else '[]'}"]
        return [before, *_nested(value, indent + _STEP, field)]
    text = _written(value, field)
    if value is None or isinstance(value, bool | int | float):
        return [f"{before} {text}"]
    if "\n" in text and _is_clean(text):
        return [f"{before} |-", *(f"{' ' * (indent + _STEP)}{line}" if line else "" for line in text.split("\n"))]
    return [f"{before} {_scalar(text, is_own=field.name == _OWN)}"]


def _nested(value: Values | list[object] | tuple[object, ...], indent: int, field: AnyField) -> list[str]:
    if isinstance(field.type, Struct) and isinstance(value, Mapping):
        return _mapping(_as_declared(field.type.block, value), field.type.block.FIELDS, indent)
    if isinstance(value, Mapping):
        entries = ((f"{' ' * indent}{_scalar(str(key), is_own=False)}:", one) for key, one in value.items())
        return [line for key, one in entries for line in _under(key, one, indent, field)]
    return [line for one in value for line in _item(one, indent, field)]


def _as_declared(block: type[Block], values: Values) -> dict[str, object]:
    """The values of an entry in the order of its fields, those before its own that it shares with others.

    A bare name among others is a person's: nothing else takes either.
    """
    given = {("person" if name == "*" else name): value for name, value in values.items()}
    own = {field.name for field in vars(block).values() if isinstance(field, Field | Many)}
    return {name: given[name] for name in sorted(block.FIELDS, key=own.__contains__) if name in given}


def _written(value: object, field: AnyField) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case float():
            return repr(value) if isfinite(value) else ".nan" if isnan(value) else ".inf" if value > 0 else "-.inf"
        case Ref() if isinstance(field.type, Reference) and field.type.written_with_kind and len(value.kinds) == 1:
            return f"{value.kinds[0]}/{value.slug}"
        case Ref():
            return value.slug
    return str(value)


def _scalar(text: str, *, is_own: bool) -> str:
    """A text as it can stand behind a key: plain where that says the same."""
    if text not in _ABSENT and _PLAIN.fullmatch(text) and _is_clean(text) and (not is_own or _OWN_PLAIN.fullmatch(text)):
        return text
    if ('"' in text or "\\" in text) and "'" not in text and _is_clean(text) and "\n" not in text:
        return f"'{text}'"
    return _UNPRINTABLE.sub(_escaped, quoted(text).replace("\n", "\\n"))


def _escaped(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number < 1 << 8 else f"\\u{number:04x}"


def _is_clean(text: str) -> bool:
    return _UNPRINTABLE.search(text) is None and ("\n" not in text or _LINES.fullmatch(text) is not None)


def _is_absent(value: object) -> bool:
    return value is None or (isinstance(value, str | list | tuple) and not value)
