"""Documents of others become drafts of records: what they say of a meeting goes into its fields, and no word of theirs is lost."""

from traite_cli.writing.importing.imported import Imported, Wanted, imported
from traite_cli.writing.importing.into import put_into
from traite_cli.writing.importing.page import Mark
from traite_cli.writing.importing.source import MOST_BYTES

__all__ = ["MOST_BYTES", "Imported", "Mark", "Wanted", "imported", "put_into"]
