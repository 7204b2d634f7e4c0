"""The first files of a collective: they hold together whatever it is called, in its language, and say what they promise."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from repositories import ROOT
from traite_cli import __version__
from traite_cli.checks.running import faults_of as found_in
from traite_cli.diagnostics import Fault
from traite_cli.files.memory import Memory
from traite_cli.kinds import KINDS, read_record
from traite_cli.repository import Configuration, load, read_configuration, record_called
from traite_cli.repository import configuration as settings
from traite_cli.writing.starting import Collective, found, made_for, origin_of, with_pristine
from traite_cli.writing.starting.forges import PLACES, in_language
from traite_cli.writing.starting.looks import REMARKS
from traite_cli.writing.starting.snippets import PLACE as SNIPPETS

LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])
PLAIN = "Les Voisins du Port"
HOSTILE = [
    'Collectif « d’à côté » "entre guillemets"',
    '"""',
    "'''",
    "\\",
    "\\\\n \\u0041 \\",
    "::: fin :::",
    "--- # pas un commentaire",
    "<script>alert(1)</script> & *gras* `code` [lien](x)",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "$name ${organisation} $$ %s {0}",
    "@everyone !tag &ancre *alias",
    "null",
    "NO: 08",
    "🎉👩‍👩‍👧",
    "Коллектив против торговли людьми",
    "exemple-mairie",
    "example town hall",
    "a" * 200,
    "l’Œuvre & C¹º",
]
FRENCH = re.compile(r"\b(?:les|des|une|dans|fiches|pour|qui|sont)\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(?:the|of|and|which|with|that)\b", re.IGNORECASE)
DAYS = [(2024, 5, 1), (2026, 11, 30), (2060, 1, 1)]


def files_of(name: str = PLAIN, language: str = "fr", **more: object) -> dict[str, bytes]:
    """What is made for a collective."""
    return made_for(Collective(name, language=language, **more), origin_of(None, __version__), __version__)


def faults_of(files: dict[str, bytes], day: tuple[int, int, int]) -> list[Fault]:
    """What ``validate`` tells of a repository on a day."""
    source = Memory(files)
    return list(found_in(load(source, read_configuration(source)), date(*day)))


@pytest.mark.parametrize("day", DAYS, ids=str)
@LANGUAGES
def test_nothing_is_wrong_with_what_is_made(language: str, day: tuple[int, int, int]) -> None:
    """Neither a fault nor a warning, today as in many years: the examples nag nobody."""
    assert faults_of(files_of(language=language), day) == []


@pytest.mark.parametrize("name", HOSTILE)
@LANGUAGES
def test_any_name_is_kept_as_it_is(language: str, name: str) -> None:
    """In the configuration and in the collective's own record, whatever characters it has; and still nothing is wrong."""
    files = files_of(name, language, letterhead=(name, "3 quai"))
    source = Memory(files)
    configuration = read_configuration(source)
    assert (configuration.name, configuration.letterhead) == (name, (name, "3 quai"))
    repository = load(source, configuration)
    assert record_called(repository, f"organisations/{configuration.organisation}").label == name
    assert faults_of(files, DAYS[1]) == []


@LANGUAGES
def test_the_name_is_no_markup_on_the_members_page(language: str) -> None:
    """The page shows the characters that were typed."""
    from markdown_it import MarkdownIt

    for name in HOSTILE:
        first = files_of(name, language)["README.md"].decode().splitlines()[0]
        (_, inline, _) = MarkdownIt("commonmark").parse(first)
        assert "".join(one.content for one in inline.children or ()) == name


@LANGUAGES
def test_there_is_one_example_of_each_kind(language: str) -> None:
    """And the collective's own record besides."""
    word = {"fr": "exemple", "en": "example"}[language]
    records = [path for path in files_of(language=language) if path.startswith("records/")]
    examples = [path for path in records if word in path]
    assert sorted(path.split("/")[1] for path in examples) == sorted(KINDS)
    assert set(records) - set(examples) == {"records/organisations/les-voisins-du-port.md"}


@LANGUAGES
def test_every_setting_is_explained_and_can_be_used(language: str) -> None:
    """Each key stands there with a remark above it; with the signs of remarks taken away, all of them are read."""
    text = files_of(language=language)["traite.toml"].decode()
    keys = {*settings._TOP, *settings._RENDER, *settings._IGNORE} - {"validate"}
    lines = text.splitlines()
    for key in keys:
        (at,) = (number for number, line in enumerate(lines) if re.match(rf"(?:# )?(?:{key} = |\[{key}\])", line))
        assert re.search(r"^# .*\w", "\n".join(lines[max(at - 3, 0) : at]), re.MULTILINE), key
    used = re.sub(r"^# (?=\w+ = |\[\[)", "", text, flags=re.MULTILINE)
    configuration = read_configuration(Memory({"traite.toml": used.encode()}))
    assert configuration.render.formats == ("docx", "pdf")
    assert configuration.render.gaps
    assert configuration.ignored[0].codes == ("TR633",)


@LANGUAGES
def test_without_its_remarks_the_configuration_is_the_usual_one(language: str) -> None:
    """Nobody gets a setting that they did not ask for."""
    read = read_configuration(Memory(files_of(language=language)))
    assert read == Configuration(PLAIN, "les-voisins-du-port", language)


@LANGUAGES
def test_all_of_it_is_in_one_language(language: str) -> None:
    """No sentence for people is in the other one; the words of documents are there in both, since either may be asked for."""
    other = {"fr": ENGLISH, "en": FRENCH}[language]
    strange = []
    for path, data in files_of("Zz", language).items():
        if path.endswith((".docx", ".odt")) or "/words." in path:
            continue
        text = data.decode()
        told = re.findall(r"(?:^|\s)(?:#|//) (.*)|\{# (.*?) #\}|/\* (.*?) \*/", text) if not path.endswith(".md") else [(text,)]
        strange += [(path, part) for parts in told for part in parts if other.search(part)]
    assert strange == []


def test_every_remark_of_the_templates_has_its_french() -> None:
    """A remark that somebody adds to a template is added to those that are said in French."""
    for path in (ROOT / "templates").rglob("*"):
        if path.suffix in {".j2", ".css", ".typ"} and not path.name.startswith("words."):
            text = path.read_text(encoding="utf-8")
            for parts in re.findall(r"\{# (.*?) #\}|/\* (.*?) \*/|^// (.+)$", text, re.MULTILINE):
                assert "".join(parts) in REMARKS


@LANGUAGES
def test_forges_are_asked_to_check_in_the_language(language: str) -> None:
    """Their files are those of ``ci/`` but for the remarks in the other language, and YAML reads them as the same jobs."""
    files = files_of(language=language)
    for name, place in PLACES.items():
        given, made = (YAML(typ="safe").load(text) for text in ((ROOT / "ci" / name).read_text(encoding="utf-8"), files[place].decode()))
        assert json.dumps(made) == json.dumps(given).replace('"TRAITE_LANG": "fr"', f'"TRAITE_LANG": "{language}"')


def test_remarks_in_turn_are_told_apart() -> None:
    """French and English stand line by line; a bare sign belongs to both."""
    text = "# un\n# one\n#\n# deux\n# two\nkey: 1 # reste\n  # trois\n  # three\n"
    assert in_language(text, "fr") == "# un\n#\n# deux\nkey: 1 # reste\n  # trois\n"
    assert in_language(text, "en") == "# one\n#\n# two\nkey: 1 # reste\n  # three\n"


@pytest.mark.parametrize(
    ("direct_url", "address", "revision"),
    [
        ({"url": "https://forge.org/a/traite.git", "vcs_info": {"vcs": "git", "requested_revision": "v0.1.0", "commit_id": "a" * 40}}, "https://forge.org/a/traite.git", "v0.1.0"),
        ({"url": "https://forge.org/a/traite.git", "vcs_info": {"vcs": "git", "requested_revision": "main", "commit_id": "a" * 40}}, "https://forge.org/a/traite.git", "a" * 40),
        ({"url": "https://me:secret@forge.org/a/traite.git", "vcs_info": {"commit_id": "a" * 40}}, "https://example.org/traite.git", "v0.1.0"),
        ({"url": "file:///home/me/traite", "dir_info": {"editable": True}}, "https://example.org/traite.git", "v0.1.0"),
        ({"url": 'https://x.org/"\n  evil: 1', "vcs_info": {"commit_id": "a" * 40}}, "https://example.org/traite.git", "v0.1.0"),
        ([], "https://example.org/traite.git", "v0.1.0"),
        (None, "https://example.org/traite.git", "v0.1.0"),
    ],
)  # fmt: skip
def test_a_forge_installs_the_traite_that_made_the_repository(direct_url: object, address: str, revision: str) -> None:
    """What pip wrote down is put into every file that names traite; an address with a password, or one of this machine, is not."""
    made = made_for(Collective(PLAIN), origin_of(None if direct_url is None else json.dumps(direct_url), "0.1.0"), __version__)
    for place in PLACES.values():
        text = made[place].decode()
        named = re.findall(r"git\+(\S+)@(\S+?)\"", text) or re.findall(r"repo: (\S+)\n +rev: (\S+)", text)
        assert named == [(address, revision)]
    linked = f"[traite]({address})" in made["README.md"].decode()
    assert linked == (address != "https://example.org/traite.git")


@LANGUAGES
def test_each_snippet_makes_a_record(language: str) -> None:
    """One a kind: filled in with each field's own example, or left empty where that may be, the record has no fault in its fields."""
    found = json.loads(files_of(language=language)[SNIPPETS])
    assert len(found) == len(KINDS)
    for (kind, record), snippet in zip(KINDS.items(), found.values(), strict=True):
        assert snippet["prefix"].startswith("traite-")
        lines = [_filled(record, line) for line in snippet["body"]]
        made = read_record(kind, "x", f"records/{kind}/x.md", "\n".join(lines).encode())
        assert [fault.check for fault in made.document.faults] == []
        assert {*record.REQUIRED} <= {*made.values}


def _filled(record: type, line: str) -> str:
    key, colon, rest = line.partition(": ")
    if not colon:
        return line.replace("$0", "")
    chosen = re.fullmatch(r"\[?\$\{\d+\|(.*?),.*\|\}\]?", rest)
    if chosen:
        return f"{key}: {chosen[1]}"
    empty = re.fullmatch(r"\[\$\d+\]|\$\d+", rest)
    return f"{key}: {'[]' if rest.startswith('[') else ''}" if empty else f"{key}: {record.FIELDS[key].example}"


def test_hidden_files_are_obeyed_where_they_go_and_not_here() -> None:
    """git and editors look for such names in every folder: among the sources of traite they have others."""
    made = files_of()
    assert {".editorconfig", ".gitattributes", ".gitignore"} <= {*made}
    assert not [path for path in made if "dot-" in path]
    assert not [path for path in (ROOT / "src").rglob(".*") if path.name in {".gitignore", ".gitattributes", ".editorconfig"}]


def test_what_is_written_comes_with_the_package() -> None:
    """The wheel holds the package's whole folder, the files to be written in it; the templates and the jobs are put beside it."""
    built = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert built["packages"] == ["src/traite_cli"]
    assert {*built["force-include"].values()} >= {"traite_cli/ci", "traite_cli/templates"}
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    written = ROOT / "src" / "traite_cli" / "writing" / "starting" / "texts"
    parts = {part for path in written.rglob("*") for part in path.relative_to(ROOT).parts}
    assert not parts & {line.strip("/") for line in ignored}


@LANGUAGES
def test_a_repository_on_the_disk_is_what_was_made(tmp_path: Path, language: str) -> None:
    """Each file byte for byte, below a folder that was not there."""
    files = with_pristine(files_of(language=language), Collective(PLAIN, language=language), __version__)
    found(tmp_path / "a" / "b", files)
    assert {path: (tmp_path / "a" / "b" / path).read_bytes() for path in files} == files
