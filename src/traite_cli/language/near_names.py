"""Names that are one slip of the finger away from known ones; what compares them is loaded when it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from traite_cli.language.spelling import Near, Spelling


def nearly_known(spellings: Iterable[Spelling]) -> Callable[[str, int], Iterator[Near]]:
    """What finds, in a text from a place on, the names that are one slip of the finger away from a spelling."""
    from traite_cli.language.slips import NearNames

    return NearNames(spellings).near


def may_be_names(text: str, start: int) -> set[str]:
    """The folded words of a text from a place on that are looked for among names."""
    from traite_cli.language.slips import names_in

    return names_in(text, start)


def one_slip_apart(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of names in a list, two by two, that one slip of the finger makes of each other."""
    from traite_cli.language.slips import pairs_one_slip_apart

    yield from pairs_one_slip_apart(names)
