"""``--from``: records out of a YAML or JSON file, or of what another program writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.cli.new_filled import bytes_of, refuse_double, sitting_of
from traite_cli.cli.new_options import Given
from traite_cli.cli.new_written import deliver, refuse
from traite_cli.errors import UsageError
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.workspace import Workspace


def made_from(call: Call, workspace: Workspace, kind: str, options: Given) -> int:
    """Make the records of a file; all of them, or none."""
    from traite_cli.writing.given import given

    path = options["from_"]
    records, faults = given(path, bytes_of("--from", path), kind)
    if faults:
        return refuse(call, faults)
    if not records:
        raise UsageError(N_("--from: there is no record in {path}"), path=path)
    sitting = sitting_of(call, workspace, None)
    for one in records:
        slug = one.slug or (options["slug"] if len(records) == 1 else "")
        if not slug:
            refuse_double(workspace.repository, one.kind, one.values)
        sitting.make(one.kind, one.values, one.body, slug)
    return deliver(call, workspace, sitting.made, dry_run=options["dry_run"])
