"""The filters of ``list`` as options: each in the section of its kind, its value kept where the command finds it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from typer.core import TyperOption

from traite_cli.cli import words
from traite_cli.cli.filter_table import KINDS, ROWS, Row
from traite_cli.cli.records import completes
from traite_cli.language import N_

if TYPE_CHECKING:
    from typer import CallbackParam, Context
    from typer._click.core import Context as AnyContext

    from traite_cli.cli.call import Call
    from traite_cli.language import Translator

_KEY = "traite.filter."
_METAVARS = {"words": N_("WORDS"), "date": N_("DATE"), "span": N_("DURATION"), "state": N_("STATE"), "sort": N_("SORT")}
_NAMES = {
    "topics": N_("TOPIC"),
    "people": N_("WHO"),
    "organisations": N_("WHO"),
    "meetings": N_("MEETING"),
    "documents": N_("DOCUMENT"),
    "commitments": N_("COMMITMENT"),
}


def filter_options(t: Translator) -> list[TyperOption]:
    """Make the options, those of all kinds first, then those of several, then those of each."""
    return [_option(one, t) for one in sorted(ROWS, key=_section_number)]


class _Filter(TyperOption):
    """An option that may be given several times: one or the other is wanted."""

    def value_from_envvar(self, ctx: AnyContext) -> tuple[str, ...] | None:
        """Give what the environment says as one value: it is no list of words."""
        value = self.resolve_envvar_value(ctx)
        return None if value is None else (value,)


def filters_given(call: Call) -> Mapping[str, bool | tuple[str, ...]]:
    """What the filters of a call were given."""
    given = {name.removeprefix(_KEY): value for name, value in call.meta.items() if name.startswith(_KEY)}
    return {one.name: given[one.name] for one in ROWS if one.name in given}


def _section_number(one: Row) -> int:
    return {len(KINDS): -2}.get(len(one.kinds), -1) if len(one.kinds) > 1 else KINDS.index(one.kinds[0])


def _option(one: Row, t: Translator) -> TyperOption:
    meaning = t(one.meaning)
    if 1 < len(one.kinds) < len(KINDS):
        meaning = t(N_("{meaning} ({kinds})"), meaning=meaning.rstrip("."), kinds=", ".join(t(kind) for kind in one.kinds))
    is_flag = one.takes == "flag"
    return (TyperOption if is_flag else _Filter)(
        param_decls=[one.option],
        is_flag=True if is_flag else None,
        multiple=not is_flag,
        metavar=None if is_flag else _METAVARS.get(one.takes) or _NAMES[one.records[0]],
        help=f"{meaning.rstrip('.')}.",
        rich_help_panel=_section(one, t),
        expose_value=False,
        callback=_keep,
        autocompletion=_completion(one),
    )


def _section(one: Row, t: Translator) -> str:
    if len(one.kinds) == 1:
        return t(N_("Filters for {kind}:"), kind=t(one.kinds[0]))
    return t(N_("Filters for all kinds:")) if len(one.kinds) == len(KINDS) else t(N_("Filters for several kinds:"))


def _keep(context: Context, parameter: CallbackParam, value: Any) -> Any:
    """Leave a value that was given where the command finds it."""
    if value:
        context.meta[_KEY + (parameter.name or "")] = tuple(value) if isinstance(value, (list, tuple)) else value
    return value


def _completion(one: Row) -> Callable[[Any, list[str], str], Any] | None:
    offers: Callable[[Any, str], Any]
    match one.takes:
        case "record":
            offers = completes(*one.records)
        case "state":
            offers = words.states
        case "sort":
            offers = words.sorts
        case _:
            return None
    return lambda context, _words, incomplete: offers(context, incomplete)
