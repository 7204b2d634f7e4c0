"""What is kept, pressed: together with some words that many others hold as well, it takes a fourth of its room.

These words are taken once from some of what is to be kept, and stay. What was pressed without them can be read with them too.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

QUICKLY, WELL = 2, 6
_WINDOW, _MEMORY = -14, 7
"""Without a sum, since all that is kept has one. Little memory, which is had anew each time, is had quicker than much."""
SAMPLES, _STRETCH = 8, 400


def pressed(data: bytes, words: bytes, how: int = QUICKLY) -> bytes:
    """Data as it is kept."""
    press = zlib.compressobj(how, zlib.DEFLATED, _WINDOW, _MEMORY, zlib.Z_DEFAULT_STRATEGY, words)
    return press.compress(data) + press.flush()


def unpressed(data: bytes, words: bytes) -> bytes:
    """What was kept. Raises ``ValueError`` where it was not, or with other words."""
    whole = zlib.decompressobj(_WINDOW, words)
    try:
        found = whole.decompress(data)
    except (zlib.error, TypeError) as error:
        raise ValueError from error
    if not whole.eof:
        raise ValueError
    return found


_LENGTH = 4


def joined(form: bytes, text: bytes) -> bytes:
    """What is kept of a record in one piece, so that what both say is pressed into one."""
    return len(form).to_bytes(_LENGTH) + form + text


def parted(whole: bytes) -> tuple[bytes, bytes]:
    """The form and the text that were joined."""
    end = _LENGTH + int.from_bytes(whole[:_LENGTH])
    return whole[_LENGTH:end], whole[end:]


def common_words(texts: Sequence[bytes], samples: int = SAMPLES) -> bytes:
    """What many of some texts hold: the beginnings and the ends of a few of them; nothing where they are few themselves."""
    few = texts[:: len(texts) // samples][:samples] if len(texts) >= samples else ()
    return b"".join(part for text in few for part in (text[:_STRETCH], text[-_STRETCH:]))
