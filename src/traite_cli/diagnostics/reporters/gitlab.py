"""The report as GitLab's Code Quality: a JSON array that a merge request shows, what is new and what is mended in it.

GitLab compares two reports by their fingerprints, and keeps one fault of each.
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from traite_cli.diagnostics.diagnostic import Diagnostic, Translate
from traite_cli.diagnostics.fault import Severity
from traite_cli.diagnostics.fingerprint import fingerprints
from traite_cli.diagnostics.inspection import NOTHING, Inspection
from traite_cli.diagnostics.json_text import json_entries
from traite_cli.diagnostics.visible import encodable

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(diagnostics: Iterable[Diagnostic], _translate: Translate, _inspection: Inspection = NOTHING, /) -> Iterator[str]:
    """Give the array, a line for each diagnostic."""
    told = tuple(diagnostics)
    return json_entries("[", map(_entry, told, fingerprints(told)), "]\n")


def _entry(one: Diagnostic, fingerprint: str) -> dict[str, object]:
    return {
        "description": " — ".join(one.lines),
        "check_name": one.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[one.severity],
        "location": {"path": encodable(one.path), "lines": {"begin": one.span.line}},
    }
