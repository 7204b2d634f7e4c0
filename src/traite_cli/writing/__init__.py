"""What changes records: an edit touches the stretch that it is about, and leaves each other byte alone."""

from traite_cli.writing.changes import Change, Written, taken_back, write_changes
from traite_cli.writing.difference import difference
from traite_cli.writing.fixing import Fix, Fixes, fixes, with_changes

__all__ = ["Change", "Fix", "Fixes", "Written", "difference", "fixes", "taken_back", "with_changes", "write_changes"]
