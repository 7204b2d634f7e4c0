"""What a field is called by its place in a record: « Suivi, réunion » for ``follow_ups.meeting``."""

from __future__ import annotations

from traite_cli.kinds import Block, Struct
from traite_cli.language import Translator


def field_called(t: Translator, block: type[Block], path: str) -> str:
    """The labels of a field and of those that it stands in, with commas: a label may end with « de »; the path where nothing has one."""
    said: list[str] = []
    for name in path.split("."):
        # That an attendance names a person goes without saying.
        if name in block.FIELDS and not (said and name in block.SUBJECT):
            declared = block.FIELDS[name]
            label = t(declared.label)
            said.append(label.lower() if said else label)
            block = declared.type.block if isinstance(declared.type, Struct) else block
    return ", ".join(said) or path
