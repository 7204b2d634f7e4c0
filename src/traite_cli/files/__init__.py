"""Where bytes come from and go: the work tree, its limits, atomic writing."""

from traite_cli.files.atomic import changed_meanwhile, replace, write
from traite_cli.files.source import Found, Source, Unreadable, WorkTree

__all__ = ["Found", "Source", "Unreadable", "WorkTree", "changed_meanwhile", "replace", "write"]
