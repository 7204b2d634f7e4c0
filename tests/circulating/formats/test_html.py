"""The page: complete in itself, accessible, and harmless whatever the records say."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from traite_cli.circulating.formats import html

if TYPE_CHECKING:
    from collections.abc import Callable

    from traite_cli.circulating.manuscript import Manuscript

    Rewrite = Callable[[str], Manuscript]

VOID = {"meta", "br", "hr", "img", "col"}


class Page(HTMLParser):
    """What a browser would find: elements with their attributes, text by the element that holds it, and whether all are closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag] = self.texts.get(tag, "") + data

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag in tags]


@pytest.fixture(scope="module")
def text(manuscript: Manuscript) -> str:
    return html.write(manuscript).decode()


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_every_element_is_closed(page: Page) -> None:
    """The page is well formed."""
    assert page.open == []


def test_it_says_its_language_and_title(page: Page) -> None:
    """A screen reader chooses its voice by the language, and says the title first."""
    assert page.all("html") == [{"lang": "fr"}]
    assert page.texts["title"] == "Document de travail, à partir des rencontres du Collectif"


def test_landmarks_stand_once_each(page: Page) -> None:
    """One header, one table of contents, one main, one footer, and a link past the contents."""
    assert [tag for tag, _ in page.found if tag in {"header", "nav", "main", "footer"}] == ["header", "nav", "main", "footer"]
    assert page.all("a")[0]["href"] == "#page-body"
    assert page.all("main") == [{"id": "page-body"}]


def test_the_letterhead_is_the_header(page: Page) -> None:
    """What stands above the title in a letter stands in the page's header."""
    assert "contre.la.traite@secours-catholique.org" in page.texts["header"]
    assert "Paris, le 22" in page.texts["header"]
    assert "Objet de ces rencontres" not in page.texts["header"]


def test_every_link_of_the_contents_arrives(page: Page) -> None:
    """The table of contents lists the sections, and each line leads to one."""
    targets = {attributes.get("id") for _, attributes in page.found}
    links = [attributes["href"] for attributes in page.all("a") if (attributes["href"] or "").startswith("#")]
    assert len(links) > 8
    assert all(link and link[1:] in targets for link in links)
    assert "Collectif «\u00a0Ensemble contre la traite des êtres humains\u00a0»" in page.texts["nav"]


def test_names_are_unique(page: Page) -> None:
    """No two elements have one id."""
    names = [attributes["id"] for _, attributes in page.found if "id" in attributes]
    assert len(names) == len(set(names))


def test_headings_never_skip_a_level(page: Page) -> None:
    """The first heading is of level 1, and each is at most one deeper than the one before."""
    levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_headers_of_tables_say_what_they_head(page: Page) -> None:
    """Every header has a scope: those of the first row their column, the first of each other row its row."""
    scopes = [attributes["scope"] for attributes in page.all("th")]
    assert scopes == ["col"] * 6 + ["row"] * 4 + ["col"] * 3 + ["row"] * 2


def test_nothing_is_fetched(text: str, page: Page) -> None:
    """Styles and pictures are in the page; there is no script, and a policy forbids what is not there."""
    assert page.all("script", "link", "iframe", "object", "base", "form") == []
    assert all((attributes["src"] or "").startswith("data:image/png;base64,") for attributes in page.all("img"))
    assert "url(" not in text
    assert any("default-src 'none'" in (attributes.get("content") or "") for attributes in page.all("meta"))


def test_pictures_have_their_words(page: Page) -> None:
    """The words that stand for a picture are the record's."""
    assert [attributes["alt"] for attributes in page.all("img")] == [
        "Les sept parties de la lettre aux préfets, de la plainte au titre de séjour"
    ]


def test_the_foot_says_date_audience_and_revision(page: Page) -> None:
    """On the screen and on paper one sees when, for whom and from what the page was made."""
    assert page.texts["footer"] == "22 janvier 2015 · Réservé aux contributeurs · version 3f2a1b9"
    assert "R\\0000e9serv\\0000e9 aux contributeurs" in page.texts["style"]


def test_a_picture_not_at_hand_gives_way_to_its_words(written_as: Rewrite) -> None:
    """A missing picture leaves its words, an SVG too."""
    some = written_as("![mots](attachments/a.svg) ![autres](attachments/b.png)")._replace(pictures={"attachments/a.svg": b"<svg/>"})
    page = Page(html.write(some).decode())
    assert page.all("img") == []
    assert page.texts["main"] == "mots autres"


def test_hostile_text_is_text(hostile: Manuscript) -> None:
    """What looks like markup in a record or a property is shown, not obeyed."""
    page = Page(html.write(hostile).decode())
    assert page.open == []
    assert page.all("script") == []
    assert "<script>alert(1)</script>" in page.texts["main"]
    assert "<script>alert(1)</script>" in page.texts["title"]
    assert "\x00" not in page.texts["main"]
    assert "\u202e" not in page.texts["main"]


def test_a_style_sheet_cannot_leave_its_element(manuscript: Manuscript, evil: str) -> None:
    """A collective's style sheet comes from pull requests too."""
    loaded = manuscript._replace(styles=manuscript.styles._replace(css=f"p {{}} </style><script>x</script> {evil}"))
    assert Page(html.write(loaded).decode()).all("script") == []


def test_an_english_document_speaks_english(manuscript: Manuscript) -> None:
    """The page's own words are in the document's language."""
    page = Page(html.write(manuscript._replace(properties=manuscript.properties._replace(language="en"))).decode())
    assert page.texts["summary"] == "Contents"
    assert page.all("html") == [{"lang": "en"}]


def test_a_short_document_has_no_contents(written_as: Rewrite) -> None:
    """One section needs no table of contents, no letterhead no header."""
    page = Page(html.write(written_as("# Titre\n\nTexte.\n")).decode())
    assert page.all("nav", "header") == []
