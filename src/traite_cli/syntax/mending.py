"""Reading on after what YAML cannot read: key by key, and item by item under a key, so that one bad line hides no other.

Where French prose was meant and YAML saw something else, the text that was meant is read, and the line told as it should be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from traite_cli.syntax.certain import is_certain
from traite_cli.syntax.composing import Tell, YAMLError, composed, unique, without_anchors
from traite_cli.syntax.not_yaml import what_yaml_minds
from traite_cli.syntax.quoting import quoted
from traite_cli.syntax.text import Trouble
from traite_cli.syntax.tree import Entry, Mapping, Node, Scalar, Sequence, Unreadable

_FIRST_KEY = re.compile(r"^( *)[^\s#]", re.MULTILINE)
_KEY_BEGINS = r"(?![\s#\]}]|- |-$)(?=.)"
"""Neither a remark, an item of a list nor the end of brackets."""
_KEY = re.compile(r"""(?:"(?:[^"\\\n]|\\.)*+"[ \t]*+|'[^'\n]*+'[ \t]*+|[^\s:#'"\[\]{},][^:#\n]*+):(?=\s|$)""")
_ITEM = re.compile(r"^( *)-(?=\s|$)", re.MULTILINE)
_CONFLICT_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
# What stands behind a number sign and a space is a remark; « #3 » or « # 3 » was meant.
_REMARK = re.compile(r"(?:^|[ \t]+)#(?:[ \t]+[^\d\s].*|[ \t]*)$")
_NO_PROSE = frozenset("\"'[{|>&*!%@`-?#")
"""What prose does not begin with, and some other value does."""
_MOST_KEYS = 2000
"""Front matter of more lines that cannot be read is none: the rest is not tried one by one."""


def key_by_key(header: str, base: int, tell: Tell) -> Mapping:
    """What can be read of front matter that YAML refuses as a whole; each trouble is told."""
    return Mapping(tuple(_entries(header, base, tell)), base, base + len(header))


def _entries(header: str, base: int, tell: Tell) -> Iterator[Entry]:
    marks = [start for start, _ in _chunks(header) if header.startswith(_CONFLICT_MARKS, start)]
    read = (
        entry
        for start, end in _chunks(header)
        if not header.startswith(_CONFLICT_MARKS, start)
        for entry in _chunk(without_anchors(header[start:end], base + start, tell), base + start, tell)
    )
    # Conflict marks are told already: both versions stand here, so that their keys do too.
    yield from unique(read, _nobody if marks else tell)


def _nobody(_trouble: Trouble) -> None:
    """Tells a trouble to nobody."""


def _chunks(header: str) -> Iterator[tuple[int, int]]:
    """Where each top-level key's lines stand, without what they are indented by; what comes before the first key is with it."""
    first = _FIRST_KEY.search(header)
    keys = re.compile(rf"^ {{0,{len(first[1]) if first else 0}}}{_KEY_BEGINS}", re.MULTILINE)
    starts = [found.end() for found in islice(keys.finditer(header), _MOST_KEYS)]
    if not starts or header[: starts[0]].strip():
        starts.insert(0, 0)
    yield from zip(starts, [*starts[1:], len(header)], strict=True)


def _chunk(chunk: str, base: int, tell: Tell) -> tuple[Entry, ...]:
    try:
        tree = composed(chunk, base, tell)
    except YAMLError as error:
        return _salvaged(chunk, base, error, tell)
    if tree is None:
        return ()
    return tree.entries if isinstance(tree, Mapping) else _without_colon(chunk, base, tell)


def _without_colon(chunk: str, base: int, tell: Tell) -> tuple[Entry, ...]:
    """Tell a line that is no field. The word it begins with may be meant as one, which is then not missing as well."""
    text = chunk.strip().split("\n", 1)[0].rstrip()
    base += len(chunk) - len(chunk.lstrip())
    word = re.match(r"([a-z_]+)(?:(?:[ \t]+|:(?!//))(\S.*))?$", text)
    facts = (("text", text), *((("line", f"{word[1]}: {word[2]}"),) if word and word[2] else ()))
    tell(Trouble("line-without-colon", base, base + len(text), "word" if word and word[2] else "", facts))
    if word is None:
        return ()
    key = Scalar(word[1], plain=True, start=base, end=base + len(word[1]))
    return (Entry(key, Unreadable(key.end, base + len(text))),)


def _salvaged(chunk: str, base: int, error: YAMLError, tell: Tell) -> tuple[Entry, ...]:
    """What can still be read of a key whose value YAML refuses."""
    found = _KEY.match(chunk)
    if found is None:
        tell(what_yaml_minds(chunk, base, error))
        return ()
    key = Scalar(found[0][:-1].strip().strip("\"'"), plain=True, start=base, end=base + found.end() - 1)
    rest, start = chunk[found.end() :], base + found.end()
    line = _only_line(rest)
    value: Node | None = _prose(line, start + rest.find(line), tell, f"{key.text}: ") if line else _items(rest, start, tell)
    if value is None:
        meant, begin = _text_meant(line), start + rest.find(line)
        mend = ((begin, begin + len(line), quoted(meant)),) if is_certain(line) else ()
        tell(what_yaml_minds(chunk, base, error, f"{key.text}: {quoted(meant)}" if meant else "", mend))
        value = Unreadable(key.end + 1, base + len(chunk.rstrip()))
    return (Entry(key, value),)


def _only_line(rest: str) -> str:
    """What stands behind a key when nothing but remarks and empty lines follow; '' where its value goes on."""
    first, *others = rest.splitlines() or [""]
    return "" if any(one.strip() and not one.lstrip().startswith("#") for one in others) else _REMARK.sub("", first).strip()


def _prose(text: str, start: int, tell: Tell, before: str) -> Scalar | None:
    """The one-line text that was meant where prose holds a colon YAML takes for a key: it is told, and read as that text."""
    if text[0] in _NO_PROSE or (": " not in text and not text.endswith(":")):
        return None
    end = start + len(text)
    tell(Trouble("colon-in-text", start, end, "", (("line", before + quoted(text)),), ((start, end, quoted(text)),)))
    return Scalar(text, plain=False, start=start, end=start + len(text))


def _text_meant(text: str) -> str:
    """The text on one line that wants quotes; '' where something else may have been meant."""
    if text[:1] in {"", "[", "{", "#", "|", ">"}:
        return ""
    if text[0] in "\"'" and (text.count(text[0]) == 1 or text[-1] == text[0]):
        return text[1:].removesuffix(text[0])
    return text


# --- lists ------------------------------------------------------------------------------------------------------------------


def _items(rest: str, base: int, tell: Tell) -> Sequence | None:
    """The items of a list read one by one; None when it is no list."""
    first = _ITEM.search(rest)
    if first is None or "\n" not in rest[: first.start()] or not _are_remarks(rest[: first.start()]):
        return None
    starts = [item.start() for item in _ITEM.finditer(rest) if item[1] == first[1]]
    items: list[Node] = []
    for start, end in zip(starts, [*starts[1:], len(rest)], strict=True):
        item = rest[start:end]
        try:
            tree = composed(item, base + start, tell)
        except YAMLError as error:
            items.append(_item(item, base + start, error, tell))
        else:
            items.extend(tree.items if isinstance(tree, Sequence) else ())
    return Sequence(tuple(items), base + starts[0], base + len(rest.rstrip()))


def _are_remarks(lines: str) -> bool:
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines.splitlines())


def _item(item: str, base: int, error: YAMLError, tell: Tell) -> Node:
    """A list item YAML refuses: prose with colons, or one « key: prose: with a colon » among good ones, which are read as they are."""
    inner = item.replace("-", " ", 1)
    start = len(inner) - len(inner.lstrip())
    indent = start - inner.rfind("\n", 0, start) - 1
    line = _only_line(inner[start:])
    prose = _prose(line, base + start, tell, "- ") if line and " " in line.partition(":")[0] else None
    if prose is not None:
        return prose
    whole = Unreadable(base + start, base + len(item.rstrip()))
    starts = [found.start() for found in re.compile(rf"^ {{{indent}}}(?=\S)", re.MULTILINE).finditer(inner)]
    if not starts:
        tell(what_yaml_minds(item, base, error))
        return whole
    entries: list[Entry] = []
    for begin, end in zip(starts, [*starts[1:], len(inner)], strict=True):
        part, place = inner[begin + indent : end], base + begin + indent
        try:
            tree = composed(part, place, tell)
        except YAMLError as its_error:
            entries.extend(_salvaged(part, place, its_error, tell))
            continue
        if not isinstance(tree, Mapping):
            tell(what_yaml_minds(item, base, error))
            return whole
        entries.extend(tree.entries)
    return Mapping(tuple(unique(entries, tell)), whole.start, whole.end) if entries else whole
