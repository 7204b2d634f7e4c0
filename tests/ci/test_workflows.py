"""The jobs that a collective copies: of the form that each forge wants, without secrets, and finding what is faulty."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jobs import CI, read, runs
from ruamel.yaml import YAML

from repositories import ROOT
from traite_cli.language import Language
from traite_cli.writing.starting.forges import PLACES, in_language

GITHUB, GITLAB, FORGEJO = CI / "github" / "validate.yml", CI / "gitlab" / ".gitlab-ci.yml", CI / "forgejo" / "validate.yml"
ON_GITHUB, ON_FORGEJO = CI / "github" / "comment.yml", CI / "forgejo" / "comment.yml"
ACTION = ROOT / "action.yml"
EACH = pytest.mark.parametrize("workflow", [GITHUB, GITLAB, FORGEJO], ids=["github", "gitlab", "forgejo"])
EVERY = [GITHUB, ON_GITHUB, GITLAB, FORGEJO, ON_FORGEJO]
FROM = re.compile(r"traite\[office\] @ git\+https://\S+\.git@v(\d+\.\d+\.\d+)")


def variables(workflow: Path) -> dict[str, str]:
    """What stands at the head to be adapted."""
    found = read(workflow)
    return dict(found["variables"] if workflow == GITLAB else found["env"])


@pytest.mark.parametrize(
    ("workflow", "schema"),
    [
        *((one, "github-workflows") for one in (GITHUB, ON_GITHUB, FORGEJO, ON_FORGEJO)),
        (GITLAB, "gitlab-ci"),
        (ACTION, "github-actions"),
    ],
    ids=["github", "github-comment", "forgejo", "forgejo-comment", "gitlab", "action"],
)
def test_a_forge_can_read_its_file(workflow: Path, schema: str) -> None:
    """It is of the form that the schema of the forge wants."""
    program = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(workflow)]
    done = subprocess.run(program, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", EVERY, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_traite_is_named_once_with_its_version(workflow: Path) -> None:
    """One line says where traite comes from; it is the version that this repository holds, and pip is given that line."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    named = FROM.fullmatch(variables(workflow)["TRAITE"])
    assert named is not None
    assert named[1] == version
    assert len(FROM.findall(workflow.read_text(encoding="utf-8"))) == 1
    assert sum(line.endswith('install --quiet --disable-pip-version-check "$TRAITE"') for line in runs(workflow)) == 1


@EACH
def test_nothing_secret_is_within_reach(workflow: Path) -> None:
    """Whoever proposes a change runs these jobs: no secret is named, no action of a stranger is used, nothing can be written.

    The token that there is may read, and is known to the one step that fetches; GitLab's scheduled job is none of these.
    """
    text = "".join(line for line in workflow.read_text(encoding="utf-8").splitlines(keepends=True) if not line.lstrip().startswith("#"))
    text = text.partition("traite-comment:")[0]
    assert not re.search(r"secrets|pull_request_target|workflow_run|\bwrite\b|TRAITE_TOKEN", text)
    assert text.count("github.token") == (workflow != GITLAB)
    assert all(action.startswith("actions/") for action in re.findall(r"uses: (\S+)", text))


def test_an_action_of_github_is_one_commit_everywhere() -> None:
    """A tag may be moved to another program, a commit may not; its version stands beside it. Forgejo has mirrors of its own."""
    files = [ROOT / "action.yml", *sorted((ROOT / "ci" / "github").iterdir())]
    used = {action for path in files for action in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))}
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in used)
    assert len({action.partition("@")[0] for action in used}) == len(used) == 3


@pytest.mark.parametrize("workflow", EVERY, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_each_remark_stands_in_both_languages(workflow: Path) -> None:
    """A line in French, then the same in English, so that a file can be had in one of them."""
    for remark in re.findall(r"(?:^ *#.*\n)+", workflow.read_text(encoding="utf-8"), re.MULTILINE):
        assert len([line for line in remark.splitlines() if line.strip() != "#"]) % 2 == 0, remark


def test_github_may_only_read() -> None:
    """The job's right is reading; the pull request of a stranger runs it as such."""
    found = read(GITHUB)
    assert found["permissions"] == {"contents": "read"}
    assert {"pull_request", "push"} == set(found["on"])


def _validate(workflow: Path, shell: Any, folder: Path) -> list[subprocess.CompletedProcess[str]]:
    """The lines of the job that check, each run as the forge runs it."""
    settings = {name: value for name, value in variables(workflow).items() if name != "TRAITE"}
    return [shell(line, folder, **settings) for line in runs(workflow) if line.startswith("traite validate")]


@EACH
def test_a_faulty_record_fails_the_job_and_a_healthy_one_does_not(workflow: Path, shell: Any, collective: Path) -> None:
    """The last line decides; those before it never stop the job."""
    *before, last = _validate(workflow, shell, collective)
    assert ([done.returncode for done in before], last.returncode) == ([0] * len(before), 1)
    (collective / "records" / "meetings" / "2015-03-16.md").unlink()
    assert [done.returncode for done in _validate(workflow, shell, collective)] == [0] * (len(before) + 1)


@EACH
def test_a_configuration_that_cannot_be_read_fails_the_job(workflow: Path, shell: Any, collective: Path) -> None:
    """A job that could check nothing has not passed."""
    (collective / "traite.toml").write_text("", encoding="utf-8")
    assert _validate(workflow, shell, collective)[-1].returncode == 2


def test_github_shows_the_fault_beside_its_line(shell: Any, collective: Path) -> None:
    """One command for the one fault, and nothing else that the runner would take for one."""
    (done,) = _validate(GITHUB, shell, collective)
    assert [line.partition("::«")[0] for line in done.stdout.splitlines()] == [
        "::error file=records/meetings/2015-03-16.md,line=3,endLine=3,col=7,endColumn=17,title=TR214"
    ]
    assert done.stderr == "2 fiches vérifiées\u00a0: 1 erreur\n"


def test_gitlab_is_given_its_report(shell: Any, collective: Path) -> None:
    """The file that the job says is its report is there, with the fault; the log tells it too."""
    _, log = _validate(GITLAB, shell, collective)
    report = read(GITLAB)["traite"]["artifacts"]["reports"]["codequality"]
    (one,) = json.loads((collective / report).read_text(encoding="utf-8"))
    assert (one["check_name"], one["location"]) == ("TR214", {"path": "records/meetings/2015-03-16.md", "lines": {"begin": 3}})
    assert "records/meetings/2015-03-16.md:3:7: TR214 erreur" in log.stdout


def test_forgejo_has_the_fault_in_its_log(shell: Any, collective: Path) -> None:
    """With what to do about it."""
    (done,) = _validate(FORGEJO, shell, collective)
    assert "records/meetings/2015-03-16.md:3:7: TR214 erreur" in done.stdout
    assert "écrire 2015-03-16" in done.stdout


def test_the_files_come_with_the_package() -> None:
    """Whoever has installed traite has them, as they stand here."""
    built = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert built["force-include"]["ci"] == "traite_cli/ci"


def test_the_first_page_of_the_folder_leads_to_each_file() -> None:
    """Whoever opens the folder finds the file of their forge, and the page of the guide; no file is left out."""
    links = re.findall(r"\]\(([^)]+)\)", (CI / "README.md").read_text(encoding="utf-8"))
    assert [link for link in links if not (CI / link).exists()] == []
    files = {path.relative_to(CI).as_posix() for path in CI.rglob("*") if path.is_file()}
    assert files == {link for link in links if not link.startswith("..")} | {"README.md"}


@pytest.mark.parametrize("page", ["fr/sur-la-forge.md", "en/on-the-forge.md"])
def test_the_guide_shows_the_line_to_adapt(page: str) -> None:
    """As it stands in the files."""
    shown = FROM.findall((ROOT / "docs" / "guide" / page).read_text(encoding="utf-8"))
    assert shown == FROM.findall(GITHUB.read_text(encoding="utf-8"))


def test_a_new_repository_has_them_all() -> None:
    """`traite init` puts each file where its forge looks for it."""
    files = {path.relative_to(CI).as_posix() for path in CI.rglob("*") if path.is_file()}
    assert set(PLACES) == files - {"README.md"}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("workflow", EVERY, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_jobs_are_the_same_in_one_language(workflow: Path, language: Language) -> None:
    """Only remarks are taken away, those of the other language."""
    text = in_language(workflow.read_text(encoding="utf-8"), language)
    found, whole = YAML(typ="safe").load(text), read(workflow)
    for one in (found, whole):
        (one["variables"] if "variables" in one else one["env"]).pop("TRAITE_LANG")
    assert found == whole
    assert not re.search(r"^ *#.*\b(?:the|of)\b" if language == "fr" else r"^ *#.*\b(?:le|la|de)\b", text, re.MULTILINE)
