"""Where bytes come from and go: the work tree, its limits, atomic writing."""

from traite_cli.files.atomic import write
from traite_cli.files.source import Found, Source, Unreadable, WorkTree

__all__ = ["Found", "Source", "Unreadable", "WorkTree", "write"]
