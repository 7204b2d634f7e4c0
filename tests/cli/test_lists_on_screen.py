"""``list`` on the screen and for other programs: groups, counts, columns, in each form; completion of what stands in a list."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import os
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import ROOT, MakeRepository
from terminal import Terminal

FILES = {
    "organisations/miprof.md": "---\nname: MIPROF\n---\n",
    "organisations/formule.md": '---\nname: "=A1 | Formule"\n---\n',
    "commitments/a.md": "---\ntitle: Écrire\nby: miprof\nmade_on: 2014-10-22\ndue: 2014\n---\n",
    "commitments/b.md": "---\ntitle: Publier\nby: [miprof, formule]\nmade_on: 2015-01-05\nfollow_ups: {date: 2015-01-20, status: kept, note: x}\n---\n",
    "commitments/c.md": "---\ntitle: Secret\nby: [formule]\nmade_on: 2015-01-05\naudience: contributors\n---\n",
    "topics/t.md": "---\ntitle: Dossier\n---\n",
}


@pytest.fixture
def traite(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process, in a repository, on 22 January 2015."""
    root: Path = make_repository(FILES).root
    monkeypatch.chdir(root)
    monkeypatch.setenv("TRAITE_AS_OF", "2015-01-22")
    return caller(capfdbinary)


def test_groups_on_the_screen(traite: Traite) -> None:
    """Each under what the column says, with how many; the column itself is not repeated."""
    assert traite("list", "commitments", "--group-by", "organisation", "--columns", "title,organisation,due").out == (
        "=A1 | Formule (2)\nCommitment  Due\nPublier\nSecret\n\nMIPROF (2)\nCommitment  Due\nÉcrire      2014\nPublier\n"
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Qui;Engagement;Échéance\r\nMIPROF;Écrire;2014\r\nMIPROF, =A1 | Formule;Publier;\r\n"),
        ("en", 'Who,Commitment,Due\r\nMIPROF,Écrire,2014\r\n"MIPROF, =A1 | Formule",Publier,\r\n'),
    ],
)
def test_a_file_that_opens_in_a_spreadsheet(traite: Traite, language: str, text: str) -> None:
    """Marked as UTF-8, with what stands between the cells where the language is spoken; its ending says the form, a line for whom it is."""
    ended = traite("list", "commitments", "--columns", "by,title,due", "-o", "liste.csv", "--audience", "membres", "--lang", language)
    assert (ended.code, ended.out) == (0, "liste.csv\n")
    assert ("membres" if language == "fr" else "members") in ended.err
    assert Path("liste.csv").read_bytes() == b"\xef\xbb\xbf" + text.encode()


def test_files_in_other_forms(traite: Traite) -> None:
    """As on the screen; in a folder the name says what they are and for whom. Numbers are written as they are read."""
    for ending in ("json", "md"):
        assert traite("list", "topics", "-o", f"t.{ending}").code == 0
    assert json.loads(Path("t.json").read_bytes())["kind"] == "topics"
    assert Path("t.md").read_text(encoding="utf-8").startswith("| Title |")
    assert traite("list", "topics", "-o", "ici/", "--format", "csv").out.replace("\\", "/") == "ici/topics-contributors.csv\n"
    assert traite("query", "SELECT 2.5 AS n, 'a;b' AS t", "-o", "q.csv", "--lang", "fr").code == 0
    assert Path("q.csv").read_bytes() == b'\xef\xbb\xbfn;t\r\n2,5;"a;b"\r\n'
    Path("records/topics/long.md").write_text(f"---\ntitle: L\n---\n{';' * 140_000}\n", encoding="utf-8")
    assert traite("query", "SELECT trim(body) AS t FROM topics WHERE slug = 'long'", "-o", "q.csv", "--lang", "fr").code == 0
    assert len(Path("q.csv").read_text(encoding="utf-8-sig")) > 140_000
    assert traite("list", "topics", "-o", "records/t.csv").code == 1


def test_counts(traite: Traite) -> None:
    """A number alone, or one for each group."""
    assert traite("list", "commitments", "--count") == (0, "3\n", "")
    assert traite("list", "commitments", "--overdue", "--count").out == "1\n"
    assert traite("list", "topics", "--overdue", "--count").code == 2
    Path("records/commitments/part.md").write_text("---\ntitle: P\nby: miprof\nmade_on: 2015-01\npart_of: a\n---\n", encoding="utf-8")
    assert traite("list", "commitments", "--count") == (0, "4\n", "4 records, 1 of which is a part of another\n")
    Path("records/commitments/part.md").unlink()
    assert (
        traite("list", "commitments", "--count", "--group-by", "year", "--sort", "-count").out
        == "Year  Number\n2015       2\n2014       1\n"
    )
    assert (
        traite("list", "commitments", "--count", "--group-by", "late", "--format", "csv").out
        == "Days overdue,Number\r\n22,1\r\n(none),2\r\n"
    )
    assert traite("list", "commitments", "--count", "--format", "markdown").out == "3\n"
    assert traite("list", "commitments", "--count", "--group-by", "status", "--format", "markdown").out == (
        "| State | Number |\n| --- | --- |\n| kept | 1 |\n| open | 2 |\n"
    )


def test_the_environment_gives_a_filter_one_value(traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words with a space between them are one value there too."""
    asked = ("list", "commitments", "--count", "--as-of", "2015-01-22")
    monkeypatch.setenv("TRAITE_LIST_STATE", "pas de nouvelles")
    assert "pas de nouvelles" in traite(*asked).err
    monkeypatch.setenv("TRAITE_LIST_STATE", "sans nouvelles,ouvert")
    assert traite(*asked).out == traite(*asked, "--state", "open", "--state", "no_news").out


def test_groups_for_programs(traite: Traite) -> None:
    """Records by their names, words as records write them; a group of nothing has none."""
    found = json.loads(
        traite("list", "commitments", "--group-by", "organisation", "--columns", "title,status,due,by", "--format", "json").out
    )
    assert (found["version"], found["kind"], found["as_of"], found["group_by"]) == (1, "commitments", "2015-01-22", "organisation")
    assert [(one["value"], len(one["records"])) for one in found["groups"]] == [("organisations/formule", 2), ("organisations/miprof", 2)]
    assert found["groups"][1]["records"] == [
        {"ref": "commitments/a", "title": "Écrire", "status": "open", "due": "2014", "by": "organisations/miprof"},
        {
            "ref": "commitments/b",
            "title": "Publier",
            "status": "kept",
            "due": None,
            "by": ["organisations/miprof", "organisations/formule"],
        },
    ]
    counted = json.loads(traite("list", "commitments", "--group-by", "due", "--count", "--format", "json").out)
    assert counted["groups"] == [{"value": "2014", "count": 1}, {"value": None, "count": 2}]
    assert json.loads(traite("list", "commitments", "--count", "--format", "json").out)["count"] == 3
    assert json.loads(traite("list", "commitments", "--format", "json").out)["records"][0]["derived"]["overdue"] is True


def test_a_spreadsheet_gets_no_formula(traite: Traite) -> None:
    """In groups too: what groups is the first column."""
    rows = list(csv.reader(io.StringIO(traite("list", "commitments", "--group-by", "by", "--columns", "title,by", "--format", "csv").out)))
    assert rows == [
        ["Who", "Commitment"],
        ["'=A1 | Formule", "Publier"],
        ["'=A1 | Formule", "Secret"],
        ["MIPROF", "Écrire"],
        ["MIPROF", "Publier"],
    ]
    assert traite("list", "commitments", "--by", "miprof", "--text", "rien", "--format", "csv").out.startswith("Due,State,")


def test_groups_as_markdown(traite: Traite) -> None:
    """A heading and a table each; what would be a mark is none."""
    assert traite("list", "commitments", "--group-by", "by", "--columns", "title", "--format", "markdown").out == (
        "### =A1 \\| Formule\n\n| Commitment |\n| --- |\n| Publier |\n| Secret |\n\n### MIPROF\n\n| Commitment |\n| --- |\n| Écrire |\n| Publier |\n"
    )


def test_a_list_is_cut_to_a_circle(traite: Traite) -> None:
    """Before it is counted."""
    assert traite("list", "commitments", "--count", "--audience", "members").out == "2\n"


def test_columns_in_french(traite: Traite) -> None:
    """By their headings, or what the field is called; an empty one that was asked for stays."""
    assert traite("--lang", "fr", "list", "engagements", "--columns", "titre,échéance,Source", "--sort", "-titre").out.splitlines() == [
        "Engagement  Échéance  Source", "Secret", "Publier", "Écrire      2014",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("traite list commitments --by mi", {"miprof"}),
        ("traite list commitments --by organisations/m", {"organisations/miprof"}),
        ("traite list commitments --topic ", {"t"}),
        ("traite show t", {"t", "topics/t"}),
        ("traite show com", {"commitments/a", "commitments/b", "commitments/c"}),
        ("traite show organisations/", {"organisations/formule", "organisations/miprof"}),
        ("traite show organisations/m", {"organisations/miprof"}),
        ("traite show nothing/m", set()),
        ("traite show t.m", set()),
        ("traite list commitments --state kept-", {"kept-in-part"}),
        ("traite list topics --state ", {"open", "closed"}),
        ("traite list commitments --sort due,-la", {"due,-last", "due,-late", "due,-last-news"}),
        ("traite list meetings --classification pl", {"plenary"}),
        ("traite list commitments --made-", {"--made-at"}),
    ],
)
def test_what_stands_in_a_list_is_completed(traite: Traite, monkeypatch: pytest.MonkeyPatch, line: str, offered: set[str]) -> None:
    """Names of the kinds that a filter takes, states and words of the kind listed, columns behind others."""
    words = line.split(" ")
    monkeypatch.setenv("_TRAITE_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "\n".join(words))
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    assert set(traite().out.split()) == offered


def test_the_options_are_those_of_the_kinds() -> None:
    """Whoever changes a field or a filter has `python scripts/filters.py` write the table of the options again."""
    spec = importlib.util.spec_from_file_location("script_filters", ROOT / "scripts" / "filters.py")
    assert spec is not None
    assert spec.loader is not None
    filters = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(filters)
    assert filters.TABLE.read_text(encoding="utf-8") == filters.table()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")
@pytest.mark.parametrize(
    ("columns", "arguments", "has_names"),
    [(80, (), False), (120, (), True), (80, ("--columns", "date,title,slug"), True)],
)
def test_a_narrow_screen_has_no_names_of_files(
    make_repository: MakeRepository, columns: int, arguments: tuple[str, ...], has_names: bool
) -> None:
    """Where there is no room beside the title, which finds a record too; who asks for columns gets them."""
    title = "Réunion sur l’hébergement des victimes et la suite du plan"
    root = make_repository(
        {"meetings/2015-03-16-hebergement-des-victimes-et-suite-du-plan.md": f"---\ntitle: {title}\ndate: 2015-03-16\n---\n"}
    ).root
    with Terminal(root, "--lang", "en", "--as-of", "2015-01-22", "list", "meetings", *arguments, columns=columns) as terminal:
        assert terminal.ends() == 0
    assert ("2015-03-16-hebergement-des-victimes-et-suite-du-plan" in terminal.seen) == has_names
    assert ("No room for: Record." in terminal.seen) != has_names
    assert "Record" not in terminal.seen.splitlines()[0] or has_names


def test_no_more_than_so_many(traite: Traite) -> None:
    """The first of the order asked for, and that there are more; a count counts all."""
    ended = traite("list", "commitments", "--columns", "title", "--sort", "-title", "--limit", "2")
    assert ended.out == "Commitment\nSecret\nPublier\n"
    assert "3 in all" in ended.err
    assert "in all" not in traite("list", "commitments", "--limit", "3").err
    assert traite("list", "commitments", "--limit", "2", "--count").code == 2


@pytest.mark.parametrize(("language", "said"), [("fr", "0 sur 2"), ("en", "0 of 2")])
def test_so_many_of_all_is_no_day_in_a_spreadsheet(traite: Traite, language: str, said: str) -> None:
    """``0/2`` on the screen and for programs, in words where a spreadsheet would make a date of it."""
    Path("records/requests").mkdir()
    Path("records/requests/q.md").write_text("---\ntitle: Q\nto: miprof\n---\n\n1. Un\n2. Deux\n", encoding="utf-8")
    words = ("list", "requests", "--columns", "answered", "--lang", language)
    assert "0/2" in traite(*words).out
    assert json.loads(traite(*words, "--format", "json").out)["records"][0]["answered"] == "0/2"
    assert traite(*words, "--format", "csv").out.splitlines()[1] == said


def test_three_letters_are_near_nothing_but_what_they_begin(traite: Traite) -> None:
    """« foo » is no « for »."""
    assert "perhaps" not in traite("list", "commitments", "--columns", "foo").err
    assert "perhaps: title (Commitment)" in traite("list", "commitments", "--columns", "tit").err
