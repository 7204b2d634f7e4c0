"""``search`` and ``query`` as people and scripts call them: forms, marks, exit codes, languages."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from repositories import MakeRepository
from traite_cli.cli.main import main

FILES = {
    "topics/accueil.md": "---\ntitle: L’accueil en préfecture\n---\nLes délais.\n",
    "people/formule.md": '---\nname: "=1+1"\n---\n',
    "people/zoe.md": "---\nname: Zoé\n---\n",
    "updates/u.md": "---\ntitle: Nouvelles\ndate: 2014-12\ntopics: accueil\n---\nLa préfecture.\n\nUne préfecture.\n\nMa préfecture.\n\nTa préfecture \x1b[31m.\n",
}


class Called:
    """A repository, and what is said of it."""

    def __init__(self, make: MakeRepository, capfd: pytest.CaptureFixture[str]) -> None:
        self.root, self.capfd = make(FILES).root, capfd

    def __call__(self, *words: str) -> tuple[int, str, str]:
        code = main(["-C", str(self.root), "--lang", "fr", *words])
        return code, *self.capfd.readouterr()


@pytest.fixture
def traite(make_repository: MakeRepository, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Called:
    monkeypatch.setenv("PYTHONUTF8", "1")
    return Called(make_repository, capfd)


def test_what_is_found_is_shown_with_its_place(traite: Called) -> None:
    """Each record with its kind and date, each passage with path and line; the words are marked without colour too."""
    code, out, err = traite("search", "PREFECTURE")
    assert code == 0
    assert "L’accueil en préfecture (dossier)" in out
    assert "  records/topics/accueil.md:2: Titre\u00a0: L’accueil en *préfecture*\n" in out
    assert "Nouvelles (nouvelle · décembre 2014)" in out
    assert "  records/updates/u.md:6: La *préfecture*.\n" in out
    assert "et 1 autre passage" in out
    assert "2 fiches" in err
    assert "\x1b" not in out


def test_colour_marks_the_words(traite: Called) -> None:
    """With colours the words are painted and nothing is put beside them."""
    _, out, _ = traite("search", "--color", "always", "préfecture")
    assert "en \x1b[1;33mpréfecture\x1b[0m\n" in out
    assert "*préfecture*" not in out


def test_what_is_found_as_json(traite: Called) -> None:
    """Places and marks for programs; nothing in it that a screen would obey."""
    _, out, _ = traite("search", "préfecture", "--format", "json", "--kind", "nouvelles")
    found = json.loads(out)
    assert found["version"] == 1
    (record,) = found["records"]
    assert [(one["line"], one["column"]) for one in record["passages"]] == [(6, 4), (8, 5), (10, 4), (12, 4)]
    for one in record["passages"]:
        assert [one["text"][start:end] for start, end in one["marks"]] == ["préfecture"]
    assert "\x1b" not in out


def test_nothing_found_ends_with_1_and_says_what_is_near(traite: Called) -> None:
    """A script can tell, and a person reads what was probably meant."""
    code, out, err = traite("search", "prefectre")
    assert (code, out) == (1, "")
    assert "préfecture" in err
    assert traite("search", "zoé", "délais")[0] == 1


def test_what_is_not_found_is_called_as_it_was_typed(traite: Called) -> None:
    """With its accents and capitals, whatever they count for."""
    assert "« Réfugiés » ne se trouve nulle part" in traite("search", "Réfugiés")[2].replace("\u00a0", " ")


def test_a_period_of_a_search_is_shown_as_days(traite: Called) -> None:
    """From the first day of what is said until its last; one that ends before it begins is no search without a find."""
    code, _, err = traite("search", "préfecture", "--since", "fin novembre 2014", "--until", "début 2015")
    assert (code, err.splitlines()[:2]) == (
        0,
        [
            "--since\u00a0: c’est-à-dire à partir du vendredi 21 novembre 2014",
            "--until\u00a0: c’est-à-dire jusqu’au mardi 31 mars 2015 compris",
        ],
    )
    code, out, err = traite("search", "préfecture", "--since", "2016", "--until", "2014")
    assert (code, out) == (2, "")
    assert "--since part du 1er janvier 2016, --until s’arrête au 31 décembre 2014" in err.replace("\u00a0", " ")


def test_nothing_to_look_for_is_wrong_usage(traite: Called) -> None:
    """A search without a word ends with 2."""
    code, _, err = traite("search", "--", "-mot")
    assert code == 2
    assert "aucun mot" in err


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("csv", "name,n,void\r\n'=1+1,-2,\r\nZoé,-2,\r\n"),
        ("tsv", "name\tn\tvoid\n'=1+1\t-2\t\nZoé\t-2\t\n"),
        ("ndjson", '{"name": "=1+1", "n": -2, "void": null}\n{"name": "Zoé", "n": -2, "void": null}\n'),
        ("markdown", "| name | n | void |\n| --- | --- | --- |\n| =1+1 | -2 |  |\n| Zoé | -2 |  |\n"),
        ("table", "name   n  void\n=1+1  -2\nZoé   -2\n"),
    ],
)
def test_the_forms_of_an_answer(traite: Called, form: str, expected: str) -> None:
    """Each form is what its readers expect; a spreadsheet gets no formula, and a number stays one."""
    code, out, _ = traite("query", "SELECT name, -2 AS n, NULL AS void FROM people ORDER BY name", "--format", form)
    assert code == 0
    if form == "csv":
        assert next(csv.reader(io.StringIO(out.replace("\r\n", "\n")))) == ["name", "n", "void"]
        out = out.replace("\r\n", "\n").replace("\n", "\r\n")
    if form == "markdown":
        out = re.sub(r"\\(.)", r"\1", out).replace("&#61;", "=")
    if form == "table":
        out = "".join(f"{line.rstrip()}\n" for line in out.splitlines())
    assert out == expected


def test_the_answer_as_json(traite: Called) -> None:
    """Day, columns and rows; what JSON has no word for is null, bytes are their numbers."""
    _, out, _ = traite("query", "SELECT 1e999 AS a, x'00ff' AS b, 0.5 AS c, 'é' AS d", "--format", "json", "--as-of", "2015-01-22")
    expected = {
        "version": 1,
        "as_of": "2015-01-22",
        "columns": ["a", "b", "c", "d"],
        "rows": [{"a": None, "b": "00ff", "c": 0.5, "d": "é"}],
    }
    assert json.loads(out) == expected


def test_a_tab_in_a_value_makes_no_column(traite: Called) -> None:
    """A value with a tab, a line end or a backslash stays one value of one line."""
    _, out, _ = traite("query", "SELECT 'a' || char(9) || 'b' || char(10) || '\\' AS v", "--format", "tsv")
    assert out == "v\na\\tb\\n\\\\\n"


def test_a_text_of_several_lines_stays_in_its_cell(traite: Called) -> None:
    """On the screen and in Markdown it is told on one line."""
    text = "SELECT 'a' || char(10) || 'b' AS v"
    assert traite("query", text)[1].splitlines()[1] == "a b"
    assert traite("query", text, "--format", "markdown")[1].splitlines()[2] == "| a b |"


def test_a_chart(traite: Called) -> None:
    """The longest bar is the largest number; without numbers there is no chart, and it says how to get one."""
    _, out, _ = traite("query", "SELECT kind, count(*) AS n FROM records GROUP BY kind ORDER BY n DESC, kind", "--format", "chart")
    lines = out.splitlines()
    assert lines[0] == "kind     n"
    assert lines[1] == "people   2  " + "█" * 50
    assert lines[2] == "topics   1  " + "█" * 25
    code, _, err = traite("query", "SELECT name FROM people", "--format", "chart")
    assert code == 2
    assert "count(*)" in err
    assert traite("query", "SELECT name, 1 FROM people WHERE 0", "--format", "chart")[0] == 0


def test_a_chart_of_any_numbers(traite: Called) -> None:
    """Wide letters stand in line, what is below nought is drawn to its left, what is very small is seen, the infinite is not drawn."""
    rows = [("'日本'", 100), ("'a'", -100), ("'b'", 0), ("'c'", 0.001), ("NULL", "9e999")]
    text = " UNION ALL ".join(f"SELECT {label} AS x, {number} AS n" for label, number in rows)
    lines = traite("query", text, "--format", "chart")[1].splitlines()
    assert lines == [
        "x            n",
        f"日本       100  {' ' * 25}{'█' * 25}",
        f"a         -100  {'█' * 25}",
        "b            0",
        f"c        0.001  {' ' * 25}▏",
        "(aucun)    inf",
    ]


@pytest.mark.parametrize("form", ["table", "markdown", "chart"])
def test_what_a_column_is_called_is_shown_and_not_obeyed(traite: Called, form: str) -> None:
    """A saved question may come with anybody's proposal, and what its columns are called with it."""
    (traite.root / "queries").mkdir()
    (traite.root / "queries" / "q.sql").write_text('-- column: n "a\x1b[31m|b"\nSELECT 1 AS n', encoding="utf-8")
    out = traite("query", "q", "--format", form)[1]
    assert "\x1b" not in out
    assert r"\x1b[31m" in out.replace("\\\\", "\\").replace("\\[", "[")


def test_a_bar_is_of_its_words_and_years_and_of_no_other_number(traite: Called) -> None:
    """Counts beside the one that is drawn would only be read as names; but for what tells two bars apart."""
    text = "SELECT 'MIPROF' AS who, 2015 AS year, 8 AS late, 3 AS n UNION SELECT 'MIPROF', 2014, 8, 2"
    assert traite("query", text, "--format", "chart")[1].splitlines()[:2] == ["who · year     n", f"MIPROF · 2014  2  {'█' * 33}"]
    text = "SELECT 'MIPROF' AS who, 1 AS part, 3 AS n UNION SELECT 'MIPROF', 2, 2"
    assert traite("query", text, "--format", "chart")[1].splitlines()[1].startswith("MIPROF · 1  3")


def test_a_word_that_is_none_of_the_columns_own_is_told(traite: Called) -> None:
    """The answer is right, and says nothing of what was meant."""
    code, out, err = traite("query", "SELECT count(*) AS n FROM records WHERE kind = 'personne'", "--format", "csv")
    assert (code, out.split()) == (0, ["n", "0"])
    assert "people (personnes)" in err


def test_a_question_that_begins_with_a_remark(traite: Called) -> None:
    """It looks like an option; where such things stand is said, and there it is asked."""
    assert 'traite query -- "-- ' in traite("query", "-- all\nSELECT 1")[2]
    assert traite("query", "--format", "csv", "--", "-- all\nSELECT 1 AS n;;")[1].split() == ["n", "1"]


def test_what_is_withheld_is_not_answered(traite: Called) -> None:
    """``--audience`` asks what a circle may know."""
    assert traite("query", "SELECT count(*) FROM updates", "--format", "csv")[1].split() == ["count(*)", "1"]
    assert traite("query", "SELECT count(*) FROM updates", "--format", "csv", "--audience", "public")[1].split() == ["count(*)", "0"]


def test_saved_questions_are_listed_and_asked(traite: Called) -> None:
    """Each with its title in the language asked, and what it asks for."""
    assert "Il n’y a pas encore de questions" in traite("query")[2]
    (traite.root / "queries").mkdir()
    (traite.root / "queries" / "qui.sql").write_text(
        '-- title.fr: Qui ?\n-- title.en: Who?\n-- param: n number = 1 "combien" "how many"\nSELECT name FROM people ORDER BY name DESC LIMIT :n\n',
        encoding="utf-8",
    )
    out = traite("query")[1]
    assert out == "qui\n  Qui ?\n  --param n=1  combien  (peut être omis)\n"
    assert traite("query", "qui", "--format", "csv")[1].split() == ["name", "Zoé"]
    assert len(traite("query", "qui.sql", "--param", "n=2", "--format", "csv")[1].split()) == 3
    assert traite("query", "qi")[0] == 1


def test_a_file_that_cannot_be_asked_stops_no_other(traite: Called) -> None:
    """The others are listed; of each such file is told where, what is wrong and what to do, and the call ends with 2."""
    folder = traite.root / "queries"
    (folder / "sous").mkdir(parents=True)
    (folder / "a.sql").write_bytes(b"-- title: A\n-- \xe9\nSELECT 1")
    (folder / "b.sql").write_text("-- title: B\n-- param: n nombre\nSELECT 1", encoding="utf-8")
    (folder / "c.sql").write_text("-- title: Le bon\nSELECT 1", encoding="utf-8")
    (folder / "Mes réunions.sql").write_text("SELECT 1", encoding="utf-8")
    (folder / "sous" / "d.sql").write_text("SELECT 1", encoding="utf-8")
    (folder / "notes.txt").write_text("rien", encoding="utf-8")
    code, out, err = traite("query")
    assert (code, out) == (2, "c\n  Le bon\n")
    places = {"queries/a.sql:2", "queries/b.sql:2", "queries/Mes réunions.sql", "queries/sous/d.sql"}
    assert {line.split(" erreur")[0].removesuffix("\u00a0:").removesuffix(":") for line in err.splitlines() if "erreur" in line} == places
    assert "enregistrer" in err
    assert "number" in err
    assert "queries/mes-reunions.sql" in err
    assert "notes.txt" not in err


@pytest.mark.parametrize(("where", "told"), [("= ''", True), ("<> NULL", True), ("= 'x'", False), ("= '''x'", False)])
def test_what_was_left_empty_is_not_looked_for_in_vain(traite: Called, where: str, told: bool) -> None:
    """An answer without rows says how an empty field is found, where that may have been looked for."""
    code, _, err = traite("query", f"SELECT name FROM people WHERE honorific {where}")
    assert (code, "IS NULL" in err) == (0, told)


def test_a_text_without_quotation_marks_is_told_to_have_them(traite: Called) -> None:
    """What stands where a value does, and is near to no column, is a text."""
    assert "'Durand'" in traite("query", "SELECT name FROM people WHERE name = Durand")[2]
    assert "'Durand'" not in traite("query", "SELECT Durand FROM people")[2]
    assert "--param nom=" in traite("query", "SELECT ?1")[2]


def test_a_mistake_ends_with_2_at_its_place(traite: Called) -> None:
    """Place, what is wrong, what was probably meant."""
    code, _, err = traite("query", "SELECT nam FROM people")
    assert code == 2
    assert err.startswith("SQL:1:8: ")
    assert "name" in err


def test_a_word_with_a_hyphen_is_no_option(traite: Called) -> None:
    """What was meant as a word is told how to stand behind the options."""
    assert "traite search -- -lettre" in traite("search", "-lettre")[2]


def test_a_question_of_one_word_of_sql_is_told_how_one_is_written(traite: Called) -> None:
    """``SELECT`` alone is no saved question that somebody misspelt."""
    code, _, err = traite("query", "SELECT")
    assert code == 1
    assert 'traite query "SELECT title FROM meetings"' in err


def test_answers_go_into_files(traite: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found, and the morning page, in the form that the name says; for a message, to whom it is sent."""
    monkeypatch.chdir(traite.root)
    assert traite("search", "préfecture", "-o", "trouve.json")[:2] == (0, "trouve.json\n")
    assert json.loads((traite.root / "trouve.json").read_bytes())["asked"] == "préfecture"
    assert "membres" in traite("status", "-o", "matin.md")[2]
    assert (traite.root / "matin.md").read_text(encoding="utf-8").startswith("# ")
    assert traite("status", "-o", "matin.csv")[0] == 2
