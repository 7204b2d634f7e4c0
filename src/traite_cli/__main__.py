"""``python -m traite_cli`` is ``traite``."""

from traite_cli.cli.main import run

run()
