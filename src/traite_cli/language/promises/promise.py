"""A promise that a body makes, by its places in the text."""

from __future__ import annotations

from typing import NamedTuple


class Promise(NamedTuple):
    """Where the telling words stand in a text, the sentence and the paragraph they stand in, and who promises ('' where it is not said).

    ``run`` is where the list begins that a task stands in; -1 for a promise of prose.
    """

    start: int
    end: int
    sentence: tuple[int, int]
    paragraph: tuple[int, int]
    who: str
    run: int = -1
