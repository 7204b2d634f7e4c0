"""``traite propose``: what is sent and what is not, where it goes, and that nothing moves when it does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from calls import Ended, Traite, caller
from remotes import ALONE, a_clone, a_forge, state, write
from repositories import git
from traite_cli.cli.main import main

FIRST, SECOND = "proposition/2015-02-02-suivi-lettre", "proposition/2015-02-02-titre-sejour"
MEETING = "records/meetings/2014-11-18-miprof.md"
LETTER, TOPIC, PERSON = "records/commitments/2014-10-22-lettre.md", "records/topics/sejour.md", "records/people/sodini.md"


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process, on 2 February 2015."""
    return caller(capfdbinary, "--lang", "en", "--as-of", "2015-02-02")


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    """The collective's repository."""
    return a_forge(tmp_path)


@pytest.fixture
def clone(forge: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A member's clone, which one is in."""
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    made = a_clone(forge)
    monkeypatch.chdir(made)
    return made


def follow_up(clone: Path, note: str = "À la signature.") -> None:
    text = (clone / LETTER).read_text(encoding="utf-8").split("follow_ups")[0].removesuffix("---\n")
    write(clone, LETTER, f"{text}follow_ups: {{date: 2015-02-02, status: in_progress, note: {note}}}\n---\n")


def retitle(clone: Path, title: str = "Le séjour, encore") -> None:
    write(clone, TOPIC, f"---\ntitle: {title}\n---\n")


def sent(forge: Path, branch: str, since: str = "main") -> list[str]:
    """The files that a branch of the forge changes."""
    return git(forge, "diff", "--name-only", since, branch).splitlines()


def branches(forge: Path) -> list[str]:
    return git(forge, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads").splitlines()


# --- what is sent -----------------------------------------------------------------------------------------------------------


def test_what_was_changed_is_sent_and_the_page_is_given(clone: Path, forge: Path, traite: Traite) -> None:
    """One command: what it is in words, a branch of a good name with one commit, and the page; data on one side, talk on the other."""
    follow_up(clone)
    ended = traite("propose", "--yes")
    assert ended.code == 0
    assert "follow-up added, 2 February 2015" in ended.out
    assert ended.out.splitlines()[-1] == f"https://github.com/collectif/fiches/pull/new/{FIRST}"
    assert "traite sync" in ended.err
    assert sent(forge, FIRST) == [LETTER]
    assert git(forge, "rev-parse", f"{FIRST}^") == git(forge, "rev-parse", "main")
    assert git(forge, "log", "-1", "--format=%an %ae", FIRST) == "Moussa moussa@exemple.org"


def test_the_message_is_drawn_from_the_difference_in_the_language_of_the_repository(clone: Path, forge: Path, traite: Traite) -> None:
    """Whoever reads the history reads French there, whatever language the sender's screen has."""
    follow_up(clone)
    traite("propose", "--yes")
    subject, _, body = git(forge, "log", "-1", "--format=%B", FIRST).partition("\n\n")
    assert subject.startswith("Écrire aux préfets : suivi ajouté, 2 février 2015")
    assert len(subject) <= 72
    assert "À la signature." in body
    assert all(len(line) <= 72 for line in body.splitlines())


def test_a_title_of_ones_own_stands_first_and_is_one_line(clone: Path, forge: Path, traite: Traite) -> None:
    """The body stays what the difference says; a title can neither hold a second line nor move a cursor."""
    follow_up(clone)
    traite("propose", "--yes", "-m", "La lettre\n\x1b[2JSigned-off-by: x")
    message = git(forge, "log", "-1", "--format=%B", FIRST)
    assert message.splitlines()[:2] == ["La lettre \\x1b[2JSigned-off-by: x", ""]
    assert "suivi ajouté" in message


def test_nothing_moves_but_what_was_sent_is_known(clone: Path, traite: Traite) -> None:
    """Branch, index and files stay as they were: what others staged, what lies about, what one was writing."""
    follow_up(clone)
    write(clone, "README.md", "à moi\n")
    git(clone, "add", "README.md")
    write(clone, "README.md", "à moi, encore\n")
    write(clone, "notes.txt", "privé\n")
    write(clone, PERSON, "---\nname: Raphaël Sodini, préfet\n---\n")
    git(clone, "add", PERSON)
    before = state(clone)
    ended = traite("propose", "--yes")
    assert ended.code == 0, ended.err
    after = state(clone)
    branch = "proposition/2015-02-02-nom-sodini-et-une-autre"
    assert {name for name in after if name not in before} == {f"refs/heads/{branch}", f"refs/remotes/origin/{branch}"}
    assert {name for name in before if before[name] != after[name]} == {".git/config"}


def test_only_what_a_collective_keeps_is_sent(clone: Path, forge: Path, traite: Traite) -> None:
    """Records, attachments, templates, queries and traite.toml; not what lies beside them, nor what an editor left."""
    kept = ["attachments/plan.txt", "queries/retard.sql", "templates/parts/x.md.j2"]
    for path in [*kept, "notes.txt", "build/x.md", "records/topics/.sejour.md.swp", "records/topics/x.md~", "attachments/~$plan.docx"]:
        write(clone, path, "select 1\n")
    write(clone, "traite.toml", 'name = "Collectif nouveau"\n')
    (clone / TOPIC).unlink()
    traite("propose", "--yes")
    (branch,) = [name for name in branches(forge) if name != "main"]
    assert sent(forge, branch) == sorted([*kept, TOPIC, "traite.toml"])


def test_what_gitignore_names_stays_here(clone: Path, forge: Path, traite: Traite) -> None:
    """Whoever keeps attachments out of git keeps them out of proposals."""
    write(clone, ".gitignore", "attachments/\n")
    write(clone, "attachments/plan.txt", "x")
    retitle(clone)
    assert traite("propose", "--yes").code == 0
    assert sent(forge, SECOND) == [TOPIC]


def test_what_more_people_may_read_is_told_first(clone: Path, traite: Traite) -> None:
    """Before anything is sent."""
    text = (clone / MEETING).read_text(encoding="utf-8")
    write(clone, MEETING, text.replace("date:", "audience: public\ndate:"))
    assert traite("propose", "--dry-run").out.startswith("More people may read this than before:")


def test_trying_sends_nothing_and_asks_no_network(clone: Path, forge: Path, traite: Traite) -> None:
    """--dry-run shows the same."""
    follow_up(clone)
    shutil.rmtree(forge)
    before = state(clone)
    ended = traite("propose", "--dry-run")
    assert (ended.code, "follow-up added" in ended.out, state(clone)) == (0, True, before)


def test_nothing_changed_is_no_fault(clone: Path, traite: Traite) -> None:
    """It is said, and that is all."""
    before = state(clone)
    write(clone, "notes.txt", "x")
    ended = traite("propose", "--yes")
    (clone / "notes.txt").unlink()
    assert (ended, state(clone)) == (Ended(0, "", "There is nothing to send: no record was changed.\n"), before)


def test_a_repository_below_the_top_sends_its_own_files(tmp_path: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """The records may lie beside a programme."""
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    write(tmp_path, "whole/fiches/traite.toml", 'name = "X"\n')
    write(tmp_path, "whole/fiches/records/topics/sejour.md", "---\ntitle: A\n---\n")
    write(tmp_path, "whole/records/topics/other.md", "---\ntitle: A\n---\n")
    git(tmp_path / "whole", "init", "-q")
    git(tmp_path / "whole", "add", ".")
    git(tmp_path / "whole", "commit", "-qm", "all")
    git(tmp_path, "clone", "-q", "--bare", "whole", "forge.git")
    clone = a_clone(tmp_path / "forge.git")
    write(clone, "fiches/records/topics/sejour.md", "---\ntitle: B\n---\n")
    write(clone, "records/topics/other.md", "---\ntitle: B\n---\n")
    assert traite("-C", str(clone / "fiches"), "propose", "--yes").code == 0
    assert sent(tmp_path / "forge.git", SECOND) == ["fiches/records/topics/sejour.md"]


def test_line_ends_are_those_that_git_would_keep(clone: Path, forge: Path, traite: Traite) -> None:
    """On Windows a file has other line ends on the disk: that is no change, and none is sent."""
    git(clone, "config", "core.autocrlf", "true")
    text = (clone / TOPIC).read_bytes()
    (clone / TOPIC).write_bytes(text.replace(b"\n", b"\r\n"))
    assert "nothing to send" in traite("propose", "--yes").err
    follow_up(clone)
    (clone / LETTER).write_bytes((clone / LETTER).read_bytes().replace(b"\n", b"\r\n"))
    traite("propose", "--yes")
    assert "\r" not in git(forge, "cat-file", "-p", f"{FIRST}:{LETTER}")


# --- a second time ------------------------------------------------------------------------------------------------------------


def test_a_second_proposal_does_not_hold_the_first_one(clone: Path, forge: Path, traite: Traite) -> None:
    """Though the first one's changes are still before one's eyes."""
    follow_up(clone)
    traite("propose", "--yes")
    retitle(clone)
    assert traite("propose", "--yes").code == 0
    assert (sent(forge, FIRST), sent(forge, SECOND)) == ([LETTER], [TOPIC])
    assert "À la signature" in (clone / LETTER).read_text(encoding="utf-8")
    assert f"Sent already, and still open: {SECOND}" in traite("propose", "--yes").err or FIRST in traite("propose", "--yes").err


def test_a_correction_goes_to_the_proposal_that_it_corrects(clone: Path, forge: Path, traite: Traite) -> None:
    """A second commit on the same branch, and the other proposal stays as it is."""
    follow_up(clone)
    traite("propose", "--yes")
    retitle(clone)
    traite("propose", "--yes")
    first, second = (git(forge, "rev-parse", branch) for branch in (FIRST, SECOND))
    follow_up(clone, "Signée.")
    ended = traite("propose", "--yes")
    assert "added to the proposal that is open" in ended.err
    assert git(forge, "rev-parse", f"{FIRST}^") == first
    assert git(forge, "rev-parse", SECOND) == second
    assert git(clone, "rev-parse", FIRST) == git(forge, "rev-parse", FIRST)
    assert sent(forge, FIRST) == [LETTER]
    assert branches(forge) == ["main", FIRST, SECOND]


def test_a_proposal_that_was_closed_is_open_no_more(clone: Path, forge: Path, traite: Traite) -> None:
    """What it held may be proposed again, under another name."""
    follow_up(clone)
    traite("propose", "--yes")
    git(forge, "branch", "-D", FIRST)
    traite("propose", "--yes")
    assert branches(forge) == ["main", f"{FIRST}-2"]


def test_a_correction_of_what_somebody_else_corrected_is_left_to_the_page(clone: Path, forge: Path, traite: Traite) -> None:
    """Nobody's words are written over."""
    follow_up(clone)
    traite("propose", "--yes")
    other = a_clone(forge, "other", "--branch", FIRST)
    follow_up(other, "Corrigée par Ella.")
    git(other, "commit", "-qam", "correction")
    git(other, "push", "-q")
    follow_up(clone, "Signée.")
    before = state(clone)
    ended = traite("propose", "--yes")
    assert (ended.code, "somebody has changed since" in ended.err, state(clone)) == (1, True, before)


def test_on_a_branch_of_ones_own_a_commit_is_added_to_it(clone: Path, forge: Path, traite: Traite) -> None:
    """The branch moves with it, the index has what was sent, and what else was staged stays staged."""
    git(clone, "switch", "-q", "-c", "moussa")
    for note in ("À la signature.", "Signée."):
        follow_up(clone, note)
        write(clone, "README.md", f"{note}\n")
        git(clone, "add", "README.md")
        assert traite("propose", "--yes").code == 0
    assert git(forge, "rev-parse", "moussa") == git(clone, "rev-parse", "HEAD")
    assert git(forge, "rev-list", "--count", "main..moussa") == "2"
    assert git(clone, "status", "--short") == "M  README.md"
    assert sent(forge, "moussa") == [LETTER]


def test_a_branch_never_takes_a_name_that_is_taken(clone: Path, forge: Path, traite: Traite) -> None:
    """Here or there; and where a branch is called « proposition », none can lie below it."""
    git(clone, "branch", FIRST)
    git(forge, "branch", f"{FIRST}-2", "main")
    follow_up(clone)
    traite("propose", "--yes")
    assert sent(forge, f"{FIRST}-3") == [LETTER]
    retitle(clone)
    for name in (FIRST, f"{FIRST}-3"):
        git(clone, "branch", "-D", name)
    for name in (f"{FIRST}-2", f"{FIRST}-3"):
        git(forge, "branch", "-D", name)
    git(forge, "branch", "proposition", "main")
    traite("propose", "--yes")
    assert "proposition-2015-02-02-suivi-lettre-et-une-autre" in " ".join(branches(forge)) or len(branches(forge)) == 3


def test_commits_made_by_hand_go_along_and_are_told(clone: Path, forge: Path, traite: Traite) -> None:
    """Whoever knows git may commit first; what their commits hold besides is told as well."""
    retitle(clone)
    write(clone, "README.md", "autre\n")
    git(clone, "commit", "-qam", "à la main")
    ended = traite("propose", "--yes")
    assert ("A commit that was made here" in ended.err, "file changed: README.md" in ended.out) == (True, True)
    assert git(forge, "rev-parse", SECOND) == git(clone, "rev-parse", "HEAD")


def test_a_clone_that_holds_only_the_last_commit_proposes_too(forge: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """The forge has the others."""
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    clone = a_clone(forge, "shallow", "--depth", "1")
    monkeypatch.chdir(clone)
    follow_up(clone)
    assert traite("propose", "--yes").code == 0
    assert sent(forge, FIRST) == [LETTER]


@pytest.mark.parametrize("by", ["address", "remote"])
def test_a_copy_of_ones_own_is_sent_to(clone: Path, forge: Path, traite: Traite, by: str) -> None:
    """Whoever may not write has a « fork »: it may be behind, proposals live there, and what others wrote comes from the first one."""
    git(forge.parent, "clone", "-q", "--bare", str(forge), "fork.git")
    fork = forge.parent / "fork.git"
    write(forge.parent / "maker", PERSON, "---\nname: Raphaël Sodini, préfet\n---\n")
    git(forge.parent / "maker", "commit", "-qam", "Ella")
    git(forge.parent / "maker", "push", "-q", forge.as_uri(), "main")
    traite("sync")
    if by == "address":
        git(clone, "remote", "set-url", "--push", "origin", fork.as_uri())
    else:
        git(clone, "remote", "add", "fork", fork.as_uri())
        git(clone, "config", "remote.pushDefault", "fork")
    follow_up(clone)
    ended = traite("propose", "--yes")
    assert ("Sodini" in ended.out, "never sent" in ended.err) == (False, False)
    assert (branches(forge), branches(fork)) == (["main"], ["main", FIRST])
    assert "Sent already" in traite("propose", "--yes").err
    follow_up(clone, "Signée.")
    assert traite("propose", "--yes").code == 0
    assert git(fork, "rev-list", "--count", f"{git(clone, 'rev-parse', 'HEAD')}..{FIRST}") == "2"
    write(forge.parent / "maker", LETTER, (forge.parent / "maker" / LETTER).read_text().replace("2014-12", "2015-01"))
    git(forge.parent / "maker", "commit", "-qam", "Ella")
    git(forge.parent / "maker", "push", "-q", forge.as_uri(), "main")
    traite("sync")
    assert "Signée." in (clone / LETTER).read_text(encoding="utf-8")


def test_what_others_changed_meanwhile_is_told_and_stops_nothing(clone: Path, forge: Path, traite: Traite) -> None:
    """The same lines, and by whom: on the page both can be seen."""
    write(forge.parent / "maker", TOPIC, "---\ntitle: Autrement\n---\n")
    git(forge.parent / "maker", "commit", "-qam", "x", "--author=Ella Adler <ella@exemple.org>")
    git(forge.parent / "maker", "push", "-q", forge.as_uri(), "main")
    retitle(clone)
    tracked = git(clone, "rev-parse", "origin/main")
    ended = traite("propose", "--yes")
    assert (ended.code, f"  {TOPIC} (Ella Adler)\n" in ended.err) == (0, True)
    assert git(clone, "rev-parse", "origin/main") == tracked


def test_what_only_a_forge_cannot_merge_is_told_too(clone: Path, forge: Path, traite: Traite) -> None:
    """Two follow-ups at one place: here they would come together, on the page they clash, whether git was set up here or not."""
    assert main(["-C", str(clone), "setup-git"]) == 0
    maker = forge.parent / "maker"
    letter = (maker / LETTER).read_text(encoding="utf-8").removesuffix("---\n")
    write(maker, LETTER, f"{letter}follow_ups:\n  - date: 2015-01-05\n    note: Le préfet.\n---\n")
    git(maker, "commit", "-qam", "x", "--author=Ella Adler <ella@exemple.org>")
    git(maker, "push", "-q", forge.as_uri(), "main")
    follow_up(clone)
    assert f"  {LETTER} (Ella Adler)\n" in traite("propose", "--yes").err


def test_the_page_is_opened_for_whoever_asks_for_it(clone: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """And only then."""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    follow_up(clone)
    traite("propose", "--yes")
    assert opened == []
    retitle(clone)
    traite("propose", "--yes", "--open")
    assert opened == [f"https://github.com/collectif/fiches/pull/new/{SECOND}"]


def test_the_branch_is_in_the_language_of_the_repository(clone: Path, forge: Path, traite: Traite) -> None:
    """And is known again where that has changed meanwhile."""
    write(clone, "traite.toml", 'name = "Collective"\nlanguage = "en"\n')
    traite("propose", "--yes")
    assert branches(forge) == ["main", "proposal/2015-02-02-traite"]
    git(clone, "checkout", "-q", "traite.toml")
    retitle(clone)
    traite("propose", "--yes")
    assert branches(forge) == ["main", "proposal/2015-02-02-traite", SECOND]


def test_an_index_that_another_git_holds_leaves_the_branch_where_it_is(clone: Path, traite: Traite) -> None:
    """On a branch of one's own both move together, or neither."""
    git(clone, "switch", "-q", "-c", "moussa")
    follow_up(clone)
    (clone / ".git/index.lock").write_text("")
    before = state(clone, but_refs="refs/remotes/")
    ended = traite("propose", "--yes")
    assert (ended.code, state(clone, but_refs="refs/remotes/")) == (3, before)
    (clone / ".git/index.lock").unlink()
    assert traite("sync").code == 0
    assert git(clone, "status", "--short") == ""
