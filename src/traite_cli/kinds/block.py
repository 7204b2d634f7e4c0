"""Fields and the blocks that have them: what is declared once in a kind's file and read from there by everything else.

A kind is a class whose attributes are fields::

    class Topic(Record):
        parent = Field(Reference("topics"), N_("Part of"), N_("the topic this one is a part of"), example="logement")

``Topic.parent`` is the field (its type, label, meaning, example); ``topic.parent`` is the value read, typed by the field's type.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Values
from typing import Any, ClassVar, Generic, Protocol, Self, TypeVar, cast, overload

from traite_cli.syntax import Mapping, Node

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Place = tuple[int, int]
"""Where something stands in the text of its file: offsets of its first character and of the one after its last."""

Written = Values[str, "Node | tuple[Node, ...]"]
"""What the value of each field was read from: the node of a single one, those of a list's items."""


class Origin(Protocol):
    """Gives what is not at hand of the blocks of a record that was kept."""

    def __call__(self, number: int, field: str = "") -> Block:
        """A block with its places, by its number among those of its record (``Block.blocks``).

        The front matter is read again; where one field alone is asked about, the others need not be there.
        """
        ...

    def value(self, kept: list[Any]) -> Any:
        """A value of which the block has what was kept."""
        ...


_NOTHING: Written = {}
"""One for all: of most blocks nothing is at hand."""


class ValueType(Protocol[T_co]):
    """What a field may hold. ``read`` gives the value, or None when it tells a fault instead.

    ``walk`` is the ``Walk`` that asks; it knows fields, so that a field cannot know it.
    """

    name: str
    """What it is called in the reference and in messages: a message id."""

    def read(self, node: Node, walk: Any) -> T_co | None: ...


class _AnyField(Generic[T]):
    """What single fields and lists share."""

    many: ClassVar[bool]

    def __init__(self, type_: ValueType[T], label: str, meaning: str, *, example: str = "", required: bool = False) -> None:
        self.type = type_
        self.label = label
        """What people call it: a message id, and so is its meaning."""
        self.meaning = meaning
        self.example = example
        self.required = required
        self.name = ""

    def __set__(self, block: Block, value: object) -> None:
        """What was read does not change."""
        raise AttributeError(self.name)

    def __set_name__(self, owner: type[Block], name: str) -> None:
        # A field whose name is a word of Python is declared with an underscore behind it (``if_``).
        self.name = name.removesuffix("_")


class Field(_AnyField[T]):
    """A field with one value or none."""

    many = False

    @overload
    def __get__(self, block: None, owner: type[Block]) -> Self: ...
    @overload
    def __get__(self, block: Block, owner: type[Block]) -> T | None: ...
    def __get__(self, block: Block | None, owner: type[Block]) -> Self | T | None:
        if block is None:
            return self
        value: T | None = block.held.get(self.name)
        return block.taken(self.name) if isinstance(value, list) else value


class Many(_AnyField[T]):
    """A field with any number of values; a single one may be written without a list."""

    many = True

    @overload
    def __get__(self, block: None, owner: type[Block]) -> Self: ...
    @overload
    def __get__(self, block: Block, owner: type[Block]) -> tuple[T, ...]: ...
    def __get__(self, block: Block | None, owner: type[Block]) -> Self | tuple[T, ...]:
        if block is None:
            return self
        held = block.held.get(self.name, ())
        values: tuple[T, ...] = block.taken(self.name) if isinstance(held, list) else held
        return values


AnyField = Field[Any] | Many[Any]


class Block:
    """A mapping that was read: the values of its fields, and where each stands. It does not change afterwards."""

    FIELDS: ClassVar[dict[str, AnyField]] = {}
    """The fields by name, in the order in which they are declared, the class's own first."""

    REQUIRED: ClassVar[tuple[str, ...]] = ()
    """The names of those that it cannot do without."""

    SUBJECT: ClassVar[tuple[str, ...]] = ()
    """The references that a block is about: when the record of one is withheld, so is the block."""

    IDENTITY: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """By which fields an entry of a list is known again in another version of its file, the surest ones first."""

    __slots__ = ("_is_whole", "_node", "_written", "held")

    def __init__(self, values: dict[str, Any], node: Node | Origin | None = None, written: Written | int | None = None) -> None:
        self.held = values
        """The values as far as they are made: a list, which none is, was kept of one that is made of it when somebody asks."""
        # What was read is kept, and places are made of it when somebody asks: that is seldom, and there are ten of them to a record.
        self._node = node
        self._written = _NOTHING if written is None else written
        self._is_whole = not isinstance(written, int)

    @property
    def values(self) -> Values[str, Any]:
        """The values of the fields that it has."""
        if not self._is_whole:
            for name, value in self.held.items():
                if type(value) is list:
                    self.taken(name)
            self._is_whole = True
        return self.held

    def get(self, name: str) -> Any:
        """The value of a field by its name; None where it has none."""
        return self.taken(name) if type(value := self.held.get(name)) is list else value

    def taken(self, name: str) -> Any:
        """A value that is made of what was kept of it."""
        value = self.held[name] = cast("Origin", self._node).value(self.held[name])
        return value

    def make(self) -> None:
        """Make all of its values now, and those of the blocks in it."""
        if not self._is_whole:
            for _ in self.blocks():
                pass

    @property
    def origin(self) -> tuple[Node | None, Written]:
        """What the block and its values were read from."""
        if isinstance(self._written, int):
            return self._node(self._written).origin if callable(self._node) else (None, _NOTHING)
        return (None if callable(self._node) else self._node), self._written

    def blocks(self) -> Iterator[Block]:
        """The block itself and all that it holds, in the order in which they were read."""
        yield self
        for value in self.values.values():
            if type(value) is not str:
                for one in value if type(value) is tuple else (value,):
                    if isinstance(one, Block):
                        yield from one.blocks()

    def let_go(self, again: Origin, number: int) -> None:
        """Keep no longer what it was read from, which is larger than all that it says; ``again`` reads it when a place is asked for."""
        self._node, self._written = again, number

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.FIELDS = {}
        for base in cls.__mro__:
            for field in vars(base).values():
                if isinstance(field, Field | Many):
                    cls.FIELDS.setdefault(field.name, field)
        cls.REQUIRED = tuple(name for name, field in cls.FIELDS.items() if field.required)

    @property
    def extent(self) -> Place:
        """Where the whole block stands; not called its place, since a meeting has one."""
        node, _ = self.origin
        return (0, 0) if node is None else (node.start, node.end)

    @property
    def keys(self) -> Values[str, Place]:
        """Where the key of each field stands that the file gives, if under another name that was probably meant for it."""
        block, written = self.origin
        if not isinstance(block, Mapping):
            return {}
        keys = {entry.key.text: entry.key for entry in block.entries if entry.key.text in self.FIELDS}
        meant = {name: node for name, node in written.items() if name not in keys and not isinstance(node, tuple)}
        return {name: (node.start, node.end) for name, node in {**meant, **keys}.items()}

    def place_of(self, name: str, index: int = 0) -> Place:
        """Where the value of a field stands, or one item of a list; the key's place, or the block's own, where it has none."""
        _, known = self._node(self._written, name).origin if isinstance(self._written, int) and callable(self._node) else self.origin
        written = known.get(name, ())
        nodes = written if isinstance(written, tuple) else (written,)
        return (nodes[index].start, nodes[index].end) if index < len(nodes) else self.keys.get(name, self.extent)

    def replaced(self, **values: Any) -> Self:  # one value of each field's own type
        """The same block with other values; a value None leaves the field out."""
        kept = {name: value for name, value in {**self.held, **values}.items() if value is not None}
        return self._with(kept)

    def _with(self, values: dict[str, Any]) -> Self:
        return type(self)(values, self._node, self._written)
