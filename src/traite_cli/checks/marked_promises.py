"""What minutes mark as a promise in so many words: « ENGAGEMENT : la mairie posera un robinet », "Commitment of ECPAT: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from traite_cli.language import Promise, Stretches

# Other marks (« Action : », « à faire : ») are headings as often as promises. Compiled when needed, which is rarely.
_SURE = r"(?i)(?:engagements?|commitments?|promesses?|promises?)\b"
_LETTERS = Stretches("ngagement", "NGAGEMENT", "ommitment", "OMMITMENT", "romesse", "ROMESSE", "romise", "ROMISE")


def marked_promises(text: str, start: int, known: Sequence[Promise]) -> Iterator[Promise]:
    """The lines of a body that are marked so, but for those that are known as promises by their words."""
    # Most bodies hold none of these words.
    if not _LETTERS.are_in(text):
        return
    from traite_cli.language import marked, unmarked

    for one in marked(text, start):
        is_sure = one.mark == "commitment" and re.match(_SURE, unmarked(text[one.start : one.said[0]])) is not None
        if is_sure and not any(promise.sentence[0] < one.said[1] and one.said[0] < promise.sentence[1] for promise in known):
            yield Promise(one.said[0], one.said[1], one.said, (one.start, one.end), one.whose)
