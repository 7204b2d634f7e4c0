"""When ``traite propose`` cannot: each reason is told in a sentence and with a thing to do, and the repository is as it was."""

from __future__ import annotations

import http.server
import os
import re
import shlex
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from calls import Ended, Traite, caller
from remotes import ALONE, a_clone, a_forge, hook, state, write
from repositories import git

TOPIC = "records/topics/sejour.md"
SECRET = "glpat-Ab3-xyz_0123456789"
posix = pytest.mark.skipif(os.name == "nt", reason="a program of the test's own stands in for ssh")


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process."""
    return caller(capfdbinary, "--lang", "en", "--as-of", "2015-02-02")


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    """The collective's repository."""
    return a_forge(tmp_path)


@pytest.fixture
def clone(forge: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A member's clone, which one is in, with a title that was changed."""
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    made = a_clone(forge)
    monkeypatch.chdir(made)
    write(made, TOPIC, "---\ntitle: Le séjour, encore\n---\n")
    return made


def refused(traite: Traite, clone: Path, forge: Path, *said: str, code: int = 1) -> Ended:
    """Propose, and see that it is refused in these words, in few lines, with nothing changed here or there."""
    before, there = state(clone), git(forge, "for-each-ref") if forge.exists() else ""
    ended = traite("propose", "--yes")
    assert state(clone) == before
    assert (git(forge, "for-each-ref") if forge.exists() else "") == there
    assert ended.code == code, ended.err
    assert [words for words in said if words not in ended.err] == [], ended.err
    assert "Traceback" not in ended.err
    assert SECRET not in ended.err + ended.out
    errors = [line for line in ended.err.splitlines() if line.startswith("error:")]
    assert len(errors) == 1
    return ended


# --- where one stands ---------------------------------------------------------------------------------------------------------


def no_remote(clone: Path) -> None:
    git(clone, "remote", "remove", "origin")


def several_remotes(clone: Path) -> None:
    git(clone, "remote", "rename", "origin", "one")
    git(clone, "remote", "add", "two", "https://forge.example.org/x/y.git")
    git(clone, "config", "--unset", "branch.main.remote")


def detached(clone: Path) -> None:
    git(clone, "checkout", "-q", "--detach")


def unborn(clone: Path) -> None:
    git(clone, "checkout", "-q", "--orphan", "new")


def conflict(clone: Path, *, settled: bool = False) -> None:
    git(clone, "checkout", "-q", "-b", "other")
    git(clone, "commit", "-qam", "other")
    git(clone, "checkout", "-q", "main")
    write(clone, TOPIC, "---\ntitle: Un autre\n---\n")
    git(clone, "commit", "-qam", "mine")
    with pytest.raises(Exception, match="exit status"):
        git(clone, "merge", "other")
    if settled:
        git(clone, "add", TOPIC)


def merging(clone: Path) -> None:
    conflict(clone, settled=True)


def rebasing(clone: Path) -> None:
    (clone / ".git/rebase-merge").mkdir()


def picking(clone: Path) -> None:
    (clone / ".git/CHERRY_PICK_HEAD").write_text(git(clone, "rev-parse", "HEAD"))


def nobody(clone: Path) -> None:
    git(clone, "config", "--unset", "user.email")


def strange_transport(clone: Path) -> None:
    git(clone, "remote", "set-url", "origin", f"ext::sh -c touch% {clone}/pwned")


def elsewhere(clone: Path) -> None:
    git(clone, "remote", "set-url", "origin", (clone.parent / "nowhere.git").as_uri())


def unreachable(clone: Path) -> None:
    git(clone, "remote", "set-url", "origin", f"http://moussa:{SECRET}@127.0.0.1:9/x/y.git")


def elsewhere_altogether(clone: Path) -> None:
    write(clone.parent / "other", "traite.toml", 'name = "X"\n')
    git(clone.parent / "other", "init", "-q")
    git(clone.parent / "other", "add", ".")
    git(clone.parent / "other", "commit", "-qm", "all")
    git(clone, "remote", "set-url", "origin", (clone.parent / "other").as_uri())


def signing_in_vain(clone: Path) -> None:
    git(clone, "config", "commit.gpgSign", "true")
    git(clone, "config", "gpg.program", str(clone.parent / "nowhere" / "gpg"))


def broken_settings(clone: Path) -> None:
    with (clone / ".git/config").open("a") as file:
        file.write("[broken\n")


def broken_index(clone: Path) -> None:
    (clone / ".git/index").write_bytes(b"rubbish")


def broken_store(clone: Path) -> None:
    for path in (clone / ".git/objects").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"rubbish")


@pytest.mark.parametrize(
    ("arrange", "code", "said"),
    [
        (no_remote, 1, ["knows no other one", "git remote add origin"]),
        (several_remotes, 1, ["one, two", "git config remote.pushDefault one"]),
        (detached, 1, ["on no branch", "git switch -"]),
        (unborn, 1, ["nothing was committed here yet", "git commit"]),
        (conflict, 1, ["to be reconciled", TOPIC, "git add FILE, git commit", "git merge --abort"]),
        (merging, 1, ["a merge was begun", "git merge --abort"]),
        (rebasing, 1, ["a rebase was begun", "git rebase --abort"]),
        (picking, 1, ["a cherry-pick was begun", "git cherry-pick --abort"]),
        (nobody, 1, ["who you are", "git config --global user.email"]),
        (strange_transport, 1, ["names a way that traite does not go", "git remote set-url origin"]),
        (elsewhere_altogether, 1, ["have no commit in common", "another repository’s copy"]),
        (signing_in_vain, 3, ["git signs every change here", "commit.gpgSign", "git config user.signingKey"]),
        (elsewhere, 1, ["there is no repository at", "nowhere.git"]),
        (unreachable, 3, ["127.0.0.1 cannot be reached", "http://127.0.0.1:9/x/y.git"]),
    ],
)
def test_where_one_stands(clone: Path, forge: Path, traite: Traite, arrange: Callable[[Path], None], code: int, said: list[str]) -> None:
    """Each state that nothing can be sent from has its sentence and its way out."""
    arrange(clone)
    refused(traite, clone, forge, *said, code=code)
    assert not (clone / "pwned").exists()


@pytest.mark.parametrize(
    ("arrange", "said"),
    [
        (broken_settings, ["git cannot read its own settings", ".git/config"]),
        (broken_index, ["is damaged", "delete the file .git/index, then: git reset"]),
        (broken_store, ["what git keeps of earlier states is damaged here", "git clone"]),
    ],
)
def test_a_git_that_is_damaged(clone: Path, traite: Traite, arrange: Callable[[Path], None], said: list[str]) -> None:
    """What is broken, that one's files are not, and what to do; nobody is sent to look for a first commit."""
    arrange(clone)
    before = {path: path.read_bytes() for path in clone.rglob("*") if path.is_file()}
    for command in (["propose", "--yes"], ["sync"]):
        ended = traite(*command)
        assert (ended.code, [words for words in said if words not in ended.err]) == (3, []), ended.err
    assert {path: path.read_bytes() for path in clone.rglob("*") if path.is_file()} == before


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_folder_of_somebody_else(clone: Path, traite: Traite) -> None:
    """Git reads none of it; the command that lets it stands there, with the folder as a shell wants it."""
    moved = clone.rename(clone.parent / "un clone")
    for path in (moved, *moved.rglob("*")):
        os.chown(path, 1234, 1234, follow_symlinks=False)
    for command in (["propose", "--yes"], ["sync"], ["diff"], ["log", "--since", "2015"], ["history", "topics/sejour"]):
        ended = traite("-C", str(moved), *command)
        assert (ended.code, f"safe.directory '{moved}'" in ended.err, "Traceback" in ended.err) == (3, True, False)


def test_a_folder_that_is_no_git_repository(tmp_path: Path, traite: Traite) -> None:
    """It says so."""
    write(tmp_path, "traite.toml", 'name = "X"\n')
    ended = traite("-C", str(tmp_path), "propose", "--yes")
    assert (ended.code, "is no git repository" in ended.err) == (1, True)


def test_a_forge_that_has_nothing_yet(clone: Path, tmp_path: Path, traite: Traite) -> None:
    """The first time, all goes there at once."""
    git(tmp_path, "init", "-q", "--bare", "empty.git")
    git(clone, "remote", "set-url", "origin", (tmp_path / "empty.git").as_uri())
    refused(traite, clone, tmp_path / "empty.git", "git push -u origin main")


def test_a_forge_that_was_never_asked(clone: Path, traite: Traite) -> None:
    """What --dry-run knows of it was fetched before: who has fetched nothing is not told that nothing is there."""
    git(clone, "update-ref", "-d", "refs/remotes/origin/main")
    git(clone, "update-ref", "-d", "refs/remotes/origin/HEAD")
    ended = traite("propose", "--dry-run")
    assert (ended.code, "git fetch origin" in ended.err, "push" in ended.err) == (1, True, False)


def test_without_a_terminal_nobody_is_asked(clone: Path, traite: Traite) -> None:
    """A script that forgot --yes is told so, and never waits."""
    before = state(clone)
    ended = traite("propose")
    assert (ended.code, "--yes" in ended.err, ended.out, state(clone)) == (2, True, "", before)


# --- what the records say -----------------------------------------------------------------------------------------------------


def test_records_with_errors_are_not_sent(clone: Path, forge: Path, traite: Traite) -> None:
    """The errors are told as by validate; only those that the changes bring."""
    write(clone, "records/topics/older.md", "---\ntitel: x\n---\n")
    git(clone, "add", "--all", "records/topics/older.md")
    git(clone, "commit", "-qm", "older")
    git(clone, "push", "-q", "--no-verify", forge.as_uri(), "main")
    git(clone, "fetch", "-q", forge.as_uri(), "main:refs/remotes/origin/main")
    assert traite("propose", "--dry-run").code == 0
    write(clone, TOPIC, "---\ntitle: Le séjour\nparent: nowhere\n---\n")
    ended = refused(traite, clone, forge, "nothing was sent", f"{TOPIC}:3:9: TR3")
    assert "older.md" not in ended.err


def test_warnings_are_told_and_stop_nothing(clone: Path, traite: Traite) -> None:
    """Whoever reads the request sees them too."""
    write(clone, TOPIC, "---\ntitle: Le séjour\n---\n\n<b>Un</b> point.\n")
    ended = traite("propose", "--yes")
    assert (ended.code, "warning" in ended.err) == (0, True)


def test_what_rests_on_an_open_proposal_has_to_wait(clone: Path, forge: Path, traite: Traite) -> None:
    """The second proposal does not hold the first one's records: naming one of them is an error there, and it is said why."""
    write(clone, "records/topics/nouveau.md", "---\ntitle: Nouveau\n---\n")
    assert traite("propose", "--yes").code == 0
    write(clone, "records/topics/dessous.md", "---\ntitle: Dessous\nparent: nouveau\n---\n")
    refused(traite, clone, forge, "has to wait until that is taken in", "proposition/")


# --- hooks --------------------------------------------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("name", ["pre-commit", "commit-msg", "pre-push"])
def test_a_hook_that_says_no(clone: Path, forge: Path, traite: Traite, name: str) -> None:
    """Its own words are shown, as text, whatever is in them."""
    hook(clone, name, "printf 'line one\\nline \\033[2Jtwo\\n' >&2; exit 1")
    ended = refused(traite, clone, forge, f"git’s hook {name}, refused", "    | line one\n    | line \\x1b[2Jtwo\n")
    assert "\x1b" not in ended.err


@posix
def test_a_hook_that_says_no_when_all_is_sent(clone: Path, forge: Path, traite: Traite) -> None:
    """Git tells then that it failed; what is on the forge is sent."""
    hook(clone, "reference-transaction", "echo non >&2; exit 1")
    assert traite("propose", "--yes").code == 0
    assert git(forge, "rev-parse", "proposition/2015-02-02-titre-sejour^") == git(forge, "rev-parse", "main")


@posix
def test_hooks_see_what_would_be_committed(clone: Path, forge: Path, traite: Traite) -> None:
    """As under git's own hands: the index of the commit, at the top of the repository; what they add of their own is not sent."""
    write(clone, "README.md", "autre\n")
    git(clone, "add", "README.md")
    hook(clone, "pre-commit", f"git diff --cached --name-only > {shlex.quote(str(clone.parent))}/seen; pwd >> ../seen; git add README.md")
    assert traite("propose", "--yes").code == 0
    assert (clone.parent / "seen").read_text().split("\n")[:2] == [TOPIC, str(clone.resolve())]
    assert git(forge, "diff", "--name-only", "main", "proposition/2015-02-02-titre-sejour") == TOPIC


@posix
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'error: GH006: Protected branch update failed.' >&2", ["lets nobody write to the branch", "GH006"]),
        ("echo 'Le titre doit être plus long.' >&2", ["did not accept them", "    | Le titre doit être plus long.\n"]),
        ("echo 'GitLab: You are not allowed to push code to this project.' >&2", ["not write there", "fork"]),
    ],
)
def test_a_forge_that_says_no(clone: Path, forge: Path, traite: Traite, script: str, said: list[str]) -> None:
    """Protected branches, rules of the forge, rights that one has not."""
    hook(forge, "pre-receive", f"{script}; exit 1")
    refused(traite, clone, forge, *said)


# --- keys and passwords -------------------------------------------------------------------------------------------------------


@pytest.fixture
def ssh(tmp_path: Path, clone: Path, forge: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Put a program in ssh's place: it answers questions with the first script, and what is sent with the second."""
    git(clone, "remote", "set-url", "origin", "ssh://git@forge.example.org/collectif/fiches.git")

    def put(reads: str, writes: str) -> None:
        program = tmp_path / "ssh"
        serve = f"exec git {{}} {shlex.quote(str(forge))}"
        scripts = {"upload-pack": reads or serve.format("upload-pack"), "receive-pack": writes or serve.format("receive-pack")}
        cases = "\n".join(f"*git-{name}*) {script};;" for name, script in scripts.items())
        program.write_text(f'#!/bin/sh\ncase "$*" in\n{cases}\nesac\n')
        program.chmod(0o755)
        monkeypatch.setenv("GIT_SSH", str(program))
        monkeypatch.setenv("GIT_SSH_VARIANT", "simple")

    return put


def says(text: str) -> str:
    return f"echo {shlex.quote(text)} >&2; exit 128"


@posix
@pytest.mark.parametrize(
    ("reads", "writes", "code", "said"),
    [
        (says("git@forge.example.org: Permission denied (publickey)."), "", 1, ["forge.example.org does not know who you are"]),
        (says("Host key verification failed."), "", 1, ["ssh -T git@forge.example.org"]),
        (
            says("ssh: Could not resolve hostname forge.example.org: Name or service not known"),
            "",
            3,
            ["forge.example.org cannot be reached"],
        ),
        (says("ERROR: Repository not found."), "", 1, ["there is no repository at", "forge.example.org/collectif/fiches.git"]),
        (
            "",
            says("ERROR: Permission to collectif/fiches.git denied to moussa."),
            1,
            ["not write there", "git remote set-url --push origin"],
        ),
        ("", says("Something\x1b[31m else entirely"), 3, ["git could not do it", "Something\\x1b[31m else entirely"]),
    ],
)
def test_an_ssh_that_says_no(
    clone: Path, forge: Path, traite: Traite, ssh: Callable[[str, str], None], reads: str, writes: str, code: int, said: list[str]
) -> None:
    """Keys that are missing, hosts that nobody knows, rights that one has not."""
    ssh(reads, writes)
    refused(traite, clone, forge, *said, code=code)


@posix
def test_an_ssh_that_says_yes_gives_the_branch_where_the_forge_is_none_that_is_known(
    clone: Path, forge: Path, traite: Traite, ssh: Callable[[str, str], None]
) -> None:
    """The person's own ssh is used; and without a page, what to do is said."""
    ssh("", "")
    ended = traite("propose", "--yes")
    assert (ended.code, ended.out.splitlines()[-1]) == (0, "proposition/2015-02-02-titre-sejour")
    assert "git merge origin/proposition/2015-02-02-titre-sejour" in ended.err


@posix
def test_a_command_to_type_holds_a_strange_branch_as_one_word(clone: Path, traite: Traite, ssh: Callable[[str, str], None]) -> None:
    """Whoever types it runs nothing that the name of a branch says."""
    ssh("", "")
    git(clone, "checkout", "-q", "-b", "x;$(id)&é")
    ended = traite("propose", "--yes")
    assert (ended.code, ended.out.splitlines()[-1]) == (0, "x;$(id)&é")
    assert "git merge origin/'x;$(id)&é'\n" in ended.err


@posix
def test_the_page_that_a_forge_names_itself(clone: Path, forge: Path, traite: Traite, ssh: Callable[[str, str], None]) -> None:
    """A forge on a host that nobody knows says where its page is; an address of another host is none that it would say."""
    ssh("", "")
    hook(
        forge,
        "post-receive",
        "echo 'Visit:'; echo 'https://evil.example.org/x'; echo 'https://forge.example.org/collectif/fiches/compare/x'",
    )
    assert traite("propose", "--yes").out.splitlines()[-1] == "https://forge.example.org/collectif/fiches/compare/x"


@pytest.fixture
def web() -> Iterator[Callable[[int], int]]:
    """A server on this machine that answers all with one code; gives its port."""
    servers: list[http.server.HTTPServer] = []

    def serve(code: int) -> int:
        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(code)
                if code == 401:
                    self.send_header("WWW-Authenticate", 'Basic realm="forge"')
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        servers.append(http.server.HTTPServer(("127.0.0.1", 0), Answer))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return servers[-1].server_address[1]

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("code", "who", "said"),
    [
        (401, "", "does not know who you are"),
        (401, f"moussa:{SECRET}@", "does not know who you are"),
        (401, f"{SECRET}:x-oauth-basic@", "does not know who you are"),
        (403, f"moussa:{SECRET}@", "127.0.0.1 does not let you read what is at http://127.0.0.1"),
        (404, f"{SECRET}@", "there is no repository at"),
        (500, f"moussa:{SECRET}@", "git could not do it"),
    ],
)
def test_no_password_is_ever_told(
    clone: Path, forge: Path, traite: Traite, web: Callable[[int], int], code: int, who: str, said: str
) -> None:
    """Whatever stands in the address of a remote before its host opens a door; git itself would tell some of it."""
    git(clone, "remote", "set-url", "origin", f"http://{who}127.0.0.1:{web(code)}/x/y.git")
    ended = refused(traite, clone, forge, said, code=3 if code == 500 else 1)
    assert not re.search(r"moussa|oauth", ended.err)


def test_a_password_is_not_told_of_a_forge_that_never_answers(
    clone: Path, forge: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by the error, and not by the traceback that somebody asks for who mends the program."""
    monkeypatch.setattr("traite_cli.files.doing._LONGEST", 0.5)
    monkeypatch.setenv("TRAITE_DEBUG", "1")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://moussa:{SECRET}@127.0.0.1:{silent.getsockname()[1]}/x/y.git"
        git(clone, "config", "remote.origin.pushurl", address)
        ended = traite("-v", "propose", "--yes")
    assert (ended.code, "was stopped" in ended.err) == (3, True)
    assert not re.search(rf"moussa|{SECRET}", ended.err + ended.out)


def test_a_remote_or_a_branch_is_never_an_option(clone: Path, forge: Path, traite: Traite) -> None:
    """Their names come from files and from others."""
    for line in ('[remote "--upload-pack=touch pwned"]', f"\turl = {forge.as_uri()}", "\tfetch = +refs/heads/*:refs/remotes/x/*"):
        with (clone / ".git/config").open("a") as file:
            file.write(f"{line}\n")
    git(clone, "config", "remote.pushDefault", "--upload-pack=touch pwned")
    (clone / ".git/refs/heads/--force").write_text(git(clone, "rev-parse", "HEAD") + "\n")
    git(clone, "symbolic-ref", "HEAD", "refs/heads/--force")
    traite("propose", "--yes")
    assert not list(clone.rglob("pwned*"))
    assert git(forge, "for-each-ref", "--format=%(refname)").splitlines() in (
        ["refs/heads/main"],
        ["refs/heads/--force", "refs/heads/main"],
    )
