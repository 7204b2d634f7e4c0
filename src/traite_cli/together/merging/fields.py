"""The fields of two versions of a mapping merged into one, key by key; lists entry by entry, mappings inside them the same way.

Whatever both changed in different ways is a conflict: both versions stand there between the marks that git uses, for people to choose.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from traite_cli.kinds import Block
from traite_cli.syntax import Mapping, Trouble, read_header
from traite_cli.together.merging.parts import Cut, Item, Items, Part, as_item, cut, dedented, indented, items_of, line_start
from traite_cli.together.merging.sequence import merged_order
from traite_cli.together.pairing import places
from traite_cli.together.same import core, identity

OURS, BETWEEN, THEIRS = "<<<<<<<", "=======", ">>>>>>>"


class Side(NamedTuple):
    """One version of a mapping: the text it stands in, its parts, and its values as they were read (None where it was not there)."""

    text: str
    cut: Cut
    block: Block | None

    @property
    def keys(self) -> list[str]:
        return [part.key for part in self.cut.parts]

    def part(self, key: str) -> Part | None:
        return next((part for part in self.cut.parts if part.key == key), None)

    def value(self, key: str) -> Any:
        return None if self.block is None else self.block.values.get(key)


NOTHING = Side("", Cut((), "", 0, in_a_row=False), None)
Three = tuple[Side, Side, Side]
"""The common ancestor, ours and theirs."""


class Names(NamedTuple):
    """What the two versions are called in a conflict."""

    ours: str
    theirs: str


class Conflict(Exception):
    """Both sides changed one thing in different ways."""


class Merger:
    """Merges the mappings of one file, and counts the conflicts that are left in it."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.conflicts = 0

    def mapping(self, sides: Three) -> str:
        """The lines of a mapping that stands on lines of its own."""
        top, below = (_remarks(*versions) for versions in zip(*((one.cut.top, one.cut.below) for one in sides), strict=True))
        return top + "".join(self._field(key, sides) for key in _keys(sides)) + below

    def _field(self, key: str, sides: Three) -> str:
        parts = tuple(one.part(key) for one in sides)
        above = _remarks(*(part.above if part else "" for part in parts))
        was, ours, theirs = (None if part is None else part.lines for part in parts)
        try:
            lines = _chosen(was, ours, theirs)
        except Conflict:
            lines = self._both_changed(key, sides, parts)
        return above + lines if lines else ""

    def _both_changed(self, key: str, sides: Three, parts: Sequence[Part | None]) -> str:
        was, ours, theirs = parts
        if was is not None and (ours is None or theirs is None):
            kept = sides[1 if theirs is None else 2].value(key)
            if kept is not None and core(kept) == core(sides[0].value(key)):
                return ""  # one wrote it in another way, the other took it out
        if ours is not None and theirs is not None:
            values = [one.value(key) for one in sides[1:]]
            if None not in values and core(values[0]) == core(values[1]):
                return min(ours.lines, theirs.lines)
            try:
                return self._inside(key, sides, parts)
            except Conflict:
                pass
        return self._conflict("" if ours is None else ours.lines, "" if theirs is None else theirs.lines)

    def _inside(self, key: str, sides: Three, parts: Sequence[Part | None]) -> str:
        """What both versions say of a list, entry by entry, or of a mapping, key by key. Raises ``Conflict``."""
        field = sides[1].block.FIELDS.get(key) if sides[1].block is not None else None
        if field is None or not field.many:
            return self._nested(key, sides, parts)
        lists = tuple(_Listed.of(one, key, part) for one, part in zip(sides, parts, strict=True))
        merger = _ListMerger(self, lists)
        items = merger.items()
        if field.required and not items:
            raise Conflict  # each left another one
        return merger.written(items)

    def _nested(self, key: str, sides: Three, parts: Sequence[Part | None]) -> str:
        """A mapping under its key, that both versions have. Raises ``Conflict``."""
        found = [_Nested.of(side, key, part) for side, part in zip(sides, parts, strict=True)]
        base, ours, theirs = (one.side for one in found)
        head = _chosen(*(one.head for one in found))
        if any(one.cut.in_a_row for one in (base, ours, theirs)):
            return f"{head}{row_of((base, ours, theirs))}\n"
        column = next(one.column for one in found if one.column)
        return f"{head}\n{indented(self.without_conflict((base, ours, theirs)), column)}"

    def without_conflict(self, sides: Three) -> str:
        """The lines of a mapping within another. Raises ``Conflict``, so that a conflict shows the whole of what it is in."""
        before = self.conflicts
        merged = self.mapping(sides)
        if self.conflicts > before:
            self.conflicts = before
            raise Conflict
        return merged

    def _conflict(self, ours: str, theirs: str) -> str:
        self.conflicts += 1
        return f"{OURS} {self.names.ours}\n{ours}{BETWEEN}\n{theirs}{THEIRS} {self.names.theirs}\n"


def _keys(sides: Three) -> list[str]:
    """The keys of a mapping in one order; those that both added at one place, in that of the fields' declaration."""
    block = next((one.block for one in sides if one.block is not None), None)
    fields = [] if block is None else list(block.FIELDS)
    base, ours, theirs = (one.keys for one in sides)
    return merged_order(base, ours, theirs, rank=lambda key: _rank(fields, key))


def row_of(three: Three) -> str:
    """A mapping between braces, of which each key is as one side has it. Raises ``Conflict``."""
    found: list[str] = []
    for key in _keys(three):
        lines = [None if (part := one.part(key)) is None else " ".join(part.lines.split("\n")).strip() for one in three]
        found.append(_chosen(*lines))
    return "{" + ", ".join(filter(None, found)) + "}"


def _rank(fields: Sequence[str], key: str) -> tuple[int, str]:
    return (fields.index(key) if key in fields else len(fields), key)


def _chosen(was: str | None, ours: str | None, theirs: str | None) -> str:
    """What stands when at most one side changed something. Raises ``Conflict`` when both did, in different ways."""
    if ours == theirs:
        return ours or ""
    if ours == was:
        return theirs or ""
    if theirs == was:
        return ours or ""
    raise Conflict


def _remarks(was: str, ours: str, theirs: str) -> str:
    """Remarks and blank lines: those of both, where both changed them."""
    try:
        return _chosen(was, ours, theirs)
    except Conflict:
        lines = dict.fromkeys([*min(ours, theirs).splitlines(keepends=True), *max(ours, theirs).splitlines(keepends=True)])
        return "".join(lines)


class _Nested(NamedTuple):
    """A mapping under a key of another: the line or the words before it, its lines, and the column where they stood."""

    head: str | None
    side: Side
    column: int

    @classmethod
    def of(cls, side: Side, key: str, part: Part | None) -> _Nested:
        if part is None:
            return cls(None, NOTHING, 0)
        node, value = part.value, side.value(key)
        if not isinstance(node, Mapping) or not node.entries:
            raise Conflict
        block = value if isinstance(value, Block) else None
        place = node.start - part.start
        head, _, below = part.lines.partition("\n")
        if place < len(head):
            whole = part.lines.rstrip()
            if side.text[node.start] != "{" or "\n" in whole or not whole.endswith("}"):
                raise Conflict
            return cls(head[:place], _by_itself(head[place:], block), 0)
        column = node.start - line_start(side.text, node.start)
        return cls(head, _by_itself(dedented(below, column), block), column)


class _Listed(NamedTuple):
    """A list of one version: its items as written and as read, in one order."""

    side: Side
    items: Items
    values: tuple[Any, ...]

    @classmethod
    def of(cls, side: Side, key: str, part: Part | None) -> _Listed:
        if part is None:
            return cls(side, Items((), "absent", "", 0), ())
        items = items_of(side.text, part)
        values = side.value(key) or ()
        # A value that could not be read is not among the values: then nobody can tell which is which.
        if items is None or len(items.items) != len(values):
            raise Conflict
        return cls(side, items, values)


class _ListMerger:
    """Merges the items of a list: known again by what they are, wherever they stand."""

    def __init__(self, merger: Merger, lists: Sequence[_Listed]) -> None:
        self.merger = merger
        self.base, self.ours, self.theirs = lists
        self.names = [{place: place for place in range(len(self.base.values))}, self._known(self.ours, 1), self._known(self.theirs, 2)]
        self._join_additions()
        self.column = _column(lists)

    def _known(self, listed: _Listed, number: int) -> dict[int, Any]:
        """The name of each item of a version: the place it had in the ancestor, or one of its own."""
        back = {place: index for index, place in places(self.base.values, listed.values).items()}
        return {place: back.get(place, (number, place)) for place in range(len(listed.values))}

    def _join_additions(self) -> None:
        """Give what both versions added, and is one thing, one name."""
        ours, theirs = self.names[1], self.names[2]
        known = {_same_thing(self.ours.values[place]): name for place, name in ours.items() if isinstance(name, tuple)}
        for place, name in theirs.items():
            thing = _same_thing(self.theirs.values[place])
            if isinstance(name, tuple) and thing in known:
                theirs[place] = known.pop(thing)

    def items(self) -> list[Item]:
        """What both versions have of the list."""
        base, ours, theirs = ([names[place] for place in sorted(names)] for names in self.names)
        order = merged_order(base, ours, theirs, rank=self._rank)
        return [item for name in order if (item := self._item(name)) is not None]

    def _rank(self, name: Any) -> tuple[str, str]:
        """What both added at one place stands in the order of days, then of the words."""
        for names, listed in zip(self.names[1:], (self.ours, self.theirs), strict=True):
            for place, known in names.items():
                if known == name:
                    value = listed.values[place]
                    day = value.values.get("date") if isinstance(value, Block) else None
                    return (str(day or ""), listed.items.items[place].content)
        return ("", "")

    def _item(self, name: Any) -> Item | None:
        sides = [self._place(name, number) for number in range(3)]
        was, ours, theirs = sides
        contents = [None if one is None else one[0].content for one in sides]
        above = _remarks(*("" if one is None else one[0].above for one in sides))
        held = ours or theirs or was
        assert held is not None  # noqa: S101  # the name is that of something
        try:
            content = _chosen(*contents)
        except Conflict:
            content = self._both_changed(sides)
        return held[0]._replace(above=above, content=content) if content else None

    def _place(self, name: Any, number: int) -> tuple[Item, Any, _Listed] | None:
        listed = (self.base, self.ours, self.theirs)[number]
        place = next((place for place, known in self.names[number].items() if known == name), None)
        return None if place is None else (listed.items.items[place], listed.values[place], listed)

    def _both_changed(self, sides: Sequence[tuple[Item, Any, _Listed] | None]) -> str:
        was, ours, theirs = sides
        if ours is None or theirs is None:
            kept = ours or theirs
            if was is not None and kept is not None and core(kept[1]) == core(was[1]):
                return ""  # as above
            raise Conflict
        if core(ours[1]) == core(theirs[1]):
            return min(ours[0].content, theirs[0].content)
        if not all(one is None or isinstance(one[0].node, Mapping) for one in sides):
            raise Conflict
        three = (NOTHING if was is None else _side(*was[:2]), _side(*ours[:2]), _side(*theirs[:2]))
        if any(one.cut.in_a_row for one in three):
            return row_of(three)
        return self.merger.without_conflict(three)

    def written(self, items: Sequence[Item]) -> str:
        """The list under its key, as the versions write it; on lines of its own where one of them does."""
        forms = {one.items.form for one in (self.ours, self.theirs)} - {"absent"}
        heads = [one.items.head for one in (self.base, self.ours, self.theirs)]
        if "block" not in forms and all("\n" not in item.content.strip() and not item.above.strip() for item in items):
            head = min(one.items.head for one in (self.ours, self.theirs) if one.items.form in {"row", "single"})
            return f"{head}[{', '.join(item.content.strip() for item in items)}]\n"
        block = sorted(one.items.head for one in (self.ours, self.theirs) if one.items.form == "block")
        head = _chosen_head(heads, block)
        return f"{head}\n" + "".join(as_item(item, self.column) for item in items)


def _column(lists: Sequence[_Listed]) -> int:
    """Where the hyphens of a list stand: as in the ancestor, else as far left as one of the two has them."""
    found = [one.items.column if one.items.form == "block" and one.items.column >= 0 else None for one in lists]
    return found[0] if found[0] is not None else min((one for one in found if one is not None), default=2)


def _chosen_head(heads: Sequence[str], block: Sequence[str]) -> str:
    try:
        head = _chosen(*heads)
    except Conflict:
        head = ""
    return head if head in block else block[0]


def _side(item: Item, value: Any) -> Side:
    """A mapping that is an item of a list: its lines by themselves, as a mapping in a text of its own."""
    return _by_itself(item.content, value if isinstance(value, Block) else None)


def _by_itself(lines: str, block: Block | None) -> Side:
    text = lines if lines.endswith("\n") else lines + "\n"
    mapping = read_header(text, 0, len(text), _unheard)
    if not isinstance(mapping, Mapping):
        raise Conflict
    return Side(text, cut(text, mapping, 0, len(text)), block)


def _unheard(trouble: Trouble) -> None:
    """Nobody is told: what is read here was read before."""


def _same_thing(value: Any) -> Any:
    """What both versions added is one thing when it says the same, or is known by the same: a person, an address, a question.

    What is known by what was noted of it is another thing where nothing was.
    """
    if isinstance(value, Block) and value.IDENTITY and ("note" not in value.IDENTITY[0] or value.values.get("note")):
        return identity(value, 0) or core(value)
    return core(value)
