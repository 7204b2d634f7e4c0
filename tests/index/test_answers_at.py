"""What was answered at a revision is told at another one as long as that has the same wherever the answer has looked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from test_kept_tables import fill
from test_sql_tables import FILES, TOML

from repositories import commit, git, write_repository
from traite_cli.kinds import Commitment, Ref, Topic
from traite_cli.repository import parts_of
from traite_cli.workspace import Workspace

DAY = date(2015, 1, 22)
Look = Callable[[Workspace], object]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_repository(tmp_path, FILES, TOML).root
    commit(root)
    git(root, "branch", "before")
    return root


def is_told_again(root: Path, look: Look, day: date | None = DAY) -> bool:
    """Whether what was answered at ``before``, after such a look, is what is answered at a commit of what lies there now."""
    first = Workspace(root, day, "before")
    look(first)
    first.answers.keep("what?", "that")
    first.close()
    commit(root)
    second = Workspace(root, day, "HEAD")
    found = second.answers.answer("what?")
    assert Workspace(root, day, "HEAD").answers.answer("what?") == found, "what was told once is told again"
    assert Workspace(root, day, "HEAD").answers.answer("what else?") is None
    assert "repository" not in vars(second), "nothing is read to know that"
    assert found in {None, "that"}
    return found is not None


def _topics(workspace: Workspace) -> object:
    return list(workspace.related.of(Topic).values())


def _one(workspace: Workspace) -> object:
    return workspace.related.of(Topic).get("sejour")


def _none(workspace: Workspace) -> object:
    return "nouveau" in workspace.related.of(Topic), workspace.related.path_of(Ref("nouveau", ("topics",)))


def _number(workspace: Workspace) -> object:
    return len(workspace.related.of(Topic))


def _parts(workspace: Workspace) -> object:
    return parts_of(workspace.related, workspace.related.of(Commitment)["tout"])


def _rename(root: Path) -> None:
    (root / "records/topics/rapport.md").rename(root / "records/topics/le-rapport.md")


def _written(path: str, text: str = "---\ntitle: Autre\n---\n") -> Callable[[Path], None]:
    def write(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return write


@pytest.mark.parametrize(
    ("look", "change"),
    [
        (_topics, _written("records/meetings/un.md")),
        (_topics, _written("records/meetings/nouvelle.md")),
        (_topics, lambda root: (root / "records/people/zoe.md").unlink()),
        (_topics, _written("README.md")),
        (_one, _written("records/topics/rapport.md")),
        (_one, _rename),
        (_none, _rename),
        (_parts, _written("records/meetings/un.md")),
    ],
)
@pytest.mark.parametrize("day", [DAY, None])
def test_what_it_has_not_looked_at_may_change(root: Path, look: Look, change: Callable[[Path], None], day: date | None) -> None:
    """Records of other kinds, others of the same, files that are not read."""
    fill(root)
    change(root)
    assert is_told_again(root, look, day)


@pytest.mark.parametrize(
    ("look", "change"),
    [
        (_topics, _written("records/topics/sejour.md")),
        (_topics, _written("records/topics/nouveau.md")),
        (_topics, _rename),
        (_number, _written("records/topics/nouveau.md")),
        (_one, _written("records/topics/sejour.md")),
        (_one, lambda root: (root / "records/topics/sejour.md").unlink()),
        (_none, _written("records/topics/nouveau.md")),
        (_parts, _written("records/commitments/une-part.md", "---\ntitle: x\nby: zoe\nmade_on: 2015\npart_of: tout\n---\n")),
        (_topics, _written("traite.toml", 'name = "D"\n')),
        (_topics, _written("attachments/a.pdf")),
        (_topics, _written("records/meetings/Un nom.md")),
        (_topics, _written("records/notes/x.md")),
        (lambda one: one.kept_tables.turned_to(DAY, nothing_later=False).close(), _written("records/meetings/un.md")),
        (lambda one: one.kept_tables.finder(), _written("records/meetings/un.md")),
        (lambda one: one.related.referrers(one.related.of(Topic)["sejour"]), _written("records/meetings/un.md")),
        (lambda one: one.outcomes.outcome, _written("records/meetings/un.md")),
    ],
)
@pytest.mark.parametrize("with_tables", [True, False], ids=["with tables", "without"])
def test_what_it_has_looked_at_may_not(root: Path, look: Look, change: Callable[[Path], None], with_tables: bool) -> None:
    """Be it there or not; settings and what is no record count for all, and tables, words and checks rest on everything."""
    if with_tables:
        fill(root)
    change(root)
    assert not is_told_again(root, look)


def test_an_outcome_that_is_kept_rests_on_everything_too(root: Path) -> None:
    """What the checks found the last time was found in all files, though nobody looks at any now."""
    assert Workspace(root, DAY, "before").outcomes.outcome
    _written("records/meetings/un.md")(root)
    assert not is_told_again(root, lambda one: one.outcomes.outcome)


def test_a_commit_that_is_gone_tells_nothing(root: Path) -> None:
    """What git does not know any more cannot be compared."""
    first = Workspace(root, DAY, "before")
    _topics(first)
    first.answers.keep("what?", "that")
    _written("README.md")(root)
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "--amend", "-m", "other")
    git(root, "branch", "-D", "before")
    git(root, "reflog", "expire", "--expire=now", "--all")
    git(root, "gc", "--quiet", "--prune=now")
    assert Workspace(root, DAY, "HEAD").answers.answer("what?") is None
