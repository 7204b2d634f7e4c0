"""What is found after a change is what would be found if nothing had been known, however little is looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from looking import fresh, known

from repositories import NAME, write_repository
from traite_cli.checks import again
from traite_cli.checks.running import faults_of, outcome_of
from traite_cli.diagnostics import Changed, Outcome
from traite_cli.index.database import Database
from traite_cli.repository import load, read_configuration
from traite_cli.syntax import header
from traite_cli.workspace import Workspace

DAY = date(2015, 1, 22)
_FRONTS = {
    "records/meetings/2014-10-22-cabinet.md": (
        "title: Cabinet\ndate: 2014-10-22\nparticipants: [alice]",
        "title: Cabinet\ndate: 2014-10-23",
        "title: Cabinet\ndate: 2014-10-22\nplace: ici\nparticipants: [alice, alice, alicia]\ndecisions: [On écrit au ministère.]",
    ),
    "records/meetings/2014-11-18-pleniere.md": ("title: Plénière\ndate: 2014-11-18", "title: Plénière\ndate: 2014-11-18\nlieu: ici"),
    "records/commitments/lettre.md": (
        "title: Écrire aux préfets\nby: alice\nmade_at: 2014-10-22-cabinet\nquote: Alice s’engage à écrire aux préfets.\ndue: 2014-10-31",
        "title: Écrire aux préfets\nby: alice\nmade_at: 2014-11-18-pleniere",
        (
            "title: Écrire aux préfets\nby: alice\nmade_at: 2014-10-22-cabinet\nquote: Alice s’engage à écrire aux préfets.\ndue: 2014-10-31\n"
            "follow_ups:\n  - {date: 2014-10-01, status: kept}\n  - {date: 2014-09-01, by: absente}"
        ),
    ),
    "records/commitments/partie.md": (
        "title: Relire la lettre\nby: alice\nmade_on: 2014-09-30\ndue: 2014-10-01\npart_of: lettre",
        "title: Relire la lettre\nby: alice\nmade_on: 2014-09-30\ndue: 2014-10-01",
        "title: Relire la lettre\nby: alice\nmade_on: 2014-09-30\ndue: 2014-10-01\nfollow_ups: [{date: 2014-10-03, status: kept, note: Relu}]",
    ),
    "records/people/alice.md": (
        "name: Alice Tallon",
        "name: Alice Talon\naudience: public",
        "name: Alice Tallon\nlinks: [{url: alice.org}]",
    ),
    "records/people/alicia.md": ("name: Alicia Tallon", "name:   Alice Tallon", "# la même ?\nname: Alicia Tallon"),
    "records/topics/asile.md": ("title: L’asile", "title: L’asile # le vieux titre\naudience: public", "titel: L’asile"),
    "records/editions/2015-01-22.md": ("title: Document\ndate: 2015-01-22\nsections: [{topic: asile}, {meeting: 2014-11-18-pleniere}]",),
    "records/requests/questions.md": (
        "title: Questions\nto: alice\ndate: 2014-10-01\nanswers: [{item: 2, status: answered}]",
        "title: Questions\nto: alice\ndate: 2014-10-01\nanswers: [{item: 2, status: answered}, {item: 2, status: answered}, {item: 7}]",
    ),
}
_NEW = {
    "records/meetings/2014-12-02-bureau.md": (
        "title: Bureau\ndate: 2014-12-02\nparticipants: [alice]",
        "title: Bureau",
        "title: Bureau\ndate: 2014-12-02\nprepares: rien",
    ),
    "records/commitments/relance.md": (
        "title: Relancer les préfets\nby: alice\nmade_at: 2014-10-22-cabinet\nquote: Alice s’engage à écrire aux préfets.",
        "title: Relancer\nby: alice\nmade_on: 2014-10-22\npart_of: lettre",
        "title: Relancer\nby: alicia\nmade_on: 2014-10-22\ndue: 2014-11-01",
    ),
    "records/updates/2014-12-01-nouvelles.md": (
        "title: Nouvelles\ndate: 2014-12-01\ntopics: [asile]\nmeetings: [2014-11-18-pleniere]",
        "date: 2014-12-01\ntopics: [asyle]",
    ),
    "records/requests/autres.md": (
        "title: Autres\nto: alice\ndate: 2014-10-01\nraised_at: 2014-11-18-pleniere",
        "title: Autres\nto: absente",
    ),
}
"""Files that are not there at first, and that no other names."""
_NO_EDITION = ("records/editions/2015-01-22.md", None, "")
"""Below a section of it nothing stands, which something new may change."""
_STILL = [*((path, 0, "Rien.") for path in _FRONTS if "meetings" in path), ("records/commitments/lettre.md", 1, ""), _NO_EDITION]
"""Nothing is told then that something new may settle."""
_TEXTS = (
    "",
    "Alice s’engage à écrire aux préfets.",
    "Alice Talion se charge d’écrire au ministère d’ici fin mars.",
    "# Trop haut\n\n1. Une question ?\n2. Deux ?\n3. Trois ?",
    "## [L’asile](../topics/asile.md)\n\nLes délais sont longs. [Rien](../topics/assile.md), 06 12 34 56 78.",
    "::: membres\n\nEntre nous.\n\n:::\n\n<b>gras</b>",
    "::: topic asyle\n\nClassé.\n\n:::\n\n![](../../attachments/x.png) Ã©",
    "<!-- traite: ignore[dead-link] connu -->\nVoir [là](../topics/absent.md).",
    "Décidé.\r\nDeux fins de ligne.\nTrois. e\u0301",
)
_CHANGES = st.lists(
    st.tuples(st.sampled_from([*_FRONTS, *_NEW]), st.sampled_from((0, 0, 0, 1, 2, None)), st.sampled_from(_TEXTS)), min_size=1, max_size=3
)


def _text(path: str, front: int, text: str) -> str:
    fronts = {**_FRONTS, **_NEW}[path]
    return f"---\n{fronts[front % len(fronts)]}\n---\n\n{text}\n"


def _change(root: Path, changes: Sequence[tuple[str, int | None, str]]) -> None:
    for path, front, text in changes:
        if front is None:
            (root / path).unlink(missing_ok=True)
        else:
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_bytes(_text(path, front, text).encode())


def _repository(folder: Path, toml: str = NAME) -> Path:
    return write_repository(folder, {path: _text(path, 0, _TEXTS[1]) for path in _FRONTS}, toml).root


def _anew(root: Path) -> Outcome:
    source = Workspace(root).source
    return outcome_of(load(source, read_configuration(source)), DAY)


def _known(root: Path) -> Outcome:
    return Workspace(root, as_of=DAY).outcomes.outcome


@pytest.mark.usefixtures("later")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(_CHANGES, min_size=1, max_size=4), asked=st.lists(st.booleans(), min_size=4, max_size=4))
def test_any_changes(
    tmp_path_factory: pytest.TempPathFactory, steps: Sequence[Sequence[tuple[str, int | None, str]]], asked: Sequence[bool]
) -> None:
    """After some changes or many, whether they were noticed one by one or not, what is told is what a first look would tell."""
    root = _repository(tmp_path_factory.mktemp("changed"))
    _known(root)
    for change, is_asked in zip(steps, asked, strict=False):
        _change(root, change)
        if is_asked:
            assert _known(root) == _anew(root)
        else:
            _ = Workspace(root).repository
    assert _known(root) == _anew(root)
    assert known(root) == fresh(root)


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the short way led anywhere, each time that it was taken."""
    led: list[bool] = []
    whole = again.found_again

    def watched(*given: object) -> Changed | None:
        found = whole(*given)  # type: ignore[arg-type]  # what it is called with
        led.append(found is not None)
        return found

    monkeypatch.setattr(again, "found_again", watched)
    return led


@pytest.mark.usefixtures("later")
def test_a_text_that_changed_is_looked_at_alone(tmp_path: Path, taken: list[bool]) -> None:
    """A new text in minutes is checked without the others, and the quotes of what was promised there with it; what was told of it before goes."""
    root = _repository(tmp_path)
    assert ("records/commitments/lettre.md", "quote-not-found") not in _told(root)
    for text, there in ((_TEXTS[2], True), (f"{_TEXTS[1]} Vu.", False), (_TEXTS[3], True)):
        _change(root, [("records/meetings/2014-10-22-cabinet.md", 0, text)])
        assert (("records/commitments/lettre.md", "quote-not-found") in _told(root)) is there
        assert _known(root) == _anew(root)
    assert taken == [True, True, True]


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    ("path", "front", "told"),
    [
        ("records/meetings/2014-10-22-cabinet.md", 2, "attendance-contradiction"),
        ("records/requests/questions.md", 1, "answer-without-question"),
        ("records/people/alice.md", 2, "not-an-address"),
    ],
)
def test_what_is_a_records_own_is_looked_at_alone(tmp_path: Path, taken: list[bool], path: str, front: int, told: str) -> None:
    """Who was at a meeting, an answer, a page elsewhere: no other record is told otherwise for it."""
    root = _repository(tmp_path)
    _known(root)
    _change(root, [(path, front, _TEXTS[1])])
    assert (path, told) in _told(root)
    assert _known(root) == _anew(root)
    assert taken == [True]


@pytest.mark.usefixtures("later")
def test_news_of_a_promise_count_for_what_it_is_a_part_of(tmp_path: Path, taken: list[bool]) -> None:
    """A part that is kept may settle the whole; news of a promise that stands alone are its own."""
    root = _repository(tmp_path)
    _change(root, [("records/commitments/partie.md", 1, "")])
    for path, front in (("records/commitments/lettre.md", 2), ("records/commitments/partie.md", 0), ("records/commitments/lettre.md", 0)):
        _known(root)
        _change(root, [(path, front, "")])
        assert _known(root) == _anew(root)
    assert taken == [True, False, False]


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("path", _NEW)
@pytest.mark.parametrize("front", [0, 1])
def test_a_new_record_is_looked_at_alone(tmp_path: Path, taken: list[bool], path: str, front: int) -> None:
    """Nobody named it yet, and nothing that was told of others is settled by it; one that is a part of another changes what that is."""
    root = _repository(tmp_path)
    _change(root, _STILL)
    _known(root)
    _change(root, [(path, front, _TEXTS[1])])
    assert _known(root) == _anew(root)
    assert taken == [(path, front) != ("records/commitments/relance.md", 1)]


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("names", [False, True])
def test_new_records_that_come_together_stand_alone(tmp_path: Path, taken: list[bool], *, names: bool) -> None:
    """Unless one names another: then all is looked at."""
    root = _repository(tmp_path)
    _change(root, _STILL)
    _known(root)
    update = "records/updates/2014-12-01-nouvelles.md"
    _change(root, [(path, 0, "Voir 2014-12-02-bureau." if names and path == update else "Rien.") for path in _NEW])
    assert _known(root) == _anew(root)
    assert taken == [not names]


@pytest.mark.usefixtures("later")
def test_what_is_kept_is_gone_through_once(tmp_path: Path, taken: list[bool], monkeypatch: pytest.MonkeyPatch) -> None:
    """However many records are new, and however many changed: once for each of the two."""
    passes: dict[int, int] = {}
    each = Database.each

    def counted(database: Database, statement: str, values: Iterable[object] = ()) -> Iterator[object]:
        passes[number] = passes.get(number, 0) + 1
        return each(database, statement, values)

    for number in (1, 4):
        root = _repository(tmp_path / str(number))
        _change(root, _STILL)
        cabinets = [f"records/meetings/2014-10-1{one}-cabinet.md" for one in range(number)]
        front = "---\ntitle: Cabinet\ndate: 2014-10-1{}\n---\n{}\n"
        for one, path in enumerate(cabinets):
            (root / path).write_text(front.format(one, "Rien."), encoding="utf-8")
        _known(root)
        for one, path in enumerate(cabinets):
            (root / path).write_text(front.format(one, "Rien de plus."), encoding="utf-8")
            (root / path.replace("cabinet", "bureau")).write_text(front.format(one, "Rien."), encoding="utf-8")
        with monkeypatch.context() as patch:
            patch.setattr(Database, "each", counted)
            _known(root)
    assert passes[4] == passes[1] > 0
    assert taken == [True, True]


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    ("path", "other", "check"),
    [
        ("records/commitments/relance.md", "records/meetings/2014-10-22-cabinet.md", "unrecorded-commitment"),
        ("records/updates/2014-12-01-nouvelles.md", "records/meetings/2014-11-18-pleniere.md", "minutes-missing"),
    ],
)
def test_what_a_new_record_settles(tmp_path: Path, taken: list[bool], path: str, other: str, check: str) -> None:
    """A promise that was on no record, minutes that were nowhere: all is looked at, and they are told no more."""
    root = _repository(tmp_path)
    _change(
        root, [("records/commitments/lettre.md", 1, ""), (other, 0, _TEXTS[1] if check == "unrecorded-commitment" else ""), _NO_EDITION]
    )
    assert (other, check) in _told(root)
    _change(root, [(path, 0, "")])
    assert (other, check) not in _told(root)
    assert _known(root) == _anew(root)
    assert taken[-1:] == [False]


@pytest.mark.usefixtures("later")
def test_what_was_silenced_and_is_settled_by_a_new_record(tmp_path: Path, taken: list[bool]) -> None:
    """A comment that silenced a promise on no record silences nothing, once the promise is recorded: that is told of its record."""
    root = _repository(tmp_path)
    cabinet = "records/meetings/2014-10-22-cabinet.md"
    silenced = f"<!-- traite: ignore [unrecorded-commitment] connu -->\n{_TEXTS[1]}"
    others = [(path, 0, "Rien.") for path in _FRONTS if "meetings" in path]
    _change(root, [*others, (cabinet, 0, silenced), ("records/commitments/lettre.md", 1, ""), _NO_EDITION])
    assert not {(cabinet, "unrecorded-commitment"), (cabinet, "unused-silence")} & _told(root)
    _change(root, [("records/commitments/relance.md", 0, "")])
    assert (cabinet, "unused-silence") in _told(root)
    assert _known(root) == _anew(root)
    assert taken[-1:] == [False]


@pytest.mark.usefixtures("later")
def test_front_matter_that_is_what_it_was_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a new text it holds what it held, to the letter and in every place."""
    root = _repository(tmp_path)
    _known(root)
    _change(root, [(path, 0, _TEXTS[4]) for path in _FRONTS])
    wanted = fresh(root)
    monkeypatch.setattr(header, "read_tree", None)
    _ = Workspace(root).repository
    monkeypatch.undo()
    assert known(root) == wanted


def _told(root: Path) -> set[tuple[str, str]]:
    return {(fault.path, fault.check) for fault in _known(root).faults}


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    ("path", "front", "text"),
    [
        ("records/people/alice.md", 1, _TEXTS[1]),
        ("records/topics/asile.md", 1, _TEXTS[1]),
        ("records/meetings/2014-11-18-pleniere.md", 0, ""),
        ("records/topics/asile.md", 0, _TEXTS[7]),
    ],
    ids=["a name", "a remark", "minutes that are gone", "a comment that silences"],
)
def test_where_more_may_have_changed_all_is_looked_at(tmp_path: Path, taken: list[bool], path: str, front: int, text: str) -> None:
    """Front matter, the last word of minutes, comments for traite: others look at them, or they tell what counts."""
    root = _repository(tmp_path)
    _known(root)
    _change(root, [(path, front, text)])
    assert _known(root) == _anew(root)
    assert taken == [False]


@pytest.mark.usefixtures("later")
def test_what_is_no_record_has_all_looked_at(tmp_path: Path, taken: list[bool]) -> None:
    """A file that comes or goes, or a setting, may change what is found anywhere."""
    root = _repository(tmp_path)
    for path, text in (
        ("attachments/x.png", "."),
        ("traite.toml", f'{NAME}[[validate.ignore]]\ncodes = ["TR610"]\nreason = "connu"\n'),
        ("records/topics/asyle.md", "---\n---\n"),
    ):
        _known(root)
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        assert _known(root) == _anew(root)
    assert taken == [False]  # the new topic


@pytest.mark.usefixtures("later")
def test_what_was_found_on_another_day_is_not_gone_on_from(tmp_path: Path, taken: list[bool]) -> None:
    """Time shows faults where nothing changed."""
    root = _repository(tmp_path)
    _known(root)
    _change(root, [("records/topics/asile.md", 0, _TEXTS[2])])
    workspace = Workspace(root, as_of=date(2016, 1, 1))
    assert workspace.outcomes.outcome.faults == faults_of(workspace.repository, date(2016, 1, 1))
    assert taken == []
