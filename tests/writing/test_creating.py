"""New records are looked at with all others before they are written."""

from __future__ import annotations

from datetime import date

from repositories import MakeRepository
from traite_cli.writing import taken_back, write_together
from traite_cli.writing.creating import New, created

DAY = date(2015, 2, 3)
PROMISE = "---\ntitle: Écrire\nby:\n  - jean\nmade_at: 2015-02-02-pleniere\n---\n"
MEETING = "---\ntitle: Plénière\ndate: 2015-02-02\nclassification: plenary\nparticipants:\n  - jean\n---\n\nÉcrire.\n"


def test_records_made_together_may_name_one_another(make_repository: MakeRepository) -> None:
    """A promise, the meeting it was made at and who made it; alone it would name nobody."""
    workspace = make_repository({})
    promise, meeting = New("commitments", "lettre", PROMISE), New("meetings", "2015-02-02-pleniere", MEETING)
    person = New("people", "jean", "---\nname: Jean\n---\n")
    assert created(workspace.repository, [promise, meeting, person], DAY).faults == ()
    assert {fault.check for fault in created(workspace.repository, [promise], DAY).faults} == {"unknown-reference"}


def test_faults_of_other_records_are_not_told(make_repository: MakeRepository) -> None:
    """Only what is new is looked at."""
    workspace = make_repository({"topics/faux.md": "---\ntitel: Faux\n---\n"})
    found = created(workspace.repository, [New("topics", "essai", "---\ntitle: Essai\n---\n")], DAY)
    assert (found.faults, found.remarks) == ((), ())


def test_all_that_was_written_is_taken_back_together(make_repository: MakeRepository) -> None:
    """One step back takes every record of one writing away."""
    workspace = make_repository({})
    found = created(workspace.repository, [New("people", "jean", "---\nname: Jean\n---\n"), New("meetings", "x", MEETING)], DAY)
    write_together(workspace.root, found.changes)
    assert {change.path for change in taken_back(workspace.root)} == {"records/people/jean.md", "records/meetings/x.md"}
