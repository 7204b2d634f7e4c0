"""A difference as Markdown for a request's page on a forge or a message.

What records say is a stranger's: it must neither call anybody (``@name``), nor name another request (``#12``), nor bring a picture, a
link or HTML in. GitHub, GitLab and Forgejo show ``<ins>`` and ``<del>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from traite_cli.diagnostics.visible import visible
from traite_cli.language import N_, Translator
from traite_cli.together.abridged import abridged
from traite_cli.together.prose import Passage, Run
from traite_cli.together.report import Report, Told

_SIGNS = re.compile(r"[\\`*_{}\[\]()<>|~!$]")
_JOINER = "\u2060"
"""Joins two words without showing: behind it neither a name nor a number is one to a forge."""


def markdown(report: Report, t: Translator) -> str:
    """The whole report; a sentence that says so when nothing changed."""
    return "\n".join(_lines(report, t)) + "\n"


def _lines(report: Report, t: Translator) -> Iterator[str]:
    if report.opened:
        yield f"> [!WARNING]\n> **{t(N_('More people may read this than before:'))}**"
        yield ">"
        for line in report.opened:
            yield f"> - {escaped(line)}"
        yield ""
    for group in report.groups:
        yield f"### {escaped(group.title)}\n"
        for told in group.told:
            yield from _told(told, t)
        yield ""
    if report.files:
        yield f"### {t(N_('Files'))}\n"
        yield from (f"- {escaped(line)}" for line in report.files)
        yield ""
    if report.withheld:
        yield escaped(report.withheld)
    elif not report.opened and not report.groups and not report.files:
        yield t(N_("No record says anything else than before."))


def _told(told: Told, t: Translator) -> Iterator[str]:
    yield f"- **{escaped(told.heading)}** (`{told.ref}`)"
    yield from (f"  - {escaped(sentence)}" for sentence in told.sentences)
    yield from (f"  - {_passage(passage, t)}" for passage in told.passages)


def _passage(passage: Passage, t: Translator) -> str:
    head = t(N_("text, under “{section}”:"), section=passage.section) if passage.section else t(N_("text:"))
    return f"{escaped(head)} {''.join(map(_run, abridged(passage.runs)))}"


def _run(run: Run) -> str:
    """Some words with their mark; the spaces at their ends stay outside it."""
    words = escaped(run.text)
    if not words:
        return " "
    before, after = " " * run.text[:1].isspace(), " " * run.text[-1:].isspace()
    return f"{before}{_TAGS[run.sort].format(words)}{after}"


_TAGS = {"same": "{}", "old": "<del>{}</del>", "new": "<ins>{}</ins>"}


def escaped(text: str) -> str:
    """A text that Markdown shows as it is, in one line."""
    text = _SIGNS.sub(r"\\\g<0>", visible(" ".join(text.split())))
    text = re.sub(r"\\([<>])", lambda found: {"<": "&lt;", ">": "&gt;"}[found[1]], text)
    text = re.sub(r"([@#])(?=\w)", rf"\1{_JOINER}", text)
    return re.sub(r"(?i)\b(https?|ftp|www)(?=:|\.)", rf"\1{_JOINER}", text)
