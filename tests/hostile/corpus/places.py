"""A repository in which one text stands wherever a record can hold one."""

from __future__ import annotations

import re
from collections.abc import Mapping

EDITION, MEETING = "2015-01-22", "2014-10-22-m"


def quoted(text: str) -> str:
    """The text between the quotes of YAML, whatever is in it."""
    return '"' + re.sub(r"[^ !#-\[\]-~\xa0-\ud7ff]", lambda found: _escape(found[0]), text) + '"'


def _escape(character: str) -> str:
    return f"\\{character}" if character in '"\\' else f"\\U{ord(character):08x}"


# « T » is the text between quotes, « B » the text as it is.
_FILES = {
    "topics/t.md": "title: T\nsource: T\n---\nB\n",
    "people/p.md": "name: T\nsort_name: T\nhonorific: T\nother_names: [T]\ncontact_details:\n  - {type: email, value: T}\n---\n",
    "people/q.md": "name: Alice Tallon\nmemberships:\n  - {organisation: o, role: T}\n---\n",
    "organisations/o.md": "name: T\nacronym: T\nwebsite: T\ncollective_membership:\n  - {status: candidate, note: T, required: [T]}\n---\nB\n",
    "meetings/2014-10-22-m.md": (
        "title: T\nshort_title: T\ndate: 2014-10-22\nplace: T\nroom: T\nparticipants:\n  - {person: q, role: T, note: T}\n"
        "agenda:\n  - {title: T, part: T}\ndecisions:\n  - {text: T}\n---\n\n## B\n\nB\n\n- B\n\n> B\n\n`B`\n\n| a | b |\n|---|---|\n| B | c |\n\n"
        "[B](../topics/t.md) [a](<B>) ![B](../../attachments/x.png)\n\n::: members\nB\n:::\n\n```\nB\n```\n\n<!-- B -->\n\n<!-- traite: ignore[B] B -->\nB\n"
    ),
    "meetings/2014-11-22-n.md": "title: T\ndate: 2014-11-22\nagenda:\n  - {title: T}\ndecisions: [{text: T}]\nparticipants:\n  - {person: q, note: T}\n---\n",
    "commitments/c.md": (
        "title: T\nby: o\nmade_on: 2014-10-22\nsource: T\nquote: T\nkept_when: T\nfollow_ups:\n  - {date: 2014-12-01, status: kept, note: T}\n"
        "escalation:\n  - {if: broken, action: T}\n---\nB\n"
    ),
    "requests/r.md": "title: T\nto: o\ndate: 2014-10-22\nanswers:\n  - {item: 1, date: 2014-12-01, status: answered, text: T}\n---\n1. B\n2. B\n",
    "documents/d.md": "title: T\ndate: 2014\nauthors: [{name: T}]\n---\n",
    "updates/u.md": "title: T\ndate: 2015-01-02\ntopics: t\nlinks: [{url: 'https://exemple.org', note: T}]\n---\nB\n",
    "editions/2015-01-22.md": (
        "title: T\ndate: 2015-01-22\nplace: T\nperiod: 2014-10-01/2015-01-22\nparts: [commitments, questions, decisions]\n"
        "enclosures: [{document: d, note: T}]\nsections:\n  - {title: T, subject: T, text: T, topic: t}\n---\nB\n"
    ),
    "topics/key.md": "title: x\nT: x\n---\n",
    "topics/reference.md": "title: x\nlead: T\nparent: T\n---\n",
    "topics/x.md": "title: x\nx:\n  T: [T, {T: T}]\n---\n",
    "topics/comment.md": "title: x # B\nsource: x # traite: ignore[B] B\n---\n",
    "documents/file.md": "title: x\nfile: T\nurl: T\n---\n",
    "meetings/facts.md": "title: x\ndate: T\ntime: T\nclassification: T\naudience: T\ncancelled: T\n---\n",
}


def _placed(text: str, model: str) -> str:
    front, _, body = model.partition("---\n")
    filled = re.sub(r"(?<![A-Za-z])T(?![A-Za-z])", lambda _: quoted(text), front)
    filled = re.sub(r"(# |ignore\[|\] )B\b", lambda found: found[1] + " ".join(text.split()), filled)
    return f"---\n{filled}---\n" + re.sub(r"\bB\b", lambda _: text, body)


def everywhere(text: str) -> Mapping[str, bytes]:
    """The records of a repository that have the text at each of their places."""
    return {f"records/{path}": _placed(text, model).encode("utf-8", "surrogatepass") for path, model in _FILES.items()}


PLACES = sum(len(re.findall(r"\b[TB]\b", model)) for model in _FILES.values())
"""How many places there are."""
