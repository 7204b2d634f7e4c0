"""Pictures leave the house without what was written into them beside the picture."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.circulating.bare_pictures import GIF, JPEG, PNG, DamagedPicture, bare

SECRET = b"48.8566 N, 2.3522 E; Alice Tallon; Canon 5D"


# --- JPEG ---------------------------------------------------------------------------------------------------------------------


def segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def exif(order: str, orientation: int | None, *, more: bytes = SECRET) -> bytes:
    """Exif as a camera writes it: the device, perhaps which way up, and the place behind the directory."""
    entries = [struct.pack(f"{order}HHII", 0x010F, 2, len(more), 64)]
    if orientation is not None:
        entries.append(struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0))
    directory = struct.pack(f"{order}H", len(entries)) + b"".join(entries) + struct.pack(f"{order}I", 0)
    return struct.pack(f"{order}2sHI", b"II" if order == "<" else b"MM", 42, 8) + directory + bytes(64) + more


JFIF = b"JFIF\0\x01\x02\0\0\x48\0\x48"
COLOURS = segment(0xE2, b"ICC_PROFILE\0\x01\x01" + bytes(40))
ADOBE = segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01")
TABLES = segment(0xDB, bytes(65)) + segment(0xC2, bytes(11))
SCANS = segment(0xC4, bytes(20)) + segment(0xDA, bytes(8)) + b"\x12\xff\0\x34\xff\xd0\x56" + segment(0xDA, bytes(6)) + b"\x78"
END = b"\xff\xd9"


def jpeg(*before: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(before) + TABLES + SCANS + END


TOLD = {
    "exif": segment(0xE1, b"Exif\0\0" + exif("<", None)),
    "exif, upright": segment(0xE1, b"Exif\0\0" + exif(">", 1)),
    "broken exif": segment(0xE1, b"Exif\0\0MM\0*\xff\xff\xff\xff" + SECRET),
    "xmp": segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
    "photoshop": segment(0xED, b"Photoshop 3.0\0" + SECRET),
    "a comment": segment(0xFE, SECRET),
    "a second picture": segment(0xE2, b"MPF\0" + SECRET),
    "an unknown part": segment(0xEB, SECRET),
    "a thumbnail of its own": segment(0xE0, b"JFXX\0" + SECRET),
}


@pytest.mark.parametrize("what", TOLD)
def test_a_jpeg_tells_nothing_but_itself(what: str) -> None:
    """Place, hour, device, owner and remarks are gone; tables, scans and colours stay to the byte."""
    plain = segment(0xE0, JFIF + b"\0\0")
    assert bare(jpeg(plain, TOLD[what], COLOURS, ADOBE)) == jpeg(plain, COLOURS, ADOBE)


def test_the_thumbnail_of_a_jpeg_is_gone() -> None:
    """It may show what was cut off the picture."""
    assert bare(jpeg(segment(0xE0, JFIF + b"\x01\x01" + SECRET[:3]))) == jpeg(segment(0xE0, JFIF + b"\0\0"))


def test_what_follows_the_end_of_a_jpeg_is_gone() -> None:
    """Telephones put a film there, with its sound."""
    assert bare(jpeg() + SECRET) == jpeg()


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_jpeg_keeps_which_way_up_it_is(order: str, orientation: int) -> None:
    """A portrait does not lie on its side: the one fact of Exif that the picture needs stays, after JFIF's own part."""
    plain = segment(0xE0, JFIF + b"\0\0")
    found = bare(jpeg(plain, segment(0xE1, b"Exif\0\0" + exif(order, orientation))))
    kept = found.removeprefix(b"\xff\xd8" + plain).removesuffix(TABLES + SCANS + END)
    assert kept == segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0" + bytes((orientation, 0, 0, 0)) + bytes(4))


def test_an_orientation_that_does_not_exist_is_none() -> None:
    """Nine and more are no way up."""
    assert bare(jpeg(segment(0xE1, b"Exif\0\0" + exif("<", 9)))) == jpeg()


# --- PNG ----------------------------------------------------------------------------------------------------------------------


def chunk(name: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


HEADER = chunk(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
DATA = chunk(b"IDAT", zlib.compress(b"\0\x80"))


def png(*between: bytes) -> bytes:
    return PNG + HEADER + b"".join(between) + DATA + chunk(b"IEND")


@pytest.mark.parametrize("name", [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"iDOT", b"caBX", b"prVt"])
def test_a_png_tells_nothing_but_itself(name: bytes) -> None:
    """Texts, times, Exif and what programs add for themselves are gone; what shows the picture stays to the byte."""
    colours = chunk(b"gAMA", struct.pack(">I", 45455)) + chunk(b"pHYs", bytes(9))
    assert bare(png(colours, chunk(name, SECRET)) + SECRET) == png(colours)


def test_a_png_keeps_which_way_up_it_is() -> None:
    """Exif in a PNG turns it as in a JPEG."""
    found = bare(png(chunk(b"eXIf", exif(">", 6))))
    assert SECRET not in found
    assert found == png(chunk(b"eXIf", b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0" + bytes(4)))


# --- GIF ----------------------------------------------------------------------------------------------------------------------


def blocks(*data: bytes) -> bytes:
    return b"".join(bytes((len(one),)) + one for one in data) + b"\0"


SCREEN = b"GIF89a" + bytes([1, 0, 1, 0, 0x80, 0, 0]) + bytes(6)
FRAME = b"\x21\xf9" + blocks(bytes(4)) + b"\x2c" + bytes([0, 0, 0, 0, 1, 0, 1, 0, 0x81]) + bytes(12) + b"\x02" + blocks(b"\x44\x01")
LOOP = b"\x21\xff" + blocks(b"NETSCAPE2.0", b"\x01\0\0")


def test_a_gif_tells_nothing_but_itself() -> None:
    """Comments and what programs add are gone; frames and how they follow one another stay to the byte."""
    told = b"\x21\xfe" + blocks(SECRET) + b"\x21\xff" + blocks(b"XMP DataXMP", SECRET) + b"\x21\x01" + blocks(bytes(12), SECRET)
    assert bare(SCREEN + LOOP + told + FRAME + told + FRAME + b";" + SECRET) == SCREEN + LOOP + FRAME + FRAME + b";"


# --- what is no picture -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("whole", [jpeg(COLOURS), png(), SCREEN + LOOP + FRAME + b";"], ids=["jpeg", "png", "gif"])
def test_a_picture_that_ends_too_early_is_damaged(whole: bytes) -> None:
    """Wherever it was cut off."""
    for end in range(8, len(whole)):
        with pytest.raises(DamagedPicture):
            bare(whole[:end])


def test_a_picture_of_a_million_parts_is_damaged() -> None:
    """It is no picture, and would fill the memory."""
    with pytest.raises(DamagedPicture):
        bare(png(chunk(b"tEXt") * 70_000))


@given(st.sampled_from([JPEG, PNG, GIF, b""]), st.binary(max_size=200))
def test_any_bytes_are_a_picture_or_not(signature: bytes, data: bytes) -> None:
    """Nothing else is raised, and what was made bare once is bare."""
    try:
        once = bare(signature + data)
    except DamagedPicture:
        return
    assert bare(once) == once


def test_what_is_of_no_known_sort_is_left_to_others() -> None:
    """It is shown in no document."""
    assert bare(b"<svg/>") == b"<svg/>"
