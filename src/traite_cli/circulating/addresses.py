"""Which addresses of pictures stay: those of the collective's own files."""

from __future__ import annotations

from urllib.parse import unquote


def attachment(source: str) -> str:
    """The path that a picture's address names if it lies under ``attachments/``, else nothing."""
    path = unquote(source)
    parts = path.split("/")
    fit = parts[0] == "attachments" and len(parts) > 1 and not {"", ".", ".."} & set(parts) and not set(path) & set("\\:?#\0")
    return path if fit else ""
