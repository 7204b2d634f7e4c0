"""Names that last: what a record is called for other programs, whatever its file has been called since."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from traite_cli.kinds import Record
from traite_cli.repository import Configuration, slug_of


def identity(configuration: Configuration, record: Record, of: str = "") -> str:
    """A UUID (version 5) of the first name that a record had; ``of`` tells several things about one record apart."""
    first = record.former_slugs[0] if record.former_slugs else record.slug
    collective = configuration.organisation or slug_of(configuration.name)
    return str(uuid5(NAMESPACE_URL, f"traite:{collective}/{record.KIND}/{first}{of and f'#{of}'}"))
