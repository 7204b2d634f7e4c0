"""What a forge does with a pull request: its jobs run for real, on requests of people who mean no good."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jobs import CI, environment, read, runs, steps

from repositories import ROOT, MakeRepository, commit, git

GITHUB, ON_GITHUB = CI / "github" / "validate.yml", CI / "github" / "comment.yml"
FORGEJO, ON_FORGEJO = CI / "forgejo" / "validate.yml", CI / "forgejo" / "comment.yml"
GITLAB = CI / "gitlab" / ".gitlab-ci.yml"
ACTION = ROOT / "action.yml"
EVERY = [GITHUB, ON_GITHUB, FORGEJO, ON_FORGEJO, GITLAB, ACTION]

Job = Callable[..., list["subprocess.CompletedProcess[str]"]]

BASE = {
    "topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n",
    "updates/sejour.md": "---\ntitle: Des nouvelles\ndate: 2015-01-10\ntopics: sejour\n---\n\nLa préfecture a répondu.\n",
    "updates/secret.md": "---\ntitle: Réserve\ndate: 2015-01-10\ntopics: sejour\naudience: contributors\n---\n\nLe ministre dîne samedi soir chez Alice.\n",
    "editions/2015-01-22.md": "---\ntitle: Document\ndate: 2015-01-22\naudience: members\n---\n",
    "templates/working-document.md.j2": "# Le modèle de la maison\n\n{% for section in document.sections %}{{ section.title }}\n{% endfor %}\n",
}
FAULTY = (
    "---\ntitle: Plénière @equipe &commat;equipe ![](https://x.org/p) ``` <script>\ndate: 16/03/2015\nplace: ::error::x\n---\n\n/close\n"
)
TRAP = 'import pathlib; pathlib.Path("RAN").touch()\n'
TAMPERED = {
    "records/meetings/2015-03-16.md": FAULTY,
    "records/updates/sejour.md": BASE["updates/sejour.md"].replace("répondu", "refusé"),
    "traite.toml": 'name = "Étrangers"\naudience = "public"\n[[validate.ignore]]\ncodes = ["TR"]\nreason = "rien à voir"\n',
    "templates/working-document.md.j2": "# LE MODÈLE DE L’ÉTRANGER\n",
    ".gitattributes": "* filter=evil diff=evil merge=evil\n",
    "records/.gitattributes": "* filter=evil\n",
    ".gitmodules": '[submodule "x"]\n\tpath = records/x\n\turl = file:///etc\n',
    ".github/workflows/validate.yml": "on: pull_request_target\n",
    "sitecustomize.py": TRAP,
    "traite_cli/__init__.py": TRAP,
    "pip/__init__.py": TRAP,
    "request/comment.md": "LE COMMENTAIRE DE L’ÉTRANGER\n",
}
BRANCH = 'x";touch${IFS}RAN;$(touch${IFS}RAN)`touch${IFS}RAN`'


@pytest.fixture
def forge(tmp_path: Path, make_repository: MakeRepository) -> Path:
    """A forge's bare repository with a request, number 1, that tries everything; main went on since it began."""
    root = make_repository(BASE).root
    commit(root)
    git(root, "checkout", "-q", "-b", BRANCH)
    for name, text in TAMPERED.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "records" / "topics" / "lien.md").symlink_to("/etc/passwd")
    (root / "attachments").symlink_to("/etc")
    git(root, "add", "--all", ".")
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{git(root, 'rev-parse', 'HEAD')},records/x")
    git(root, "commit", "-q", "-m", "::error::x")
    git(root, "checkout", "-q", "--force", "main")
    git(root, "clean", "-ffdxq")
    (root / "records" / "topics" / "accueil.md").write_text("---\ntitle: L’accueil\n---\n", encoding="utf-8")
    commit(root)
    bare = tmp_path / "forge" / "collectif" / "fiches"
    git(root, "clone", "-q", "--bare", str(root), str(bare))
    for place in ("pull", "merge-requests"):
        git(bare, "update-ref", f"refs/{place}/1/head", f"refs/heads/{BRANCH}")
    git(bare, "update-ref", "-d", f"refs/heads/{BRANCH}")
    (tmp_path / ".gitconfig").write_text(f'[url "file://{tmp_path}/forge/"]\n\tinsteadOf = https://forge.example/\n', encoding="utf-8")
    return bare


@pytest.fixture
def job(tmp_path: Path, shell: Any, forge: Path) -> Job:
    """Run the steps of a job one after the other in an empty folder; ``known`` says what the forge's expressions are."""
    here = tmp_path / "work"
    here.mkdir(exist_ok=True)

    def run(workflow: Path, name: str = "", *, only: tuple[str, ...], **known: str) -> list[subprocess.CompletedProcess[str]]:
        head = git(forge, "rev-parse", "refs/pull/1/head")
        event = {
            "github.token": "hush",
            "github.base_ref || github.ref_name": "main",
            "github.event.pull_request.number && format('refs/pull/{0}/head', github.event.pull_request.number) || github.ref": "refs/pull/1/head",
            **dict.fromkeys(("github.event.pull_request.number", "needs.find.outputs.number"), "1"),
            **dict.fromkeys(("github.event.pull_request.base.ref", "needs.find.outputs.into"), "main"),
            **dict.fromkeys(("github.event.pull_request.head.sha", "github.event.workflow_run.head_sha"), head),
            "github.event.workflow_run.head_repository.owner.login": "stranger",
            "github.event.workflow_run.head_branch": BRANCH,
            "inputs.language": "fr",
            "inputs.audience": "members",
            "inputs.formats": "md",
            **known,
        }
        given = {
            "GITHUB_SERVER_URL": "https://forge.example",
            "GITHUB_API_URL": "https://forge.example/api/v1",
            "GITHUB_REPOSITORY": "collectif/fiches",
            "GITHUB_RUN_ID": "7",
            "GITHUB_RUN_NUMBER": "7",
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "TRAITE_LANG": "fr",
            "TRAITE_AS_OF": "2015-06-01",
            "FORGE": str(tmp_path / "answering"),
            "API": "https://forge.example/api/v1/",
        }
        chosen = [step for step in steps(workflow, name) if step["name"] in only]
        assert [step["name"] for step in chosen] == list(only)
        # Word and LibreOffice want pandoc, and say nothing more here.
        lines = [(step["run"].replace("md,html,docx", "md"), environment(step, event)) for step in chosen]
        return [shell(line, here, **(given | variables)) for line, variables in lines]

    return run


@pytest.fixture
def answering(tmp_path: Path, shell: Any) -> Callable[[str, object], None]:
    """Have ``gh`` and ``curl`` answer."""
    if shutil.which("jq") is None:
        pytest.skip("the jobs read what the forge answers with jq")
    for name in ("gh", "curl"):
        program = tmp_path / "bin" / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{Path(__file__).with_name("fakes.py")}" "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    folder = tmp_path / "answering" / "answers"
    folder.mkdir(parents=True)

    def answer(asked: str, content: object) -> None:
        (folder / f"{asked.replace('/', '_')}.json").write_text(json.dumps(content), encoding="utf-8")

    return answer


def asked(tmp_path: Path) -> list[list[Any]]:
    """What the forge was asked: method, address, fields, and whether with the token."""
    file = tmp_path / "answering" / "asked.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def made(tmp_path: Path, name: str = "comment.md") -> str:
    """A file that the job made."""
    return (tmp_path / "work" / "request" / name).read_text(encoding="utf-8").replace("\u00a0", " ").replace("\u202f", " ")


def only_the_base_is_there(tmp_path: Path) -> bool:
    """Whether nothing of the request was put on the disk or run."""
    work = tmp_path / "work"
    files = [path for path in work.rglob("*") if ".git" not in path.relative_to(work).parts and path.is_file()]
    placed = [path.relative_to(work).as_posix() for path in files if not path.is_relative_to(work / "request")]
    assert not list(tmp_path.rglob("RAN"))
    return "records/meetings/2015-03-16.md" not in placed and not any(
        name in placed for name in TAMPERED if name.startswith((".", "s", "p"))
    )


CHECKS = pytest.mark.parametrize(
    ("workflow", "name"), [(GITHUB, "validate"), (FORGEJO, "validate"), (ACTION, "")], ids=["github", "forgejo", "action"]
)
REVIEWS = pytest.mark.parametrize(
    ("workflow", "name"),
    [(GITHUB, "validate"), (ON_GITHUB, "review"), (FORGEJO, "validate"), (ON_FORGEJO, "comment"), (ACTION, "")],
    ids=["github", "github-comment", "forgejo", "forgejo-comment", "action"],
)


@CHECKS
def test_a_faulty_request_fails_the_job(job: Job, workflow: Path, name: str) -> None:
    """The fault is told where the forge looks for it, though the request's own configuration sets every fault aside."""
    fetched, reviewed = job(workflow, name, only=("fetch", "review"))
    assert (fetched.returncode, reviewed.returncode) == (0, 1), fetched.stderr + reviewed.stderr
    assert "TR214" in reviewed.stdout
    commands = [line for line in (reviewed.stdout + reviewed.stderr).splitlines() if line.lstrip().startswith("::") or "##[" in line]
    assert [line for line in commands if not re.match(r"::(error|warning) file=(records|attachments)", line)] == []


@CHECKS
def test_the_commit_of_the_event_is_what_is_checked(job: Job, forge: Path, workflow: Path, name: str) -> None:
    """A tick stands beside one commit: what was pushed behind it meanwhile makes it neither green nor red."""
    head = git(forge, "rev-parse", "refs/pull/1/head")
    git(forge, "update-ref", "refs/pull/1/head", git(forge, "commit-tree", "main^{tree}", "-p", head, "-m", "x"))
    *_, done = job(workflow, name, only=("fetch", "review"), **{"github.event.pull_request.head.sha": head})
    assert (done.returncode, "TR214" in done.stdout) == (1, True)


@REVIEWS
def test_nothing_of_the_request_is_run_or_put_on_the_disk(job: Job, tmp_path: Path, workflow: Path, name: str) -> None:
    """On the disk is the branch that it goes into, with its own templates; of the request there is what was made from its records."""
    job(workflow, name, only=("fetch", "review"))
    assert only_the_base_is_there(tmp_path)
    assert "Le modèle de la maison" in made(tmp_path, "2015-01-22-members.md")
    assert "ÉTRANGER" not in "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "work" / "request").iterdir())


@pytest.fixture
def reviewed(job: Job, tmp_path: Path) -> Path:
    """The folder in which the trusted job of GitHub has read the request."""
    job(ON_GITHUB, "review", only=("fetch", "review"))
    return tmp_path


def test_the_comment_says_what_the_request_brings(reviewed: Path) -> None:
    """First what more people may read; then what changed, what is faulty, and which files count later. main's own news is no change."""
    text = made(reviewed)
    told = [
        "<!-- traite -->",
        "> [!WARNING]",
        "### Réunions",
        "<del>répondu",
        "### Fautes",
        "TR214",
        "`records/.gitattributes`",
        "`traite.toml`",
    ]
    places = [text.find(one) for one in told]
    assert -1 not in places, text
    assert places == sorted(places)
    assert "accueil" not in text


def test_the_comment_calls_nobody_and_brings_nothing_in(reviewed: Path) -> None:
    """No name is called, no picture shown, no tag opened but our own, no command of GitLab's stands at the head of a line."""
    text = made(reviewed)
    assert "Plénière" in text
    assert "@equipe" not in text
    assert "&commat;" not in text.replace("&amp;", "")
    assert "](https://x.org" not in text
    assert "<script" not in text
    assert not [line for line in text.splitlines() if line.lstrip("> -").startswith("/")]


def test_the_comment_is_for_the_members(reviewed: Path) -> None:
    """What is for the contributors shows in none of the files that are made."""
    assert "samedi" not in "".join(path.read_text(encoding="utf-8") for path in (reviewed / "work" / "request").iterdir())


@CHECKS
def test_the_page_of_the_job_shows_it_too(job: Job, tmp_path: Path, workflow: Path, name: str) -> None:
    """Where no comment can be written, the summary serves; on forges without one, the log."""
    *_, summary = job(workflow, name, only=("fetch", "review", "summary"))
    assert summary.returncode == 0
    page = tmp_path / "summary.md"
    assert "## Ce que change cette demande" in (page.read_text(encoding="utf-8") if workflow != FORGEJO else summary.stdout)


@CHECKS
def test_a_push_is_checked_whole(job: Job, workflow: Path, name: str) -> None:
    """What was merged is checked on its branch, every record."""
    done = job(
        workflow,
        name,
        only=("fetch", "validate"),
        **{
            "github.event.pull_request.number && format('refs/pull/{0}/head', github.event.pull_request.number) || github.ref": "refs/heads/main"
        },
    )
    assert [one.returncode for one in done] == [0, 0], done
    assert "5 fiches vérifiées" in done[-1].stderr.replace("\u00a0", " ")


# --- the comment -----------------------------------------------------------------------------------------------------------


def _pull(forge: Path) -> dict[str, Any]:
    return {"number": 1, "head": {"sha": git(forge, "rev-parse", "refs/pull/1/head")}, "base": {"ref": "main"}}


def test_the_request_is_found_by_its_commit(job: Job, answering: Any, forge: Path, tmp_path: Path) -> None:
    """By the forge's own list, whatever its branch is called; one that went on is another's."""
    answering("GET repos/collectif/fiches/pulls", [{**_pull(forge), "number": 9, "head": {"sha": "0" * 40}}, _pull(forge)])
    (found,) = job(ON_GITHUB, "find", only=("find",))
    assert found.returncode == 0, found.stderr
    assert (tmp_path / "output").read_text(encoding="utf-8") == "number=1\ninto=main\n"
    assert asked(tmp_path) == [["GET", "repos/collectif/fiches/pulls", ["state=open", f"head=stranger:{BRANCH}"], True]]
    assert not list(tmp_path.rglob("RAN"))


@pytest.mark.parametrize("pulls", [[], [{"number": 9, "head": {"sha": "0" * 40}, "base": {"ref": "main"}}]], ids=["closed", "went-on"])
def test_no_request_is_found_that_is_closed_or_went_on(job: Job, answering: Any, tmp_path: Path, pulls: object) -> None:
    """Then the other jobs, which want a number, do not begin."""
    answering("GET repos/collectif/fiches/pulls", pulls)
    (found,) = job(ON_GITHUB, "find", only=("find",))
    assert (found.returncode, (tmp_path / "output").read_text(encoding="utf-8")) == (0, "")


@pytest.fixture
def commenting(job: Job, answering: Any, forge: Path, tmp_path: Path) -> Callable[..., list[list[Any]]]:
    """What a forge is asked to write, with the comments that it has already."""

    def run(workflow: Path, *before: dict[str, Any], head: str = "") -> list[list[Any]]:
        pull = _pull(forge) | ({"head": {"sha": head}} if head else {})
        answering("GET repos/collectif/fiches/pulls/1", pull)
        answering("GET repos/collectif/fiches/issues/1/comments", list(before))
        if workflow == ON_GITHUB:
            (tmp_path / "work" / "comment.md").write_text("<!-- traite -->\n@fichier\n", encoding="utf-8")
        else:
            (tmp_path / "work" / "request").mkdir()
            (tmp_path / "work" / "request" / "comment.md").write_text("<!-- traite -->\n@fichier\n", encoding="utf-8")
        (done,) = job(workflow, "comment", only=("comment",))
        assert done.returncode == 0, done.stderr
        return [one for one in asked(tmp_path) if one[0] != "GET"]

    return run


WRITES = pytest.mark.parametrize(
    ("workflow", "us"), [(ON_GITHUB, {"login": "github-actions[bot]"}), (ON_FORGEJO, {"id": -2})], ids=["github", "forgejo"]
)


@WRITES
def test_the_first_comment_is_written(commenting: Any, workflow: Path, us: dict[str, Any]) -> None:
    """As it stands in the file, with the token."""
    ((method, address, (body,), token),) = commenting(workflow)
    assert (method, address, token) == ("POST", "repos/collectif/fiches/issues/1/comments", True)
    assert "<!-- traite -->" in body


@WRITES
def test_the_next_one_takes_its_place(commenting: Any, workflow: Path, us: dict[str, Any]) -> None:
    """The one that we wrote is changed; a stranger's that begins as ours does is left alone."""
    stranger = {"id": 3, "user": {"login": "stranger", "id": 5}, "body": "<!-- traite -->"}
    ours = {"id": 4, "user": us, "body": "<!-- traite -->\nancien"}
    ((method, address, *_),) = commenting(workflow, stranger, {**ours, "id": 2, "body": "autre"}, ours)
    assert (method, address) == ("PATCH", "repos/collectif/fiches/issues/comments/4")


MANY = [{"id": 100 + number, "user": {"login": "stranger", "id": 5}, "body": "Un avis"} for number in range(230)]


@WRITES
def test_behind_hundreds_of_other_comments_ours_is_found(commenting: Any, workflow: Path, us: dict[str, Any]) -> None:
    """A forge gives long lists page by page: a long talk brings no second comment of ours."""
    ((method, address, *_),) = commenting(workflow, *MANY, {"id": 4, "user": us, "body": "<!-- traite -->"}, *MANY)
    assert (method, address) == ("PATCH", "repos/collectif/fiches/issues/comments/4")


@WRITES
def test_two_of_ours_are_one_too_many_for_no_job(commenting: Any, workflow: Path, us: dict[str, Any]) -> None:
    """Whatever brought a second one about, the first is kept up."""
    first, second = ({"id": number, "user": us, "body": "<!-- traite -->"} for number in (4, 6))
    ((method, address, *_),) = commenting(workflow, first, *MANY, second)
    assert (method, address) == ("PATCH", "repos/collectif/fiches/issues/comments/4")


def test_a_forge_that_gives_all_comments_at_once_is_asked_twice_at_most(commenting: Any, tmp_path: Path) -> None:
    """Forgejo and Gitea do not cut this list yet, and take no notice of the page that is asked for."""
    (tmp_path / "answering" / "answers" / "at-once").touch()
    ((method, *_),) = commenting(ON_FORGEJO, *MANY)
    pages = [one for one in asked(tmp_path) if one[0] == "GET" and "comments" in one[1]]
    assert (method, len(pages)) == ("POST", 2)


@WRITES
def test_a_request_that_went_on_meanwhile_is_left_to_the_next_job(commenting: Any, workflow: Path, us: dict[str, Any]) -> None:
    """What was read is not what the page would show it for."""
    assert commenting(workflow, head="0" * 40) == []


# --- GitLab ------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def gitlab(tmp_path: Path, shell: Any, forge: Path) -> Callable[[str], list[subprocess.CompletedProcess[str]]]:
    """Run a job of GitLab's in a clone that holds the request, with nothing of it on the disk."""
    here = tmp_path / "work"
    git(tmp_path, "clone", "-q", str(forge), str(here))
    git(here, "fetch", "-q", "origin", "refs/merge-requests/1/head:refs/request")

    def run(name: str) -> list[subprocess.CompletedProcess[str]]:
        given = {
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(here, "merge-base", "main", "refs/request"),
            "CI_COMMIT_SHA": git(here, "rev-parse", "refs/request"),
            "CI_API_V4_URL": "https://forge.example/api/v1",
            "CI_PROJECT_ID": "5",
            "CI_DEFAULT_BRANCH": "main",
            "TRAITE_TOKEN": "hush",
            "TRAITE_LANG": "fr",
            "TRAITE_AS_OF": "2015-06-01",
            "FORGE": str(tmp_path / "answering"),
            "API": "https://forge.example/api/v1/",
        }
        lines = [line.replace("md,html,docx", "md") for line in read(GITLAB)[name]["script"] if not line.startswith("apt-get")]
        return [shell(line, here, **given) for line in lines]

    return run


def test_gitlab_reads_a_request_without_putting_it_on_the_disk(gitlab: Any, tmp_path: Path) -> None:
    """The runner is told not to check it out; the report has every fault, and the last line decides."""
    assert read(GITLAB)["traite-review"]["variables"]["GIT_CHECKOUT"] == "false"
    *before, last = gitlab("traite-review")
    assert ([done.returncode for done in before], last.returncode) == ([0, 0], 1)
    assert "TR214" in last.stdout
    assert "TR214" in {
        one["check_name"] for one in json.loads((tmp_path / "work" / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    }
    assert "### Fautes" in made(tmp_path)
    assert only_the_base_is_there(tmp_path)


@pytest.mark.parametrize(("body", "method"), [(None, "POST"), ("<!-- traite -->\nancien", "PUT"), ("same", "")])
def test_gitlab_keeps_one_comment_up(gitlab: Any, answering: Any, tmp_path: Path, forge: Path, body: str | None, method: str) -> None:
    """Written once, changed when it says something else, and left alone when it does not."""
    answering("GET user", {"id": 8})
    answering("GET projects/5/merge_requests", [{"iid": 1, "sha": git(forge, "rev-parse", "refs/pull/1/head")}])
    stranger = {"id": 3, "author": {"id": 1}, "body": "<!-- traite -->"}
    answering("GET projects/5/merge_requests/1/notes", [stranger])
    gitlab("traite-comment")
    written = asked(tmp_path)[-1]
    if body is not None:
        said = written[2][0].partition("@")[2].strip() if body == "same" else body
        answering("GET projects/5/merge_requests/1/notes", [stranger, {"id": 4, "author": {"id": 8}, "body": said}])
        gitlab("traite-comment")
    last = asked(tmp_path)[-1]
    assert last[0] == (method or "GET")
    assert last[1].partition("?")[0] == "projects/5/merge_requests/1/notes" + "/4" * (method == "PUT")
    assert all(token for *_, token in asked(tmp_path))
    assert "TR214" in written[2][0]


def test_gitlab_finds_its_comment_behind_hundreds_of_others(gitlab: Any, answering: Any, tmp_path: Path, forge: Path) -> None:
    """Lists come a hundred at a time: of requests, and of what is said about one."""
    sha = git(forge, "rev-parse", "refs/pull/1/head")
    answering("GET user", {"id": 8})
    answering("GET projects/5/merge_requests", [*({"iid": 1000 + number, "sha": sha} for number in range(100)), {"iid": 1, "sha": sha}])
    notes = [{"id": 100 + number, "author": {"id": 1}, "body": "Un avis"} for number in range(200)]
    answering("GET projects/5/merge_requests/1/notes", [*notes, {"id": 4, "author": {"id": 8}, "body": "<!-- traite -->\nancien"}])
    (done,) = gitlab("traite-comment")
    assert done.returncode == 0, done.stderr
    assert [one[:2] for one in asked(tmp_path) if one[0] != "GET"] == [["PUT", "projects/5/merge_requests/1/notes/4"]]


# --- what stands in the files --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("workflow", EVERY, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_words_of_a_request_stand_in_a_command(workflow: Path) -> None:
    """Whatever an event says reaches the shell as a variable, which the shell takes for no program."""
    assert runs(workflow)
    assert not [line for line in runs(workflow) if "${{" in line]


@pytest.mark.parametrize("workflow", [GITHUB, FORGEJO, ACTION], ids=["github", "forgejo", "action"])
def test_the_same_lines_fetch_everywhere(workflow: Path) -> None:
    """What was tried in one file is what the others do."""

    def fetching(one: Path, name: str) -> list[str]:
        (found,) = [step["run"].splitlines() for step in steps(one, name) if step["name"] == "fetch"]
        return [line for line in found if "safe.directory" not in line]

    name = "" if workflow == ACTION else "validate"
    assert fetching(workflow, name) == fetching(ON_GITHUB, "review") == fetching(ON_FORGEJO, "comment")


def test_only_the_job_that_reads_nothing_may_write() -> None:
    """On GitHub each job has the rights that it needs; the one that may write has neither git nor traite in it."""
    found = read(ON_GITHUB)
    assert found["permissions"] == {}
    rights = {name: job["permissions"] for name, job in found["jobs"].items()}
    assert rights == {"find": {"pull-requests": "read"}, "review": {"contents": "read"}, "comment": {"pull-requests": "write"}}
    assert not re.search(r"\b(git|traite) [a-z]", "".join(step["run"] for step in steps(ON_GITHUB, "comment")))
    assert set(found["on"]) == {"workflow_run"}
    assert found["on"]["workflow_run"]["workflows"] == [read(GITHUB)["name"]]


def test_the_token_is_where_the_forge_is_asked() -> None:
    """On Forgejo one job does it all: the token is in the steps that fetch and write, and emptied in the one that reads."""
    tokens = {step["name"]: [str(value) for name, value in step["env"].items() if "TOKEN" in name] for step in steps(ON_FORGEJO, "comment")}
    assert tokens == {"fetch": ["${{ github.token }}"], "review": ["", "", ""], "comment": ["${{ github.token }}"]}
