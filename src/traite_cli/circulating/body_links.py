"""Links and pictures of a body as a document may have them: outward ones stay, one that leads into the repository is its words.

Where the reading of Markdown is in doubt, a path into the repository goes all the same: the name of a record may be withheld.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import quote, unquote

from traite_cli.circulating.addresses import attachment

_TEXT = r"(?P<text>(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.|\[[^\[\]]*+\])*+\])*+)"
_TARGET = r"(?P<target><[^<>\n]*>|[^\s()<]*+(?:\([^\s()]*\)[^\s()]*+)*+)"
_TITLE = r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?+\s*+"
_LINK = re.compile(rf"(?<!\\)(?P<image>!?)\[{_TEXT}\](?P<rest>\([\s>]*+{_TARGET}{_TITLE}\))", re.DOTALL)
_LEFT_OVER = re.compile(rf"\]\([\s>]*+{_TARGET}{_TITLE}\)")
_REFERENCE = re.compile(rf"(?<!\\)(?P<image>!?)\[{_TEXT}\](?:\[(?P<label>[^\[\]\n]*)\])?(?![\[(:])", re.DOTALL)
_DEFINITION = re.compile(
    r" {0,3}\[(?P<label>[^\[\]\n]++)\]:[ \t]*+\n?[ \t]*+(?P<target><[^<>\n]*+>|[^\s<]\S*+)"
    r"(?:[ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\)))?+[ \t]*+(?:\n|\Z)"
)
_BETWEEN_PARAGRAPHS = re.compile(r"(\n(?:[ \t]*\n)+)")
_OUTWARD = re.compile(r"(?:https?://|mailto:|#)\S", re.IGNORECASE)
_ATTACHMENT = re.compile(r"(?:\.\./)*(?P<path>attachments/.+)", re.DOTALL)
_QUOTED_DEFINITION = re.compile(
    r"^(?P<before>[ \t]*+(?:(?:[>*+-]|\d{1,9}+[.)])[ \t]*+)++)\[[^\[\]\n]+\]:[ \t]*(?!<?(?:https?://|mailto:))(?:<[^<>\n]*>|\S+)[^\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
_BEGINS_A_BLOCK = re.compile(r"`(?=``)|~(?=~~)|:(?=::)|[#>|]|[+*-](?=\s)|\d{1,9}(?=[.)])")
_TICKS = re.compile(r"(?P<escapes>\\*)(?P<ticks>`+)")


def definitions(texts: Iterable[str]) -> Mapping[str, str]:
    """The addresses that the definitions of a body's stretches (``[label]: address``) give, by label; the first of a label holds."""
    found: dict[str, str] = {}
    for text in texts:
        for paragraph in _BETWEEN_PARAGRAPHS.split(text)[::2]:
            for one in _defined(paragraph):
                found.setdefault(_label(one["label"]), one["target"])
    return found


def with_fit_links(text: str, known: Mapping[str, str]) -> str:
    """A stretch of Markdown without code blocks: definitions taken out, links and pictures made fit; ``known`` are the definitions."""
    parts = _BETWEEN_PARAGRAPHS.split(text)
    parts[::2] = [_fit(paragraph, known) for paragraph in parts[::2]]
    return "".join(parts)


def outside_code(pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], paragraph: str) -> str:
    """A paragraph with every match changed that does not begin in a code span."""
    spans = list(_code_spans(paragraph)) if "`" in paragraph else []
    starts = [start for start, _ in spans]

    def changed(found: re.Match[str]) -> str:
        at = bisect_right(starts, found.start()) - 1
        return found[0] if at >= 0 and found.start() < spans[at][1] else change(found)

    return pattern.sub(changed, paragraph)


def _defined(paragraph: str) -> Iterator[re.Match[str]]:
    """The definitions that a paragraph begins with: elsewhere such a line is text."""
    at = 0
    while found := _DEFINITION.match(paragraph, at):
        yield found
        at = found.end()


def _fit(paragraph: str, known: Mapping[str, str]) -> str:
    defined = list(_defined(paragraph))
    paragraph = paragraph[defined[-1].end() :] if defined else paragraph
    if known:
        paragraph = outside_code(_REFERENCE, lambda found: _resolved(found, known), paragraph)
    paragraph = outside_code(_LEFT_OVER, _without_path, outside_code(_LINK, _link, paragraph))
    return outside_code(_QUOTED_DEFINITION, lambda found: found["before"], paragraph)


def _resolved(found: re.Match[str], known: Mapping[str, str]) -> str:
    target = known.get(_label(found["label"] or found["text"]))
    return found[0] if target is None else f"{found['image']}[{found['text']}]({target})"


def _link(found: re.Match[str]) -> str:
    text, target = _LINK.sub(_link, found["text"]), found["target"].strip("<>")
    if found["image"]:
        picture = _picture(target)
        return f"![{text}]({picture})" if picture else text
    if _OUTWARD.match(target):
        return f"[{text}]{found['rest']}"
    begins_line = not found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()].strip()
    return _BEGINS_A_BLOCK.sub(_escaped, text, count=1) if begins_line and _BEGINS_A_BLOCK.match(text) else text


def _picture(target: str) -> str:
    """The address of a picture from ``attachments/``, else nothing."""
    found = _ATTACHMENT.fullmatch(unquote(target))
    return quote(found["path"], safe="/") if found and attachment(found["path"]) else ""


def _escaped(found: re.Match[str]) -> str:
    """A text that would begin a list, a quote or a code block in the place of its link begins as text."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _without_path(found: re.Match[str]) -> str:
    target = found["target"].strip("<>")
    return found[0] if _OUTWARD.match(target) or attachment(target) else "]"


def _label(text: str) -> str:
    return " ".join(text.casefold().split())


def _code_spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """Where code is within a line: from a run of backticks to the next one as long (CommonMark, « Code spans »).

    Where readers of Markdown may part it otherwise, over the end of a line or of a cell, it is taken for text.
    """
    ticks = [(len(found["escapes"]) % 2, *found.span("ticks")) for found in _TICKS.finditer(paragraph)]
    runs: dict[int, list[tuple[int, int]]] = {}
    for _, start, end in ticks:
        runs.setdefault(end - start, []).append((start, end))
    last = 0
    for escaped, first, end in ticks:
        start = first + escaped
        same = runs.get(end - start, []) if start >= last else []
        after = bisect_right(same, (end, 0))
        if after < len(same):
            last = same[after][1]
            if not {"\n", "|"} & set(paragraph[start:last]):
                yield start, last
