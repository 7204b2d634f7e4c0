"""What minutes are called: by their own front matter, a heading, a line of their beginning; else by the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from traite_cli.language import dates_in, fold, words
from traite_cli.writing.importing.agenda import is_numbered, without_number
from traite_cli.writing.importing.entries import unmarked, whole
from traite_cli.writing.importing.found import FROM_NAME, PROSE, Found
from traite_cli.writing.importing.labels import label_of, lead_in
from traite_cli.writing.importing.mail import SUBJECT, greets
from traite_cli.writing.importing.opening import Opening, lines_of, says_only_when

_LONGEST = 160
_SHORT = 80
_FEW_WORDS = 3
_GOES_ON = re.compile(r"(?:de la|du|de l[’']|des|of the)\s")
_IN_PROSE = re.compile(
    r"\b(?:nous|notre|vous|votre|je|j'|chere?s?|bonjour|madame|dear|we|our)\b.*\b(?:reunion|rencontre|seance|meeting|assemblee)"
)
_HELD = re.compile(r",?\s+(?:held (?:on|at|in|via)\b|tenue? (?:le|à|au|en)\b|qui s[’']est tenue?)", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:du|de|le|of|on|the|au|en|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[a-z]+day),?\s*$")
_OF_ANOTHER = re.compile(r"\W*(?:approbation|adoption|validation|approval|approve|minutes of (?:the )?(?:last|previous))\b")
"""« Approbation du procès-verbal du 2 juillet » is a point of the agenda."""
_CALLED = frozenset(["objet", "titre", "intitule", "sujet", "reunion", "subject", "title", "meeting"])
_LONGEST_WITH_VERB = 15
_VERB = re.compile(
    r"\b(?:(?:a|ont|avait|avons) (?:ete|decide|vote|elu|adopte|approuve|ouvert|commence|presente|parle|rappele|evoque|dit|fait|eu|pu)"
    r"|(?:est|sont|etait|etaient) (?:elue?|designee?|nommee?|ouverte?|levee?|adoptee?|approuvee?|presidee?|presente|la)s?"
    r"|(?:suis|sommes|etions|avons|fais|voici|voila|merci|etait|etaient|fut|j'ai|remercie|souhaite|propose|rappelle|presente|explique)"
    r"|(?:was|were|is|are|has|have|had|opened|welcomed|thanked|reported|elected)) ?\b"
)
"""Words by which a line is a sentence."""
_FIRST_CHUNKS = 5
_FIRST_LINES = 8
_MINUTES = re.compile(
    r"\b(?:comptes?[- ]rendus?|proces[- ]verba(?:l|ux)|reunions?|seances?|assemblees?|rencontres?|minutes|meetings?|pv|cr"
    r"|releve de decisions|copil)\b"
)
_WHO_MEETS = re.compile(
    r"\b(?:comites?|conseils?|bureau|commissions?|ag|ca|gt|session|board|council|committee|atelier|entretien|plenieres?|rendez-vous"
    r"|teleconference|conference call|telco|call|codir|working group|groupe de travail)\b"
)


def title_of(opening: Opening) -> tuple[Found, str]:
    """The title, and the line of the text that says nothing else."""
    if opening.stated.get("title"):
        return Found(opening.stated["title"]), _said_again(opening, opening.stated["title"])
    if opening.is_part and opening.all[0].kind == "heading":
        whole = _bare(opening.all[0].text)
        if says_only_when(whole):
            return Found("", whole), opening.all[0].text
        return Found(_in_short(without_number(whole)), whole), opening.all[0].text
    return next(_titles(opening))


def _titles(opening: Opening) -> Iterator[tuple[Found, str]]:
    """What may be the title, the surest first."""
    headings = [chunk for chunk in opening.chunks if chunk.kind == "heading" and _may_title(chunk.text)]
    first = [chunk.text for chunk in headings if chunk.level == 1]
    told = list(_lines(opening))
    lines = [line for line in told if _may_title(line)]
    in_prose = [line for line in lines if _IN_PROSE.search(fold(line))]
    lines = [line for line in lines if line not in in_prose]
    for pattern in (_MINUTES, _WHO_MEETS):
        for line in (*first, *(chunk.text for chunk in headings[:2]), *lines):
            if pattern.search(fold(line)):
                above = _begun_above(line, lines)
                yield _found(f"{above} {line}") if above else _found(line), line
    is_letter = any(greets(line) for line in told[:_FIRST_CHUNKS]) and not any(map(SUBJECT.match, lines))
    if (is_letter and not headings) or any(_MINUTES.search(fold(line)) for line in in_prose):
        # A letter says in a sentence which meeting it reports on, and has no title.
        yield Found(""), ""
    lines = [line for line in lines[:1] if not (line.endswith((".", "!", "?", ";", ",")) and len(words(line)) > _FEW_WORDS)]
    for line in (*first, *(chunk.text for chunk in headings[:1]), *lines):
        yield _found(line, "" if headings else PROSE), line
    yield Found(_of_name(opening.source.name), doubt=FROM_NAME), ""


def _lines(opening: Opening) -> Iterator[str]:
    """The lines that may be titles: the first ones, and rows of a table that say one thing, or what stands first in it."""
    told = [chunk for chunk in opening.chunks[:_FIRST_CHUNKS] if chunk.kind in {"heading", "text"}]
    yield from (rest for head, sign, rest in (row.partition(" | ") for row in opening.beside) if sign and fold(head) in _CALLED)
    yield from islice(lines_of(told), _FIRST_LINES)
    yield from (row for row in opening.beside if " | " not in row)
    for number, chunk in enumerate(opening.chunks[:2]):
        for row in chunk.rows[:1]:
            if row[0] and not any(row[1:]):
                yield row[0]
            elif all(row) and number == 0:
                yield " – ".join(row)


def _begun_above(line: str, lines: Sequence[str]) -> str:
    """« Relevé de conclusions », where the line below goes on: « de la réunion du comité »."""
    at = lines.index(line) if line in lines else 0
    return lines[at - 1] if at and _GOES_ON.match(line) and len(lines[at - 1]) < _SHORT else ""


def _found(line: str, doubt: str = "") -> Found:
    title, said = _without_when(_bare(line)), whole(line)
    return Found(title, said if words(said) != words(title) else "", doubt)


def _without_when(title: str) -> str:
    """A long title without the day, the hour and the place that it ends with."""
    if len(title) <= _SHORT:
        return title
    held = _HELD.search(title)
    if held and len(words(title[: held.start()])) > 1:
        return title[: held.start()]
    days = [found for found in dates_in(title) if len(words(title[: found.start])) > _FEW_WORDS]
    return title[: days[0].start].rstrip(" ,–-(") if days and not _AHEAD.search(fold(title[: days[0].start])) else title


def _said_again(opening: Opening, title: str) -> str:
    """The heading that says a title once more."""
    return next((chunk.text for chunk in opening.chunks if chunk.kind == "heading" and words(chunk.text) == words(title)), "")


def _of_name(name: str) -> str:
    """What a file's name says; '' where that is but a date."""
    said = " ".join(re.sub(r"[_-]+", " ", name).split())
    return said[:1].upper() + said[1:] if re.search(r"[^\W\d_]{3,}", said) else ""


def _may_title(text: str) -> bool:
    if (
        not words(text)
        or len(text) > _LONGEST * 2
        or is_numbered(text)
        or lead_in(text)
        or says_only_when(text)
        or _OF_ANOTHER.match(fold(text))
        or greets(text)
        or _is_sentence(text)
    ):
        return False
    label = label_of(text)
    return (label is None or label.name == "decision") and "@" not in text and "www." not in text


def _is_sentence(text: str) -> bool:
    """Whether a line says something, rather than being called something: it ends as sentences do and has a verb, or is long and has one."""
    said = unmarked(text).rstrip()
    if not _VERB.search(fold(said)):
        return False
    return said.endswith((".", "!", "?", "…", ",")) or len(words(said)) > _LONGEST_WITH_VERB


def _in_short(title: str) -> str:
    """A heading that says all about its meeting, as far as it calls it something."""
    if len(title) <= _LONGEST:
        return title
    end = max(title.rfind(sign, _LONGEST // 3, _LONGEST) for sign in (",", ";", " –", " (", "."))
    return title[:end] if end > 0 else f"{title[:_LONGEST].rsplit(' ', 1)[0]} […]"


def _bare(text: str) -> str:
    return SUBJECT.sub("", unmarked(text)).strip(" :–-")
