"""The tables of a repository, ready to be asked."""

from __future__ import annotations

import sqlite3
from datetime import date

from traite_cli.index import tables
from traite_cli.repository import Repository

Tables = sqlite3.Connection
"""Filled tables, turned to a day."""


def opened(repository: Repository, day: date) -> Tables:
    """Tables in memory, filled from a repository and turned to a day."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    tables.create(connection)
    connection.execute("BEGIN")
    tables.fill(connection, repository)
    tables.look_at(connection, day)
    connection.execute("COMMIT")
    return connection
