"""What ``traite init`` is told and says when it makes a new repository."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.cli.pieces import Painted, Role
from traite_cli.errors import MachineError, Refused, UsageError
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.language import Language
    from traite_cli.writing.starting import Collective, Origin


class Place(NamedTuple):
    """A folder for a repository, and how it is called from where one is."""

    root: Path
    shown: Path

    @property
    def traite(self) -> str:
        """How a command about it begins."""
        shown = str(self.shown)
        return "traite" if shown == "." else f'traite -C "{shown}"' if " " in shown else f"traite -C {shown}"


def place_of(call: Call, folder: Path) -> Place:
    """The folder that somebody names. Raises ``UsageError`` where a file stands there."""
    shown = folder if call.settings.directory is None else call.settings.directory / folder
    if os.path.lexists(shown) and not shown.is_dir():
        raise UsageError(N_('"{folder}" is not a folder'), hint=N_("name a new one, or one that is there"), folder=str(shown))
    return Place(Path(os.path.abspath(shown)), shown)  # noqa: PTH100  # without « .. », and no link followed


def take_back_what_is_half_made(call: Call, place: Place) -> None:
    """Where this command was stopped while it wrote, it begins anew."""
    from traite_cli.cli.changing import ready_to_write
    from traite_cli.writing.unfinished import is_left

    if is_left(place.root):
        ready_to_write(call, place.root)


def refuse_what_is_there(place: Place) -> None:
    """Raise ``Refused`` where there is a repository already: nobody answers questions in vain."""
    if os.path.lexists(place.root / "traite.toml"):
        raise Refused(
            N_("{folder} is a collective’s repository already"),
            hint=N_("to bring it up to date: {traite} init --update"),
            folder=str(place.root if str(place.shown) == "." else place.shown),
            traite=place.traite,
        )


def origin() -> Origin:
    """Where this traite was installed from."""
    from importlib.metadata import PackageNotFoundError, distribution

    from traite_cli import __version__
    from traite_cli.writing.starting import origin_of

    try:
        return origin_of(distribution("traite").read_text("direct_url.json"), __version__)
    except PackageNotFoundError:
        return origin_of(None, __version__)


def collective_of(
    call: Call, name: str, letterhead: Sequence[str], language: Language | None, timezone: str, *, ask: bool | None
) -> Collective:
    """The collective that the options describe; a person at a terminal is asked what they leave open, or whoever says ``ask``.

    Raises ``UsageError``.
    """
    from zoneinfo import available_timezones

    from traite_cli.cli.prompts import asker_of
    from traite_cli.cli.prompts.presence import is_somebody_there
    from traite_cli.writing.starting import Given, asked, given, settled

    zones = available_timezones()
    said = given(Given(name, tuple(letterhead), language, timezone), zones)
    return asked(asker_of(call), call.t, zones, said) if (is_somebody_there() if ask is None else ask) else settled(said, call.t.language)


def make(call: Call, place: Place, collective: Collective, *, dry_run: bool) -> int:
    """Write a new repository, unless something is in the way."""
    from traite_cli import __version__
    from traite_cli.writing.starting import found, in_the_way, made_for, with_pristine

    where = origin()
    files = with_pristine(made_for(collective, where, __version__), collective, __version__)
    blocked = in_the_way(place.root, files)
    if blocked:
        for path in blocked:
            call.console.complain("  ", Painted(str(place.shown / path), Role.PLACE))
        raise Refused(
            N_("nothing was written: what is named above stands there already"),
            hint=N_("move it elsewhere, run the command again, then put back what you want of it"),
        )
    if not dry_run:
        found(place.root, files)
    for path in _at_the_top(files):
        call.console.data(f"{place.shown / path}{'/' * path.endswith('/')}")
    if dry_run:
        call.console.say(call.t(N_("Only tried: nothing was written.")))
        return 0
    _become_a_git_repository(call, place.root)
    _say_what_next(call, place, where)
    return 0


def _at_the_top(files: Iterable[str]) -> list[str]:
    """What stands at the top of the repository: files, and folders with a / behind them."""
    return sorted({f"{first}{slash}" for first, slash, _ in (path.partition("/") for path in files)})


def _become_a_git_repository(call: Call, root: Path) -> None:
    """Have git keep it where it lies in no git repository; that git is missing, or will not, keeps nobody from using it."""
    from traite_cli.files.driver import install
    from traite_cli.files.git import Git, Unanswered

    git = Git(root)
    try:
        _ = git.prefix
    except Refused:
        try:
            git.ask("init", "--quiet")
            # A fresh one, for Git keeps what it found. Its .gitattributes says that records merge field by field: this says how.
            install(Git(root))
        except (Unanswered, MachineError):
            call.console.say(call.t(N_("git would not begin here; by hand: git init")))
    except MachineError:
        call.console.say(call.t(N_("Nothing keeps the history yet: git is not installed (https://git-scm.com).")))


def _say_what_next(call: Call, place: Place, where: Origin) -> None:
    say, t = call.console.say, call.t
    say(t(N_("The repository is made, with an example of each kind of record.")))
    say(t(N_("To look at it: {traite} validate, then {traite} render"), traite=place.traite))
    say(t(N_("To take the examples away: {traite} init --remove-examples"), traite=place.traite))
    if not where.is_known:
        say(t(N_("In the files for the forges, one line is yours to adapt: it says where traite comes from.")))
    say(t(N_("To go back: {traite} undo"), traite=place.traite))
