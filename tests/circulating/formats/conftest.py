"""A manuscript like those that circulate, and one whose every text is hostile."""

from __future__ import annotations

import struct
import zlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from traite_cli.circulating.manuscript import Manuscript, Properties, Styles
from traite_cli.circulating.sanitise import sanitise

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES = Path(__file__).parents[3] / "templates"

EVIL = (
    '#read("/etc/passwd") $x$ <script>alert(1)</script> \\input{/etc/passwd} \u202e\x00\x07 "q" \' ]) // /* */ @label <label> '
    "`#panic()` {{ x }} &amp; ]]> </style> {=openxml} *_~"
)
HARD = f"""# {EVIL}

{EVIL}

```{{=openxml}}
<w:p><w:r><w:t>raw</w:t></w:r></w:p>
```

`<b>raw</b>`{{=html}} [a]{{custom-style="x"}} \\newpage

- {EVIL}
  > {EVIL}

| {EVIL} | b |
| --- | --- |
| {EVIL} | \\" |

[said](https://x.example/?"'<>) ![words](attachments/lettre.png) ![svg](attachments/evil.svg) ![away](file:///etc/passwd)

{"> " * 1000}deep quote

{"- " * 1000}deep list

{"*a " * 500}{"b* " * 500}

{"x" * 100_000}
"""


@pytest.fixture(scope="session")
def evil() -> str:
    """A text that every format might take for its own code."""
    return EVIL


@pytest.fixture(scope="session")
def png() -> Callable[..., bytes]:
    """Makes a grey picture of a width and a height."""
    return grey_picture


def grey_picture(width: int = 40, height: int = 10) -> bytes:

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x80" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture(scope="session")
def styles() -> Styles:
    """The styles of the repository's own templates."""
    return Styles(
        reference_docx=(TEMPLATES / "reference.docx").read_bytes(),
        reference_odt=(TEMPLATES / "reference.odt").read_bytes(),
        css=(TEMPLATES / "page.css").read_text(encoding="utf-8"),
        typst=(TEMPLATES / "document.typ").read_text(encoding="utf-8"),
    )


@pytest.fixture(scope="session")
def properties() -> Properties:
    return Properties(
        title="Document de travail, à partir des rencontres du Collectif",
        language="fr",
        date=date(2015, 1, 22),
        authors=("Geneviève Colas", "Constance Mazard"),
        organisation="Collectif « Ensemble contre la traite des êtres humains »",
        subject="Synthèse des discussions et décisions",
        keywords=("traite des êtres humains", "plaidoyer"),
        audience="Réservé aux contributeurs",
        revision="3f2a1b9",
        date_said="22 janvier 2015",
    )


@pytest.fixture(scope="session")
def manuscript(styles: Styles, properties: Properties) -> Manuscript:
    """Two meetings, tables, lists in lists, a picture, attendance."""
    markdown = Path(__file__).with_name("sample.md").read_text(encoding="utf-8")
    return Manuscript(markdown, sanitise(markdown), properties, {"attachments/lettre.png": grey_picture()}, styles)


@pytest.fixture(scope="session")
def hostile(manuscript: Manuscript) -> Manuscript:
    """The same with every text of its body and its properties hostile."""
    evil = Properties(EVIL, "fr", date(2015, 1, 22), (EVIL,), EVIL, EVIL, (EVIL,), EVIL, EVIL, EVIL)
    pictures = {**manuscript.pictures, "attachments/evil.svg": b"<svg/>"}
    return manuscript._replace(markdown=HARD, html=sanitise(HARD), properties=evil, pictures=pictures)


@pytest.fixture(scope="session")
def written_as(manuscript: Manuscript) -> Callable[[str], Manuscript]:
    """The manuscript with another text."""
    return lambda markdown: manuscript._replace(markdown=markdown, html=sanitise(markdown))
