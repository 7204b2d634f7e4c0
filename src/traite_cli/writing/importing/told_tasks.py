"""Tasks that minutes name as such: « ACTION: AP to circulate the budget by 6 December », « Action : écrire au maire (resp. Zoé) ».

Who has a task stands before its verb, behind a dash, in parentheses or at the end; what is no name that the minutes list is none here,
unless the line says that it is one. What somebody who is listed is to do by a day is a task without being called one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from traite_cli.language import Unclear, dates_in, deadline, fold, is_given_name, sentences_in, understood_date, unmarked, words

IsName = Callable[[str], bool]


class Told(NamedTuple):
    """A task, by the place of its line in a text; who has it and when it is due, '' where that is not said."""

    start: int
    end: int
    what: str
    who: str
    due: str
    guessed: bool = False
    """Whether nothing but a name and a day makes a task of it."""


_BEFORE = r"(?:[ \t>*_•–-]|\d{1,3}[.)]\s|\\?\[(?:NEW|nouveau|DONE| )?\\?\]\s*|\\?<[^<>\n]{1,30}\\?>\s*|[=-]>|[→⇒➔➢])*"
_WORD = (
    r"(?:[Aa]ctions?|ACTIONS?)(?:[ -](?:[Ii]tems?|ITEMS?|[Pp]oints?|POINTS?|à mener|à faire))?|[Àà] faire|À FAIRE|A FAIRE|A faire"
    r"|T[Oo][ -]?D[Oo]|To[- ]do|AP|AI|[Ee]ngagements?(?: pris)?|ENGAGEMENTS?|[Tt]âches?|TÂCHES?|TACHES?|[Tt]asks?|[Cc]ommitments?"
)
_HEAD = re.compile(
    rf"{_BEFORE}(?:(?P<mark>{_WORD})(?:\s*(?:n[°o]\s*)?#?\d{{1,3}}(?:\.\d{{1,2}})?)?"
    r"\s*(?:\((?P<inside>[^()\n]{1,60})\)|\[(?P<inside2>[^\[\]\n]{1,60})\]|\s+(?:de |d['’]|for |of |by |pour )(?P<whose>[^:\n]{2,60}?))?"
    r"[*_]{0,3}\s*(?::|\s[-–—]\s)|TODO(?=\s))[*_]{0,3}\s*(?=\S)"
)
_ARROW = re.compile(r"[ \t>*•–-]*(?:[=-]>|=&gt;|[→⇒➔➢])\s*(?=\S)")
_INNER = re.compile(
    r"(?<=[.;!?)])\s+(?:\*\*|__)?(?:ACTIONS?|Actions?|À FAIRE|TODO|AP)(?:\s+[Ii]tems?)?\s*:[*_]{0,3}\s*(?P<rest>\S[^\n]*)$", re.MULTILINE
)
_DONE = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\\?\[[xX]\\?\]|~~|[✅✔☑]")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"@?[^\W\d][\w.@’'-]*(?:\s(?:(?:de|du|van|von|le|la|el|al|bin)\s)?{_CAPITAL}[\w.’'-]*){{0,3}}"
_NAMES = rf"{_NAME}(?:\s?(?:,|&|/|\+|\bet\b|\band\b)\s?{_NAME}){{0,4}}"
_WILL = r"(?:to|will|shall|should|doit|doivent|va|vont|(?:has |have )?(?:agreed|offered|volunteered|undertook|promised) to)"
_TO = re.compile(rf"(?P<who>(?:[Tt]he\s|[Ll]e\s|[Ll]a\s|[Ll][’'])?{_NAMES})\s+{_WILL}\s+(?P<what>[a-zà-ÿ].*)", re.DOTALL)
_LED = re.compile(rf"(?P<who>{_NAMES})\s*(?::|\s[-–—]\s|,|→|->)\s*(?P<what>\S.*)", re.DOTALL)
_FIRST = re.compile(rf"(?P<who>{_NAMES})\s+(?P<what>\S.*)", re.DOTALL)
_RESPONSIBLE = re.compile(
    r"(?i:\b(?:resp(?:onsables?)?|pilotes?|porteurs?|porté par|en charge|owner|lead|who|qui|assigned to|assignée? à)\b\.?\s*:?\s*)"
    rf"(?P<who>{_NAMES})"
)
_TRAILED = re.compile(
    rf"(?:\(\s*|\[\s*|→\s*|->\s*|=>\s*|\s[-–—]\s|\b(?:par|by)\s|(?<=\s)(?=@))(?P<who>{_NAMES})\s*[)\]]?"
    r"(?=\s*(?:[.;,(–—]|\s-\s|$|avant|pour|le\s|on\s|d[’']ici|by\b))"
)
_DUE_SIGN = (
    r"(?:[ée]ch[ée]ance|d[ée]lais?|deadline|due(?: date| by)?|date limite|pour le|pour|avant le|avant|d[’']ici|by when|by|before"
    r"|no later than|au plus tard(?: le)?)"
)
_DUE = re.compile(rf"(?<!\w){_DUE_SIGN}\s*:?\s*(?P<due>[^()\[\];]{{2,40}})", re.IGNORECASE)
_TAIL = re.compile(r"[\s,;:–—(\[→>-]+$")
_TRAILED_LAST = re.compile(rf"\s*(?:\(|→|->)\s*(?P<who>{_NAMES})(?:[,;][^()]{{1,40}})?\)?\s*[.;]?$")
_INFINITIVE = re.compile(r"(?:[Ss]e |[Ss][’'])?[^\W\d_]{2,}(?:er|ir|oir|re)\b(?! [A-ZÀ-Þ])")
_SUBJECT = re.compile(r"\s*(?:[-*+•]\s+)?\*\*[^*\n]{2,60}\*\*\s*[:–—-]\s+")
"""« **Le budget** – Zoé écrit à la banque »: what it is about."""
_TO_DO = re.compile(r"(?:to|will|shall|doit|va)\s+[a-zà-ÿ]")
_PAST = re.compile(
    r"(?:a|ont|est|sont|était|étaient|avait|indique|rappelle|précise|demande|explique|signale|souhaite|informe|présente|pense|note|trouve"
    r"|was|were|is|has|had|reported|noted|asked|said|explained|thanked|joined|left|arrive|quitte|fait remarquer|ne|n[’'])\b"
)
_RECORDED = re.compile(r"\s*\\?\[(?:recorded in|enregistré)[^\]]*\]?.*$", re.DOTALL)
_LONGEST = 400
_LONG_LINE = 55


def told_tasks(text: str, start: int, day: date | None, is_name: IsName) -> Iterator[Told]:
    """The tasks of a body that begins at ``start``; deadlines count from a day, ``is_name`` knows who the minutes list."""
    for begun, end in _lines(text, start):
        line = text[begun:end]
        if not _DONE.match(line):
            yield from _in_line(line, begun, day, is_name)


def _in_line(line: str, start: int, day: date | None, is_name: IsName) -> Iterator[Told]:
    head, arrow, inner = _HEAD.match(line), _ARROW.match(line), _INNER.search(line)
    if head is not None and not (head["mark"] in {"AP", "AI"} and is_name(head["mark"])):
        inside = head["inside"] or head["inside2"] or head["whose"] or ""
        yield _task(start, start + len(line), line[head.end() :], inside, day, is_name)
    elif arrow:
        told = _task(start, start + len(line), line[arrow.end() :], "", day, is_name)
        yield from [told] if (told.who and is_name(told.who)) or told.due else []
    elif inner:
        yield _inner(start, start + len(line), line[: inner.start()], inner["rest"], day, is_name)
    else:
        yield from _of_somebody(line, start, day, is_name)


def _of_somebody(line: str, start: int, day: date | None, is_name: IsName) -> Iterator[Told]:
    """What somebody who is listed is to do: "Ben Okafor to write to the council", « Ahmed transmet le RIB avant vendredi »."""
    at = 0
    for sentence in sentences_in(line):
        begun = line.find(sentence, at)
        at = begun + len(sentence) if begun >= 0 else at
        said = unmarked(_SUBJECT.sub("", sentence)).strip(" -–•*")
        place = (start + max(begun, 0), start + at)
        found, led, trailed = _TO.match(said), _LED.match(said), _TRAILED_LAST.search(said)
        if led and is_name(led["who"]) and (_INFINITIVE.match(led["what"]) or _TO_DO.match(led["what"])):
            due, what = _due(led["what"], day)
            yield Told(*place, _TAIL.sub("", what).strip(" .;"), led["who"], due)
        elif trailed and is_name(trailed["who"]) and _INFINITIVE.match(said):
            due, what = _due(said[: trailed.start()], day)
            yield Told(*place, _TAIL.sub("", what).strip(" .;"), trailed["who"], due or due_of(said[trailed.end("who") :], day))
        elif found and (is_name(found["who"]) or is_given_name(fold(found["who"]))):
            due, what = _due(found["what"], day)
            yield Told(*place, what.strip(" .;"), found["who"], due)
        elif (first := _FIRST.match(said)) and (name := _named(first["who"], is_name)):
            what = said[len(name) :].lstrip()
            due = _due(what, day)[0] if what[:1].islower() and not _PAST.match(what) else ""
            yield from [Told(*place, said.strip(" .;"), name, due, guessed=True)] if due else []


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where lines as their writer saw them begin and end: what was only wrapped is one."""
    at, in_code = start, False
    while at < len(text):
        end = _end_of_line(text, at)
        first = text[at:end].lstrip()
        in_code ^= first.startswith(("```", "~~~"))
        if first and not in_code and not first.startswith(("|", "#", "<!--", ":::")):
            while end < len(text) and _goes_on(text, at, end):
                end = _end_of_line(text, end + 1)
            yield at, end
        at = end + 1


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _goes_on(text: str, start: int, end: int) -> bool:
    begun = text.rfind("\n", start, end) + 1 or start
    line, following = text[begun:end], text[end + 1 : _end_of_line(text, end + 1)]
    if (
        not following.strip()
        or line.endswith(("\\", "  "))
        or end - start > _LONGEST
        or re.match(r"\s*(?:[-*+•|#<]|\d{1,3}[.)]\s)", following)
    ):
        return False
    return (len(line) >= _LONG_LINE or following.lstrip()[:1].islower()) and not _HEAD.match(following)


def _inner(start: int, end: int, before: str, rest: str, day: date | None, is_name: IsName) -> Told:
    """« Samuel to email the auditors. Action: SO »: what is behind the mark is the task, or but who has it."""
    said = unmarked(rest).strip(" .;")
    if is_name(said):
        sentence = re.split(r"(?<=[.;!?])\s", unmarked(before).strip())[-1]
        return Told(start, end, sentence.strip(" .;"), said, _due(sentence, day)[0])
    return _task(start, end, rest, "", day, is_name)


def _task(start: int, end: int, rest: str, inside: str, day: date | None, is_name: IsName) -> Told:
    said = unmarked(_RECORDED.sub("", rest.replace("\\\n", " "))).strip()
    due, without = _due(said, day)
    who, what = _who(without, is_name)
    if inside and not who:
        own = _DUE.split(inside)[0].strip(" ,;:–-")
        who = own if own and not due_of(own, day) else ""
        due = due or due_of(inside, day)
    return Told(start, end, _TAIL.sub("", what).strip(" .;"), who, due)


def _who(said: str, is_name: IsName) -> tuple[str, str]:
    """Who has a task, and what it is."""
    if found := _RESPONSIBLE.search(said):
        return found["who"].strip(" ,."), _without(said, found.start(), found.end())
    if found := _TO.match(said):
        return found["who"], found["what"]
    if (found := _LED.match(said)) and is_name(found["who"]):
        return found["who"], found["what"]
    if (found := _FIRST.match(said)) and (name := _named(found["who"], is_name)):
        return name, said[len(name) :].strip(" :,–-")
    for found in _TRAILED.finditer(said):
        if is_name(found["who"]):
            return found["who"], _without(said, found.start(), found.end())
    return "", said


def _named(said: str, is_name: IsName) -> str:
    """The longest beginning of some words that is a name."""
    parts = said.split()
    return next((" ".join(parts[:count]) for count in range(len(parts), 0, -1) if is_name(" ".join(parts[:count]))), "")


def _without(said: str, start: int, end: int) -> str:
    before, after = _TAIL.sub("", said[:start]), said[end:].lstrip(" ,;:)]–—-")
    return f"{before} {after}".strip() if after else before


def _due(said: str, day: date | None) -> tuple[str, str]:
    """When something is due, as a record writes it, and what is said without that."""
    for found in _DUE.finditer(said):
        phrase = re.split(r"\s[-–—]\s|, (?=[A-ZÀ-Þ])|\.\s|\.$", found["due"])[0].strip(" ,.")
        for count in range(len(phrase.split()), 0, -1):
            told = " ".join(phrase.split()[:count])
            if due := due_of(told, day):
                end = found.start("due") + found["due"].find(told) + len(told)
                return due, _without(said, found.start(), end)
    last = [one for one in dates_in(said, day.year if day else None) if re.match(r"\s*[)\].;]*$", said[one.end :])]
    if last and day is not None and re.search(r"[(\[,–—-]\s*(?:le |on )?$", said[: last[0].start]):
        return due_of(said[last[0].start : last[0].end], day), _without(said, last[0].start, last[0].end)
    return deadline(said, day), said


def due_of(said: str, day: date | None) -> str:
    """The day that a cell or some words behind « échéance » say; '' for none."""
    text = re.sub(r"^\W*(?:le|the|on|pour|avant|by|d[’']ici|au plus tard)\s+(?:le\s)?", "", said.strip(" .()"), flags=re.IGNORECASE)
    for told in (said.strip(" .()"), text):
        found = understood_date(told, day, toward="future")
        if not isinstance(found, Unclear):
            return str(found)
    named = dates_in(text, day.year if day else None)
    return named[0].day.isoformat() if len(named) == 1 and len(words(fold(text))) <= _MOST_WORDS else ""


_MOST_WORDS = 6
