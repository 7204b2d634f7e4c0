"""One bad line hides no other: after a syntax error every other key and item is read as if the line were not there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marked import at_marks, read
from traite_cli.kinds import Block, Record

HEALTHY = {
    "title": " Réunion « plénière » à l’Hôtel de Ville 😀",
    "short_title": ' "avec la MIPROF"',
    "time": " 9:30",
    "place": " >-\n  au siège : rue du Bac\n  # Paris\n  @ 7e",
    "room": " 'l''étage'",
    "classification": " institutional",
    "notices": "\n- 2014-11-03\n- 2014-11-04",
    "organisers": " [miprof, oicem]",
    "participants": "\n  - alice-tallon\n  # puis\n  - {person: samuel-buot, note: secrétaire}\n\n  - person: sylvie-o-dy\n    role: |\n      présidente",
    "agenda": "\n  - title: Un\n    topics: [a, b]\n  -\n    title: Deux\n    part: Rapide",
    "decisions": " On écrira.  # vite",
    "links": " {url: https://www.cncdh.fr, note: le site}",
    "documents": " [\n  un, deux\n]",
    "x": "\n  a: 08\n  b: [NO, {c: 1}]",
}
"""A meeting of every sort of value; ``date`` and an unknown key are added with faults of their own."""

FAULTY = {"date": " 2014-13", "lieu_dit": " a", "minutes_approved": " Réunion du 3"}

BROKEN = [
    ' "jamais fermé', " 'jamais fermé", " [a, b", " {a: b", " {a: b: c}", " ]", " }", " @a", " %a", " `a`", " *a", " * a", " !<a", " a: b: c",
    " a : b : c", ' "a" b', " 'l'été'", " - a", "\n- a\n - b", "\n  - a\n b", "\n  - [a\n  - b", "\n\t- a", " |a", " >\n a\nb c", ' "\\z"',
    "\n  a: b\n c: d", " , a", " ? a", " &", "\n  - {a: b", "\n  - a: b: c\n  - d", " [a]]", "\n  a\n  b: c", " !!a !!b c",
]  # fmt: skip
"""What may stand behind a key and be refused, or swallow what follows."""


def _text(values: dict[str, str], end: str) -> str:
    lines = "".join(f"{key}:{value}\n" for key, value in values.items())
    return f"---\n{lines}---\n\nLe texte.\n".replace("\n", end)


def _said(record: Record, without: str) -> tuple[dict[str, Any], list[tuple[str, str, str]]]:
    """The values and faults of a record but for those of one key."""
    text = record.document.text
    keys = {key: start for key, (start, _) in record.keys.items()}
    begin = keys.get(without, -1)
    end = min((start for start in [*keys.values(), text.index("lieu_dit"), record.document.body_start] if start > begin), default=0)
    faults = [
        (fault.check, fault.source, fault.source[fault.span.column - 1 : fault.span.end_column - 1])
        for fault in record.document.faults
        if not record.document.line_of(begin) <= fault.span.line < record.document.line_of(end)
    ]
    return {name: _plain(value) for name, value in record.values.items() if name != without}, sorted(faults)


def _plain(value: Any) -> Any:
    """A value without its places."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return {name: _plain(one) for name, one in value.values.items()} if isinstance(value, Block) else str(value)


@settings(max_examples=400, deadline=None)
@given(
    key=st.sampled_from([*HEALTHY]),
    broken=st.sampled_from(BROKEN),
    order=st.randoms(use_true_random=False),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_one_broken_value_changes_no_other(key: str, broken: str, order: Any, end: str) -> None:
    """Whatever is wrong with one value, the values and the faults of the other keys are what they were, in any order of keys."""
    names = [*HEALTHY, *FAULTY]
    order.shuffle(names)
    values = HEALTHY | FAULTY
    whole = read(_text({name: values[name] for name in names}, end))
    record = read(_text({name: broken if name == key else values[name] for name in names}, end))
    assert _said(record, key) == _said(whole, key)


ITEMS = [
    "alice-tallon", "{person: samuel-buot}", "person: sylvie-o-dy\n    note: pour le secrétariat", "\n    person: anne-martin\n    role: |\n      la\n      présidente",
    '"miprof"', "organisation: miprof # seule",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    place=st.integers(0, len(ITEMS)),
    broken=st.sampled_from([one for one in BROKEN if "\n" not in one]),
    dash=st.sampled_from(["  - ", "- "]),
)
def test_one_broken_item_changes_no_other(place: int, broken: str, dash: str) -> None:
    """In a list each item is read on its own when one of them cannot be."""
    depth = len(dash) - 2
    items = [one.replace("\n    ", "\n" + " " * (depth + 2)) for one in ITEMS]
    lines = [f"{dash}{item}\n".replace("- \n", "-\n") for item in items]
    lines.insert(place, f"{dash}{broken.strip()}\n")
    record = read(f"---\ntitle: a\ndate: 2014\nparticipants:\n{''.join(lines)}place: ici\n---\n")
    entries = [_plain(one) for one in record.values["participants"]]
    others = "".join(line for number, line in enumerate(lines) if number != place)
    healthy = read(f"---\ntitle: a\ndate: 2014\nparticipants:\n{others}---\n")
    assert [one for one in map(_plain, healthy.values["participants"]) if one not in entries] == []
    assert len(healthy.values["participants"]) == len(ITEMS)
    assert record.values["place"] == "ici"
    line = record.document.line_of(record.document.text.index("participants")) + 1
    assert all(line <= fault.span.line < line + len("".join(lines).splitlines()) for fault in record.document.faults)


def test_several_faults_of_one_file_stand_at_their_keys_and_items() -> None:
    """All in one run, each at the very key or item, after a syntax error too."""
    faults = at_marks(
        "---\ntitle: Réunion\ndate: ⟦2014-13⟧\nplace: ⟦@⟧ici\n⟦lieux⟧: à Paris\nparticipants:\n  - alice-tallon\n  - ⟦Alice Tallon⟧\n"
        "  - person: raphael-sodini\n    ⟦fonction⟧: ministre\n  - note: ⟦l’été : oui⟧\nagenda:\n  - title: Un\n    topics: [⟦A B⟧, ⟦C D⟧]\n---\n"
    )
    assert [fault.check for fault in faults] == [
        "not-a-date", "not-yaml", "unknown-key", "not-a-slug", "unknown-key", "colon-in-text", "not-a-slug", "not-a-slug",
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_columns_count_code_points(end: str, mark: bytes) -> None:
    """Accents written in one or two code points, emoji outside the basic plane, tabs and either line end: the column is that of the character."""
    text = f"---{end}title: e\u0301te\u0301 😀{end}date:\t2014-13{end}x: {{é😀: 1, é😀: 2}}{end}place: 😀 : é{end}---{end}"
    record = read(mark + text.encode())
    found = [(fault.check, fault.span.line, fault.span.column, fault.span.end_column) for fault in record.document.faults]
    expected = [("not-a-date", 3, 7, 14), ("key-given-twice", 4, 12, 14), ("colon-in-text", 5, 8, 13)]
    assert sorted(found[len(found) - 3 :], key=lambda one: one[1]) == expected
    assert [one[0] for one in found[: len(found) - 3]] == (["byte-order-mark"] if mark else [])


def test_front_matter_that_is_indented_as_a_whole() -> None:
    """Keys that all begin one space to the right are keys, also when one of them is wrong."""
    record = read("---\n  title: Réunion\n  place: @ici\n  date: 2014\n  agenda:\n  - title: Un\n---\n")
    assert [fault.check for fault in record.document.faults] == ["not-yaml"]
    assert {**record.values, "date": "", "agenda": ""} == {"title": "Réunion", "date": "", "agenda": ""}


def test_a_conflict_of_two_versions_is_told_once() -> None:
    """Between git's marks both versions stand, with the same keys; that is one fault, and the rest is read."""
    record = read("---\ntitle: a\n<<<<<<< HEAD\ndate: 2014\n=======\ndate: 2015\n>>>>>>> branch\nplace: ici\n---\n")
    assert [fault.check for fault in record.document.faults] == ["conflict-marker"]
    assert (str(record.values["date"]), record.values["place"], record.doubtful) == ("2014", "ici", True)
