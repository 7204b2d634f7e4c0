"""Fonts for what Typst's own lack: pictographs, and the scripts in which people's names are written elsewhere.

They come with the extra ``pdf`` (Noto, under the SIL Open Font License); where the package is missing, there are none.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = "manimgx_fonts"


def spare_fonts() -> Mapping[str, bytes]:
    """Each font's bytes by a file name of its own."""
    found = find_spec(_PACKAGE)
    folders = [] if found is None else [Path(one) for one in found.submodule_search_locations or ()]
    return {f"spare/{path.name}": path.read_bytes() for folder in folders for path in sorted(folder.glob("*.ttf"))}
