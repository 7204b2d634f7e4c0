"""Whatever ``.git`` is and says, git answers or is told not to, and runs no program that the repository names."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from calling import Ended

from repositories import commit, git

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs planted here are of a shell")

Call = Callable[..., list[Ended]]
_FILES = {
    "records/topics/a.md": b"---\ntitle: Le titre de s\xc3\xa9jour\n---\n",
    "records/editions/2015-01-22.md": b"---\ntitle: Document de travail\ndate: 2015-01-22\n---\n",
}
_CALLS = (("validate", "--since", "HEAD"), ("render",), ("doctor",))

_CONFIGURATION = """
[filter "evil"]
    clean = "{run} clean"
    smudge = "{run} smudge"
    required = true
[filter "a=b.c"]
    process = "{run} process"
    required = true
[core]
    fsmonitor = "{run} fsmonitor"
    hooksPath = {hooks}
    pager = "{run} pager"
    editor = "{run} editor"
    sshCommand = "{run} ssh"
    askPass = "{run} ask"
    alternateRefsCommand = "{run} alternate"
[diff]
    external = "{run} external"
[diff "evil"]
    command = "{run} command"
    textconv = "{run} textconv"
[merge "evil"]
    driver = "{run} driver"
[alias]
    status = "!{run} alias"
    diff = "!{run} alias"
    rev-parse = "!{run} alias"
    config = "!{run} alias"
[pager]
    status = "{run} pager"
    diff = "{run} pager"
[credential]
    helper = "!{run} credential"
[gpg]
    program = "{run} gpg"
[log]
    showSignature = true
[status]
    submoduleSummary = true
[protocol "ext"]
    allow = always
"""


@pytest.fixture
def canary(put: Callable[..., Path]) -> Path:
    """A repository whose every git setting that may name a program names one; the file that this program would write."""
    root = put(_FILES)
    commit(root)
    written = root.with_name("canari")
    program = root.with_name("programme")
    program.write_text(f'#!/bin/sh\necho "$@" >> {written}\ncat\n', encoding="utf-8")
    program.chmod(0o755)
    hooks = root.with_name("hooks")
    hooks.mkdir()
    for hook in ("post-index-change", "pre-commit", "reference-transaction", "post-checkout"):
        shutil.copy(program, hooks / hook)
    with (root / ".git/config").open("a", encoding="utf-8") as configuration:
        configuration.write(_CONFIGURATION.format(run=program, hooks=hooks))
    (root / ".gitattributes").write_text("* filter=evil diff=evil merge=evil\n*.toml filter=a=b.c\n", encoding="utf-8")
    (root / ".git/info").mkdir(exist_ok=True)
    (root / ".git/info/attributes").write_text("*.md filter=evil diff=evil\n", encoding="utf-8")
    # git compares the content of a file only where its length is the same and its time another.
    (root / "records/topics/a.md").write_bytes(_FILES["records/topics/a.md"].replace(b"Le", b"La"))
    os.utime(root / "traite.toml", (0, 0))
    return written


def test_the_canary_sings_for_git_itself(canary: Path) -> None:
    """Plain git runs what the repository names: the next test would see it."""
    subprocess.run(["git", "-C", str(canary.with_name("collectif")), "status"], capture_output=True, check=False)
    assert canary.exists()


def test_no_program_of_a_repository_runs(canary: Path, call: Call) -> None:
    """Filters, hooks, pagers, aliases, watchers: none of them is run by any command."""
    ended = call(canary.with_name("collectif"), *_CALLS, ("validate", "--since", "main"))
    assert [one.code for one in ended] == [0, 0, 0, 0]
    assert not canary.exists()


def test_no_program_of_a_repository_in_the_repository_runs(canary: Path, put: Callable[..., Path], call: Call) -> None:
    """A folder that is a repository of its own has a configuration of its own, which git would read too."""
    root = canary.with_name("collectif")
    inner = root / "records" / "topics" / "inner"
    shutil.copytree(root / ".git", inner / ".git")
    with (inner / ".git/config").open("a", encoding="utf-8") as configuration:
        configuration.write(f'[filter "inner"]\n    clean = "{root.with_name("programme")} inner"\n')
    (inner / ".git/info/attributes").write_text("* filter=inner\n", encoding="utf-8")
    (inner / "traite.toml").write_bytes((root / "traite.toml").read_bytes())
    (root / ".git/config").write_text("[core]\nrepositoryformatversion = 0\nbare = false\n", encoding="utf-8")
    (root / ".gitattributes").unlink()
    (root / ".git/info/attributes").unlink()
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{git(root, 'rev-parse', 'HEAD')},records/topics/inner")
    call(root, *_CALLS)
    assert not canary.exists()


def _head(root: Path) -> bytes:
    return git(root, "rev-parse", "HEAD").encode() + b"\n"


_STATES: dict[str, Callable[[Path, Path], object]] = {
    "no git": lambda root, inside: shutil.rmtree(inside),
    "an empty folder": lambda root, inside: (shutil.rmtree(inside), inside.mkdir()),
    "a file that points nowhere": lambda root, inside: (shutil.rmtree(inside), inside.write_text("gitdir: /nowhere/.git\n")),
    "a file that points to itself": lambda root, inside: (shutil.rmtree(inside), inside.write_text("gitdir: .git\n")),
    "a file that points elsewhere": lambda root, inside: (inside.rename(root.with_name("ailleurs")), inside.write_text("gitdir: ../ailleurs\n")),
    "a file of no text": lambda root, inside: (shutil.rmtree(inside), inside.write_bytes(bytes(range(256)))),
    "a pipe": lambda root, inside: (shutil.rmtree(inside), os.mkfifo(inside)),
    "a link to itself": lambda root, inside: (shutil.rmtree(inside), inside.symlink_to(".git")),
    "an unborn branch": lambda root, inside: (shutil.rmtree(inside), git(root, "init", "--quiet")),
    "a bare repository": lambda root, inside: git(root, "config", "core.bare", "true"),
    "a detached head": lambda root, inside: git(root, "checkout", "--quiet", "--detach"),
    "a merge in progress": lambda root, inside: (inside / "MERGE_HEAD").write_bytes(_head(root)),
    "a shallow history": lambda root, inside: (inside / "shallow").write_bytes(_head(root)),
    "a work tree elsewhere": lambda root, inside: git(root, "config", "core.worktree", "/etc"),
    "an index of no index": lambda root, inside: (inside / "index").write_bytes(b"xxxx"),
    "an index that is locked": lambda root, inside: (inside / "index.lock").write_bytes(b""),
    "no objects": lambda root, inside: shutil.rmtree(inside / "objects"),
    "objects that are gone": lambda root, inside: [shutil.rmtree(one) for one in (inside / "objects").glob("??")],
    "a head of no text": lambda root, inside: (inside / "HEAD").write_bytes(b"\xff\x00\x1b[2J"),
    "a head that a terminal obeys": lambda root, inside: (inside / "HEAD").write_bytes(b"ref: refs/heads/\x1b[2Jx\n"),
    "a configuration of no text": lambda root, inside: (inside / "config").write_bytes(b"[core\n\x1b[2J"),
    "a format of another time": lambda root, inside: (inside / "config").write_bytes(b"[core]\nrepositoryformatversion = 99\n"),
    "a promise to fetch": lambda root, inside: (inside / "config").write_text(
        '[core]\nrepositoryformatversion = 1\n[extensions]\npartialClone = o\n[remote "o"]\npromisor = true\nurl = ext::touch canari\n'
        '[protocol "ext"]\nallow = always\n'
    ),
}  # fmt: skip


@pytest.mark.parametrize("make", _STATES.values(), ids=_STATES)
def test_every_state_of_git_ends_in_words(
    put: Callable[..., Path], caller: Callable[..., list[Ended]], make: Callable[[Path, Path], object]
) -> None:
    """``--since`` is answered or refused in a sentence; a document is made, with the revision or without."""
    root = put(_FILES)
    commit(root)
    make(root, root / ".git")
    since, render = caller(root, *_CALLS[:2])
    assert since.code in {0, 1, 3}
    assert (render.code, (root / "build/2015-01-22-members.md").exists()) == (0, True)
    for ended in (since, render):
        assert "TRAITE_DEBUG" not in ended.err
        assert "\x1b" not in ended.err


@pytest.mark.parametrize(
    "name",
    [
        "--output=x",
        "-x",
        "$(id)",
        "\x1b[2J",
        "a\nb",
        "HEAD^{tree}",
        ":/a",
        "^HEAD",
        "HEAD..HEAD",
        "x" * 50_000,
        "",
        "HEAD:records",
        "@{-1}",
    ],
    ids=ascii,
)
def test_a_revision_is_a_name_and_no_option(put: Callable[..., Path], call: Call, name: str) -> None:
    """What is typed behind ``--since`` is looked up, and what names no commit is refused."""
    root = put(_FILES)
    commit(root)
    (ended,) = call(root, ("validate", f"--since={name}"))
    assert ended.code in {1, 2}
    assert not (root / "x").exists()
