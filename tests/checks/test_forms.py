"""Faults of form and of consistency, one at a time: each is told once, and what only looks like one is not told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from faulty.forms import (
    AFJ,
    EDITION,
    FORMS,
    MEETING,
    PERSON,
    PROMISE,
    TOPIC,
    Files,
    edition,
    meeting,
    other_meeting,
    promise,
    topic,
    update,
)
from faulty.forms import record as written
from faulty.forms import request as asked

from traite_cli.checks.file_not_everywhere import find as not_everywhere
from traite_cli.diagnostics import Fault
from traite_cli.repository import Configuration, Repository, audience_of

Found = Callable[..., tuple[Fault, ...]]
EARLY = date(2000, 1, 1)
"""Before anything that these records tell: what time shows is no matter here."""
Loaded = Callable[[Files], Repository]


@pytest.mark.parametrize(("check", "variant", "files"), FORMS, ids=lambda value: value if isinstance(value, str) else "")
def test_one_fault_of_form_never_makes_two(found: Found, check: str, variant: str, files: Files) -> None:
    """Nobody is sent to look for a second fault that goes with the first."""
    assert {(fault.check, fault.variant) for fault in found(files, EARLY)} == {(check, variant)}


_LEFT = "  - {organisation: afj, start_date: 2014-11, end_date: 2014-11-05}"
_FROM_2011 = "parents: {organisation: afj, start_date: 2011}"
_UNTIL_2010 = "parents: {organisation: bureau, end_date: 2010}"
_TWO = "memberships: [{organisation: afj}, {organisation: bureau}]"
_BUREAU = {"records/organisations/bureau.md": written("name: Bureau")}
_HEALTHY: dict[str, Files] = {
    "capitals with a circumflex": topic("source: DE L’ÂGE D’OR À L’ÂGE DE FER, « SÃO PAULO »"),
    "a rule in a text": topic("", "\nTexte.\n\n---\n\nsource: suite\n"),
    "a text that begins with a rule": topic("", "\n---\n\nTexte.\n"),
    "a text that begins with a word and a colon": topic("", "\nrappel: les délais sont longs.\n"),
    "a membership that ends in the month in which it begins": {PERSON: written(f"name: Alice\nmemberships:\n{_LEFT}")}
    | {AFJ: written("name: AFJ")},
    "two entries of one person for two organisations": meeting(
        "participants: [{person: alice-tallon, organisation: afj}, {person: alice-tallon, organisation: bureau}]"
    )
    | _BUREAU,
    "two of one organisation whose names nobody knows": meeting(
        "participants: [{organisation: afj, role: juriste}, {organisation: afj, role: stagiaire}]"
    ),
    "somebody excused who gave a proxy": meeting("participants: bob\nexcused: alice-tallon\nrepresented: {person: alice-tallon, by: bob}"),
    "an organisation excused, one of its people present": meeting("participants: {person: alice-tallon, organisation: afj}\nexcused: afj"),
    "a proxy held by somebody nobody listed": meeting("represented: {person: alice-tallon, by: bob}"),
    "two breaks": meeting("agenda: [Pause, Pause]"),
    "bodies that were above one another in turn": {
        AFJ: written(f"name: AFJ\n{_UNTIL_2010}"),
        "records/organisations/bureau.md": written(f"name: Bureau\n{_FROM_2011}"),
    },
    "a deadline in the month of the promise": promise("due: 2015-01"),
    "news of the day of the promise": promise("follow_ups: {date: 2015-01-22, status: no_news}"),
    "news of a month, then of a day in it": promise("follow_ups: [{date: 2015-03-10, status: no_news}, {date: 2015-03, status: no_news}]"),
    "an approximate date before another": promise("follow_ups: {date: 2014~, status: no_news}"),
    "an answer of the same day": asked("answers: {item: 1, date: 2015-01-09, status: answered}"),
    "two answers of two organisations": asked("answers: [{item: 1, status: answered, by: afj}, {item: 1, status: answered, by: bureau}]")
    | _BUREAU,
    "a name with a month": {"records/meetings/2015-02-pleniere.md": written("title: x\ndate: 2015-02-02/2015-02-03")},
    "a name with a year": {"records/documents/2014-rapport.md": written("title: x\ndate: 2015-01-12")},
    "a name with a number that is no month": {"records/meetings/2015-30-ans.md": written("title: x\ndate: 2014-02-02", "\nTexte.\n")},
    "a period that begins on the next day": edition("period: 2015-01-01/2015-01-22")
    | {"records/editions/a.md": written("title: x\ndate: 2014-12-31")},
    "a period that begins in the month in which the last one ended": edition("period: 2014-12/2015-01")
    | {"records/editions/a.md": written("title: x\ndate: 2014-12-15")},
    "two editions of a day for two circles": edition("audience: public")
    | {"records/editions/a.md": written("title: x\ndate: 2015-01-22\naudience: members")},
    "a section on a topic under which minutes are filed": edition("sections: {topic: sejour}")
    | topic("")
    | meeting("", "\n## [Le titre de séjour](../topics/sejour.md)\n\nTrente jours.\n"),
    "headings that rise by two levels": topic("", "\n## A\n\n### B\n\n#### C\n\n## D\n"),
    "a text that begins with a third level": topic("", "\n### A\n\nTexte.\n"),
    "a heading in a comment": topic("", "\n<!--\n# A\n#\n-->\n\nTexte.\n"),
    "a remark in code": topic("", "\n```\n# A\n#\n<br>\n```\n"),
    "a tag in code": topic("", "\nÉcrire `<br>` pour cela.\n"),
    "an address between angle brackets": topic("", "\nVoir <https://www.cncdh.fr> ou <contact@cncdh.fr>, si 2 < 3.\n"),
    "words between angle brackets": topic("", "\nMadame <nom>,\n"),
    "a link in a comment": topic("", "\n<!-- <b>à relire</b> -->\n"),
    "former names of two kinds": topic("former_slugs: afj") | {AFJ: written("name: AFJ")},
}


@pytest.mark.parametrize("files", _HEALTHY.values(), ids=_HEALTHY)
def test_what_only_looks_like_a_fault_is_not_told(found: Found, files: Files) -> None:
    """A check that cries wolf is switched off."""
    assert found(files, EARLY) == ()


_ONCE: dict[str, tuple[Files, list[tuple[str, str, int]]]] = {
    "a meeting under a wrong date": (
        {
            "records/meetings/2015-02-02-pleniere.md": written("title: x\ndate: 2016-02-02"),
            "records/commitments/2015-02-02-lettre.md": written(
                "title: x\neach_member: true\nmade_at: 2015-02-02-pleniere\ndue: 2015-03\nfollow_ups: {date: 2015-02-12, status: no_news}"
            ),
        },
        [("date-differs-from-slug", "records/meetings/2015-02-02-pleniere.md", 3)],
    ),
    "news with a wrong year among others": (
        promise(
            "follow_ups:\n  - {date: 2015-02, status: no_news}\n  - {date: 2005-03, status: no_news}\n  - {date: 2015-04, status: no_news}"
        ),
        [("days-out-of-order", PROMISE, 7)],
    ),
    "a request with a wrong date": (
        asked("answers:\n  - {item: 1, date: 2013-11, status: partial}\n  - {item: 1, date: 2013-12, status: answered}"),
        [("days-out-of-order", "records/requests/questions.md", 6)],
    ),
    "three topics in a circle": (
        {f"records/topics/{one}.md": written(f"title: x\nparent: {other}") for one, other in ("ab", "bc", "ca")},
        [("circle", "records/topics/a.md", 3)],
    ),
    "a file full of damaged accents": (topic("source: Ã©tÃ©\n", "\nLâ€™Ã©tÃ©.\n"), [("mojibake", TOPIC, 3)]),
    "a list indented too little": (
        {PERSON: written("name: Alice\nmemberships:\n  role: juriste\norganisation: afj"), AFJ: written("name: AFJ")},
        [("misplaced-key", PERSON, 5)],
    ),
    "a title in an entry": (
        {MEETING: written("date: 2015-02-02\nparticipants:\n  - person: alice-tallon\n    title: Réunion"), PERSON: written("name: Alice")},
        [("misplaced-key", MEETING, 5)],
    ),
    "a date left below": ({MEETING: "---\ntitle: x\n---\ndate: 2015-02-02\nplace: Paris\n\nTexte.\n"}, [("field-outside", MEETING, 4)]),
    "a maker and a day under French names": (
        {PROMISE: written("title: x\npar: alice-tallon\nfait_le: 2015-01-22"), PERSON: written("name: Alice")},
        [("unknown-key", PROMISE, 3), ("unknown-key", PROMISE, 4)],
    ),
    "two meetings that prepare one another": (
        meeting("prepares: autre") | {"records/meetings/autre.md": written("title: x\ndate: 2015-01-02\nprepares: pleniere")},
        [("circle", "records/meetings/autre.md", 4)],
    ),
}


@pytest.mark.parametrize(("files", "expected"), _ONCE.values(), ids=_ONCE)
def test_a_slip_is_told_where_it_was_made(found: Found, files: Files, expected: list[tuple[str, str, int]]) -> None:
    """What follows from a slip is not told beside it."""
    assert [(fault.check, fault.path, fault.span.line) for fault in found(files, EARLY)] == expected


def test_a_circle_is_told_with_its_way_round(found: Found) -> None:
    """Whoever reads it sees which lines to choose from."""
    files = {f"records/topics/{one}.md": written(f"title: x\nparent: {other}") for one, other in ("bc", "ca", "ab")}
    assert [fault.facts["way"] for fault in found(files)] == ["a → b → c → a"]


def test_headings_are_put_down_together(found: Found) -> None:
    """Where the first level is taken, all headings go one down; not where one of the second files its part under a topic."""
    text = written("title: x", "\n# Les délais\n\n## En préfecture\n\n# Les recours\n")
    (fault,) = found({TOPIC: text})
    lines = text.splitlines()
    for edit in fault.edits:
        lines[edit.span.line - 1] = edit.text + lines[edit.span.line - 1]
    assert [line for line in lines if "#" in line] == ["## Les délais", "### En préfecture", "## Les recours"]
    (fault,) = found({TOPIC: text.replace("En préfecture", "[Le séjour](sejour.md)")})
    assert fault.edits == ()


def test_damaged_accents_are_mended_whole(found: Found) -> None:
    """The edits give the text as it was typed, sure and less sure signs alike."""
    typed = "source: « L’accès à l’asile » – cœur n° 3, 5 € …\n"
    damaged = written("title: x\n" + typed.encode().decode("cp1252"))
    (fault,) = found({TOPIC: damaged})
    lines = damaged.splitlines(keepends=True)
    for edit in reversed(fault.edits):
        line = lines[edit.span.line - 1]
        lines[edit.span.line - 1] = line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
    assert "".join(lines) == written("title: x\n" + typed)


@pytest.mark.parametrize(
    "files",
    [
        {TOPIC: "---\ntitle: x\n---\naudience: contributors\n\nTexte.\n"},
        {TOPIC: "---\ntitle: x\n---\n---\naudience: contributors\n---\n\nTexte.\n"},
        topic("links: [{url: 'https://a.fr', audience: contributors}]"),
        topic("links: [{url: 'https://a.fr', audiance: contributors}]"),
        topic("links: [{url: 'https://a.fr', diffusion: contributors}]"),
    ],
)
def test_an_audience_out_of_its_place_fails_closed(loaded: Loaded, files: Files) -> None:
    """A topic is public by default: one that somebody meant to keep back is not shown around because of a slip."""
    repository = loaded(files)
    assert {audience_of(record, repository.configuration) for record in repository.all()} == {"contributors"}


@pytest.mark.parametrize(
    ("paths", "variant", "told"),
    [
        (["attachments/compte rendu : 22 octobre.pdf"], "character", "attachments/compte rendu : 22 octobre.pdf"),
        (["attachments/2014 /rapport.pdf"], "ending", "attachments/2014 /rapport.pdf"),
        (["attachments/rapport."], "ending", "attachments/rapport."),
        (["attachments/Rapport.pdf", "attachments/rapport.pdf"], "same", "attachments/rapport.pdf"),
        (["attachments/com1"], "reserved", "attachments/com1"),
    ],
)
def test_names_that_some_systems_refuse_are_told(paths: list[str], variant: str, told: str) -> None:
    """Not every system can make these files, so the test does not: their paths are enough."""
    faults = list(not_everywhere(Repository(Configuration("Essai"), {}, (), frozenset(paths))))
    assert [(fault.path, fault.variant) for fault in faults] == [(told, variant)]


@pytest.mark.parametrize("name", ["console.pdf", "com10.pdf", "auxiliaire.pdf", "rapport.con", "été.pdf"])
def test_names_that_every_system_takes_are_not_told(name: str) -> None:
    """Only the whole name before the first full stop is one that Windows keeps."""
    assert list(not_everywhere(Repository(Configuration("Essai"), {}, (), frozenset({f"attachments/{name}"})))) == []


def test_the_next_meeting_may_be_of_the_editions_own_day(found: Found) -> None:
    """An edition handed out at the meeting announces it."""
    assert found(edition("next_meeting: autre") | other_meeting("2015-01-22")) == ()


def test_an_update_is_printed_where_its_section_is(found: Found) -> None:
    """News of the last day of a period are in it."""
    assert found({EDITION: written("title: x\ndate: 2015-01-22\nsections: {topic: sejour}"), **update("", "\nTexte.\n")}) == ()
