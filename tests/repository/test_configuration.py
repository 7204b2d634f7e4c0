"""``traite.toml``: a name is enough; every fault is told on its line, in the guide's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import MakeRepository
from traite_cli.errors import ConfigurationError
from traite_cli.files import UNREADABLE
from traite_cli.repository import Configuration, Ignored, Rendering


def read(make_repository: MakeRepository, toml: str | bytes) -> Configuration:
    workspace = make_repository({})
    (Path(workspace.root) / "traite.toml").write_bytes(toml if isinstance(toml, bytes) else toml.encode())
    return workspace.configuration


def test_a_name_is_enough(make_repository: MakeRepository) -> None:
    """All else has its default."""
    assert read(make_repository, 'name = "C"\n') == Configuration("C")
    assert Configuration("C") == Configuration("C", "", "fr", "Europe/Paris", "members", (), Rendering((), ("md",), gaps=False), ())


def test_everything_may_be_said(make_repository: MakeRepository) -> None:
    """Each key of the record format, single texts for lists too, also as Windows saves it."""
    toml = (
        'format = 1\nname = "C"\norganisation = "collectif"\nlanguage = "en"\ntimezone = "America/Cayenne"\naudience = "public"\nletterhead = "www.c.fr"\n'
        '[render]\nparts = ["commitments"]\nformats = ["md", "pdf"]\ngaps = true\ntemplate = "autre"\n[[validate.ignore]]\ncodes = "TR412"\npath = "records/people/*"\nreason = "ancien"\n'
    )
    for written in (toml.encode(), b"\xef\xbb\xbf" + toml.replace("\n", "\r\n").encode()):
        found = read(make_repository, written)
        assert (found.organisation, found.language, found.timezone, found.audience, found.letterhead) == (
            "collectif",
            "en",
            "America/Cayenne",
            "public",
            ("www.c.fr",),
        )
        assert found.render == Rendering(("commitments",), ("md", "pdf"), gaps=True, template="autre", template_place="traite.toml:12:1")
        assert found.ignored == (Ignored(("TR412",), "records/people/*", "ancien", "traite.toml:14:1"),)


@pytest.mark.parametrize(
    ("toml", "line", "key"),
    [
        ("", 1, None),
        ("# rien\n", 1, None),
        ("name = 3\n", 1, "name"),
        ('name = ""\n', 1, "name"),
        ('name = "a\\nb"\n', 1, "name"),
        ('name = "C"\nlangage = "fr"\n', 2, "langage"),
        ('name = "C"\n"letter head" = "fr"\n', 2, "letter head"),
        ('name = "C"\nlanguage = "de"\n', 2, "language"),
        ('name = "C"\nformat = 2\n', 2, "format"),
        ('name = "C"\nformat = true\n', 2, "format"),
        ('name = "C"\naudience = "membres"\n', 2, "audience"),
        ('name = "C"\norganisation = "Le Collectif"\n', 2, "organisation"),
        ('name = "C"\ntimezone = "Europe/Pariss"\n', 2, "timezone"),
        ('name = "C"\ntimezone = "../../etc/passwd"\n', 2, "timezone"),
        ('name = "C"\nletterhead = [\n  "a",\n  3,\n]\n', 2, "letterhead"),
        ('name = "C"\n\nrender = 3\n', 3, "render"),
        ('name = "C"\n[render]\nname = "x"\n', 3, "name"),
        ('name = "C"\n[render]\nformats = ["md", "doc"]\n', 3, "formats"),
        ('name = "C"\n[render]\ngaps = "oui"\n', 3, "gaps"),
        ('name = "C"\n[render]\ntemplate = "../x"\n', 3, "template"),
        ('name = "C"\nrender = {audience = "x"}\naudience = "public"\n', 2, "audience"),
        ('name = "C"\nrender.gap = true\n', 2, "gap"),
        ('name = "C"\n[validate]\nignore = "TR412"\n', 3, "ignore"),
        ('name = "C"\n[validate]\nignore = [3]\n', 3, "ignore"),
        ('name = "C"\n[[validate.ignore]]\ncodes = "TR101"\nreason = "a"\n[[validate.ignore]]\ncodes = 3\n', 6, "codes"),
        ('name = "C"\n[[validate.ignore]]\ncodes = "TR101"\n', 2, "ignore"),
        ('name = "C"\n[[validate.ignore]]\nreason = "a"\n', 2, "ignore"),
        ('name = "C"\n[[validate.ignore]]\ncodes = "TR101"\nreason = "a"\nfichier = "b"\n', 5, "fichier"),
        ('name = "C\n', 1, None),
        ('name = "C"\nname = "D"\n', 2, None),
        ('name = "C"\r\nlanguage = fr\r\n', 2, None),
        ("name = Collectif\n", 1, None),
        ('name = "C"\nformat = ' + "9" * 5000, 2, None),
        ('name = "C"\n# \xe9t\xe9\n'.encode("latin-1"), 2, None),
        ('name = "C"\nx = 2015-02-30\n', 2, None),
    ],
)
def test_a_fault_is_told_on_its_line(make_repository: MakeRepository, toml: str | bytes, line: int, key: str | None) -> None:
    """The place is that of the key at fault, in its own table; the sentence can be worded from its facts."""
    with pytest.raises(ConfigurationError) as refused:
        read(make_repository, toml)
    error = refused.value
    assert (error.place.split(":")[:2], error.facts.get("key")) == (["traite.toml", str(line)], key)
    assert error.exit_code == 2
    assert str(error)
    assert error.hint.format(**error.facts) == error.hint.format(**error.facts)


@pytest.mark.parametrize(
    ("toml", "near"),
    [('name = "C"\nlangage = "fr"\n', "language"), ('name = "C"\n[render]\nformat = "md"\n', "formats"), ('name = "C"\nxyz = 1\n', "")],
)
def test_an_unknown_key_has_the_nearest_one(make_repository: MakeRepository, toml: str, near: str) -> None:
    """Or all that are known, when it is near none."""
    with pytest.raises(ConfigurationError) as refused:
        read(make_repository, toml)
    assert refused.value.facts["near"] == near
    assert ("{near}" in refused.value.hint) == bool(near)


@pytest.mark.parametrize(
    "toml",
    ["x = " + "[" * 100_000, "x" * (1 << 19), "a." * 50_000 + "a = 1", b"\x00" * 100, "x = " + "{a = " * 20_000],
    ids=["brackets", "letters", "dots", "zeros", "braces"],
)
def test_a_hostile_file_is_refused(make_repository: MakeRepository, toml: str | bytes) -> None:
    """Too deep, too long, no text: an error in words."""
    with pytest.raises(ConfigurationError):
        read(make_repository, toml)


def test_a_link_is_not_read(make_repository: MakeRepository, tmp_path: Path) -> None:
    """`traite.toml` may not lead elsewhere either."""
    workspace = make_repository({})
    (tmp_path / "other.toml").write_text('name = "D"\n', encoding="utf-8")
    (workspace.root / "traite.toml").unlink()
    try:
        (workspace.root / "traite.toml").symlink_to(tmp_path / "other.toml")
    except OSError:
        pytest.skip("not everybody may make links on this system")
    with pytest.raises(ConfigurationError) as refused:
        _ = workspace.configuration
    assert refused.value.message == UNREADABLE["link"]


def test_where_no_time_zone_is_known_one_is_believed(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows brings none along: the configuration of others must be readable there all the same."""
    import zoneinfo

    def unknown(key: str) -> None:
        raise zoneinfo.ZoneInfoNotFoundError(key)

    monkeypatch.setattr(zoneinfo, "ZoneInfo", unknown)
    monkeypatch.setattr(zoneinfo, "available_timezones", set)
    assert read(make_repository, 'name = "C"\ntimezone = "Europe/Paris"\n').timezone == "Europe/Paris"


@pytest.mark.parametrize(
    ("toml", "place", "near"),
    [
        ('name = "C"\n[render]\n  parts = ["comitments"]\n', "3:3", "commitments"),
        ('name = "C"\n[render]\nparts = "engagements"\n', "3:1", "commitments"),
        ('name = "C"\n[render]\nparts = "annexes"\n', "3:1", ""),
        ('name = "C"\n[render]\nformats = ["md", "docxx"]\n', "3:1", "docx"),
        ('name = "C"\naudience = "membres"\n', "2:1", "members"),
    ],
)
def test_a_word_that_means_nothing_is_told_with_the_nearest(make_repository: MakeRepository, toml: str, place: str, near: str) -> None:
    """Parts, formats and circles are those there are; French words for them are understood."""
    with pytest.raises(ConfigurationError) as refused:
        read(make_repository, toml)
    assert (refused.value.place, refused.value.facts["near"]) == (f"traite.toml:{place}", near)


@pytest.mark.parametrize(
    ("line", "place", "told"),
    [
        ('nom "C"', "1:5", "equals sign"), ("name =", "1:7", "none"), ('name = "C', "1:10", "never closed"), ('name = "C" "D"', "1:12", "behind the value"),
        ('name = ["C"', "1:12", "list"), ('name = "C"\nname = "D"', "2:11", "second time"), ("= 3", "1:1", "begin"), ('name = "C\\d"', "1:12", "backslash"),
        ("[a]\n[a]", "2:3", "second time"), ("x = {a = 1", "1:11", "table"), ("name = C", "1:8", "none"),
    ],
)  # fmt: skip
def test_what_is_no_toml_is_told_in_words_of_ours(make_repository: MakeRepository, line: str, place: str, told: str) -> None:
    """The parser's are English; ours are in the catalogue, with something to do."""
    with pytest.raises(ConfigurationError) as refused:
        read(make_repository, line)
    error = refused.value
    # At the end of the file some parsers give no column.
    assert f"traite.toml:{place}:".startswith(f"{error.place}:")
    assert told in error.message
    assert error.hint
    assert not error.facts
