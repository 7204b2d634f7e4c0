"""A difference as Markdown for a request's page on a forge or a message.

GitHub, GitLab and Forgejo show ``<ins>`` and ``<del>``.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.diagnostics.markdown_text import code, escaped
from traite_cli.language import N_, Translator
from traite_cli.together.abridged import abridged
from traite_cli.together.prose import Passage, Run
from traite_cli.together.report import Document, Report, Told


def markdown(report: Report, t: Translator) -> str:
    """The whole report; a sentence that says so when nothing changed."""
    lines = [*opened(report, t), *records(report, t), *(document(report.document, t) if report.document else ())]
    return "\n".join([*lines, *ending(report, t)]) + "\n"


def opened(report: Report, t: Translator) -> Iterator[str]:
    """What more people may read than before, as a warning."""
    if report.opened:
        title = t(N_("More people may read this than before:"))
        yield f"> [!WARNING]\n> **{title}**\n>"
        yield from (f"> - {escaped(line)}" for line in report.opened)
        yield ""


def records(report: Report, t: Translator) -> Iterator[str]:
    """What became of the records, and of the files beside them."""
    for group in report.groups:
        yield f"### {escaped(group.title)}\n"
        for told in group.told:
            yield from _told(told, t)
        yield ""
    if report.files:
        title = t(N_("Files"))
        yield f"### {title}\n"
        yield from (f"- {escaped(line)}" for line in report.files)
        yield ""


def ending(report: Report, t: Translator) -> Iterator[str]:
    """What is withheld, or that nothing changed."""
    if report.withheld:
        yield escaped(report.withheld)
    elif not report.opened and not report.groups and not report.files:
        yield t(N_("No record says anything else than before."))


def document(document: Document, t: Translator) -> Iterator[str]:
    """The passages of a document, folded away: they say again what the records say above."""
    title = t(N_("What the document becomes"))
    yield f"<details><summary>{title}</summary>\n\n{escaped(document.name)}\n"
    yield from ([f"- {escaped(document.obstacle)}"] if document.obstacle else [])
    yield from (f"- {_passage(passage, t)}" for passage in document.passages[:_MOST_PASSAGES])
    if len(document.passages) > _MOST_PASSAGES:
        yield "- " + t(N_("… and {n} more"), n=len(document.passages) - _MOST_PASSAGES)
    yield "\n</details>\n"


_MOST_PASSAGES = 40
"""A forge has a limit for what a remark holds (65,536 signs on GitHub)."""


def _told(told: Told, t: Translator) -> Iterator[str]:
    yield f"- **{escaped(told.heading)}** ({code(told.ref)})"
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
