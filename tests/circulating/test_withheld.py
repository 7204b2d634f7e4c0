"""Nothing of a narrower record shows anywhere: a mark in every field of every kind, and none of them found."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from planting import CIRCLES, PAIRS, Garden, marks_in, moments_in, narrower, slug
from read_back import everything_in, text_of

from repositories import NAME, write_repository
from traite_cli.checks.codes import of_severity
from traite_cli.checks.running import faults_of
from traite_cli.circulating import formats
from traite_cli.circulating.making import Order, make_edition, make_minutes
from traite_cli.circulating.manuscript import Manuscript
from traite_cli.cli.main import main
from traite_cli.diagnostics import Severity
from traite_cli.kinds import KINDS, Block, Edition, Meeting, Struct
from traite_cli.kinds.types import Choice, Date, Number, Reference, Time, Truth
from traite_cli.repository import for_audience, may_withhold, on_day
from traite_cli.workspace import Workspace

FORMATS = ("md", "html", "docx", "odt", "pdf")
READERS = [circle for circle in CIRCLES if narrower(circle)]
GAPS = NAME + "[render]\ngaps = true\n"


@dataclass
class Planted:
    """A repository full of marks, and the documents made from it."""

    garden: Garden
    spoken: Workspace
    silent: Workspace
    set: dict[tuple[str, str, bool], Manuscript] = field(default_factory=dict)
    made: dict[tuple[str, str, str, bool], str] = field(default_factory=dict)

    def document(self, name: str, reader: str, form: str, *, gaps: bool = False) -> str:
        """Everything in a document for a reader; the moments told in it are marked at its end."""
        key = (name, reader, form, gaps)
        if key not in self.made:
            if (name, reader, gaps) not in self.set:
                self.set[name, reader, gaps] = self._manuscript(self.spoken if gaps else self.silent, name, reader)
            data = formats.load(form).write(self.set[name, reader, gaps])
            self.made[key] = f"{everything_in(form, data)}\n{sorted(moments_in(text_of(form, data), 'mc'))}"
        return self.made[key]

    @staticmethod
    def _manuscript(workspace: Workspace, name: str, reader: str) -> Manuscript:
        order, repository = Order(audience=CIRCLES[reader]), workspace.repository
        make, record = (make_minutes, repository.of(Meeting)) if name.endswith("-m") else (make_edition, repository.of(Edition))
        made = make(repository, record[name], order, workspace.looks, workspace.source, "")
        assert made.manuscript is not None, made.faults
        return made.manuscript


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """Plant once for all tests."""
    garden, folder = Garden(), tmp_path_factory.mktemp("planted")
    return Planted(garden, write_repository(folder / "spoken", garden.files, GAPS), write_repository(folder / "silent", garden.files))


def withheld_in(text: str, reader: str) -> set[str]:
    """What a text holds that is not for a reader."""
    return marks_in(text, "".join(narrower(reader))) | moments_in(text.rpartition("\n")[2], "".join(narrower(reader)))


def names_for(reader: str) -> Iterator[str]:
    """The documents a reader may ask for: every edition, and the minutes of the meetings for the reader's circle or a wider one."""
    yield from (slug("editions", own, target) for own, target in PAIRS)
    yield from (slug("meetings", own, target) for own, target in PAIRS if own not in narrower(reader))


CASES = [(name, reader) for reader in READERS for name in names_for(reader)]
OWN_CASES = [(name, reader) for name, reader in CASES if name[1] == "p"]


def test_the_repository_is_in_order(planted: Planted) -> None:
    """The marks stand in records without a fault: nothing is withheld because a record is refused."""
    assert not faults_of(planted.silent.repository, date(2015, 1, 22), of_severity(Severity.ERROR))


def test_every_field_of_every_kind_has_marks_for_each_circle(planted: Planted) -> None:
    """A field that a kind declares is planted; adding one is enough to have it looked for."""

    def paths(block: type[Block], before: str) -> Iterator[str]:
        for one in block.FIELDS.values():
            if isinstance(one.type, Struct):
                yield from paths(one.type.block, f"{before}.{one.name}")
            elif not isinstance(one.type, Choice | Date | Number | Reference | Time | Truth):
                yield f"{before}.{one.name}"

    apart = {
        "audience",
        "people.contact_details",
        "requests.answers",
        "editions.parts",
        "editions.sections",
        "editions.enclosures",
        "commitments.quote",
        "meetings",
    }
    wanted = {path for kind, block in KINDS.items() for path in paths(block, kind)}
    for circle in CIRCLES:
        have = set(planted.garden.planted(circle).values())
        assert not {path for path in wanted - have if not any(path.startswith(one) for one in apart)}


@pytest.mark.parametrize("reader", READERS)
def test_all_that_is_withheld_could_be_told_before(planted: Planted, reader: str) -> None:
    """What the guard keeps of each record by itself leaves out nothing of what a circle is kept from, whatever the day is."""
    repository = planted.silent.repository
    foreseen = {text for one in repository.all() for text in may_withhold(one, CIRCLES[reader], repository.configuration)}
    for day in (date.max, date(2015, 1, 22), date(1990, 1, 1)):
        withheld = for_audience(on_day(repository, day), CIRCLES[reader]).withheld
        assert withheld
        assert foreseen.issuperset(withheld)


@pytest.mark.parametrize(("name", "reader"), CASES)
@pytest.mark.parametrize("form", ["md", "html"])
def test_no_mark_of_a_narrower_circle_is_in_the_text(planted: Planted, name: str, reader: str, form: str) -> None:
    """A document for a circle holds nothing that is for a narrower one, with all parts and with gaps said."""
    assert not withheld_in(planted.document(name, reader, form, gaps=True), reader)


@pytest.mark.parametrize(("name", "reader"), OWN_CASES)
def test_no_mark_is_in_the_text_where_gaps_are_passed_over(planted: Planted, name: str, reader: str) -> None:
    """The same where gaps are not said."""
    assert not withheld_in(planted.document(name, reader, "md"), reader)


@pytest.mark.parametrize(("name", "reader"), OWN_CASES)
@pytest.mark.parametrize("form", ["docx", "odt", "pdf"])
def test_no_mark_is_in_the_bytes_of_an_office_file_or_a_pdf(planted: Planted, name: str, reader: str, form: str) -> None:
    """Not in a member of the archive, a property, a tag, a bookmark or a stream either."""
    assert not withheld_in(planted.document(name, reader, form, gaps=True), reader)


@pytest.mark.parametrize("form", FORMATS)
def test_marks_are_found_by_those_they_are_for(planted: Planted, form: str) -> None:
    """The search finds what is there: contributors have the marks of all circles, days and times included."""
    text = planted.document("zpq0002-e", "c", form, gaps=True)
    found = {circle: len(marks_in(text, circle)) for circle in CIRCLES}
    assert min(found["p"], found["c"]) > 80
    assert found["m"] > 15
    assert moments_in(text.rpartition("\n")[2], "c")


@pytest.mark.parametrize("form", FORMATS)
def test_the_rest_stands(planted: Planted, form: str) -> None:
    """What is for a reader stays, whatever is withheld beside it."""
    assert len(marks_in(planted.document("zpq0000-e", "p", form, gaps=True), "p")) > 100
    assert len(marks_in(planted.document("zpq0000-e", "m", form, gaps=True), "m")) > 80


@pytest.mark.parametrize("own", CIRCLES)
def test_sections_keep_their_numbers(planted: Planted, own: str) -> None:
    """People with different versions in their hands name the same item by the same number."""
    name = slug("editions", own, "c")
    numbers = {reader: re.findall(r"(?m)^### (\d+) –", planted.document(name, reader, "md", gaps=True)) for reader in CIRCLES}
    assert numbers["p"] == numbers["m"] == numbers["c"] == [str(number) for number in range(1, len(numbers["c"]) + 1)]
    headings = {reader: dict(re.findall(r"(?m)^### (\d+) [^\n]*?(z\wq\d+)", planted.document(name, reader, "md"))) for reader in CIRCLES}
    assert headings["p"].items() <= headings["c"].items()
    assert headings["m"].items() <= headings["c"].items()


# --- what is asked at the terminal --------------------------------------------------------------------------------------------

Ask = Callable[..., str]


@pytest.fixture
def ask(planted: Planted, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """What a command puts on the screen, its talk included."""
    monkeypatch.setenv("TRAITE_LANG", "fr")
    folder: Path = planted.silent.root

    def said(*arguments: str) -> str:
        code = main(["-C", str(folder), *arguments])
        out, err = capsysbinary.readouterr()
        assert code in {0, 1}
        return (out + err).decode()

    return said


@pytest.mark.parametrize(
    ("form", "day"),
    [("json", ()), ("csv", ()), ("markdown", ()), ("table", ()), ("json", ("--as-of", "2014-01-01")), ("paths", ("--as-of", "1981-01-01"))],
)
@pytest.mark.parametrize("reader", READERS)
def test_a_list_for_a_circle_holds_no_mark_of_a_narrower_one(ask: Ask, reader: str, form: str, day: tuple[str, ...]) -> None:
    """``list --audience`` cuts what it shows in every form, also on a day when some of the hidden records were not there yet."""
    for kind in KINDS:
        text = ask(*day, "list", kind, "--audience", CIRCLES[reader], "--format", form)
        assert not marks_in(text, "".join(narrower(reader)))
        assert not moments_in(text, "".join(narrower(reader)))


@pytest.mark.parametrize("form", ["json", "text"])
@pytest.mark.parametrize("reader", READERS)
def test_a_record_shown_to_a_circle_holds_no_mark_of_a_narrower_one(ask: Ask, reader: str, form: str) -> None:
    """``show --audience`` cuts the record, its body and those that name it."""
    for kind in KINDS:
        text = ask("show", f"{kind}/{slug(kind, reader, 'c')}", "--audience", CIRCLES[reader], "--format", form)
        assert marks_in(text, reader)
        assert not marks_in(text, "".join(narrower(reader)))
        assert not moments_in(text, "".join(narrower(reader)))


def test_a_hidden_record_asked_for_is_not_named(ask: Ask) -> None:
    """To a circle it is not for, a record does not exist; the nearest names offered are not hidden ones either."""
    for kind in KINDS:
        text = ask("show", f"{kind}/zcq0002", "--audience", "members")
        assert marks_in(text, "c") <= {"zcq0002"}
        assert f"zcq0002-{slug(kind, 'c', 'c')[-1]}" not in text


def test_everything_shows_where_no_circle_is_asked_for(ask: Ask) -> None:
    """Reading at the terminal shows everything."""
    for kind in KINDS:
        found = json.loads(ask("list", kind, "--format", "json"))
        assert marks_in(json.dumps(found), "c")
