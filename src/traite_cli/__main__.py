"""``python -m traite_cli`` is ``traite``."""

import sys

from traite_cli.cli.main import main

sys.exit(main())
