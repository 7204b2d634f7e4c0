"""What changes records: an edit touches the stretch that it is about, and leaves each other byte alone."""

from traite_cli.writing.changes import Change, Told, Written, write_changes, write_together
from traite_cli.writing.difference import difference
from traite_cli.writing.entering import Entered, with_answer, with_follow_up
from traite_cli.writing.fixing import Fix, Fixes, fixes, with_changes
from traite_cli.writing.merging import Merged, merged
from traite_cli.writing.renaming import Renamed, renamed
from traite_cli.writing.undoing import WayBack, go_back, taken_back, way_back
from traite_cli.writing.unfinished import Unfinished, bring_to_an_end, is_left

__all__ = [
    "Change",
    "Entered",
    "Fix",
    "Fixes",
    "Merged",
    "Renamed",
    "Told",
    "Unfinished",
    "WayBack",
    "Written",
    "bring_to_an_end",
    "difference",
    "fixes",
    "go_back",
    "is_left",
    "merged",
    "renamed",
    "taken_back",
    "way_back",
    "with_answer",
    "with_changes",
    "with_follow_up",
    "write_changes",
    "write_together",
]
