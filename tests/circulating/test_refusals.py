"""When a document is not made, why it is said, and what is on the disk afterwards: the whole file or none."""

from __future__ import annotations

import errno
import os
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from repositories import MakeRepository
from traite_cli.circulating import formats
from traite_cli.cli.main import main
from traite_cli.errors import MachineError
from traite_cli.language import N_

FILES = {
    "topics/t.md": "---\ntitle: Dossier\n---\n",
    "people/a.md": "---\nname: Alice\n---\n",
    "meetings/m.md": "---\ntitle: Rencontre\ndate: 2014-11-18\nparticipants: [a]\naudience: public\n---\n\nMots.\n",
    "updates/u.md": "---\ntitle: Nouvelle\ndate: 2014-12-01\ntopics: t\n---\n\nNeuf.\n",
    "editions/e.md": "---\ntitle: Document\ndate: 2015-01-22\naudience: public\nmeetings: [m]\nsections: [{title: S, meeting: m}]\n---\n",
}


class Ended(NamedTuple):
    code: int
    out: str
    err: str
    folder: Path

    @property
    def files(self) -> set[str]:
        """The files that are there beside the records and the index."""
        found = {
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file() and ".traite" not in path.parts
        }
        return {path for path in found if not path.startswith("records/") and path != "traite.toml"}


Call = Callable[..., Ended]


@pytest.fixture
def call(make_repository: MakeRepository, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call the command line in the folder of a new repository."""

    def run(*arguments: str, more: Mapping[str, str] | None = None, before: Callable[[Path], object] = lambda _: None) -> Ended:
        folder = make_repository({**FILES, **(more or {})}).root
        before(folder)
        monkeypatch.chdir(folder)
        monkeypatch.setenv("TRAITE_LANG", "en")
        code = main(list(arguments))
        out, err = capfd.readouterr()
        return Ended(code, out, err, folder)

    return run


# --- records with errors ------------------------------------------------------------------------------------------------------

BROKEN = {
    "the edition": {"editions/e.md": FILES["editions/e.md"].replace("title: Document\n", "titel: Document\n")},
    "a meeting it reports": {"meetings/m.md": FILES["meetings/m.md"].replace("2014-11-18", "2014-13-18")},
    "a person who was there": {"people/a.md": "---\nname: Alice\nhonorifique: Mme\n---\n"},
    "a fence in a meeting": {"meetings/m.md": FILES["meetings/m.md"] + "\n ::: members\nx\n:::\n"},
    "a promise made there": {"commitments/c.md": "---\ntitle: C\nby: personne\nmade_at: m\n---\n"},
    "a request raised there": {"requests/q.md": "---\ntitle: Q\nto: a\ndate: 2014\nraised_at: m\nclassification: lettre\n---\n"},
    "a dead link in its minutes": {"meetings/m.md": FILES["meetings/m.md"] + "\n[x](../people/perdue.md)\n"},
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_document_is_refused_when_a_record_it_uses_has_errors(call: Call, what: str) -> None:
    """Nothing is written; the errors stand on standard error at their places, and a sentence says what it means."""
    ended = call("render", "e", more=BROKEN[what])
    (path,) = BROKEN[what]
    assert ended.code == 1
    assert ended.out == ""
    assert f"records/{path}:" in ended.err
    assert "nothing was written" in ended.err
    assert ended.files == set()


PERIOD = {"editions/e.md": "---\ntitle: Document\ndate: 2015-01-22\nperiod: 2014-10/2015-01\naudience: public\n---\n"}


@pytest.mark.parametrize(
    ("name", "edition", "is_made"),
    [
        ("meetings/n.md", PERIOD, False),
        ("meetings/2014-12-03-n.md", PERIOD, False),
        ("meetings/2016-12-03-n.md", PERIOD, True),
        ("updates/n.md", PERIOD, False),
        ("meetings/n.md", {}, True),
        ("updates/n.md", {"editions/e.md": FILES["editions/e.md"].replace("meeting: m", "topic: t")}, False),
    ],
)
def test_what_may_be_of_its_days_is_not_lost_without_a_word(call: Call, name: str, edition: Mapping[str, str], is_made: bool) -> None:
    """Whose date cannot be read may be one of those an edition reports on, unless it names them, or the file says another time."""
    fields = "topics: t\n" if name.startswith("updates") else ""
    ended = call("render", more={name: f"---\ntitle: N\ndate: 3/12/2014\n{fields}---\n\nMots.\n", **edition})
    assert (ended.code, f"records/{name}:3:7: TR" in ended.err) == ((0, False) if is_made else (1, True)), ended


def test_errors_are_those_of_the_files_as_they_are(call: Call) -> None:
    """What was in the way of a document the last time is known; it is looked for again when any record has changed."""
    folder = call("render", "e", "--to", "md").folder
    person = folder / "records/people/a.md"
    for text, codes in (
        (FILES["people/a.md"], [0, 0]),
        ("---\nname: Alice\nhonorifique: Mme\n---\n", [1, 1]),
        (FILES["people/a.md"], [0, 0]),
    ):
        person.write_text(text, encoding="utf-8")
        assert [main(["render", "e", "--to", "md"]) for _ in codes] == codes


@pytest.mark.parametrize(
    "more",
    [
        {"people/b.md": "---\nnom: Bob\n---\n"},
        {"meetings/autre.md": "---\ntitle: [\n---\n"},
        {"updates/u.md": "---\ntitle: Nouvelle\n---\n ::: members\n"},
        {"topics/x.md": "rien"},
        {"misplaced.md": "x"},
    ],
)
def test_a_record_that_has_nothing_to_do_with_it_does_not_stand_in_the_way(call: Call, more: Mapping[str, str]) -> None:
    """One faulty file never stops the others' work."""
    ended = call("render", "e", more=more)
    assert (ended.code, ended.files) == (0, {"build/e-public.md"}), ended.err


def test_a_warning_does_not_stand_in_the_way(call: Call) -> None:
    """Only errors do: a text that a comment cuts is a warning."""
    meeting = FILES["meetings/m.md"].replace("title: Rencontre", "title: Rencontre #3")
    ended = call("render", "e", more={"meetings/m.md": meeting})
    assert ended.code == 0, ended.err


def test_an_edition_or_a_meeting_that_does_not_exist_is_not_found(call: Call) -> None:
    """The nearest names are offered."""
    assert call("render", "2015-01-23").code == 1
    ended = call("minutes", "2014-11-18-mirpof", more={"meetings/2014-11-18-miprof.md": FILES["meetings/m.md"]})
    assert ended.code == 1
    assert "meetings/2014-11-18-miprof" in ended.err


def test_without_an_edition_there_is_nothing_to_render(call: Call) -> None:
    """Nor when all of them are later than the day asked about; the command is named that comes next."""
    ended = call("--as-of", "2014-01-01", "render")
    assert (ended.code, ended.files) == (1, set())
    assert ended.err.endswith("    one that is to come is named: traite render e\n")
    ended = call("render", before=lambda folder: (folder / "records/editions/e.md").unlink())
    assert (ended.code, ended.err) == (1, "error: there is no edition to render\n    to make one: traite new-edition\n")


# --- where it goes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "files"),
    [
        ((), {"build/e-public.md"}),
        (("--to", "md,html"), {"build/e-public.md", "build/e-public.html"}),
        (("--to", "md", "--to", "html"), {"build/e-public.md", "build/e-public.html"}),
        (("--audience", "members"), {"build/e-members.md"}),
        (("-o", "ici.md"), {"ici.md"}),
        (("-o", "ici.html"), {"ici.html"}),
        (("-o", "la/bas/ici", "--to", "md,html"), {"la/bas/ici.md", "la/bas/ici.html"}),
        (("-o", "dossier/", "--to", "md"), {"dossier/e-public.md"}),
        (("-o", "ici.texte", "--to", "md"), {"ici.texte"}),
        (("-o", "v1.2", "--to", "md,html"), {"v1.2.md", "v1.2.html"}),
        (("--dry-run", "--to", "md,html"), set()),
        (("-o", "-"), set()),
    ],
)
def test_files_go_where_they_are_wanted(call: Call, options: tuple[str, ...], files: set[str]) -> None:
    """Into ``build/`` by default; a file, a path without an ending, a folder, standard output; a dry run writes nothing."""
    ended = call("render", "e", *options)
    assert (ended.code, ended.files) == (0, files), ended.err
    for name in files:
        assert name in ended.out.replace(os.sep, "/")


def test_an_existing_folder_is_a_folder(call: Call) -> None:
    """Whether a slash is written behind it or not."""
    ended = call("render", "e", "-o", "dossier", before=lambda folder: (folder / "dossier").mkdir())
    assert ended.files == {"dossier/e-public.md"}


def test_standard_output_holds_the_document_and_nothing_else(call: Call) -> None:
    """Talk goes to standard error, so that the document can be piped."""
    ended = call("render", "e", "-o", "-")
    assert ended.out.startswith("**Collectif**")
    assert ended.out.endswith("Mots.\n") or "Alice" in ended.out
    assert "Public" in ended.err


def test_standard_output_takes_one_format(call: Call) -> None:
    """Two documents in one stream are none."""
    assert call("render", "e", "-o", "-", "--to", "md,html").code == 2


@pytest.mark.parametrize("form", ["docx", "odt", "pdf"])
def test_bytes_go_to_standard_output_as_they_are(
    make_repository: MakeRepository, capfdbinary: pytest.CaptureFixture[bytes], form: str
) -> None:
    """No line end is translated on the way."""
    folder = make_repository(FILES).root
    assert main(["-C", str(folder), "render", "e", "-o", "-", "--to", form]) == 0
    data = capfdbinary.readouterr().out
    assert data.startswith(b"%PDF" if form == "pdf" else b"PK")
    assert main(["-C", str(folder), "render", "e", "-o", str(folder / "x"), "--to", form]) == 0
    assert (folder / f"x.{form}").read_bytes() == data


@pytest.mark.parametrize(
    "path",
    [
        "records/x.md",
        "records",
        "records/meetings/m.md",
        "./records/../records/x.md",
        "templates/x.md",
        "attachments/",
        "queries/x.md",
        "traite.toml",
        ".git/x.md",
        "RECORDS/x.md",
    ],
)
def test_a_document_is_not_written_among_the_records(call: Call, path: str) -> None:
    """Nor into the other folders that are the collective's own: nothing there is overwritten."""
    ended = call("render", "e", "-o", path, "--to", "md")
    if path == "RECORDS/x.md" and ended.code == 0:
        # Another folder where capitals count.
        assert "RECORDS" in {one.name for one in ended.folder.iterdir()}
    else:
        assert ended.code == 1
        assert ended.files == set()
    assert (ended.folder / "records/meetings/m.md").read_text(encoding="utf-8") == FILES["meetings/m.md"]


def test_a_link_into_the_records_is_no_way_around(call: Call) -> None:
    """A folder that leads there is there."""
    ended = call("render", "e", "-o", "lien/x.md", before=lambda folder: (folder / "lien").symlink_to(folder / "records"))
    assert ended.code == 1
    assert not (ended.folder / "records/x.md").exists()


def test_an_unknown_format_or_part_is_a_wrong_call(call: Call) -> None:
    """With the nearest one, and the list of those there are."""
    ended = call("render", "e", "--to", "dox")
    assert ended.code == 2
    assert "docx" in ended.err
    ended = call("render", "e", "--with", "engagements")
    assert ended.code == 2
    assert "commitments" in ended.err
    assert call("render", "e", "--template", "nulle-part").code == 2


# --- whole or not at all ------------------------------------------------------------------------------------------------------


def test_when_one_format_fails_none_is_written(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """All are made before the first is written, and what was there before stays."""

    def fail(_: object) -> bytes:
        raise MachineError(N_("the disk is full"))

    def before(folder: Path) -> None:
        (folder / "build").mkdir()
        (folder / "build/e-public.md").write_text("ancien", encoding="utf-8")

    monkeypatch.setattr(formats.load("html"), "write", fail)
    ended = call("render", "e", "--to", "md,html", before=before)
    assert ended.code == 3
    assert ended.files == {"build/e-public.md"}
    assert (ended.folder / "build/e-public.md").read_text(encoding="utf-8") == "ancien"


@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_no_half_file(call: Call, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Neither under its name nor under another."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if name == "fsync" else (Path, "replace")), full)
    ended = call("render", "e")
    assert ended.code == 3
    assert ended.files == set()


def test_a_picture_that_is_missing_is_an_error_of_its_record(call: Call) -> None:
    """A document with a hole in it is not sent out."""
    body = FILES["meetings/m.md"] + "\n![Le siège](../../attachments/siege.png)\n"
    ended = call("render", "e", more={"meetings/m.md": body})
    assert ended.code == 1
    assert "records/meetings/m.md:" in ended.err


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def _picture(*between: bytes) -> bytes:
    """One grey point, with something between its header and its data."""
    header = _chunk(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(between) + _chunk(b"IDAT", zlib.compress(b"\0\x80")) + _chunk(b"IEND", b"")


def _put(picture: bytes) -> Callable[[Path], None]:
    def put(folder: Path) -> None:
        (folder / "attachments").mkdir()
        (folder / "attachments/siège.png").write_bytes(picture)

    return put


SHOWN = {"meetings/m.md": FILES["meetings/m.md"] + "\n![Le siège](../../attachments/siège.png)\n"}


def test_a_damaged_picture_is_refused(call: Call) -> None:
    """Nobody knows what would be sent out with it."""
    ended = call("render", "e", "--to", "html", more=SHOWN, before=_put(_picture()[:60]))
    assert ended.code == 1
    assert "attachments/siège.png" in ended.err
    assert not any(name.endswith(".html") for name in ended.files)


def test_a_picture_leaves_without_what_it_tells_besides(call: Call) -> None:
    """The page holds the picture to the byte, and none of its remarks."""
    ended = call("render", "e", "-o", "x.html", more=SHOWN, before=_put(_picture(_chunk(b"tEXt", b"Author\0Alice Tallon"))))
    assert ended.code == 0, ended.err
    assert b64encode(_picture()).decode() in (ended.folder / "x.html").read_text(encoding="utf-8")


def test_a_picture_of_attachments_is_in_every_document(call: Call) -> None:
    """In the page and the office files by its bytes, in the pdf too, and by its path in the Markdown."""
    png = _picture()
    body = FILES["meetings/m.md"] + "\n![Le siège](<../../attachments/le siège.png>)\n"

    def put(folder: Path) -> None:
        (folder / "attachments").mkdir()
        (folder / "attachments/le siège.png").write_bytes(png)

    ended = call("render", "e", "--to", "md,html,docx,odt,pdf", "-o", "x", more={"meetings/m.md": body}, before=put)
    assert ended.code == 0, ended.err
    assert "![Le siège](attachments/le%20si%C3%A8ge.png)" in (ended.folder / "x.md").read_text(encoding="utf-8")
    assert "data:image/png;base64," in (ended.folder / "x.html").read_text(encoding="utf-8")
    for form in ("docx", "odt"):
        with zipfile.ZipFile(ended.folder / f"x.{form}") as package:
            assert any(package.read(name) == png for name in package.namelist())
    assert b"/Image" in (ended.folder / "x.pdf").read_bytes()


_ERROR = "---\ntitle: Rencontre\ndate: 2014-11-18\nparticipants: [a, absente]{}\naudience: public\n---\n\nMots.\n"
_ASIDE = '[[validate.ignore]]\ncodes = "TR310"\nreason = "connue"\n'


@pytest.mark.parametrize(
    ("comment", "toml", "code"),
    [("", "", 1), ("  # traite: ignore[TR310] la fiche viendra", "", 0), ("", _ASIDE, 0), ("", _ASIDE.replace("TR310", "TR312"), 1)],
)
def test_an_error_that_was_set_aside_stops_no_document(call: Call, comment: str, toml: str, code: int) -> None:
    """Whoever wrote the reason has decided: what ``validate`` does not count does not keep the document from being made."""
    ended = call(
        "render",
        more={"meetings/m.md": _ERROR.format(comment)},
        before=lambda folder: (folder / "traite.toml").write_text(f'name = "x"\n{toml}', encoding="utf-8"),
    )
    assert (ended.code, bool(ended.files)) == (code, not code)


def test_a_comment_that_silences_a_fault_is_printed_nowhere(call: Call) -> None:
    """It speaks to whoever edits the record, not to those who read the document."""
    meeting = FILES["meetings/m.md"].replace("Mots.", "<!-- traite: ignore[TR312] la fiche viendra -->\nVoir [elle](../people/absente.md).")
    ended = call("render", "--to", "md,html", more={"meetings/m.md": meeting})
    assert ended.code == 0
    texts = [(ended.folder / path).read_text(encoding="utf-8") for path in ended.files]
    assert len(texts) == 2
    assert all("elle" in text and "ignore" not in text and "viendra" not in text for text in texts)
