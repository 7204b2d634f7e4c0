"""For whom a file was written, so that nothing for another circle takes its place: whoever hands a file on goes by its name.

An export says so within itself. A table and a document do not, so it is kept beside the index, by the place of the file.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from traite_cli.cli.pieces import Painted, Role
from traite_cli.errors import MachineError, Message, Refused
from traite_cli.files import write
from traite_cli.files.plain import content_of
from traite_cli.index.place import place_of
from traite_cli.kinds import AUDIENCE_WORDS
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call

_MOST = 1 << 22
_TAKEN = N_("{path} was written for another circle ({there}); what is asked for ({asked}) does not take its place")


def write_for(call: Call, root: Path, circle: str, found: Mapping[Path, bytes], *, marked: bool = False, dry_run: bool = False) -> None:
    """Write the files that are found for a circle, and say where; none of them where one was written for another.

    Those that are ``marked`` say within themselves for whom they are. Raises ``Refused``.
    """
    known = _known(root)
    there = {path: known.get(_named(path)) or (marked and _said_within(path)) or _said_by_name(path) for path in found if path.is_file()}
    for path, other in there.items():
        _keep_apart(path, other, circle)
    for path, data in found.items():
        if dry_run:
            call.console.say(call.t(N_("would be written: {path}"), path=shown_path(path)))
        else:
            write(path, data)
            call.console.data(shown_path(path))
    if dry_run:
        return
    _keep(root, known, dict.fromkeys(map(_named, found), circle))
    for path in (path for path, other in there.items() if not other):
        message = N_("{path} was there already, and has been replaced; for whom it was is not known")
        call.console.say(Painted(call.t(N_("note:")), Role.WARNING), " ", call.t(message, path=shown_path(path)))


def _keep_apart(path: Path, there: str, asked: str) -> None:
    if there in {"", asked}:
        return
    raise Refused(
        _TAKEN,
        hint=N_("give this one another name with -o, or delete that file first"),
        path=shown_path(path),
        there=Message(AUDIENCE_WORDS[there]),
        asked=Message(AUDIENCE_WORDS[asked]),
    )


def _said_within(path: Path) -> str:
    from traite_cli.asking.exporting import HEAD, circle_of

    with path.open("rb") as file:
        return circle_of(file.read(HEAD))


def _said_by_name(path: Path) -> str:
    said = path.stem.rpartition("-")[2]
    return said if said in AUDIENCE_WORDS else ""


def shown_path(path: Path) -> str:
    """A path as it is best read: from the current folder when it is below it."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _named(path: Path) -> str:
    return os.path.normcase(path.resolve())


# --- what is kept ---------------------------------------------------------------------------------------------------------------


def _place(root: Path) -> Path:
    return place_of(root).database.with_suffix(".written.json")


def _known(root: Path) -> dict[str, str]:
    """The circles of the files that were written, by their places; what cannot be read says nothing."""
    try:
        kept = json.loads(content_of(_place(root), _MOST))
    except (OSError, ValueError, RecursionError):
        return {}
    return {path: circle for path, circle in kept.items() if circle in [*AUDIENCE_WORDS]} if isinstance(kept, dict) else {}


def _keep(root: Path, known: Mapping[str, str], written: Mapping[str, str]) -> None:
    """Keep for whom files were written; what is no more there is forgotten. Where nothing can be kept, the next call says so."""
    there = {path: circle for path, circle in known.items() if os.path.exists(path)}  # noqa: PTH110  # a path that nobody can have is none
    place, page = _place(root), {**there, **written}
    if page == known or not place.parent.is_dir() or place.parent.is_symlink():
        return
    with suppress(MachineError, Refused, OSError):
        write(place, json.dumps(page, ensure_ascii=True).encode())
