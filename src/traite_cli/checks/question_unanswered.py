"""A question put to an institution is answered, or asked again.

Two months after it was sent, the silence of a French administration counts as its answer (code des relations entre le public et
l'administration, L231-1 and L231-4): by then somebody should have asked. A request is told once, at the first question that has no answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Day, Fact, Fault, Severity
from traite_cli.kinds import Request
from traite_cli.language import N_
from traite_cli.repository import Repository

PATIENCE = timedelta(days=60)
_REQUEST = "---\ntitle: Questions à la MIPROF\nto: miprof\ndate: 2014-11-07\n{answers}---\n\n1. Quel est votre statut ?\n{second}\n"
_MIPROF = {"records/organisations/miprof.md": "---\nname: MIPROF\n---\n"}
_FIRST = "  - {item: 1, date: 2014-11-18, status: answered, text: Une mission interministérielle.}\n"
_SECOND = "  - {item: 2, date: 2014-11-18, status: declined}\n"

CHECK = Check(
    code="TR630",
    severity=Severity.WARNING,
    messages={
        "": N_("this question, sent {date}, has no answer yet"),
        "several": N_("{n} questions sent {date} have no answer yet: {items}"),
    },
    hints={"": N_("ask again, or record the answer: traite answer {slug} {number} --status … --text …")},
    faulty=Example(
        {
            "records/requests/questions.md": _REQUEST.format(answers=f"answers:\n{_FIRST}", second="⟦2. Quels moyens avez-vous ?⟧"),
            **_MIPROF,
        }
    ),
    healthy=Example(
        {
            "records/requests/questions.md": _REQUEST.format(answers=f"answers:\n{_FIRST}{_SECOND}", second="2. Quels moyens avez-vous ?"),
            **_MIPROF,
        }
    ),
    of_text=True,
    kinds=("requests",),
)


def find_on(repository: Repository, day: date) -> Iterator[Fault]:
    """The requests of which a question has waited too long."""
    for request in repository.examined(Request):
        if request.date is None or request.date.last + PATIENCE > day:
            continue
        answered = {one.item for one in request.answers}
        waiting = [one for one in request.questions() if one.number not in answered]
        if waiting:
            first = waiting[0]
            text = request.document.text
            end = first.start + len(text[first.start : first.end].split("\n", 1)[0].rstrip())
            items = ", ".join(str(one.number) for one in waiting)
            facts: dict[str, Fact] = {"date": Day(request.date.text), "n": len(waiting), "items": items}
            facts |= {"slug": request.slug, "number": first.number}
            yield request.document.fault("question-unanswered", first.start, end, "several" if len(waiting) > 1 else "", facts)
