"""The comment on the page of a request: what more people may read, what changed, what is faulty, what the document becomes.

It never grows beyond what a forge takes (65,536 signs on GitHub); what is left out is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from traite_cli.diagnostics import reporters
from traite_cli.diagnostics.markdown_text import code, escaped
from traite_cli.language import N_, N_n, Translator
from traite_cli.together import markdown
from traite_cli.together.report import Report
from traite_cli.together.telling_faults import ELSEWHERE, Told

MARK = "<!-- traite -->"
"""The first line, which nobody sees on the page: by it a job finds the comment that it wrote before."""
_ROOM = 12_000
"""Signs for each of the five parts that may be long."""
_LONGEST = 4_000
_MOST_NAMES, _LONGEST_NAME = 20, 150
"""A path may be as long as 4,096 signs."""

CONFLICTS = N_("Git cannot merge this: others changed the same lines meanwhile, in {paths}")
OTHERS = N_("It changes other files too, which were not looked at here, and count once it is merged: {paths}")
_MORE = N_n("… and one more line: the command tells all: traite review", "… and {n} more lines: the command tells all: traite review")


class Draft(NamedTuple):
    """The document as it would be: where it can be opened ('' for a file beside this one), or why there is none."""

    link: str = ""
    obstacle: str = ""


class Page(NamedTuple):
    """What is told of a request."""

    report: Report
    counted: str
    """How many records were checked, and what was found."""
    faults: Told
    conflicts: Sequence[str] = ()
    others: Sequence[str] = ()
    """The files that it changes beside records and attachments."""
    draft: Draft | None = None


def comment(page: Page, t: Translator) -> str:
    """The whole comment."""
    report = page.report
    parts = (
        [MARK, "## " + t(N_("What this request changes")), "", f"**{escaped(page.counted)}**", ""],
        _conflicts(page.conflicts, t),
        _within(markdown.opened(report, t), t, ending="\n"),
        _within(markdown.records(report, t), t, ending="\n"),
        [*markdown.ending(report, t), ""],
        _within(_faults(page.faults, t), t, ending="\n"),
        _within(markdown.document(report.document, t), t, last=1) if report.document else [],
        _draft(page.draft, t) if page.draft else [],
        _others(page.others, t),
    )
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def _conflicts(paths: Sequence[str], t: Translator) -> Iterator[str]:
    if paths:
        yield f"> [!CAUTION]\n> {t(CONFLICTS, paths=_names(paths, t))}\n"


def _faults(told: Told, t: Translator) -> Iterator[str]:
    if not any(told):
        return
    title = t(N_("Faults"))
    yield f"### {title}\n"
    shown = told.shown(t(N_("the job’s log says what it is")))
    yield from (line.rstrip("\n") for line in reporters.load("markdown")(shown, t))
    if told.withheld:
        yield f"\n{t.plural(*ELSEWHERE, told.withheld, n=told.withheld)}"
    yield ""


def _draft(draft: Draft, t: Translator) -> Iterator[str]:
    if draft.obstacle:
        yield f"{escaped(draft.obstacle)}\n"
    elif draft.link:
        title = t(N_("The document as it would be"))
        yield f"[{title}](<{draft.link}>)\n"


def _others(paths: Sequence[str], t: Translator) -> Iterator[str]:
    if paths:
        yield f"> [!IMPORTANT]\n> {t(OTHERS, paths=_names(paths, t))}\n"


def _names(paths: Sequence[str], t: Translator) -> str:
    told = [code(path if len(path) <= _LONGEST_NAME else f"{path[:_LONGEST_NAME]}…") for path in paths[:_MOST_NAMES]]
    if len(paths) > _MOST_NAMES:
        told.append(t(N_("… and {n} more"), n=len(paths) - _MOST_NAMES))
    return ", ".join(told)


def _within(lines: Iterable[str], t: Translator, *, last: int = 0, ending: str = "") -> list[str]:
    """The lines that find room, whole, and how many did not; the ``last`` ones always do."""
    every = list(lines)
    body, tail = every[: len(every) - last], every[len(every) - last :]
    kept: list[str] = []
    room = _ROOM
    for line in body:
        # A line that is too long by itself does not keep the others out.
        if len(line) < min(room, _LONGEST):
            kept.append(line)
            room -= len(line) + 1
        elif len(line) < _LONGEST:
            room = 0
    left = len(body) - len(kept)
    return [*kept, *([f"\n{t.plural(*_MORE, left, n=left)}{ending}"] if left else []), *tail]
