"""The report as SARIF 2.1.0, for code scanning and viewers: one run, with the kinds of faults that it met.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from traite_cli import __version__
from traite_cli.diagnostics.diagnostic import Diagnostic, Translate
from traite_cli.diagnostics.fault import Edit, Severity, Span
from traite_cli.diagnostics.fingerprint import fingerprints
from traite_cli.diagnostics.inspection import NOTHING, Inspection, RuleWords
from traite_cli.diagnostics.json_text import json_entries, json_text
from traite_cli.diagnostics.visible import encodable

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"
"""What paths begin at: the name that GitHub knows the repository's root by."""


def report(diagnostics: Iterable[Diagnostic], _translate: Translate, inspection: Inspection = NOTHING, /) -> Iterator[str]:
    """Give the log, a line for each diagnostic."""
    told = tuple(diagnostics)
    kinds = {one.code: one for one in sorted(told, key=lambda one: one.code)}
    places = {code: index for index, code in enumerate(kinds)}
    tool = {"driver": {"name": "traite", "version": __version__, "rules": [_rule(one, inspection) for one in kinds.values()]}}
    run = {"tool": tool, "columnKind": "unicodeCodePoints"} | ({"language": inspection.language} if inspection.language else {})
    opening = f'{{"$schema": {json_text(_SCHEMA)}, "version": "2.1.0", "runs": [{json_text(run).removesuffix("}")}, "results": ['
    results = (_result(one, places, fingerprint) for one, fingerprint in zip(told, fingerprints(told), strict=True))
    return json_entries(opening, results, "]}]}\n")


def _rule(one: Diagnostic, inspection: Inspection) -> dict[str, object]:
    words = inspection.rules.get(one.code, RuleWords(one.code, one.lines[0], "\n".join(one.lines[1:])))
    return {
        "id": one.code,
        "name": words.name.title().replace("-", ""),
        "shortDescription": _message(words.summary),
        "fullDescription": _message(words.summary),
        "help": _message(words.help or words.summary),
        "defaultConfiguration": {"level": _LEVELS[one.severity]},
    }


def _result(one: Diagnostic, places: Mapping[str, int], fingerprint: str) -> dict[str, object]:
    return {
        "ruleId": one.code,
        "ruleIndex": places[one.code],
        "level": _LEVELS[one.severity],
        "message": _message("\n".join(one.lines)),
        "locations": [{"physicalLocation": {"artifactLocation": _location(one.path), "region": _region(one.span)}}],
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint}:1"},
        **_fixes(one),
    }


def _fixes(one: Diagnostic) -> dict[str, object]:
    """The mend, where there is one that can be written: half a character cannot."""
    if not one.edits or any(encodable(edit.text) != edit.text for edit in one.edits):
        return {}
    change = {"artifactLocation": _location(one.path), "replacements": list(map(_replacement, one.edits))}
    return {"fixes": [{"description": _message("\n".join(one.lines[1:] or one.lines)), "artifactChanges": [change]}]}


def _replacement(edit: Edit) -> dict[str, object]:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}


def _region(span: Span) -> dict[str, int]:
    return {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _location(path: str) -> dict[str, str]:
    return {"uri": quote(_bytes(path)), "uriBaseId": _ROOT}


def _bytes(path: str) -> bytes:
    """The bytes that a path has on the disk: each half character stands for one that is no UTF-8 (PEP 383), or is Windows' own."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")


def _message(text: str) -> dict[str, str]:
    """A message as it stands: braces would be places for arguments, brackets before a parenthesis a link."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "\\](")}
