"""Faulty repositories that no test can make on every disk: links, pipes, names that some systems refuse."""

from __future__ import annotations

from collections.abc import Mapping

from faulty.written import TOPIC, Files, topic

_TOPIC = topic()
_LINK = "records/topics/sejour-2.md"
_PICTURE = topic(body="\n![Le site](../../attachments/site.png)\n")

SHELVED: list[tuple[str, str, Files, Mapping[str, str]]] = [
    ("not-a-plain-file", "link", _TOPIC, {_LINK: "link"}),
    ("not-a-plain-file", "special", _TOPIC, {_LINK: "special"}),
    ("not-a-plain-file", "permission", {}, {TOPIC: "permission"}),
    ("not-a-plain-file", "gone", {}, {TOPIC: "gone"}),
    ("picture", "link", _PICTURE, {"attachments/site.png": "link"}),
    ("file-not-everywhere", "character", {"attachments/compte rendu : 22 octobre.pdf": b"%PDF"}, {}),
    ("file-not-everywhere", "ending", {"attachments/2014 /rapport.pdf": b"%PDF"}, {}),
    ("file-not-everywhere", "same", {"attachments/Rapport.pdf": b"%PDF", "attachments/rapport.pdf": b"%PDF"}, {}),
]
