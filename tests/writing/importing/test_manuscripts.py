"""Minutes in the styles of many houses are read as a careful reader reads them, whatever the file they come in."""

from __future__ import annotations

import subprocess

import pytest
from english_manuscripts import ALL as ENGLISH
from french_manuscripts import ALL as FRENCH
from manuscripts import ALL as FIRST
from manuscripts import Expected
from more_manuscripts import ALL as MORE
from reading import named, proxies, told

from traite_cli.converters.pandoc import binary
from traite_cli.language import fold
from traite_cli.writing.importing.minutes import Minutes
from traite_cli.writing.importing.plain_text import as_markdown

ALL = {**FIRST, **FRENCH, **MORE, **ENGLISH}
PARTS = {name: entry for name, entry in ALL.items() if name != "front matter"}


def tell(found: Minutes) -> Expected:
    """What was read, in the form of what is expected."""
    begun = found.beginning
    return Expected(
        begun.date.value,
        begun.time.value,
        begun.title.value,
        begun.place.value,
        named(found, "present"),
        named(found, "guests"),
        named(found, "excused", "absent"),
        proxies(found),
        tuple(point.title for point in found.agenda.points),
        len(found.decisions),
    )


def check(found: Minutes, expected: Expected) -> None:
    read = tell(found)
    assert fold(expected.title) in fold(read.title)
    assert read._replace(title=expected.title) == expected


@pytest.mark.parametrize("name", ALL)
def test_minutes_are_taken_apart(name: str) -> None:
    """Day, time, title, place, the lists of people, the agenda and the decisions are those that the text says."""
    file, text, expected = ALL[name]
    check(told(file, text.encode()), expected)


def made_by_pandoc(text: str, file: str, ending: str, *more: str) -> bytes:
    markdown = as_markdown(text) if file.endswith(".txt") else text
    command = [binary(), "--from=markdown-yaml_metadata_block+hard_line_breaks", f"--to={ending}", "--standalone", "--output=-"]
    return subprocess.run([*command, "--metadata=title: ", *more], input=markdown.encode(), capture_output=True, check=True).stdout


@pytest.mark.parametrize("ending", ["docx", "odt", "html"])
@pytest.mark.parametrize("name", PARTS)
def test_the_format_of_the_file_changes_nothing(name: str, ending: str) -> None:
    """The same minutes say the same when they come as an office file or a page of the web."""
    file, text, expected = PARTS[name]
    check(told(f"compte-rendu.{ending}", made_by_pandoc(text, file, ending)), expected)


@pytest.mark.parametrize("name", ["town council", "works council", "parish", "board", "quebec", "co-owners", *ENGLISH, "school council"])
def test_a_pdf_says_the_same(name: str) -> None:
    """The text layer of a pdf has no headings and no paragraphs: they are told by size, weight and gaps."""
    import typst

    file, text, expected = PARTS[name]
    body = made_by_pandoc(text, file, "typst", "--standalone=false")
    check(told("compte-rendu.pdf", typst.compile(b"#let horizontalrule = []\n" + body)), expected)
