"""Pictures without what cameras and programs write beside the picture itself: the place, the hour, the device, its owner, remarks.

What is not known to be needed to show the picture is left out. Colours stay as they are (ICC profiles), and so does which way up it
is; what comes after its end, where telephones keep films and second pictures, is no part of it.
JPEG: ITU-T T.81, JFIF 1.02, Exif 2.3; PNG: W3C, third edition; GIF: GIF89a.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeVar

Part = TypeVar("Part")

_MOST_PARTS = 1 << 16
JPEG, PNG, GIF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8"


class DamagedPicture(Exception):
    """A picture that ends too early, or has parts that make no sense."""


def bare(content: bytes) -> bytes:
    """A picture without metadata; what is no picture of a known sort comes back as it is. Raises ``DamagedPicture``."""
    for signature, parts in ((JPEG, _of_jpeg), (PNG, _of_png), (GIF, _of_gif)):
        if content.startswith(signature):
            try:
                return b"".join(_few(parts(content)))
            except (struct.error, IndexError) as error:
                raise DamagedPicture from error
    return content


def _few(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts of a file; one of more than any picture has would fill the memory."""
    for number, part in enumerate(parts):
        if number > _MOST_PARTS:
            raise DamagedPicture
        yield part


def _slice(content: bytes, start: int, end: int) -> bytes:
    if end > len(content):
        raise DamagedPicture
    return content[start:end]


# --- JPEG ---------------------------------------------------------------------------------------------------------------------

_END, _SCAN, _COMMENT = 0xD9, 0xDA, 0xFE
_ALONE = {0x01, *range(0xD0, 0xD9)}
_APPLICATIONS = range(0xE0, 0xF0)
_JFIF, _EXIF, _COLOURS, _ADOBE = (0xE0, b"JFIF\0"), (0xE1, b"Exif\0\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")
_WITHOUT_THUMBNAIL, _ADOBE_LENGTH = 12, 12
_MARKER = re.compile(rb"\xff(?![\x00\xd0-\xd7\xff])")


def _of_jpeg(content: bytes) -> Iterator[bytes]:
    segments = list(_few(_segments(content)))
    exif = next((data for marker, data, _ in segments if _is(_EXIF, marker, data)), b"")
    turned = _turned(exif.removeprefix(_EXIF[1]))
    kept = ((marker, _needed(marker, data), scan) for marker, data, scan in segments)
    written = [_segment(marker, data) + scan for marker, data, scan in kept if data is not None]
    # JFIF says that its own part is the first.
    first = 1 if _is(_JFIF, segments[0][0], segments[0][1]) else 0
    upright = [] if turned == _UPRIGHT else [_segment(_EXIF[0], _EXIF[1] + _only_turned(turned))]
    yield from chain([content[:2]], written[:first], upright, written[first:], [bytes((0xFF, _END))])


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """The parts of a file between its start and its end: the marker, what it holds, and the scan that follows."""
    at = 2
    while True:
        if content[at] != 0xFF:  # noqa: PLR2004  # what every marker begins with
            raise DamagedPicture
        marker = content[at + 1]
        if marker == 0xFF:  # noqa: PLR2004  # markers may be filled up
            at += 1
            continue
        if marker == _END:
            return
        if marker in _ALONE:
            raise DamagedPicture
        (length,) = struct.unpack_from(">H", content, at + 2)
        data = _slice(content, at + 4, at + 2 + max(length, 2))
        end = at + 4 + len(data)
        at = _end_of_scan(content, end) if marker == _SCAN else end
        yield marker, data, content[end:at]


def _end_of_scan(content: bytes, start: int) -> int:
    found = _MARKER.search(content, start)
    if found is None:
        raise DamagedPicture
    return found.start()


def _is(sort: tuple[int, bytes], marker: int, data: bytes) -> bool:
    return marker == sort[0] and data.startswith(sort[1])


def _needed(marker: int, data: bytes) -> bytes | None:
    """What of a segment the picture needs, None for nothing."""
    if marker not in {*_APPLICATIONS, _COMMENT} or _is(_COLOURS, marker, data):
        return data
    if _is(_JFIF, marker, data):
        return data[:_WITHOUT_THUMBNAIL] + b"\0\0"
    return data[:_ADOBE_LENGTH] if _is(_ADOBE, marker, data) else None


def _segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


# --- which way up -------------------------------------------------------------------------------------------------------------

_UPRIGHT = 1
_ORIENTATION, _SHORT = 0x0112, 3
_WAYS = range(1, 9)


def _turned(exif: bytes) -> int:
    """Which way up the picture is (Exif, « Orientation »); what cannot be read says nothing of it."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2], "")
    if not order:
        return _UPRIGHT
    try:
        (directory,) = struct.unpack_from(f"{order}I", exif, 4)
        (entries,) = struct.unpack_from(f"{order}H", exif, directory)
        for number in range(entries):
            tag, sort, _, value = struct.unpack_from(f"{order}HHIH", exif, directory + 2 + 12 * number)
            if tag == _ORIENTATION:
                return value if sort == _SHORT and value in _WAYS else _UPRIGHT
    except struct.error:
        pass
    return _UPRIGHT


def _only_turned(orientation: int) -> bytes:
    """Exif that says which way up a picture is, and nothing else."""
    return struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, _ORIENTATION, _SHORT, 1, orientation, 0, 0)


# --- PNG ----------------------------------------------------------------------------------------------------------------------

_HEADER, _LAST, _EXIF_CHUNK = b"IHDR", b"IEND", b"eXIf"
_SHOWING = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sBIT", b"bKGD", b"hIST", b"sPLT", b"pHYs"),
    *(b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI"),
    *(b"acTL", b"fcTL", b"fdAT"),
}


def _of_png(content: bytes) -> Iterator[bytes]:
    chunks = list(_few(_chunks(content)))
    if chunks[0][0] != _HEADER:
        raise DamagedPicture
    turned = _turned(next((whole[8:-4] for name, whole in chunks if name == _EXIF_CHUNK), b""))
    yield PNG
    for name, whole in chunks:
        if name in _SHOWING:
            yield whole
        if name == _HEADER and turned != _UPRIGHT:
            exif = _EXIF_CHUNK + _only_turned(turned)
            yield struct.pack(">I", len(exif) - 4) + exif + struct.pack(">I", zlib.crc32(exif))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The name of each chunk, and all of it."""
    at, name = len(PNG), b""
    while name != _LAST:
        length, name = struct.unpack_from(">I4s", content, at)
        yield name, _slice(content, at, at + 12 + length)
        at += 12 + length


# --- GIF ----------------------------------------------------------------------------------------------------------------------

_GIF_HEADER, _IMAGE_HEADER = 13, 10
_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPING = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")


def _of_gif(content: bytes) -> Iterator[bytes]:
    at = _GIF_HEADER + _table(content[10])
    yield _slice(content, 0, at)
    while (sort := content[at]) != _TRAILER:
        if sort == _EXTENSION:
            end = _end_of_blocks(content, at + 2)
            if _moves(content[at + 1], content[at + 2 : end]):
                yield content[at:end]
        elif sort == _IMAGE:
            end = _end_of_blocks(content, at + _IMAGE_HEADER + _table(content[at + 9]) + 1)
            yield content[at:end]
        else:
            raise DamagedPicture
        at = end
    yield bytes((_TRAILER,))


def _table(flags: int) -> int:
    """How long the table of colours is that a byte of flags announces."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _end_of_blocks(content: bytes, at: int) -> int:
    while content[at]:
        at += content[at] + 1
    return at + 1


def _moves(label: int, data: bytes) -> bool:
    """Whether an extension says how the picture moves; the others are remarks."""
    return label == _CONTROL or (label == _APPLICATION and data.startswith(_LOOPING))
