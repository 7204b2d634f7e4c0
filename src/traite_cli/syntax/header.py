"""Front matter to a tree with places: YAML 1.2, as libyaml's composer reads it, resolving nothing.

What a plain scalar means is for the field that takes it, so nothing is a boolean, a number or a date here. The composer stops
at the first thing it cannot read; then the header is read key by key, and item by item under a key, so that one bad line
hides no other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import yaml

from traite_cli.syntax.text import Trouble
from traite_cli.syntax.tree import Entry, Mapping, Node, Scalar, Sequence, Unreadable

if TYPE_CHECKING:
    from yaml.error import Mark

MOST_CHARACTERS = 1 << 18
DEEPEST = 40
"""libyaml's composer calls itself once a level: 30,000 brackets exhaust the stack. No record nests deeper than six."""

_UNTAGGED = "?"
_ANCHOR_LIKE = re.compile(r"(?:^|[\s\[,{:-])&\S", re.MULTILINE)
_STACKED = re.compile(r"(?:[-?:][ \t]+){8}")
_WIDE_INDENT = " " * (2 * DEEPEST)
# A line that can begin a top-level key: not indented, no comment, no list item, no closing bracket.
_TOP_LEVEL = re.compile(r"^(?![\s#\]}]|- |-$).+", re.MULTILINE)
_KEY = re.compile(r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s:#'"\[\]{},][^:#\n]*?)[ \t]*:(?=\s|$)""")
_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
_ALONE = re.compile(r"^[^\n]*\n?(?P<rest>(?:[ \t]+[^\n]*\n?|[ \t]*\n)*)")
_CONFLICT_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class _NoResolver:
    """Gives every node without a tag of its own the same one."""

    def resolve(self, _kind: type, _value: object, _implicit: object) -> str:
        return _UNTAGGED

    def descend_resolver(self, _node: object, _index: object) -> None:
        pass

    ascend_resolver = check_resolver_prefix = lambda *_: None


if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    class _Composer(CParser, _NoResolver):
        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)

else:
    from yaml.composer import Composer
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class _Composer(Reader, Scanner, Parser, Composer, _NoResolver):  # type: ignore[no-redef]
        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)
            Composer.__init__(self)


def reads_with_libyaml() -> bool:
    """Whether the quick C reader is there; without it the same is read more slowly."""
    return bool(yaml.__with_libyaml__)


Tell = Callable[[Trouble], None]


def read_header(text: str, start: int, end: int, tell: Tell) -> Mapping | None:
    """Read ``text[start:end]`` as a mapping; ``tell`` is given each trouble met.

    None when it is no mapping at all, or when it is refused for its size or its depth.
    """
    header = text[start:end]
    if len(header) > MOST_CHARACTERS:
        tell(Trouble("too-large", start, start, "header", (("most", MOST_CHARACTERS // 1024),)))
        return None
    deep = _too_deep(header)
    if deep is not None:
        tell(Trouble("too-deep", start + deep, start + deep + 1, "", (("most", DEEPEST),)))
        return None
    if _ANCHOR_LIKE.search(header):
        header = _without_anchors(header, start, tell)
    try:
        node = _composed(header)
    except yaml.YAMLError:
        return _key_by_key(header, start, tell)
    if node is None:
        return Mapping((), start, start)
    tree = _Converter(start, tell).node(node)
    if isinstance(tree, Mapping):
        return tree
    tell(Trouble("not-a-mapping", tree.start, _line_end(text, tree.start, end)))
    return None


def _composed(text: str) -> Any:  # noqa: ANN401  # a node of PyYAML, which has no types for its C classes
    composer = _Composer(text)
    try:
        return composer.get_single_node()
    finally:
        composer.dispose()


class _Converter:
    """Turns PyYAML's nodes into ours, telling keys given twice, aliases and tags on the way."""

    def __init__(self, base: int, tell: Tell) -> None:
        self._base = base
        self._tell = tell
        self._seen: set[int] = set()

    def node(self, node: Any) -> Node:  # noqa: ANN401
        start = self._base + node.start_mark.index
        end = self._base + node.end_mark.index
        if node.tag != _UNTAGGED:
            tag = str(node.tag).replace("tag:yaml.org,2002:", "!!", 1)
            self._tell(Trouble("yaml-feature", start, end, "tag", (("tag", tag),)))
        if node.id == "scalar":
            return Scalar(node.value, not node.style, start, end)
        if node.id == "sequence":
            return Sequence(tuple([self.node(item) for item in node.value]), start, end)
        return Mapping(tuple(self._entries(node.value)), start, end)

    def _entries(self, pairs: list[tuple[Any, Any]]) -> Iterator[Entry]:
        first: dict[str, Scalar] = {}
        for key_node, value_node in pairs:
            key = self.node(key_node)
            if not isinstance(key, Scalar):
                self._tell(Trouble("key-not-text", key.start, key.start + 1))
            elif key.text in first:
                other = first[key.text].start
                self._tell(Trouble("key-given-twice", key.start, key.end, "", (("key", key.text), ("other", other))))
            else:
                first[key.text] = key
                yield Entry(key, self.node(value_node))


# --- reading on after what cannot be read -----------------------------------------------------------------------------------


def _key_by_key(header: str, base: int, tell: Tell) -> Mapping:
    entries: list[Entry] = []
    first: dict[str, Entry] = {}
    conflict = False
    for start, end in _chunks(header):
        if header.startswith(_CONFLICT_MARKS, start):
            # Told already; both versions stand here, so that their keys do too.
            conflict = True
            continue
        for entry in _chunk(header[start:end], base + start, tell):
            other = first.setdefault(entry.key.text, entry)
            if other is entry:
                entries.append(entry)
            elif not conflict:
                facts = (("key", entry.key.text), ("other", other.key.start))
                tell(Trouble("key-given-twice", entry.key.start, entry.key.end, "", facts))
    return Mapping(tuple(entries), base, base + len(header))


def _chunks(header: str) -> Iterator[tuple[int, int]]:
    """Where each top-level key's lines stand; what comes before the first key is with it."""
    starts = [found.start() for found in _TOP_LEVEL.finditer(header)]
    if not starts or header[: starts[0]].strip():
        starts.insert(0, 0)
    yield from zip(starts, [*starts[1:], len(header)], strict=True)


def _chunk(chunk: str, base: int, tell: Tell) -> tuple[Entry, ...]:
    try:
        node = _composed(chunk)
    except yaml.YAMLError as error:
        return _salvaged(chunk, base, error, tell)
    if node is None:
        return ()
    tree = _Converter(base, tell).node(node)
    if isinstance(tree, Mapping):
        return tree.entries
    return _without_colon(chunk, base, tell)


def _without_colon(chunk: str, base: int, tell: Tell) -> tuple[Entry, ...]:
    """Tell a line that is no field. The word it begins with may be meant as one, which is then not missing as well."""
    text = _first_line(chunk)
    base += len(chunk) - len(chunk.lstrip())
    word = re.match(r"([a-z_]+)(?:[ \t]+(\S.*))?$", text)
    facts = (("text", text), *((("line", f"{word[1]}: {word[2]}"),) if word and word[2] else ()))
    tell(Trouble("line-without-colon", base, base + len(text), "word" if word and word[2] else "", facts))
    if word is None:
        return ()
    key = Scalar(word[1], plain=True, start=base, end=base + len(word[1]))
    return (Entry(key, Unreadable(key.end, base + len(text))),)


def _salvaged(chunk: str, base: int, error: yaml.YAMLError, tell: Tell) -> tuple[Entry, ...]:
    """What can still be read of a key whose value YAML refuses."""
    key_found = _KEY.match(chunk)
    if key_found is None:
        tell(_trouble(chunk, base, error))
        return ()
    key = Scalar(key_found[0][:-1].strip().strip("\"'"), plain=True, start=base, end=base + key_found.end() - 1)
    rest = chunk[key_found.end() :]
    value: Node | None = _text_with_colon(rest, base + key_found.end(), tell, key.text)
    if value is None:
        value = _items(rest, base + key_found.end(), tell)
    if value is None:
        tell(_trouble(chunk, base, error, _mended(key.text, rest)))
        value = Unreadable(key.end + 1, base + len(chunk.rstrip()))
    return (Entry(key, value),)


def _text_with_colon(rest: str, base: int, tell: Tell, key: str) -> Scalar | None:
    """The one-line value that was meant where prose holds a colon YAML takes for a key: it is told, and read as that text."""
    line = rest.strip("\r\n")
    text = line.strip()
    if "\n" in line or not text or text[0] in "\"'[{|>&*!%@`-?#" or ": " not in text and not text.endswith(":"):
        return None
    start = base + rest.index(text)
    tell(Trouble("colon-in-text", start, start + len(text), "", (("line", f"{key}: {quoted(text)}"),)))
    return Scalar(text, plain=False, start=start, end=start + len(text))


def quoted(text: str) -> str:
    """A text as YAML wants it between double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _items(rest: str, base: int, tell: Tell) -> Sequence | None:
    """The items of a list read one by one; None when it is no list."""
    found = _ITEM.search(rest)
    if found is None or rest[: found.start()].strip() or "\n" not in rest[: found.start()]:
        return None
    starts = [item.start() for item in _ITEM.finditer(rest) if item[1] == found[1]]
    items: list[Node] = []
    for start, end in zip(starts, [*starts[1:], len(rest)], strict=True):
        item = rest[start:end]
        try:
            node = _composed(item)
        except yaml.YAMLError as error:
            items.append(_item_with_colon(item, base + start, error, tell))
        else:
            tree = _Converter(base + start, tell).node(node)
            items.extend(tree.items if isinstance(tree, Sequence) else ())
    return Sequence(tuple(items), base + starts[0], base + len(rest.rstrip()))


def _item_with_colon(item: str, base: int, error: yaml.YAMLError, tell: Tell) -> Node:
    """A list item YAML refuses: often one « key: prose: with a colon » among good ones, which are read as they are."""
    dash = item.index("- ") + 2
    inner = item[:dash].replace("-", " ") + item[dash:]
    indent = len(inner) - len(inner.lstrip(" "))
    lines = re.compile(rf"^ {{{indent}}}(?=\S)", re.MULTILINE)
    starts = [found.start() for found in lines.finditer(inner)]
    entries: list[Entry] = []
    for start, end in zip(starts, [*starts[1:], len(inner)], strict=True):
        part = inner[start:end]
        try:
            node = _composed(part)
        except yaml.YAMLError as its_error:
            entries.extend(_salvaged(part[indent:], base + start + indent, its_error, tell))
            continue
        tree = _Converter(base + start, tell).node(node) if node is not None else None
        if not isinstance(tree, Mapping):
            tell(_trouble(item, base, error))
            return Unreadable(base + dash, base + len(item.rstrip()))
        entries.extend(tree.entries)
    if not entries:
        return Unreadable(base + dash, base + len(item.rstrip()))
    return Mapping(tuple(entries), base + dash, base + len(item.rstrip()))


# --- saying what YAML minded ------------------------------------------------------------------------------------------------

_PROBLEMS = (
    ("mapping values are not allowed", "colon"),
    ("violates indentation", "tab"),
    ("could not find expected ':'", "no-colon"),
    ("unexpected end of stream", "quote"),
    ("expected ',' or", "bracket"),
    ("cannot start any token", "character"),
    ("are not allowed", "character"),
    ("node content", "character"),
    ("comment or line break", "character"),
    ("a comment or a line break", "character"),
    ("chomping or indentation", "character"),
    ("undefined alias", "alias"),
    ("alphabetic or numeric character", "alias"),
    ("undefined tag handle", "character"),
    ("expected URI", "character"),
    ("expected tag URI", "character"),
    ("unknown escape", "escape"),
    ("expected key", "after-value"),
    ("expected <block end>", "after-value"),
    ("<document start>", "document"),
    ("expected a single document", "document"),
)
"""Words of libyaml's problems and of the pure reader's, which differ, in the order in which they are looked for."""


def _trouble(chunk: str, base: int, error: yaml.YAMLError, line: str = "") -> Trouble:
    """What YAML minded and where; ``line`` is the line as it should be, for the variants that end in a plus."""
    mark: Mark | None = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", "") or error)
    variant = next((name for words, name in _PROBLEMS if words in problem), "")
    index = min(mark.index, len(chunk)) if mark is not None else 0
    if variant == "quote" or "block scalar" in str(getattr(error, "context", "")):
        # The end is where it is noticed; the person wants to see where the quote, or the sign > or |, stands.
        opening = getattr(error, "context_mark", None)
        index = opening.index if opening is not None else index
    index = min(index, max(len(chunk.rstrip()) - 1, 0))
    if chunk[index : index + 1] == "\t":
        variant, line = "tab", ""
    facts = (("line", line),) if line else ()
    return Trouble("not-yaml", base + index, base + index + 1, f"{variant}+" if line else variant, facts)


def _mended(key: str, rest: str) -> str:
    """The line as it should be where a text on one line wants quotes; '' where something else may have been meant."""
    text = rest.strip()
    if "\n" in text or text[:1] in {"", "[", "{", "#", "|", ">"}:
        return ""
    if text[0] in "\"'" and (text.count(text[0]) == 1 or text[-1] == text[0]):
        text = text[1:].removesuffix(text[0])
    return f"{key}: {quoted(text)}" if text else ""


def _first_line(text: str) -> str:
    return text.strip().split("\n", 1)[0].rstrip()


def _without_anchors(header: str, base: int, tell: Tell) -> str:
    """Tell anchors and aliases, and blank them out: followed, a few lines of them could fill the memory."""
    parser = _Composer(header)
    try:
        while parser.check_event():
            event: Any = parser.get_event()
            if getattr(event, "anchor", None):
                start = event.start_mark.index
                end = start + len(event.anchor) + 1
                variant = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
                tell(Trouble("yaml-feature", base + start, base + end, variant, (("name", event.anchor),)))
                header = header[:start] + " " * (end - start) + header[end:]
    except yaml.YAMLError:
        return header
    finally:
        parser.dispose()
    return header


def _too_deep(header: str) -> int | None:
    """The offset at which the header nests deeper than allowed. It counts brackets in quoted text too: it may be strict, not lax."""
    if header.count("[") + header.count("{") > DEEPEST:
        depth = 0
        for found in re.finditer(r"[\[{\]}]", header):
            depth = depth + 1 if found[0] in "[{" else max(depth - 1, 0)
            if depth > DEEPEST:
                return found.start()
    if _STACKED.search(header):
        for found in re.finditer(r"(?:[-?:][ \t]+)+", header):
            if len(found[0].replace(" ", "").replace("\t", "")) > DEEPEST:
                return found.start()
    if _WIDE_INDENT in header:
        return _indented_too_deep(header)
    return None


def _indented_too_deep(header: str) -> int | None:
    open_indents: list[int] = []
    for found in re.finditer(r"^( *)(?=\S)", header, re.MULTILINE):
        indent = len(found[1])
        while open_indents and open_indents[-1] >= indent:
            open_indents.pop()
        open_indents.append(indent)
        if len(open_indents) > DEEPEST:
            return found.start()
    return None


def _line_end(text: str, start: int, most: int) -> int:
    end = text.find("\n", start, most)
    return most if end < 0 else end
