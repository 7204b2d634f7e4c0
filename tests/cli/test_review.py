"""``traite review``: what a pull request would change, once merged, and what it cannot change by being looked at."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository, commit, git, write_repository
from traite_cli.cli.main import main
from traite_cli.diagnostics import reporters

HEALTHY = {
    "topics/sejour.md": "---\ntitle: The permit\n---\n",
    "topics/accueil.md": "---\ntitle: The welcome\n---\n",
    "updates/news.md": "---\ntitle: News\ndate: 2015-01-10\ntopics: sejour\n---\n\nThe answer came.\n",
    "updates/secret.md": "---\ntitle: The dinner\ndate: 2015-01-10\naudience: contributors\n---\n\nThey will dine on Saturday night at the harbour.\n",
    "people/alice.md": "---\nname: Alice\ncontact_details: [{type: telephone, value: '01 23 45 67 89'}]\n---\n",
    "editions/2015-01-22.md": "---\ntitle: Document\ndate: 2015-01-22\naudience: members\n---\n",
    "templates/working-document.md.j2": "# Ours\n",
}


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process."""
    return caller(capfdbinary, "--lang", "en", "--as-of", "2015-06-01")


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that one is in."""
    root = make_repository(HEALTHY).root
    commit(root)
    monkeypatch.chdir(root)
    return root


Propose = Callable[..., None]


@pytest.fixture
def propose(here: Path) -> Propose:
    """Put files on a branch « request » that began where main was then; None takes one away. Whatever else is there is main's."""

    def on_branch(**files: str | None) -> None:
        git(here, "checkout", "-q", "-B", "request", git(here, "rev-list", "--max-parents=0", "main"))
        for name, text in files.items():
            path = here / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
        commit(here)
        git(here, "checkout", "-q", "main")

    return on_branch


def change(here: Path, name: str, text: str) -> None:
    """Let main go on."""
    (here / name).parent.mkdir(exist_ok=True)
    (here / name).write_text(text, encoding="utf-8")
    commit(here)


def test_it_tells_what_changes_and_what_is_faulty(traite: Traite, propose: Propose) -> None:
    """The change in the records' own terms, then the faults; an error ends with 1."""
    propose(
        **{
            "records/topics/sejour.md": "---\ntitle: The new permit\n---\n",
            "records/meetings/m.md": "---\ntitle: M\ndate: 16/03/2015\n---\n",
        }
    )
    done = traite("review", "request")
    assert done.code == 1
    assert done.out.index("New meeting: M") < done.out.index("“The permit” becomes “The new permit”") < done.out.index("TR214 error")
    assert "1 error" in done.err


def test_nothing_stays_behind(traite: Traite, here: Path, propose: Propose) -> None:
    """It is looked at in git: no file, no branch and no commit is another afterwards."""
    propose(**{"records/topics/neu.md": "---\ntitle: New\n---\n"})
    before = (git(here, "status", "--porcelain", "--branch"), git(here, "for-each-ref"), sorted(here.rglob("*.md")))
    assert traite("review", "request").code == 0
    assert (git(here, "status", "--porcelain", "--branch"), git(here, "for-each-ref"), sorted(here.rglob("*.md"))) == before


def test_it_is_looked_at_as_merged(traite: Traite, here: Path, propose: Propose) -> None:
    """What others did meanwhile is no change of the request; what the two break together is its fault."""
    propose(**{"records/updates/more.md": "---\ntitle: More\ndate: 2015-02-01\ntopics: accueil\n---\n\nText.\n"})
    change(here, "records/topics/other.md", "---\ntitle: Other\n---\n")
    (here / "records/topics/accueil.md").unlink()
    commit(here)
    done = traite("review", "request")
    assert done.code == 1
    assert "Other" not in done.out
    assert "records/updates/more.md:4:9: TR310 error" in done.out


def test_faults_that_were_there_are_not_its_own(traite: Traite, here: Path, propose: Propose) -> None:
    """They are nothing that whoever proposes could mend; only GitLab, which compares reports itself, is given all."""
    change(here, "records/meetings/old.md", "---\ntitle: Old\ndate: 16/03/2015\n---\n")
    git(here, "checkout", "-q", "-b", "request")
    change(here, "records/topics/neu.md", "---\ntitle: New\n---\n")
    git(here, "checkout", "-q", "main")
    done = traite("review", "request")
    assert (done.code, "TR214" in done.out) == (0, False)
    assert "TR214" in {one["check_name"] for one in json.loads(traite("review", "request", "--format", "gitlab").out)}


def test_its_own_configuration_and_templates_count_for_nothing(traite: Traite, here: Path, propose: Propose) -> None:
    """What it says of them is named, and that more people may read is told first."""
    ignoring = 'name = "Theirs"\naudience = "public"\n[[validate.ignore]]\ncodes = ["TR214"]\nreason = "no"\n'
    propose(
        **{
            "traite.toml": ignoring,
            "templates/working-document.md.j2": "# Theirs\n",
            "records/meetings/m.md": "---\ntitle: M\ndate: 16/03/2015\n---\n",
        }
    )
    done = traite("review", "request")
    assert done.out.startswith("More people may read this than before:\n  –  traite.toml: records that give no audience are for “public”")
    assert "TR214" in done.out
    assert "templates/working-document.md.j2, traite.toml" in done.err
    traite("review", "request", "--output", "out", "--to", "md")
    assert (here / "out" / "comment.md").exists()
    assert "Theirs" not in "".join(path.read_text(encoding="utf-8") for path in (here / "out").glob("2015*"))


def test_what_cannot_be_read_in_its_configuration_is_no_obstacle(traite: Traite, propose: Propose) -> None:
    """It is named as another file that it changes."""
    propose(**{"traite.toml": "name = \n"})
    done = traite("review", "request")
    assert (done.code, "traite.toml" in done.err) == (0, True)


def test_a_request_that_git_cannot_merge_is_looked_at_as_it_is(traite: Traite, here: Path, propose: Propose) -> None:
    """Against where it began, and the files that others changed too are named."""
    propose(**{"records/topics/sejour.md": "---\ntitle: Their permit\n---\n"})
    change(here, "records/topics/sejour.md", "---\ntitle: Our permit\n---\n")
    done = traite("review", "request")
    assert done.code == 0
    assert "“The permit” becomes “Their permit”" in done.out
    assert "Git cannot merge this: others changed the same lines meanwhile, in records/topics/sejour.md" in done.err


def test_no_program_of_the_repositorys_configuration_merges(traite: Traite, here: Path, propose: Propose) -> None:
    """A forge would not run it either: what it would merge is a conflict."""
    propose(**{"records/topics/sejour.md": "---\ntitle: Their permit\n---\n"})
    change(here, "records/topics/sejour.md", "---\ntitle: Our permit\n---\n")
    (here / ".gitattributes").write_text("*.md merge=evil\n", encoding="utf-8")
    (here / ".git/info/attributes").write_text("*.md merge=evil\n", encoding="utf-8")
    git(here, "config", "merge.evil.driver", f"touch {here / 'RAN'}")
    assert "Git cannot merge this" in traite("review", "request").err
    assert not (here / "RAN").exists()


def test_a_clone_that_merges_field_by_field_says_what_a_forge_would(traite: Traite, here: Path, propose: Propose) -> None:
    """Lines apart from each other merge there, and two entries at one place do not."""
    head, foot = "---\ntitle: The permit\nsource: One\n", "---\n\nText.\n\nMore.\n"
    change(here, "records/topics/long.md", head + foot)
    git(here, "checkout", "-q", "-b", "request")
    change(here, "records/topics/long.md", head + foot.replace("More", "Much more"))
    git(here, "checkout", "-q", "main")
    change(here, "records/topics/long.md", head.replace("The permit", "Permits") + foot)
    assert main(["-C", str(here), "setup-git"]) == 0
    assert "cannot merge" not in traite("review", "request").err
    git(here, "checkout", "-q", "request")
    change(here, "records/topics/long.md", head.replace("One", "Two") + foot)
    git(here, "checkout", "-q", "main")
    assert "in records/topics/long.md" in traite("review", "request").err


def test_links_and_other_repositories_are_not_followed(traite: Traite, here: Path, propose: Propose) -> None:
    """Each is a fault of the file that it is."""
    git(here, "checkout", "-q", "-b", "request")
    (here / "records/topics/link.md").symlink_to("/etc/passwd")
    git(here, "add", ".")
    git(here, "update-index", "--add", "--cacheinfo", f"160000,{git(here, 'rev-parse', 'HEAD')},records/module")
    git(here, "commit", "-q", "-m", "x")
    git(here, "checkout", "-q", "--force", "main")
    done = traite("review", "request", "--format", "concise")
    assert [line.split(":")[0] for line in done.out.splitlines()] == ["records/module", "records/topics/link.md"]


@pytest.mark.parametrize("name", ["nowhere", "--output=/tmp/x", "^main", "HEAD:records"])
def test_a_name_that_is_no_commit_is_refused(traite: Traite, here: Path, name: str) -> None:
    """It is never taken for an option of git."""
    assert traite("review", "--", name).code == 1


def test_another_branch_may_be_the_one_it_goes_into(traite: Traite, here: Path, propose: Propose) -> None:
    """--at says which; without it, it is the last commit here."""
    propose(**{"records/topics/neu.md": "---\ntitle: New\n---\n"})
    assert "New topic: New" in traite("review", "request").out
    assert traite("review", "request", "--at", "request").out == ""


def test_a_folder_within_a_repository_is_looked_at_and_what_is_outside_named(traite: Traite, tmp_path: Path) -> None:
    """The jobs of a forge stand at the top of a repository, wherever the records are."""
    top = tmp_path / "top"
    write_repository(top / "records of ours", HEALTHY)
    commit(top)
    git(top, "checkout", "-q", "-b", "request")
    (top / ".github").mkdir()
    (top / ".github" / "job.yml").write_text("", encoding="utf-8")
    (top / "records of ours" / "records" / "topics" / "neu.md").write_text("---\ntitle: New\n---\n", encoding="utf-8")
    commit(top)
    git(top, "checkout", "-q", "main")
    done = traite("-C", str(top / "records of ours"), "review", "request")
    assert "New topic: New" in done.out
    assert done.err.splitlines()[0].endswith("once it is merged: ../.github/job.yml")


# --- the files -------------------------------------------------------------------------------------------------------------


def test_the_comment_is_for_the_members_unless_one_says_for_whom(traite: Traite, here: Path, propose: Propose) -> None:
    """What was, or is, for a narrower circle shows in no file; to a person at a terminal all is told."""
    propose(**{"records/updates/secret.md": HEALTHY["updates/secret.md"].replace("Saturday", "Sunday")})
    assert "Sunday" in traite("review", "request").out
    assert "Sunday" in comment(traite, here, "--audience", "contributors")
    text = comment(traite, here)
    assert not any(word in text for word in ("Sunday", "Saturday", "dinner", "secret"))
    assert "narrower circle" in text


def comment(traite: Traite, here: Path, *more: str) -> str:
    """The comment that is made."""
    done = traite("review", "request", "--output", "out", "--to", "md", *more)
    assert done.code in {0, 1}, done.err
    return (here / "out" / "comment.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        # a record for the contributors: counted
        ("records/updates/secret.md", HEALTHY["updates/secret.md"].replace("date: 2015-01-10", "date: 10/01/2015"), "more faults are in"),
        # a record of which a part is for them: its place
        (
            "records/people/alice.md",
            HEALTHY["people/alice.md"].replace("Alice\n", "Alice\nsorte_name: 01 23 45 67 89\n"),
            "alice.md:3:1**: TR",
        ),
        # a sentence that names a record for them: its place
        ("records/updates/news.md", HEALTHY["updates/news.md"].replace("topics: sejour", "meetings: secret"), "news.md:4:11**: TR"),
    ],
    ids=["record", "part", "sentence"],
)
def test_faults_tell_nothing_that_is_for_a_narrower_circle(
    traite: Traite, here: Path, propose: Propose, name: str, text: str, told: str
) -> None:
    """The sentence of a fault quotes a record, and names others."""
    propose(**{name: text})
    said = comment(traite, here)
    assert told in said
    assert not any(word in said for word in ("secret", "dinner", "01 23 45"))


def test_the_document_is_told_as_it_is_read(traite: Traite, here: Path) -> None:
    """What is other in it, without the fences that say how its parts look."""
    (here / "templates/working-document.md.j2").write_text("::: {{ document.title }}\n\n{{ document.title }}\n\n:::\n", encoding="utf-8")
    edition = "---\ntitle: {}\ndate: 2015-01-22\naudience: public\n---\n"
    change(here, "records/editions/2015-01-22.md", edition.format("Old"))
    git(here, "checkout", "-q", "-b", "request")
    change(here, "records/editions/2015-01-22.md", edition.format("New"))
    git(here, "checkout", "-q", "main")
    told = traite("review", "request").out.partition("In the document")[2]
    assert "New" in told
    assert ":::" not in told


def test_an_error_in_the_document_is_told_where_it_would_be(traite: Traite, here: Path, propose: Propose) -> None:
    """There is a comment, and no document."""
    propose(**{"records/editions/2015-01-22.md": "---\ntitle: Document\ndate: 2015-01-22\naudience: members\nmeetings: nowhere\n---\n"})
    text = comment(traite, here)
    assert "The document: it cannot be made: an error is in its records." in text
    assert [path.name for path in (here / "out").iterdir()] == ["comment.md"]


def test_a_document_that_cannot_be_made_keeps_no_comment_back(
    traite: Traite, here: Path, propose: Propose, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error is told once the comment is written."""
    (here / "templates/working-document.md.j2").write_text("{{ nowhere }}\n", encoding="utf-8")
    commit(here)
    propose(**{"records/topics/neu.md": "---\ntitle: New\n---\n"})
    done = traite("review", "request", "--output", "out", "--to", "html")
    assert (done.code, "nowhere" in done.err) == (2, True)
    text = (here / "out" / "comment.md").read_text(encoding="utf-8")
    assert "New" in text
    assert "could not be made" in text


def test_the_comment_leads_to_the_document(traite: Traite, here: Path, propose: Propose) -> None:
    """To the address that the job knows."""
    propose(**{"records/topics/neu.md": "---\ntitle: New\n---\n"})
    assert "[The document as it would be](<https://forge.example/7#artifacts>)" in comment(
        traite, here, "--link", "https://forge.example/7#artifacts"
    )
    assert traite("review", "request", "--link", "javascript:alert(1)").code == 2


def test_a_comment_never_outgrows_a_forge(traite: Traite, here: Path, propose: Propose) -> None:
    """GitHub takes 65,536 signs; what is left out is counted, and every part has its place."""
    news = {f"records/updates/n{number}.md": f"---\ntitle: {'word ' * 60}\ndate: 16/03/2015\n---\n" for number in range(200)}
    others = {"/".join([f"{number}", *["d" * 200] * 12, "x"]): "x" for number in range(40)}
    propose(**news, **others, **{"records/updates/news.md": HEALTHY["updates/news.md"] + "\n" + "long " * 40_000 + "\n"})
    text = comment(traite, here)
    assert len(text) < 65_536
    assert "more lines: the command tells all" in text
    assert "### Faults" in text


def test_the_folder_is_none_of_the_collectives_own(traite: Traite, here: Path, propose: Propose) -> None:
    """Nothing is made among the records."""
    propose(**{"records/topics/neu.md": "---\ntitle: New\n---\n"})
    assert traite("review", "request", "--output", "records", "--to", "md").code == 1
    assert not (here / "records/comment.md").exists()


@pytest.mark.parametrize("form", sorted(reporters.names()))
def test_faults_on_the_screen_are_cut_to_the_circle_too(traite: Traite, propose: Propose, form: str) -> None:
    """In every form: a fault of a record that is withheld is counted, and of a sentence that names one its place is told."""
    secret = "---\ntitle: Rendez-vous\naudience: members\ndate: 2014-13-45\nparticipants: ['Secret Nom']\n---\n"
    person = "---\nname: Nadia Secretan\naudience: members\nother_names: Dédé\n---\n"
    news = HEALTHY["updates/news.md"].replace("title: News", "title: News\naudience: public").replace("2015-01-10", "2015-13-10")
    misplaced = "records/meting/rendez-vous.md"
    propose(
        **{
            "records/meetings/rendez-vous.md": secret,
            "records/people/nadia-secretan.md": person,
            "records/updates/open.md": news,
            "records/commitments/p.md": "---\ntitle: P\naudience: public\nby: nadia-secretann\nmade_on: 2015-01-01\n---\n",
            misplaced: secret,
        }
    )
    told = traite("review", "request", "--audience", "public", "--format", form)
    said = told.out + told.err
    assert told.code == 1
    assert "more faults are in records for a narrower circle" in told.err
    assert not any(word in said for word in ("Secret Nom", "2014-13-45", "rendez-vous", "Rendez-vous", "Nadia", "people/nadia", "Dédé"))
    assert all(word in told.out for word in ("records/updates/open.md", "2015-13-10", "records/commitments/p.md", "not for this circle"))
    whole = traite("review", "request", "--format", form)
    assert "2014-13-45" in whole.out
    assert "narrower circle" not in whole.err


def test_what_git_cannot_merge_is_named_to_those_who_may_know_of_it(traite: Traite, here: Path, propose: Propose) -> None:
    """To others it is counted, on the screen and in the comment."""
    text = HEALTHY["updates/secret.md"]
    propose(**{"records/updates/secret.md": text.replace("Saturday", "Sunday")})
    change(here, "records/updates/secret.md", text.replace("Saturday", "Friday"))
    assert "records/updates/secret.md" in traite("review", "request").err
    assert "in one file for a narrower circle" in traite("review", "request", "--audience", "members").err
    assert "updates/secret" not in comment(traite, here)
