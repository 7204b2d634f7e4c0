"""Fields as people call them: by their key, or by their label in either language; those of entries behind a dot."""

from __future__ import annotations

from collections.abc import Mapping

from traite_cli.errors import UsageError
from traite_cli.kinds import Block, meant_among, word_among
from traite_cli.language import N_


def field_named(holder: type[Block], text: str, before: str = "") -> str:
    """The dotted name of a field (« suivi.état »: ``follow_ups.status``). Raises ``UsageError``."""
    first, dot, rest = text.partition(".")
    labels = {name: field.label for name, field in holder.FIELDS.items() if name != "*"}
    name = word_among(labels, first)
    if not name:
        raise _unknown(text, before, labels, first)
    if not dot:
        return f"{before}{name}"
    entry = getattr(holder.FIELDS[name].type, "block", None)
    if entry is not None:
        return field_named(entry, rest, f"{before}{name}.")
    if name == "x":
        return f"x.{rest}"
    raise _unknown(rest, f"{before}{name}.", {}, rest)


def _unknown(text: str, before: str, labels: Mapping[str, str], name: str) -> UsageError:
    near = meant_among(labels, name)
    hint = N_("perhaps: {near}") if near else N_("its fields: {known}") if labels else ""
    known = ", ".join(before + one for one in labels)
    return UsageError(N_("this kind of record has no field {name}"), hint=hint, name=before + text, near=before + near, known=known)
