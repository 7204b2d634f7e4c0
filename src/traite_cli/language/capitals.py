"""Text typed in capitals alone, as it would stand in small letters: for looking at, each letter in the place of its own.

What begins a sentence and the names that are known keep their capital; whoever finds something there finds it in the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Container

from traite_cli.language.folding import fold
from traite_cli.language.given_names import is_given_name
from traite_cli.language.stretches import Stretches

_COMMON = Stretches(" DE ", " LA ", " LE ", " A ", " À ", " TO ", " THE ", " DONNE ")
"""A text without any of these has no sentence in capitals."""
_LINE = re.compile(r"[^\n]+")
_SMALL = re.compile(r"(?<=\d)(?:er|ère|re|e|ème|st|nd|rd|th|h)\b")
"""What stays small where all else is in capitals: « 1er », « 20h »."""
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = frozenset(["mme", "mlle", "m", "mr", "mrs", "ms", "dr", "cllr", "me", "pr"])
_BEGINS = re.compile(r"(?:^|[.!?:;])[\s*_\"«“(•>-]*(?:\d{1,2}[.)]\s*)?$")
_NO_NAME = re.compile(r"\s*(?:$|[,.;:)]|(?:SE|S['’]\w+|VA|A|EST|SERA|DOIT|DONNE|ET|WILL|TO|AGREED|IS|SHALL|HAS|AND)\b)")
"""What stands behind the last word of a name: « BRUNO FERRAT SE CHARGE », and not « BRUNO ÉCRIRA À »."""
_ITEM = re.compile(r"\s*(?:[-*+•–]|\d{1,2}[.)])\s")
_FEWEST = 4
_SHORT = 3


def in_small_letters(text: str, start: int = 0, known: Container[str] = ()) -> str:
    """``text``, its lines from ``start`` on that are in capitals alone being in small letters; ``known`` are folded words of names."""
    if not _COMMON.are_in(text):
        return text
    parts, at, goes_on = [], 0, False
    for line in _LINE.finditer(text, start):
        goes_on = goes_on and text[line.start() - 2] != "\n" and not _ITEM.match(line[0])
        is_shouted = _is_in_capitals(line[0], 1 if goes_on else _FEWEST)
        if is_shouted:
            parts += [text[at : line.start()], _lowered(line[0], known, goes_on=goes_on)]
            at = line.end()
        goes_on = is_shouted
    return "".join([*parts, text[at:]])


def _is_in_capitals(line: str, fewest: int) -> bool:
    said = _SMALL.sub("", line)
    return said.isupper() and len(_WORD.findall(said)) >= fewest


def _lowered(line: str, known: Container[str], *, goes_on: bool) -> str:
    parts, at, last = [], 0, ""
    for found in _WORD.finditer(line):
        word, folded = found[0], fold(found[0])
        begins = _BEGINS.search(line, 0, found.start()) is not None and not (goes_on and not at)
        is_whole = folded in known and len(word) <= _SHORT and not is_given_name(folded)  # initials
        is_name = begins or folded in known or is_given_name(folded) or folded in _ADDRESS or _follows(line, found, last)
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in word)
        parts += [line[at : found.start()], word if is_whole else word[0] + small[1:] if is_name else small]
        at, last = found.end(), folded
    return "".join([*parts, line[at:]])


def _follows(line: str, word: re.Match[str], last: str) -> bool:
    """Whether a word is a name by what stands around it: « J. DUPONT », « MME DUPONT », « ALICE DUPONT SE CHARGE »."""
    is_initial = len(word[0]) == 1 and line[word.end() : word.end() + 1] == "."
    is_behind_initial = len(last) == 1 and line[: word.start()].endswith(". ")
    is_family = is_given_name(last) and line[: word.start()].endswith((" ", "-")) and _NO_NAME.match(line, word.end()) is not None
    return is_initial or is_behind_initial or is_family or last in _ADDRESS
