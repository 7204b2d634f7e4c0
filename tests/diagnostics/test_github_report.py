"""The report as GitHub's workflow commands, read as its runner reads them."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from made_reports import DIAGNOSTICS, HOSTILE, PLAIN, reported

from traite_cli.diagnostics import Diagnostic, Severity, Span

_IN_DATA = {"%0D": "\r", "%0A": "\n", "%25": "%"}
_IN_PROPERTY = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


class Command(NamedTuple):
    """A workflow command as the runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def _unescaped(text: str, replacements: dict[str, str]) -> str:
    for written, meant in replacements.items():
        text = text.replace(written, meant)
    return text


def read(line: str) -> Command:
    """A line of the log read by the rules of the runner (``ActionCommand.TryParseV2``), in their order."""
    line = line.lstrip()
    assert line.startswith("::")
    info, separator, data = line[2:].partition("::")
    assert separator
    name, _, written = info.partition(" ")
    pairs = [one.split("=", 1) for one in written.strip().split(",") if one]
    properties = {pair[0]: _unescaped(pair[1], _IN_PROPERTY) for pair in pairs if len(pair) == 2 and pair[1]}
    return Command(name, properties, _unescaped(data, _IN_DATA))


def commands(*diagnostics: Diagnostic) -> list[Command]:
    """The commands that the runner would find."""
    return [read(line) for line in reported("github", *diagnostics).split("\n")[:-1]]


def test_the_form_that_github_documents() -> None:
    """File, place and code as properties, the sentence and what to do as its text."""
    assert reported("github", PLAIN) == (
        "::error file=records/people/é.md,line=7,endLine=7,col=9,endColumn=23,title=TR310::"
        "« raphael-sodoni » n’est pas connu%0Aécrire « raphael-sodini »\n"
    )


def test_severities_have_their_commands() -> None:
    """A remark is a notice there."""
    assert [one.name for one in commands(*(PLAIN._replace(severity=severity) for severity in Severity))] == ["error", "warning", "notice"]


def test_columns_are_for_one_line() -> None:
    """GitHub refuses a remark with columns that runs over several lines."""
    (one,) = commands(PLAIN._replace(span=Span(2, 3, 5, 4)))
    assert {"line": "2", "endLine": "5"}.items() <= one.properties.items()
    assert "col" not in one.properties
    assert "endColumn" not in one.properties


def test_nothing_in_a_record_becomes_a_command() -> None:
    """Each line is our own command, whatever a record or the name of a file holds, and says it as it is shown elsewhere."""
    found = commands(*HOSTILE)
    assert [(one.name, one.properties["title"], one.properties["line"]) for one in found] == [("error", "TR210", "3")] * len(HOSTILE)
    assert [one.data.split("\n")[0] for one in found] == [one.lines[0] for one in HOSTILE]


def test_a_name_of_a_file_comes_back() -> None:
    """Colons, commas, per cent signs and line ends in a path lead to the very file."""
    names = ["a,b=c:d.md", "100 %0A.md", "a\r\nb.md", "::x::.md", "é 日本.md"]
    found = commands(*(PLAIN._replace(path=f"records/{name}") for name in names))
    assert [one.properties["file"] for one in found] == [f"records/{name}" for name in names]


@given(told=DIAGNOSTICS)
def test_any_diagnostic_is_one_command(told: list[Diagnostic]) -> None:
    """As many commands as diagnostics, each with the sentence of its own."""
    assert [one.data for one in commands(*told)] == ["\n".join(one.lines) for one in told]
