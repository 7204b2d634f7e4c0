"""Stretches of letters are found where they stand, whichever letter they are looked for by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.language import Stretches

_LETTERS = "aeg é’D "
_STRETCH = st.text(_LETTERS, min_size=1, max_size=4)


def _standing(text: str, stretches: set[str], start: int) -> set[tuple[int, str]]:
    return {(at, one) for one in stretches for at in range(start, len(text)) if text.startswith(one, at)}


@given(st.sets(_STRETCH, min_size=1, max_size=6), st.text(_LETTERS, max_size=12), st.text(_LETTERS, max_size=30))
def test_each_is_found_but_those_upon_another(stretches: set[str], above: str, body: str) -> None:
    """All places told are places of theirs, and none is left out that shares no letter with what is told."""
    text, start = f"{above}\n{body}", len(above) + 1
    found, standing = set(Stretches(*stretches).places(text, start)), _standing(text, stretches, start)
    assert found <= standing
    for at, one in standing - found:
        assert any(begun < at + len(one) and at < begun + len(other) for begun, other in found)
    assert Stretches(*stretches).are_in(text) == bool(_standing(text, stretches, 0))


@pytest.mark.parametrize(
    ("text", "start", "found"), [("il s’engage", 0, [(6, "ngag")]), ("il s’engage", 7, []), ("engag ngag", 2, [(6, "ngag")])]
)
def test_only_what_begins_behind_the_start(text: str, start: int, found: list[tuple[int, str]]) -> None:
    """What begins before the place from which on one looks is not told."""
    assert list(Stretches("ngag").places(text, start)) == found
