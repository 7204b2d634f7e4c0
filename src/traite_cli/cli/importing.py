"""What ``traite import`` is given, and what it says of the drafts that it made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from traite_cli.cli.pieces import Painted, Role
from traite_cli.errors import NotFound, Refused
from traite_cli.files import Unreadable, WorkTree
from traite_cli.language import N_, N_n

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.writing.importing import Imported

_LOOK = N_n(
    "{n} thing to look at, marked “?” in the draft; delete each mark once you have looked",
    "{n} things to look at, marked “?” in the drafts; delete each mark once you have looked",
)
_PROMISED = N_n(
    "{n} sentence sounds like a commitment; --commitments records those whose maker is known",
    "{n} sentences sound like commitments; --commitments records those whose maker is known",
)
_UNKNOWN = N_n(
    "{n} name is in no record: traite new-person or new-organisation makes one, or --people all of them",
    "{n} names are in no record: traite new-person or new-organisation makes one, or --people all of them",
)
_REASONS = {
    "gone": N_("there is no file {path}"),
    "too-large": N_("{path} is larger than any minutes"),
    "permission": N_("{path} may not be read"),
    "link": N_("{path} is a link, not a file"),
    "special": N_("{path} is a folder, or no file with content"),
}


def bytes_of(file: str) -> tuple[str, bytes]:
    """The name and the content of a file that somebody typed. Raises ``Refused``."""
    from traite_cli.writing.importing import MOST_BYTES

    path = Path(file)
    try:
        return path.name, WorkTree(path.absolute().parent).read(path.name, MOST_BYTES)
    except Unreadable as error:
        if error.reason == "gone":
            raise NotFound(_REASONS["gone"], path=file) from None
        hint = N_("cut out of it what reports on the meeting") if error.reason == "too-large" else ""
        raise Refused(_REASONS.get(error.reason, N_("{path} cannot be read")), hint=hint, path=file) from None


def look_over(call: Call, found: Imported, *, commitments: bool) -> None:
    """List what a person has to look at, by the line of the draft."""
    for path, mark in found.marks:
        place = Painted(f"{path}:{mark.line}:", Role.PLACE)
        call.console.say(place, f" {call.t(mark.message, **mark.facts)}")
    if found.marks:
        call.console.say(call.t.plural(*_LOOK, len(found.marks), n=len(found.marks)))
    if found.unknown:
        call.console.say(call.t.plural(*_UNKNOWN, found.unknown, n=found.unknown))
    if found.promised and not commitments:
        call.console.say(call.t.plural(*_PROMISED, found.promised, n=found.promised))
