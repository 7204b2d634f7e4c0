"""No file that somebody hands over can do harm: it is read, or it is refused in words, within limits."""

from __future__ import annotations

import random

import pytest
from office_files import docx, odt, p, packed
from reading import drafts, told

from repositories import MakeRepository
from traite_cli.errors import Refused, TraiteError
from traite_cli.writing.importing import Wanted, imported

TITLE = p("Réunion du 3 mars 2020", "Title")
EVIL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def refused(name: str, data: bytes) -> str:
    with pytest.raises(Refused) as error:
        told(name, data)
    assert error.value.hint or "type" in error.value.message or "unpacks" in error.value.message or "deeper" in error.value.message
    return str(error.value)


def test_a_zip_bomb() -> None:
    """What unpacks to more than any document is not unpacked."""
    assert "unpacks to more" in refused("b.docx", docx(TITLE + p("A" * (50 << 20))))


@pytest.mark.parametrize("part", ["word/document.xml", "word/header1.xml", "word/comments.xml"])
def test_external_entities(part: str) -> None:
    """A part that declares a document type is not read, in whatever encoding."""
    assert "document type" in refused("e.docx", docx(TITLE, {part: f"{EVIL}<x>&e;</x>"}))
    assert "document type" in refused("e.docx", packed({"word/document.xml": f"<?xml version='1.0'?>{EVIL}<x>&e;</x>".encode("utf-16")}))


def test_files_that_are_not_what_they_say(make_repository: MakeRepository) -> None:
    """An old Word file, a password, an archive, a spreadsheet, a picture: each is told as what it is; html under another name is read."""
    assert "old Word" in refused("cr.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "rtf" in refused("cr.doc", rb"{\rtf1 bonjour}")
    assert "archive" in refused("cr.docx", packed({"lisez.txt": "bonjour"}))
    assert "no document with text" in refused("cr.odt", packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}))
    assert "no text" in refused("cr.txt", b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(500))
    assert "one file" in refused("cr.doc", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n")
    found = drafts(make_repository({}), "cr.docx", "<html><body><h1>Réunion du 3 mars 2020</h1>Oui.</body></html>".encode())
    assert "en réalité de type html" in found.records[0].text


@pytest.mark.parametrize("data", [b"PK\x03\x04" + bytes(100), docx(TITLE)[:900], packed({"word/document.xml": "<w:document"})])
def test_damaged_office_files(data: bytes) -> None:
    """A file that was cut off is told as such."""
    assert "damaged" in refused("cr.docx", data) or "archive" in refused("cr.docx", data)


def test_pdfs_without_text_or_without_the_key() -> None:
    """A scan, a password and a damaged file are told kindly, with what to do."""
    import pypdf
    import typst

    assert "scanned" in refused("scan.pdf", typst.compile(b"#rect(fill: red)"))
    plain = typst.compile("= Réunion du 3 mars 2020\nOui.".encode())
    assert "damaged" in refused("cut.pdf", plain[: len(plain) // 2])
    assert "damaged" in refused("junk.pdf", b"%PDF-1.7\n" + random.Random(2).randbytes(2000))
    from io import BytesIO

    for password, expected in (("secret", "password"), ("", "")):
        writer, locked = pypdf.PdfWriter(clone_from=BytesIO(plain)), BytesIO()
        writer.encrypt(password, "owner", algorithm="RC4-128")
        writer.write(locked)
        if expected:
            assert expected in refused("locked.pdf", locked.getvalue())
        else:
            assert told("locked.pdf", locked.getvalue()).beginning.date.value == "2020-03-03"


def test_large_and_deep_files() -> None:
    """A text of megabytes, and a page that nests without end, are refused at once."""
    assert "larger" in refused("cr.txt", b"mot " * (1 << 20))
    assert "deeper" in refused("cr.html", b"<ul><li>" * 20_000)


@pytest.mark.parametrize("data", [b"", b" \n\n", bytes(200), b"::: members\n:::\n"])
def test_files_without_words(data: bytes, make_repository: MakeRepository) -> None:
    """An empty file makes nothing."""
    with pytest.raises(Refused):
        imported(make_repository({}).repository, "cr.txt", data, Wanted())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac-roman", "cp850"])
def test_encodings(encoding: str) -> None:
    """A text reads the same in each encoding in which French was ever saved."""
    text = "Réunion du 3 mars 2020\n\nPrésents : Élodie Lefèvre, Zoé Noël\n\nÇa a été décidé à l'unanimité, là où l'on était.\n"
    found = told("cr.txt", text.encode(encoding))
    assert found.beginning.title.value == "Réunion du 3 mars 2020"
    assert [one.name for group in found.people for one in group.named] == ["Élodie Lefèvre", "Zoé Noël"]


def test_a_text_that_was_read_in_a_wrong_encoding_and_saved(make_repository: MakeRepository) -> None:
    """« Ã© » is « é » again."""
    spoilt = "Réunion du 3 mars 2020\n\nL’été, à décider\n".encode().decode("cp1252", "replace")
    assert "L’été, à décider" in drafts(make_repository({}), "cr.txt", spoilt.encode()).records[0].text


def test_scripts_and_frames_of_a_page(make_repository: MakeRepository) -> None:
    """Nothing of a page is fetched or obeyed, and no address but those of the web is followed from the draft."""
    page = (
        "<h1>Réunion du 3 mars 2020</h1><script>alert(1)</script><iframe src='http://x/'></iframe><img src='data:image/png;base64,AAAA' alt='logo'>"
        "<a href='javascript:alert(1)'>clic</a><img src='file:///etc/passwd'><object data='file:///etc/passwd'></object>"
    )
    text = drafts(make_repository({}), "cr.html", page.encode()).records[0].text
    assert "alert(1)</script>" not in text
    assert "](javascript" not in text
    assert "root:" not in text


def test_hidden_characters_and_conflicts(make_repository: MakeRepository) -> None:
    """Marks that turn the direction of writing, control characters and the marks of a conflict are no more than words."""
    text = "Réunion du 3 mars 2020 \u202e\u200b\x07\n\n<<<<<<< a\n\nun\n\n=======\n\n>>>>>>> b\n"
    drafts(make_repository({}), "cr.md", text.encode())


@pytest.mark.parametrize("seed", range(12))
def test_any_bytes(seed: int, make_repository: MakeRepository) -> None:
    """Whatever the bytes, there are drafts without an error, or an error in words."""
    chance = random.Random(seed)
    base = [docx(TITLE + p("Oui")), odt("<text:p>Réunion du 3 mars 2020</text:p>"), "Réunion du 3 mars 2020 é\n\n- a\n".encode()][seed % 3]
    data = bytearray(base)
    for _ in range(chance.randrange(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        drafts(make_repository({}), "cr.docx", bytes(data))
    except TraiteError as error:
        assert str(error)
