"""All the faults of a file are told in one run, each at its place and each once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from traite_cli.diagnostics import Fault

Found = Callable[[Mapping[str, str | bytes]], tuple[Fault, ...]]
_MEETING = "records/meetings/pleniere.md"
_PROMISE = "records/commitments/lettre.md"

_SEVERAL = """\
---
title: Réunion plénière
date: 22/10/2014
lieu: au siège
classification: plenery
participants:
  - Alice Tallon
  - inconnue
  - role: présidente
---

Voir [la fiche](../people/absente.md).

::: membres

Le bureau regrette ce délai.

:::
"""
_AFTER_A_SYNTAX_ERROR = """\
---
title: 'Réunion sur l'asile'
date: 2014-13
place: [au siège
room: Salle : 3002
time 9:30
classification: plenery
agenda:
  - title: Le plan
    topics: inconnu
  - title: "La suite
organisers: inconnu
---
"""


def _told(faults: tuple[Fault, ...]) -> list[tuple[int, int, str]]:
    return [(fault.span.line, fault.span.column, fault.check) for fault in faults]


def test_several_faults_of_one_file_are_told_at_their_places(found: Found) -> None:
    """Nobody mends one fault, runs the command again and meets the next."""
    assert _told(found({_MEETING: _SEVERAL})) == [
        (3, 7, "not-a-date"),
        (4, 1, "unknown-key"),
        (5, 17, "not-a-choice"),
        (7, 5, "not-a-slug"),
        (8, 5, "unknown-reference"),
        (9, 5, "attendance-empty"),
        (12, 17, "dead-link"),
        (14, 1, "doubtful-fence"),
    ]


def test_a_line_that_cannot_be_read_hides_no_other_fault(found: Found) -> None:
    """YAML's reader stops at the first thing it minds; the faults of the other lines are told all the same."""
    assert _told(found({_MEETING: _AFTER_A_SYNTAX_ERROR})) == [
        (2, 23, "not-yaml"),
        (3, 7, "not-a-date"),
        (4, 16, "not-yaml"),
        (5, 7, "colon-in-text"),
        (6, 1, "line-without-colon"),
        (7, 17, "not-a-choice"),
        (10, 13, "unknown-reference"),
        (11, 12, "not-yaml"),
        (12, 13, "unknown-reference"),
    ]


def test_a_faulty_file_hides_nothing_of_another(found: Found) -> None:
    """A file that cannot be read at all is told, and so is a fault in its neighbour."""
    files: dict[str, str | bytes] = {_MEETING: b"\xff\xfe\x00", "records/topics/sejour.md": "---\ntitle: x\nlead: inconnu\n---\n"}
    assert {(fault.path, fault.check) for fault in found(files)} >= {
        (_MEETING, "encoding"),
        ("records/topics/sejour.md", "unknown-reference"),
    }


_ONCE = {
    "an unreadable date is no missing one": ("not-a-date", _MEETING, "title: x\ndate: bientôt", ""),
    "a list for a title is no missing title": ("wrong-type", _MEETING, "title: [a, b]\ndate: 2014", ""),
    "an empty list for a title is a missing title": ("field-missing", _MEETING, "title: []\ndate: 2014", ""),
    "a title without its colon is no missing title": ("line-without-colon", _MEETING, "title Réunion\ndate: 2014", ""),
    "a date without its colon is no missing date": ("line-without-colon", _MEETING, "title: x\ndate 2014-11-18", ""),
    "an unreadable kind of meeting may be an event": ("not-a-choice", _MEETING, "title: x\nclassification: evenement", ""),
    "an unreadable maker is no missing one": ("not-a-slug", _PROMISE, "title: x\nmade_on: 2014\nby: M. Sodini", ""),
    "an unreadable yes is no missing maker": ("not-a-choice", _PROMISE, "title: x\nmade_on: 2014\neach_member: oui", ""),
    "an unreadable meeting is no missing one": ("not-a-slug", _PROMISE, "title: x\neach_member: true\nmade_at: Réunion 1", ""),
    "an unknown meeting is no missing one": ("unknown-reference", _PROMISE, "title: x\neach_member: true\nmade_at: inconnue", ""),
    "an unreadable status is no missing one": (
        "not-a-choice",
        _PROMISE,
        "title: x\neach_member: true\nmade_on: 2014\nfollow_ups:\n  - date: 2015\n    status: tenu",
        "",
    ),
    "unreadable evidence is no missing one": (
        "wrong-type",
        _PROMISE,
        "title: x\neach_member: true\nmade_on: 2014\nfollow_ups: {date: 2015, status: kept, evidence: [a, b]}",
        "",
    ),
    "an unreadable person is somebody": ("not-a-slug", _MEETING, "title: x\ndate: 2014\nexcused: {person: M. Sodini}", ""),
    "an unclosed item has no missing title": ("not-yaml", _MEETING, "title: x\ndate: 2014\nagenda:\n  - {title: y", ""),
    "one conflict is one": ("conflict-marker", _MEETING, "title: x\n<<<<<<< a\ndate: 2014\n=======\ndate: 2015\n>>>>>>> b", ""),
    "what a misspelt fence opens may be closed": ("doubtful-fence", _MEETING, "title: x\ndate: 2014", "::: membres\nx\n:::\n"),
    "what an indented fence opens may be closed": ("doubtful-fence", _MEETING, "title: x\ndate: 2014", " ::: members\nx\n:::\n"),
    "a nested fence may be closed": ("doubtful-fence", _MEETING, "title: x\ndate: 2014", "::: members\n::: contributors\nx\n:::\ny\n:::\n"),
    "an indented end is an end": ("doubtful-fence", _MEETING, "title: x\ndate: 2014", "::: members\nx\n :::\n"),
    "the same wrong name is told where it stands": ("unknown-key", _MEETING, "title: x\ndate: 2014\n<<: a", ""),
}


@pytest.mark.parametrize(("check", "path", "header", "body"), _ONCE.values(), ids=_ONCE)
def test_one_fault_never_makes_two(found: Found, check: str, path: str, header: str, body: str) -> None:
    """What is wrong once is told once: nobody is sent to look for a second fault that goes with the first."""
    assert [fault.check for fault in found({path: f"---\n{header}\n---\n\n{body}"})] == [check]


def test_a_faulty_record_is_still_there_for_the_others(found: Found) -> None:
    """A person with a wrong date is a person: the meetings that name them have no fault."""
    files: dict[str, str | bytes] = {
        "records/people/alice-tallon.md": "---\nname: Alice Tallon\nmemberships: {organisation: afj, start_date: hier}\n---\n",
        "records/organisations/afj.md": b"\xff",
        _MEETING: "---\ntitle: x\ndate: 2014\nparticipants: [alice-tallon, afj]\n---\n",
    }
    assert {fault.path for fault in found(files)} == {"records/people/alice-tallon.md", "records/organisations/afj.md"}


_SILENT = {
    "a footnote": "Le délai[^1] est long.\n\n[^1]: Trente jours.\n",
    "a remark between brackets": "[Note]: la suite en janvier prochain\n",
    "a definition with a title": '[cncdh]: https://www.cncdh.fr "la CNCDH"\n',
    "an anchor": "Voir [plus bas](#suite).\n",
    "a record with an anchor": "Voir [la fiche](../topics/sejour.md#suite).\n",
    "a link in code": "Écrire `[x](../people/absent.md)`.\n",
    "an attachment": "Voir [le rapport](../../attachments/rapport%201.pdf).\n",
    "a fence in code": "```\n::: members\n```\n",
    "an absent value": "",
}


@pytest.mark.parametrize("body", _SILENT.values(), ids=_SILENT)
def test_what_is_no_fault_is_silent(found: Found, body: str) -> None:
    """A check that cries wolf is switched off: these may look like faults and are none."""
    header = "title: x\nlead: ~\nsource: null\nparent:\nlinks: []"
    files: dict[str, str | bytes] = {"records/topics/sejour.md": f"---\n{header}\n---\n\n{body}", "attachments/rapport 1.pdf": b"%PDF"}
    assert found(files) == ()


def test_a_quote_is_compared_as_words(found: Found) -> None:
    """Case, accents, punctuation, markup and line ends are no part of the words; an omission is said."""
    body = "**Raphaël Sodini** s’engage, pour\n*fin 2014*, à [préparer](../topics/sejour.md) une lettre.\n"
    files: dict[str, str | bytes] = {
        _MEETING: f"---\ntitle: x\ndate: 2014\n---\n\n{body}",
        "records/topics/sejour.md": "---\ntitle: x\n---\n",
        _PROMISE: "---\ntitle: x\neach_member: true\nmade_at: pleniere\nquote: Sodini s'engage pour fin 2014 […] PREPARER une lettre\n---\n",
    }
    assert found(files) == ()
