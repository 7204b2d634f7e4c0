"""What goes to the process of a template, and what comes back from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traite_cli.language import Language

SECONDS = 20
MOST_MEMORY = 1 << 30
MOST_OUTPUT = 1 << 24
FOLDER = "templates"


class Job(NamedTuple):
    """What the process begins with: a template's name, all templates by name, the language. Values come later."""

    template: str
    templates: Mapping[str, str]
    language: Language


class Failure(NamedTuple):
    """Why a template gave nothing: the reason, the template and line, and what it was about."""

    reason: str
    template: str = ""
    line: int = 0
    detail: str = ""


def packed(answer: str | Failure) -> bytes:
    """An answer as bytes that can be read without trusting whoever wrote them."""
    import json

    if isinstance(answer, str):
        return json.dumps({"text": answer if len(answer) <= MOST_OUTPUT else None}).encode()
    return json.dumps({"reason": answer.reason, "template": answer.template, "line": answer.line, "detail": answer.detail}).encode()


def unpacked(data: bytes) -> str | Failure:
    """The answer that some bytes are; those of a process that was stopped are none."""
    import json

    try:
        answer = json.loads(data)
    except ValueError:
        return Failure("stopped")
    if "text" in answer:
        return str(answer["text"]) if answer["text"] is not None else Failure("output")
    return Failure(str(answer["reason"]), str(answer["template"]), int(answer["line"]), str(answer["detail"]))
