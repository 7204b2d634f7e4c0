"""Where this traite was installed from, so that a forge installs the same: pip writes it down (PEP 610)."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

EXAMPLE = "https://example.org/traite.git"
"""Stands where nobody can know the address: a person puts theirs."""

# An address with a user's name or password in it is nothing to be written into a file that others read.
_ADDRESS = re.compile(r"https://[A-Za-z0-9.-]+(?::\d+)?(?:/[\w.~-]+)+")
_REVISION = re.compile(r"v\d[\w.]*|[0-9a-f]{40,64}")


class Origin(NamedTuple):
    """The address of traite's repository, and the tag or commit to be taken from it."""

    address: str
    revision: str

    @property
    def is_known(self) -> bool:
        return self.address != EXAMPLE


def origin_of(direct_url: str | None, version: str) -> Origin:
    """What the ``direct_url.json`` of an installation says; the example's address, with the tag of this version, where it says nothing."""
    try:
        found = json.loads(direct_url or "{}")
        address, installed = found["url"], found["vcs_info"]
        revision = next(one for key in ("requested_revision", "commit_id") if _REVISION.fullmatch(one := str(installed.get(key, ""))))
    except (ValueError, TypeError, KeyError, AttributeError, StopIteration):
        return Origin(EXAMPLE, f"v{version}")
    return Origin(address, revision) if isinstance(address, str) and _ADDRESS.fullmatch(address) else Origin(EXAMPLE, f"v{version}")
