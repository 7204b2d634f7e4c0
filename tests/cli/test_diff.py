"""``traite diff``: between which moments it looks, and how it tells it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calls import Ended, Traite, caller
from repositories import MakeRepository, commit, git

TOPIC = "records/topics/t.md"


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process."""
    return caller(capfdbinary, "--lang", "en")


def say(root: Path, title: str) -> None:
    (root / TOPIC).write_text(f"---\ntitle: {title}\n---\n", encoding="utf-8")


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository: « One » at the tag first, « Two » on main, « Branch » on a branch from first, « Three » staged, « Four » as a file."""
    root = make_repository({"topics/t.md": "---\ntitle: One\n---\n"}).root
    commit(root)
    git(root, "tag", "first")
    git(root, "checkout", "-q", "-b", "branch")
    say(root, "Branch")
    commit(root)
    git(root, "checkout", "-q", "main")
    say(root, "Two")
    commit(root)
    say(root, "Three")
    git(root, "add", ".")
    say(root, "Four")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    ("arguments", "before", "after"),
    [
        ([], "Two", "Four"),
        (["--staged"], "Two", "Three"),
        (["first"], "One", "Four"),
        (["first", "--staged"], "One", "Three"),
        (["first", "main"], "One", "Two"),
        (["main", "branch"], "Two", "Branch"),
        (["main..branch"], "Two", "Branch"),
        (["main...branch"], "One", "Branch"),
        (["branch..."], "One", "Two"),
        (["main", "branch", "--merge-base"], "One", "Branch"),
        (["branch", "--merge-base"], "One", "Four"),
        (["2015-01-22"], "Two", "Four"),
    ],
)
@pytest.mark.usefixtures("here")
def test_each_way_of_naming_two_moments(traite: Traite, arguments: list[str], before: str, after: str) -> None:
    """As git has them: the work tree, the index, two revisions, where two branches parted; and a day."""
    assert f"Title: “{before}” becomes “{after}”" in traite("diff", *arguments).out


@pytest.mark.usefixtures("here")
def test_nothing_new_is_said_and_is_no_data(traite: Traite) -> None:
    """Whoever reads the answer as data finds none."""
    assert traite("diff", "first", "first") == Ended(0, "", "No record says anything else than before.\n")


@pytest.mark.usefixtures("here")
def test_json_has_a_version_and_the_values(traite: Traite) -> None:
    """What a program reads."""
    found = json.loads(traite("diff", "--format", "json").out)
    (change,) = found["changes"]
    assert (found["version"], change["change"], change["fields"][0]["before"], change["fields"][0]["after"]) == (
        1,
        "changed",
        "Two",
        "Four",
    )


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["nowhere"], "git knows no revision “nowhere”"), (["--output=x"], "--output"), (["--", "--output=x"], "git knows no revision")],
)
def test_what_is_no_revision_is_told_and_is_never_an_option(traite: Traite, here: Path, arguments: list[str], said: str) -> None:
    """A name may begin with a hyphen; git is not led to write a file."""
    ended = traite("diff", *arguments)
    assert (ended.code, said in ended.err, (here / "x").exists()) == (1 if arguments != ["--output=x"] else 2, True, False)


def test_before_the_first_commit_there_is_nothing_to_compare_with(make_repository: MakeRepository, traite: Traite) -> None:
    """It is said in one sentence, with what to do."""
    root = make_repository({}).root
    assert "no git repository" in traite("-C", str(root), "diff").err
    git(root, "init", "-q")
    ended = traite("-C", str(root), "diff")
    assert (ended.code, "Traceback" in ended.err) == (1, False)


def test_a_folder_below_the_top_of_its_git_repository_compares_its_own_files(tmp_path: Path, traite: Traite) -> None:
    """The records may lie beside other things, in the index too."""
    root = tmp_path / "below"
    (root / "records/topics").mkdir(parents=True)
    (root / "traite.toml").write_text('name = "X"\n', encoding="utf-8")
    git(tmp_path, "init", "-q")
    say(root, "One")
    commit(tmp_path)
    say(root, "Two")
    git(tmp_path, "add", ".")
    for more in ([], ["--staged"]):
        assert "“One” becomes “Two”" in traite("-C", str(root), "diff", *more).out


EDITION = "---\ntitle: Document de travail\ndate: 2015-01-22\n---\n\n{}\n"


def test_what_becomes_of_the_document_is_told_where_it_is_asked_for(make_repository: MakeRepository, traite: Traite) -> None:
    """By the templates as they are here, in the records' last edition; what a circle may not read is not in it."""
    root = make_repository(
        {"editions/2015-01-22.md": EDITION.format("Bonjour à tous les membres.\n\n::: contributors\nPour le secrétariat seulement.\n:::")}
    ).root
    commit(root)
    (root / "records/editions/2015-01-22.md").write_text(
        EDITION.format("Bonjour à tous nos membres.\n\nPour le secrétariat seulement."), encoding="utf-8"
    )
    told = traite("-C", str(root), "diff", "--document", "--format", "json")
    passages = json.loads(told.out)["document"]["text"]
    assert ["".join(run["text"] for run in one["words"] if run["change"] == "new") for one in passages] == [
        "nos",
        "Pour le secrétariat seulement.",
    ]
    for_members = traite("-C", str(root), "diff", "--document", "--audience", "members", "--format", "markdown").out
    assert "<ins>nos</ins>" in for_members.partition("<details>")[2]
    assert "secrétariat" not in for_members


def test_who_sat_for_somebody_that_a_circle_may_not_know_of_is_no_error_in_the_document(
    make_repository: MakeRepository, traite: Traite
) -> None:
    """Errors are looked for in all records, the document is made of those that the circle sees."""
    files = {
        "people/bob.md": "---\nname: Bob\n---\n",
        "organisations/oz.md": "---\nname: Oz\naudience: contributors\n---\n",
        "meetings/r.md": "---\ntitle: R\ndate: 2015-01-10\nclassification: institutional\naudience: members\n"
        "participants:\n  - {person: bob, organisation: oz}\n---\n\nLe texte.\n",
        "editions/2015-01-22.md": "---\ntitle: D\ndate: 2015-01-22\naudience: members\n---\n",
    }
    root = make_repository(files).root
    commit(root)
    (root / "records/meetings/r.md").write_text(files["meetings/r.md"].replace("Le texte.", "Le nouveau texte."), encoding="utf-8")
    told = traite("-C", str(root), "diff", "--document", "--audience", "members")
    assert told.code == 0
    assert "nouveau" in told.out.partition("In the document")[2]
    assert "Oz" not in told.out


def test_whom_a_circle_may_not_know_of_neither_comes_nor_goes(make_repository: MakeRepository, traite: Traite) -> None:
    """Of a promise to somebody withheld, and then to another one, only the other is told."""
    text = "---\ntitle: Promesse\naudience: public\nby: a\nto: {}\nmade_on: 2014-10-01\nsource: s\n---\n"
    files = {
        "organisations/a.md": "---\nname: Aide\n---\n",
        "organisations/oz.md": "---\nname: Oz\naudience: contributors\n---\n",
        "commitments/c.md": text.format("oz"),
    }
    root = make_repository(files).root
    commit(root)
    (root / "records/commitments/c.md").write_text(text.format("a"), encoding="utf-8")
    told = traite("-C", str(root), "diff", "--audience", "members").out
    assert [line.strip(" –") for line in told.splitlines() if "Made to" in line] == ["Made to: “Aide” is added"]
    assert traite("-C", str(root), "history", "c", "--audience", "members").out.count("Made to:") == 1


def test_a_document_that_cannot_be_made_is_said(make_repository: MakeRepository, traite: Traite) -> None:
    """The rest is told all the same."""
    root = make_repository({"editions/2015-01-22.md": EDITION.format("Bonjour.")}).root
    commit(root)
    (root / "records/editions/2015-01-22.md").write_text(
        EDITION.replace("title", "meetings: [rien]\ntitle").format("Bonsoir."), encoding="utf-8"
    )
    said = traite("-C", str(root), "diff", "--document").out
    assert "it cannot be made: an error is in its records" in said
    assert "{+Bonsoir.+}" in said


@pytest.fixture
def sparse(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone in which git was told to leave the meetings out of the folder."""
    root = make_repository({"topics/t.md": "---\ntitle: One\n---\n", "meetings/m.md": "---\ntitle: M\ndate: 2015-01-22\n---\n"}).root
    commit(root)
    git(root, "sparse-checkout", "set", "records/topics")
    assert not (root / "records" / "meetings").exists()
    monkeypatch.chdir(root)
    return root


def test_what_git_was_told_to_leave_out_is_not_taken_out(traite: Traite, sparse: Path) -> None:
    """A folder that holds a part of the records says nothing about the others: git has them as they were."""
    assert traite("diff") == Ended(0, "", "No record says anything else than before.\n")
    say(sparse, "Two")
    assert traite("diff").out.splitlines() == ["Topics", "  Two (topics/t)", "    –  Title: “One” becomes “Two”"]
    assert "not committed yet" not in traite("history", "meetings/m").out


def test_what_somebody_takes_out_beside_it_is_told(traite: Traite, sparse: Path) -> None:
    """A file that is missing and that git did not leave out is gone; one that is there counts as it is, left out or not."""
    (sparse / TOPIC).unlink()
    (sparse / "records" / "meetings").mkdir()
    (sparse / "records" / "meetings" / "m.md").write_text("---\ntitle: N\ndate: 2015-01-22\n---\n", encoding="utf-8")
    said = traite("diff").out
    assert "Record taken out: One (topics/t)" in said
    assert "Title: “M” becomes “N”" in said
