"""The report as SARIF, held against the schema of OASIS."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given, settings
from jsonschema import Draft4Validator
from made_reports import DIAGNOSTICS, HOSTILE, PLAIN, reported, schema

from traite_cli.diagnostics import Diagnostic, Edit, Inspection, RuleWords, Severity, Span

_VALIDATOR = Draft4Validator(schema("sarif-2.1.0.json"))
_RULES = Inspection(rules={"TR310": RuleWords("unknown-reference", "« … » n’est pas connu", "écrire un nom connu")})


def run(*told: Diagnostic, inspection: Inspection = Inspection()) -> dict[str, Any]:
    """The one run of the log, which is valid."""
    log = json.loads(reported("sarif", *told, inspection=inspection))
    assert list(_VALIDATOR.iter_errors(log)) == []
    (found,) = log["runs"]
    assert isinstance(found, dict)
    return found


def test_a_result_has_its_place_and_its_words() -> None:
    """Columns are code points, as said; the path leads from the root of the repository."""
    found = run(PLAIN, inspection=_RULES)
    assert found["columnKind"] == "unicodeCodePoints"
    (one,) = found["results"]
    region = {"startLine": 7, "startColumn": 9, "endLine": 7, "endColumn": 23}
    place = {"uri": "records/people/%C3%A9.md", "uriBaseId": "%SRCROOT%"}
    assert one == {
        "ruleId": "TR310",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "« raphael-sodoni » n’est pas connu\nécrire « raphael-sodini »"},
        "locations": [{"physicalLocation": {"artifactLocation": place, "region": region}}],
        "partialFingerprints": one["partialFingerprints"],
        "fixes": [
            {
                "description": {"text": "écrire « raphael-sodini »"},
                "artifactChanges": [
                    {
                        "artifactLocation": place,
                        "replacements": [{"deletedRegion": region, "insertedContent": {"text": "raphael-sodini"}}],
                    }
                ],
            }
        ],
    }
    assert re.fullmatch("[0-9a-f]{64}:1", one["partialFingerprints"]["primaryLocationLineHash"])


def test_the_rules_are_those_that_were_broken() -> None:
    """Each once, in the order of their codes, in general words; results point at theirs."""
    other = PLAIN._replace(code="TR115", severity=Severity.WARNING)
    found = run(PLAIN, other, PLAIN, inspection=_RULES)
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["TR115", "TR310"]
    assert [rules[one["ruleIndex"]]["id"] for one in found["results"]] == ["TR310", "TR115", "TR310"]
    assert rules[1] == {
        "id": "TR310",
        "name": "UnknownReference",
        "shortDescription": {"text": "« … » n’est pas connu"},
        "fullDescription": {"text": "« … » n’est pas connu"},
        "help": {"text": "écrire un nom connu"},
        "defaultConfiguration": {"level": "error"},
    }
    assert rules[0]["defaultConfiguration"] == {"level": "warning"}


def test_the_language_is_said_where_it_is_known() -> None:
    """By the standard what says nothing of it is English."""
    assert run(PLAIN, inspection=Inspection(language="fr"))["language"] == "fr"
    assert "language" not in run(PLAIN)


def test_no_fault_is_a_report_too() -> None:
    """Code scanning closes by it what was open."""
    found = run()
    assert (found["results"], found["tool"]["driver"]["rules"]) == ([], [])


@pytest.mark.parametrize("name", ["é 日本", "a%20b", "a:b", "x?y#z", "a\nb", "caf\udce9", "\ud800", "::error::"])
def test_a_path_is_a_relative_address(name: str) -> None:
    """Nothing in it is taken for a scheme, a query or a fragment, and it comes back byte for byte."""
    (one,) = run(PLAIN._replace(path=f"{name}.md"))["results"]
    uri = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    errors = "surrogatepass" if name == "\ud800" else "surrogateescape"
    assert unquote_to_bytes(uri) == f"{name}.md".encode("utf-8", errors)


def test_a_message_is_no_template_and_no_link() -> None:
    """By the standard braces are places for arguments, and brackets before a parenthesis a link: a record makes neither."""
    (one,) = run(PLAIN._replace(message="{0} [ici](https://example.org)", hint=""))["results"]
    assert one["message"]["text"] == "{{0}} [ici\\](https://example.org)"


def test_a_mend_that_cannot_be_written_is_left_out() -> None:
    """Half a character is no JSON that others read; all edits of a fault go together, or none."""
    edits = (Edit(Span(1, 1, 1, 2), "a"), Edit(Span(2, 1, 3, 1), "caf\udce9"))
    (one,) = run(PLAIN._replace(edits=edits))["results"]
    assert "fixes" not in one
    (one,) = run(PLAIN._replace(edits=edits[:1] * 2))["results"]
    assert len(one["fixes"][0]["artifactChanges"][0]["replacements"]) == 2


@settings(max_examples=40)
@given(told=DIAGNOSTICS)
def test_any_diagnostic_is_told(told: list[Diagnostic]) -> None:
    """Whatever stands in a record, the log is valid and holds all of them."""
    found = run(*told, *HOSTILE)
    assert len(found["results"]) == len(told) + len(HOSTILE)
    json.dumps(found, ensure_ascii=False).encode()
