"""Every file of the repository can lie on every computer.

Windows keeps some names for itself, and takes capitals and small letters for the same: there a copy of the repository would be
incomplete, or could not be made at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import SLUG
from traite_cli.language import N_
from traite_cli.repository import Repository

_RESERVED_NAME = N_("“{name}” is a name that Windows keeps for itself, so the file could not lie there")
_TOO_LONG = N_("the name of this file has more than {most} characters, which some computers cannot hold")
_RENAME_RECORD = N_("give it another name: traite rename {ref} …")
_RENAME = N_("rename the file, and correct the links to it")

CHECK = Check(
    code="TR124",
    severity=Severity.ERROR,
    messages={
        "reserved": _RESERVED_NAME,
        "reserved+record": _RESERVED_NAME,
        "character": N_("“{name}” holds “{character}”, which no file on Windows can have in its name"),
        "ending": N_("“{name}” ends with a space or a full stop, which Windows takes away"),
        "long": _TOO_LONG,
        "long+record": _TOO_LONG,
        "same": N_("“{name}” and “{other}” are one file for Windows and macOS"),
        "accents": N_("the accents of “{name}” are written apart from their letters, so that the name as one types it is another"),
    },
    hints={
        "reserved": _RENAME,
        "reserved+record": _RENAME_RECORD,
        "character": N_("rename the file without this character, and correct the links to it"),
        "ending": _RENAME,
        "long": N_("give the file a shorter name, and correct the links to it"),
        "long+record": _RENAME_RECORD,
        "same": N_("rename one of the two, and correct the links to it"),
        "accents": N_("rename the file, typing its name anew, or without accents"),
    },
    faulty=Example({"records/topics/con.md": "⟦⟧---\ntitle: La convention\n---\n"}),
    healthy=Example({"records/topics/convention.md": "---\ntitle: La convention\n---\n"}),
)

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?: *\..*)?", re.IGNORECASE | re.DOTALL)
_REFUSED = re.compile(r'[<>:"\\|?*\x00-\x1f]')
_MOST = 200


def find(repository: Repository) -> Iterator[Fault]:
    """The names of records and of files under attachments/ that cannot be everywhere."""
    # Records whose name is no slug are told as such, accents, capitals and all.
    records = [record.path for record in repository.all_examined() if _may_be_refused(record.slug) and SLUG.fullmatch(record.slug)]
    attachments = sorted(repository.attachments)
    for path in records:
        for fault in _of(path):
            # A record's name is a slug: it is reserved, or too long.
            yield fault._replace(
                variant=f"{fault.variant}+record", facts={**fault.facts, "ref": path.removeprefix("records/")[: -len(".md")]}
            )
    for path in attachments:
        yield from _of(path)
    yield from _same(attachments)


def _may_be_refused(slug: str) -> bool:
    return len(slug) + len(".md") > _MOST or _RESERVED.fullmatch(slug) is not None


def _of(path: str) -> Iterator[Fault]:
    for part in path.split("/")[1:]:
        facts: dict[str, Fact] = {"name": part, "most": _MOST}
        refused = _REFUSED.search(part)
        if _RESERVED.fullmatch(part):
            variant = "reserved"
        elif refused:
            variant, facts["character"] = "character", refused[0]
        elif part.endswith((" ", ".")):
            variant = "ending"
        elif len(part) > _MOST:
            variant = "long"
        elif not unicodedata.is_normalized("NFC", part):
            variant = "accents"
        else:
            continue
        yield Fault("file-not-everywhere", path, variant=variant, facts=facts)
        return


def _same(paths: Iterable[str]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for path in paths:
        other = first.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path and unicodedata.is_normalized("NFC", path):
            facts = {"name": path.rpartition("/")[2], "other": other.rpartition("/")[2]}
            yield Fault("file-not-everywhere", path, variant="same", facts=facts)
