"""The commit that ``--at`` means: a name, or a day; what is like neither is told with what is near."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repositories import git
from traite_cli.errors import NotFound, Refused
from traite_cli.files.at import began, commit_at, first_day
from traite_cli.files.git import Git

TODAY = date(2015, 1, 6)


def end_of(day: date) -> int:
    """The last second of a day in Greenwich."""
    return int(datetime.combine(day, time.max, UTC).timestamp())


def commit_on(folder: Path, moment: str, name: str) -> str:
    """A commit made at a moment, which adds a file."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    (folder / name).write_text(name, encoding="utf-8")
    git(folder, "add", "--all")
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A"), ("EMAIL", "a@b.org"), ("DATE", moment))
    }
    subprocess.run(["git", "-C", str(folder), "commit", "-qm", name], env={**os.environ, **who}, check=True)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def commits(tmp_path: Path) -> list[str]:
    """Three commits: late on 1 November 2014, early on 2 November, on 5 January 2015."""
    return [
        commit_on(tmp_path, "2014-11-01T23:59:59+0000", "one"),
        commit_on(tmp_path, "2014-11-02T00:00:01+0000", "two"),
        commit_on(tmp_path, "2015-01-05T12:00:00+0000", "traite.toml"),
    ]


def at(folder: Path, text: str) -> str:
    return commit_at(Git(folder), text, end_of, lambda: TODAY).commit


@pytest.mark.parametrize(
    ("text", "which"),
    [("2014-11-01", 0), ("2014-11-02", 1), ("2014-11", 1), ("2014", 1), ("2015-01-04", 1), ("2015", 2), ("9999", 2), ("HEAD", 2), ("main", 2), ("HEAD~1", 1), ("main^^", 0), ("hier", 2), ("2 novembre", 1), ("-2m", 1), ("last Sunday", 1)],
)  # fmt: skip
def test_a_day_is_the_last_commit_by_its_end(tmp_path: Path, commits: list[str], text: str, which: int) -> None:
    """To the second; a month or a year means its last day, and anything else a name of git's."""
    assert at(tmp_path, text) == commits[which]


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("2014-11-01", 0),
        ("2014-11-02", 1),
        ("2015-01", 1),
        ("2015-01-05", 2),
        ("hier", 2),
        ("janvier", 1),
        ("HEAD~1", 1),
        ("fin décembre", 1),
        ("depuis 2 mois", 1),
    ],
)
def test_since_a_month_is_since_before_it(tmp_path: Path, commits: list[str], text: str, which: int) -> None:
    """What was committed on the first day of what is said is since then; a day alone is its end, and a name of git's is what it is."""
    assert commit_at(Git(tmp_path), text, end_of, lambda: TODAY, eve=True).commit == commits[which]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2014-11", date(2014, 11, 1)),
        ("fin octobre", date(2014, 10, 21)),
        ("main", None),
        ("hier", date(2015, 1, 6)),
        ("depuis 2 mois", date(2014, 11, 7)),
        ("les deux derniers mois", date(2014, 11, 7)),
        ("2015-01-05", date(2015, 1, 6)),
    ],
)
def test_since_which_day_is_known(tmp_path: Path, commits: list[str], text: str, day: date | None) -> None:
    """Of a revision there is none."""
    assert commits
    assert first_day(Git(tmp_path), text, TODAY) == day


def test_what_reads_as_a_date_is_a_day(tmp_path: Path, commits: list[str]) -> None:
    """Whatever is called so in git: that has a longer name, which is told."""
    git(tmp_path, "tag", "2014-11-02", commits[2])
    found = commit_at(Git(tmp_path), "2014-11-02", end_of, lambda: TODAY)
    assert found[:3] == (commits[1], date(2014, 11, 2), "tags/2014-11-02")
    assert at(tmp_path, found.namesake) == commits[2]
    git(tmp_path, "branch", "2014", commits[2])
    assert commit_at(Git(tmp_path), "2014", end_of, lambda: TODAY).namesake == "heads/2014"
    assert commit_at(Git(tmp_path), "2014-11", end_of, lambda: TODAY).namesake == ""


def test_what_others_had_in_their_branches_was_not_known_here(tmp_path: Path, commits: list[str]) -> None:
    """A commit of another branch counts from its merge on."""
    git(tmp_path, "checkout", "-qb", "other", commits[1])
    commit_on(tmp_path, "2014-12-24T12:00:00+0000", "three")
    git(tmp_path, "checkout", "-q", "main")
    git(tmp_path, "merge", "-q", "--no-ff", "-m", "merge", "other")
    assert at(tmp_path, "2014-12-31") == commits[1]


@pytest.mark.parametrize("text", ["2014-10-31", "2013", "1969-12-31", "0001-01-01"])
def test_a_day_before_all_commits_is_told(tmp_path: Path, commits: list[str], text: str) -> None:
    """With the day of the first."""
    with pytest.raises(NotFound) as refused:
        at(tmp_path, text)
    assert refused.value.facts == {"day": text, "first": "2014-11-01", "time": "23:59:59 +0000"}


def test_a_shallow_clone_is_told(tmp_path: Path, commits: list[str]) -> None:
    """What is not there may be at the forge: how to fetch it."""
    folder = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}", str(folder))
    for text in ("2014", "v1"):
        with pytest.raises(NotFound) as refused:
            at(folder, text)
        assert "--unshallow" in refused.value.hint
    assert at(folder, "2015") == commits[2]


def test_folders_without_commits_are_told(tmp_path: Path) -> None:
    """No git repository, and one that is empty."""
    for text in ("2014", "HEAD"):
        with pytest.raises(Refused) as refused:
            at(tmp_path, text)
        assert refused.value.facts["folder"] == str(tmp_path)
    git(tmp_path, "init", "-q")
    with pytest.raises(NotFound, match="nothing was committed here yet"):
        at(tmp_path, "2014")


def test_a_name_near_is_told(tmp_path: Path, commits: list[str]) -> None:
    """Of branches and tags."""
    git(tmp_path, "tag", "edition-2015-01-22")
    for text, near in (("maim", "main"), ("edition-2015-01-21", "edition-2015-01-22")):
        with pytest.raises(NotFound) as refused:
            at(tmp_path, text)
        assert near in refused.value.near


def test_when_a_file_came(tmp_path: Path, commits: list[str]) -> None:
    """With the number of its commit; nothing for a file that never came."""
    assert began(Git(tmp_path), "traite.toml") == f"2015-01-05 ({git(tmp_path, 'rev-parse', '--short', 'HEAD')})"
    assert began(Git(tmp_path), "records/x.md") == ""


@settings(max_examples=25, deadline=None)
@given(
    text=st.one_of(
        st.text(max_size=12),
        st.sampled_from(["--all", "-n1", "^main", "main..main", "@{-1}", ":/x", "HEAD:", "\0", "\ud800", "main:one", "--output=x"]),
    )
)
def test_nothing_becomes_an_option(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever is asked for is a commit that is there, or is refused."""
    folder = tmp_path_factory.getbasetemp() / "options"
    if not folder.exists():
        folder.mkdir()
        commit_on(folder, "2015-01-05T12:00:00+0000", "one")
    try:
        found = at(folder, text)
    except NotFound:
        found = git(folder, "rev-parse", "HEAD")
    assert found == git(folder, "rev-parse", "HEAD")
    assert sorted(one.name for one in folder.iterdir()) == [".git", "one"]
