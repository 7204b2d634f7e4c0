"""``traite sync``: what others wrote comes in, what one wrote stays, and where the two clash nothing is touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from calls import Ended, Traite, caller
from remotes import ALONE, a_clone, a_forge, state, write
from repositories import commit, git
from traite_cli.files.git import Git

LETTER, TOPIC, PERSON = "records/commitments/2014-10-22-lettre.md", "records/topics/sejour.md", "records/people/sodini.md"
LONG = "---\ntitle: Le séjour\n---\n\nUn.\n\nDeux.\n\nTrois.\n\nQuatre.\n"


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process, on 2 February 2015."""
    return caller(capfdbinary, "--lang", "en", "--as-of", "2015-02-02")


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    """The collective's repository, with a topic of four paragraphs."""
    made = a_forge(tmp_path)
    write(tmp_path / "maker", TOPIC, LONG)
    git(tmp_path / "maker", "commit", "-qam", "four")
    git(tmp_path / "maker", "push", "-q", made.as_uri(), "main")
    return made


@pytest.fixture
def clone(forge: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A member's clone, which one is in."""
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    made = a_clone(forge)
    monkeypatch.chdir(made)
    return made


@pytest.fixture
def ella(clone: Path, forge: Path) -> Callable[..., None]:
    """Ella sends a file."""

    def send(path: str, text: str | None, author: str = "Ella Adler") -> None:
        maker = forge.parent / "maker"
        git(maker, "pull", "-q", forge.as_uri(), "main")
        if text is None:
            (maker / path).unlink()
        else:
            write(maker, path, text)
        git(maker, "add", "--all")
        git(maker, "commit", "-qm", "Ella", f"--author={author} <ella@exemple.org>")
        git(maker, "push", "-q", forge.as_uri(), "main")

    return send


Ella = Callable[..., None]


def untouched(clone: Path, before: dict[str, str]) -> bool:
    """Nothing is other than before; what is known of the forge is told anew."""
    return state(clone, but_refs="refs/remotes/") == {name: one for name, one in before.items() if not name.startswith("refs/remotes/")}


def test_what_others_wrote_comes_in_told_in_the_terms_of_the_records(clone: Path, traite: Traite, ella: Ella) -> None:
    """And who wrote it; the work tree is clean afterwards, and the branch is where the forge's is."""
    ella(TOPIC, LONG.replace("Le séjour", "Le titre de séjour"))
    ella("records/topics/nouveau.md", "---\ntitle: Nouveau\n---\n")
    ella(LETTER, None)
    ended = traite("sync")
    assert ended.code == 0, ended.err
    assert "Title: “Le séjour” becomes “Le titre de séjour”" in ended.out
    assert "3 changes, written by Ella Adler." in ended.err
    assert git(clone, "status", "--short") == ""
    assert git(clone, "rev-parse", "HEAD") == git(clone, "rev-parse", "origin/main")
    assert not (clone / LETTER).exists()


def test_nothing_new_changes_nothing(clone: Path, traite: Traite) -> None:
    """It is said."""
    before = state(clone)
    assert traite("sync") == Ended(0, "", "There is nothing new: what the others sent is here already.\n")
    assert state(clone) == before


def test_trying_changes_no_file(clone: Path, traite: Traite, ella: Ella) -> None:
    """--dry-run tells the same."""
    ella(TOPIC, LONG.replace("Le séjour", "Le titre de séjour"))
    before = state(clone)
    ended = traite("sync", "--dry-run")
    assert ("Le titre de séjour" in ended.out, untouched(clone, before)) == (True, True)


def test_what_is_not_sent_yet_stays(clone: Path, traite: Traite, ella: Ella) -> None:
    """Files that lie about, what is staged, and what one wrote in the same file at another place."""
    write(clone, TOPIC, LONG.replace("Quatre", "Quatre, et plus"))
    write(clone, PERSON, "---\nname: Raphaël Sodini, préfet\n---\n")
    git(clone, "add", PERSON)
    write(clone, "README.md", "à moi\n")
    write(clone, "notes.txt", "privé\n")
    ella(TOPIC, LONG.replace("Un.", "Un, dit Ella."))
    ended = traite("sync")
    assert f"stay in: {TOPIC}" in ended.err
    assert (clone / TOPIC).read_text(encoding="utf-8") == LONG.replace("Un.", "Un, dit Ella.").replace("Quatre", "Quatre, et plus")
    assert git(clone, "status", "--short").splitlines() == ["M README.md", f"M  {PERSON}", f" M {TOPIC}", "?? notes.txt"]


def test_commits_of_ones_own_are_joined_and_never_rewritten(clone: Path, traite: Traite, ella: Ella) -> None:
    """A merge: both stay what they were."""
    write(clone, PERSON, "---\nname: Raphaël Sodini, préfet\n---\n")
    git(clone, "commit", "-qam", "à moi")
    own = git(clone, "rev-parse", "HEAD")
    ella(TOPIC, LONG.replace("Un.", "Un, dit Ella."))
    assert "written by Ella Adler." in traite("sync").err
    assert git(clone, "log", "-1", "--format=%P").split() == [own, git(clone, "rev-parse", "origin/main")]
    assert git(clone, "log", "-1", "--format=%an %s") == "Moussa Réuni avec ce que les autres ont écrit"
    assert git(clone, "status", "--short") == ""


@pytest.mark.parametrize("committed", [True, False])
def test_two_entries_at_one_place_of_a_record_come_together_where_nothing_was_set_up(
    clone: Path, traite: Traite, ella: Ella, *, committed: bool
) -> None:
    """Records are joined field by field and lists entry by entry, though for git alone both are at the same lines."""
    head = (clone / LETTER).read_text(encoding="utf-8").removesuffix("---\n") + "follow_ups:\n"
    mine, hers = "  - date: 2015-01-05\n    note: Le préfet.\n", "  - date: 2015-01-08\n    note: Sodini.\n"
    ella(LETTER, f"{head}{hers}---\n")
    write(clone, LETTER, f"{head}{mine}---\n")
    if committed:
        git(clone, "commit", "-qam", "à moi")
    ended = traite("sync")
    assert ended.code == 0, ended.err
    assert (clone / LETTER).read_text(encoding="utf-8") == f"{head}{mine}{hers}---\n"
    assert "merge.traite" not in git(clone, "config", "--list")


def test_what_a_persons_own_attributes_say_still_holds(clone: Path, traite: Traite, ella: Ella, tmp_path: Path) -> None:
    """A file that they want merged line after line of both is, as by git itself."""
    (tmp_path / "attributes").write_text("README.md merge=union\n", encoding="utf-8")
    git(clone, "config", "core.attributesFile", str(tmp_path / "attributes"))
    ella("README.md", "Les fiches\nd’Ella\n")
    write(clone, "README.md", "Les fiches\nà moi\n")
    assert traite("sync").code == 0
    assert sorted((clone / "README.md").read_text(encoding="utf-8").splitlines()) == ["Les fiches", "d’Ella", "à moi"]


# --- where it clashes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("committed", [True, False])
def test_the_same_lines_changed_twice_touch_nothing_and_say_who(clone: Path, traite: Traite, ella: Ella, *, committed: bool) -> None:
    """The records, and who changed them; and what to do."""
    ella(TOPIC, LONG.replace("Un.", "Un, dit Ella."))
    ella(TOPIC, LONG.replace("Un.", "Un, dit encore Nour."), "Nour Haddad")
    write(clone, TOPIC, LONG.replace("Un.", "Un, dis-je."))
    if committed:
        git(clone, "commit", "-qam", "à moi")
    before = state(clone)
    ended = traite("sync")
    assert (ended.code, untouched(clone, before)) == (1, True)
    assert f"    | {TOPIC} (Nour Haddad, Ella Adler)\n" in ended.err
    assert ("git merge origin/main" if committed else "traite propose") in ended.err


def test_a_file_that_lies_where_a_new_one_comes_is_not_overwritten(clone: Path, traite: Traite, ella: Ella) -> None:
    """Not even one that .gitignore names."""
    (clone / ".git/info/exclude").write_text("nouveau.md\n")
    write(clone, "records/topics/nouveau.md", "---\ntitle: À moi\n---\n")
    ella("records/topics/nouveau.md", "---\ntitle: À Ella\n---\n")
    before = state(clone)
    assert (traite("sync").code, untouched(clone, before)) == (1, True)


def test_what_is_half_staged_is_not_lost(clone: Path, traite: Traite, ella: Ella) -> None:
    """A state that only the index has would be."""
    write(clone, TOPIC, LONG.replace("Quatre", "Quatre, essai"))
    git(clone, "add", TOPIC)
    write(clone, TOPIC, LONG.replace("Quatre", "Quatre, enfin"))
    ella(TOPIC, LONG.replace("Un.", "Un, dit Ella."))
    before = state(clone)
    ended = traite("sync")
    assert (ended.code, TOPIC in ended.err, untouched(clone, before)) == (1, True, True)


def test_another_git_at_work_is_waited_for(clone: Path, traite: Traite, ella: Ella) -> None:
    """Nothing is written beside it."""
    ella(TOPIC, LONG.replace("Un.", "Un, dit Ella."))
    (clone / ".git/index.lock").write_text("")
    before = state(clone)
    ended = traite("sync")
    assert (ended.code, "another git is at work" in ended.err, untouched(clone, before)) == (3, True, True)
    assert (clone / ".git/index.lock").exists()


@pytest.mark.parametrize(
    ("lies", "comes"),
    [("zzz", "zzz/fiche.md"), ("zzz/mine/notes.txt", "zzz"), ("zzz/mine/notes.txt", "zzz/mine"), ("link", "link/fiche.md")],
)
def test_what_git_does_not_know_and_lies_in_the_way_is_kept(clone: Path, traite: Traite, ella: Ella, lies: str, comes: str) -> None:
    """A file where a folder comes, a folder where a file comes, a link that leads elsewhere."""
    ella(comes, "x\n")
    if lies == "link":
        (clone.parent / "elsewhere").mkdir()
        (clone / "link").symlink_to(clone.parent / "elsewhere")
    else:
        write(clone, lies, "à moi\n")
    before = state(clone)
    ended = traite("sync")
    assert (ended.code, f"does not know: {lies}" in ended.err, untouched(clone, before)) == (1, True, True)


def test_what_is_taken_out_is_never_taken_out_elsewhere(clone: Path, traite: Traite, ella: Ella) -> None:
    """A folder that one has put elsewhere, with a link in its place, is not reached into."""
    (clone / "records/topics").rename(clone.parent / "topics")
    (clone / "records/topics").symlink_to(clone.parent / "topics")
    ella(TOPIC, None)
    before = state(clone)
    assert (traite("sync").code, untouched(clone, before)) == (1, True)
    assert (clone.parent / "topics/sejour.md").is_file()


def test_what_cannot_be_written_leaves_all_as_it_was(clone: Path, traite: Traite, ella: Ella) -> None:
    """Some files are written, the next cannot be: they are put back."""
    ella(TOPIC, LONG.replace("Un.", "Un, dit Ella."))
    ella(LETTER, None)
    ella("records/topics/zzz.md", "x\n")
    (clone / ".git/info/attributes").write_text("zzz.md filter=broken\n")
    git(clone, "config", "filter.broken.smudge", "false")
    git(clone, "config", "filter.broken.required", "true")
    write(clone, "notes.txt", "privé")
    before = state(clone)
    ended = traite("sync")
    assert (ended.code, untouched(clone, before)) == (3, True)
    assert "Traceback" not in ended.err


def test_who_stops_it_midway_has_all_as_it_was(clone: Path, traite: Traite, ella: Ella, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C, when the files are written and the branch has not moved yet."""
    ella(TOPIC, LONG.replace("Un.", "Un, dit Ella."))
    ella(LETTER, None)
    ask = Git.ask

    def stopped(self: Git, *arguments: str, **more: object) -> bytes:
        if arguments[0] == "update-ref":
            raise KeyboardInterrupt
        return ask(self, *arguments, **more)

    before = state(clone)
    monkeypatch.setattr(Git, "ask", stopped)
    assert (traite("sync").code, untouched(clone, before)) == (130, True)


def test_files_that_are_left_out_of_the_work_tree_stay_out(clone: Path, traite: Traite, ella: Ella) -> None:
    """Whoever has only some folders there (git sparse-checkout) has changed nothing in the others."""
    git(clone, "sparse-checkout", "set", "--cone", "records/topics")
    ella(LETTER, "---\ntitle: Écrire aux maires\nby: sodini\nmade_at: 2014-11-18-miprof\n---\n")
    ella(TOPIC, LONG.replace("Le séjour", "L’accueil"))
    ended = traite("sync")
    assert (ended.code, "Écrire aux maires" in ended.out) == (0, True)
    assert ((clone / LETTER).exists(), "L’accueil" in (clone / TOPIC).read_text(encoding="utf-8")) == (False, True)
    assert git(clone, "status", "--short") == ""


def test_a_clone_that_takes_contents_when_asked_for_them_tells_the_truth(
    forge: Path, ella: Ella, traite: Traite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """git clone --filter: what was not fetched is no record that somebody took out."""
    for key in ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"):
        git(forge, "config", key, "true")
    made = a_clone(forge, "partial", "--filter=blob:none")
    git(made, "remote", "set-url", "origin", forge.as_uri())
    monkeypatch.chdir(made)
    ella(TOPIC, LONG.replace("Le séjour", "Au milieu"))
    ella(TOPIC, LONG.replace("Le séjour", "L’accueil"))
    ended = traite("sync")
    assert (ended.code, "“Le séjour” becomes “L’accueil”" in ended.out) == (0, True)
    missing = traite("diff", "HEAD~1", "HEAD")
    assert (missing.code, "holds only a part of what was committed" in missing.err) == (3, True)


def test_a_repository_below_the_top_has_the_rest_brought_in_too(tmp_path: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git knows only whole states; what is told is about the records."""
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    write(tmp_path, "maker/fiches/traite.toml", 'name = "X"\n')
    write(tmp_path, "maker/fiches/records/topics/sejour.md", LONG)
    write(tmp_path, "maker/programme.txt", "1\n")
    commit(tmp_path / "maker")
    git(tmp_path, "clone", "-q", "--bare", "maker", "forge.git")
    clone = a_clone(tmp_path / "forge.git")
    write(tmp_path, "maker/fiches/records/topics/sejour.md", LONG.replace("Le séjour", "Le titre de séjour"))
    write(tmp_path, "maker/programme.txt", "2\n")
    commit(tmp_path / "maker")
    git(tmp_path / "maker", "push", "-q", (tmp_path / "forge.git").as_uri(), "main")
    ended = traite("-C", str(clone / "fiches"), "sync")
    assert (ended.code, "Le titre de séjour" in ended.out) == (0, True), ended.err
    assert (clone / "programme.txt").read_text() == "2\n"
    assert git(clone, "status", "--short") == ""


def test_an_unreachable_forge_leaves_all_as_it_was(clone: Path, traite: Traite) -> None:
    """The same words as those of propose."""
    git(clone, "remote", "set-url", "origin", "http://moussa:s3cr3t-key@127.0.0.1:9/x.git")
    before = state(clone)
    ended = traite("sync")
    assert (ended.code, "127.0.0.1 cannot be reached" in ended.err, state(clone)) == (3, True, before)
    assert "s3cr3t" not in ended.err


# --- after a proposal ---------------------------------------------------------------------------------------------------------


def taken_in(forge: Path, how: str, text: str | None = None) -> None:
    """The coordinator takes a proposal in, as it is or with a word of her own, by a merge or squashed into one commit."""
    maker = forge.parent / "maker"
    git(maker, "fetch", "-q", forge.as_uri(), "+refs/heads/*:refs/remotes/forge/*")
    git(maker, "reset", "-q", "--hard", "forge/main")
    (branch,) = [name for name in git(maker, "for-each-ref", "--format=%(refname)").splitlines() if "forge/proposition" in name]
    git(maker, "merge", "-q", *(["--squash"] if how == "squash" else ["--no-ff", "-m", "merge"]), branch)
    if text is not None:
        write(maker, TOPIC, text)
    git(maker, "commit", "-qam", "Ella", "--allow-empty", "--author=Ella Adler <ella@exemple.org>")
    git(maker, "push", "-q", forge.as_uri(), "HEAD:main")


@pytest.mark.parametrize("how", ["merge", "squash"])
def test_a_proposal_that_is_taken_in_is_no_change_of_ones_own_any_more(clone: Path, forge: Path, traite: Traite, how: str) -> None:
    """Whoever proposed, waited and brought in has files like everybody's."""
    write(clone, TOPIC, LONG.replace("Un.", "Un, dis-je."))
    traite("propose", "--yes")
    taken_in(forge, how)
    ended = traite("sync")
    assert ended.code == 0, ended.err
    assert git(clone, "status", "--short") == ""
    assert "is taken in." in ended.err
    assert "nothing to send" in traite("propose", "--yes").err


def test_a_proposal_that_was_corrected_and_taken_in_comes_as_it_was_corrected(clone: Path, forge: Path, traite: Traite) -> None:
    """The same lines, and no conflict: what the reader changed is newer than what was sent."""
    write(clone, TOPIC, LONG.replace("Un.", "Un, dis-je."))
    traite("propose", "--yes")
    write(clone, PERSON, "---\nname: Raphaël Sodini, préfet\n---\n")
    corrected = LONG.replace("Un.", "Un, dit Moussa.")
    taken_in(forge, "merge", corrected)
    assert traite("sync").code == 0
    assert (clone / TOPIC).read_text(encoding="utf-8") == corrected
    assert git(clone, "status", "--short") == f"M {PERSON}"


def test_a_proposal_that_was_corrected_and_squashed_comes_as_it_was_corrected(clone: Path, forge: Path, traite: Traite) -> None:
    """Git cannot know that it is the same; but the forge has closed the proposal, and what was sent is safe on its branch."""
    write(clone, TOPIC, LONG.replace("Un.", "Un, dis-je."))
    traite("propose", "--yes")
    corrected = LONG.replace("Un.", "Un, dit Moussa.")
    taken_in(forge, "squash", corrected)
    before = state(clone)
    assert (traite("sync").code, untouched(clone, before)) == (1, True)
    (branch,) = [name for name in git(clone, "branch", "--format=%(refname:short)").splitlines() if name != "main"]
    git(forge, "branch", "-D", branch)
    ended = traite("sync")
    assert f"Of your proposal {branch}" in ended.err
    assert (clone / TOPIC).read_text(encoding="utf-8") == corrected
    assert git(clone, "show", f"{branch}:{TOPIC}") == LONG.replace("Un.", "Un, dis-je.").strip()
    assert git(clone, "status", "--short") == ""


def test_on_a_branch_of_ones_own_both_come_in(clone: Path, forge: Path, traite: Traite, ella: Ella) -> None:
    """What others added to the branch, and what is in the common one."""
    git(clone, "switch", "-q", "-c", "moussa")
    write(clone, PERSON, "---\nname: Raphaël Sodini, préfet\n---\n")
    traite("propose", "--yes")
    other = a_clone(forge, "other", "--branch", "moussa")
    write(other, LETTER, (other / LETTER).read_text(encoding="utf-8").replace("2014-12", "2015-01"))
    git(other, "commit", "-qam", "autre")
    git(other, "push", "-q")
    ella(TOPIC, LONG.replace("Un.", "Un, dit Ella."))
    write(clone, PERSON, "---\nname: Raphaël Sodini, le préfet\n---\n")
    assert "bring that in first: traite sync" in traite("propose", "--yes").err
    git(clone, "checkout", "-q", PERSON)
    assert traite("sync").code == 0
    assert "Un, dit Ella." in (clone / TOPIC).read_text(encoding="utf-8")
    assert "2015-01" in (clone / LETTER).read_text(encoding="utf-8")
    assert git(clone, "status", "--short") == ""
