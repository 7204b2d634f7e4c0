"""The tree as a source of Typst: calls of Typst's own functions and of those that ``templates/document.typ`` defines.

Every word is an escaped string; nothing of a document is ever markup or code. What ``document.typ`` must define: ``manuscript``
(the page and the properties), ``styled`` (a named block), ``data-table``, ``picture`` and ``rule``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from traite_cli.circulating.characters import line
from traite_cli.circulating.columns import rows, widths
from traite_cli.circulating.outline import HEADINGS
from traite_cli.circulating.tree import Element, Node, only_child, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from traite_cli.circulating.manuscript import Properties

TEMPLATE = "templates/document.typ"

_BLOCKS = {"p", "div", "blockquote", "ul", "ol", "table", "pre", "hr", *HEADINGS}
_ONE_PIECE = {"next-meeting", "warning"}
_MOST_IN_A_BLOCK, _MOST_IN_ONE_PIECE = 2000, 800
_LONG_WORD = re.compile(r"[^\s\u200b]{31,}")
# Longer than any line: no-break spaces alone may make such a run, and Typst breaks down on one of 64 kilobytes.
_UNBROKEN = re.compile(r"[^ \n\u200b]{1000}")
_JOINT = re.compile(r"([/\-_.?&=+,;:@%#])")
_NEVER_IN_A_STRING = re.compile(r"[\x00-\x1f\x7f]")


def source(body: Element, properties: Properties) -> str:
    """The whole source of a document, to be compiled beside the template."""
    lines = (
        f'#import "{TEMPLATE}": manuscript, styled, data-table, picture, rule',
        f"#show: manuscript.with({_named(properties)})",
        f"#{_content(body.children)}",
    )
    return "\n".join(lines) + "\n"


def string(text: str) -> str:
    """The text as a string of Typst."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _NEVER_IN_A_STRING.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", escaped) + '"'


def _named(properties: Properties) -> str:
    date = properties.date
    country = properties.locale.partition("-")[2]
    values = {
        "title": string(line(properties.title)),
        "language": string(properties.language),
        "region": string(country) if country else "none",
        "authors": _strings((*properties.authors, *([properties.organisation] if properties.organisation else []))),
        "subject": string(line(properties.subject)),
        "keywords": _strings(properties.keywords),
        "date": f"datetime(year: {date.year}, month: {date.month}, day: {date.day}, hour: 0, minute: 0, second: 0)",
        "foot": string(properties.foot),
    }
    return ", ".join(f"{name}: {value}" for name, value in values.items())


def _strings(texts: Iterable[str]) -> str:
    return "(" + "".join(f"{string(line(text))}, " for text in texts) + ")"


def _content(nodes: Iterable[Node]) -> str:
    """A block of code that gives the nodes' content; white space at the edges of running text is left out."""
    pieces: list[str] = []
    running: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and node.tag in _BLOCKS:
            pieces += [*_running(running), _element(node)]
            running = []
        else:
            running.append(node)
    pieces += _running(running)
    return "{\n" + "\n".join(pieces) + "\n}" if pieces else "[]"


def _running(nodes: list[Node]) -> list[str]:
    pieces = [_text(node) if isinstance(node, str) else _element(node) for node in nodes]
    while pieces and pieces[0] == '" "':
        pieces.pop(0)
    while pieces and pieces[-1] == '" "':
        pieces.pop()
    return [piece for piece in pieces if piece != '""']


def _text(text: str) -> str:
    return string(_breakable(re.sub(r"[ \t\n]+", " ", text)))


def _breakable(text: str) -> str:
    """The text with places where a line may end within words that are too long for one."""
    text = _LONG_WORD.sub(lambda word: _LONG_WORD.sub(_cut, _JOINT.sub("\\1\u200b", word[0])), text)
    return _UNBROKEN.sub("\\g<0>\u200b", text)


def _cut(word: re.Match[str]) -> str:
    return "\u200b".join(word[0][start : start + 30] for start in range(0, len(word[0]), 30))


def _element(element: Element) -> str:
    return _WORDED[element.tag](element) if element.tag in _WORDED else _content(element.children)


def _call(name: str) -> Callable[[Element], str]:
    return lambda element: f"{name}({_content(element.children)})"


def _paragraph(element: Element) -> str:
    """A paragraph; one that is all in bold announces the next and stays with it, a picture alone needs none."""
    alone = only_child(element)
    if alone is not None and alone.tag == "img":
        return _picture(alone)
    words = f"par({_content(element.children)})"
    return f"block(sticky: true, {words})" if alone is not None and alone.tag == "strong" else words


def _heading(element: Element) -> str:
    return f"[#heading(level: {element.tag[1]}, {_content(element.children)}) #label({string(element.get('id') or 'section')})]"


def _block(element: Element) -> str:
    """A named block; a notice stays on one page unless it holds too much for that."""
    name = element.get("class")
    block = f"styled({string(name)}, {_content(element.children)})"
    whole = name in _ONE_PIECE and len(text_of(element)) < _MOST_IN_A_BLOCK
    return f"block(breakable: false, width: 100%, {block})" if whole else block


def _list(element: Element) -> str:
    items = element.elements("li")
    tight = not any(item.elements("p") for item in items)
    start = element.get("start")
    counted = f"start: {int(start)}, " if element.tag == "ol" and start.isdecimal() else ""
    name = "enum" if element.tag == "ol" else "list"
    return f"{name}({counted}tight: {str(tight).lower()}, {', '.join(_content(item.children) for item in items)})"


def _table(element: Element) -> str:
    head, *others = rows(element)
    columns = "".join(f"{width}fr, " for width in widths(element))
    aligned = "".join(f"{cell.get('class') or 'left'}, " for cell in head.elements())
    body = "".join(f"({_cells(row)}), " for row in others)
    return f"data-table(columns: ({columns}), align: ({aligned}), header: ({_cells(head)}), rows: ({body}))"


def _cells(row: Element) -> str:
    """The cells of a row, which stays on one page unless it holds so much that it might not fit there."""
    whole = all(len(text_of(cell)) < _MOST_IN_ONE_PIECE for cell in row.elements())
    cells = (_content(cell.children) for cell in row.elements())
    return "".join(f"block(breakable: false, {cell}), " if whole else f"{cell}, " for cell in cells)


def _link(element: Element) -> str:
    address = element.get("href")
    target = f"label({string(address[1:])})" if address.startswith("#") else string(address)
    return f"link({target}, {_content(element.children)})"


def _picture(element: Element) -> str:
    words = line(element.get("alt"))
    return f"picture(image({string(element.get('src'))}{f', alt: {string(words)}' if words else ''}))"


def _code(element: Element) -> str:
    return f"raw({string(text_of(element))})"


def _code_block(element: Element) -> str:
    lines = text_of(element).removesuffix("\n").expandtabs(4).split("\n")
    return f"raw(block: true, {string(chr(10).join(_breakable(part) for part in lines))})"


_WORDED: dict[str, Callable[[Element], str]] = {
    "p": _paragraph,
    "strong": _call("strong"),
    "em": _call("emph"),
    "blockquote": lambda element: f"quote(block: true, {_content(element.children)})",
    "br": lambda _: "linebreak()",
    "hr": lambda _: "rule()",
    "a": _link,
    "img": _picture,
    "code": _code,
    "pre": _code_block,
    "ul": _list,
    "ol": _list,
    "table": _table,
    "div": _block,
    **dict.fromkeys(HEADINGS, _heading),
}
