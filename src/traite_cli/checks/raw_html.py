"""A text is written in Markdown, without HTML.

HTML could bring a script or a picture from the web into a document, so none is obeyed: a tag is printed as it is written, « <br> » and
all. Comments are left out, and may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.comments import Comments
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import Record
from traite_cli.language import N_
from traite_cli.repository import Repository

_UPDATE = "---\ntitle: Le site\ndate: 2015-01-22\ntopics: site\n---\n\nLe site est {}.\n"
_TOPIC = {"records/topics/site.md": "---\ntitle: Le site\n---\n"}

CHECK = Check(
    code="TR430",
    severity=Severity.WARNING,
    messages={
        "": N_("“{tag}” is HTML, and would be printed as it stands here"),
        "more": N_("“{tag}” is HTML, the first of {count} tags of this text that would be printed as they stand"),
    },
    hints={"": N_("write it in Markdown (**strong**, *stressed*, an empty line between paragraphs), or delete the tags")},
    faulty=Example({"records/updates/site.md": _UPDATE.format("⟦<b>⟧en ligne"), **_TOPIC}),
    healthy=Example({"records/updates/site.md": _UPDATE.format("**en ligne** <!-- depuis hier -->"), **_TOPIC}),
    of_text=True,
)

_NAMES = (
    "a|abbr|article|aside|b|big|blockquote|br|button|caption|center|cite|code|col|dd|del|details|div|dl|dt|em|embed|figure|figcaption|font"
    "|footer|form|h[1-6]|header|hr|html|body|head|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|nav|object|ol|p|pre|q|s|script"
    "|section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|u|ul|video|audio"
)
# Compiled when needed, which is rarely.
_TAG = rf"(?i)</?(?:{_NAMES})(?:[\s/][^<>\n]*)?>"
_CODE = ("```", "~~~")


def find(repository: Repository) -> Iterator[Fault]:
    """The tags in texts, those of each text told together."""
    for record in repository.all_examined():
        document = record.document
        if document.text.find("<", document.body_start) >= 0:
            tags = list(_tags(record))
            if tags:
                facts: dict[str, Fact] = {"tag": tags[0][0], "count": len(tags)}
                yield document.fault("raw-html", tags[0][1], tags[0][1] + len(tags[0][0]), "more" if len(tags) > 1 else "", facts)


def _tags(record: Record) -> Iterator[tuple[str, int]]:
    """Each tag outside code and comments, and where it stands."""
    text, at = record.document.text, record.document.body_start
    comments = Comments(record)
    in_code = False
    for line in text[at:].splitlines(keepends=True):
        if line.lstrip().startswith(_CODE):
            in_code = not in_code
        elif not in_code and "<" in line:
            yield from ((tag, place) for tag, place in _in_line(line, at) if not comments.hold(place))
        at += len(line)


def _in_line(line: str, at: int) -> Iterator[tuple[str, int]]:
    for number, part in enumerate(line.split("`")):
        # What stands between two backticks is code.
        if number % 2 == 0:
            yield from ((found[0], at + found.start()) for found in re.finditer(_TAG, part))
        at += len(part) + 1
