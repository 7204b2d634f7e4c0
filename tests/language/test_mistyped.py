"""A name is certainly another one mistyped where that is alone in being near, and the slip tells nobody apart."""

from __future__ import annotations

import pytest

from traite_cli.language import mistyped

KNOWN = ["raphael-sodini", "alice-tallon", "michele-dupont", "marie-durand", "2014-10-22-cabinet", "titre-de-sejour", "afj", "in_progress"]
CERTAIN = {
    "raphael-sodoni": "raphael-sodini", "rapahel-sodini": "raphael-sodini", "raphael-sodin": "raphael-sodini", "Raphaël Sodini": "raphael-sodini",
    "sodini-raphael": "raphael-sodini", "raphaelsodini": "raphael-sodini", "alice-talon": "alice-tallon", "titres-de-sejour": "titre-de-sejour",
    "AFJ": "afj", "In progress": "in_progress", "2014-10-22-cabinets": "2014-10-22-cabinet",
}  # fmt: skip
DOUBTFUL = [
    "sodini",
    "r-sodini",
    "michel-dupont",
    "marie-durant",
    "carie-durand",
    "2014-10-21-cabinet",
    "afd",
    "raphael-sodini-x",
    "rafael-sodoni",
    "",
]


@pytest.mark.parametrize(("name", "meant"), CERTAIN.items())
def test_one_slip_from_one_name_is_certain(name: str, meant: str) -> None:
    """Letters swapped, left out, put in or exchanged within a word; capitals, accents, hyphens and the order of words."""
    assert mistyped(name, KNOWN) == meant


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_tells_people_and_meetings_apart_is_no_slip(name: str) -> None:
    """A part of a name, an initial, Michel and Michèle, Durand and Durant, another day, a short word, two slips."""
    assert mistyped(name, KNOWN) == ""


def test_between_two_near_names_none_is_certain() -> None:
    """Unless one has the very letters."""
    assert mistyped("raphael-sodini", ["raphael-sodina", "raphael-sodino"]) == ""
    assert mistyped("raphaelsodini", ["raphael-sodini", "raphael-sodino"]) == "raphael-sodini"
