"""Bytes of a text file as text: UTF-8, UTF-16, or the old encoding of Windows, of the Macintosh or of DOS that makes French of them."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_OLD = ("cp1252", "mac-roman", "cp850")
_USUAL = frozenset("éèàùçêâîôûëïüœæÉÈÀÇÊÂÎÔÛŒ’‘“”«»–—…€°£")
_BEGINNING = 4096
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)

# What `validate` takes for hidden: see ``syntax.text``.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff\ufffe\uffff\u200b\u00ad]"
)
_TWICE = re.compile("[\u0080-\uffff]{2,}")
_MISREAD = ("Ã", "Â", "â€")


class Decoded(NamedTuple):
    """A text, and the encoding that was guessed; '' where there was nothing to guess."""

    text: str
    guessed: str = ""


def decoded(data: bytes) -> Decoded:
    """The text of a file. Bytes that nobody can read are shown as such."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace").lstrip("\ufeff"))
    wide = _wide(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _old(data)


def decoded_page(data: bytes) -> Decoded:
    """The text of a page of the web, which may say itself how it is encoded."""
    try:
        # Many a page that says Windows was saved in UTF-8 since; what reads as UTF-8 is no other encoding's French.
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    said = _CHARSET.search(data[:_BEGINNING]) or _XML.search(data[:_BEGINNING])
    if said and not any(data.startswith(mark) for mark, _ in _MARKS):
        name = said[1].decode("ascii").lower()
        # What calls itself Latin-1 is Windows-1252, by the standard of the web (WHATWG Encoding).
        name = "cp1252" if name in {"iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252"} else name
        try:
            if name not in {"utf-8", "utf8"} and not name.startswith("utf-16"):
                return Decoded(data.decode(name, "replace"))
        except (LookupError, ValueError):
            pass
    return decoded(data)


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: of Latin letters every second byte is zero."""
    beginning = data[:_BEGINNING]
    if beginning.count(0) <= len(beginning) // 4:
        return ""
    return "utf-16-le" if beginning[1::2].count(0) > beginning[::2].count(0) else "utf-16-be"


def _old(data: bytes) -> Decoded:
    """The encoding in which the letters beyond ASCII are those of French most often; a slip in UTF-8 spoils no file that is of it."""
    lenient = data.decode("utf-8", "replace")
    wrong = lenient.count("\ufffd")
    if sum(not letter.isascii() for letter in lenient) > 3 * wrong:
        return Decoded(lenient, "utf-8")
    best = max(_OLD, key=lambda encoding: _french(data.decode(encoding, "replace")))
    return Decoded(data.decode(best, "replace"), best)


def _french(text: str) -> int:
    """How French the letters beyond ASCII are: a small letter within a word counts, a sign within a word speaks against it."""
    score = 0
    for before, letter in zip(" " + text, text, strict=False):
        if letter.isascii():
            continue
        usual = letter in _USUAL
        score += 2 if usual else -1
        if usual and before.isalpha() and before.islower() and letter.isupper():
            score -= 3
        if not letter.isalnum() and letter != "’" and before.isalpha():
            score -= 2
    return score


def tidy(text: str) -> str:
    """Characters that nobody sees are taken out, letters put together, and what was read in a wrong encoding read again."""
    text = unicodedata.normalize("NFC", _HIDDEN.sub("", text))
    return _TWICE.sub(_read_again, text) if any(sign in text for sign in _MISREAD) else text


def _read_again(found: re.Match[str]) -> str:
    """« Ã© » is the two bytes of « é », read as two letters."""
    try:
        return found[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return re.sub("[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]|â€.", _pair, found[0])


def _pair(found: re.Match[str]) -> str:
    try:
        return found[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return found[0]
