"""How the tests of importing look at what was read, and which words of a file its drafts do not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from traite_cli.checks.codes import of_severity
from traite_cli.diagnostics import Severity
from traite_cli.language import words
from traite_cli.repository import Repository
from traite_cli.syntax import chunks
from traite_cli.workspace import Workspace
from traite_cli.writing.creating import created
from traite_cli.writing.importing import Imported, Wanted, imported
from traite_cli.writing.importing.acquaintance import bare, honorific
from traite_cli.writing.importing.headings import with_headings
from traite_cli.writing.importing.minutes import Minutes, minutes
from traite_cli.writing.importing.source import manuscript

DAY = date(2026, 1, 1)


class Nobody:
    """No record knows anybody."""

    def is_person(self, said: str) -> bool:
        return False

    def is_organisation(self, said: str) -> bool:
        return False


def told(name: str, data: bytes) -> Minutes:
    """What a file tells of one meeting, to somebody without records."""
    source = manuscript(name, data)
    return minutes(source, with_headings(chunks(source.markdown)), Nobody(), is_part=False)


def named(found: Minutes, *statuses: str) -> tuple[str, ...]:
    """Those who are listed so, without what they are addressed with."""
    people = [one for group in found.people for one in group.named if (one.status or group.status) in statuses]
    return tuple(without_address(one.name) for one in people)


def proxies(found: Minutes) -> tuple[tuple[str, str], ...]:
    """Who gave a proxy, and to whom."""
    people = [one for group in found.people for one in group.named if (one.status or group.status) == "represented"]
    return tuple((without_address(one.name), without_address(one.proxy)) for one in people)


def without_address(name: str) -> str:
    """A name without « Mme »; a couple's stays as it is."""
    if " et Mme" in name or " & Mrs" in name:
        return name
    name = bare(name)
    while honorific(name) or name.startswith("Père "):
        name = name.partition(" ")[2]
    return name


def drafts(workspace: Workspace, name: str, data: bytes, wanted: Wanted = Wanted()) -> Imported:  # noqa: B008
    """The records that a file makes, which have no error."""
    found = imported(workspace.repository, name, data, wanted)
    assert errors(workspace.repository, found) == []
    return found


def errors(repository: Repository, found: Imported) -> list[tuple[str, str]]:
    """The errors that the records would have."""
    made = created(repository, found.records, DAY)
    return [(fault.check, fault.path) for fault in made.faults if fault.check in of_severity(Severity.ERROR)]


def lost(text: str, texts: Sequence[str]) -> dict[str, int]:
    """The words of a text that some others do not say, or say less often."""
    wanted, given = Counter(words(text)), Counter(word for one in texts for word in words(one))
    return {word: count - given[word] for word, count in wanted.items() if given[word] < count}
