"""What changes records: an edit touches the stretch that it is about, and leaves each other byte alone."""

from traite_cli.writing.changes import Change, Written, taken_back, write_changes, write_together
from traite_cli.writing.difference import difference
from traite_cli.writing.entering import Entered, with_answer, with_follow_up
from traite_cli.writing.fixing import Fix, Fixes, fixes, with_changes
from traite_cli.writing.renaming import Renamed, renamed

__all__ = [
    "Change",
    "Entered",
    "Fix",
    "Fixes",
    "Renamed",
    "Written",
    "difference",
    "fixes",
    "renamed",
    "taken_back",
    "with_answer",
    "with_changes",
    "with_follow_up",
    "write_changes",
    "write_together",
]
