"""``traite diff``: what changed between two moments, in the records' own terms."""

from __future__ import annotations

from typing import Annotated, Literal

from typer import Argument, Option

from traite_cli.cli.call import Call
from traite_cli.cli.records import Audience, completes_revisions, workspace_of
from traite_cli.errors import UsageError
from traite_cli.language import N_

HELP = N_("Say what changed between two moments, in the records’ own terms.")
DETAILS = N_(
    "Without a revision: what was changed since the last commit. With one: what changed since then. What more people may read than before "
    "comes first. Each revision may be a day: 2015-01-22. With --as-of, nothing that happened later is told."
)
EXAMPLES = (
    ("traite diff", N_("What I changed and did not commit yet")),
    ("traite diff 2015-01-01", N_("What changed since the first of January")),
    ("traite diff main...moussa --format markdown", N_("What a branch brings, for the page of its request")),
    ("traite diff v1 v2 --audience members", N_("Between two revisions, as the members may read it")),
)


def command(
    call: Call,
    before: Annotated[str, Argument(metavar=N_("[A]"), help=N_("The older revision or day."), autocompletion=completes_revisions)] = "",
    after: Annotated[str, Argument(metavar=N_("[B]"), help=N_("The newer one."), autocompletion=completes_revisions)] = "",
    *,
    staged: Annotated[bool, Option("--staged", help=N_("What the next commit would hold, instead of the files as they are now."))] = False,
    merge_base: Annotated[bool, Option("--merge-base", help=N_("Since the two parted, as A...B."))] = False,
    document: Annotated[bool, Option("--document", help=N_("And what it alters in the document of the last edition."))] = False,
    format: Annotated[Literal["text", "markdown", "json"], Option(help=N_("How to tell it."))] = "text",  # noqa: A002  # the option's name
    audience: Audience = None,
) -> int:
    from traite_cli.cli.altering import in_document
    from traite_cli.repository import NARROWEST
    from traite_cli.saying.values import Saying
    from traite_cli.together import markdown, plain
    from traite_cli.together.differences import difference
    from traite_cli.together.report import report
    from traite_cli.together.sentences import Teller

    before, after, merge_base = _sides(before, after, merge_base=merge_base)
    if staged and after:
        raise UsageError(
            N_("--staged compares with what is in git’s index, and {after} is another moment"),
            hint=N_("leave one of them out"),
            after=after,
        )
    workspace = workspace_of(call)
    moments = workspace.moments(before or "HEAD", after, parted=merge_base, staged=staged)
    found = difference(*moments, audience or NARROWEST, workspace.as_of)
    altered = in_document(workspace, found, audience, call.t) if document else None
    if format == "json":
        from traite_cli.diagnostics.json_text import json_page

        told = plain.plain(found, Teller(Saying(found.before, call.t), Saying(found.after, call.t)))
        call.console.raw(json_page({**told, **plain.plain_document(altered)}).encode())
        return 0
    said = report(found, workspace.day, call.t)._replace(document=altered)
    if format == "markdown":
        call.console.raw(markdown.markdown(said, call.t).encode())
    elif found or altered:
        from traite_cli.cli.differences import printed

        printed(call.console, said, call.t)
    else:
        call.console.say(call.t(N_("No record says anything else than before.")))
    return 0


def _sides(before: str, after: str, *, merge_base: bool) -> tuple[str, str, bool]:
    """The two moments; git's ways of writing both in one word are taken too."""
    for dots, parted in (("...", True), ("..", merge_base)):
        first, found, second = before.partition(dots)
        if found and not after:
            return first or "HEAD", second or ("HEAD" if first else ""), parted
    return before, after, merge_base
