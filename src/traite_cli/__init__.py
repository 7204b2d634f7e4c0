"""traite keeps what institutions promise a coalition, and makes its working document from it."""

__version__ = "0.1.0"
