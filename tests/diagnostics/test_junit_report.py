"""The report as JUnit's XML, held against the schema that Jenkins has."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree as ET

import xmlschema
from hypothesis import given, settings
from made_reports import DIAGNOSTICS, EVIL, HOSTILE, PLAIN, SCHEMAS, reported

from traite_cli.diagnostics import Diagnostic, Inspection, Severity


@cache
def _jenkins() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMAS / "junit-jenkins.xsd")


def suite(*told: Diagnostic, paths: tuple[str, ...] = ()) -> ET.Element:
    """The one suite of the report, which is valid and counts rightly."""
    text = reported("junit", *told, inspection=Inspection(paths))
    root = ET.fromstring(text)
    _jenkins().validate(text)
    (found,) = root
    for one in (root, found):
        assert one.get("tests") == str(len(found.findall("testcase")))
        assert one.get("failures") == str(len(found.findall("testcase/failure")))
    return found


def test_each_file_is_a_case() -> None:
    """Those without a fault too, in the order of their paths."""
    found = suite(PLAIN, paths=("records/people/é.md", "records/meetings/a.md", "records/topics/z.md"))
    assert [(one.get("classname"), one.get("name"), len(one)) for one in found] == [
        ("records/meetings", "records/meetings/a.md", 0),
        ("records/people", "records/people/é.md", 1),
        ("records/topics", "records/topics/z.md", 0),
    ]


def test_an_error_fails_its_case() -> None:
    """All errors of a file in one failure, since readers look at the first only; it is told as people read it."""
    (failure,) = suite(PLAIN, PLAIN._replace(code="TR311")).findall("testcase/failure")
    assert (failure.get("type"), failure.get("message")) == ("TR310", "« raphael-sodoni » n’est pas connu")
    assert (failure.text or "").count("records/people/é.md:7:9: TR31") == 2
    assert "^^^" in (failure.text or "")


def test_a_warning_fails_nothing() -> None:
    """It is in the case's output, beside the errors or alone."""
    warning = PLAIN._replace(severity=Severity.WARNING)
    (case,) = suite(warning)
    assert [one.tag for one in case] == ["system-out"]
    (case,) = suite(warning, PLAIN)
    assert [one.tag for one in case] == ["failure", "system-out"]


def test_a_file_that_is_no_record_has_its_case() -> None:
    """A misplaced file was not read as a record, and is faulty all the same."""
    assert [one.get("name") for one in suite(PLAIN, paths=("records/topics/a.md",))] == ["records/people/é.md", "records/topics/a.md"]


def test_no_fault_is_a_report_too() -> None:
    """A build server shows what was checked; with no record at all, a suite of none."""
    assert [len(one) for one in suite(paths=("a.md", "b.md"))] == [0, 0]
    assert len(suite()) == 0


def test_no_markup_comes_from_a_record() -> None:
    """Tags, references, the end of a section and characters that XML forbids stand in the text as they are shown elsewhere."""
    found = suite(*HOSTILE)
    assert len(found) == len(EVIL)
    assert {one.get("message") for one in found.iter("failure")} == {one.lines[0] for one in HOSTILE}
    assert not list(found.iter("b"))


@settings(max_examples=40)
@given(told=DIAGNOSTICS)
def test_any_diagnostic_is_told(told: list[Diagnostic]) -> None:
    """Whatever stands in a record, the report is valid, and a case stands for each file."""
    assert len(suite(*told)) == len({one.path for one in told})
