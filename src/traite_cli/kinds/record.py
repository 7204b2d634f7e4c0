"""A record: one file of a kind, with the fields that every kind has (RECORD-FORMAT, « Fields that every kind has »)."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from traite_cli.kinds.block import Block, Field, Many, Origin, Place, Written
from traite_cli.kinds.types import AUDIENCE_WORDS, Choice, Own, Reference, Slug, Struct, Text, Url
from traite_cli.language import N_
from traite_cli.syntax import Document, Node, Passage


class Link(Block):
    """A page elsewhere that belongs to a record."""

    IDENTITY = (("url",),)

    url = Field(Url(), N_("Address"), N_("the address: http, https or mailto"), example="https://www.exemple.org", required=True)
    note = Field(Text(), N_("Note"), N_("what is found there"), example="le site du ministère")


class Record(Block):
    """One file, read: its slug, its values, its document."""

    KIND: ClassVar[str] = ""
    """The folder's name, which is the kind's name too."""
    MEANING: ClassVar[str] = ""
    """What a record of this kind is: a message id."""
    NAMED_BY: ClassVar[str] = "title"
    """The field that says what the record is called."""
    PUBLIC: ClassVar[bool] = False
    """Whether a record that gives no audience is public, instead of having the default of ``traite.toml``."""

    audience = Field(Choice(AUDIENCE_WORDS), N_("Audience"), N_("the widest circle that may read it"), example="members")
    topics = Many(Reference("topics"), N_("Topics"), N_("the topics it belongs to"), example="logement")
    links = Many(Struct(Link), N_("Links"), N_("pages elsewhere"), example="{url: https://www.exemple.org, note: le site}")
    source = Field(
        Text(), N_("Source"), N_("where the fact comes from, in one line"), example="Document de travail du 22 janvier 2015, section 1"
    )
    former_slugs = Many(Slug(), N_("Former names of the file"), N_("names the record had before"), example="rapport-ue")
    x = Field(Own(), N_("Keys of your own"), N_("your own keys, carried along untouched"), example="{dossier: 12}")

    __slots__ = ("_passages", "document", "doubtful", "slug")

    def __init__(
        self,
        values: dict[str, Any],
        node: Node | Origin | None = None,
        written: Written | int | None = None,
        *,
        slug: str = "",
        document: Document,
        doubtful: bool = False,
        passages: tuple[Passage, ...] | None = None,
    ) -> None:
        super().__init__(values, node, written)
        self.slug = slug
        self.document = document
        self.doubtful = doubtful
        """Whether it must be kept from every circle wider than the contributors: its audience or a fence cannot be relied on."""

        self._passages = passages

    @property
    def extent(self) -> Place:
        """Where the record begins: its faults as a whole stand there."""
        start, _ = super().extent
        return start, start

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of the body that this record shows: all of the file's, unless some were withheld."""
        return tuple(self.document.body.passages) if self._passages is None else self._passages

    def showing(self, passages: tuple[Passage, ...]) -> Self:
        """The same record with only some passages of its body."""
        return self._made(self.held, self.document, passages)

    def reading(self, document: Document) -> Self:
        """The same record with another text of the same length in its file."""
        return self._made(self.held, document, self._passages)

    @property
    def label(self) -> str:
        """What the record is called: its title or name, or its slug when it has none."""
        return str(self.get(self.NAMED_BY) or self.slug)

    @property
    def ref(self) -> str:
        """The record's name with its kind: ``people/raphael-sodini``."""
        return f"{self.KIND}/{self.slug}"

    @property
    def path(self) -> str:
        return self.document.path

    def _with(self, values: dict[str, Any]) -> Self:
        return self._made(values, self.document, self._passages)

    def _made(self, values: dict[str, Any], document: Document, passages: tuple[Passage, ...] | None) -> Self:
        made = type(self)
        return made(values, self._node, self._written, slug=self.slug, document=document, doubtful=self.doubtful, passages=passages)
