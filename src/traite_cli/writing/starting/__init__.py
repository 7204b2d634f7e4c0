"""A repository for another collective: its first files, and what a later traite brings to them."""

from traite_cli.writing.starting.asking import Given, asked, given, settled
from traite_cli.writing.starting.collective import Collective
from traite_cli.writing.starting.examples import Examples, examples_of
from traite_cli.writing.starting.founding import found, in_the_way, made_for, with_pristine
from traite_cli.writing.starting.origin import Origin, origin_of
from traite_cli.writing.starting.pristine import PLACE, Pristine, read_pristine
from traite_cli.writing.starting.updating import Outcome, Update, update_of

__all__ = [
    "PLACE",
    "Collective",
    "Examples",
    "Given",
    "Origin",
    "Outcome",
    "Pristine",
    "Update",
    "asked",
    "examples_of",
    "found",
    "given",
    "in_the_way",
    "made_for",
    "origin_of",
    "read_pristine",
    "settled",
    "update_of",
    "with_pristine",
]
