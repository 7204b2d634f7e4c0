"""Where bytes come from and go: the work tree, a git revision, their limits, atomic writing."""

from traite_cli.files.atomic import changed_meanwhile, replace, write
from traite_cli.files.changes import Changes, changes_since
from traite_cli.files.git import Git
from traite_cli.files.memory import Memory
from traite_cli.files.revision import Revision
from traite_cli.files.source import Found, Source, Unreadable, WorkTree

__all__ = [
    "Changes",
    "Found",
    "Git",
    "Memory",
    "Revision",
    "Source",
    "Unreadable",
    "WorkTree",
    "changed_meanwhile",
    "changes_since",
    "replace",
    "write",
]
