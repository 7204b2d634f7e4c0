"""Comments that silence a fault: where they count, what they never silence, and what is told of those that are useless."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.running import faults_of
from traite_cli.checks.silences import silences_of
from traite_cli.diagnostics import Fault
from traite_cli.repository import Repository
from traite_cli.syntax import read_document

Found = Callable[[Mapping[str, str | bytes]], tuple[Fault, ...]]
Loaded = Callable[[Mapping[str, str | bytes]], Repository]
PATH = "records/topics/sejour.md"
DEAD = "Voir [la fiche](../people/absente.md)."
SAID = "<!-- traite: ignore[TR312] la fiche viendra -->"


def told(found: Found, text: str) -> list[tuple[int, str, str]]:
    """What is told of one record: line, check, variant."""
    return [(fault.span.line, fault.check, fault.variant) for fault in found({PATH: text})]


def record(header: str, body: str = "") -> str:
    return f"---\n{header}\n---\n{body}"


@pytest.mark.parametrize(
    "text",
    [
        record("title: x\nlead: absente  # traite: ignore[TR310] à écrire"),
        record("title: x\n# traite: ignore[TR310] à écrire\nlead: absente"),
        record("title: x\n# traite: ignore[TR310] à écrire\n# une autre remarque\nlead: absente"),
        record("title: x\nlead:\n  # traite: ignore[TR310] à écrire\n  - absente"),
        record("title: x\nlead:\n  - absente # traite: ignore[TR310] à écrire"),
        record("title: x\nlead: absente  # traite: ignore[unknown-reference] à écrire"),
        record("title: x\nlead: absente  # traite: ignore[tr310] à écrire"),
        record("title: x\nlead: absente  # traite: ignore[TR3] à écrire"),
        record("title: x\nlead: absente  # traite : ignore [TR310] : à écrire"),
        record("title: x\nlead: absente  # traite\u00a0: ignore[TR310] – à écrire"),
        record("title: x\nlead: absente\t#traite: ignore[TR310] à écrire"),
        record("title: x\nlead: [absente, {a: b}]  # traite: ignore[TR310, TR212] à écrire"),
        record("title: x\nlead: absente  # traite: ignore[TR310] à écrire").replace("\n", "\r\n"),
        record("title: x #3  # traite: ignore[TR115] le numéro importe peu"),
        record("title: x", f"\n{SAID}\n{DEAD}\n"),
        record("title: x", f"\n{SAID}\n\n{DEAD}\n"),
        record("title: x", f"\n{SAID} {DEAD}\n"),
        record("title: x", f"\n{SAID}\nUne ligne,\n{DEAD}\n"),
        record("title: x", f"\n{SAID}\n<!-- une\nremarque -->\n\n{DEAD}\n"),
        record("title: x", f"\n<!--\ntraite: ignore[TR312]\n\nla fiche\nviendra\n-->\n{DEAD}\n"),
        record("title: x", f"\n{SAID}\n\n{DEAD}\n").replace("\n", "\r\n"),
        record("title: x", f"\n{SAID}\n{DEAD}"),
    ],
)
def test_a_fault_is_silenced_where_the_comment_is(found: Found, text: str) -> None:
    """On its own line, on the line below one that is only the comment, or in the paragraph that follows, in any way of writing it."""
    assert told(found, text) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            record("title: x  # traite: ignore[TR310] plus tard\nlead: absente"),
            [(2, "unused-silence", ""), (3, "unknown-reference", "topics")],
        ),
        (
            record("title: x\n# traite: ignore[TR310] plus tard\nsource: y\nlead: absente"),
            [(3, "unused-silence", ""), (5, "unknown-reference", "")],
        ),
        (record("title: x", f"\n{SAID}\nUn paragraphe.\n\n{DEAD}\n"), [(5, "unused-silence", ""), (8, "dead-link", "record")]),
        (record("title: x", f"\n{DEAD}\n\n{SAID}\n"), [(5, "dead-link", "record"), (7, "unused-silence", "")]),
        (record("title: x", f"\n{DEAD}\n{SAID}\n"), [(5, "dead-link", "record"), (6, "unused-silence", "")]),
        (record("title: x # traite: ignore[TR312] plus tard", f"\n{DEAD}\n"), [(2, "unused-silence", ""), (5, "dead-link", "record")]),
    ],
)
def test_it_is_silenced_nowhere_else(found: Found, text: str, left: list[tuple[int, str, str]]) -> None:
    """Another line and another paragraph have their own faults; the comment that has none is told."""
    assert [(line, check) for line, check, _ in told(found, text)] == [(line, check) for line, check, _ in left]


@pytest.mark.parametrize(
    "header",
    [
        'title: "x # traite: ignore[TR310] plus tard"\nlead: absente',
        "title: 'x # traite: ignore[TR310] plus tard'\nlead: absente",
        "title: x\nx:\n  note: |\n    # traite: ignore[TR310] plus tard\nlead: absente",
        "title: x\nx:\n  note: >-\n    un texte\n    # traite: ignore[TR310] plus tard\n\nlead: absente",
        "title: x\nsource: y#traite:ignore[TR310] plus tard\nlead: absente",
        "title: x\n# traite des mineurs : voir ignore[TR310]\nlead: absente",
        "title: x\n# traite: à revoir\nlead: absente",
        "title: x\n# ignore[TR310] plus tard\nlead: absente",
    ],
)
def test_what_is_no_comment_of_ours_silences_nothing_and_is_not_told(found: Found, header: str) -> None:
    """Words in quotes or in a block of text are a text, and a remark about « traite » is a remark."""
    assert [check for _, check, _ in told(found, record(header))] == ["unknown-reference"]


def test_a_comment_below_a_block_of_text_is_one(found: Found) -> None:
    """A block of text ends where its lines are no longer indented: what comes then speaks of the next line."""
    assert told(found, record("title: x\nx:\n  note: |\n    a\n\n# traite: ignore[TR310] plus tard\nlead: absente")) == []


def test_a_comment_that_is_never_closed_is_text(found: Found) -> None:
    """As in documents, where it is printed."""
    assert [check for _, check, _ in told(found, record("title: x", f"\n<!-- traite: ignore[TR312] plus tard\n{DEAD}\n"))] == ["dead-link"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (record("title: x", "\n<!-- traite: ignore[TR510] connu -->\n::: membres\nx\n"), ["unused-silence", "doubtful-fence"]),
        (record("title: x", "\n<!-- traite: ignore[TR5] connu -->\n::: membres\nx\n"), ["unused-silence", "doubtful-fence"]),
        (record("title: x\naudience: membres  # traite: ignore[TR213] connu"), ["not-a-choice", "unused-silence"]),
        (record("title: x\naudiance: members  # traite: ignore[TR210] connu"), ["unknown-key", "unused-silence"]),
        (record("title: x\naudience: [a, b]  # traite: ignore[TR212] connu"), ["wrong-type", "unused-silence"]),
    ],
)
def test_what_is_about_audiences_is_never_silenced(found: Found, text: str, left: list[str]) -> None:
    """A comment in a record, which anybody may propose, cannot hide that a passage may reach those it is not for."""
    assert [check for _, check, _ in told(found, text)] == left


def test_words_of_a_text_are_not_about_audiences(found: Found) -> None:
    """A hearing (« audience ») that minutes speak of is no field, and a dead link beside it can be silenced."""
    assert told(found, record("title: x", f"\n{SAID}\naudience: {DEAD}\n")) == []


def test_each_code_is_judged_by_itself(found: Found) -> None:
    """Of two codes the one that silences something is right, the other is told at its own place."""
    text = record("title: x\nlead: absente  # traite: ignore[TR312, TR310] plus tard")
    (fault,) = found({PATH: text})
    assert (fault.check, fault.span.column) == ("unused-silence", text.split("\n")[2].index("TR312") + 1)


def test_a_reason_is_asked_for_and_the_fault_is_silenced_all_the_same(found: Found) -> None:
    """One fault never makes two."""
    assert told(found, record("title: x\nlead: absente  # traite: ignore[TR310]")) == [(3, "silence-without-reason", "")]
    assert told(found, record("title: x", f"\n<!-- traite: ignore[TR312] -->\n{DEAD}\n")) == [(5, "silence-without-reason", "")]


def test_a_comment_is_judged_whichever_faults_are_asked_for(loaded: Loaded) -> None:
    """Who asks for some faults only is not told that a comment about others is useless because nobody looked for those."""
    repository = loaded({PATH: record("title: x\nlead: absente  # traite: ignore[TR310, TR312] plus tard")})
    day = date(2015, 1, 22)
    (useless,) = faults_of(repository, day)
    assert useless.facts["code"] == "TR312"
    assert faults_of(repository, day, {"unused-silence"}) == (useless,)
    assert faults_of(repository, day, {"unused-silence", "unknown-reference"}) == (useless,)
    assert faults_of(repository, day, set(catalogue()) - {"unused-silence"}) == ()


def test_a_file_full_of_comments_is_read_in_no_time(found: Found) -> None:
    """Only so many are read of a file, so that nobody can make faults times comments of it."""
    many = f"{SAID}\n" * 8_000 + "[a](../people/absente.md) " * 8_000
    assert len(found({PATH: record("title: x", f"\n{many}\n")})) == 0


@given(st.text(alphabet="<!->traite: ignore[TR312],\n\r\t #é|\"'x", max_size=200), st.integers(0, 30))
def test_any_text_has_its_comments_within_it(text: str, split: int) -> None:
    """Whatever stands in a file, each comment found has a place in it, and lines that are lines of it."""
    document = read_document(PATH, f"---\ntitle: x\n{text[:split]}\n---\n{text[split:]}".encode())
    for silence in silences_of(document):
        assert 0 <= silence.start < silence.end <= len(document.text)
        assert 1 <= silence.first <= silence.last <= document.text.count("\n") + document.text.count("\r") + 1
        assert all(silence.start <= word.start < word.end <= silence.end for word in silence.codes)
