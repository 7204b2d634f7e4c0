"""Addresses, which have commas of their own: « au 12, rue des Lilas, 75012 Paris », "The Old Mill, 12 Mill Road"."""

from __future__ import annotations

import re

from traite_cli.language import dates_in, fold, times_in, words
from traite_cli.writing.importing.found import ANY_YEAR
from traite_cli.writing.importing.name_signs import HONORIFIC

_STREET = (
    r"(?:rue|avenue|av\.?|boulevard|bld|bd|place|quai|cours|allées?|chemin|impasse|passage|square|route|faubourg|sentier|villa|esplanade)\b"
)
ADDRESS = re.compile(
    rf"(?:\d{{1,4}}(?:\s?[-/]\s?\d{{1,4}})?(?:\s?(?:bis|ter|[A-D]))?,?\s+{_STREET}\s+\S"
    r"|\d{1,4}[A-D]?,?\s+(?:[A-Z][\w’'-]+\s){1,3}(?:Street|Road|Avenue|Lane|Square|Place|St|Rd|Ave|Court|Way|Drive|Terrace|Crescent)\b)",
    re.IGNORECASE,
)
"""The beginning of one, with its number and its street."""
_CAPITAL = r"(?:[A-ZÀ-Þ][\w’'-]*|\d{1,3}(?:e|er|ème|th)\b)"
_MORE = re.compile(
    r"\s*(?:,|\s[-–—|]\s|\()\s*(?P<more>"
    rf"(?:\d{{1,5}}(?:\s?[-/]\s?\d{{1,4}})?(?:\s?(?:bis|ter|[A-D]))?,?\s+)?{_STREET}[^,;.()\n]{{1,60}}"
    r"|(?:[Ss]alle|SALLE|[Bb]ureau|BUREAU|[Bb]âtiment|[Bb]ât\.?|[ÉEée]tage|[Rr]oom|[Ff]loor|\d+(?:er|e|ème) étage)\b[^,;.()\n]{0,40}"
    r"|\d{4,5}\s+[A-ZÀ-Þ][\w’' -]{1,40}|(?:à|in)\s[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+){0,3}(?! \d)"
    rf"|(?:\d{{1,5}}[A-D]?\s)?{_CAPITAL}(?:[ -](?:{_CAPITAL}|\d+[A-Z]*|de|du|des|la|le|les|sur|sous|en|lès|et|of|the|and"
    r"|d[’']\w+|l[’']\w+)){0,6}"
    r"(?=\s*(?:[,.;()]|[-–—|]\s|(?:on|at|le) |$))"
    r")\)?",
)
_SIGN = re.compile(r"[,;.(\n]|\s[-–—]\s")
_MOST_WORDS = 16
_LONGEST = 160


def extended(line: str, start: int, end: int) -> str:
    """A place with the rest of its address."""
    while (found := _MORE.match(line, end)) is not None and not _is_other(found["more"]):
        end = found.end()
    return line[start:end].strip(" ,–-(") + (")" * (line.count("(", start, end) - line.count(")", start, end)))


def _is_other(piece: str) -> bool:
    return bool(HONORIFIC.match(piece) or dates_in(piece, ANY_YEAR) or times_in(piece))


def until_sign(line: str, start: int) -> int:
    """Where the next sign that may end an address stands."""
    found = _SIGN.search(line, start)
    return found.start() if found else len(line)


def is_letterhead(line: str) -> bool:
    """Whether a line says where an association has its seat."""
    return re.match(r"\W*(?:siege|adresse postale|registered)\b", fold(line)) is not None


def continues_address(line: str, *, begun: bool) -> bool:
    """Whether a line below « Lieu : » is more of the place; ``begun`` says that some of it is told already."""
    said = line.strip()
    if len(said) > _LONGEST or len(words(said)) > _MOST_WORDS or said.endswith((":", "?")) or HONORIFIC.match(said):
        return False
    is_street = bool(ADDRESS.match(said) or re.match(r"(?:F-)?\d{4,5}\s+[A-ZÀ-Þ]|[A-Z]{1,2}\d[\dA-Z]?\s", said))
    return is_street or (not begun and not dates_in(said, ANY_YEAR) and not times_in(said))
