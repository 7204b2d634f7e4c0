"""A word of a text shares an end with every word of a name that one slip of the finger makes of it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from traite_cli.language.slips import ends, ends_one_slip_away, is_slip

_WORDS = st.text("abcdé", min_size=5, max_size=12)
_SLIPS = st.sampled_from(("exchanged", "left out", "put in", "swapped"))


@given(_WORDS, _SLIPS, st.integers(0, 11), st.sampled_from("abz"))
@example("abcde", "swapped", 1, "a")
@example("abcdef", "swapped", 2, "a")
def test_no_slip_is_missed(known: str, slip: str, at: int, letter: str) -> None:
    """Wherever the slip was, one end is as it is in the name."""
    at %= len(known)
    rest = known[at + 1 :]
    written = {
        "exchanged": known[:at] + letter + rest,
        "left out": known[:at] + rest,
        "put in": known[:at] + letter + known[at:],
        "swapped": known[:at] + rest[:1] + known[at] + rest[1:],
    }[slip]
    if is_slip(written, known):
        assert not ends_one_slip_away(written).isdisjoint(ends(known))
