"""Where a meeting was: behind « Lieu : », on the lines below it, beside the date, or in the sentence that says that people met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from traite_cli.language import dates_in, fold, times_in, words
from traite_cli.writing.importing.addresses import ADDRESS, extended, is_letterhead, until_sign
from traite_cli.writing.importing.found import ANY_YEAR, NOTHING, PROSE, Found
from traite_cli.writing.importing.name_signs import HONORIFIC
from traite_cli.writing.importing.named_places import place_at, place_behind, place_within
from traite_cli.writing.importing.opening import Opening, is_gathering

_AT = (
    r"(?:(?:[àÀ] la|[aA]u|[àÀ](?!\s(?:\d+|huit|neuf|dix|onze|douze|quatorze|quinze|seize|vingt|midi)\b)"
    r"|[cC]hez|[dD]ans (?:la|le|les)|[eE]n (?=mairie|salle|préfecture))\s"
    r"|(?:[àÀ]|[dD]ans) l[’']|[aA]ux\s(?=[A-ZÀ-Þ]))"
)
_STOP = (
    r"(?=,|\.|;| sous la présidence| le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d)| à \d| de \d| sur convocation"
    r"| afin| pour| parce qu| puisqu| car | mais "
    r"| en (?:présence|séance)| par | [-–—] |\(|$)"
)
_CLOCK = r"(?:\d{1,2}\s?h(?:eures?)?(?:\s?\d\d)?|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\b(?:19|20)\d\d)"
_PLACES = (
    re.compile(
        r"(?:réuni(?:on|e?s?)|tenue?s?|déroulée?|rencontrée?s?|assemblée?s?|lieu|TENUE?S?|RÉUNION|RÉUNIE?S?|tient|séance)\b"
        rf"[^.;:\n]{{0,60}}?,?\s(?P<place>{_AT}\s?[^.;:,\n]{{3,80}}?){_STOP}"
    ),
    re.compile(rf"{_CLOCK}\s*,?\s(?P<place>{_AT}\s?[^.;,\n]{{3,80}}?){_STOP}"),
    re.compile(r"\((?P<place>[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+){0,3}), (?:le |on )?(?:[a-zé]+ )?\d{1,2}\b"),
    re.compile(r"(?P<place>\bau siège (?:social )?(?:de|du|des)\b[^.;,\n]{3,60})"),
    re.compile(
        r"\b(?:held|met|meeting)\b[^.;\n]{0,90}?\s(?:at|in)\s(?P<place>(?:the\s)?[A-Z][^.;,\n]{2,70}?)(?=,|\.|;| on | at \d| from |$)"
    ),
    re.compile(rf"{_CLOCK}\s*,?\s(?:at|in)\s(?P<place>(?:the\s)?[A-Z][^.;,\n]{{2,70}}?)(?=,|\.|;| on | at \d|$)"),
)
_NO_PLACE = re.compile(
    r"(?:en (?:présence|séance|nombre|vertu|cours|début|fin|application|ligne\w)"
    r"|au (?:sein|nom|total|cours|sujet|titre|quorum|vote|\d{1,2} )"
    r"|dans (?:le|les) (?:cadre|délais?|conditions)|aux fins|à (?:partir|compter|savoir|nouveau|distance|huis|\d"
    r"|l[’'](?:unanimité|occasion|ordre|heure|issue|initiative))"
    r"|à la (?:suite|demande|majorité|présentation|discussion|lecture|question|préparation|rédaction|création|mise|fin|date|hauteur|place)"
    r"|[àÀ] (?:plus|\+|bientôt|demain|vite|très vite|tout de suite|tout à l[’']heure|la prochaine|suivre|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche)\b"
    r"|[àÀ] (?:tous|toutes|ce|cette|huit|neuf|dix|quatorze|dix-huit|vingt)\b)",
    re.IGNORECASE,
)
_REMOTE = re.compile(
    r"\b(?P<place>(?:en|par) (?:visio(?:[- ]?conférence)?|audio[- ]?conférence|téléconférence|conférence téléphonique|téléphone|Zoom"
    r"|Teams|Skype|Jitsi|distanciel)\b|en ligne\b|à distance\b|online\b|(?:via|on|by|over) (?:Zoom|Teams|Skype|Jitsi|Webex|Google Meet"
    r"|BigBlueButton|video ?conference|conference call|telephone|phone)\b|conference call\b|visioconférence\b)",
    re.IGNORECASE,
)
_AT_ALL = re.compile(rf"(?:{_AT}|(?:at|in) (?:the )?(?=[A-Z]))\S", re.IGNORECASE)
_TO_WHEN = re.compile(
    r"(?<!\w)(?:(?:à partir de|de|à|dès|vers|entre|le|du|from|at|between|on)[ \u00a0])?"
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday),?[ \u00a0])?$",
    re.IGNORECASE,
)
_NOTHING_LEFT = re.compile(r"\s?\(\)")
_MOST_WORDS = 16


def place_of(opening: Opening, own: Sequence[str], labels: dict[str, str]) -> Found:
    """The place; nothing where none is told."""
    if "place" in labels:
        value = labels["place"]
        value = _without_when(value)
        return Found(value, labels["place"]) if words(value) else NOTHING
    if opening.stated.get("place"):
        return Found(opening.stated["place"])
    found = next((Found(value, line, PROSE) for line in own if _is_about(line) for value in _in_sentence(line)), None)
    within = ((line, place_behind(line) or (place_within(line) if _is_about(line) and is_gathering(line) else "")) for line in own)
    behind = next((Found(value, line, PROSE) for line, value in within if value), None)
    return found or behind or next(_beside(own), NOTHING)


def _without_when(value: str) -> str:
    """A place without the day and the hours told beside it, and the words that lead to them: « mairie, de 18h à 20h »."""
    when = [(one.start, one.end) for one in dates_in(value, ANY_YEAR)] + [(one.start, one.end) for one in times_in(value)]
    for start, end in sorted(when, reverse=True):
        value = _TO_WHEN.sub("", value[:start]) + value[end:]
    return _NOTHING_LEFT.sub("", value).strip(" \u00a0,;:–-.")


def _in_sentence(line: str) -> Iterator[str]:
    for pattern in _PLACES:
        match = pattern.search(line)
        value = match["place"].strip(" ,–-") if match else ""
        if match and words(value) and not dates_in(value, ANY_YEAR) and not times_in(value) and not _NO_PLACE.match(value):
            yield extended(line, match.start("place"), match.end("place"))
    remote = _REMOTE.search(line)
    if remote and (dates_in(line, ANY_YEAR) or times_in(line) or is_gathering(line)):
        yield remote["place"]


def _beside(own: Sequence[str]) -> Iterator[Found]:
    """An address, or « À la mairie », on the line beside that of the date."""
    for number, line in enumerate(own):
        near = own[max(number - 1, 0) : number + 2]
        is_near = any(dates_in(one, ANY_YEAR) or times_in(one) for one in near)
        if not is_near or len(words(line)) > _MOST_WORDS or is_letterhead(line) or HONORIFIC.match(line):
            continue
        address = ADDRESS.search(line)
        if address and not (dates_in(line, ANY_YEAR) or times_in(line)):
            yield Found(line.strip(" .,;–-"), line, PROSE)
        elif address:
            yield Found(extended(line, address.start(), until_sign(line, address.end())), line, PROSE)
        elif _AT_ALL.match(line) and not _NO_PLACE.match(line) and not times_in(line):
            yield Found(line.strip(" .,;–-"), line, PROSE)
        elif (
            number
            and (dates_in(own[number - 1], ANY_YEAR) or times_in(own[number - 1]))
            and words(place := place_at(line, 0)) == words(line)
        ):
            # Above the day stands who met.
            yield Found(place, line, PROSE)
        elif remote := _REMOTE.fullmatch(line.strip(" .()")):
            yield Found(remote["place"], line, PROSE)


def _is_about(line: str) -> bool:
    """Whether a line says when, or that people came together: then it may say where."""
    return (
        bool(dates_in(line, ANY_YEAR) or times_in(line))
        or re.search(r"\breuni(?:e|s|es)?\b|\btenue?\b|\bheld\b|\bmet\b", fold(line)) is not None
    )
