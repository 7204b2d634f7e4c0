"""``validate``, ``list``, ``show`` and ``doctor`` as people and scripts call them: exit codes, what goes where, forms, languages."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import ROOT, MakeRepository
from traite_cli.errors import MissingExtra

FILES = {
    "organisations/miprof.md": "---\nname: MIPROF\nclassification: public-body\n---\n",
    "people/sodini.md": "---\nname: Raphaël Sodini\ncontact_details: {type: email, value: r@exemple.org}\n---\n",
    "people/formule.md": '---\nname: "=1+1"\n---\n',
    "topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n",
    "topics/rapport.md": "---\ntitle: Le rapport | « ébauche »\n---\n",
    "meetings/2014-11-18-miprof.md": "---\ntitle: Avec la MIPROF\ndate: 2014-11-18\nparticipants: sodini\n---\n\nM. Sodini s’engage à écrire.\n",
    "meetings/2015-02-02-pleniere.md": "---\ntitle: Plénière\ndate: 2015-02-02\n---\n\nLe rapport est présenté.\n",
    "commitments/lettre.md": "---\ntitle: Écrire\nby: sodini\nmade_at: 2014-11-18-miprof\ndue: 2014\nquote: s’engage à écrire\nfollow_ups:\n  - {date: 2015-01-20, status: no_news}\n---\n",
    "commitments/secret.md": "---\ntitle: Se taire\naudience: contributors\nby: miprof\nmade_on: 2014-12-01\n---\n",
    "requests/q.md": "---\ntitle: Questions\nto: miprof\ndate: 2014-11-07\nanswers: {item: 1, status: answered, date: 2014-11-18}\n---\n\n1. Un\n",
}
FAULTY = {
    "topics/faux.md": "---\ntitel: Faux\nlead: sodinni\n---\n\nVoir [lui](../people/sodinni.md).\n",
    "topics/cut.md": "---\ntitle: Réunion #3\n---\n",
}


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process; what it writes is looked at as bytes, as a program sees it."""
    return caller(capfdbinary)


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A healthy repository, and the current folder in it."""
    root = make_repository(FILES).root
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def faulty(here: Path) -> Path:
    """The same with two faulty records."""
    for name, text in FAULTY.items():
        (here / "records" / name).write_text(text, encoding="utf-8")
    return here


# --- validate ---------------------------------------------------------------------------------------------------------------


def test_healthy_records_are_told_on_standard_error_only(here: Path, traite: Traite) -> None:
    """Nothing on standard output, a count beside it, and 0."""
    assert traite("validate") == (0, "", "10 records checked: no fault\n")
    assert traite("--lang", "fr", "validate").err.startswith("10 fiches vérifiées")
    assert traite("-q", "validate") == (0, "", "")


def test_faults_are_data_and_the_count_is_talk(faulty: Path, traite: Traite) -> None:
    """Each fault with its place on standard output, in the order of files; 1."""
    ended = traite("validate")
    firsts = [line for line in ended.out.splitlines() if line.startswith("records/")]
    assert [line.split(": ")[0] for line in firsts] == [
        "records/topics/cut.md:2:16", "records/topics/faux.md:2:1", "records/topics/faux.md:3:7", "records/topics/faux.md:6:12",
    ]  # fmt: skip
    assert [line.split(" ")[2] for line in firsts] == ["warning:", "error:", "error:", "error:"]
    assert "sodini (Raphaël Sodini)" in ended.out
    assert (ended.code, ended.err.splitlines()[0]) == (1, "12 records checked: 3 errors, 1 warning")


def test_faults_in_french(faulty: Path, traite: Traite) -> None:
    """Every sentence, also from the environment's language."""
    ended = traite("validate", "--lang", "fr")
    assert " erreur : « sodinni » " in ended.out.replace("\u00a0", " ")
    assert "error" not in ended.out
    assert "fiches vérifiées" in ended.err


def test_warnings_alone_do_not_fail(faulty: Path, traite: Traite) -> None:
    """They are told, and the exit code is 0."""
    ended = traite("validate", "records/topics/cut.md")
    assert ended.code == 0
    assert ended.err.splitlines()[0] == "1 record checked: 1 warning"


def test_faults_for_another_program(faulty: Path, traite: Traite) -> None:
    """The form of COMMANDS.md, the same whatever the verbosity and the colours."""
    ended = traite("validate", "--format", "json")
    found = json.loads(ended.out)
    assert set(found) == {"version", "diagnostics"}
    assert found["version"] == 1
    assert [set(one) for one in found["diagnostics"]] == [
        {"path", "line", "column", "end_line", "end_column", "code", "severity", "message", "hint"}
    ] * 4
    first = found["diagnostics"][0]
    assert (first["path"], first["line"], first["column"], first["end_line"], first["end_column"], first["severity"]) == (
        "records/topics/cut.md",
        2,
        16,
        2,
        18,
        "warning",
    )
    assert ended.code == 1
    for options in (("-v",), ("-q",), ("--color", "always")):
        assert traite(*options, "validate", "--format", "json").out == ended.out
    assert json.loads(traite("validate", "--format", "json", "records/people").out) == {"version": 1, "diagnostics": []}


@pytest.mark.parametrize("path", ["records/topics/faux.md", "topics/faux", "records/topics", "./records/topics/faux.md"])
def test_some_records_are_checked_against_all(faulty: Path, traite: Traite, path: str) -> None:
    """A file, a folder, kind/slug; what they refer to is looked up everywhere."""
    ended = traite("validate", path)
    assert ended.code == 1
    assert "records/topics/faux.md:3:7" in ended.out
    assert "unknown" not in traite("validate", "records/meetings").out


def test_a_path_is_as_seen_from_where_one_stands(faulty: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In a folder of records, from elsewhere with -C, with a whole path."""
    monkeypatch.chdir(faulty / "records" / "topics")
    assert "faux.md:2:1" in traite("validate", "faux.md").out
    assert "faux.md:2:1" in traite("-C", f"..{os.sep}..", "validate", str(faulty / "records" / "topics" / "faux.md")).out
    monkeypatch.chdir(tmp_path)
    assert "faux.md:2:1" in traite("validate", "-C", str(faulty), "records/topics/faux.md").out


def test_a_path_where_nothing_is(here: Path, traite: Traite) -> None:
    """With the nearest one; 1, as for any name that nobody knows."""
    ended = traite("validate", "records/topics/sejuor.md")
    assert (ended.code, ended.out) == (1, "")
    assert "records/topics/sejour.md" in ended.err


def test_codes_that_the_configuration_ignores(faulty: Path, traite: Traite) -> None:
    """Not told there, for a reason; elsewhere they are."""
    with (faulty / "traite.toml").open("a", encoding="utf-8") as file:
        file.write('[[validate.ignore]]\ncodes = ["TR115"]\npath = "records/topics/*"\nreason = "ancien"\n')
    assert traite("validate", "records/topics/cut.md") == (0, "", "1 record checked: no fault\n")


@pytest.mark.parametrize(
    "arguments",
    [("show", "c"), ("show", "p"), ("status",), ("list", "commitments"), ("query", "select title, note from follow_ups, commitments")],
)
def test_markdown_holds_nothing_that_a_terminal_obeys(here: Path, traite: Traite, arguments: tuple[str, ...]) -> None:
    """Escapes in a field, and characters as they are in a text: all of them are shown as their numbers."""
    marks = "\\ecX\\x9b2J\\u202e\\0"
    (here / "records/people/p.md").write_text(f'---\nname: "P{marks}"\n---\n\nUn\x1b[2J\u202e\x9btexte.\n', encoding="utf-8")
    (here / "records/commitments").mkdir(exist_ok=True)
    (here / "records/commitments/c.md").write_text(
        f'---\ntitle: "C{marks}"\nby: p\nmade_on: 2014-01-01\naudience: public\nsource: s\ndue: 2014-02\n'
        f'follow_ups: [{{date: 2014-01-02, note: "N{marks}"}}]\n---\n',
        encoding="utf-8",
    )
    out = traite(*arguments, "--format", "markdown").out
    assert "\\x1b" in out.replace("\\\\", "\\")
    assert all(one.isprintable() or one in "\n\u00a0\u202f" for one in out)


def test_names_of_files_are_shown_and_not_obeyed(here: Path, traite: Traite) -> None:
    """A line end, an escape and a byte that is no text, in every form."""
    if sys.platform in {"win32", "darwin"}:
        pytest.skip("file names are text there")
    for name in (b"a\nb.md", b"a\x1b[2J.md", b"a\xff.md", b"a\xc2\x9b.md"):
        (here / "records" / "topics" / os.fsdecode(name)).write_bytes(b"---\ntitle: a\n---\n")
    for arguments in (
        ("validate",),
        ("list", "topics"),
        ("list", "topics", "--format", "paths"),
        ("list", "topics", "--format", "csv"),
        ("list", "topics", "--format", "markdown"),
    ):
        ended = traite(*arguments)
        assert ended.code == (1 if arguments == ("validate",) else 0)
        assert "\x1b" not in ended.out
    assert len(traite("list", "topics", "--format", "paths").out.splitlines()) == 6
    assert len(json.loads(traite("list", "topics", "--format", "json").out)["records"]) == 6
    assert len(json.loads(traite("validate", "--format", "json").out)["diagnostics"]) == 4
    assert json.loads(traite("show", "a\udcff", "--format", "json").out)["record"]["label"] == "a"
    assert "a\\udcff" in traite("query", "SELECT slug FROM topics", "--format", "csv").out
    assert traite("search", "a", "--kind", "topics").out.count("records/topics/a") >= 4
    assert traite("export", "sqlite", "-o", "records.sqlite").code == 0


# --- list -------------------------------------------------------------------------------------------------------------------


def test_a_list_for_the_eye(here: Path, traite: Traite) -> None:
    """Columns that hold something, no colour and no boxes; the count is talk."""
    ended = traite("list", "commitments", "--as-of", "2015-01-22")
    heading, *rows = ended.out.splitlines()
    assert heading.split() == ["Due", "State", "Overdue", "Who", "Commitment", "Record"]
    assert rows[0].split() == ["2014", "no", "news", "overdue", "Raphaël", "Sodini", "Écrire", "lettre"]
    assert (ended.code, ended.err) == (0, "2 records\n")
    assert traite("list", "commitments", "-q", "--overdue", "--as-of", "2014-12-31") == (0, "", "")


def test_a_list_in_french(here: Path, traite: Traite) -> None:
    """Headings, states and the count."""
    ended = traite("list", "engagements", "--lang", "fr", "--as-of", "2015-01-22")
    assert "Échéance" in ended.out.splitlines()[0]
    assert "en retard" in ended.out
    assert ended.err == "2 fiches\n"


def test_a_list_for_other_programs(here: Path, traite: Traite) -> None:
    """A version, the kind, the day, and each record with what follows from it; words are those of the files in any language."""
    ended = traite("list", "commitments", "--format", "json", "--as-of", "2015-01-22", "--sort", "slug")
    found = json.loads(ended.out)
    assert (found["version"], found["kind"], found["as_of"], ended.err) == (1, "commitments", "2015-01-22", "")
    assert [one["ref"] for one in found["records"]] == ["commitments/lettre", "commitments/secret"]
    assert found["records"][0]["derived"] == {"status": "no_news", "due": "2014", "overdue": True}
    assert traite("list", "commitments", "--format", "json", "--as-of", "2015-01-22", "--sort", "slug", "--lang", "fr").out == ended.out


def test_a_list_for_a_spreadsheet(here: Path, traite: Traite) -> None:
    """Headings and cells in the words of one language; a cell that looks like a formula is a text."""
    rows = list(csv.reader(io.StringIO(traite("list", "people", "--format", "csv").out)))
    assert rows == [["Who", "Function", "Record"], ["'=1+1", "", "formule"], ["Raphaël Sodini", "", "sodini"]]
    for start in "=+-@":
        (here / "records" / "people" / "formule.md").write_text(f'---\nname: "{start}cmd|x"\n---\n', encoding="utf-8")
        assert f"\n'{start}cmd|x," in traite("list", "people", "--format", "csv").out.replace("\r", "")


def test_a_list_for_a_document(here: Path, traite: Traite) -> None:
    """A Markdown table, whose cells break nothing."""
    lines = traite("list", "topics", "--format", "markdown").out.splitlines()
    assert lines[:2] == ["| Title | Followed by | Record |", "| --- | --- | --- |"]
    assert all(line.replace(r"\|", "").count("|") == 4 for line in lines)
    assert r"Le rapport \| « ébauche »" in lines[2] + lines[3]


def test_a_list_for_a_shell(here: Path, traite: Traite) -> None:
    """One path a line, and nothing else anywhere."""
    assert traite("list", "topics", "--format", "paths") == (0, "records/topics/rapport.md\nrecords/topics/sejour.md\n", "")


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("--by sodini", ["lettre"]), ("--by organisations/miprof", ["secret"]), ("--state no_news", ["lettre"]), ("--overdue", ["lettre"]), ("--due-before 2015", ["lettre"]),
        ("--due-before 2014-12-31", []), ("--since 2014-12", ["secret"]), ("--before 2014-12", ["lettre"]), ("--text ecrire", ["lettre"]), ("--sort -title", ["secret", "lettre"]),
        ("--audience members", ["lettre"]), ("--audience contributors", ["lettre", "secret"]), ("--audience public", []), ("--as-of 2014-11-30", ["lettre"]), ("--as-of 2014-11", ["lettre"]),
        ("--as-of 2014-11-17", []),
    ],
)  # fmt: skip
def test_filters(here: Path, traite: Traite, options: str, found: list[str]) -> None:
    """As they are written on the command line."""
    day = [] if "--as-of" in options else ["--as-of", "2015-01-22"]
    ended = traite("list", "commitments", *options.split(), *day, "--format", "json")
    assert [one["slug"] for one in json.loads(ended.out)["records"]] == found


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("list comitments", 2, "commitments"),
        ("list", 2, "commitments"),
        ("list people --overdue", 2, "--overdue"),
        ("list commitments --by sodinni", 1, "people/sodini (Raphaël Sodini)"),
        ("list commitments --by miprf", 1, "organisations/miprof (MIPROF)"),
        ("list commitments --since naguère", 2, "naguère"),
        ("list commitments --since 2014-02-30", 2, "2014-02-30"),
        ("list commitments --sort colour", 2, "title"),
        ("list commitments --state kepd", 2, "kept"),
        ("list commitments --format xml", 2, "markdown"),
        ("list commitments --audience membrs", 2, "members"),
        ("list commitments --audience=", 2, "--audience"),
        ("list commitments --as-of 2014/2015", 2, "2015-01-22"),
        ("list commitments --overdu", 2, "--overdue"),
        ("show raphael sodini", 2, 'traite show "raphael sodini"'),
        ("list commitments en retard", 2, "--overdue"),
        ("list commitments due before", 2, "--due-before"),
        ("list commitments zzz", 2, "traite list --help"),
        ("rename a b c", 2, "traite rename --help"),
        ("show sodinni", 1, "people/sodini (Raphaël Sodini)"),
        ("show", 2, "traite show --help"),
        ("show sodini --format xml", 2, "json"),
        ("show secret --audience members", 1, "secret"),
        ("validate --format xml", 2, "json"),
        ("vaildate", 2, "validate"),
        ("doctor now", 2, "now"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_was_called_wrongly_or_is_not_there(here: Path, traite: Traite, arguments: str, code: int, said: str, language: str) -> None:
    """Nothing on standard output; what is wrong, and what could stand there, beside it; no traceback, no word of Python."""
    ended = traite("--lang", language, *arguments.split())
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err
    assert "Traceback" not in ended.err
    assert ("error: " if language == "en" else "erreur\u00a0: ") in ended.err.splitlines()[0]


# --- show -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["lettre", "commitments/lettre", "records/commitments/lettre.md"])
def test_a_record_is_shown_by_any_of_its_names(here: Path, traite: Traite, name: str) -> None:
    """What it says, what follows, who refers to it."""
    ended = traite("show", name, "--as-of", "2015-01-22")
    assert ended.out.splitlines()[:2] == ["Écrire", "commitment · records/commitments/lettre.md"]
    assert "  Made by (by)            Raphaël Sodini (sodini)" in ended.out.splitlines()
    assert "No news, overdue since 1 January 2015" in ended.out.splitlines()
    assert (ended.code, ended.err) == (0, "")


def test_numbers_are_numbers(here: Path, traite: Traite) -> None:
    """One question with one answer is not « yes »."""
    assert "Questions answered: 1 of 1" in traite("show", "requests/q").out.splitlines()
    assert "Questions answered: 0 of 1" in traite("show", "requests/q", "--as-of", "2014-11-17").out.splitlines()


def test_what_is_shown_is_that_of_a_day(here: Path, traite: Traite) -> None:
    """Later news, later minutes and later records do not count."""
    assert "Open, overdue" in traite("show", "lettre", "--as-of", "2015-01-19").out
    assert "Planned" in traite("show", "2014-11-18-miprof", "--as-of", "2014-11-17").out.splitlines()
    assert "engage" not in traite("show", "2014-11-18-miprof", "--as-of", "2014-11-17").out
    assert "lettre" in traite("show", "2014-11-18-miprof", "--as-of", "2014-11-18").out
    assert traite("show", "lettre", "--as-of", "2014-11-17").code == 1


def test_a_record_for_other_programs(here: Path, traite: Traite) -> None:
    """JSON with a version; and for a circle, without what it may not see."""
    found = json.loads(traite("show", "sodini", "--format", "json").out)
    assert (found["version"], found["record"]["name"], found["record"]["contact_details"][0]["value"]) == (
        1,
        "Raphaël Sodini",
        "r@exemple.org",
    )
    assert [one["ref"] for one in found["referrers"]] == ["commitments/lettre", "meetings/2014-11-18-miprof"]
    cut = json.loads(traite("show", "sodini", "--format", "json", "--audience", "members").out)
    assert cut["record"].get("contact_details") is None
    assert "Sodini" not in traite("show", "sodini", "--audience", "public").out  # only what the public may not see names him


def test_own_numbers_that_are_none_are_json_all_the_same(here: Path, traite: Traite) -> None:
    """`.nan` and `.inf` under `x:` stop no program."""
    (here / "records" / "topics" / "sejour.md").write_text("---\ntitle: a\nx: {a: .nan, b: [-.inf], c: 1e999}\n---\n", encoding="utf-8")
    for arguments in (("show", "sejour"), ("list", "topics")):
        text = traite(*arguments, "--format", "json").out
        found = json.loads(text, parse_constant=pytest.fail)
        assert (found.get("record") or found["records"][0])["x"] == {"a": ".nan", "b": ["-.inf"], "c": "1e999"}


# --- doctor, and what is no repository ---------------------------------------------------------------------------------------


def test_the_doctor_tells_what_there_is(here: Path, traite: Traite) -> None:
    """Versions, programs, each key of the configuration, defaults included."""
    ended = traite("doctor")
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert any(line.startswith("  Python   version 3.") for line in lines)
    assert '  timezone         = "Europe/Paris" (by default)' in lines
    assert "  render.gaps      = false (by default)" in lines
    assert str(here / "traite.toml") in ended.out
    assert "True" not in ended.out
    assert "False" not in ended.out


def test_the_doctor_writes_the_configuration_as_one_would(make_repository: MakeRepository, traite: Traite) -> None:
    """Each key as it stands in traite.toml, and what is a default is said to be one."""
    toml = 'name = "Le \\"Collectif\\""\nletterhead = ["a", "b"]\n[render]\ngaps = true\n[[validate.ignore]]\ncodes = "TR210"\nreason = "ancien"\n'
    lines = traite("-C", str(make_repository({}, toml=toml).root), "doctor").out.splitlines()
    for line in (
        'name             = "Le \\"Collectif\\""',
        'letterhead       = ["a", "b"]',
        "render.gaps      = true",
        'validate.ignore  = {codes = ["TR210"], path = "", reason = "ancien"}',
    ):
        assert f"  {line}" in lines


def test_the_doctor_tells_what_is_missing_and_what_to_do(here: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is missing keeps traite from its work; each is told with the command that adds it."""

    def missing(*_asked: str) -> str:
        raise PackageNotFoundError

    def without() -> Path:
        raise MissingExtra("", extra="office")

    monkeypatch.setattr("traite_cli.doctor.version", missing)
    monkeypatch.setattr("traite_cli.converters.pandoc.binary", without)
    ended = traite("doctor", "--lang", "fr")
    assert ended.code == 0
    assert "pip install 'traite[pdf]'" in ended.out
    assert "pandoc, Typst" in ended.err


def test_the_doctor_tells_what_is_wrong_with_the_configuration(here: Path, traite: Traite) -> None:
    """On its line, with what to do; the rest is told all the same."""
    (here / "traite.toml").write_text('name = "C"\nlangage = "fr"\n', encoding="utf-8")
    ended = traite("doctor")
    assert ended.code == 2
    assert "traite.toml:2:1: " in ended.out
    assert "language" in ended.out
    assert "Python" in ended.out


@pytest.mark.parametrize("arguments", [("validate",), ("list", "people"), ("show", "x"), ("doctor",)])
def test_where_no_repository_is(tmp_path: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    """It is said which folder was looked at, and how to name another; 2."""
    monkeypatch.chdir(tmp_path)
    ended = traite(*arguments)
    assert ended.code == 2
    assert str(tmp_path) in (ended.out if arguments == ("doctor",) else ended.err)
    assert "traite -C" in ended.out + ended.err


def test_the_nearest_repository_upward_is_meant(here: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """From any folder in it; a folder that is named must be one itself."""
    monkeypatch.chdir(here / "records" / "topics")
    assert traite("list", "topics", "--format", "paths").out.count("\n") == 2
    assert traite("-C", ".", "list", "topics").code == 2
    assert traite("-C", str(here), "list", "topics").code == 0
    assert traite("-C", str(here / "traite.toml"), "list", "topics").code == 2


@pytest.mark.parametrize(
    ("toml", "place"),
    [
        ('nom = "C"\n', "traite.toml:1:1"),
        ('name = "C"\n\n[render]\ngaps = 3\n', "traite.toml:4:1"),
        ("name = C\n", "traite.toml:1:8"),
        ("", "traite.toml:1"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_faulty_configuration_is_told_with_its_line(here: Path, traite: Traite, toml: str, place: str, language: str) -> None:
    """Before anything else is read; 2."""
    (here / "traite.toml").write_text(toml, encoding="utf-8")
    ended = traite("--lang", language, "validate")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"{place}: {'error' if language == 'en' else 'erreur'}")


# --- processes --------------------------------------------------------------------------------------------------------------


def _process(*arguments: str, **streams: object) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(
        [sys.executable, "-m", "traite_cli", "-C", str(ROOT), *arguments], env=environment, stderr=subprocess.PIPE, **streams
    )  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("arguments", [("list", "people", "--format", "json"), ("show", "ensemble-contre-la-traite"), ("list", "people")])
def test_a_closed_pipe_ends_quietly(arguments: tuple[str, ...]) -> None:
    """`traite list … | head -1` says nothing on standard error, whatever the form."""
    reading, writing = os.pipe()
    os.close(reading)
    process = _process(*arguments, stdout=writing)
    os.close(writing)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, [line for line in err.decode().splitlines() if "records" not in line and "fiches" not in line]) == (0, [])


def test_our_own_records_from_a_process(tmp_path: Path) -> None:
    """The whole way, as `make check` goes it: no fault, nothing on standard output."""
    process = _process("validate", stdout=subprocess.PIPE)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, b"")
    assert b"records checked" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
def test_a_full_disk_is_told() -> None:
    """An answer that could not be written is no answer: 3."""
    with Path("/dev/full").open("wb") as full:
        process = _process("list", "people", "--format", "json", stdout=full)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 3
    assert b"Traceback" not in err


def test_a_record_for_a_message(here: Path, traite: Traite) -> None:
    """As Markdown in which what stands in a record marks nothing up, cut to a circle where one is asked for."""
    assert (
        traite("show", "topics/rapport", "--format", "markdown").out
        == "# Le rapport \\| « ébauche »\n\ntopic · records/topics/rapport.md\n"
    )
    told = traite("show", "lettre", "--format", "markdown", "--audience", "members", "--as-of", "2015-01-22").out
    assert (
        "## Follow-up (follow_ups)\n\n- **18 November 2014:** made at: Avec la MIPROF (2014-11-18-miprof)\n- **1 January 2015:** overdue\n"
        in told
    )
    assert traite("show", "secret", "--format", "markdown", "--audience", "members").code == 1
    assert "r@exemple.org" not in traite("show", "sodini", "--format", "markdown", "--audience", "public").out
    page = traite("show", "2014-11-18-miprof", "--format", "markdown").out
    assert page.index("## Commitments (1)") < page.index("## Text\n\nM. Sodini s’engage à écrire.")
