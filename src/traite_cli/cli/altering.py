"""What a difference alters in the document of the last edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.language import N_n

if TYPE_CHECKING:
    from traite_cli.language import Translator
    from traite_cli.together.differences import Difference
    from traite_cli.together.report import Document
    from traite_cli.workspace import Workspace

OBSTACLE = N_n("it cannot be made: an error is in its records", "it cannot be made: {n} errors are in its records")


def in_document(workspace: Workspace, found: Difference, circle: str | None, t: Translator) -> Document | None:
    """The passages that are others in it, or why that cannot be told; None where no edition is there, or nothing is another."""
    from traite_cli.circulating.altered import Moment, altered
    from traite_cli.together.prose import paragraphs_of, rewritten
    from traite_cli.together.report import Document

    before, after = map(Moment, found.whole, (found.before, found.after))
    made = altered(before, after, circle, workspace.looks, workspace.source)
    if made is None:
        return None
    if made.faults:
        return Document(made.edition.label, (), t.plural(*OBSTACLE, made.faults))
    passages = rewritten(paragraphs_of(made.before), paragraphs_of(made.after))
    told = tuple(one for one in passages if not found.secrets.holds(one.versions))
    return Document(made.edition.label, told) if told else None
