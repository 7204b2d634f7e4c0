"""A quote stands in a body: its words in order, all else aside; an omission between what it joins."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traite_cli.kinds import Record, read_record
from traite_cli.repository import passages_of_quote, quote_in_words

BODY = (
    'M. Sodini s’engage à préparer **une lettre** [aux préfets](../people/a.md "les préfets") : l’accueil,\nla loi, l\'Été… <!-- à vérifier -->et plus.\n'
    "::: members\nCeci reste entre nous.\n:::\nPuis la suite.\n"
)


def meeting(body: str) -> Record:
    return read_record("meetings", "x", "records/meetings/x.md", f"---\ntitle: a\ndate: 2014\n---\n\n{body}".encode())


@pytest.mark.parametrize(
    "quote",
    [
        "s’engage à préparer une lettre aux préfets", "S'ENGAGE A PREPARER UNE LETTRE AUX PREFETS", "préparer une lettre aux préfets : l’accueil, la loi, l’été et plus",
        "s’engage […] aux préfets", "s’engage [...] aux préfets", "s’engage (…) la loi", "[…] s’engage à préparer […]", "l'accueil\n la loi", "e\u0301te\u0301 et plus",
        "s’engage à […] lettre aux […] la suite",
    ],
)  # fmt: skip
def test_a_quote_that_stands_there(quote: str) -> None:
    """Accents, case, apostrophes, emphasis, line ends, link targets and comments aside."""
    assert passages_of_quote(meeting(BODY), quote)


@pytest.mark.parametrize(
    "quote",
    [
        "s’engage à envoyer une lettre",
        "aux préfets […] une lettre",
        "une lettres",
        "ne lettre",
        "à vérifier",
        "people a md",
        "les préfets",
        "préparer lettre",
        "la suite […] Puis",
    ],
)
def test_a_quote_that_does_not(quote: str) -> None:
    """Other words, other order, parts of words, what is no text."""
    assert passages_of_quote(meeting(BODY), quote) is None


@pytest.mark.parametrize(
    ("quote", "audiences"),
    [
        ("une lettre", [None]),
        ("reste entre nous", ["members"]),
        ("et plus. Ceci reste", [None, "members"]),
        ("s’engage […] entre nous […] la suite", [None, "members", None]),
        ("s’engage […] la suite", [None, None]),
    ],
)
def test_the_passages_that_a_quote_stands_in(quote: str, audiences: list[str | None]) -> None:
    """All those that one of its words stands in: it is as narrow as the narrowest."""
    assert [one.audience for one in passages_of_quote(meeting(BODY), quote) or ()] == audiences


def test_a_quote_without_words_stands_nowhere() -> None:
    """Neither found nor missed."""
    assert passages_of_quote(meeting(BODY), "[…]") == ()
    assert passages_of_quote(meeting(""), "une lettre") is None


WORD = st.sampled_from(["a", "b", "lettre", "été", "l’accueil"])


@settings(max_examples=200, deadline=None)
@given(words=st.lists(WORD, min_size=1, max_size=14), cuts=st.sets(st.integers(0, 14)), first=st.integers(0, 13), last=st.integers(1, 14))
def test_what_was_copied_with_omissions_is_found(words: list[str], cuts: set[int], first: int, last: int) -> None:
    """Any stretch of a body, with any of its words left out where […] says so."""
    chosen = range(first % len(words), max(last % (len(words) + 1), first % len(words) + 1))
    quote = " ".join("[…]" if number in cuts else words[number].upper() for number in chosen)
    assert passages_of_quote(meeting(" ".join(words)), quote) is not None


def test_a_word_repeated_a_hundred_thousand_times_is_no_trouble() -> None:
    """Comparing word by word would take the day."""
    assert passages_of_quote(meeting("a " * 200_000), "a " * 60_000 + "b") is None


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("| Claire Le Goff | réserver la salle | 15 décembre |", "Claire Le Goff, réserver la salle, 15 décembre"),
        ("Claire |  | réserver", "Claire, réserver"),
        ("| Qui | Quoi |\n| --- | :-: |\n| a | b |", "Qui, Quoi\na, b"),
        ("un \\| reste", "un \\| reste"),
        ("  sans barre - rien ne change ", "  sans barre - rien ne change "),
    ],
)
def test_a_row_of_a_table_is_read_without_its_bars(quote: str, words: str) -> None:
    """What is no bar stays."""
    assert quote_in_words(quote) == words


def test_a_row_without_its_bars_still_stands_in_the_table() -> None:
    """What is proposed as a quote is found again."""
    row = "| Claire Le Goff | réserver la salle | 15 décembre |"
    assert passages_of_quote(meeting(f"| Qui | Quoi | Quand |\n| --- | --- | --- |\n{row}\n"), quote_in_words(row))
