"""``validate --format``: where each report goes, and how the command ends."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from repositories import MakeRepository
from traite_cli.cli.main import main
from traite_cli.diagnostics import reporters

FILES = {
    "topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n",
    "topics/cut.md": "---\ntitle: Réunion #3\n---\n",
    "meetings/m.md": "---\ntitle: « Plénière »\ndate: 16/03/2015\n---\n",
}
EACH = pytest.mark.parametrize("form", reporters.names())
COUNTS: dict[str, Callable[[str], int]] = {
    "concise": lambda text: len(text.splitlines()),
    "github": lambda text: sum(line.startswith("::") for line in text.splitlines()),
    "gitlab": lambda text: len(json.loads(text)),
    "json": lambda text: len(json.loads(text)["diagnostics"]),
    "junit": lambda text: len([*ET.fromstring(text).iter("failure"), *ET.fromstring(text).iter("system-out")]),
    "markdown": lambda text: sum(line.startswith("- **") for line in text.splitlines()),
    "rdjson": lambda text: len(json.loads(text)["diagnostics"]),
    "sarif": lambda text: len(json.loads(text)["runs"][0]["results"]),
    "text": lambda text: sum(not line.startswith(" ") for line in text.splitlines()),
}
"""How many faults a report tells."""

Validate = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def validate(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], make_repository: MakeRepository) -> Validate:
    """Call ``validate`` in a repository of some files: how it ended, its data as bytes, its talk."""

    def run(form: str, *arguments: str, also: bytes = b"") -> tuple[int, bytes, str]:
        monkeypatch.chdir(make_repository(FILES).root)
        if also:
            Path(os.fsdecode(also)).write_bytes(b"")
        code = main(["validate", "--format", form, *arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return code, out, err.decode()

    return run


@EACH
def test_errors_end_with_1_whatever_the_form(validate: Validate, form: str) -> None:
    """The report is on standard output, the count on standard error, and the same faults are in it."""
    code, out, err = validate(form)
    assert (code, err.splitlines()[0]) == (1, "3 records checked: 1 error, 1 warning")
    assert COUNTS[form](out.decode()) == 2


@EACH
def test_a_warning_ends_with_0_whatever_the_form(validate: Validate, form: str) -> None:
    """A warning stops no merge, and is told."""
    code, out, err = validate(form, "records/topics")
    assert (code, err.splitlines()[0]) == (0, "2 records checked: 1 warning")
    assert COUNTS[form](out.decode()) == 1


@EACH
def test_no_fault_ends_with_0_whatever_the_form(validate: Validate, form: str) -> None:
    """A report of nothing can be read too, and people are shown nothing of it."""
    code, out, err = validate(form, "records/topics/sejour.md")
    assert (code, err) == (0, "1 record checked: no fault\n")
    assert COUNTS[form](out.decode()) == 0


@EACH
def test_quiet_takes_the_count_away_and_not_the_report(validate: Validate, form: str) -> None:
    """A script that wants the report alone has it."""
    _, out, err = validate(form, "--quiet")
    assert (COUNTS[form](out.decode()), err) == (2, "")


@EACH
def test_what_programs_read_is_utf_8_whatever_the_screen(validate: Validate, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen without accents changes what people read, never what programs do."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    validate(form)
    out = sys.stdout.buffer.getvalue()  # type: ignore[attr-defined]  # the stream made above
    assert out.isascii() == (form in reporters.FOR_PEOPLE)
    assert COUNTS[form](out.decode()) == 2


@EACH
def test_colours_are_never_in_a_report(validate: Validate, form: str) -> None:
    """``--color always`` is for people, and these forms are for programs."""
    _, out, _ = validate(form, "--color", "always")
    assert form == "text" or b"\x1b" not in out


@EACH
@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names of files are text there")
def test_a_name_that_is_no_utf_8_is_told(validate: Validate, form: str) -> None:
    """Bytes that are no text in the name of a file: each report is UTF-8 all the same, and a program can read it."""
    _, out, _ = validate(form, "records/topics", also=b"records/topics/caf\xe9.md")
    assert COUNTS[form](out.decode()) == (2 if form == "junit" else 3)
    assert (b"caf%E9.md" if form == "sarif" else rb"\udce9.md") in out


def test_the_rules_of_a_sarif_log_are_in_general_words(validate: Validate) -> None:
    """What every fault of a kind has in common, in the language of the report, with the check's own name."""
    _, out, _ = validate("sarif", "--lang", "fr")
    rules = json.loads(out)["runs"][0]["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["name"]) for rule in rules] == [("TR115", "TextCut"), ("TR214", "NotADate")]
    assert rules[1]["shortDescription"]["text"] == "«\u00a0…\u00a0» n’est pas une date"
    assert "2014-10-22" in rules[1]["help"]["text"]


def test_a_junit_report_has_the_files_without_a_fault(validate: Validate) -> None:
    """What was checked is a case each, so that a build server shows it passed."""
    _, out, _ = validate("junit")
    assert [one.get("name") for one in ET.fromstring(out).iter("testcase")] == [
        "records/meetings/m.md",
        "records/topics/cut.md",
        "records/topics/sejour.md",
    ]


def test_the_forms_are_those_of_the_folder(validate: Validate) -> None:
    """Another one is wrong usage, told with those that there are."""
    code, out, err = validate("sarff")
    assert (code, out) == (2, b"")
    assert ", ".join(reporters.names()) in err
