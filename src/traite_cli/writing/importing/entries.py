"""The people that a line of a list names: « Mme Alice Tallon (ECPAT), présidente », « Hors la rue : G. Lardanchet et A. Leclève ».

What follows a name is an organisation or a function; who gave a proxy is named with whoever holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from traite_cli.language import fold, is_function, is_given_name, looks_like_organisation, words
from traite_cli.writing.importing.labels import announced, is_of_some
from traite_cli.writing.importing.name_signs import (
    ARTICLE,
    BARE,
    BEFORE_HONORIFIC,
    COUPLE,
    FOR,
    GIVEN_BY,
    HANDED,
    HELD,
    HOLDS,
    HONORIFIC,
    PARTICLE,
    PROXIES,
    SPEAKS_OF_PROXY,
    STATUSES,
)

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKS = re.compile(r"\*{1,3}|`|~~|(?<!\w)_+|_+(?!\w)|\\(?=[^\w\s])")
_COMMENT = re.compile(r"<!--|-->")
_DASH = re.compile(r"\s+[-–—]+\s*|(?<=\w)[-–—]+\s+|\s*[–—]\s*|\s*:\s+")
_PARENTHESIS = re.compile(r"\s*[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]")
_AND = re.compile(r"\s+(?:et|and|ainsi que)\s+|\s*&\s*|\s*\+\s*")
_BY = re.compile(r"(?:par|by)\s+(?=\S)")
_CUT = re.compile(r"\d{4,}|https?:|\bwww\.")
_FOR_WHOM = re.compile(r"(?:pour|for)\s+(?:le\s|la\s|les\s|l[’']|the\s)?(?P<whom>[^,:;]{2,60})\s*[,:]\s*(?=\S)", re.IGNORECASE)
"""« Pour le Rhône, M. Zeroual »."""
_LATIN = re.compile("[A-Za-zÀ-ɏ][\\w’'-]*")
_NICKNAME = re.compile(r"[a-z][\w.-]{1,30}")
_LONGEST_NAME = 6
_SHORT_NAME = 2
_MOST_WORDS = 45
_LONGEST_LINE = 6000


class Named(NamedTuple):
    """Somebody, or an organisation, that a list names; ``behind`` is what stands behind the name."""

    name: str
    behind: tuple[str, ...] = ()
    proxy: str = ""
    status: str = ""


class Known(Protocol):
    """What is known of names; nothing, for whoever has no records."""

    def is_person(self, said: str) -> bool:
        """Whether a record of a person is surely meant."""
        raise NotImplementedError

    def is_organisation(self, said: str) -> bool:
        """Whether a record of an organisation is surely meant."""
        raise NotImplementedError


def unmarked(text: str) -> str:
    """The words of some Markdown of one line."""
    return " ".join(_MARKS.sub("", _COMMENT.sub("", _LINK.sub(r"\1", text))).replace("_", " ").split())


def whole(text: str) -> str:
    """A line as a remark quotes it: without its marks, unless they hold words, as the address of a link does."""
    said = unmarked(text)
    return said if words(said) == words(text) else text


def named_in(line: str, status: str, known: Known, *, inline: bool) -> list[Named]:
    """Whom a line of a list names. ``inline`` says that it is a list of its own, and not an item of one."""
    text = unmarked(line).strip(" .;,:-–—•·|")
    if not text or len(text) > _LONGEST_LINE or not any(map(str.isalpha, text)) or len(text.split()) > _MOST_WORDS * (4 if inline else 1):
        return []
    found: list[Named] = []
    for piece in _pieces(text, known, inline=inline):
        found += _of_piece(piece, status, known)
    are_nicknames = inline and _are_nicknames(text)
    return [one for one in found if _is_a_name(one, known) or (are_nicknames and _NICKNAME.fullmatch(one.name) and not announced(one.name))]


def _is_a_name(one: Named, known: Known) -> bool:
    said = one.name.split()
    if known.is_person(one.name) or known.is_organisation(one.name):
        return True
    if announced(one.name) or (ARTICLE.match(one.name) and not _begins_with_article(said)):
        return False
    return (
        0 < len(said) <= _LONGEST_NAME
        and not _CUT.search(one.name)
        and any(_is_capital(word) or word.startswith("@") or is_given_name(fold(word)) for word in said)
    )


def _is_capital(word: str) -> bool:
    """Whether a word begins as names do: with a capital, or in a script that has none."""
    return word[:1].isalpha() and not word[:1].islower()


def _begins_with_article(said: Sequence[str]) -> bool:
    """« LE BRAS Yann », « Le Goff Marie »: the article is part of the family name."""
    is_whole = len(said) > 1 and _is_capital(said[0]) and _is_capital(said[1])
    in_capitals = said[0].isupper() and not all(word.isupper() for word in said)
    return is_whole and (in_capitals or any(is_given_name(fold(word)) for word in said[1:]))


def _are_nicknames(text: str) -> bool:
    """« Bob, dsinger, hadleybeeman »: most of a list are single words, as people are called on the net."""
    parts = [part.split() for part in text.split(",")]
    return len(parts) > 2 and sum(len(part) == 1 for part in parts) * 2 > len(parts)  # noqa: PLR2004 - a list of three


def _of_piece(piece: tuple[str, tuple[str, ...]], status: str, known: Known) -> Iterator[Named]:
    text, behind = piece
    within = _PARENTHESIS.search(text)
    if within and within.start() and not _LATIN.search(text[: within.start()]) and len(_LATIN.findall(within[1])) > 1:
        # A name in another script, and how it is written in ours.
        yield _one(within[1], behind)
        return
    if within and _names_people(text[: within.start()], within[1], known):
        # « ECPAT (Alice Tallon) »: who sits for whom.
        for name, own in _split(within[1], known, inline=True):
            yield _one(name, (*own, text[: within.start()].strip()))
        return
    told = next((one for one in behind if SPEAKS_OF_PROXY.match(one) or (status == "represented" and _BY.match(one))), None)
    if told is not None:
        text, behind = f"{text}, {told}", tuple(one for one in behind if one != told)
    given = _given(text, status)
    held = HELD.fullmatch(text) if given is None else None
    if given is not None and status in {"present", "guests"} and looks_like_organisation(given[0]) and not HONORIFIC.match(given[0]):
        # « SCI du Parc, représentée par M. Durand »: who sits for whom.
        yield _one(given[1].strip(" .;)"), (*behind, given[0].strip(" ,(")))
    elif given is not None:
        who, by = given
        yield _one(who.strip(" ,("), behind)._replace(proxy=_bare(by), status="represented")
    elif held:
        yield _one(held["by"].strip(" ,("), behind)
        for who in _and(held["who"].strip(" .)")):
            yield Named(_bare(who), proxy=_bare(held["by"].strip(" ,(")), status="represented")
    elif (bare := BARE.fullmatch(text)) is not None and status in {"present", "guests"}:
        yield _one(bare["name"], behind)
        yield Named(_bare(bare["other"]), proxy=_bare(bare["name"]), status="represented")
    else:
        said, own_status = _without_status(text)
        yield _one(said, behind)._replace(status=own_status)


def _given(text: str, status: str) -> tuple[str, str] | None:
    """Who gave a proxy, and who holds it; None where a text says nothing of the sort."""
    if found := GIVEN_BY.fullmatch(text):
        return found["who"], found["by"]
    if found := HOLDS.fullmatch(text):
        return found["who"] or found["who2"], found["by"] or found["by2"]
    patterns = (*PROXIES, *((HANDED, FOR) if status == "represented" else ()))
    if found := next((found for pattern in patterns if (found := pattern.fullmatch(text))), None):
        return found["who"], found["by"]
    if status in {"excused", "absent", "represented"} and (found := BARE.fullmatch(text)):
        return found["name"], found["other"]
    return None


def _without_status(text: str) -> tuple[str, str]:
    """A name without « (excusée) » behind it, and what that says."""
    for name, pattern in STATUSES:
        if found := pattern.search(text):
            return text[: found.start()], name
    return text, ""


def _names_people(before: str, inner: str, known: Known) -> bool:
    """Whether an organisation stands before a parenthesis, and somebody within it."""
    said = before.split()
    if not said or known.is_person(before) or HONORIFIC.match(before) or is_given_name(fold(said[0])):
        return False
    first = inner.split(",", maxsplit=1)[0].strip()
    is_whole = len(first.split()) > 1 and first.split()[0][:1].isupper() and not is_function(first)
    return bool(HONORIFIC.match(first)) or known.is_person(first) or (is_whole and is_given_name(fold(first.split()[0])))


def _bare(name: str) -> str:
    """Who holds a proxy, without what closes the sentence."""
    return _one(name.strip(" .;)"), ()).name


def _one(text: str, behind: tuple[str, ...]) -> Named:
    """A name, apart from what stands behind it."""
    rest = list(behind)
    for inner in _PARENTHESIS.finditer(text):
        rest.insert(0, inner[1].strip())
    after = _PARENTHESIS.search(text)
    if after:
        rest += [tail] if (tail := text[after.end() :].strip(" ,-–—:()")) else []
        text = text[: after.start()]
    dash = next(
        (found for found in _DASH.finditer(text) if found.start() and (len(words(text[: found.start()])) > 1 or found[0].startswith(" "))),
        None,
    )
    if dash:
        rest.insert(0, text[dash.end() :].strip())
        text = text[: dash.start()]
    name, tail = _with_acronym(text.strip(" ,;.(-–—→"))
    return Named(name, tuple(one for one in (tail, *rest) if any(map(str.isalpha, one))))


def _with_acronym(text: str) -> tuple[str, str]:
    """« Régis Haubourg CSTB »: the capitals behind a whole name are those of an organisation."""
    said = text.split()
    couple = COUPLE.match(text)
    start = 1 + len(couple[0].split()) if couple else 2 + bool(HONORIFIC.match(text))
    for number in range(start, len(said)):
        capitals = sum(letter.isupper() for letter in said[number])
        is_new = capitals > 1 and not any(word.isupper() and len(word) > 2 for word in said[:number] if not HONORIFIC.match(f"{word} x"))  # noqa: PLR2004  # initials have two
        if is_new and not PARTICLE.match(said[number]) and not PARTICLE.fullmatch(said[number - 1]):
            return " ".join(said[:number]), " ".join(said[number:])
    return text, ""


def _pieces(text: str, known: Known, *, inline: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The people of a line, each with what stands behind; where an organisation stands first, it stands behind each."""
    head, colon, tail = text.partition(" : ") if " : " in text else text.partition(": ")
    if colon and tail and not known.is_person(head) and (_lists(tail) or known.is_organisation(head)) and "pouvoir" not in fold(head):
        own = () if is_of_some(head) else (head.strip(),)
        yield from ((name, (*behind, *own)) for name, behind in _split(tail, known, inline=True))
        return
    pieces = list(_split(text, known, inline=inline))
    if len(pieces) > 1 and not HONORIFIC.match(pieces[0][0]) and _leads(pieces, known, inline=inline):
        yield from ((name, (*behind, pieces[0][0])) for name, behind in pieces[1:])
        return
    yield from pieces


def _leads(pieces: list[tuple[str, tuple[str, ...]]], known: Known, *, inline: bool) -> bool:
    """Whether the first piece is the organisation of those that follow."""
    first = pieces[0][0]
    if known.is_person(first):
        return False
    return (not inline and all(HONORIFIC.match(name) for name, _ in pieces[1:])) or (
        known.is_organisation(first) and all(not known.is_organisation(name) for name, _ in pieces[1:])
    )


def _lists(text: str) -> bool:
    """Whether what stands behind a colon looks like names of people."""
    first = re.split(r"[,;]| et ", text)[0]
    return bool(HONORIFIC.match(text)) or is_given_name(fold(first.split()[0])) if first.split() else False


def _split(text: str, known: Known, *, inline: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    sign = ";" if _outside(text, ";") else "/" if _outside(text, "/") and all(map(_looks_like_name, _at(text, "/"))) else ","
    parts = [part.strip() for part in _at(BEFORE_HONORIFIC.sub(", ", text) if sign == "," else text, sign) if part.strip(" .…")]
    parts = [part for part in parts if fold(part).strip(" .") != "etc"]
    if sign == ";":
        for part in parts:
            at = _FOR_WHOM.match(part)
            own = () if at is None else (at["whom"].strip(),)
            yield from ((name, (*behind, *own)) for name, behind in _split(part[at.end() :] if at else part, known, inline=at is not None))
        return
    several = inline or _are_all_people(parts, known)
    nicknames = inline and _are_nicknames(text)
    joined: list[list[str]] = []
    for part in parts:
        # An organisation belongs to the name before it, unless that has one.
        is_next = bool(joined) and "(" in joined[-1][0] and known.is_organisation(part)
        begins = _begins_a_name(part, known) or (nicknames and len(part.split()) == 1 and not is_function(part))
        if joined and not (several and (is_next or begins)):
            joined[-1].append(part)
        else:
            joined.append([part])
    for first, *behind in joined:
        for name, last in _last_marked(_and(first)):
            yield name, tuple(behind) if last else ()


def _last_marked(names: list[str]) -> Iterator[tuple[str, bool]]:
    """Names that « et » joins: what stands behind, stands behind the last."""
    for number, name in enumerate(names, 1):
        yield name, number == len(names)


def _are_all_people(parts: list[str], known: Known) -> bool:
    people = [part for part in parts if known.is_person(part) or HONORIFIC.match(part)]
    if len(parts) > 1 and people and all(part in people or _begins_with_given_name(part) for part in parts):
        return True
    if any(HONORIFIC.match(part) or SPEAKS_OF_PROXY.match(part.partition("(")[2]) for part in parts[1:]):
        return True
    given = [part for part in parts if _begins_with_given_name(part)]
    return len(people) > 1 or len(given) > 1 or (len(parts) > 2 and len(given) * 2 > len(parts))  # noqa: PLR2004 - a list of three


def _begins_with_given_name(part: str) -> bool:
    return len(part.split()) > 1 and is_given_name(fold(part.split(maxsplit=1)[0]))


def _begins_a_name(part: str, known: Known) -> bool:
    """Whether a part between commas is somebody, and not a function or an organisation of the one before."""
    if HONORIFIC.match(part) or known.is_person(part) or part.startswith("@"):
        return True
    if known.is_organisation(part) or (is_function(part) and not is_given_name(fold(part.split(maxsplit=1)[0]))):
        return False
    return _looks_like_name(part)


def _looks_like_name(part: str) -> bool:
    said = _PARENTHESIS.sub("", part).split()
    if not said:
        return False
    first = said[0]
    is_long = len(said) > _LONGEST_NAME and not (" - " in part or "(" in part or _AND.search(part))
    return _is_capital(first) and not is_function(first) and not is_long


def _and(text: str) -> list[str]:
    """« M. Durand et Mme Petit » are two; « Femmes et Société » is one where what follows is no name."""
    parts = [part.strip() for part in _AND.split(text)] if not _PARENTHESIS.search(text) else _and_outside(text)
    if couple := COUPLE.match(text):
        first, *others = _AND.split(text[couple.end() :])
        return [f"{couple[0]}{first}", *others]
    if len(parts) > 1 and parts[1][:1].isdigit():  # « and 3 members of the public »
        return parts[:1]
    if len(parts) > 1 and all(HONORIFIC.match(part) or _looks_like_name(part) for part in parts) and _is_people(parts):
        return parts
    return [text]


def _is_people(parts: list[str]) -> bool:
    if any(HONORIFIC.match(part) or is_given_name(fold(part.split()[0])) for part in parts):
        return True
    return all(len(part.split()) <= _SHORT_NAME for part in parts)


def _and_outside(text: str) -> list[str]:
    """Parts that « et » joins outside of parentheses."""
    hidden = _PARENTHESIS.sub(lambda found: "\0" * len(found[0]), text)
    parts: list[str] = []
    at = 0
    for found in _AND.finditer(hidden):
        parts.append(text[at : found.start()].strip())
        at = found.end()
    return [*parts, text[at:].strip()]


def _outside(text: str, sign: str) -> bool:
    return len(_at(text, sign)) > 1


def _at(text: str, sign: str) -> list[str]:
    """A text parted at a sign that stands outside of parentheses."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        if letter == sign and depth <= 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]
