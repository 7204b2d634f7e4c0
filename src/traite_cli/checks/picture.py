"""A picture in a text lies under attachments/, is a PNG or a JPEG, and says in words what it shows.

Documents take their pictures from there only, so that nothing is fetched from the web when somebody opens one. The words between
the brackets are what those hear who cannot see it, and the pdf is refused without them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import Record
from traite_cli.language import N_
from traite_cli.repository import Repository, is_relative
from traite_cli.syntax import Link

_UPDATE = "---\ntitle: Le site\ndate: 2015-01-22\ntopics: site\n---\n\n{}../../attachments/site.png)\n"
_TOPIC = {"records/topics/site.md": "---\ntitle: Le site\n---\n"}
_PICTURE = {"attachments/site.png": b"\x89PNG\r\n\x1a\n"}

CHECK = Check(
    code="TR418",
    severity=Severity.ERROR,
    messages={
        "no-words": N_("this picture has no words that say what it shows"),
        "no-words+": N_("this picture has no words that say what it shows, and “{target}” is no PNG or JPEG in attachments/"),
        "nowhere": N_("this picture shows nothing: there is no name of a file between its parentheses"),
        "web": N_("this picture is fetched from “{target}”, where a file in attachments/ was expected"),
        "outside": N_("this picture is taken from “{target}”, where a file in attachments/ was expected"),
        "outside+": N_("this picture is taken from “{target}”, which is not in attachments/ when seen from here"),
        "missing": N_("this picture is taken from “{target}”, and no such file is under attachments/"),
        "link": N_("this picture is taken from “{target}”, which is only a link to another file"),
        "type": N_("this picture is taken from “{target}”, where a PNG or a JPEG was expected"),
    },
    hints={
        "no-words": N_("write them between the brackets: ![Les membres du Collectif devant le Sénat](…)"),
        "no-words+": N_("put the picture into attachments/, and write both: ![Les membres du Collectif devant le Sénat]({suggestion})"),
        "nowhere": N_("write what it shows and where it is: ![Les membres du Collectif devant le Sénat](../../attachments/photo.jpg)"),
        "web": N_("save the picture in attachments/ and write {suggestion}"),
        "outside": N_("move the picture into attachments/ and write {suggestion}"),
        "outside+": N_("write {suggestion}"),
        "missing": N_("put the file into attachments/, or correct its name"),
        "link": N_("put the picture itself in the place of the link"),
        "type": N_("save the picture as PNG or JPEG, and write that file’s name"),
    },
    faulty=Example({"records/updates/site.md": _UPDATE.format("⟦![](⟧"), **_TOPIC}, raw=_PICTURE),
    healthy=Example({"records/updates/site.md": _UPDATE.format("![La page d’accueil du site]("), **_TOPIC}, raw=_PICTURE),
    of_text=True,
)

_FOLDER = "attachments/"
_ENDINGS = (".png", ".jpg", ".jpeg")


def find(repository: Repository) -> Iterator[Fault]:
    """The pictures that a document could not show, or not to everybody."""
    for record in repository.all_examined():
        for link in record.document.body.links:
            if link.image:
                yield from _of(repository, record, link)


def _of(repository: Repository, record: Record, link: Link) -> Iterator[Fault]:
    """What is wrong with a picture, told once."""
    misplaced = _misplaced(repository, record, link)
    begins, wordless = record.document.text.rindex("![", 0, link.start), not link.text.strip()
    if not link.target:
        yield record.document.fault("picture", begins, link.end, "nowhere")
    elif wordless and misplaced is None:
        yield record.document.fault("picture", begins, link.start, "no-words")
    elif misplaced is not None:
        variant, meant = misplaced
        facts: dict[str, Fact] = {"target": link.target, "suggestion": meant}
        start = begins if wordless else link.start
        yield record.document.fault("picture", start, link.end, "no-words+" if wordless else variant, facts)


def _misplaced(repository: Repository, record: Record, link: Link) -> tuple[str, str] | None:
    """Why a document would not have a picture, and where it is expected; None where all is well."""
    path = posixpath.normpath(posixpath.join("records", record.KIND, unquote(link.target.partition("#")[0].partition("?")[0])))
    if not is_relative(link.target) or link.target.startswith("//"):
        return "web", f"../../{_FOLDER}{_name(link.target)}"
    if not path.startswith(_FOLDER):
        meant = f"{_FOLDER}{link.target.partition(_FOLDER)[2] or _name(link.target)}"
        return "outside+" if meant in repository.attachments else "outside", f"../../{meant}"
    if not path.lower().endswith(_ENDINGS):
        return "type", link.target
    if path not in repository.attachments:
        return "link" if any(fault.path == path and fault.variant == "link" for fault in repository.faults) else "missing", link.target
    return None


def _name(target: str) -> str:
    """The last part of an address, which names the picture when it is saved."""
    return target.partition("#")[0].partition("?")[0].rstrip("/").rpartition("/")[2]
