"""A link in a text leads to a record, to a file under attachments/ or to a page of the web.

Where it leads nowhere the reader of the document finds nothing, and no list knows that the record was mentioned. Addresses other
than http, https and mailto can do harm, and are left out of documents.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from traite_cli.checks.check import Check, Example
from traite_cli.checks.near import Near
from traite_cli.checks.typed import new
from traite_cli.diagnostics import Edit, Fact, Fault, Severity
from traite_cli.kinds import KINDS, Record
from traite_cli.language import N_
from traite_cli.repository import BodyReference, Repository, body_references, is_relative
from traite_cli.syntax import Link

_NO_RECORD = N_("this link leads to “{target}”, and no record is there")
_NO_PLACE = N_("this link leads to “{target}”, which is neither a record nor a file in attachments/")
_TOPIC = "---\ntitle: Le titre de séjour\n---\n\nSuivi par [Raphaël Sodini]({}).\n"
_RELATIVE = N_("write the path of a record as it is seen from here, for example ../people/alice-tallon.md")

CHECK = Check(
    code="TR312",
    severity=Severity.ERROR,
    messages={
        "record": _NO_RECORD,
        "record+": _NO_RECORD,
        "attachment": N_("this link leads to “{target}”, and no such file is under attachments/"),
        "elsewhere": _NO_PLACE,
        "elsewhere+": _NO_PLACE,
        "address": N_("this link leads to “{target}”, an address without its beginning"),
        "scheme": N_("this link leads to “{target}”; only http, https and mailto addresses are followed"),
        "empty": N_("this link leads nowhere: nothing stands between its parentheses"),
    },
    hints={
        "record": N_("correct the path, seen from here like ../people/alice-tallon.md, or make the record: {command}"),
        "record+": N_("write {suggestion} ({label}), which is the nearest"),
        "attachment": N_("put the file into attachments/, or correct its name"),
        "elsewhere": _RELATIVE,
        "elsewhere+": N_("write {suggestion} ({label})"),
        "address": N_("write {suggestion}"),
        "scheme": N_("write an address that begins with https://, or the words without a link"),
        "empty": N_("write the address between the parentheses, or the words without a link"),
    },
    faulty=Example(
        {
            "records/topics/titre-de-sejour.md": _TOPIC.format("⟦../people/raphael-sodoni.md⟧"),
            "records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\n---\n",
        }
    ),
    healthy=Example(
        {
            "records/topics/titre-de-sejour.md": _TOPIC.format("../people/raphael-sodini.md"),
            "records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\n---\n",
        }
    ),
    mends=True,
    of_text=True,
)

_EITHER = {"people", "organisations"}
_OUTWARD = frozenset({"http", "https", "mailto"})
_MAIL = re.compile(r"[^\s/@]+@[^\s/@]+\.[^\s/@]+")
# What may follow the address in a line « [label]: address » that Markdown takes for a definition: nothing, or a title.
_AFTER_DEFINITION = re.compile(r"[ \t]*(?:[\"'(].*)?\r?(?:\n|$)")


def find(repository: Repository) -> Iterator[Fault]:
    """The links that lead to nothing."""
    near = Near(repository)
    for record in repository.all_examined():
        if not record.document.body.links:
            continue
        for one in body_references(record):
            if repository.resolve(one.ref) is None and not _is_prose(record, one.link):
                yield from _inward(repository, near, record, one)
        for link in record.document.body.links:
            if not link.image and not is_relative(link.target) and not link.target.startswith("#"):
                yield from _outward(record, link)


def _inward(repository: Repository, near: Near, record: Record, one: BodyReference) -> Iterator[Fault]:
    path = posixpath.normpath(posixpath.join("records", record.KIND, unquote(one.link.target.partition("#")[0].partition("?")[0])))
    if path in repository.attachments:
        return
    address = _address(one.link.target)
    name = path.split("/")[-1].removesuffix(".md")
    kinds = one.ref.kinds if one.ref is not None else tuple(kind for kind in path.split("/") if kind in KINDS)
    if one.ref is not None:
        meant = _meant(near, name, kinds if "/" in one.link.target else ())
        facts: dict[str, Fact] = {"command": new(kinds[0], "--slug", one.ref.slug), **_suggestion(near, one.ref.slug, kinds)}
        yield _fault(record, one.link, "record", facts, _edits(record, one.link, meant))
    elif path.startswith("attachments/"):
        yield _fault(record, one.link, "attachment", {})
    elif address:
        # Whether a site answers to https is not written in its name.
        edits: tuple[Edit, ...] = (record.document.edit(one.link.start, one.link.end, address),) if address.startswith("mailto:") else ()
        yield _fault(record, one.link, "address", {"suggestion": address}, edits)
    else:
        edits = _edits(record, one.link, _meant(near, name, kinds))
        yield _fault(record, one.link, "elsewhere", _suggestion(near, name, kinds), edits)


def _meant(near: Near, slug: str, kinds: tuple[str, ...]) -> Record | None:
    """The record that is certainly meant by a name in folders of these kinds, or of none.

    A person and an organisation never share a name: the one is found in the other's folder.
    """
    if near.elsewhere(slug) is None:
        return near.certain(slug, kinds) if kinds else None
    found = near.only_elsewhere(slug)
    is_there = found is not None and (not kinds or found.KIND in kinds or {found.KIND, *kinds} <= _EITHER)
    return found if is_there else None


def _edits(record: Record, link: Link, meant: Record | None) -> tuple[Edit, ...]:
    """The way to the record that is certainly meant; what stands behind the path of the link stays."""
    if meant is None:
        return ()
    path = link.target.partition("#")[0].partition("?")[0]
    target = f"../{meant.ref}.md{link.target.removeprefix(path)}"
    return (record.document.edit(link.start, link.end, f"<{target}>" if record.document.text[link.start] == "<" else target),)


def _outward(record: Record, link: Link) -> Iterator[Fault]:
    if not link.target:
        yield _fault(record, link, "empty", {})
    elif link.target.partition(":")[0].lower() not in _OUTWARD and not _is_prose(record, link):
        yield _fault(record, link, "scheme", {})


def _fault(record: Record, link: Link, variant: str, facts: dict[str, Fact], edits: tuple[Edit, ...] = ()) -> Fault:
    ending = "+" if "suggestion" in facts and variant != "address" else ""
    return record.document.fault("dead-link", link.start, link.end, variant + ending, {"target": link.target, **facts}, edits)


def _suggestion(near: Near, slug: str, kinds: tuple[str, ...]) -> dict[str, Fact]:
    found = near.elsewhere(slug) or (near.record(slug, kinds) if kinds else None)
    return {"suggestion": f"../{found.ref}.md", "label": found.label} if found else {}


def _address(target: str) -> str:
    """The whole of an address that was written without its beginning; '' when it looks like none."""
    if target.lower().startswith("www."):
        return f"https://{target}"
    return f"mailto:{target}" if _MAIL.fullmatch(target) else ""


def _is_prose(record: Record, link: Link) -> bool:
    """Whether a line only looks like the definition of a link: a footnote, or « [Note]: » with a sentence behind it."""
    text = record.document.text
    label = text.rfind("]", 0, link.start)
    is_definition = text[label + 1 : link.start].strip() == ":"
    return is_definition and (link.text.startswith("^") or _AFTER_DEFINITION.match(text, link.end) is None)
