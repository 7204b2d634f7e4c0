"""Makes ``templates/reference.docx`` and ``templates/reference.odt``: the styles of the office files, each shown by a specimen of itself.

Run it from anywhere: ``python scripts/reference_styles.py``. It needs nothing but Python, and makes the same bytes each time.
Once a collective has restyled its references in Word or LibreOffice, they are its own and this script is history.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
FONT, MONOSPACED = "Arial", "Courier New"
ACCENT, MUTED, LINE, TINT, ALARM = "1F3A5F", "55585E", "B9BEC7", "F3F5F8", "9A3B26"
MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM, FOOT = 2.3, 2.2, 2.4, 1.1
TEXT_WIDTH = 21.0 - 2 * MARGIN_SIDE
BODY_GAP = 5.0  # Word keeps the larger of two paragraphs' distances, LibreOffice their sum: there what stands above is taken off
MOMENT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Style:
    """One paragraph style: lengths in points, colours in hexadecimal; what is ``None`` is the parent's."""

    name: str
    french: str
    parent: str = "Body Text"
    size: float | None = None
    align: str | None = None
    before: float | None = None
    after: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    line: float | None = None
    left: float | None = None
    keep: bool = False
    level: int = 0
    border: tuple[str, float, str] | None = None
    shade: str | None = None
    odf: str = ""
    hyphenated: bool | None = None


STYLES = (
    Style("Body Text", "Corps de texte", "Normal", None, "justify", BODY_GAP, BODY_GAP, line=1.12, hyphenated=True, odf="Text body"),
    Style("First Paragraph", "Premier paragraphe", odf="First paragraph"),
    Style("Compact", "Liste serrée", before=0, after=3),
    Style("List Paragraph", "Paragraphe de liste", before=0, after=3),
    Style("Lead-in", "Annonce", bold=True, keep=True),
    Style("Heading", "Titres", "Normal", 10.5, "left", 10, 4, bold=True, colour=ACCENT, line=1.1, keep=True),
    Style("Heading 1", "Titre du document", "Heading", 16, "center", 24, 8, level=1),
    Style("Heading 2", "Titre de partie", "Heading", 13, None, 22, 8, level=2, border=("bottom", 0.5, LINE)),
    Style("Heading 3", "Titre de section", "Heading", 11, None, 16, 6, level=3),
    Style("Heading 4", "Intertitre", "Heading", 10.5, None, 12, 4, italic=True, level=4),
    Style("Heading 5", "Intertitre de niveau 5", "Heading", bold=False, italic=True, level=5),
    Style("Heading 6", "Intertitre de niveau 6", "Heading", bold=False, italic=True, colour=MUTED, level=6),
    Style("Block Text", "Citation", before=4, after=8, left=12, border=("left", 1.5, LINE), odf="Quotations"),
    Style("Source Code", "Texte brut", "Normal", 9, "left", None, 6, shade=TINT, odf="Preformatted Text"),
    Style("Horizontal Line", "Filet", after=12, border=("bottom", 0.5, LINE)),
    Style("Table Contents", "Texte de tableau", "Normal", 8.5, "left", 0, 0, line=1.05, hyphenated=False),
    Style("Table Heading", "En-tête de tableau", "Table Contents", bold=True),
    Style("Footer", "Pied de page", "Normal", 8, None, 0, 0, colour=MUTED, border=("top", 0.5, LINE)),
    Style("Letterhead", "En-tête de lettre", "Normal", 9, "center", 0, 4, colour=MUTED, border=("bottom", 0.5, LINE)),
    Style("Letterhead name", "Nom du collectif", "Letterhead", 12.5, bold=True, colour=ACCENT),
    Style("Date line", "Lieu et date", "Body Text", None, "right", 12, 12),
    Style("Subtitle", "Dates et lieu des rencontres", "Normal", 11, "center", 0, 18, colour=MUTED, line=1.1),
    Style("Subjects", "Objets", before=0, after=4),
    Style("Next meeting", "Prochaine rencontre", before=2, after=4),
    Style("Note", "Note liminaire", before=12, after=12, left=12, border=("left", 1.5, LINE)),
    Style("Commitments", "Engagements"),
    Style("Questions", "Questions"),
    Style("Decisions", "Décisions"),
    Style("Credits", "Réalisation", "Normal", None, "center", 10, 10, italic=True, line=1.1, keep=True),
    Style("Enclosures", "Pièces jointes", size=9.5, before=3, after=3),
    Style("Attendance", "Participants", "Body Text", 9.5, "left", 2, 2, hyphenated=False),
    Style("Gap", "Passage réservé", italic=True, colour=MUTED),
    Style("Warning", "Avertissement", before=8, after=8, colour=ALARM, left=12, border=("left", 2.25, ALARM)),
)

SPECIMEN = "{french} : ce paragraphe porte le style « {name} ». Changez le style, et tous les documents changeront."


# --- Word -----------------------------------------------------------------------------------------------------------------------------

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _twips(points: float) -> int:
    return round(points * 20)


def _centimetres(length: float) -> int:
    return round(length / 2.54 * 1440)


def _word_id(name: str) -> str:
    return name.replace(" ", "") if name != "Normal" else "Normal"


def _word_border(style: Style) -> str:
    if style.border is None:
        return ""
    side, width, colour = style.border
    space = 6 if side == "left" else 4
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="{space}" w:color="{colour}"/></w:pBdr>'


def _word_paragraph(style: Style) -> str:
    spacing = "".join(
        f' w:{name}="{_twips(value)}"' for name, value in (("before", style.before), ("after", style.after)) if value is not None
    )
    spacing += f' w:line="{round(style.line * 240)}" w:lineRule="auto"' if style.line else ""
    pieces = [
        "<w:keepNext/><w:keepLines/>" if style.keep else "",
        _word_border(style),
        f'<w:shd w:val="clear" w:color="auto" w:fill="{style.shade}"/>' if style.shade else "",
        {True: '<w:suppressAutoHyphens w:val="0"/>', False: "<w:suppressAutoHyphens/>", None: ""}[style.hyphenated],
        f"<w:spacing{spacing}/>" if spacing else "",
        f'<w:ind w:left="{_twips(style.left)}"/>' if style.left else "",
        f'<w:jc w:val="{"both" if style.align == "justify" else style.align}"/>' if style.align else "",
        f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else "",
    ]
    return f"<w:pPr>{''.join(pieces)}</w:pPr>" if any(pieces) else ""


def _word_run(style: Style) -> str:
    switch = {True: "<w:{0}/><w:{0}Cs/>", False: '<w:{0} w:val="0"/><w:{0}Cs w:val="0"/>', None: ""}
    font = f'<w:rFonts w:ascii="{MONOSPACED}" w:hAnsi="{MONOSPACED}" w:cs="{MONOSPACED}"/>' if style.name == "Source Code" else ""
    size = f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>' if style.size else ""
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    inside = font + switch[style.bold].format("b") + switch[style.italic].format("i") + colour + size
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _word_style(style: Style) -> str:
    built_in = style.level or style.name in {"Body Text", "Subtitle", "Footer", "Block Text", "List Paragraph"}
    custom = "" if built_in else ' w:customStyle="1"'
    follows = '<w:next w:val="BodyText"/>' if style.level else ""
    name = style.name.lower() if style.level or style.name == "Footer" else style.name
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{_word_id(style.name)}"><w:name w:val="{name}"/>'
        f"<w:aliases w:val={quoteattr(style.french)}/>"
        f'<w:basedOn w:val="{_word_id(style.parent)}"/>{follows}<w:qFormat/>{_word_paragraph(style)}{_word_run(style)}</w:style>'
    )


def _word_table() -> str:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE}"'
    strong = f'w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/><w:aliases w:val="Tableau"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
        f"<w:top {strong}/><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders><w:tblCellMar>"
        '<w:top w:w="60" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
        '</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:top {strong}/><w:bottom {strong}/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>'
    )


def _word_styles() -> str:
    default = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    fixed = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>'
        '<w:color w:val="1D4E89"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="VerbatimChar"><w:name w:val="Verbatim Char"/><w:rPr>'
        f'<w:rFonts w:ascii="{MONOSPACED}" w:hAnsi="{MONOSPACED}" w:cs="{MONOSPACED}"/></w:rPr></w:style>'
    )
    return f'{XML}<w:styles xmlns:w="{W}">{default}{fixed}{"".join(map(_word_style, STYLES))}{_word_table()}</w:styles>'


def _word_document() -> str:
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{_word_id(style.name)}"/></w:pPr><w:r><w:t>{_specimen(style)}</w:t></w:r></w:p>' for style in STYLES
    )
    side, top, bottom, foot = (_centimetres(length) for length in (MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM, FOOT))
    page = (
        f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" '
        f'w:left="{side}" w:header="{foot}" w:footer="{foot}" w:gutter="0"/></w:sectPr>'
    )
    return f'{XML}<w:document xmlns:w="{W}"><w:body>{paragraphs}{page}</w:body></w:document>'


def _word_parts() -> dict[str, str]:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "numbering": "numbering"}
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{main}.{kind}+xml"/>' for name, kind in kinds.items())
    types = (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )

    def relations(*targets: tuple[str, str]) -> str:
        inside = "".join(
            f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>' for number, (kind, target) in enumerate(targets, 1)
        )
        return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'

    inner = [(name, f"{name}.xml") for name in ("styles", "settings", "numbering")]
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(*inner),
        "word/document.xml": _word_document(),
        "word/styles.xml": _word_styles(),
        "word/settings.xml": f'{XML}<w:settings xmlns:w="{W}"><w:themeFontLang w:val="fr-FR"/></w:settings>',
        "word/numbering.xml": f'{XML}<w:numbering xmlns:w="{W}"/>',
    }


# --- LibreOffice ------------------------------------------------------------------------------------------------------------------------

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{ODF}{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "meta": "meta",
        "manifest": "manifest",
    }.items()
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def _odf_name(style: Style) -> str:
    return style.odf or style.name


def _odf_id(name: str) -> str:
    return name.replace(" ", "_20_")


def _odf_parent(style: Style) -> str:
    if style.parent == "Normal":
        return "Standard"
    return _odf_id(next(_odf_name(other) for other in STYLES if other.name == style.parent))


def _odf_paragraph(style: Style) -> str:
    values: dict[str, str | None] = {
        "fo:text-align": {"left": "start", "right": "end", None: None}.get(style.align, style.align),
        "fo:margin-top": None if style.before is None else f"{max(0.0, style.before - BODY_GAP)}pt",
        "fo:margin-bottom": None if style.after is None else f"{style.after}pt",
        "fo:margin-left": None if style.left is None else f"{style.left}pt",
        "fo:line-height": None if style.line is None else f"{round(style.line * 100)}%",
        "fo:keep-with-next": "always" if style.keep else None,
        "fo:keep-together": "always" if style.keep else None,
        "fo:background-color": f"#{style.shade}" if style.shade else None,
    }
    if style.border:
        side, width, colour = style.border
        values[f"fo:border-{side}"] = f"{width}pt solid #{colour}"
        values[f"fo:padding-{side}"] = "6pt" if side == "left" else "4pt"
    return "".join(f' {name}="{value}"' for name, value in values.items() if value is not None)


def _odf_text(style: Style) -> str:
    weight = {True: "bold", False: "normal", None: None}[style.bold]
    slant = {True: "italic", False: "normal", None: None}[style.italic]
    values = {
        "fo:font-size": f"{style.size}pt" if style.size else None,
        "fo:font-weight": weight,
        "fo:font-style": slant,
        "fo:color": f"#{style.colour}" if style.colour else None,
        "fo:hyphenate": None if style.hyphenated is None else str(style.hyphenated).lower(),
        "style:font-name": MONOSPACED if style.name == "Source Code" else None,
    }
    if style.hyphenated:
        values |= {"fo:hyphenation-remain-char-count": "2", "fo:hyphenation-push-char-count": "3"}
    return "".join(f' {name}="{value}"' for name, value in values.items() if value is not None)


def _odf_style(style: Style) -> str:
    name = _odf_name(style)
    level = f' style:default-outline-level="{style.level}" style:next-style-name="Text_20_body"' if style.level else ""
    return (
        f'<style:style style:name="{_odf_id(name)}" style:display-name="{name}" style:family="paragraph" '
        f'style:parent-style-name="{_odf_parent(style)}"{level} style:class="text">'
        f"<style:paragraph-properties{_odf_paragraph(style)}/><style:text-properties{_odf_text(style)}/></style:style>"
    )


def _odf_fixed() -> str:
    default = (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" '
        'style:tab-stop-distance="1.25cm"/><style:text-properties '
        f'style:font-name="{FONT}" fo:font-size="10.5pt" fo:language="fr" fo:country="FR"/></style:default-style>'
        '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
    )
    texts = {
        "Internet_20_link": 'fo:color="#1d4e89" style:text-underline-style="solid" style:text-underline-width="auto"',
        "Definition": 'fo:color="#1d4e89"',
        "Source_Text": f'style:font-name="{MONOSPACED}"',
        "Bullet_20_Symbols": "",
        "Numbering_20_Symbols": "",
    }
    characters = "".join(
        f'<style:style style:name="{name}" style:display-name="{name.replace("_20_", " ")}" style:family="text">'
        f"<style:text-properties {look}/></style:style>"
        for name, look in texts.items()
    )
    levels = "".join(f'<text:outline-level-style text:level="{level}" style:num-format=""/>' for level in range(1, 11))
    return f'{default}{characters}<text:outline-style style:name="Outline">{levels}</text:outline-style>'


def _odf_styles() -> str:
    faces = "".join(f'<style:font-face style:name="{font}" svg:font-family="\'{font}\'"/>' for font in (FONT, MONOSPACED))
    layout = (
        '<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
        f'style:print-orientation="portrait" fo:margin-left="{MARGIN_SIDE}cm" fo:margin-right="{MARGIN_SIDE}cm" '
        f'fo:margin-top="{MARGIN_TOP}cm" fo:margin-bottom="{FOOT}cm"/></style:page-layout>'
    )
    return (
        f'{XML}<office:document-styles {NAMESPACES} office:version="1.3"><office:font-face-decls>{faces}</office:font-face-decls>'
        f"<office:styles>{_odf_fixed()}{''.join(map(_odf_style, STYLES))}</office:styles>"
        f"<office:automatic-styles>{layout}</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="Page"/></office:master-styles></office:document-styles>'
    )


def _odf_content() -> str:
    paragraphs = "".join(
        f'<text:h text:style-name="{_odf_id(_odf_name(style))}" text:outline-level="{style.level}">{_specimen(style)}</text:h>'
        if style.level
        else f'<text:p text:style-name="{_odf_id(_odf_name(style))}">{_specimen(style)}</text:p>'
        for style in STYLES
    )
    return (
        f'{XML}<office:document-content {NAMESPACES} office:version="1.3"><office:body><office:text>{paragraphs}</office:text>'
        "</office:body></office:document-content>"
    )


def _odf_parts() -> dict[str, str]:
    kinds = {"/": MIMETYPE, "content.xml": "text/xml", "styles.xml": "text/xml", "meta.xml": "text/xml"}
    entries = "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>' for name, kind in kinds.items())
    return {
        "mimetype": MIMETYPE,
        "content.xml": _odf_content(),
        "styles.xml": _odf_styles(),
        "meta.xml": f'{XML}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta/></office:document-meta>',
        "META-INF/manifest.xml": f'{XML}<manifest:manifest {NAMESPACES} manifest:version="1.3">{entries}</manifest:manifest>',
    }


# --- both -------------------------------------------------------------------------------------------------------------------------------


def _specimen(style: Style) -> str:
    return escape(
        SPECIMEN.format(french=style.french, name=style.name).replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    )


def _packed(path: Path, parts: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(entry, content)


def main() -> None:
    """Write both references."""
    _packed(TEMPLATES / "reference.docx", _word_parts())
    _packed(TEMPLATES / "reference.odt", _odf_parts())


if __name__ == "__main__":
    main()
