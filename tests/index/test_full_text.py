"""What is asked for, where it stands, and which records hold it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repositories import ROOT, MakeRepository
from traite_cli.index import full_text
from traite_cli.index.finders import FullText, Reading, finder
from traite_cli.index.matching import places, tokens
from traite_cli.index.pieces import pieces_of
from traite_cli.index.search_terms import Asked, Term
from traite_cli.kinds import Meeting
from traite_cli.repository import Repository
from traite_cli.workspace import Workspace


@pytest.fixture(scope="module")
def real() -> Repository:
    return Workspace(Path(ROOT)).repository


@pytest.fixture(scope="module")
def index(real: Repository) -> FullText:
    return FullText.of(real)


@pytest.fixture(scope="module")
def reading(real: Repository) -> Reading:
    return Reading(real)


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("accueil préfecture", [("accueil",), ("prefecture",)], []),
        ("Préfecture PRÉFECTURE", [("prefecture",)], []),
        ('"titre de séjour" victimes', [("titre", "de", "sejour"), ("victimes",)], []),
        ("« titre de séjour » “délai court”", [("titre", "de", "sejour"), ("delai", "court")], []),
        ('"jamais fermé', [("jamais", "ferme")], []),
        ("accueil -lettre", [("accueil",)], [("lettre",)]),
        ('accueil -"titre de séjour"', [("accueil",)], [("titre", "de", "sejour")]),
        ("l’accueil d'urgence qu’elle", [("accueil",), ("urgence",), ("elle",)], []),
        ("aujourd’hui rendez-vous", [("aujourd", "hui"), ("rendez", "vous")], []),
        ("œuvre Æsop", [("oeuvre",), ("aesop",)], []),
        ('() ^ : AND* - -- "" «»', [("and",)], []),
        ("", [], []),
    ],
)
def test_what_is_asked_for(text: str, wanted: list[tuple[str, ...]], unwanted: list[tuple[str, ...]]) -> None:
    """Words, phrases, beginnings and what must not be there are told apart; what is none of these is passed over."""
    asked = Asked.parse(text)
    assert [term.words for term in asked.wanted] == wanted
    assert [term.words for term in asked.unwanted] == unwanted


def test_a_star_asks_for_a_beginning() -> None:
    """A star behind a word, or behind the last word of a phrase, asks for words that begin so; alone it asks for nothing."""
    assert Asked.parse('traff* "mise en œuv*" * préfet').wanted == (
        Term(("traff",), begins=True),
        Term(("mise", "en", "oeuv"), begins=True),
        Term(("prefet",)),
    )


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        (Term(("accueil",)), "L’ACCUEIL, l'accueil", ["ACCUEIL", "accueil"]),
        (Term(("oeuvre",)), "la mise en œuvre, OEuvre", ["œuvre", "OEuvre"]),
        (Term(("prefecture",)), "pre\u0301fecture, préfec\u00adture, préfectures", ["pre\u0301fecture", "préfec\u00adture"]),
        (Term(("prefect",), begins=True), "préfecture préfets préfectoral", ["préfecture", "préfectoral"]),
        (Term(("titre", "de", "sejour")), "titre\nde  séjour, titre-de-sejour, titre du séjour", ["titre\nde  séjour", "titre-de-sejour"]),
        (Term(("a", "a")), "a a a", ["a a", "a a"]),
    ],
)
def test_where_a_term_stands(term: Term, text: str, found: list[str]) -> None:
    """Accents, case, ligatures, hyphens and line ends do not count; places are those of the text as it was written."""
    assert [text[start:end] for start, end in places(term, tokens(text))] == found


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(['"', "-", "*", "NEAR(", "OR", ")", "^", ":", "{", "accueil", "«", "'", "\0", "é"]), max_size=8).map(
        " ".join
    )
)
def test_nothing_that_is_typed_is_a_fault(index: FullText, text: str) -> None:
    """Whatever is asked for, the index answers."""
    asked = Asked.parse(text)
    if asked.wanted:
        list(index.ranked(asked.wanted))


@pytest.mark.parametrize(
    "text",
    [
        "préfecture",
        "l’accueil",
        '"titre de séjour"',
        "préfect*",
        "oeuvre",
        "rendez-vous accueil",
        "miprof cncdh",
        "nulle part",
        '"de la trai*"',
        "2015",
    ],
)
def test_without_fts5_the_same_is_found(index: FullText, reading: Reading, text: str) -> None:
    """Reading every record finds what the index finds, and where it counts as much."""
    wanted = Asked.parse(text).wanted
    found = {(one.ref, one.weight) for one in index.ranked(wanted)}
    assert found == {(one.ref, one.weight) for one in reading.ranked(wanted)}
    assert bool(found) is (text != "nulle part")


def test_both_know_the_same_words(index: FullText, reading: Reading) -> None:
    """What FTS5 takes for a word is what we fold: none is lost on the way."""
    assert dict(reading.vocabulary()) == dict(index.vocabulary())


def test_the_index_is_taken_when_there_is_one(real: Repository) -> None:
    """FTS5 finds where SQLite has it."""
    assert isinstance(finder(real), FullText if full_text.is_available() else Reading)


def test_comments_addresses_and_other_circles_are_not_searched(make_repository: MakeRepository) -> None:
    """Each stretch of the text keeps its place in the file; what nobody reads of it is blank."""
    text = "---\ntitle: T\ndate: 2015-01-22\nlinks: {url: https://cachette.org}\n---\nAvant <!-- cachette\ncachette --> [mot](../topics/cachette.md).\n\n## [Le titre](../topics/sejour.md)\n\nDedans.\n\n::: topic autre\nAilleurs.\n:::\nAprès.\n"
    repository = make_repository(
        {"meetings/m.md": text, "topics/sejour.md": "---\ntitle: S\n---\n", "topics/autre.md": "---\ntitle: A\n---\n"}
    ).repository
    meeting = repository.of(Meeting)["m"]
    pieces = list(pieces_of(meeting))
    assert "cachette" not in repr(pieces)
    body = [piece for piece in pieces if piece.field == "body"]
    assert [piece.topic for piece in body] == ["", "sejour", "autre", "sejour"]
    for piece in body:
        start, end = piece.place()
        assert len(piece.text) == end - start
        assert text[start:end].split()[-1] == piece.text.split()[-1] or piece.topic == ""


def test_records_are_exchanged_one_by_one(real: Repository) -> None:
    """A record that is forgotten is not found, and found once when it is added again."""
    connection = sqlite3.connect(":memory:")
    full_text.create(connection)
    full_text.add(connection, real, real.all())
    wanted = Asked.parse("Sodini").wanted
    found = sorted(full_text.ranked(connection, wanted))
    record = real.record("people/raphael-sodini")
    full_text.forget(connection, [record])
    assert record.ref not in {one.ref for one in full_text.ranked(connection, wanted)}
    full_text.add(connection, real, [record])
    assert [one.ref for one in sorted(full_text.ranked(connection, wanted))] == [one.ref for one in found]
