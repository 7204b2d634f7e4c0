"""The codes that ``traite.toml`` ignores are codes of checks there are: one that is not would silence nothing."""

from __future__ import annotations

from collections.abc import Iterable

from traite_cli.checks.catalogue import catalogue
from traite_cli.errors import ConfigurationError
from traite_cli.language import N_, nearest
from traite_cli.repository import Ignored


def known_codes(ignored: Iterable[Ignored]) -> None:
    """Look the codes over. Raises ``ConfigurationError`` for one that no check has, with the nearest."""
    codes = [listed.check.code for listed in catalogue().values()]
    for entry in ignored:
        for code in entry.codes:
            if code not in codes:
                near = "".join(nearest(code, codes, most=1))
                hint = N_("perhaps: {near}") if near else N_("a code is written as validate tells it: {example}")
                error = ConfigurationError(N_("no fault has the code “{code}”"), hint=hint, code=code, near=near, example=codes[0])
                error.place = entry.place
                raise error
