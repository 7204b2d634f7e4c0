"""The last look at a document before it leaves: no run of five withheld words that stands nowhere in what may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from traite_cli.kinds import Block
from traite_cli.language import words
from traite_cli.repository import Repository, plain

RUN = 5
Run = tuple[str, ...]
_BLOCK_TAG = re.compile(r"</?(?:p|h[1-6]|li|ul|ol|td|th|tr|div|blockquote|pre|br|hr)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def leaks(document: str, withheld: Iterable[str], shown: Repository, extra: Iterable[str]) -> tuple[str, ...]:
    """The withheld runs that a document holds, in its order, as folded words.

    ``extra`` are the texts that may be shown besides the records: those of the template and of the configuration. Where a run goes over
    the end of a line of the document, its parts may come from two texts that were shown: then each part must stand in one.
    """
    found = dict(_runs_of_lines(document.splitlines()))
    suspect = {run for text in withheld for run in _runs(words(text)) if run in found}
    if not suspect:
        return ()
    texts_shown = [_spaced(words(text)) for text in (*extra, *_texts_shown(shown))]
    return tuple(
        " ".join(run)
        for run, fragments in found.items()
        if run in suspect and not all(any(_spaced(fragment) in text for text in texts_shown) for fragment in fragments)
    )


def lines_of_html(html: str) -> str:
    """The text of a page, a line for each block."""
    return _TAG.sub("", _BLOCK_TAG.sub("\n", html))


def _runs(found: list[str]) -> Iterator[Run]:
    for index in range(len(found) - RUN + 1):
        yield tuple(found[index : index + RUN])


def _runs_of_lines(lines: Iterable[str]) -> Iterator[tuple[Run, tuple[Run, ...]]]:
    """Every run of a document with its fragments, one a line that it goes over."""
    found = [(word, number) for number, line in enumerate(lines) for word in words(line)]
    for index in range(len(found) - RUN + 1):
        window = found[index : index + RUN]
        fragments: dict[int, list[str]] = {}
        for word, number in window:
            fragments.setdefault(number, []).append(word)
        yield tuple(word for word, _ in window), tuple(tuple(one) for one in fragments.values())


def _spaced(found: Iterable[str]) -> str:
    return f" {' '.join(found)} "


def _texts_shown(repository: Repository) -> Iterator[str]:
    for record in repository.all():
        yield from texts(record)
        for passage in record.passages:
            yield plain(record.document.text[passage.start : passage.end])


def texts(block: Block) -> Iterator[str]:
    """Every text of a block's fields, those of blocks inside it included."""
    for value in block.values.values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                yield one
            elif isinstance(one, Block):
                yield from texts(one)
