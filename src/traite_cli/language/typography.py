"""The spaces and apostrophes that French typography wants, in a text that may be Markdown.

A no-break space before « : » and inside guillemets, a narrow one before « ; ! ? », no break between a number and its unit, a day and its
month, « n° » or « M. » and what follows; ’ for a straight apostrophe between letters. Nothing but spaces and apostrophes changes, and
nothing at all in code, link targets and addresses, nor in what makes the lines of a Markdown text a list or a table.
Doing it twice is doing it once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traite_cli.language.languages import Language

_WIDE = "\u00a0"
_NARROW = "\u202f"
_SPACE = f"[ {_WIDE}{_NARROW}]"
_CLOSING = r"(?=[\s!?»”\"’')\]*_.,…|]|\Z)"
_UNITS = ["euros?", "k€", "M€", "km", "m²", "m", "cm", "mm", "kg", "g", "t", "ha", "h", "min", "s", "Ko", "Mo", "Go", "To", "kWh"]
_MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
_TITLES = [r"M\.", r"MM\.", r"Mme", r"Mmes", r"Mlle", r"Mlles", r"Me", r"Mgr", r"Dr", r"Pr"]
_REFERENCES = [r"\bp\.", r"\bpp\.", r"\bart\.", r"\bfig\.", r"\bchap\.", r"\bvol\.", r"\b[nN]°", r"\b[nN]º", r"§"]
_REPLACEMENTS = {"narrow": _NARROW, "narrow_added": _NARROW, "wide": _WIDE, "wide_added": _WIDE, "apostrophe": "’"}


def typography(text: str, language: Language) -> str:
    """``text`` with the spaces and apostrophes of the language; English keeps its own."""
    return french(text) if language == "fr" else text


def french(text: str) -> str:
    """``text`` with French spaces and apostrophes."""
    from traite_cli.language.prose_lines import stretches  # a millisecond of patterns, which most commands do without

    pattern = _pattern(has_definitions="]:" in text)
    return "".join(_mended(stretch.text, pattern) if stretch.is_prose else stretch.text for stretch in stretches(text))


def _mended(prose: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(_replacement, prose) if _code_is_plain(prose, pattern) else prose


def _replacement(match: re.Match[str]) -> str:
    return _REPLACEMENTS.get(match.lastgroup or "", match[0])


def _code_is_plain(prose: str, pattern: re.Pattern[str]) -> bool:
    """Whether one can tell code from prose: each backtick belongs to a pair, in one cell of a table, and to nothing else."""
    if "`" not in prose:
        return True
    if "\\`" in prose:
        return False
    passed_over = [match[0] for match in pattern.finditer(prose) if "`" in match[0]]
    is_code = all(span.startswith("`") and "|" not in span for span in passed_over)
    return is_code and "".join(passed_over).count("`") == prose.count("`")


_CODE = r"(?<!`)(`++)(?:[^`]|(?!\1(?!`))`++)*+\1(?!`)"


_ADDRESS = r"[hfmtwHFMTW](?i:ttps?:|tp:|ile:|ailto:|el:|ww\.)"
_TELLING_SPACE = (
    rf" (?:(?<=[\d«.°º§h] )|(?<=1er )"  # after a number, a guillemet, « M. », « n° », « 18 h »
    rf"|{_SPACE}*[:;!?»]"
    rf"|(?<=[ers] ){_SPACE}*[\[*_]*[A-ZÀ-ÖØ-ÞŒ])"  # after « Mme », « Dr », « Mlles »
)
_BEGINNINGS = rf"(?=[`\]\[<&;!?»'{_WIDE}{_NARROW}]|{_ADDRESS}|{_TELLING_SPACE}|(?<=«)|\A)"
"""Where anything of the pattern can begin: elsewhere, after most of the words of a text, its dozens of choices need not be tried."""


@cache
def _pattern(*, has_definitions: bool) -> re.Pattern[str]:
    """Everything that is replaced, after everything that must be passed over."""
    kept = [
        _CODE,
        r"\A[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)]|\#{1,6})[ \t]+)+",
        r"\]\(\s*<[^<>\n]*>[^()]*\)",
        r"\]\((?:(?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\([^()]*\))*+\))*+\)|[\s\S]*)",
        r"\]\[[^\]]*\]",
        r"<!--[\s\S]*?(?:-->|\Z)",
        r"<[A-Za-z/!?][^<>]*>",
        r"(?i:https?://|ftp://|file://|mailto:|tel:|www\.)[^\s<>«»“”\"]+",
        r"&\#?\w{1,32};",
    ]
    if has_definitions:  # a label must go on matching its definition
        kept.append(r"\[[^\[\]]*\](?!\()")
    return re.compile(f"{_BEGINNINGS}(?:{'|'.join(kept)}|{_spaces()}|{_insertions()}|{_apostrophes()})")


def _spaces() -> str:
    """Spaces that are there, be they of the right kind or not."""
    titles = "|".join(rf"(?<=\b{title})" for title in _TITLES)
    references = "|".join(rf"(?<={reference})" for reference in _REFERENCES)
    day = r"(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b1er))"
    wide = [
        rf"{_SPACE}+(?=:(?:[\s»”\")\]*_]|\Z))",
        rf"(?<=«){_SPACE}+(?=\S)",
        rf"{_SPACE}+(?=»)",
        rf"(?<=\d){_SPACE}+(?=[%‰°€£$]|(?:{'|'.join(_UNITS)})(?![\w'’]))",
        rf"(?<=\d{_SPACE}h){_SPACE}+(?=\d\d\b)",
        rf"{day}{_SPACE}+(?=(?i:{'|'.join(_MONTHS)})\b)",
        rf"(?:{titles}){_SPACE}+(?=[\[*_]*[A-ZÀ-ÖØ-ÞŒ])",
        rf"(?:{references}){_SPACE}+(?=\d)",
    ]
    narrow = rf"(?P<narrow>(?<!«){_SPACE}+(?=[;!?](?!\[){_CLOSING}))"
    return rf"(?={_SPACE})(?<=[^\s|])(?:{narrow}|(?P<wide>{'|'.join(wide)}))"


def _insertions() -> str:
    """Where a space is missing. Beside « * » and « _ » one might undo an emphasis: there none is put."""
    return rf"(?P<narrow_added>(?<=[^\W_]|[)»”%])(?=[;!?](?!\[){_CLOSING}))|(?P<wide_added>(?<=«)(?=[^\s*_&])|(?<=[^\s|*_;])(?=»))"


def _apostrophes() -> str:
    """Straight ones between letters (but not in an address), or after an elision before a number, a quotation or a link."""
    between = r"(?<=[^\W\d_]')(?=[^\W\d_])(?![\w.+'-]{0,64}@)"
    elided = r"(?:(?<=\b[cdjlmnstCDJLMNST]')|(?<=\b[qQ]u'))(?=[«\[*_\d])"
    return f"(?P<apostrophe>'(?:{between}|{elided}))"
