"""What ``render`` and ``minutes`` share: formats, where files go, writing them, and saying so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from typer import Option

from traite_cli.cli.circles import circle_option
from traite_cli.cli.pieces import Painted, Role
from traite_cli.cli.telling import shown, worded
from traite_cli.diagnostics.visible import visible
from traite_cli.errors import Refused, UsageError
from traite_cli.language import N_, say_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

    from traite_cli.circulating.making import Made, Order
    from traite_cli.circulating.manuscript import Manuscript
    from traite_cli.circulating.remarks import Remark
    from traite_cli.cli.call import Call
    from traite_cli.dates import EdtfDate
    from traite_cli.language import Language
    from traite_cli.workspace import Workspace

FOLDER = "build"
_OURS = ("records", "templates", "attachments", "queries", ".git")
_REFUSAL = N_("nothing was written: records that this document uses have errors")


To = Annotated[list[str] | None, Option(metavar=N_("FORMATS"), help=N_("Its formats: md, html, docx, odt, pdf; several with commas."))]
Output = Annotated[
    str | None,
    Option("-o", "--output", metavar=N_("PATH"), help=N_("A file, a path without an ending, a folder, or - for standard output.")),
]
Audience = Annotated[str | None, circle_option(N_("Whom the document is for (default: whom its record is for)."))]
With = Annotated[
    list[str] | None, Option("--with", metavar=N_("PARTS"), help=N_("Optional parts to add: commitments, questions, decisions."))
]
Without = Annotated[list[str] | None, Option(metavar=N_("PARTS"), help=N_("Optional parts to leave out."))]
Template = Annotated[str | None, Option(metavar=N_("NAME"), help=N_("Another template of templates/."))]
DryRun = Annotated[bool, Option("--dry-run", help=N_("Try it, and write nothing."))]


class Destination(NamedTuple):
    """Where a document goes: a path without an ending, a whole path for one format, or standard output."""

    stem: Path | None
    whole: Path | None = None

    def path(self, form: str) -> Path | None:
        """The file for a format; None for standard output."""
        if self.whole is not None:
            return self.whole
        return None if self.stem is None else self.stem.with_name(f"{self.stem.name}.{form}")


def order(
    workspace: Workspace,
    forms: tuple[str, ...],
    audience: str | None,
    with_parts: list[str] | None,
    without: list[str] | None,
    template: str | None,
) -> Order:
    """What is asked of a document."""
    from traite_cli.circulating.making import Order

    return Order(workspace.as_of, audience, words(with_parts), words(without), template, as_page=has_foot(forms))


def words(values: list[str] | None) -> tuple[str, ...]:
    """The words of an option that takes several, separated by commas or given several times."""
    return tuple(dict.fromkeys(word.strip() for value in values or () for word in value.split(",") if word.strip()))


def formats_of(workspace: Workspace, to: list[str] | None, output: str | None) -> tuple[str, ...]:
    """The formats asked for: those named, that of the output's ending, or the configuration's. Raises ``UsageError``."""
    from traite_cli.circulating import formats
    from traite_cli.language import nearest

    asked = words(to)
    if not asked and output and output != "-" and (ending := Path(output).suffix.removeprefix(".").lower()) in formats.names():
        asked = (ending,)
    asked = asked or (workspace.configuration.render.formats if output != "-" else ("md",))
    for one in asked:
        if one not in formats.names():
            near = "".join(nearest(one, formats.names(), most=1))
            hint = N_("perhaps: {near}") if near else N_("the formats: {formats}")
            raise UsageError(N_("“{name}” is no format"), hint=hint, name=one, near=near, formats=", ".join(formats.names()))
    return asked


def beginning(forms: tuple[str, ...]) -> AbstractContextManager[None]:
    """Begin what these formats need before there is a document; it ends with the ``with`` block."""
    from traite_cli.circulating import formats

    return formats.beginning(forms)


def has_foot(forms: tuple[str, ...]) -> bool:
    """Whether a document in these formats has pages, with the revision of the records at their foot."""
    return forms != ("md",)


def destination(workspace: Workspace, output: str | None, forms: tuple[str, ...], name: str) -> Destination:
    """Where the files go. Raises ``UsageError`` and, for a place that holds the collective's own files, ``Refused``."""
    if output == "-":
        if len(forms) > 1:
            raise UsageError(N_("standard output takes one format; {formats} were asked for"), formats=", ".join(forms))
        return Destination(None)
    if output is None:
        if (workspace.root / FOLDER).is_symlink():
            # Whoever proposes a change of the repository could have it lead anywhere.
            hint = N_("say with --output where the document goes")
            raise Refused(N_("{path} is a link, and links are not followed"), hint=hint, path=FOLDER)
        return Destination(workspace.root / FOLDER / name)
    path = Path(output)
    if path.is_dir() or output.endswith(("/", "\\")):
        found = Destination(path / name)
    elif len(forms) == 1 and path.suffix:
        found = Destination(None, whole=path)
    else:
        found = Destination(path)
    _keep_off(workspace, found.whole or found.stem or path)
    return found


def _keep_off(workspace: Workspace, path: Path) -> None:
    # A link on the way may lead among the records: what counts is where the file would really stand.
    real = path.resolve()
    root = workspace.root.resolve()
    places = {workspace.relative(str(path)), real.relative_to(root).as_posix() if real.is_relative_to(root) else ""}
    if any(place.split("/")[0] in (*_OURS, "traite.toml") for place in places):
        raise Refused(
            N_("{path} is a place for the collective’s own files; a document is not written there"),
            hint=N_("choose another folder with --output, or none: it goes into build/"),
            path=str(path),
        )


def deliver(call: Call, root: Path, made: Made, forms: tuple[str, ...], to: Destination, *, dry_run: bool) -> int:
    """Write a document in its formats, all made before the first is written; give the exit code."""
    from traite_cli.circulating.making import AUDIENCE_SAID
    from traite_cli.cli.answering import sum_of
    from traite_cli.cli.written_for import write_for

    if made.manuscript is None:
        for line in shown(call.t, worded(call, made.faults), call.console.room_to_talk):
            call.console.complain(*line)
        call.console.complain(call.t(_REFUSAL))
        return 1
    found: dict[Path, bytes] = {}
    for form, data in in_formats(call, made.manuscript, forms):
        path = to.path(form)
        if path is None:
            call.console.raw(data)
        else:
            found[path] = data
    write_for(call, root, made.audience, found, dry_run=dry_run)
    if not dry_run:
        call.wrote.update((str(path.absolute()), sum_of(data)) for path, data in found.items())
    said = call.t(AUDIENCE_SAID[made.audience])
    done = N_("Only tried: nothing was written. {audience}.") if dry_run else N_("The document is made. {audience}.")
    call.console.say(call.t(done, audience=said))
    _remark(call, made.remarks)
    return 0


def _remark(call: Call, remarks: Iterable[Remark]) -> None:
    """Say what is to be known of a document that is made."""
    for one in remarks:
        facts = {name: _in_words(fact, call.t.language) for name, fact in one.facts.items()}
        call.console.say(Painted(call.t(N_("note:")), Role.WARNING), " ", call.t(one.message, **facts))
        if one.hint:
            call.console.say("    ", call.t(one.hint, **facts))


def _in_words(fact: str | int | EdtfDate, language: Language) -> str | int:
    match fact:
        case str():
            return visible(fact)
        case int():
            return fact
    return say_date(fact, language)


def in_formats(call: Call, manuscript: Manuscript, forms: tuple[str, ...]) -> list[tuple[str, bytes]]:
    """A document in each format, all made before any is handed on."""
    from traite_cli.circulating import formats

    made: list[tuple[str, bytes]] = []
    with call.console.progress(call.t(N_("Making the document")), len(forms)) as progress:
        for number, form in enumerate(forms):
            progress.reached(number)
            made.append((form, formats.load(form).write(manuscript)))
    return made
