"""The words of a page of the web that somebody reads: its texts, without scripts and styles."""

from __future__ import annotations

from html.parser import HTMLParser

from traite_cli.errors import Refused
from traite_cli.language import N_, word_list

_NESTING = frozenset(["ul", "ol", "dl", "table", "blockquote", "div", "section", "article"])
_DEEPEST = 300
_UNSAID = frozenset(["script", "style", "template", "noscript"])
_INLINE = word_list("a abbr b bdi bdo cite code em font i kbd mark q s samp small span strike strong sub sup time tt u var")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.open: list[str] = []
        self.unsaid = 0
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as HTMLParser calls it
        if tag in _UNSAID:
            self.unsaid += 1
        self.depth += tag in _NESTING
        if self.depth > _DEEPEST:
            raise Refused(N_("the document nests lists or tables deeper than anybody can read"))
        if tag not in _INLINE:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSAID:
            self.unsaid = max(0, self.unsaid - 1)
        self.depth = max(0, self.depth - (tag in _NESTING))
        if tag not in _INLINE:
            self._end()

    def handle_data(self, data: str) -> None:
        if not self.unsaid:
            self.open.append(data)

    def _end(self) -> None:
        text = " ".join("".join(self.open).split())
        if text:
            self.texts.append(text)
        self.open = []


def page_words(page: str) -> list[str]:
    """The paragraphs of a page, in order."""
    reader = _Words()
    reader.feed(page)
    reader.close()
    reader.handle_endtag("html")
    return reader.texts
