"""Time zones by their names (« Europe/Paris »)."""

from __future__ import annotations

from datetime import tzinfo


def zone_named(name: str) -> tzinfo | None:
    """A time zone; None, the machine's own, where it has no data of time zones: near enough for a day."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None
