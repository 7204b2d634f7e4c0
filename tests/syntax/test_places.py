"""Every value knows where it stands: its place, cut out of the file, is the value as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import frontmatter
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from marked import read
from repositories import ROOT
from traite_cli.kinds import KINDS, Block, Ref, read_record
from traite_cli.syntax import Document, Mapping, Node, Scalar, Sequence, read_document

LETTERS = "abcXYZ éàœ’«»😀e\u0301\u202f\u00a0.,;!?-_/+()0123456789"
WORDS = st.text(alphabet=LETTERS, min_size=1, max_size=30).map(str.strip).filter(bool)
PLAIN = WORDS.filter(lambda text: text[0] not in "-?,!.()" and text not in {"~", "null"} and " #" not in text and ": " not in text)
NAMES = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)

Written = tuple[str, Any]
"""A value as it is written, and as it is read: a text, or a list or mapping of written values."""


def _single(text: str) -> Written:
    return "'" + text.replace("'", "''") + "'", text


def _double(text: str) -> Written:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\xe9") + '"', text


FLOW_PLAIN = PLAIN.filter(lambda text: "," not in text)
SCALARS = st.one_of(PLAIN.map(lambda text: (text, text)), WORDS.map(_single), WORDS.map(_double))
IN_FLOW = st.one_of(FLOW_PLAIN.map(lambda text: (text, text)), WORDS.map(_single), WORDS.map(_double))
FLOW_LISTS = st.lists(IN_FLOW, min_size=1, max_size=4).map(lambda items: ("[" + ", ".join(one[0] for one in items) + "]", [*items]))
FLOW_MAPS = st.dictionaries(NAMES, IN_FLOW, min_size=1, max_size=3).map(
    lambda entries: ("{" + ", ".join(f"{key}: {value[0]}" for key, value in entries.items()) + "}", entries)
)
VALUES = st.one_of(SCALARS, FLOW_LISTS, FLOW_MAPS)
HEADERS = st.dictionaries(
    NAMES,
    st.tuples(VALUES, st.sampled_from([" ", "   ", "\t"]), st.sampled_from(["", "  ", "  # remarque", "\n# remarque", "\n"])),
    min_size=1,
    max_size=6,
)


@settings(max_examples=300, deadline=None)
@given(header=HEADERS, end=st.sampled_from(["\n", "\r\n"]), mark=st.sampled_from([b"", b"\xef\xbb\xbf"]), broken=st.booleans())
def test_every_place_holds_the_value_as_written(header: dict[str, Any], end: str, mark: bytes, broken: bool) -> None:
    """In plain, quoted and flow style, with any line end, after any letters, in a file that YAML reads and in one that it does not."""
    lines = "".join(f"{key}:{gap}{value[0]}{after}\n" for key, (value, gap, after) in header.items())
    text = f"---\n{'zz9: @' if broken else '# début'}\n{lines}---\nTexte\n".replace("\n", end)
    document = read_document("x.md", mark + text.encode())
    assert document.header is not None
    entries = {entry.key.text: entry for entry in document.header.entries}
    for key, (value, _, _) in header.items():
        assert document.text[entries[key].key.start : entries[key].key.end].strip() == key
        _assert_written(document, entries[key].value, value)


def _assert_written(document: Document, node: Node, written: Written) -> None:
    assert document.text[node.start : node.end] == written[0]
    if isinstance(written[1], str):
        assert isinstance(node, Scalar)
        assert node.text == written[1]
    elif isinstance(written[1], list):
        assert isinstance(node, Sequence)
        for item, one in zip(node.items, written[1], strict=True):
            _assert_written(document, item, one)
    else:
        assert isinstance(node, Mapping)
        for entry, (key, one) in zip(node.entries, written[1].items(), strict=True):
            assert document.text[entry.key.start : entry.key.end] == entry.key.text == key
            _assert_written(document, entry.value, one)


def test_the_places_of_a_record_are_those_of_its_values() -> None:
    """A record's fields, and those of the blocks inside it, say where each value stands, one place an item."""
    record = read(
        "---\ntitle: Réunion\ntopics: [sejour, 'rapport']\nparticipants:\n  - alice-tallon\n"
        '  - person: samuel-buot\n    note: "pour l’accueil"\ntime: 9h30\n---\n'
    )
    text = record.document.text

    def at(block: Block, name: str, index: int = 0) -> str:
        return text[slice(*block.place_of(name, index))]

    assert (at(record, "title"), at(record, "topics", 1), at(record, "time")) == ("Réunion", "'rapport'", "9h30")
    first, second = record.values["participants"]
    assert (at(first, "*"), at(second, "note"), at(second, "person")) == ("alice-tallon", '"pour l’accueil"', "samuel-buot")
    assert text[slice(*record.keys["participants"])] == "participants"
    assert text[slice(*second.extent)].startswith("person: samuel-buot")
    assert text[slice(*record.place_of("place"))] == ""
    assert all(text[slice(*ref.place)] == ref.slug for ref in _refs(record) if ref.slug != "rapport")


def _refs(block: Block) -> Iterator[Ref]:
    for value in block.values.values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Ref):
                yield one
            elif isinstance(one, Block):
                yield from _refs(one)


# --- the ecosystem's own reader --------------------------------------------------------------------------------------------


class _Texts(frontmatter.YAMLHandler):  # type: ignore[misc]
    """python-frontmatter with YAML's base loader, which makes nothing of a plain scalar but its text."""

    def load(self, fm: str, **_: object) -> Any:
        return yaml.load(fm, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def _as_texts(node: Node) -> Any:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [_as_texts(item) for item in node.items]
        case Mapping():
            return {entry.key.text: _as_texts(entry.value) for entry in node.entries}
    raise AssertionError(node)


def _assert_agreed(text: str, document: Document) -> None:
    metadata, content = frontmatter.parse(text, handler=_Texts())
    assert document.header is not None
    assert _as_texts(document.header) == metadata
    assert document.text[document.body_start :].strip() == content.strip()


@pytest.mark.parametrize("path", sorted(str(path.relative_to(ROOT)) for path in (ROOT / "records").rglob("*.md")))
def test_our_reader_agrees_with_python_frontmatter_on_our_records(path: str) -> None:
    """Other tools of the ecosystem read the same front matter and the same body from each of our files."""
    data = (ROOT / path).read_bytes()
    kind = path.split("/")[1]
    record = read_record(kind, "x", path, data)
    assert kind in KINDS
    _assert_agreed(data.decode(), record.document)


@settings(max_examples=200, deadline=None)
@given(header=HEADERS, end=st.sampled_from(["\n", "\r\n"]), body=st.text(alphabet=LETTERS + "\n#*>:", max_size=80))
def test_our_reader_agrees_with_python_frontmatter(header: dict[str, Any], end: str, body: str) -> None:
    """On any front matter that it can read."""
    lines = "".join(f"{key}:{gap}{value[0]}{after}\n" for key, (value, gap, after) in header.items())
    text = f"---\n{lines}---\n\n{body}".replace("\n", end)
    _assert_agreed(text.replace("\r\n", "\n"), read_document("x.md", text.replace("\r\n", "\n").encode()))
    document = read_document("x.md", text.encode())
    assert document.header is not None
    assert _as_texts(document.header) == frontmatter.parse(text, handler=_Texts())[0]
