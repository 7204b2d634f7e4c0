"""Whatever happens to the files, what is told next is what they hold: with git and without, with git's help and without it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from looking import fresh, known, opened, outcome

from repositories import NAME, commit, git, write_repository
from traite_cli.index import glance, tree
from traite_cli.workspace import Workspace

FILES = {
    "people/alice.md": "---\nname: Alice\n---\n",
    "topics/asile.md": "---\ntitle: Asile\nlead: alice\n---\n\nVoir [elle](../people/alice.md).\n",
    "topics/sejour.md": "---\ntitle: Séjour\n---\n",
}
TOPIC = "records/topics/sejour.md"


@pytest.fixture(params=["with git", "without git", "with git in a linked work tree"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A repository that was looked at."""
    root = write_repository(tmp_path / "first", FILES).root
    if request.param != "without git":
        commit(root)
    if "linked" in request.param:
        git(root, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "second"))
        root = tmp_path / "second"
    known(root)
    outcome(root)
    return root


@pytest.fixture
def in_git(tmp_path: Path) -> Path:
    """A repository in git that was looked at twice, so that git's word is taken where it may be."""
    root = write_repository(tmp_path, FILES).root
    commit(root)
    known(root)
    known(root)
    return root


def is_true(root: Path) -> None:
    """What a command has is what the files hold, at once and the next time."""
    wanted = fresh(root)
    assert known(root) == wanted
    assert known(root) == wanted


def put(root: Path, text: str, path: str = TOPIC) -> None:
    """Write a file."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode())


# One thing after the other.


def test_a_file_is_edited(root: Path) -> None:
    """Another text is read."""
    put(root, "---\ntitle: Séjour\nlead: personne\n---\n")
    is_true(root)
    assert (TOPIC, "unknown-reference") in outcome(root)


@pytest.mark.usefixtures("later")
def test_only_what_changed_is_opened(root: Path) -> None:
    """An unchanged file is neither opened nor parsed."""
    outcome(root)
    assert opened(root) == []
    put(root, "---\ntitle: Autre\n---\n")
    assert opened(root) == [TOPIC]
    assert opened(root) == []


def test_edits_within_one_tick_of_the_clock(root: Path) -> None:
    """A text of the same length, written in the moment in which the files were looked at, under the very same times."""
    for number in range(10):
        put(root, f"---\ntitle: Séjour\nlead: alice{number}\n---\n")
        status = (root / TOPIC).stat()
        assert known(root) == fresh(root)
        put(root, f"---\ntitle: Séjour\nlead: alicf{number}\n---\n")
        os.utime(root / TOPIC, ns=(status.st_atime_ns, status.st_mtime_ns))
        assert known(root) == fresh(root)


def test_a_tick_of_two_seconds(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk whose clock counts seconds, nothing of an edit shows but the text."""
    stamp = Workspace(root).source.__class__.stamp

    def coarse(self: object, path: str) -> str:
        found = stamp(self, path).split()  # type: ignore[arg-type]
        return " ".join([*found[:2], *(str(int(one) // 2_000_000_000 * 2_000_000_000) for one in found[2:4]), *found[4:]])

    monkeypatch.setattr(Workspace(root).source.__class__, "stamp", coarse)
    for number in range(5):
        put(root, f"---\ntitle: Titre {number}\n---\n")
        assert known(root) == fresh(root)


@pytest.mark.usefixtures("later")
def test_times_that_were_put_back(root: Path) -> None:
    """Who edits a file and gives it the time that it had is found out, as by git, from the time at which that was done."""
    status = (root / TOPIC).stat()
    known(root)
    put(root, "---\ntitle: Sejour2\n---\n")
    os.utime(root / TOPIC, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (root / TOPIC).stat().st_size == status.st_size
    is_true(root)


def test_a_clock_that_is_set_back(root: Path) -> None:
    """Files of tomorrow, and an edit that is older than what it replaces."""
    tomorrow = time.time() + 86400
    for file in (root / "records").rglob("*.md"):
        os.utime(file, (tomorrow, tomorrow))
    is_true(root)
    put(root, "---\ntitle: Autre titre\n---\n")
    is_true(root)
    put(root, "---\ntitle: Autre tritre\n---\n")
    os.utime(root / TOPIC, (1, 1))
    is_true(root)


def test_a_file_moves(root: Path) -> None:
    """The name is the identity: the same bytes under another one are another record, in another kind too."""
    (root / TOPIC).rename(root / "records/topics/titre-de-sejour.md")
    is_true(root)
    (root / "records/updates").mkdir()
    (root / "records/topics/titre-de-sejour.md").rename(root / "records/updates/titre-de-sejour.md")
    is_true(root)
    (root / "records/people/alice.md").rename(root / TOPIC)
    is_true(root)


def test_files_change_places(root: Path) -> None:
    """Two files of one size swap their names, with their times and their numbers on the disk."""
    put(root, "---\ntitle: Un\n---\n", "records/topics/a.md")
    put(root, "---\ntitle: De\n---\n", "records/topics/b.md")
    is_true(root)
    for old, new in (("a", "c"), ("b", "a"), ("c", "b")):
        (root / f"records/topics/{old}.md").rename(root / f"records/topics/{new}.md")
    is_true(root)


def test_a_file_comes_and_goes(root: Path) -> None:
    """A new file is read, and one that is gone is no more."""
    put(root, "---\ntitle: Neuf\n---\n", "records/topics/neuf.md")
    is_true(root)
    (root / "records/topics/neuf.md").unlink()
    is_true(root)
    shutil.rmtree(root / "records/people")
    is_true(root)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_something_that_git_does_not_see_comes(root: Path) -> None:
    """A pipe and a link among the records, and a file that gives way to a folder."""
    os.mkfifo(root / "records/topics/pipe.md")
    (root / "records/topics/lien.md").symlink_to(root / TOPIC)
    is_true(root)
    (root / "records/topics/pipe.md").unlink()
    (root / TOPIC).unlink()
    (root / TOPIC).mkdir()
    is_true(root)


def test_a_file_becomes_a_link(root: Path) -> None:
    """A link to the very same bytes is refused as any link."""
    (root / TOPIC).rename(root / "outside.md")
    (root / TOPIC).symlink_to(root / "outside.md")
    is_true(root)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_be_read_no_more(root: Path) -> None:
    """What may not be read is told, and read once it may be."""
    (root / TOPIC).chmod(0)
    is_true(root)
    (root / TOPIC).chmod(0o644)
    is_true(root)


def test_the_configuration_changes(root: Path) -> None:
    """Another ``traite.toml`` sets other faults aside."""
    put(root, "---\ntitle: Séjour\nlead: personne\n---\n")
    assert (TOPIC, "unknown-reference") in outcome(root)
    ignoring = '[[validate.ignore]]\ncodes = ["unknown-reference"]\nreason = "on verra"\n'
    (root / "traite.toml").write_text(NAME + ignoring, encoding="utf-8")
    assert (TOPIC, "unknown-reference") not in outcome(root)
    is_true(root)
    (root / "traite.toml").write_text(NAME, encoding="utf-8")
    assert (TOPIC, "unknown-reference") in outcome(root)


def test_an_attachment_comes_and_goes(root: Path) -> None:
    """What documents point to is looked for each time."""
    put(root, "---\ntitle: Un rapport\ndate: 2014\nfile: x.pdf\n---\n", "records/documents/2014-x.md")
    assert ("records/documents/2014-x.md", "attachment-missing") in outcome(root)
    put(root, "x", "attachments/deep/er/x.pdf")
    put(root, "x", "attachments/x.pdf")
    assert ("records/documents/2014-x.md", "attachment-missing") not in outcome(root)
    is_true(root)
    (root / "attachments/x.pdf").unlink()
    assert ("records/documents/2014-x.md", "attachment-missing") in outcome(root)


# With git.


def test_another_branch_is_checked_out(in_git: Path) -> None:
    """There and back again; what was read on a branch need not be read a second time."""
    git(in_git, "checkout", "--quiet", "-b", "autre")
    put(in_git, "---\ntitle: Sejour2\n---\n")
    put(in_git, "---\ntitle: Neuf\n---\n", "records/topics/neuf.md")
    commit(in_git)
    is_true(in_git)
    for branch in ("main", "autre", "main"):
        git(in_git, "checkout", "--quiet", branch)
        is_true(in_git)


def test_what_git_does_not_know_yet(in_git: Path) -> None:
    """A file that is not added is read, edited and deleted as any other."""
    for text in ("Un", "De", "Trois"):
        put(in_git, f"---\ntitle: {text}\n---\n", "records/topics/neuf.md")
        is_true(in_git)
    git(in_git, "add", "--all")
    is_true(in_git)
    put(in_git, "---\ntitle: Quatre\n---\n", "records/topics/neuf.md")
    is_true(in_git)
    git(in_git, "rm", "--quiet", "--force", "records/topics/neuf.md")
    is_true(in_git)


def test_what_git_is_told_to_ignore(in_git: Path) -> None:
    """A file that .gitignore hides is a record like any other."""
    (in_git / ".gitignore").write_text("prive*\n", encoding="utf-8")
    commit(in_git)
    for text in ("Un", "De"):
        put(in_git, f"---\ntitle: {text}\n---\n", "records/topics/prive.md")
        is_true(in_git)


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_what_git_is_told_to_look_past(in_git: Path, flag: str) -> None:
    """A file that git was told to take for unchanged is looked at all the same."""
    git(in_git, "update-index", flag, TOPIC)
    is_true(in_git)
    put(in_git, "---\ntitle: Sejour2\n---\n")
    is_true(in_git)


@pytest.mark.parametrize(
    ("attributes", "setting"),
    [
        ("*.md text eol=crlf\n", ""),
        ("* text=auto\n", "core.autocrlf=true"),
        ("*.md ident\n", ""),
        ("*.md filter=rot\n", "filter.rot.clean=cat"),
    ],
)
def test_what_git_changes_on_the_way(in_git: Path, attributes: str, setting: str) -> None:
    """Line ends and filters make the file another than git's: the file counts, and an edit that git would undo is one."""
    (in_git / ".gitattributes").write_text(attributes, encoding="utf-8")
    if setting:
        git(in_git, "config", *setting.split("=", 1))
    commit(in_git)
    shutil.rmtree(in_git / "records")
    git(in_git, "checkout", "--", "records")
    is_true(in_git)
    data = (in_git / TOPIC).read_bytes()
    other = data.replace(b"\r\n", b"\n") if b"\r\n" in data else data.replace(b"\n", b"\r\n")
    (in_git / TOPIC).write_bytes(other)
    is_true(in_git)
    git(in_git, "add", "--all")
    is_true(in_git)


@pytest.mark.parametrize(
    "setting",
    [
        "core.fsmonitor=true",
        "core.untrackedCache=true",
        "index.skipHash=true",
        "core.trustctime=false",
        "core.checkStat=minimal",
        "core.splitIndex=true",
    ],
)
def test_how_git_is_set_up(in_git: Path, setting: str) -> None:
    """No setting keeps a change from being seen."""
    git(in_git, "config", *setting.split("="))
    git(in_git, "update-index", "--force-write-index") if setting.startswith("core.split") else git(in_git, "status")
    is_true(in_git)
    status = (in_git / TOPIC).stat()
    put(in_git, "---\ntitle: Sejour2\n---\n")
    os.utime(in_git / TOPIC, ns=(status.st_atime_ns, status.st_mtime_ns))
    is_true(in_git)
    put(in_git, "---\ntitle: Neuf\n---\n", "records/topics/neuf.md")
    is_true(in_git)


def test_an_index_without_a_sum(in_git: Path) -> None:
    """An index that ends in nothing is known by all that is in it."""
    index = in_git / ".git/index"
    data = index.read_bytes()
    index.write_bytes(data[:-20] + bytes(20))
    first = glance._sum_of(in_git / ".git")
    index.write_bytes(data[:40] + b"x" + data[41:-20] + bytes(20))
    assert first
    assert glance._sum_of(in_git / ".git") != first


def test_a_repository_in_the_repository(in_git: Path) -> None:
    """What lies in a folder that is a repository of its own is below records/ all the same."""
    put(in_git, "---\ntitle: Dedans\n---\n", "records/topics/dedans/x.md")
    git(in_git / "records/topics/dedans", "init", "--quiet")
    commit(in_git / "records/topics/dedans")
    is_true(in_git)
    put(in_git, "---\ntitle: Dehors\n---\n", "records/topics/dedans/y.md")
    is_true(in_git)
    git(in_git, "add", "--all")
    is_true(in_git)
    (in_git / "records/topics/dedans/y.md").rename(in_git / "records/topics/dedans/z.md")
    is_true(in_git)


def test_a_submodule(in_git: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The records of a submodule's own repository are looked at where it is the collective's."""
    other = write_repository(tmp_path_factory.mktemp("autre"), FILES).root
    commit(other)
    git(in_git, "submodule", "--quiet", "add", str(other), "convention")
    commit(in_git)
    inside = in_git / "convention"
    is_true(inside)
    put(inside, "---\ntitle: Sejour2\n---\n")
    is_true(inside)
    assert (in_git / ".git/modules/convention/traite").is_dir()
    assert not (inside / ".traite").exists()


def test_two_collectives_in_one_repository(tmp_path: Path) -> None:
    """Each folder has an index of its own."""
    for name in ("un", "deux"):
        write_repository(tmp_path / name, {"topics/x.md": f"---\ntitle: {name}\n---\n"})
    commit(tmp_path)
    for name in ("un", "deux", "un"):
        is_true(tmp_path / name)
    assert len(list((tmp_path / ".git/traite").iterdir())) == 2


# What is seen of it all.


def test_it_never_shows_in_the_tree(root: Path) -> None:
    """With git the index is git's own folder's; without it, a folder ignores itself."""
    seen = {path.name for path in root.iterdir()}
    assert seen - {".git", ".traite", "records", "traite.toml"} == set()
    assert (".traite" in seen) == (not (root / ".git").exists())
    if (root / ".git").exists():
        assert git(root, "status", "--porcelain", "--ignored") == ""
    else:
        assert (root / ".traite/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_git_writes_nothing_for_us(in_git: Path) -> None:
    """Looking leaves git's index as it was."""
    os.utime(in_git / TOPIC)
    before = (in_git / ".git/index").read_bytes()
    is_true(in_git)
    assert (in_git / ".git/index").read_bytes() == before


@pytest.mark.usefixtures("later")
def test_git_is_believed_where_it_may_be(in_git: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With an index that is as it was, no file is looked at that git does not name."""
    known(in_git)
    monkeypatch.setattr(tree.Tree, "_all", _not_now)
    known(in_git)
    put(in_git, "---\ntitle: Sejour2\n---\n")
    assert known(in_git) == fresh(in_git)


def _not_now(*_: object) -> None:
    raise AssertionError


def test_two_at_once(in_git: Path) -> None:
    """Ten processes that begin with nothing tell the same, and leave an index that is sound."""
    shutil.rmtree(in_git / ".git/traite")
    words = [sys.executable, "-m", "traite_cli", "-C", str(in_git), "validate", "--format", "json"]
    begun = [subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(10)]
    ended = [one.communicate(timeout=120) for one in begun]
    assert {one.returncode for one in begun} == {0}
    assert len({out for out, _ in ended}) == 1
    is_true(in_git)


def test_one_edits_while_another_looks(root: Path) -> None:
    """Whatever is written between two looks, the second sees."""
    words = [sys.executable, "-m", "traite_cli", "-C", str(root), "validate", "--format", "json"]
    for number in range(3):
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as looking:
            for turn in range(20):
                put(root, f"---\ntitle: Séjour {number} {turn:02}\n---\n")
            looking.communicate(timeout=60)
        is_true(root)
