"""A repository in which every field of every kind holds a mark, for each circle: what must be found, and what must not.

The fields are walked as the kinds declare them, so that a new field has its mark without a line here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from traite_cli.kinds import KINDS, Attendance, Block, Choice, Enclosure, Reference, Represented, Section, Struct
from traite_cli.kinds.block import AnyField
from traite_cli.kinds.types import AttachmentPath, Date, Number, Own, Slug, Text, Time, Truth, Url

MARK = re.compile(r"z(?P<circle>[pmc])q\d{4}", re.IGNORECASE)
"""A mark says for whom its record or passage is: ``p`` public, ``m`` members, ``c`` contributors."""


@dataclass
class Planter:
    """Gives marks for one circle and remembers where each was put."""

    circle: str
    planted: dict[str, str] = field(default_factory=dict)

    def mark(self, where: str) -> str:
        """A new mark of seven words, four of which are found nowhere else."""
        word = f"z{self.circle}q{len(self.planted) + 1:04}"
        self.planted[word] = where
        return f"{word} planté {word}b en {word}c ici {word}d"


class Garden:
    """Plants a repository: for each circle, records of every kind that refer to others of the same circle and of each narrower one."""

    def __init__(self, truth: str = "false") -> None:
        self.truth = truth
        self.planters = {circle: Planter(circle) for circle in CIRCLES}
        self.files: dict[str, str] = {}
        self.quotable: dict[tuple[str, str], str] = {}
        for own, target in sorted(PAIRS, key=lambda pair: pair[0] != pair[1]):
            for kind in KINDS:
                self._record(kind, own, target)
        for own, target in PAIRS:
            self._promise_made_in_a_passage(own, target)

    def planted(self, circle: str) -> dict[str, str]:
        """The marks for one circle, each with where it was put."""
        return self.planters[circle].planted

    # --- one record ---------------------------------------------------------------------------------------------------------

    def _record(self, kind: str, own: str, target: str) -> None:
        name = slug(kind, own, target)
        fields = {**self._fields(KINDS[kind], kind, own, target), "audience": CIRCLES[own]}
        text = self._body(kind, own, target, (kind, own, target))
        for circle in narrower(own):
            text += f"\n::: {CIRCLES[circle]}\n{self._body(kind, circle, target, (kind, own, target, circle))}\n:::\n"
        fields.update(self._own_ways(kind, own, target))
        self.files[f"records/{kind}/{name}.md"] = record(fields, text)

    def _own_ways(self, kind: str, own: str, target: str) -> dict[str, Any]:
        """What a kind wants otherwise than by the walk: what checks ask for, and the other ways of writing a field."""
        if kind == "people":
            contacts = [("type", "value", circle) for circle in (own, *narrower(own))]
            found = [
                {"type": self._mark(c, "contact type"), "value": self._mark(c, "contact"), "audience": CIRCLES[c]} for _, _, c in contacts
            ]
            return {"contact_details": [*found, {"type": self._mark("c", "contact type"), "value": self._mark("c", "contact by default")}]}
        if kind == "meetings":
            here, there = slug("people", own, own), slug("people", target, target)
            more = [{"person": here, "organisation": slug("organisations", target, target)}, there, slug("organisations", target, target)]
            lists = {name: [self._about(Attendance, name, own, target), *more] for name in ("participants", "interlocutors", "excused")}
            proxy = {"person": here, "by": there, "note": self._mark(own, "represented note")}
            return {**lists, "represented": [self._about(Represented, "represented", own, target), proxy], "date": f"{YEARS[own]}-06-11"}
        if kind == "commitments":
            quote = self.quotable[("meetings", target, target)]
            return {"quote": quote, "part_of": slug(kind, target, target) if own != target else None}
        if kind == "requests":
            items = [circle for circle in (own, *narrower(own)) for _ in range(2)]
            answers = [
                {
                    "item": str(n),
                    "status": "answered",
                    "text": self._mark(c, f"answer to item {n}"),
                    "source": self._mark(c, "source of an answer"),
                }
                for n, c in enumerate(items, 1)
            ]
            return {"answers": answers}
        if kind == "editions":
            return {
                "date": f"2015-01-2{1 + 'pmc'.index(own)}",
                "period": "1970/2015-01-31",
                "parts": ["commitments", "questions", "decisions"],
                "sections": [*self._sections(own, own), *self._sections(own, target)],
                "meetings": [slug("meetings", o, t) for o, t in PAIRS],
                "enclosures": [self._about(Enclosure, "enclosures", own, one) for one in (own, target)],
            }
        return {}

    def _sections(self, own: str, target: str) -> Iterator[dict[str, Any]]:
        """A section for everything that one may draw on, by itself and together."""
        yield self._about(Section, "sections", own, target)
        for name in ("meeting", "topic"):
            whole = self._about(Section, f"sections by {name}", own, target)
            yield {key: whole[key] for key in ("title", "subject", "text", name)}
        for kind in KINDS:
            yield {"title": self._mark(target, "section of a record"), "records": [f"{kind}/{slug(kind, target, target)}"]}
            if own != target:
                yield {
                    "title": self._mark(own, "section of a record that refers to others"),
                    "records": [f"{kind}/{slug(kind, own, target)}"],
                }
        yield {"subject": self._mark(own, "section of words"), "title": self._mark(own, "section"), "text": self._mark(own, "its text")}

    def _promise_made_in_a_passage(self, own: str, target: str) -> None:
        for circle in narrower(own):
            quote = self.quotable[("meetings", own, target, circle)]
            fields = {"title": self._mark(own, "promise"), "audience": CIRCLES[own], "by": [slug("people", own, own)], "quote": quote}
            fields["made_at"] = f"meetings/{slug('meetings', own, target)}"
            self.files[f"records/commitments/promise-{own}-{target}-{circle}.md"] = record(fields)

    # --- values -------------------------------------------------------------------------------------------------------------

    def _mark(self, circle: str, where: str) -> str:
        return self.planters[circle].mark(where)

    def _about(self, block: type[Block], where: str, own: str, target: str) -> dict[str, Any]:
        """A block about a record: for the circle of that record, whoever refers to it."""
        return self._fields(block, where, target if block.__name__ in ABOUT else own, target)

    def _fields(self, block: type[Block], where: str, own: str, target: str) -> dict[str, Any]:
        fields = {name: self._value(one, f"{where}.{name}", own, target) for name, one in block.FIELDS.items()}
        return {**fields, **GIVEN.get(block.__name__, {})}

    def _value(self, one: AnyField, where: str, own: str, target: str) -> Any:
        values = list(self._values(one.type, where, own, target))
        return values if one.many else values[0]

    def _values(self, kind: Any, where: str, own: str, target: str) -> Iterator[Any]:  # noqa: C901  # one way a type
        mark = lambda: self._mark(own, where)  # noqa: E731
        match kind:
            case Text():
                yield mark()
            case Slug():
                yield mark().split()[0]
            case Date():
                yield f"{YEARS[own]}-06-11"
            case Time():
                yield TIMES[own]
            case Truth():
                yield self.truth
            case Number():
                yield "1"
            case Url():
                yield "https://{}.example/{}".format(*mark().split()[::2])
            case AttachmentPath():
                yield f"{mark().split()[0]}.pdf"
            case Own():
                yield {mark().split()[0]: mark()}
            case Choice():
                yield kind.choices[0]
            case Reference():
                for one in kind.kinds:
                    yield f"{one}/{slug(one, target, target)}" if kind.written_with_kind else slug(one, target, target)
            case Struct():
                yield self._about(kind.block, where, own, target)
            case _:
                raise NotImplementedError(kind)

    def _body(self, kind: str, circle: str, target: str, key: tuple[str, ...]) -> str:
        """A body with a mark in everything that a body may hold."""

        def mark(what: str) -> str:
            return self._mark(circle, f"{kind}, {what} in the body")

        prose = mark("prose")
        self.quotable[key] = prose
        aim = slug("people", target, target)
        return (
            f"\n{prose}\n\n## [{mark('a topic’s heading')}](../topics/{slug('topics', target, target)}.md)\n\n{mark('filed')}\n\n"
            f"### {mark('a heading')}\n\n- {mark('a list')}\n\n1. {mark('a question')}\n2. {mark('another')}\n\n> {mark('a quote')}\n\n"
            f"[{mark('a link')}](https://{mark('an address').split()[0]}.example/) [{mark('a record')}](../people/{aim}.md)\n\n"
            f"| {mark('a table')} | a |\n| --- | --- |\n| {mark('a cell')} | b |\n\n    {mark('indented code')}\n\n```\n{mark('code')}\n```\n\n"
            f"<!-- {mark('a comment')} -->\n"
        )


CIRCLES = {"p": "public", "m": "members", "c": "contributors"}
PAIRS = tuple((own, target) for own in CIRCLES for target in CIRCLES if "pmc".index(own) <= "pmc".index(target))
"""Whose record it is, and for whom are those that it refers to."""

YEARS = {"p": "2014", "m": "1983", "c": "1979"}
TIMES = {"p": "9:30", "m": "3:33", "c": "4:44"}
SHORT = {
    "meetings": "m",
    "people": "p",
    "organisations": "o",
    "commitments": "c",
    "requests": "r",
    "topics": "t",
    "updates": "u",
    "documents": "d",
    "editions": "e",
}
ABOUT = {"Attendance", "Represented", "Author", "Enclosure", "Membership", "Parent", "Section"}
"""Blocks that are about the record they refer to: its circle is theirs."""

GIVEN: dict[str, dict[str, Any]] = {
    "Membership": {"end_date": None},
    "Commitment": {"made_on": None},
}
"""Fields left out: a function that ended on the day it began is held at no meeting, and a promise's day hides that of its meeting."""


def slug(kind: str, own: str, target: str) -> str:
    """The name of a record of one circle that refers to those of another; it is a mark itself."""
    return f"z{own}q000{'pmc'.index(target)}-{SHORT[kind]}"


def narrower(circle: str) -> tuple[str, ...]:
    """The circles narrower than one."""
    return tuple("pmc"["pmc".index(circle) + 1 :])


def marks_in(text: str, circles: str) -> set[str]:
    """The marks for some circles that a text holds."""
    return {mark[0].lower() for mark in MARK.finditer(text) if mark["circle"].lower() in circles}


def moments_in(text: str, circles: str) -> set[str]:
    """The days and times of some circles' records that a text tells."""
    return {found[0] for circle in circles for found in _MOMENTS[circle].finditer(text)}


_MOMENTS = {
    "p": re.compile("(?!)"),
    "m": re.compile(r"(?<!\d)1983(?!\d)|(?<!\d)0?3\s?(?:h|:)\s?33(?!\d)"),
    "c": re.compile(r"(?<!\d)1979(?!\d)|(?<!\d)0?4\s?(?:h|:)\s?44(?!\d)"),
}


def yaml(value: Any) -> str:
    """A value as a flow of YAML, every text quoted."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {yaml(one)}" for key, one in value.items() if one is not None) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(yaml, value)) + "]"
    return f'"{value}"'


def record(fields: Mapping[str, Any], body: str = "") -> str:
    """A record's file."""
    return "---\n" + "".join(f"{name}: {yaml(value)}\n" for name, value in fields.items() if value is not None) + f"---\n{body}"
