"""What holds of damaged accents and of circles whatever the text and however many records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hypothesis import assume, given
from hypothesis import strategies as st

from traite_cli.checks import circle, mojibake
from traite_cli.kinds import read_record
from traite_cli.repository import Configuration, Repository

_FRENCH = "abe nEAé è à â ê î ô û ç ë ï ü É È À Ç Ô œ Œ « » ’ ‘ “ … – — € °"


def _topics(texts: Mapping[str, str]) -> Repository:
    records = {slug: read_record("topics", slug, f"records/topics/{slug}.md", text.encode()) for slug, text in texts.items()}
    return Repository(Configuration("Essai"), {"topics": records})


@given(st.text(_FRENCH, max_size=30).filter(lambda typed: "â€" not in typed))
def test_what_was_typed_is_never_taken_for_damaged(typed: str) -> None:
    """French with all its accents and signs is left alone."""
    assume("â€" not in typed)
    assert list(mojibake.find(_topics({"a": f"---\ntitle: x\n---\n{typed}\n"}))) == []


@given(st.text(_FRENCH, max_size=30))
def test_what_was_damaged_is_mended_to_what_was_typed(typed: str) -> None:
    """One word that surely is damaged, and all of the text comes back."""
    text = f"---\ntitle: x\n---\nDéjà, {typed}\n"
    damaged = text.encode().decode("cp1252")
    (fault,) = mojibake.find(_topics({"a": damaged}))
    lines = damaged.split("\n")
    for edit in reversed(fault.edits):
        line = lines[edit.span.line - 1]
        lines[edit.span.line - 1] = line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
    assert "\n".join(lines) == text


@given(st.lists(st.integers(0, 11), min_size=1, max_size=12))
def test_each_circle_is_told_once_and_nothing_else_is(parents: list[int]) -> None:
    """Each topic names one above it, known or not: the circles are those one comes back through."""
    slugs = [f"d{number:02}" for number in range(len(parents))]
    above = {slug: f"d{parent:02}" for slug, parent in zip(slugs, parents, strict=True)}
    repository = _topics({slug: f"---\ntitle: x\nparent: {parent}\n---\n" for slug, parent in above.items()})
    ways = [str(fault.facts["way"]).split(" → ") for fault in circle.find(repository)]
    assert sorted(ways) == sorted(_circles(above))
    assert all(above[one] == other for way in ways for one, other in zip(way, way[1:], strict=False))


def _circles(above: Mapping[str, str]) -> Iterator[list[str]]:
    """Each circle from its first dossier round to it, by walking on from every one of them."""
    for slug in above:
        way = [slug]
        while way[-1] in above and above[way[-1]] not in way:
            way.append(above[way[-1]])
        if above.get(way[-1]) == slug and slug == min(way):
            yield [*way, slug]
