"""What few commands need of a room is loaded when it is first asked for: a package's own ``__getattr__`` (PEP 562)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def later(package: str, modules: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """Looks names up in the modules of a package that hold them."""
    homes = {name: module for module, names in modules.items() for name in names}

    def get(name: str) -> object:
        if name not in homes:
            msg = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(msg)
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return get
