"""Where bytes come from and go: the work tree, its limits, atomic writing."""

from traite_cli.files.atomic import write
from traite_cli.files.source import UNREADABLE, Found, Source, Unreadable, WorkTree

__all__ = ["UNREADABLE", "Found", "Source", "Unreadable", "WorkTree", "write"]
