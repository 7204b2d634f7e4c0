"""What a text that is no date probably meant: ``22/10/2014`` is ``2014-10-22`` with the day first.

Nothing here decides what a date is: an answer is a guess for an error message, and whoever asks reads the suggestion again.
"""

from __future__ import annotations

import re

from traite_cli.dates.faults import DateFault
from traite_cli.dates.spelt import date_in_words

_LONGEST_GUESSED = 80
_DECEMBER = 12
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_STRICT = re.compile(r"\d{4}(?:-\d\d){0,2}~?(?:/\d{4}(?:-\d\d){0,2}~?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-/. ])(\d{1,2})(?:\2(\d{1,2}))?(~?)", re.ASCII)
_YEAR_LAST = re.compile(r"(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})(~?)", re.ASCII)
_SHORT_YEAR = re.compile(r"(\d{1,2})/(\d{1,2})/(\d\d)(~?)", re.ASCII)
_NO_SEPARATOR = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]+\d{1,2}[:h]\d\d.*", re.ASCII | re.IGNORECASE)
_SHORT_END = re.compile(r"(\d{4}-(?:\d\d-)?)(\d\d)/(\d\d)", re.ASCII)
_UNCERTAIN = re.compile(r"(\d{4}(?:-\d\d){0,2})[?%]", re.ASCII)
_BEYOND_SUBSET = re.compile(r"[?%]|\.\.|\d[X\-\d]*X|Y-?\d", re.ASCII)

_Guess = tuple[DateFault, str | None]


def probably_meant(text: str, fault: DateFault) -> _Guess:
    """The reason that says most about ``text``, and the date that was probably meant; ``fault`` is what reading it found."""
    if len(text) > _LONGEST_GUESSED:
        return fault, None
    match fault:
        case DateFault.NOT_A_DATE:
            return _guess_untidy(text)
        case DateFault.END_BEFORE_START:
            start, _, end = text.partition("/")
            return fault, f"{end}/{start}"
        case DateFault.NO_SUCH_MONTH:
            return fault, _day_for_month(text)
        case _:
            return fault, None


def _guess_untidy(text: str) -> _Guess:
    """A text that may be a right date but for its spaces and dashes."""
    dashed = text.translate(_DASHES)
    tight = re.sub(r" ?([/~]) ?", r"\1", " ".join(dashed.split()))
    if _STRICT.fullmatch(tight):
        return (DateFault.SPACES if dashed == text else DateFault.SEPARATOR), tight
    return _guess(tight)


def _guess(text: str) -> _Guess:
    for guess in (_one_date(text), _interval(text)):
        if guess is not None:
            return guess
    spelt = date_in_words(text)
    if spelt is not None:
        return DateFault.WORDS, spelt
    if _BEYOND_SUBSET.search(text):
        uncertain = _UNCERTAIN.fullmatch(text)
        return DateFault.UNSUPPORTED, f"{uncertain[1]}~" if uncertain else None
    return DateFault.NOT_A_DATE, None


def _one_date(text: str) -> _Guess | None:
    if match := _YEAR_FIRST.fullmatch(text):
        year, separator, month, day, tilde = match.groups()
        one_digit = separator == "-" and 1 in {len(month), len(day or "00")}
        return (DateFault.ONE_DIGIT if one_digit else DateFault.SEPARATOR), _written(year, month, day, tilde)
    if match := _YEAR_LAST.fullmatch(text) or _SHORT_YEAR.fullmatch(text):
        day, month, year, tilde = match.groups()
        return DateFault.FRENCH_ORDER, _written(year if len(year) == len("2014") else f"20{year}", month, day, tilde)
    if match := _NO_SEPARATOR.fullmatch(text):
        return DateFault.SEPARATOR, _written(*match.groups())
    if match := _WITH_TIME.fullmatch(text):
        return DateFault.TIME_OF_DAY, match[1]
    if text.startswith("~"):
        return DateFault.NOT_A_DATE, f"{text[1:]}~"
    return None


def _interval(text: str) -> _Guess | None:
    if match := _SHORT_END.fullmatch(text):
        stem, start, end = match.groups()
        # « 2014-10/12 » may be meant as a day as well as two months: nothing is suggested.
        return DateFault.SHORT_END, f"{stem}{start}/{stem}{end}" if len(stem) == len("2014-10-") else None
    before, _, after = text.partition("/")
    start, end = _end(before), _end(after)
    if start is None or end is None:
        return None
    return (end if start[0] is DateFault.NOT_A_DATE else start)[0], f"{start[1]}/{end[1]}"


def _end(text: str) -> _Guess | None:
    """One end of an interval, which may well be right."""
    return (DateFault.NOT_A_DATE, text) if _STRICT.fullmatch(text) else _one_date(text)


def _written(year: str, month: str, day: str | None = None, tilde: str = "") -> str:
    if day is None:
        return f"{year}-{int(month):02}{tilde}"
    if int(month) > _DECEMBER >= int(day):
        month, day = day, month
    return f"{year}-{int(month):02}-{int(day):02}{tilde}"


def _day_for_month(text: str) -> str | None:
    """``2014-22-10``, when a day stands where the month should."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(~?)", text, re.ASCII)
    return _written(*match.groups()) if match else None
