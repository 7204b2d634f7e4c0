"""An answer belongs to a question of the request's text.

Questions are counted through the numbered lists of the text. An answer to a number that is not there would be printed nowhere, and
its question would go on counting as unanswered.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Request
from traite_cli.language import N_
from traite_cli.repository import Repository

_MIPROF = {"records/organisations/miprof.md": "---\nname: MIPROF\n---\n"}
_REQUEST = (
    "---\ntitle: Questions à la MIPROF\nto: miprof\ndate: 2014-12-07\nanswers:\n  - item: {}\n    status: answered\n---\n\n"
    "1. À qui ?\n2. Quand ?\n"
)

CHECK = Check(
    code="TR417",
    severity=Severity.ERROR,
    messages={
        "": N_("question {item} is answered here, and the text holds only {count}"),
        "one": N_("question {item} is answered here, and the text holds only one"),
        "none": N_("question {item} is answered here, and the text holds no numbered question"),
    },
    hints={
        "": N_("write the number of the question, counted from 1 through the whole text"),
        "one": N_("write item: 1, or add the question to the text"),
        "none": N_("begin each question of the text with its number: “1. …”, at the beginning of the line"),
    },
    faulty=Example({"records/requests/questions.md": _REQUEST.format("⟦3⟧"), **_MIPROF}),
    healthy=Example({"records/requests/questions.md": _REQUEST.format("2"), **_MIPROF}),
    of_text=True,
    kinds=("requests",),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The answers to questions that the text does not hold."""
    for request in repository.examined(Request):
        count = len(request.document.body.items)
        for answer in request.answers:
            if answer.item is not None and answer.item > count:
                variant = {0: "none", 1: "one"}.get(count, "")
                facts = {"item": answer.item, "count": count}
                yield request.document.fault("answer-without-question", *answer.place_of("item"), variant, facts)
