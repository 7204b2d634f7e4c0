"""Office files made by hand, with what other programs leave out: heads, feet, frames, changes that nobody accepted, remarks in the margin."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

_WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_TYPES = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def p(text: str, style: str = "", more: str = "") -> str:
    """A paragraph of Word."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{more}</w:p>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of Word."""
    written = ""
    for row in rows:
        cells = "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row)
        written += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl>{written}</w:tbl>"


FRAME = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
CHANGES = (
    '<w:p><w:r><w:t>Le bureau</w:t></w:r><w:ins w:id="1" w:author="X"><w:r><w:t xml:space="preserve"> élargi</w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="X"><w:r><w:delText xml:space="preserve"> restreint</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">'
    ' se réunit.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
)


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A docx of some paragraphs, with a head, a foot, a footnote and a remark in the margin."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.title().replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in ("Title", "heading 1", "heading 2")
    )
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATION}/{name}" Target="{name}{"1" if name in {"header", "footer"} else ""}.xml"/>'
        for number, name in enumerate(("styles", "header", "footer", "footnotes", "comments"))
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_TYPES}/relationships"><Relationship Id="r1" Type="{_RELATION}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_TYPES}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_WORD}>{styles}</w:styles>",
        "word/header1.xml": f"<w:hdr {_WORD}>{p('Association des Lavoirs – tirage confidentiel')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {_WORD}>{p('Siège : 4 rue du Gué')}</w:ftr>",
        "word/footnotes.xml": f'<w:footnotes {_WORD}><w:footnote w:id="2">{p("Selon les statuts de 1998.")}</w:footnote></w:footnotes>',
        "word/comments.xml": f'<w:comments {_WORD}><w:comment w:id="0" w:author="Y">{p("À vérifier avec le trésorier")}</w:comment></w:comments>',
        **(parts or {}),
    }
    return packed(files)


def odt(body: str) -> bytes:
    """An odt of some content, with a head."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODT}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {_ODT}><office:styles/><office:automatic-styles/><office:master-styles>"
            '<style:master-page style:name="Standard"><style:header><text:p>Amicale du Quai</text:p></style:header></style:master-page>'
            "</office:master-styles></office:document-styles>",
        }
    )


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of some files."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()
