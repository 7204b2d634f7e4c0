"""Records of every kind, changed at random on two sides that touch nothing in common: they merge, in either order, and nothing is lost.

The fields are walked as the kinds declare them, so that a new field is tried without a line here.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traite_cli.files.git import Git
from traite_cli.files.text_merging import merged_lines
from traite_cli.kinds import KINDS, Block, Choice, Reference, Struct, read_record
from traite_cli.kinds.types import Date, Number, Own, Slug, Time, Truth, Url
from traite_cli.saying.plain import plain_block
from traite_cli.together.merging.fields import Names
from traite_cli.together.merging.records import Merged, merged_record

GIT = Git(Path(__file__).parent)
NAMES = Names("ours", "theirs")
Model = dict[str, Any]
"""A record's front matter, a key each: texts, lists of texts, lists of mappings."""


class Chance:
    """Gives values that are each another."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.count = 0

    def is_so(self, often: float) -> bool:
        return self.random.random() < often

    def value(self, kind: Any, name: str) -> Any:
        self.count += 1
        n = self.count
        match kind:
            case Date():
                return f"20{10 + n % 15}-{1 + n % 12:02}-{1 + n % 28:02}"
            case Time():
                return f"{8 + n % 12}:{n % 60:02}"
            case Truth():
                return "true"
            case Number():
                return str(n)
            case Choice():
                return self.random.choice(list(kind.labels))
            case Reference():
                return f"meetings/nom-{n}" if name == "records" else f"nom-{n}"
            case Slug():
                return f"ancien-{n}"
            case Url():
                return f"https://exemple.org/{n}"
            case Own():
                return {f"cle-{n}": f"v{n}", f"autre-{n}": f"w{n}"}
            case Struct():
                return self.entry(kind.block)
        return f"x{n}.pdf" if name == "file" else f"Texte {n}{self.random.choice(['', ' : la suite', ' l’été #2'])}"

    def entry(self, block: type[Block]) -> Model:
        known = {name for names in block.IDENTITY[:1] for name in names}
        wanted = [one for one in block.FIELDS.values() if one.required or one.name in known or self.is_so(0.4)]
        return {one.name: self.value(one.type, one.name) for one in wanted if not one.many}

    def record(self, fields: dict[str, Any]) -> Model:
        found = [one for one in fields.values() if one.required or self.is_so(0.6)]
        if self.is_so(0.3):
            self.random.shuffle(found)
        return {one.name: self.values(one) if one.many else self.value(one.type, one.name) for one in found}

    def values(self, field: Any) -> list[Any]:
        return [self.value(field.type, field.name) for _ in range(self.random.randint(1, 4))]


class Three:
    """An ancestor, two versions of it, and what they say together."""

    def __init__(self, kind: str, seed: int) -> None:
        self.chance = Chance(seed)
        self.fields = dict(KINDS[kind].FIELDS)
        self.base = self.chance.record(self.fields)
        self.sides = [json.loads(json.dumps(self.base)) for _ in range(2)]
        self.both = json.loads(json.dumps(self.base))
        for name, field in self.fields.items():
            if name in self.base:
                (self._list if field.many else self._single)(name, field)
            elif self.chance.is_so(0.2):
                self._new(name, field)

    def _side(self) -> Model:
        return self.sides[self.chance.random.randrange(2)]

    def _single(self, name: str, field: Any) -> None:
        if name == "x":
            for side in self.sides:
                side["x"] |= (own := self.chance.value(field.type, name))
                self.both["x"] |= own
        elif self.chance.is_so(0.3):
            self._side()[name] = self.both[name] = self.chance.value(field.type, name)
        elif self.chance.is_so(0.2) and not field.required:
            del self._side()[name], self.both[name]

    def _list(self, name: str, field: Any) -> None:
        for index, item in enumerate(self.base[name]):
            if self.chance.is_so(0.2) and index:
                side = self._side()
                side[name].remove(item)
                self.both[name].remove(item)
            elif isinstance(item, dict):
                self._entry(name, item, field.type.block)
        for side in self.sides:
            for _ in range(self.chance.random.randrange(3)):
                self._add(side, name, self.chance.value(field.type, name))

    def _entry(self, name: str, item: Model, block: type[Block]) -> None:
        """Each side may change other fields of one entry, but for those by which it is known."""
        known = {one for names in block.IDENTITY for one in names}
        places = [next(index for index, one in enumerate(side[name]) if one == item) for side in (*self.sides, self.both)]
        for field in block.FIELDS.values():
            if field.name not in known and not field.many and self.chance.is_so(0.3):
                number = self.chance.random.randrange(2)
                value = self.chance.value(field.type, field.name)
                self.sides[number][name][places[number]][field.name] = self.both[name][places[2]][field.name] = value

    def _new(self, name: str, field: Any) -> None:
        if not field.many:
            self._side()[name] = self.both[name] = self.chance.value(field.type, name)
            return
        for side in self.sides if self.chance.is_so(0.5) else [self._side()]:
            for value in self.chance.values(field):
                self._add(side, name, value)

    def _add(self, side: Model, name: str, value: Any) -> None:
        if value not in self.both.get(name, []):
            place = self.chance.random.choice([0, len(side.get(name, []))])
            side.setdefault(name, []).insert(place, value)
            self.both.setdefault(name, []).append(value)


def written(model: Model, seed: int, body: str = "") -> str:
    """A record as a hand writes it: some lists in a row, some entries between braces, some remarks."""
    lines: list[str] = []
    for name, value in model.items():
        chance = random.Random(f"{seed} {name}")
        lines += [f"# {name} ?"] * (chance.random() < 0.2)
        in_a_row, tight, braces = (chance.random() < often for often in (0.3, 0.3, 0.4))
        if isinstance(value, list) and not in_a_row:
            items = [f"- {row(one)}" if braces or not isinstance(one, dict) else entry(one) for one in value]
            lines.append(f"{name}:")
            lines += [f"{'' if tight else '  '}{line}" for item in items for line in item.split("\n")]
        elif isinstance(value, dict):
            lines += [f"{name}:", *(f"  {key}: {row(one)}" for key, one in value.items())]
        else:
            lines.append(f"{name}: {row(value)}")
    return "\n".join(["---", *lines, "---", "", body])


def entry(value: Model) -> str:
    return "- " + "\n  ".join(f"{key}: {row(one)}" for key, one in value.items())


def row(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {row(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(row, value)) + "]"
    return json.dumps(value, ensure_ascii=False) if set(value) & set(":#") else str(value)


def merge(path: str, base: str, ours: str, theirs: str) -> tuple[str, int]:
    def by_git(*texts: str) -> Merged:
        return Merged(*merged_lines(GIT, (texts[0], texts[1], texts[2]), NAMES))

    data, conflicts = merged_record(path, (base.encode(), ours.encode(), theirs.encode()), NAMES, by_git)
    return data.decode(), conflicts


def said(kind: str, text: str) -> dict[str, list[str]]:
    """What a record says, field by field, lists without their order."""
    values = plain_block(read_record(kind, "x", f"records/{kind}/x.md", text.encode()))
    told = {name: value if isinstance(value, list) else [value] for name, value in values.items()}
    return {name: sorted(json.dumps(one, sort_keys=True, default=str) for one in value) for name, value in told.items()}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(min_value=0, max_value=10**6))
def test_independent_edits_of_any_kind_merge_and_lose_nothing(kind: str, seed: int) -> None:
    """Fields, entries, fields of entries, keys of one's own, and the body."""
    three = Three(kind, seed)
    bodies = ("1. Un ?\n2. Deux ?\n3. Trois ?\n", "1. Un, relu ?\n2. Deux ?\n3. Trois ?\n", "1. Un ?\n2. Deux ?\n3. Trois, relu ?\n")
    base, ours, theirs = (written(model, seed, body) for model, body in zip((three.base, *three.sides), bodies, strict=True))
    merged, conflicts = merge(f"records/{kind}/x.md", base, ours, theirs)
    assert conflicts == 0, merged
    assert merge(f"records/{kind}/x.md", base, theirs, ours) == (merged, 0)
    assert said(kind, merged) == said(kind, written(three.both, seed))
    assert merged.endswith("\n---\n\n1. Un, relu ?\n2. Deux ?\n3. Trois, relu ?\n")


def test_a_list_that_may_not_be_empty_is_left_to_people() -> None:
    """Each side took out another of the two whom a request is put to: one conflict, at that field."""
    base = "---\ntitle: Q\nto:\n  - un\n  - deux\ndate: 2015-02-02\n---\n"
    merged, conflicts = merge("records/requests/x.md", base, base.replace("  - un\n", ""), base.replace("  - deux\n", "").replace("Q", "R"))
    assert conflicts == 1
    assert "title: R\n<<<<<<< ours\nto:\n  - deux\n=======\nto:\n  - un\n>>>>>>> theirs\ndate" in merged
