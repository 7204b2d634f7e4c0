"""docx and odt: what the standards ask, what the issue asks, and nothing of the reference files' own."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from traite_cli.circulating import formats
from traite_cli.circulating.blocks import STYLES
from traite_cli.circulating.formats import docx, odt
from traite_cli.circulating.office import package
from traite_cli.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from traite_cli.circulating.manuscript import Manuscript

    Rewrite = Callable[[str], Manuscript]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TEXT, TABLE, STYLE, DRAW = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("text", "table", "style", "drawing"))
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
MARK = "AUTEUR-DE-LA-REFERENCE"


def parts_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def words(part: bytes) -> str:
    return "".join(ET.fromstring(part).itertext())


@pytest.fixture(scope="module")
def word(manuscript: Manuscript) -> dict[str, bytes]:
    return parts_of(docx.write(manuscript))


@pytest.fixture(scope="module")
def writer(manuscript: Manuscript) -> dict[str, bytes]:
    return parts_of(odt.write(manuscript))


# --- docx


def test_docx_holds_only_what_is_made_here(word: dict[str, bytes]) -> None:
    """No thumbnail, comment, custom property, web setting or font comes along."""
    assert set(word) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/theme/theme1.xml",
        "word/settings.xml",
        "word/footer1.xml",
        "docProps/core.xml",
        "docProps/app.xml",
        next(name for name in word if name.startswith("word/media/")),
    }


def test_docx_names_what_it_holds(word: dict[str, bytes]) -> None:
    """Each relation leads to a part or outside, each id that the text uses is a relation, and each part has a type."""
    relations = list(ET.fromstring(word["word/_rels/document.xml.rels"]))
    inside = {f"word/{one.get('Target')}" for one in relations if one.get("TargetMode") != "External"}
    assert inside <= set(word)
    used = {value for element in ET.fromstring(word["word/document.xml"]).iter() for key, value in element.items() if key.startswith(R)}
    assert used <= {one.get("Id") for one in relations}
    typed = {one.get("PartName") for one in ET.fromstring(word["[Content_Types].xml"])}
    assert {f"/{name}" for name in word if name.startswith(("word/", "docProps/")) and name.endswith(".xml")} <= typed


def test_docx_tables_mark_their_headers(word: dict[str, bytes]) -> None:
    """The first row is repeated and heads columns, the first column heads rows, and no row is torn apart."""
    tables = list(ET.fromstring(word["word/document.xml"]).iter(f"{W}tbl"))
    assert len(tables) == 2
    for table in tables:
        look = table.find(f"{W}tblPr/{W}tblLook")
        assert look is not None
        assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("1", "1")
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_docx_columns_fill_the_text(word: dict[str, bytes]) -> None:
    """The widths of a table's columns are the width of the text, within rounding."""
    document = ET.fromstring(word["word/document.xml"])
    size, margins = document.find(f".//{W}pgSz"), document.find(f".//{W}pgMar")
    assert size is not None
    assert margins is not None
    width = int(size.get(f"{W}w", "")) - int(margins.get(f"{W}left", "")) - int(margins.get(f"{W}right", ""))
    for grid in document.iter(f"{W}tblGrid"):
        columns = [int(column.get(f"{W}w", "")) for column in grid]
        assert width - len(columns) <= sum(columns) <= width


def test_docx_lists_step_in_evenly(word: dict[str, bytes]) -> None:
    """Each level stands as far in as the one before, and a number of two digits has room before its text."""
    lists = ET.fromstring(word["word/numbering.xml"]).findall(f"{W}abstractNum")
    for one in lists:
        places = [int(place.get(f"{W}left", "")) for place in one.iter(f"{W}ind")]
        assert places == [510 * level for level in range(1, len(places) + 1)]
        assert {place.get(f"{W}hanging") for place in one.iter(f"{W}ind")} == {"397"}


def test_docx_prefixes_are_its_own_whatever_was_written_before(manuscript: Manuscript) -> None:
    """A reference that calls another namespace « w » changes nothing in the next document."""
    before = docx.write(manuscript)
    ET.register_namespace("w", "http://example.org/other")
    assert docx.write(manuscript) == before


def test_docx_headings_are_headings(word: dict[str, bytes]) -> None:
    """Headings have Word's own styles, whose outline levels make the navigation pane."""
    used = [style.get(f"{W}val") for style in ET.fromstring(word["word/document.xml"]).iter(f"{W}pStyle")]
    assert used.count("Heading1") == 1
    assert used.count("Heading3") == 6
    styles = {style.get(f"{W}styleId"): style for style in ET.fromstring(word["word/styles.xml"]).iter(f"{W}style")}
    assert styles["Heading3"].find(f"{W}pPr/{W}outlineLvl") is not None


def test_docx_uses_no_style_that_is_not_defined(word: dict[str, bytes]) -> None:
    """Every style that the text or the foot names is one that the collective can find and change."""
    defined = {style.get(f"{W}styleId") for style in ET.fromstring(word["word/styles.xml"]).iter(f"{W}style")}
    for part in ("word/document.xml", "word/footer1.xml"):
        for kind in ("pStyle", "rStyle", "tblStyle"):
            assert {style.get(f"{W}val") for style in ET.fromstring(word[part]).iter(f"{W}{kind}")} <= defined


def test_docx_speaks_french_and_says_its_properties(word: dict[str, bytes]) -> None:
    """Language, title, authors and the document's own date."""
    assert b'w:val="fr-FR"' in word["word/styles.xml"]
    assert b"en-US" not in word["word/styles.xml"] + word["word/settings.xml"]
    core = word["docProps/core.xml"].decode()
    assert "<dc:title>Document de travail, à partir des rencontres du Collectif</dc:title>" in core
    assert "<dc:creator>Geneviève Colas; Constance Mazard</dc:creator>" in core
    assert core.count("2015-01-22T00:00:00Z") == 2


def test_docx_foot(word: dict[str, bytes]) -> None:
    """Date, audience, revision, and fields that count the pages."""
    foot = words(word["word/footer1.xml"])
    assert foot.startswith("22 janvier 2015 · Réservé aux contributeurs · version 3f2a1b9")
    assert " PAGE " in foot
    assert " NUMPAGES " in foot


def test_docx_pictures_have_words_and_no_copy_of_themselves(word: dict[str, bytes]) -> None:
    """The words that stand for a picture are there; its bytes stand in one place."""
    text = word["word/document.xml"].decode()
    assert 'descr="Les sept parties de la lettre aux préfets' in text
    assert "base64" not in text


# --- odt


def test_odt_holds_only_what_is_made_here(writer: dict[str, bytes]) -> None:
    """Its type comes first, not compressed, and the manifest lists what is there and nothing else."""
    assert next(iter(writer)) == "mimetype"
    assert set(writer) - {"mimetype", "META-INF/manifest.xml"} == {"content.xml", "styles.xml", "meta.xml", "Pictures/0.png"}
    listed = {path for entry in ET.fromstring(writer["META-INF/manifest.xml"]) for key, path in entry.items() if key.endswith("full-path")}
    assert listed == {"/", "content.xml", "styles.xml", "meta.xml", "Pictures/0.png"}


def test_odt_mimetype_is_stored(manuscript: Manuscript) -> None:
    """ODF asks that a program can see the type in the first bytes."""
    assert odt.write(manuscript)[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"


def test_odt_tables_mark_their_headers(writer: dict[str, bytes]) -> None:
    """Header rows and the header column are marked."""
    tables = list(ET.fromstring(writer["content.xml"]).iter(f"{TABLE}table"))
    assert len(tables) == 2
    for table in tables:
        assert len(table.findall(f"{TABLE}table-header-rows")) == 1
        assert len(table.findall(f"{TABLE}table-header-columns/{TABLE}table-column")) == 1


def test_odt_uses_no_style_that_is_not_defined(writer: dict[str, bytes]) -> None:
    """Every style that a paragraph or heading names is defined, and automatic styles rest on named ones."""
    content, styles = ET.fromstring(writer["content.xml"]), ET.fromstring(writer["styles.xml"])
    automatic = {style.get(f"{STYLE}name"): style for style in content.iter(f"{STYLE}style")}
    named = {style.get(f"{STYLE}name") for style in styles.iter(f"{STYLE}style")}
    used = {element.get(f"{TEXT}style-name") for tag in ("p", "h") for element in content.iter(f"{TEXT}{tag}")}
    assert used <= named | set(automatic)
    parents = {style.get(f"{STYLE}parent-style-name") for style in automatic.values() if style.get(f"{STYLE}family") == "paragraph"}
    assert parents <= named


def test_odt_pictures_have_their_words(writer: dict[str, bytes]) -> None:
    """LibreOffice shows the words as the picture's title."""
    frames = list(ET.fromstring(writer["content.xml"]).iter(f"{DRAW}frame"))
    assert [frame.findtext(f"{SVG}title") for frame in frames] == [
        "Les sept parties de la lettre aux préfets, de la plainte au titre de séjour"
    ]


def test_odt_wide_pictures_fit(written_as: Rewrite, png: Callable[..., bytes]) -> None:
    """A picture of 3,000 pixels is no wider than the text, and keeps its shape."""
    some = written_as("# T\n\n![large](attachments/lettre.png)")._replace(pictures={"attachments/lettre.png": png(3000, 600)})
    frame = next(ET.fromstring(parts_of(odt.write(some))["content.xml"]).iter(f"{DRAW}frame"))
    width, height = (float(frame.get(f"{SVG}{side}", "").removesuffix("pt")) for side in ("width", "height"))
    assert 400 < width < 470
    assert abs(width / height - 5) < 0.1


def test_odt_foot_language_and_properties(writer: dict[str, bytes]) -> None:
    """The same as the docx says."""
    styles = ET.fromstring(writer["styles.xml"])
    foot = next(styles.iter(f"{STYLE}footer"))
    assert "".join(foot.itertext()).startswith("22 janvier 2015 · Réservé aux contributeurs · version 3f2a1b9")
    assert next(foot.iter(f"{TEXT}page-number"), None) is not None
    assert {text.get(f"{FO}language") for text in styles.iter(f"{STYLE}text-properties")} <= {"fr", None}
    meta = writer["meta.xml"].decode()
    assert "<dc:title>Document de travail, à partir des rencontres du Collectif</dc:title>" in meta
    assert meta.count("2015-01-22T00:00:00Z") == 2


# --- both


@pytest.mark.parametrize("block", STYLES)
def test_named_blocks_have_styles_of_their_own(block: str, written_as: Rewrite) -> None:
    """A block that a template marks is a style that the collective can change, in both files."""
    some = written_as(f"# T\n\n::: {block}\nUn passage.\n\n- un point\n:::\n")
    name = STYLES[block]
    text = parts_of(docx.write(some))["word/document.xml"].decode()
    assert text.count(f'<w:pStyle w:val="{name.replace(" ", "")}"') == 2
    defined = parts_of(docx.write(some))["word/styles.xml"].decode()
    assert f'<w:name w:val="{name}"' in defined
    text = parts_of(odt.write(some))["content.xml"].decode()
    assert text.count(f'text:style-name="{name.replace(" ", "_20_")}"') == 2


def test_letterheads_name_stands_out(written_as: Rewrite) -> None:
    """The first line of a letterhead, in bold, has the style of the collective's name, whether a paragraph or a line of one."""
    for text in ("**Nom**\\\nsuite", "**Nom**\n\nsuite"):
        made = parts_of(docx.write(written_as(f"::: letterhead\n{text}\n:::\n")))["word/document.xml"].decode()
        assert made.index('"Letterheadname"') < made.index("Nom") < made.index('"Letterhead"') < made.index("suite")


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_hostile_text_is_text(name: str, hostile: Manuscript) -> None:
    """Raw blocks of pandoc, markup and controls are words in the file, and every part is well-formed XML."""
    parts = parts_of(formats.load(name).write(hostile))
    for path, part in parts.items():
        if path.endswith((".xml", ".rels")):
            ET.fromstring(part)
    text = words(parts.get("word/document.xml") or parts["content.xml"])
    assert '#read("/etc/passwd")' in text
    assert "<script>alert(1)</script>" in text
    assert "<w:t>raw</w:t>" in text
    assert "deep quote" in text


def branded(reference: bytes, additions: dict[str, bytes], changes: dict[str, tuple[bytes, bytes]]) -> bytes:
    """The reference file after somebody has put a mark of theirs into it."""
    parts = parts_of(reference)
    for name, (old, new) in changes.items():
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)
    return packed({**parts, **additions})


def test_nothing_of_the_docx_reference_goes_out(manuscript: Manuscript, png: Callable[..., bytes]) -> None:
    """Author, company, comments, custom properties, headers and pictures of the reference stay at home; its margins do not."""
    mark = MARK.encode()
    header = b'<w:hdr xmlns:w="%s"><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:hdr>' % (W[1:-1].encode(), mark)
    office, package = R[1:-1].encode(), b"http://schemas.openxmlformats.org/package/2006/relationships"
    relation = b'<Relationship Id="rId9" Type="%s/header" Target="header1.xml"/></Relationships>' % office
    reference = branded(
        manuscript.styles.reference_docx or b"",
        {
            "docProps/core.xml": b'<c xmlns="http://example.org">%s</c>' % mark,
            "docProps/custom.xml": b"<c>%s</c>" % mark,
            "docProps/thumbnail.jpeg": mark,
            "word/comments.xml": b'<w:comments xmlns:w="%s">%s</w:comments>' % (W[1:-1].encode(), mark),
            "word/header1.xml": header,
            "word/media/image1.png": png() + mark,
            "word/_rels/header1.xml.rels": b'<Relationships xmlns="%s"/>' % package,
        },
        {
            "word/document.xml": (b"<w:sectPr>", b'<w:sectPr><w:headerReference w:type="default" r:id="rId9" xmlns:r="%s"/>' % office),
            "word/_rels/document.xml.rels": (b"</Relationships>", relation),
            "word/settings.xml": (b"/></w:settings>", b'/><w:docVars><w:docVar w:name="a" w:val="%s"/></w:docVars></w:settings>' % mark),
        },
    )
    made = parts_of(docx.write(manuscript._replace(styles=manuscript.styles._replace(reference_docx=reference))))
    assert [name for name, part in made.items() if mark in part or "header" in name] == []
    assert b'w:left="1304"' in made["word/document.xml"]


def test_nothing_of_the_odt_reference_goes_out(manuscript: Manuscript, png: Callable[..., bytes]) -> None:
    """Author, header and pictures of the reference stay at home."""
    mark = MARK.encode()
    page = b'<style:master-page style:name="Standard" style:page-layout-name="Page"'
    reference = branded(
        manuscript.styles.reference_odt or b"",
        {"Thumbnails/thumbnail.png": mark, "Pictures/logo.png": png() + mark},
        {
            "styles.xml": (page + b"/>", page + b"><style:header><text:p>%s</text:p></style:header></style:master-page>" % mark),
            "meta.xml": (b"<office:meta/>", b"<office:meta><meta:initial-creator>%s</meta:initial-creator></office:meta>" % mark),
        },
    )
    made = parts_of(odt.write(manuscript._replace(styles=manuscript.styles._replace(reference_odt=reference))))
    assert [name for name, part in made.items() if mark in part or "logo" in name] == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_a_document_type_is_refused_in_any_encoding(encoding: str) -> None:
    """It could define entities without end."""
    with pytest.raises(ConfigurationError):
        package.xml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding))


def test_without_a_reference_a_document_is_made_all_the_same(manuscript: Manuscript) -> None:
    """Pandoc's own styles do when the collective has none."""
    plain = manuscript._replace(styles=manuscript.styles._replace(reference_docx=None, reference_odt=None))
    assert "Objet de ces rencontres" in words(parts_of(docx.write(plain))["word/document.xml"])
    assert "Objet de ces rencontres" in words(parts_of(odt.write(plain))["content.xml"])


def test_hostile_properties_are_text(hostile: Manuscript, evil: str) -> None:
    """Properties are one harmless line each."""
    for part in (parts_of(docx.write(hostile))["docProps/core.xml"], parts_of(odt.write(hostile))["meta.xml"]):
        assert evil.replace("\u202e\x00\x07", "\ufffd\ufffd\ufffd") in words(part)
