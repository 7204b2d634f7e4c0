"""The report as JUnit's XML, which nearly every build server reads: a test case a file, which fails when the file has an error.

Warnings fail nothing; they are in the case's output. The elements are those that Jenkins' schema and Maven Surefire's have in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from traite_cli.diagnostics.diagnostic import Diagnostic, Translate
from traite_cli.diagnostics.fault import Severity
from traite_cli.diagnostics.inspection import NOTHING, Inspection
from traite_cli.diagnostics.reporters.text import report as in_text
from traite_cli.diagnostics.visible import visible


def report(diagnostics: Iterable[Diagnostic], translate: Translate, inspection: Inspection = NOTHING, /) -> Iterator[str]:
    """Give the XML, with the files in the order of their paths."""
    files: dict[str, list[Diagnostic]] = {path: [] for path in inspection.paths}
    for one in diagnostics:
        files.setdefault(one.path, []).append(one)
    failures = sum(any(one.severity is Severity.ERROR for one in told) for told in files.values())
    counts = f'name="traite" tests="{len(files)}" failures="{failures}" errors="0"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n<testsuite {counts} skipped="0">\n'
    for path, told in sorted(files.items()):
        yield "".join(_case(path, told, translate))
    yield "</testsuite>\n</testsuites>\n"


def _case(path: str, told: Sequence[Diagnostic], translate: Translate) -> Iterator[str]:
    names = f"name={_attribute(path)} classname={_attribute(path.rpartition('/')[0] or path)}"
    if not told:
        yield f"<testcase {names}/>\n"
        return
    errors = [one for one in told if one.severity is Severity.ERROR]
    others = [one for one in told if one.severity is not Severity.ERROR]
    yield f"<testcase {names}>\n"
    if errors:
        yield f"<failure type={_attribute(errors[0].code)} message={_attribute(errors[0].message)}>"
        yield f"{escape(''.join(in_text(errors, translate)))}</failure>\n"
    if others:
        yield f"<system-out>{escape(''.join(in_text(others, translate)))}</system-out>\n"
    yield "</testcase>\n"


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
