"""The head of an e-mail that somebody pasted: its day and hour are those of the message, and tell nothing of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from traite_cli.language import fold

_FIELD = re.compile(
    r"\W*(?P<name>de|from|expéditeur|à|a|to|destinataires?|cc|cci|bcc|date|envoyé|sent|répondre à|reply-to|objet|sujet|subject)\s*:",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"(?:\ba écrit|\bwrote)\s*:\s*$")
_TELLING = frozenset({"de", "from", "expéditeur", "objet", "sujet", "subject"})
SUBJECT = re.compile(r"^(?:(?:objet|sujet|subject)\s*:\s*)(?:(?:re|ré|tr|fwd?)\s*:\s*)*|^(?:(?:re|ré|tr|fwd?)\s*:\s*)+", re.IGNORECASE)
"""What stands before the subject of a message."""
_GREETS = re.compile(
    r"\W*(?:bonjour|bonsoir|salut|coucou|chere?s?|hello|hi|hey|dear|good (?:morning|afternoon|evening)|madame, monsieur"
    r"|mesdames, messieurs|amis|a (?:plus|bientot|tres vite)|cordialement|amities|bises|merci|regards|best wishes|cheers)\b"
)
"""« Bonjour à tous », « Chères amies », « À bientôt »: how a message begins and ends is no title."""


def greets(line: str) -> bool:
    """Whether a line greets, or takes leave."""
    return _GREETS.match(fold(line)) is not None


def without_heads(lines: Iterable[str]) -> Iterator[str]:
    """The lines without the heads of messages among them: two fields or more below one another, of which one is a sender or a subject."""
    own = (line for line in lines if not _ANSWERED.search(line))
    for is_field, run in groupby(own, lambda line: _FIELD.match(line) is not None):
        found = list(run)
        if not is_field or len(found) == 1 or not _TELLING & {_name(line) for line in found}:
            yield from found


def _name(line: str) -> str:
    field = _FIELD.match(line)
    return field["name"].lower() if field else ""
