"""The process that renders a template where none can be forked: it is told on standard input, and answers on standard output."""

from __future__ import annotations

import sys

from traite_cli.circulating.sandbox import serve

if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
