"""The pdf: tagged, with bookmarks, properties and a foot, and refused in words that help."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from traite_cli.circulating.formats import pdf
from traite_cli.errors import ConfigurationError, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from traite_cli.circulating.manuscript import Manuscript

    Rewrite = Callable[[str], Manuscript]


@pytest.fixture(scope="module")
def reader(manuscript: Manuscript) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(pdf.write(manuscript)))


def root_of(reader: pypdf.PdfReader) -> dict[str, Any]:
    root: Any = reader.trailer["/Root"]
    return dict(root.items())


def structure(reader: pypdf.PdfReader) -> Counter[str]:
    """How often each structure type stands in the document's tree."""
    found: Counter[str] = Counter()
    waiting: list[Any] = [root_of(reader)["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found[str(node.get("/S"))] += "/S" in node
            waiting += [node["/K"]] if "/K" in node else []
    return found


def titles(outline: list[Any]) -> list[Any]:
    """The outline as titles in lists in lists."""
    return [titles(entry) if isinstance(entry, list) else entry.title for entry in outline]


def test_it_claims_pdf_ua(reader: pypdf.PdfReader) -> None:
    """PDF/UA-1 is claimed in the metadata, and what it asks for is there: marks, a language, the title shown."""
    root = root_of(reader)
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data().decode()
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf's own boolean
    assert root["/Lang"] == "fr-FR"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712


def test_its_properties_are_the_documents(reader: pypdf.PdfReader) -> None:
    """Title, authors, subject and keywords are set, and the dates are the document's, not today's."""
    said = reader.metadata
    assert said is not None
    raw: dict[str, Any] = dict(said.items())
    assert said.title == "Document de travail, à partir des rencontres du Collectif"
    assert "Geneviève Colas" in (said.author or "")
    assert said.subject == "Synthèse des discussions et décisions"
    assert raw["/Keywords"] == "traite des êtres humains, plaidoyer"
    assert raw["/CreationDate"] == raw["/ModDate"] == "D:20150122000000Z"


def test_bookmarks_follow_the_headings(reader: pypdf.PdfReader) -> None:
    """A reader finds the sections by their titles, one under the other."""
    title, sections = titles(reader.outline)
    assert title.startswith("Document de travail")
    assert sections[0] == "Objet de ces rencontres"
    assert [section for section in sections if isinstance(section, list)][1][0].startswith("1 – Rencontre opérationnelle")


def test_what_it_is_made_of_is_tagged(reader: pypdf.PdfReader) -> None:
    """Headings, lists, tables with their header rows, quotations and pictures are tagged as what they are."""
    found = structure(reader)
    assert found["/H1"] == 1
    assert found["/Table"] == 2
    assert found["/TH"] >= 9
    assert found["/BlockQuote"] == found["/Figure"] == 1
    assert found["/LI"] > 30


def test_every_page_has_the_foot_and_its_number(reader: pypdf.PdfReader) -> None:
    """Whoever holds one page knows its date, audience and revision, and which page it is of how many."""
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert "22 janvier 2015 · Réservé aux contributeurs · version 3f2a1b9" in text
        assert f"{number} / {len(reader.pages)}" in text


def test_hostile_text_is_text(hostile: Manuscript) -> None:
    """Typst's code and markup in a record are shown as they are written, and run nowhere."""
    reader = pypdf.PdfReader(BytesIO(pdf.write(hostile)))
    text = "".join(page.extract_text() for page in reader.pages).replace("\n", "")
    assert '#read("/etc/passwd")' in text
    assert "root:" not in text
    assert "deep quote" in text


def test_a_picture_without_words_is_named(written_as: Rewrite) -> None:
    """What PDF/UA refuses is said in the record's terms, with what to write."""
    with pytest.raises(Refused, match=r"attachments/lettre\.png") as refused:
        pdf.write(written_as("# T\n\n![](attachments/lettre.png)"))
    assert refused.value.facts["path"] == "attachments/lettre.png"


def test_a_broken_picture_is_named(written_as: Rewrite, png: Callable[..., bytes]) -> None:
    """Of several pictures the one that cannot be read is named."""
    pictures = {"attachments/a.png": png(), "attachments/b.png": png()[:40]}
    some = written_as("# T\n\n![a](attachments/a.png)\n\n![b](attachments/b.png)")._replace(pictures=pictures)
    with pytest.raises(Refused, match=r"attachments/b\.png"):
        pdf.write(some)


def test_a_picture_that_fills_the_memory_is_named(written_as: Rewrite, png: Callable[..., bytes]) -> None:
    """Its head says how large it will be once it is unpacked; the file itself is small."""
    small = png()
    head = small[12:16] + struct.pack(">II", 100_000, 100_000) + small[24:29]
    bomb = small[:12] + head + struct.pack(">I", zlib.crc32(head)) + small[33:]
    with pytest.raises(Refused, match="100000 × 100000") as found:
        pdf.write(written_as("![Le plan](attachments/plan.png)")._replace(pictures={"attachments/plan.png": bomb}))
    assert found.value.facts["path"] == "attachments/plan.png"


def test_bullets_of_word_are_bullets(written_as: Rewrite) -> None:
    """A line pasted from Word has a sign of a font that nobody has but Word; the pdf is made all the same."""
    pages = pypdf.PdfReader(BytesIO(pdf.write(written_as("\uf0b7 Un point")))).pages
    assert "• Un point" in pages[0].extract_text()


def test_a_character_that_cannot_be_seen_is_named_by_its_number(written_as: Rewrite) -> None:
    """One of a private area is blank on the screen too."""
    with pytest.raises(Refused) as found:
        pdf.write(written_as("Un \uf0f9 et 王"))
    assert found.value.facts["characters"] == "王 U+F0F9"


@pytest.mark.parametrize("name", ["محمد العلي", "Владимир Ковальчук", "Γιώργος", "Nguyễn Thị Hồng", "Şükrü İğdır", "שרה", "გიორგი", "Հայկ"])
def test_names_of_people_are_set_in_their_letters(written_as: Rewrite, name: str) -> None:
    """Typst's own fonts have Arabic, Cyrillic, Greek, Vietnamese, Turkish, Hebrew, Georgian and Armenian letters."""
    assert pdf.write(written_as(name)).startswith(b"%PDF")


@pytest.mark.parametrize("text", ["«\u00a0" * 20_000, "é" * 60_000, "été\u00a0à\u202fla " * 9_000])
def test_a_text_without_end_is_set(written_as: Rewrite, text: str) -> None:
    """However much stands in one paragraph, and whatever keeps its words together."""
    assert pdf.write(written_as(text)).startswith(b"%PDF")


def test_all_characters_without_a_font_are_named(written_as: Rewrite) -> None:
    """Nobody has to find them one by one."""
    with pytest.raises(Refused) as refused:
        pdf.write(written_as("# T\n\né → 日本 😀 ok"))
    assert refused.value.facts["characters"] == "日 本 😀"


def test_a_fault_of_the_template_is_said_with_its_line(manuscript: Manuscript) -> None:
    """Whoever changes document.typ learns which line of it is wrong."""
    broken = manuscript._replace(styles=manuscript.styles._replace(typst=manuscript.styles.typst + "\n#let x = nothing-of-that-name\n"))
    with pytest.raises(ConfigurationError) as refused:
        pdf.write(broken)
    assert refused.value.facts["file"] == "templates/document.typ"
    assert refused.value.facts["line"] == manuscript.styles.typst.count("\n") + 2


def test_a_template_that_lacks_a_function_is_told_which_it_needs(manuscript: Manuscript) -> None:
    """The five functions are named when one is missing."""
    with pytest.raises(ConfigurationError, match="data-table"):
        pdf.write(manuscript._replace(styles=manuscript.styles._replace(typst="#let manuscript(..) = []")))


def test_a_template_reads_no_file_but_those_handed_over(manuscript: Manuscript) -> None:
    """Templates come from pull requests: the root of Typst is a folder with nothing else in it."""
    spying = manuscript._replace(styles=manuscript.styles._replace(typst=manuscript.styles.typst + '\n#let x = read("/etc/passwd")\n'))
    with pytest.raises(ConfigurationError, match="file not found"):
        pdf.write(spying)
