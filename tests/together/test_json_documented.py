"""What a difference is called in JSON is said on the guide's page, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from traite_cli.language import translator
from traite_cli.saying.values import Saying
from traite_cli.together.differences import Difference
from traite_cli.together.plain import plain
from traite_cli.together.sentences import Teller

GUIDE = Path(__file__).parents[2] / "docs/guide"
FENCED = "::: contributors\nUn mot de trop.\n:::\n"


def keys(value: object) -> Iterator[str]:
    """Every key of a JSON value, but for those of a record's own values."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from keys(one) if name not in {"entry", "after", "before"} or (isinstance(one, dict) and "ref" in one) else ()
    elif isinstance(value, list):
        for one in value:
            yield from keys(one)


@pytest.mark.parametrize("page", ["fr/ce-qui-a-change.md", "en/what-changed.md"])
def test_every_key_is_on_the_page(differ: Callable[..., Difference], page: str) -> None:
    """A record merged, one changed in fields, entries and text, a passage opened and one closed."""
    meeting = "---\ntitle: {}\ndate: 2014-11-18\nparticipants: [{{person: alice, note: {}}}]\n---\n\n{}\n\n{}"
    before = {
        "people/alice.md": "---\nname: Alice\n---\n",
        "people/alicia.md": "---\nname: Alicia\n---\n",
        "meetings/m.md": meeting.format("Une", "un", "Le texte.", f"{FENCED}\nÀ garder.\n"),
    }
    after = {
        "people/alice.md": "---\nname: Alice\nformer_slugs: alicia\n---\n",
        "meetings/m.md": meeting.format(
            "Deux", "deux", "Le texte nouveau.", f"Un mot de trop.\n\n{FENCED.replace('Un mot de trop', 'À garder')}"
        ),
    }
    found = differ(before, after)
    teller = Teller(Saying(found.before, translator("fr")), Saying(found.after, translator("fr")))
    said: dict[str, Any] = plain(found, teller)
    assert {"into", "entry", "words", "opened_withheld"} <= set(keys(said))
    assert said["opened"]
    assert any(change.get("narrowed") for change in said["changes"])
    text = (GUIDE / page).read_text(encoding="utf-8")
    assert [name for name in set(keys(said)) if f"`{name}`" not in text] == []
