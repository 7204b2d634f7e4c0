"""Tasks as minutes list them: « Camille : relancer la mairie », « relancer la mairie (Camille) », a box to tick, a table of who does what.

A capital before a colon may be anything (« Objectif : renforcer… »), so a name counts here only where it is that of somebody who was
there, whom a record knows, or who is called by an @.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from traite_cli.language.folding import words
from traite_cli.language.promises.deeds import is_infinitive, is_present_deed, names_deed
from traite_cli.language.promises.task_heads import FIRST, NO_HEAD, VERB, Head, first_word
from traite_cli.language.sentences import Block, Sentence
from traite_cli.language.word_lists import word_list


class Task(NamedTuple):
    """A task: the telling words and the whole, by their places in the text; who has it, where that is said; where its list begins."""

    start: int
    end: int
    whole: tuple[int, int]
    who: str
    run: int = -1


_PRESENT = (
    r"[^\w\n]*(?:(?:etaient|sont|personnes?|membres?|\d+)\s+){0,3}"
    r"(?:presente?\W?e?\W?s?|participant\w*|invite\w*|excuse\w*|absent\w*|presences?|prise de notes?|redaction|redige par|relecture"
    r"|secretaire(?: de seance)?|scribes?|animation|animateur\w*|modo\w*|membres)\b[^:\n]{0,40}:"
)
_HEADED = r"[^\w\n]*(?:liste des )?(?:presente?s?|presences?|participant\w*|membres presents|excuse\w*)\W*$"
_NAME = re.compile(r"[A-Z][\w'-]+")
_NO_NAMES = word_list(
    """
    le la les de des du et pour au aux un une en sur avec par association collectif ville mairie conseil bureau objectif objectifs action
    actions proposition propositions idee idees note notes rappel question questions reponse reponses remarque probleme solution but projet
    projets point points sujet etape etapes conclusion decision decisions date lieu heure ordre theme resume bilan site mail contact
    prochaine prochain reunion rencontre suite contexte besoin besoins priorite organiser preparer attention exemple
    """
)
_NAMED_WITHIN = 60
_MOST_NAMES = 400


def people_there(blocks: Iterable[Block], text: str) -> set[str]:
    """The words that the names of those present and excused are made of, as the body itself lists them."""
    found: set[str] = set()
    listing = False
    for block in blocks:
        said = Sentence(text, block.start, block.end).said if listing or _may_list(text, block) else ""
        low = said.lower()
        heads = re.match(_HEADED, low) if block.kind != "item" else None
        colon = re.match(_PRESENT, low)
        if colon or (listing and block.kind in {"item", "row"}):
            found.update(_names(said[colon.end() :] if colon else said[:_NAMED_WITHIN].split(":")[0].split("(")[0]))
            listing = listing or said.rstrip().endswith(":") or block.kind == "item"
        else:
            listing = heads is not None
        if len(found) > _MOST_NAMES:
            break
    return found


_LISTING = re.compile(r"pr[ée]sen|particip|excus|absent|invit|notes|r[ée]dact|relect|secr[ée]t|scribe|anima|modo|membres", re.IGNORECASE)


def _may_list(text: str, block: Block) -> bool:
    return _LISTING.search(text, block.start, min(block.end, block.start + 60)) is not None


def _names(said: str) -> Iterator[str]:
    for found in _NAME.finditer(said):
        for word in words(found[0]):
            if len(word) > 1 and word not in _NO_NAMES:
                yield word


_WHO = r"@?[\w'.-]{1,40}(?: (?:(?:de|du|des|le|la|van|von) )?[A-Z][\w'.-]{0,40}){0,3}"
_SEVERAL_WHO = rf"{_WHO}(?:(?:,| et/ou| et| &| ?/| ?\+) ?{_WHO}){{0,4}}"
_LED = re.compile(rf"\s*(?P<who>{_SEVERAL_WHO}) ?(?P<mark>:|>|(?<=\w) )\s*{VERB}")
_DUE = r"(?:[ ,;.-]{1,4}(?:[Ee]cheance|[Dd]elai|[Pp]our|[Aa]vant|[Dd]'ici)\b[^()]{0,40})?"
_TRAILED = re.compile(
    rf"(?:> ?|\(|(?<=[\w.,;:] )(?=@)|\b[Rr]esp(?:onsables?|\.)? ?: ?)(?:[Rr]esp(?:onsables?|\.)? ?: ?)?"
    rf"(?P<who>{_SEVERAL_WHO}){_DUE}\)?[ .;]{{0,3}}$"
)
_CALLED = re.compile(r"@[\w.-]+\W{0,3}$")
_MARKED = re.compile(r"\s*(?P<mark>TODO|TO DO|A FAIRE|A faire|Reste a faire|ACTION|Action|Action item|ACTION ITEM)\s*(?:\d+\s*)?:\s*(?=\S)")
_REMAINS = re.compile(r"\s*(?:Il )?(?P<mark>[Rr]este (?:encore )?a (?P<what>[a-z]+))")
_DONE = re.compile(r"~~|\b(?:fait|faite|ok|done|termine|terminee|regle|reglee)\b\W*$|[✅✔☑]|^\s*(?:fait|ok)\b", re.IGNORECASE)
# Compiled when needed, which is seldom.
_ASSIGNED = rf"\b(?P<verb>a (?P<what>[a-z]+) par) (?P<who>{_SEVERAL_WHO})"
_TO_DO = rf"\b(?P<verb>a (?:faire|prevoir|preparer|rediger|organiser)) ?: ?(?P<who>{_SEVERAL_WHO})[ .;]{{0,3}}$"
_SENT_ON = rf"> ?(?P<who>{_SEVERAL_WHO}) (?:se |s'|les? |la |l'|en |y )?(?P<what>[a-z]+)\b"
_DOES = rf"\s*(?P<who>{_SEVERAL_WHO})(?: ?: ?| )(?:se |s'|les? |la |l'|en |y )?(?P<what>[a-z]+)\b"
_NAMED_FIRST = rf"\s*(?P<who>{_WHO})\b"


def tasks(text: str, found: Sequence[Block], known: Container[str]) -> Iterator[Task]:
    """The tasks among the blocks of a body; ``known`` holds the folded words of names."""
    head = NO_HEAD
    run = -1
    for block in found:
        run = (run if run >= 0 else block.start) if block.kind == "item" else -1
        is_long = block.end - block.start > _LONGEST
        if head.start >= 0 and (not head.tells(text, block) or (is_long and block.kind != "item")):
            head = NO_HEAD
        if is_long or not (_may_be_task(text, block) or head.start >= 0):
            continue
        sentence = Sentence(text, block.start, block.end)
        head, is_head = head.after(sentence, block)
        if is_head:
            continue
        task = _task(sentence, block, known, head) if block.kind in {"prose", "item"} else None
        if task is not None and not sentence.said.rstrip().endswith("?") and not _DONE.search(text, block.start, block.end):
            yield task._replace(run=head.start if head.start >= 0 else run)


_SHORT = 60
_HEAD = 8
_LONGEST = 400
_LED_WITHIN = 80
_TRAILED_WITHIN = 70
_LEADS = re.compile("[:@>→]")
_TRAILS = re.compile("[(@>→&e](?:(?<=[(@>→])|(?<=&)gt;|(?<=e)sp)")


def _may_be_task(text: str, block: Block) -> bool:
    """A quick look at what a task or a heading of tasks has somewhere: a mark behind a name, a name at the end, a box, few words."""
    size = block.end - block.start
    if size <= _SHORT or size > _LONGEST or block.box:
        return size <= _LONGEST
    tail = block.end - min(_TRAILED_WITHIN, size)
    return bool(
        _LEADS.search(text, block.start, block.start + _LED_WITHIN)
        or _TRAILS.search(text, tail, block.end)
        or text.find("→", block.start, block.end) >= 0
        or _names_a_doer(text, block.start, block.end)
    )


def _names_a_doer(text: str, start: int, end: int) -> bool:
    """Whether an infinitive stands before a « par »: looking for the word is quicker than trying the ending at every letter."""
    at = text.find(" par ", start, end)
    while at >= 0:
        if text.endswith(("er", "ir", "re"), start, at):
            return True
        at = text.find(" par ", at + 1, end)
    return False


def _task(sentence: Sentence, block: Block, known: Container[str], under: Head) -> Task | None:
    said = sentence.said
    return (
        _led(sentence, known)
        or _trailed(sentence, block, known)
        or _given(sentence, known)
        or (_boxed(sentence, known) if block.box == "[ ]" else None)
        or (_does(sentence, known) if under.start >= 0 else None)
        or (_begun(sentence) if under.start >= 0 and not under.is_loose and is_infinitive(first_word(said)) else None)
        or _marked(sentence, known)
    )


def _given(sentence: Sentence, known: Container[str]) -> Task | None:
    """« À relire par Camille », « inventaire à faire : Camille », « → Camille prend le sujet en main »."""
    to_do = re.search(_TO_DO, sentence.said) if ":" in sentence.said else None
    if to_do and _are_people(to_do["who"], known):
        return _made(sentence, to_do.start("verb"), to_do.end("who"), to_do["who"])
    assigned = re.search(_ASSIGNED, sentence.said) if "r par " in sentence.said or "re par " in sentence.said else None
    if assigned and is_infinitive(assigned["what"]) and _are_people(assigned["who"], known):
        return _made(sentence, assigned.start("verb"), assigned.end("who"), assigned["who"])
    sent = re.search(_SENT_ON, sentence.said) if ">" in sentence.said else None
    if sent and is_present_deed(sent["what"]) and _are_people(sent["who"], known):
        return _made(sentence, sent.start("who"), sent.end("what"), sent["who"])
    return None


def _does(sentence: Sentence, known: Container[str]) -> Task | None:
    """« Camille relance la mairie », in a list of what is to be done."""
    does = re.match(_DOES, sentence.said)
    if does and is_present_deed(does["what"]) and _are_people(does["who"], known):
        return _made(sentence, does.start("who"), does.end("what"), does["who"])
    return None


def _led(sentence: Sentence, known: Container[str]) -> Task | None:
    """« Camille : relancer la mairie », « @camille relancer la mairie »."""
    led = _LED.match(sentence.said)
    if led and (led["mark"] != " " or led["who"].startswith("@")) and is_infinitive(led["what"]) and _are_people(led["who"], known):
        return _made(sentence, led.start("who"), led.end("verb"), led["who"])
    return None


def _trailed(sentence: Sentence, block: Block, known: Container[str]) -> Task | None:
    """« Relancer la mairie (Camille) », « relancer la mairie → Camille »."""
    said = sentence.said
    trailed = _TRAILED.search(said)
    if trailed is None or not _are_people(trailed["who"], known):
        return None
    has_verb = is_infinitive(first_word(said)) or (trailed[0].startswith(">") and any(map(is_infinitive, said.split()[:_HEAD])))
    end = trailed.end("who") + said.startswith(")", trailed.end("who"))
    return _made(sentence, trailed.start(), end, trailed["who"]) if has_verb or block.box == "[ ]" else None


def _boxed(sentence: Sentence, known: Container[str]) -> Task | None:
    """A box to tick with somebody's name first, or an infinitive."""
    named = re.match(_NAMED_FIRST, sentence.said)
    if named and _are_people(named["who"], known):
        return _made(sentence, named.start("who"), named.end("who"), named["who"])
    return _begun(sentence) if is_infinitive(first_word(sentence.said)) else None


def _begun(sentence: Sentence) -> Task | None:
    first = FIRST.match(sentence.said)
    return _made(sentence, first.start("verb"), first.end("verb"), "") if first else None


def _marked(sentence: Sentence, known: Container[str]) -> Task | None:
    """« TODO : écrire au préfet », « Action : Camille relance la mairie », « Reste à envoyer les reçus »."""
    remains = _REMAINS.match(sentence.said) if "este " in sentence.said else None
    if remains and names_deed((remains["what"],)):
        return _made(sentence, remains.start("mark"), remains.end("mark"), "")
    marked = _MARKED.match(sentence.said)
    rest = sentence.said[marked.end() :] if marked else ""
    if marked and (is_infinitive(first_word(rest)) or _CALLED.search(rest) or _are_people(rest.split(None, 1)[0].rstrip(":,"), known)):
        return _made(sentence, marked.start("mark"), marked.end("mark"), "")
    return None


def _are_people(who: str, known: Container[str]) -> bool:
    """Whether all of these are somebody: an @name, or names that are known."""
    parts = [part.strip() for part in re.split(r",| et/ou | et | & |/|\+", who)]
    return all(
        part.startswith("@") or (part[:1].isupper() and bool(words(part)) and all(word in known for word in words(part))) for part in parts
    )


def _made(sentence: Sentence, start: int, end: int, who: str) -> Task:
    at = sentence.said.find(who, start) if who else -1
    named = sentence.written(at, at + len(who)) if at >= 0 else ""
    return Task(*sentence.place(start, end), (sentence.start, sentence.end), named)
