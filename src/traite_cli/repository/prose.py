"""What a record's body says to whoever may read it, and which topic each stretch of it is filed under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from traite_cli.kinds import Record
from traite_cli.repository.references import target
from traite_cli.syntax import Heading, Passage, comments_of, without

_LINK_TARGET = re.compile(r"\]\((?:<[^<>\n]*>|[^()\s]*)(?:[ \t]+\"[^\"\n]*\")?\)")
_TOPIC_HEADING = re.compile(r"\[[^\]]*\]\((?P<target>[^()\s]+)\)")
_FILING_LEVEL = 2
BLANK = "#"
"""Stands, with spaces behind it, where a body named the file of a record that is withheld."""
_BLANKED = re.compile(r"!?\[(?P<text>[^\[\]\n]*)\]\(\s*<?# {2,}>?[^()\n]*\)")


class Prose(NamedTuple):
    """A stretch of a body: Markdown, the slug of the topic it is filed under ('' for none), and where it begins in the file."""

    text: str
    topic: str
    start: int


def prose_of(record: Record) -> tuple[Prose, ...]:
    """The body that a record shows, in stretches of one topic each, in their order, comments taken out."""
    comments = tuple(comments_of(record.document.text, record.document.body_start))
    found = (_prose(record, start, end, topic, comments) for start, end, topic in _stretches(record))
    return tuple(one for one in found if one.text)


def filed_prose(record: Record) -> tuple[Prose, ...]:
    """The same, as it is filed: what stands under no topic belongs to the one that the record names, where it names one only."""
    only = record.topics[0].slug if len(record.topics) == 1 else ""
    return tuple(one if one.topic else one._replace(topic=only) for one in prose_of(record))


def _prose(record: Record, start: int, end: int, topic: str, comments: Sequence[tuple[int, int]]) -> Prose:
    text = without(comments, record.document.text, start, end)
    if f"{BLANK}  " in text:
        text = _BLANKED.sub(lambda found: found["text"], text)
    return Prose(text.strip("\r\n"), topic, start)


def _stretches(record: Record) -> Iterator[tuple[int, int, str]]:
    filing = [heading for heading in record.document.body.headings if heading.level <= _FILING_LEVEL]
    for passage in record.passages:
        yield from _of_passage(record, passage, filing)


def _of_passage(record: Record, passage: Passage, filing: list[Heading]) -> Iterator[tuple[int, int, str]]:
    """A passage cut at the headings in it; what comes before the first belongs to the heading above the passage."""
    inside = [heading for heading in filing if passage.start <= heading.start < passage.end]
    above = [heading for heading in filing if heading.start < passage.start]
    topics = [_topic_of(record, above[-1]) if above else "", *(_topic_of(record, heading) for heading in inside)]
    bounds = [passage.start, *(heading.start for heading in inside), passage.end]
    for topic, start, end in zip(topics, bounds, bounds[1:], strict=False):
        yield start, end, topic if passage.topic is None else passage.topic


def _topic_of(record: Record, heading: Heading) -> str:
    found = _TOPIC_HEADING.fullmatch(heading.text)
    ref = target(record.KIND, found["target"]) if found and heading.level == _FILING_LEVEL else None
    return ref.slug if ref is not None and ref.kinds == ("topics",) else ""


def plain(markdown: str) -> str:
    """Markdown without link targets and comments: what its words are counted and compared on."""
    return _LINK_TARGET.sub("]", without(tuple(comments_of(markdown)), markdown, 0, len(markdown)))
