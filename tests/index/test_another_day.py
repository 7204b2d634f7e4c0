"""What is found about a day is the same whether anything was found about another day before or not, and few checks look at the day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from repositories import NAME, write_repository
from traite_cli.checks import running
from traite_cli.checks.running import outcome_of
from traite_cli.diagnostics import Outcome
from traite_cli.repository import load, read_configuration
from traite_cli.workspace import Workspace

_PROMISE = "title: Écrire aux préfets\nby: miprof\nmade_on: 2014-09-23\ndue: 2014-10{}\nlinks: [{{url: miprof.fr}}]"
_SILENT, _OF_NO_USE = "  # traite: ignore[TR631] le bureau a tranché", "  # traite: ignore[TR310] plus besoin"
_FILES = {
    "records/organisations/miprof.md": "---\nname: MIPROF\n---\n",
    "records/commitments/lettre.md": f"---\n{_PROMISE.format('')}\n---\n",
    "records/commitments/rapport.md": f"---\n{_PROMISE.format(_SILENT)}\nnote: rien\n---\n",
    "records/commitments/liste.md": f"---\n{_PROMISE.format(_OF_NO_USE)}\n---\n",
    "records/meetings/2014-11-18-pleniere.md": "---\ntitle: Plénière\ndate: 2014-11-18\n---\n",
    "records/requests/questions.md": "---\ntitle: Questions\nto: miprof\ndate: 2014-11-07\n---\n\n1. Quel statut ?\n",
    "records/topics/sejour.md": "---\ntitle: Séjour\nlead: absente  # traite: ignore[TR310] à écrire\n---\n\n[Là](../people/absente.md)\n",
}
_DAYS = (date(2014, 10, 1), date(2014, 12, 24), date(2015, 1, 30), date(2016, 5, 1))
_SETTINGS = '\n[[validate.ignore]]\ncodes = ["TR633"]\nreason = "comptes rendus à part"\n'


def _anew(root: Path, day: date) -> Outcome:
    source = Workspace(root).source
    return outcome_of(load(source, read_configuration(source)), day)


def _known(root: Path, day: date) -> Outcome:
    return Workspace(root, as_of=day).outcomes.outcome


@pytest.mark.parametrize("toml", [NAME, NAME + _SETTINGS], ids=["as it is", "with a code set aside"])
@pytest.mark.parametrize("first", _DAYS)
def test_days_follow_one_another_in_any_order(tmp_path: Path, later: None, first: date, toml: str) -> None:
    """Faults, how they are told, how many records: also of comments that silence on one day, and on another have nothing to silence."""
    root = write_repository(tmp_path, _FILES, toml).root
    _known(root, first)
    for day in _DAYS:
        known, anew = _known(root, day), _anew(root, day)
        assert known == anew
    assert {len(_anew(root, day).faults) for day in _DAYS} != {len(_anew(root, first).faults)}, "the days must differ"


def test_a_text_that_changes_is_told_on_another_day_too(tmp_path: Path, later: None) -> None:
    """What moved along with a change of one file is what another day is told by."""
    root = write_repository(tmp_path, _FILES).root
    _known(root, _DAYS[0])
    path = root / "records/meetings/2014-11-18-pleniere.md"
    path.write_text(path.read_text("utf-8") + "\nMIPROF s’engage à répondre.\n", "utf-8")
    _known(root, _DAYS[0])
    for day in _DAYS:
        assert _known(root, day) == _anew(root, day)


def test_few_checks_look_at_a_day(tmp_path: Path, later: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another day is known, those that do not look at the day are not asked, unless a comment silences one of them."""
    asked: list[str] = []
    look = running._looked_for
    monkeypatch.setattr(running, "_looked_for", lambda one, *rest: asked.append(one.name) or look(one, *rest))
    root = write_repository(tmp_path, _FILES).root
    _known(root, _DAYS[0])
    asked.clear()
    _known(root, _DAYS[1])
    assert set(asked) == {"deadline-unwatched", "minutes-missing", "question-unanswered", "unknown-reference"}
