"""A collective's repository of any size, made up: consistent records of all nine kinds in which ``traite validate`` finds no fault.

    python benchmarks/generate.py 10000 FOLDER

The same number gives the same bytes on every machine. Time passes evenly: each edition reports on as many meetings, commitments and
notes in a repository of a hundred thousand records as in one of a thousand, so that the document made of it has the same ten pages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from prose import ACTS, BODIES, CAUSES, OFFICES, THEMES, Pen
from world import COLLECTIVE, FIRST_DAY, LAST_DAY, World, first_name, full_name, last_name, linked, made_at, promise, quote

SEED = 20150122
FEWEST = 100


def _person(world: World, number: int, pen: Pen) -> str:
    change = FIRST_DAY + timedelta(days=500 + number % 3000)
    lines = [
        f"name: {full_name(number)}",
        f"sort_name: {last_name(number)}, {first_name(number)}",
        f"honorific: {'Mme' if number % 2 else 'M.'}",
        "memberships:",
        f"  - organisation: {world.organisation(number + 1)}",
        "    role: chargé de mission auprès de la direction",
        f"    end_date: {change}",
        f"  - organisation: {world.organisation(number + 2)}",
        "    role: responsable du plaidoyer",
        f"    start_date: {change + timedelta(days=1)}",
        "contact_details:",
        f"  - {{type: email, value: personne-{number}@exemple.org}}",
        "  - type: phone",
        f"    value: 01 45 49 {number % 90 + 10} {number % 80 + 10}",
        f"source: Liste des membres du {world.day('people', number)}",
    ]
    return _file(lines, pen.paragraph(3))


_FIRST_OFFICE = 4


def _organisation(world: World, number: int, pen: Pen) -> str:
    public = number % 4 == 0 and number > 0
    kind = "collective" if number == 0 else "public-body" if public else "association"
    lines = [
        f"name: {pen.one(OFFICES if public else BODIES)} {pen.one(CAUSES)} {number}",
        f"acronym: ORG{number}",
        f"other_names: [Organisme {number}, Ancien nom {number}]",
        f"classification: {kind}",
        f"website: https://www.exemple.org/organisation/{number}",
    ]
    if public and number > _FIRST_OFFICE:
        lines += ["parents:", f"  - organisation: {world.organisation(_FIRST_OFFICE)}", "    start_date: 2010-05"]
    if kind == "association":
        lines += ["collective_membership:", "  - status: candidate", "    date: 2005", "    required: [statuts, rapport d’activité]"]
        lines += ["  - status: member", f"    date: {world.day('organisations', number)}", "    note: à l’unanimité des membres présents"]
    return _file(lines, pen.paragraph(3))


def _topic(world: World, number: int, pen: Pen) -> str:
    theme = THEMES[number % len(THEMES)]
    lines = [f"title: Dossier {number} sur {theme}", f"lead: [{world.person(number)}, {world.member(number)}]"]
    if number % 5:
        lines.append(f"parent: dossier-{number - number % 5}")
    return _file([*lines, "opened: 2005-01"], pen.paragraph(5))


def _document(world: World, number: int, pen: Pen) -> str:
    day = world.day("documents", number)
    lines = [
        f"title: Rapport {number} sur {pen.one(THEMES)}",
        f"date: {day:%Y-%m}",
        f"topics: {world.topic(day, number % 3)}",
        f"authors: [{world.person(number)}, {world.organisation(number + 1)}]",
        "classification: report",
        f"url: https://www.exemple.org/rapports/{number}",
        f"links: [{{url: https://www.exemple.org/presentation/{number}, note: la présentation}}]",
        f"source: Courriel du {day}",
    ]
    return _file(lines, pen.paragraph(3))


def _update(world: World, number: int, pen: Pen) -> str:
    day = world.day("updates", number)
    meeting = world.at("meetings", "updates", number)
    lines = [
        f"title: Des nouvelles ({number}) de ce qui touche à {pen.one(THEMES)}",
        f"date: {day}",
        f"topics: [{world.topic(day, 0)}, {world.topic(day, 1 + number % min(2, world.count['topics'] - 1))}]",
        f"meetings: {world.meeting(meeting)}",
        f"source: Document de travail, nouvelle {number}",
    ]
    promises = [f"{linked(world, one)} {promise(one)}." for one in made_at(world, "updates", number)]
    reserved = [] if number % 8 else [f"::: contributors\n\nÀ ne pas diffuser ({number}) : {pen.sentence()}\n\n:::"]
    return _file(lines, pen.paragraph(4), *promises, *reserved, f"Avec {linked(world, number)} : {pen.paragraph(5)}")


def _request(world: World, number: int, pen: Pen) -> str:
    raised = world.at("meetings", "requests", number)
    day = world.day("meetings", max(0, raised - 1))
    lines = [
        f"title: Questions {number} posées sur {pen.one(THEMES)}",
        f"topics: [{world.topic(day, 0)}]",
        f"to: [{world.institution(number)}]",
        f"date: {day}",
        f"prepared_at: {world.meeting(max(0, raised - 1))}",
        f"raised_at: {world.meeting(raised)}",
        "classification: questions",
        "answers:",
    ]
    for item in range(1, 4 + number % 3):
        lines += [f"  - item: {item}", f"    status: {('answered', 'partial', 'declined')[item % 3]}", f"    text: {pen.sentence()}"]
        lines += [f"    by: {world.institution(number)}", f"    meeting: {world.meeting(raised)}"]
    questions = "\n".join(f"{item}. {pen.sentence()}" for item in range(1, 9))
    return _file(lines, pen.paragraph(4), questions, pen.paragraph(3))


def _commitment(world: World, number: int, pen: Pen) -> str:
    kind, where = world.origin(number)
    day = world.day(kind, where)
    origin = f"updates/{world.update(where)}" if kind == "updates" else world.meeting(where)
    lines = [
        f"title: {ACTS[number % len(ACTS)].capitalize()} (engagement {number})",
        f"topics: [{world.topic(day, number % 2)}]",
        f"source: Compte rendu du {day}",
        "each_member: true" if number % 15 == 0 else f"by:\n  - {world.person(number)}",
        f"made_at: {origin}",
        f"due: {day + timedelta(days=120):%Y-%m}",
        f"quote: {quote(number)}",
        "kept_when: Le texte signé est transmis à chaque membre du Collectif",
    ]
    if number % 15:
        lines.append(f"on_behalf_of: {world.institution(number)}")
    if number % 6 == 1:
        lines.append(f"part_of: engagement-{number - 1}")
    if number % 5 == 0:
        lines += ["escalation:", "  - if: no_news", f"    after: {day + timedelta(days=200)}", f"    to: [{world.institution(number + 1)}]"]
        lines.append("    action: Interroger le ministre, qui s’était engagé lors de la rencontre")
    return _file([*lines, *_follow_ups(world, number, day, pen)], pen.paragraph(4) if number % 4 == 0 else "")


def _follow_ups(world: World, number: int, day: date, pen: Pen) -> Iterator[str]:
    if number % 7:
        yield "follow_ups:"
        for step in range(1 + number % 3):
            then = min(day + timedelta(days=60 * (step + 1)), LAST_DAY)
            yield f"  - date: {then}"
            yield f"    status: {('in_progress', 'no_news', 'partially_kept', 'kept')[(number + step) % 4]}"
            yield f"    note: {pen.sentence()}"
            yield f"    meeting: {world.meeting(world.at('meetings', 'commitments', number))}"


def _meeting(world: World, number: int, pen: Pen) -> str:
    day = world.day("meetings", number)
    sort = ("institutional", "plenary", "preparatory", "institutional")[number % 4]
    lines = [
        f"title: Rencontre {number} sur {pen.one(THEMES)}",
        f"topics: [{world.topic(day, 0)}, {world.topic(day, 1)}]",
        f"source: Compte rendu {number}",
        f"date: {day}",
        "time: 9:30/12:00",
        "place: au siège du Collectif",
        f"short_title: avec l’organisme {number}",
        f"classification: {sort}",
        *_attendance(world, number),
        "agenda:",
        *(f"  - {{title: {theme.capitalize()}, topics: {world.topic(day, at)}}}" for at, theme in enumerate(THEMES[:3])),
        "decisions:",
        f"  - text: {pen.sentence()}",
        f"    topics: {world.topic(day, 0)}",
        f"documents: [document-{number % world.count['documents']}]",
    ]
    if number + 1 < world.count["meetings"]:
        lines.append(f"minutes_approved: {world.meeting(number + 1)}")
    return _file(lines, *_minutes(world, number, day, pen))


def _attendance(world: World, number: int) -> Iterator[str]:
    someone = number * 11
    yield "participants:"
    for one in range(7):
        yield f"  - {world.person(someone + one)}"
    yield f"  - {{person: {world.person(someone + 7)}, organisation: {world.member(number)}, note: pour le secrétariat}}"
    yield "interlocutors:"
    yield f"  - {world.person(someone + 8)}"
    yield f"  - {world.institution(number)}"
    yield f"excused: [{world.person(someone + 9)}]"
    yield f"represented: [{{person: {world.person(someone + 10)}, by: {world.person(someone)}}}]"


def _minutes(world: World, number: int, day: date, pen: Pen) -> Iterator[str]:
    yield f"Avec {linked(world, number * 11)} : {pen.paragraph(6)}"
    yield "\n".join(f"- {pen.sentence()}" for _ in range(5))
    yield f"::: topic {world.topic(day, 1)}\n\n{pen.paragraph(3)}\n\n:::"
    for one in made_at(world, "meetings", number):
        yield f"{linked(world, one)} {promise(one)}. {pen.sentence()}"
    if number % 4 == 0:
        yield f"::: members\n\nEntre membres ({number}) : {pen.paragraph(2)}\n\n:::"
    if number % 9 == 0:
        yield f"::: contributors\n\nÀ revoir ({number}) : {pen.sentence()}\n\n:::"
    yield f"## [Le dossier du jour](../topics/{world.topic(day, 0)}.md)\n\n{pen.paragraph(5)}"


_REPORTED, _WITH_A_SECTION = 6, 4


def _edition(world: World, number: int, pen: Pen) -> str:
    day = world.issue(number)
    begin = world.day("editions", number)
    meetings = [one for one in range(world.count["meetings"]) if begin <= world.day("meetings", one) < day][-_REPORTED:]
    last = meetings[-1] if meetings else world.count["meetings"] - 1
    lines = [
        f"title: Document de travail n° {number + 1}",
        f"date: {day}",
        "place: Paris",
        f"period: {begin}/{day - timedelta(days=1)}",
        "meetings:",
        *(f"  - {world.meeting(one)}" for one in meetings or [last]),
        "sections:",
        *(f"  - title: La rencontre {one}\n    meeting: {world.meeting(one)}" for one in meetings[:_WITH_A_SECTION]),
        f"  - title: Les nouvelles du dossier\n    text: {pen.sentence()}\n    topic: {world.topic(begin, 0)}",
        f"  - title: Autres nouvelles\n    records: [updates/{world.update(world.at('updates', 'meetings', last))}]",
        *([f"next_meeting: {world.meeting(last + 1)}"] if last + 1 < world.count["meetings"] else []),
        f"authors: [{world.person(number)}]",
        f"contributors: [{world.person(number + 1)}, {world.person(number + 2)}]",
        f"enclosures: [{{document: document-{number % world.count['documents']}, note: à relire et annoter}}]",
    ]
    return _file(lines, f"::: members\n\n{pen.paragraph(3)}\n\n:::", pen.paragraph(2))


def _file(front_matter: Sequence[str], *body: str) -> str:
    text = "\n\n".join(part for part in body if part)
    return "\n".join(("---", *front_matter, "---", *(("", text) if text else ()), ""))


# --- all of them --------------------------------------------------------------------------------------------------------------

_KINDS = {
    "meetings": _meeting, "people": _person, "organisations": _organisation, "commitments": _commitment, "requests": _request,
    "topics": _topic, "updates": _update, "documents": _document, "editions": _edition,
}  # fmt: skip


def slug_of(world: World, kind: str, number: int) -> str:
    """The name of a record's file."""
    named = {"meetings": world.meeting, "people": world.person, "organisations": world.organisation, "updates": world.update}
    if kind in named:
        return named[kind](number)
    if kind == "editions":
        return str(world.issue(number))
    return {"commitments": "engagement", "requests": "questions", "topics": "dossier", "documents": "document"}[kind] + f"-{number}"


def generate(records: int, folder: Path) -> None:
    """Write a repository of so many records into a folder."""
    if records < FEWEST:
        message = f"at least {FEWEST} records"
        raise ValueError(message)
    world = World.of(records)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "traite.toml", f'name = "Collectif des associations"\norganisation = "{COLLECTIVE}"\nletterhead = ["01 45 49 52 21"]\n')
    for place, (kind, text_of) in enumerate(_KINDS.items()):
        below = folder / "records" / kind
        below.mkdir(parents=True, exist_ok=True)
        pen = Pen(SEED + place)
        for number in range(world.count[kind]):
            _write(below / f"{slug_of(world, kind, number)}.md", text_of(world, number, pen))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    generate(int(sys.argv[1]), Path(sys.argv[2]))
