"""YAML to a tree with places: YAML 1.2, as libyaml's composer reads it, resolving nothing.

What a plain scalar means is for the field that takes it, so nothing is a boolean, a number or a date here. Nothing is repeated
either: a few lines of aliases could fill the memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml

from traite_cli.syntax.text import Trouble
from traite_cli.syntax.tree import Entry, Mapping, Node, Scalar, Sequence

Tell = Callable[[Trouble], None]
YAMLError = yaml.YAMLError

HAS_LIBYAML = bool(yaml.__with_libyaml__)
"""Whether the quick C reader is there."""

_UNTAGGED = "?"
_ANCHOR_LIKE = re.compile(r"(?:^|[\s\[,{:-])&\S", re.MULTILINE)


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

    class _Composer(Reader, Scanner, Parser, Composer, _NoResolver):  # type: ignore[no-redef]  # where libyaml is missing
        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)
            Composer.__init__(self)


def composed(text: str, base: int, tell: Tell) -> Node | None:
    """The tree of a text that begins at ``base`` of its file; None of an empty one. Raises ``YAMLError`` at what YAML minds first."""
    if "&" in text and _ANCHOR_LIKE.search(text):
        _refuse_aliases(text)
    composer = _Composer(text)
    try:
        node = composer.get_single_node()
    finally:
        composer.dispose()
    return None if node is None else _Converter(base, tell).node(node)


def without_anchors(text: str, base: int, tell: Tell) -> str:
    """Tell anchors and aliases, and blank them out, up to what YAML minds first."""
    if "&" not in text or not _ANCHOR_LIKE.search(text):
        return text
    try:
        for event in _events(text):
            if getattr(event, "anchor", None):
                start = event.start_mark.index
                end = start + len(event.anchor) + 1
                variant = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
                tell(Trouble("yaml-feature", base + start, base + end, variant, (("name", event.anchor),)))
                # An alias that vanished would leave a list without its item.
                blank = "~" if variant == "alias" else " "
                text = text[:start] + blank.ljust(end - start) + text[end:]
    except YAMLError:
        pass
    return text


def _refuse_aliases(text: str) -> None:
    for event in _events(text):
        if isinstance(event, yaml.AliasEvent):
            place: Any = event.start_mark
            raise yaml.composer.ComposerError(None, None, "found undefined alias", place)


def _events(text: str) -> Iterator[Any]:
    parser = _Composer(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


def unique(entries: Iterable[Entry], tell: Tell) -> Iterator[Entry]:
    """The entries, of which each key comes once: one given twice is told."""
    first: dict[str, Scalar] = {}
    for entry in entries:
        other = first.setdefault(entry.key.text, entry.key)
        if other is entry.key:
            yield entry
        else:
            facts = (("key", entry.key.text), ("other", other.start))
            tell(Trouble("key-given-twice", entry.key.start, entry.key.end, "", facts))


class _Converter:
    """Turns PyYAML's nodes into ours, telling keys given twice and tags on the way."""

    def __init__(self, base: int, tell: Tell) -> None:
        self._base = base
        self._tell = tell

    def node(self, node: Any) -> Node:  # a node of PyYAML, which has no types for its C classes
        start = self._base + node.start_mark.index
        end = self._base + node.end_mark.index
        if node.tag != _UNTAGGED:
            tag = str(node.tag).replace("tag:yaml.org,2002:", "!!", 1)
            self._tell(Trouble("yaml-feature", start, end, "tag", (("tag", tag),)))
        kind = node.id
        if kind == "scalar":
            return Scalar(node.value, not node.style, start, end)
        if kind == "sequence":
            return Sequence(tuple(map(self.node, node.value)), start, end)
        entries = self._entries(node.value)
        is_unique = len({entry.key.text for entry in entries}) == len(entries)
        return Mapping(tuple(entries if is_unique else unique(entries, self._tell)), start, end)

    def _entries(self, pairs: list[tuple[Any, Any]]) -> list[Entry]:
        entries: list[Entry] = []
        for key_node, value_node in pairs:
            key = self.node(key_node)
            if isinstance(key, Scalar):
                entries.append(Entry(key, self.node(value_node)))
            else:
                self._tell(Trouble("key-not-text", key.start, key.start + 1))
        return entries
