"""What is composed is read back as it was meant, and looks as a person would have typed it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from traite_cli.kinds import KINDS, Block, Choice, Commitment, Meeting, Person, Ref, Reference, Struct, read_record
from traite_cli.kinds.block import AnyField
from traite_cli.kinds.types import AttachmentPath, Date, Number, Own, Slug, Text, Time, Truth, Url
from traite_cli.writing.composing import composed

_LETTERS = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))
_AWKWARD = st.sampled_from([
    "dans le monde : une exploitation", "n° 3 #4", "- un tiret", "@Contrelatraite", "NO", "null", "~", "08", "true", '"guillemets"', "l'été",
    "a: b", "[x]", "{x}", "*", "&a", "!x", "% 5", "> x", "| x", "---", "...", "?", "? x", "a\\b", '"', "'", "a ' b \" c", "# x", "fin :", "x: ",
    "« Non : »", "a\u00a0: b", "🙂", "a  b", ", x", "`x`", "=", "a\tb", "key: value # remark", "|-", "<<",
])  # fmt: skip
_SLUGS = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
_LINE = st.one_of(_AWKWARD, st.text(_LETTERS, min_size=1, max_size=30)).map(lambda text: " ".join(text.split(" ")).strip()).filter(bool)
_LINE = _LINE.filter(lambda text: text == text.strip() and "\n" not in text)
_TEXT = st.lists(st.one_of(_LINE, st.just("")), min_size=1, max_size=4).map("\n".join).map(str.strip).filter(bool)
_DATES = st.sampled_from(["2014-10-22", "2014-11", "2014", "2014-11-12/2014-11-13", "2014~", "2014-10~/2015-01-22"])
_OWN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**12), 10**12), st.floats(allow_nan=False), _TEXT, st.just(""), st.just(" x\n")),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_LINE, inner, max_size=3)),
    max_leaves=6,
)


def _values_of(field: AnyField) -> st.SearchStrategy[Any]:
    """Texts that a field may hold, and entries for those that have fields of their own."""
    match field.type:
        case Text() as kind:
            return _TEXT if kind.lines else _LINE
        case Date():
            return _DATES
        case Time():
            return st.sampled_from(["09:30", "09:30/12:00"])
        case Truth():
            return st.booleans()
        case Number():
            return st.integers(1, 900)
        case Choice() as kind:
            return st.sampled_from(kind.choices)
        case Url():
            return st.sampled_from(["https://www.cncdh.fr/a?b=c#d", "mailto:a@b.org"])
        case AttachmentPath():
            return st.sampled_from(["a.pdf", "sous dossier/Été, b.pdf"])
        case Reference() as kind:
            return st.builds(lambda slug, kind: f"{kind}/{slug}", _SLUGS, st.sampled_from(kind.kinds)) if kind.written_with_kind else _SLUGS
        case Slug():
            return _SLUGS
        case Struct() as kind:
            return _entries_of(kind.block)
        case Own():
            return st.dictionaries(_LINE, _OWN, max_size=3)
    raise AssertionError(field.type)


def _entries_of(block: type[Block]) -> st.SearchStrategy[dict[str, Any]]:
    fields = {
        name: st.lists(_values_of(one), min_size=1, max_size=3) if one.many else _values_of(one) for name, one in block.FIELDS.items()
    }
    required = {name: fields.pop(name) for name in block.REQUIRED} or {first: fields.pop(first) for first in [next(iter(fields))]}
    return st.fixed_dictionaries(required, optional=fields)


def _plain(value: object) -> object:
    """What was read, as what was given: texts, lists and entries."""
    if isinstance(value, Block):
        return {("person" if name == "*" else name): _plain(one) for name, one in value.values.items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Ref):
        return value.slug
    return value if isinstance(value, bool | int | dict | str) else str(value)


def _given(value: object) -> object:
    """What was given, without the kinds that references were written with."""
    if isinstance(value, dict):
        return {name: one if name == "x" else _given(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_given(one) for one in value]
    return value


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_what_is_composed_is_read_back(kind: str, data: st.DataObject) -> None:
    """Of every kind, whatever its fields hold: the same values, and not one fault."""
    values = data.draw(_entries_of(KINDS[kind]))
    body = data.draw(st.sampled_from(["", "Un texte.\n\n- a\n- b", "\n---\n\nx : y\n\n"]))
    text = composed(KINDS[kind], values, body)
    record = read_record(kind, "x", f"records/{kind}/x.md", text.encode())
    assert record.document.faults == [], text
    expected, found = _given(values), _plain(record)
    assert _without_kinds(found) == _without_kinds(expected), text
    assert record.document.text[record.document.body_start :].strip("\n") == body.strip("\n")


def _without_kinds(value: object) -> object:
    if isinstance(value, dict):
        return {name: one if name == "x" else _without_kinds(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_without_kinds(one) for one in value]
    is_reference = isinstance(value, str) and value.count("/") == 1 and value.partition("/")[0] in KINDS
    return value.partition("/")[2] if is_reference and isinstance(value, str) else value


def test_a_record_looks_as_a_volunteer_types_it() -> None:
    """Title and day first, no quotes that nobody needs, an item a line, the text behind an empty line."""
    values = {
        "participants": [{"person": "alice"}, {"*": "bob"}, {"person": "carole", "note": "pour le secrétariat : essai"}],
        "decisions": [{"text": "Écrire au ministre.\nPuis attendre."}],
        "topics": ["a"],
        "date": "2014-10-22",
        "title": "Rencontre avec l’Union : le rapport",
        "cancelled": True,
        "place": "12, rue de l'Été (n° 3)",
    }
    assert composed(Meeting, values, "\nUn texte.\n\n") == (
        "---\n"
        'title: "Rencontre avec l’Union : le rapport"\n'
        "date: 2014-10-22\n"
        "place: 12, rue de l'Été (n° 3)\n"
        "cancelled: true\n"
        "participants:\n"
        "  - person: alice\n"
        "  - bob\n"
        "  - person: carole\n"
        '    note: "pour le secrétariat : essai"\n'
        "decisions:\n"
        "  - |-\n"
        "    Écrire au ministre.\n"
        "    Puis attendre.\n"
        "topics:\n"
        "  - a\n"
        "---\n"
        "\n"
        "Un texte.\n"
    )


def test_what_was_read_is_composed_again() -> None:
    """Values may come from a record: what it says, it says again."""
    text = "---\ntitle: Écrire\nby:\n  - sodini\nmade_at: updates/note\ndue: 2014-12\nescalation:\n  - if: no_news\n    action: demander\n---\n"
    record = read_record("commitments", "x", "records/commitments/x.md", text.encode())
    assert composed(Commitment, record.values) == text


def test_signs_that_no_screen_shows_are_written_as_their_numbers() -> None:
    """What a terminal would obey never stands in a file as it is."""
    assert composed(Person, {"name": "A\x1b[2J\u2028B"}) == '---\nname: "A\\x1b[2J\\u2028B"\n---\n'
