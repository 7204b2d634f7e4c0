"""Where bytes come from and go: the work tree, its limits, atomic writing.

What few commands need is in modules of its own, imported when it is needed: ``revision``, ``changes``, ``memory``, ``lock``, ``journal``.
"""

from traite_cli.files.atomic import Prepared, changed_meanwhile, prepared, replace, sweep, write
from traite_cli.files.source import UNREADABLE, Found, Source, Unreadable, WorkTree

__all__ = [
    "UNREADABLE",
    "Found",
    "Prepared",
    "Source",
    "Unreadable",
    "WorkTree",
    "changed_meanwhile",
    "prepared",
    "replace",
    "sweep",
    "write",
]
