"""Markdown → tree: CommonMark with tables and with the templates' blocks; HTML in it is text like any other.

Quotes and lists nested deeper than any person writes are text too: the parser would drop them, and their words with them.
So are brackets once thousands of them have led to no link: each one that does not costs a look at all that follows it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from traite_cli.circulating import blocks
from traite_cli.circulating.tree import Builder, Element

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    _BlockRule = Callable[[StateBlock, int, int, bool], bool]
    _InlineRule = Callable[[StateInline, bool], bool]

_NESTING = 100
_DEEPEST = 12
_LOOKED_AT = 100_000_000
_ALIGNED = {"text-align:right": "right", "text-align:center": "center"}


def tree_of(markdown: str) -> Element:
    """The tree of a Markdown text, not yet sanitised."""
    builder = Builder()
    _blocks(builder, _parser().parse(markdown))
    return builder.done()


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import blockquote, list_block
    from markdown_it.rules_inline import image, link

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTING}).enable("table")
    interrupts = ["paragraph", "reference", "blockquote"]
    parser.block.ruler.at("blockquote", _shallow(blockquote), {"alt": [*interrupts, "list"]})
    parser.block.ruler.at("list", _shallow(list_block), {"alt": interrupts})
    parser.inline.ruler.at("link", _patient(link))
    parser.inline.ruler.at("image", _patient(image))
    blocks.install(parser)
    return parser


def _shallow(rule: _BlockRule) -> _BlockRule:
    def bounded(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
        return state.level < _DEEPEST and rule(state, start, end, silent)

    return bounded


def _patient(rule: _InlineRule) -> _InlineRule:
    def bounded(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
        if state.src[state.pos] not in "[!" or state.env.get("looked at", 0) > _LOOKED_AT:
            return False
        found = rule(state, silent)
        if not found:
            state.env["looked at"] = state.env.get("looked at", 0) + state.posMax - state.pos
        return found

    return bounded


def _blocks(builder: Builder, tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.type == "inline":
            _inline(builder, token.children or ())
        elif token.type in {"fence", "code_block"}:
            builder.add(Element("pre", {}, (Element("code", {}, (token.content,)),)))
        elif token.hidden:
            _between_tight_paragraphs(builder, token)
        else:
            _tag(builder, token)


def _between_tight_paragraphs(builder: Builder, token: Token) -> None:
    """A tight item has no paragraphs; what follows its text stands on a line of its own."""
    if token.nesting < 0:
        builder.add("\n")


def _tag(builder: Builder, token: Token) -> None:
    if token.nesting > 0:
        builder.open(token.tag, _attributes(token))
    elif token.nesting < 0:
        builder.close()
    else:
        builder.add(Element(token.tag, _attributes(token)))


def _attributes(token: Token) -> dict[str, str]:
    if token.type == "block_open":
        return {"class": token.info}
    attributes = {name: str(value) for name, value in token.attrs.items() if name in {"start", "href", "src"}}
    if aligned := _ALIGNED.get(str(token.attrs.get("style", ""))):
        attributes["class"] = aligned
    return attributes


def _inline(builder: Builder, tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.type in {"text", "text_special", "html_inline"}:
            builder.add(token.content)
        elif token.type == "softbreak":
            builder.add("\n")
        elif token.type == "code_inline":
            builder.add(Element("code", {}, (token.content,)))
        elif token.type == "image":
            builder.add(Element("img", {**_attributes(token), "alt": _alternative(token.children or ())}))
        else:
            _tag(builder, token)


def _alternative(tokens: Sequence[Token]) -> str:
    """The words that stand for a picture, without their markup."""
    return "".join(_alternative(token.children) if token.children else token.content or " " * ("break" in token.type) for token in tokens)
