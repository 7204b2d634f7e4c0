"""The options of the commands that make a record, from the form and the fields of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any

from typer import Option

from traite_cli.cli.call import Call
from traite_cli.cli.records import completes
from traite_cli.cli.words import begun
from traite_cli.kinds import AnyField, Choice
from traite_cli.kinds.types import Date, Time, Truth, Url
from traite_cli.language import N_
from traite_cli.writing.interview.form import FORMS, Item, field_of, kinds_of

Given = Mapping[str, Any]
"""The values of the options, by their names."""

_SHARED: tuple[tuple[str, Any, Any], ...] = (
    (
        "body_from",
        Path | None,
        Option("--body-from", metavar=N_("FILE"), help=N_("The file that holds the text below the fields; - is standard input.")),
    ),
    ("slug", str, Option("--slug", metavar=N_("NAME"), help=N_("The name of the file (default: made of the title and the day)."))),
    (
        "from_",
        str,
        Option("--from", metavar=N_("FILE"), help=N_("Make the records of a YAML or JSON file, one or a list; - is standard input.")),
    ),
    ("edit", bool, Option("--edit", help=N_("Write the record in your editor ($VISUAL, $EDITOR)."))),
    (
        "ask",
        bool | None,
        Option("--ask/--no-ask", help=N_("Ask for what the options do not give (default: at a terminal)."), show_default=False),
    ),
    ("dry_run", bool, Option("--dry-run", help=N_("Show what would be written, and write nothing."))),
)


_METAVARS: Mapping[type, str] = {Date: N_("DATE"), Time: N_("TIME"), Url: N_("ADDRESS"), Choice: N_("WORD")}
_KINDS: Mapping[tuple[str, ...], str] = {("meetings",): N_("MEETING"), ("topics",): N_("TOPIC"), ("documents",): N_("DOCUMENT")}


def signature(kind: str, *own: Parameter) -> Signature:
    """What a command that makes records of a kind takes; one with parameters of its ``own`` names a record, and none for a new file."""
    shared = [one for one in _shared() if not own or one.name != "slug"]
    call = Parameter("call", Parameter.POSITIONAL_OR_KEYWORD, annotation=Call)
    first = [one for one in own if one.kind is not Parameter.KEYWORD_ONLY]
    options = [one for one in own if one.kind is Parameter.KEYWORD_ONLY]
    return Signature([call, *first, *_items(kind), *options, *shared], return_annotation=int)


def taking(signature: Signature, command: Callable[..., int]) -> Callable[..., int]:
    """The command with this signature, from which Typer reads its options."""
    command.__signature__ = signature  # type: ignore[attr-defined]  # a function may have one of its own
    command.__annotations__ = {name: one.annotation for name, one in signature.parameters.items()}
    return command


def option_name(item: Item) -> str:
    """The name under which the value of an item's option is handed over."""
    return item.option.removeprefix("--").replace("-", "_") + "_"


def _items(kind: str) -> Iterator[Parameter]:
    for item in FORMS[kind]:
        field = field_of(kind, item)
        is_flag = field is not None and isinstance(field.type, Truth)
        is_many = field is not None and field.many
        type_: Any = bool if is_flag else list[str] | None if is_many else str
        option = Option(item.option, metavar=None if is_flag else _metavar(field), help=_help(field), autocompletion=_completing(field))
        yield _parameter(option_name(item), type_, option, default=False if is_flag else None if is_many else "")


def _shared() -> Iterator[Parameter]:
    for name, type_, option in _SHARED:
        yield _parameter(name, type_, option, default=False if type_ is bool else "" if type_ is str else None)


def _parameter(name: str, type_: Any, option: Any, default: object) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[type_, option])


def _help(field: AnyField | None) -> str:
    return field.meaning if field is not None else N_("The text below the fields.")


def _metavar(field: AnyField | None) -> str:
    if field is None:
        return N_("WORDS")
    kinds = kinds_of(field)
    if kinds:
        return _KINDS.get(tuple(kinds), N_("NAME"))
    return _METAVARS.get(type(field.type), N_("WORDS"))


def _completing(field: AnyField | None) -> Callable[[Call, str], Any] | None:
    """Completes the names of records, or the words of a list."""
    if field is None:
        return None
    if kinds := kinds_of(field):
        return completes(*kinds)
    if isinstance(field.type, Choice):
        labels = field.type.labels

        def complete(call: Call, incomplete: str) -> Any:
            return begun(call, incomplete, labels)

        return complete
    return None
