"""The merge of two versions of a record: independent edits always merge, to one result in either order, with all of both in it."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traite_cli.files.git import Git
from traite_cli.files.text_merging import merged_lines
from traite_cli.kinds import read_record
from traite_cli.together.merging.fields import Names
from traite_cli.together.merging.records import Merged, merged_record

NAMES = Names("ours", "theirs")
PATH = "records/commitments/lettre.md"
GIT = Git(Path(__file__).parent)


def by_git(base: str, ours: str, theirs: str) -> Merged:
    """Git's own merge of texts."""
    return Merged(*merged_lines(GIT, (base, ours, theirs), NAMES))


def merge(base: str, ours: str, theirs: str, path: str = PATH) -> tuple[str, int]:
    """Three versions of a file merged."""
    data, conflicts = merged_record(path, (base.encode(), ours.encode(), theirs.encode()), NAMES, by_git)
    return data.decode(), conflicts


PROMISE = """---
# Une promesse du ministère.

title: Écrire aux préfets
# par qui ?
by:
  - alice
  - moussa   # le mardi
made_on: 2014-10-22
due: 2014-12
quote: "s’engage : une lettre"
follow_ups:
  - date: 2015-01-22
    status: no_news
    note: Rien.
topics: [sejour, lettres]
---

Premier alinéa.

Deuxième alinéa.

Troisième alinéa.
"""
MEETING = """---
title: Réunion plénière
date: 2014-11-18
participants:
  - alice
  - {person: moussa, note: en retard}
agenda:
  - title: Le séjour
  - Les lettres
decisions: Écrire au ministre.
---
"""


def edited(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged", "path"),
    [
        pytest.param(
            PROMISE,
            (("due: 2014-12", "due: 2015-02"),),
            (("    note: Rien.\n", "    note: Rien.\n  - date: 2015-02-02\n    note: En cours.\n"),),
            None,
            PATH,
            id="field and entry",
        ),
        pytest.param(
            PROMISE,
            (("due: 2014-12", "due: 2015-02"),),
            (('quote: "s’engage : une lettre"', "quote: une lettre"),),
            None,
            PATH,
            id="next lines",
        ),
        pytest.param(
            PROMISE,
            (("    note: Rien.\n", "    note: Rien.\n  - date: 2015-03-02\n    note: En mars.\n"),),
            (("    note: Rien.\n", "    note: Rien.\n  - date: 2015-02-02\n    note: En février.\n"),),
            (
                (
                    "    note: Rien.\n",
                    "    note: Rien.\n  - date: 2015-02-02\n    note: En février.\n  - date: 2015-03-02\n    note: En mars.\n",
                ),
            ),
            PATH,
            id="two follow-ups in the order of days",
        ),
        pytest.param(
            PROMISE,
            (("    status: no_news", "    status: in_progress"),),
            (("    note: Rien.\n", "    note: Rien.\n    by: ecpat\n"),),
            (("    status: no_news", "    status: in_progress"), ("    note: Rien.\n", "    note: Rien.\n    by: ecpat\n")),
            PATH,
            id="two keys of one entry",
        ),
        pytest.param(
            PROMISE,
            (("  - alice\n", ""),),
            (("  - moussa   # le mardi\n", "  - moussa   # le mardi\n  - ecpat\n"),),
            None,
            PATH,
            id="one goes, one comes",
        ),
        pytest.param(
            PROMISE,
            (("[sejour, lettres]", "[sejour, lettres, prefets]"),),
            (("[sejour, lettres]", "[lettres]"),),
            (("[sejour, lettres]", "[lettres, prefets]"),),
            PATH,
            id="in a row",
        ),
        pytest.param(
            PROMISE,
            (("# Une promesse du ministère.", "# Une vieille promesse."), ("title: Écrire aux préfets\n", "title: Écrire\n")),
            (("due: 2014-12\n", "due: 2014-12\npart_of: lettres\n"),),
            None,
            PATH,
            id="remarks at the head",
        ),
        pytest.param(
            PROMISE.replace("    note: Rien.\n", "    reply:\n      # au téléphone\n      date: 2015-01-23\n      text: Bientôt.\n"),
            (("text: Bientôt.", "text: Bientôt !"),),
            (("date: 2015-01-23", "date: 2015-01-24"),),
            None,
            PATH,
            id="remarks at the head of a mapping within",
        ),
        pytest.param(
            PROMISE, (("# par qui ?\n", "# par qui ? on verra\n"),), (("made_on", "audience: public\nmade_on"),), None, PATH, id="remarks"
        ),
        pytest.param(
            PROMISE,
            (("Premier alinéa.", "Premier."),),
            (("Troisième alinéa.", "Troisième."), ("due: 2014-12\n", "")),
            None,
            PATH,
            id="body and field",
        ),
        pytest.param(
            PROMISE,
            (("due: 2014-12", "due: 2015-02"),),
            (("due: 2014-12", 'due: "2015-02"'),),
            (("due: 2014-12", 'due: "2015-02"'),),
            PATH,
            id="the same said twice",
        ),
        pytest.param(
            MEETING,
            (("  - alice\n", "  - alice\n  - ecpat\n"),),
            (("  - {person: moussa, note: en retard}\n", "  - {person: moussa, note: en retard}\n  - roux\n"),),
            None,
            "records/meetings/m.md",
            id="people",
        ),
        pytest.param(
            MEETING,
            (("  - alice\n", "  - {person: alice, note: excusée avant midi}\n"),),
            (("{person: moussa, note: en retard}", "{person: moussa, role: président, note: en retard}"),),
            None,
            "records/meetings/m.md",
            id="entries that become mappings",
        ),
        pytest.param(
            MEETING,
            (("decisions: Écrire au ministre.\n", "decisions: [Écrire au ministre., Publier.]\n"),),
            (("decisions: Écrire au ministre.\n", "decisions: [Écrire au ministre., Se revoir.]\n"),),
            (("decisions: Écrire au ministre.\n", "decisions: [Écrire au ministre., Publier., Se revoir.]\n"),),
            "records/meetings/m.md",
            id="a single value becomes a list on both sides",
        ),
        pytest.param(
            PROMISE,
            (("topics: [sejour, lettres]", "topics: [sejour, lettres]\nlinks: [{url: 'https://a.org/#1', note: 'Le #2'}]"),),
            (("topics: [sejour, lettres]", "topics: [sejour, lettres]\nlinks: [{url: 'https://b.org/#1'}]"),),
            (
                (
                    "topics: [sejour, lettres]",
                    "topics: [sejour, lettres]\nlinks: [{url: 'https://a.org/#1', note: 'Le #2'}, {url: 'https://b.org/#1'}]",
                ),
            ),
            PATH,
            id="a # within quotes is no remark",
        ),
        pytest.param(
            PROMISE,
            (("due: 2014-12\n", "due: 2014-12\nx:\n  dossier: 12\n"),),
            (("due: 2014-12\n", "due: 2014-12\nx:\n  couleur: vert\n"),),
            (("due: 2014-12\n", "due: 2014-12\nx:\n  couleur: vert\n  dossier: 12\n"),),
            PATH,
            id="two keys of one's own",
        ),
        pytest.param(
            PROMISE,
            (("    note: Rien.\n", "    note: Rien.\n    reply: {date: 2015-02-01, by: roux, text: Bientôt.}\n"),),
            (("    note: Rien.\n", "    note: Rien.\n    evidence: Le courrier\n"),),
            (
                (
                    "    note: Rien.\n",
                    "    note: Rien.\n    evidence: Le courrier\n    reply: {date: 2015-02-01, by: roux, text: Bientôt.}\n",
                ),
            ),
            PATH,
            id="two keys of an entry that is not theirs alone",
        ),
        pytest.param(
            PROMISE,
            (("  - date: 2015-01-22\n    status: no_news\n    note: Rien.\n", "  - {date: 2015-01-22, status: no_news, note: Rien.}\n"),),
            (("follow_ups:\n  - date: 2015-01-22\n    status: no_news\n    note: Rien.\n", ""),),
            (("follow_ups:\n  - date: 2015-01-22\n    status: no_news\n    note: Rien.\n", ""),),
            PATH,
            id="what one wrote in another way the other took out",
        ),
        pytest.param(
            MEETING,
            (("  - title: Le séjour\n  - Les lettres\n", "  - title: Le séjour\n  - Les lettres\ndocuments:\n- un\n"),),
            (("  - title: Le séjour\n  - Les lettres\n", "  - title: Le séjour\n  - Les lettres\ndocuments:\n  - deux\n"),),
            (("  - title: Le séjour\n  - Les lettres\n", "  - title: Le séjour\n  - Les lettres\ndocuments:\n- deux\n- un\n"),),
            "records/meetings/m.md",
            id="a list that both began, each with its own indentation",
        ),
    ],
)
def test_independent_edits_merge_without_a_question(base: str, ours: tuple, theirs: tuple, merged: tuple | None, path: str) -> None:
    """What each changed is in the result, and nothing else is another."""
    mine, others = edited(base, *ours), edited(base, *theirs)
    wanted = edited(base, *(merged if merged is not None else (*ours, *theirs)))
    assert merge(base, mine, others, path) == (wanted, 0)
    assert merge(base, others, mine, path) == (wanted, 0)


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        (
            ("due: 2014-12", "due: 2015-02"),
            ("due: 2014-12", "due: 2015-03"),
            "<<<<<<< ours\ndue: 2015-02\n=======\ndue: 2015-03\n>>>>>>> theirs\n",
        ),
        (("due: 2014-12\n", ""), ("due: 2014-12", "due: 2015-03"), "<<<<<<< ours\n=======\ndue: 2015-03\n>>>>>>> theirs\n"),
        (("Premier alinéa.", "Un."), ("Premier alinéa.", "Une."), "<<<<<<< ours\nUn.\n=======\nUne.\n>>>>>>> theirs\n"),
    ],
)
def test_a_true_conflict_shows_both_values_and_validate_points_at_it(ours: tuple[str, str], theirs: tuple[str, str], both: str) -> None:
    """Nobody's word is lost, and nobody chooses by accident; the record is for the contributors until somebody did."""
    text, conflicts = merge(PROMISE, edited(PROMISE, ours), edited(PROMISE, theirs))
    assert (both in text, conflicts) == (True, 1)
    record = read_record("commitments", "lettre", PATH, text.encode())
    assert "conflict-marker" in {fault.check for fault in record.document.faults}
    assert record.doubtful


def test_line_ends_stay_those_of_the_file() -> None:
    """A file from Windows stays one."""
    windows = PROMISE.replace("\n", "\r\n")
    merged, _ = merge(windows, edited(windows, ("due: 2014-12", "due: 2015-02")), edited(windows, ("Premier", "Tout premier")))
    assert merged == edited(windows, ("due: 2014-12", "due: 2015-02"), ("Premier", "Tout premier"))


@pytest.mark.parametrize(
    "broken", ["---\ntitle: 'x\n---\n", "", "pas de fiche\n", "---\n{title: x}\n---\n", "---\ntitle: a\ntitle: b\n---\n"]
)
def test_what_is_no_record_is_merged_as_any_text(broken: str) -> None:
    """The merge is git's then, and never fails."""
    assert merge(PROMISE, broken, PROMISE)[0] == broken
    assert merge(PROMISE, PROMISE, broken)[0] == broken


# --- random edits -------------------------------------------------------------------------------------------------------------

Edit = Callable[[str], str]


def _line_edit(old: str, new: str) -> Edit:
    return lambda text: text.replace(old, new, 1)


FREE: list[list[Edit]] = [
    [_line_edit("title: Écrire aux préfets", f"title: Écrire aux {whom}") for whom in ("maires", "ministres")],
    [_line_edit("due: 2014-12", f"due: 2015-0{month}") for month in (2, 3)] + [_line_edit("due: 2014-12\n", "")],
    [_line_edit("made_on: 2014-10-22", "made_on: 2014-10-23"), _line_edit("made_on: 2014-10-22", 'made_on: "2014-10-24"  # ?')],
    [_line_edit('quote: "s’engage : une lettre"', "quote: une lettre"), _line_edit('quote: "s’engage : une lettre"\n', "")],
    [_line_edit("Premier alinéa.", "Premier alinéa, relu.")],
    [_line_edit("Troisième alinéa.", "Troisième alinéa, relu.")],
    [_line_edit("    status: no_news", "    status: in_progress")],
    [_line_edit("    note: Rien.", "    note: Rien de neuf."), _line_edit("    note: Rien.\n", "    note: Rien.\n    by: ecpat\n")],
    [_line_edit("  - alice\n", "")],
    [_line_edit("  - moussa   # le mardi\n", "")],
]
"""Edits of which those of different rows do not touch the same thing."""


def _addition(number: int) -> list[Edit]:
    """Additions of which no two are the same."""
    follow_up = f"  - date: 2015-0{1 + number % 8}-1{number % 9}\n    note: Suivi numéro {number}.\n"
    return [
        lambda text: text.replace("topics:", f"{follow_up}topics:", 1),
        lambda text: text.replace("made_on:", f"  - personne-{number}\nmade_on:", 1),
        lambda text: (
            text.replace("\nlinks:\n", f"\nlinks:\n  - url: https://exemple.org/{number}\n", 1)
            if "\nlinks:\n" in text
            else text.replace("\n---\n\n", f"\nlinks:\n  - url: https://exemple.org/{number}\n---\n\n", 1)
        ),
        lambda text: text.replace("[sejour", f"[dossier-{number}, sejour", 1),
    ]


def _versions(seed: int) -> tuple[str, str, str]:
    """An ancestor, and two versions of it by edits of which no two touch the same thing."""
    chance = random.Random(seed)
    sides = [PROMISE, PROMISE]
    for row in FREE:
        if chance.random() < 0.5:
            side = chance.randrange(2)
            sides[side] = chance.choice(row)(sides[side])
    for number in range(chance.randrange(6)):
        side = chance.randrange(2)
        sides[side] = chance.choice(_addition(10 * (seed % 7) + number))(sides[side])
    return PROMISE, sides[0], sides[1]


def _said(text: str) -> dict[str, set[str]]:
    """What a record says, field by field, without order."""
    from traite_cli.saying.plain import plain_block

    values = plain_block(read_record("commitments", "lettre", PATH, text.encode()))
    return {name: {repr(one) for one in (value if isinstance(value, list) else [value])} for name, value in values.items()}


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=0, max_value=10**6))
def test_random_independent_edits_merge_in_either_order_and_lose_nothing(seed: int) -> None:
    """Whatever one side alone changed is in the result; nothing that both left is another."""
    base, ours, theirs = _versions(seed)
    merged, conflicts = merge(base, ours, theirs)
    assert conflicts == 0, merged
    assert merge(base, theirs, ours) == (merged, 0)
    was, one, other, found = map(_said, (base, ours, theirs, merged))
    for name in {*was, *one, *other, *found} - {"follow_ups"}:
        a, b, c, d = (side.get(name, set()) for side in (was, one, other, found))
        assert d == (b - a) | (c - a) | (a & b & c), name
    assert merge(merged, merged, merged) == (merged, 0)
