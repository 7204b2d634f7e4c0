"""Known faults: they pass while they are there, wherever they moved to, and must leave the file when they are mended."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from datetime import date

import pytest

from repositories import MakeRepository
from traite_cli.checks.baseline import Entry, Known, read_baseline, unknown
from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.choosing import below
from traite_cli.checks.running import faults_of, told
from traite_cli.diagnostics import reporters
from traite_cli.errors import ConfigurationError
from traite_cli.language import LANGUAGES, Language, translator
from traite_cli.repository import Repository

ALL = frozenset(catalogue())
DAY = date(2015, 1, 22)
SEJOUR = "topics/sejour.md"
HEADER = "---\ntitle: Séjour\nlead: [absente, ailleurs, absente]\nsource: a\nsource: b\n---\n"
Taken = Callable[..., Known]


def report_of(repository: Repository, language: Language = "fr") -> bytes:
    """What ``traite validate --format json`` writes."""
    t = translator(language)
    return "".join(reporters.load("json")(told(faults_of(repository, DAY), t), t)).encode()


@pytest.fixture
def after(make_repository: MakeRepository) -> Callable[..., Known]:
    """What is left of the faults of a record once those of an earlier state of it are known."""

    def after(before: str, now: str, language: Language = "fr") -> Known:
        known = read_baseline("known.json", report_of(make_repository({SEJOUR: before}).repository, language))
        repository = make_repository({SEJOUR: now}).repository
        return unknown(known, faults_of(repository, DAY), repository.looks_at, ALL)

    return after


@pytest.mark.parametrize("language", LANGUAGES)
def test_known_faults_pass_in_either_language(after: Taken, language: Language) -> None:
    """The file may be made by somebody who reads French and used by a forge that speaks English."""
    assert after(HEADER, HEADER, language) == Known((), 4, ())


def test_a_known_fault_may_move(after: Taken) -> None:
    """Lines put in above it, and above the line that its message names, make it no other fault."""
    assert after(HEADER, HEADER.replace("title", "# une remarque\n\ntitle")) == Known((), 4, ())


def test_each_entry_is_one_fault(after: Taken) -> None:
    """The same fault made once more in the same file is a new one."""
    known = after(HEADER, HEADER.replace("absente]", "absente, absente]"))
    assert (len(known.faults), known.passed, known.mended) == (1, 4, ())


def test_a_mended_fault_must_leave(after: Taken) -> None:
    """Left in the file, its entry would let the same fault pass when it is made again; a new fault is told beside it."""
    known = after(HEADER, HEADER.replace("ailleurs", "nulle-part"))
    assert [fault.facts["slug"] for fault in known.faults] == ["nulle-part"]
    assert [entry.code for entry in known.mended] == ["TR310"]
    assert "ailleurs" in known.mended[0].message


def test_what_is_about_audiences_is_told_though_it_is_known(after: Taken) -> None:
    """It is no mended fault either, as long as it is there."""
    doubtful = "---\ntitle: x\n---\n\n::: membres\nx\n"
    known = after(doubtful, doubtful)
    assert ([fault.check for fault in known.faults], known.passed, known.mended) == (["doubtful-fence"], 0, ())
    assert len(after(doubtful, "---\ntitle: x\n---\n").mended) == 1


def test_what_nobody_looked_at_is_not_called_mended(make_repository: MakeRepository) -> None:
    """Some files or some codes asked for say nothing of the others."""
    repository = make_repository({SEJOUR: HEADER, "topics/asile.md": "---\ntitle: x\n---\n"}).repository
    entries = [
        Entry("records/topics/sejour.md", "TR999", "x"),
        Entry("records/topics/sejour.md", "TR115", "x"),
        Entry("records/gone.md", "TR115", "x"),
    ]
    other = below(repository, ["topics/asile"])
    assert unknown(entries, (), other.looks_at, ALL).mended == ()
    assert unknown(entries, (), repository.looks_at, ALL - {"text-cut"}).mended == ()
    assert unknown(entries, (), repository.looks_at, ALL).mended == (entries[2], entries[1])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_file_may_be_as_a_shell_wrote_it(make_repository: MakeRepository, encoding: str) -> None:
    """Some shells write what is sent to a file in an encoding of their own."""
    data = report_of(make_repository({SEJOUR: HEADER}).repository)
    assert len(read_baseline("known.json", data.decode().encode(encoding))) == 4
    assert data[:3] != codecs.BOM_UTF8


@pytest.mark.parametrize("line", [1, 2, 4])
def test_a_line_can_be_deleted(make_repository: MakeRepository, line: int) -> None:
    """What is asked for when a fault is mended, to delete its line, leaves a file that can be read, be it the last one."""
    lines = report_of(make_repository({SEJOUR: HEADER}).repository).splitlines(keepends=True)
    assert len(read_baseline("known.json", b"".join(lines[:line] + lines[line + 1 :]))) == 3


def test_a_comma_in_a_message_stays(make_repository: MakeRepository) -> None:
    """Only the comma that a deleted entry leaves at the end is passed over."""
    entry = {"path": "records/x.md", "code": "TR310", "message": "a, ] } ,]}"}
    (read,) = read_baseline("known.json", json.dumps({"version": 1, "diagnostics": [entry]}).encode())
    assert read.message == entry["message"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\xff",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b'{"version": 1}',
        b'{"version": 1, "diagnostics": {}}',
        b'{"version": 2, "diagnostics": []}',
        b'{"diagnostics": []}',
        b'{"version": 1, "diagnostics": ["x"]}',
        b'{"version": 1, "diagnostics": [{}]}',
        b'{"version": 1, "diagnostics": [{"path": 1, "code": "TR310", "message": "x"}]}',
        b"[" * 100_000,
        b'{"version": ' + b"9" * 5000 + b"}",
    ],
)
def test_a_file_that_is_no_report_is_told(data: bytes) -> None:
    """In words, with the command that makes a right one."""
    with pytest.raises(ConfigurationError) as raised:
        read_baseline("known.json", data)
    assert "traite validate --format json" in raised.value.hint
    assert "known.json" in str(raised.value)
