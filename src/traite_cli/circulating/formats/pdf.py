"""A tagged pdf (PDF/UA-1), set by Typst with the collective's ``templates/document.typ``.

What the standard asks of the records is asked of them here in their own words: a picture has words that stand for it, and can be read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from traite_cli.circulating.pictures import Picture, found, with_pictures
from traite_cli.circulating.tree import parse, walk
from traite_cli.circulating.typeset import TEMPLATE, source
from traite_cli.converters import typst
from traite_cli.converters.spare_fonts import spare_fonts
from traite_cli.errors import ConfigurationError, Refused, TraiteError
from traite_cli.language import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traite_cli.circulating.manuscript import Manuscript
    from traite_cli.circulating.tree import Element

_IMAGE = re.compile(r'image\("([^"]+)"')


def write(manuscript: Manuscript) -> bytes:
    """The document as pdf, its date the date of all time stamps; ``Refused`` names the picture or the characters that stand in the way."""
    body = parse(manuscript.html)
    _all_described(body, manuscript.pictures)
    names: dict[str, Picture] = {}

    def placed(picture: Picture) -> str:
        name = f"pictures/{len(names) + 1}.{picture.kind}"
        names[name] = picture
        return name

    text = source(with_pictures(body, manuscript.pictures, placed), manuscript.properties)
    files = {TEMPLATE: manuscript.styles.typst.encode(), **{name: picture.content for name, picture in names.items()}}
    try:
        return _compiled(text, files, manuscript.properties.epoch, manuscript.styles.fonts)
    except Refused as refusal:
        raise _explained(refusal, text, names) from refusal


def _compiled(text: str, files: Mapping[str, bytes], epoch: int, fonts: Mapping[str, bytes]) -> bytes:
    """Set with the usual fonts, and only what these cannot write with the spare ones: an emoji does not slow every other document down."""
    try:
        return typst.compile(text, files, epoch=epoch, fonts=fonts)
    except Refused as refusal:
        spare = spare_fonts() if "characters" in refusal.facts else {}
        if not spare:
            raise
        return typst.compile(text, files, epoch=epoch, fonts={**spare, **fonts})


def _all_described(body: Element, pictures: Mapping[str, bytes]) -> None:
    for image in walk(body):
        if image.tag == "img" and not image.get("alt").strip() and (picture := found(image, pictures)):
            raise Refused(
                N_("the picture {path} has no words that stand for it"),
                hint=N_("write what it shows between the brackets: ![…]({path})"),
                path=picture.path,
            )


def _explained(refusal: Refused, text: str, names: Mapping[str, Picture]) -> TraiteError:
    """The refusal in the words of whoever can do something about it."""
    reason, line = str(refusal.facts.get("reason", "")), int(refusal.facts.get("line", 0))
    if "unresolved import" in reason:
        return ConfigurationError(N_("{file} must define manuscript, styled, data-table, picture and rule"), file=TEMPLATE)
    image = _IMAGE.search((text.split("\n")[line - 1 : line] or [""])[0])
    if image and image[1] in names:
        return Refused(N_("the picture {path} cannot be put into the pdf: {reason}"), path=names[image[1]].path, reason=reason)
    return refusal
