"""The circles that ``--audience`` takes, as records write them or as people call them, told and completed in the call's language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from typer import Option
from typer._click.types import ParamType  # Typer has no public name for what it makes of a Literal

from traite_cli.cli.call import Call  # Typer looks at the signature of what completes
from traite_cli.cli.words import begun
from traite_cli.language import N_

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter


class Circle(ParamType):
    """A circle: « membres », ``members``."""

    name = "circle"

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> str:
        """The circle that a word means, as records write it. Raises ``UsageError`` with those there are."""
        from traite_cli.kinds import AUDIENCE_WORDS
        from traite_cli.saying.vocabulary import word_given

        # No word is no circle: it must not open what is closed.
        return word_given("--audience", str(value), AUDIENCE_WORDS) or self.fail(str(value), param, ctx)


def circles(call: Call, incomplete: str) -> Iterator[tuple[str, str]]:
    """The circles that begin so."""
    from traite_cli.kinds import AUDIENCE_WORDS

    yield from begun(call, incomplete, AUDIENCE_WORDS)


def circle_option(meaning: str) -> Any:  # what Typer makes an option of
    """The option ``--audience``."""
    return Option(click_type=Circle(), metavar=N_("public|members|contributors"), help=meaning, autocompletion=circles)
