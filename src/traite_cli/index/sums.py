"""Sums of content: by modules of Python's own where it has them, as its ``random`` does.

``hashlib`` would load OpenSSL, which takes as long as to open the database.
"""

try:
    from _blake2 import blake2b
    from _sha1 import sha1  # type: ignore[import-not-found]  # one of Python's own that mypy does not know
except ImportError:
    from hashlib import blake2b, sha1

__all__ = ["blake2b", "sha1"]
