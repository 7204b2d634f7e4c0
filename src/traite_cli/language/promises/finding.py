"""What the families of phrases share: a find in a sentence, a look around some letters, the little words between a verb and another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Found(NamedTuple):
    """The telling words of a sentence, by their place in what it says, and who promises ('' where it does not say)."""

    start: int
    end: int
    who: str = ""


ADVERB = r"(?: (?:donc|aussi|egalement|ensuite|alors|ainsi|finalement|bientot|prochainement|rapidement))?"
INFINITIVE = r"(?:se |s'|nous |vous |leur |lui |les |la |le |l'|y |en )*(?P<inf>[a-z]+)"
_BEFORE, _BEHIND = 45, 130


def around(pattern: str, said: str, *letters: str) -> Iterator[re.Match[str]]:
    """What a pattern matches around some letters that it cannot do without: trying it all along a sentence takes ten times as long.

    It is compiled when it is first wanted: most texts want few of them.
    """
    end = 0
    for at in sorted(at for some in letters for at in _places(said, some)):
        if at >= end:
            for found in re.compile(pattern).finditer(said, max(at - _BEFORE, end), at + _BEHIND):
                end = found.end()
                yield found


def _places(said: str, letters: str) -> Iterator[int]:
    at = said.find(letters)
    while at >= 0:
        yield at
        at = said.find(letters, at + 1)
