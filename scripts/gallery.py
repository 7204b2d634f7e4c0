"""Makes the gallery of all messages of `traite validate`, to be read like prose: `python scripts/gallery.py`.

The pages are `docs/gallery.fr.md` and `docs/gallery.en.md`. The faulty files are those of the tests, in `tests/checks/faulty/`; what is
told of them is told by the code. The scores are given by hand, in `docs/gallery-scores.toml`, to a message in both languages at once, by
the rubric at the head of the page. The same code gives the same bytes.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from traite_cli.checks.catalogue import Listed, catalogue
from traite_cli.checks.explaining import families
from traite_cli.checks.running import faults_of, told
from traite_cli.diagnostics import reporters
from traite_cli.language import LANGUAGES, Language, Translator, translator
from traite_cli.repository import load, read_configuration

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SCORES = DOCS / "gallery-scores.toml"

sys.path.append(str(ROOT / "tests" / "checks"))
from faulty import DAY, FAULTY, Faulty, Shelf  # noqa: E402  # the tests are no package that is installed

POINTS = 6
LEAST = 10
"""What a message must have of 12 to be told to anybody, none of its points being 0."""

_NOTE = "<!-- Made by scripts/gallery.py from tests/checks/faulty/ and docs/gallery-scores.toml: change it there. -->\n"
_ABOUT: Mapping[Language, str] = {
    "en": """\
# The gallery of messages

Everything that `traite validate` can say, as it says it, to be read from top to bottom like prose.
Each message has a score of six points, 0 to 2 each, for both languages at once.
With less than 10, or with a 0, a message is told to nobody.

1. **Where**: the very line, and the mark under the right characters.
2. **What**: what was found and what was expected; the first line can be understood alone.
3. **Why**: the rule, or the other place that makes this one wrong.
4. **To do**: one step that can be carried out as it stands.
5. **Voice**: calm, without reproach, in the words of the guide.
6. **Company**: each fault once, and none that another one brings along.
""",
    "fr": """\
# La galerie des messages

Tout ce que peut dire `traite validate`, tel qu’il le dit, à lire d’un bout à l’autre comme un texte.
Chaque message a une note de six points, de 0 à 2 chacun, pour les deux langues à la fois.
À moins de 10, ou avec un 0, un message n’est dit à personne.

1. **Où** : la ligne même, et le repère sous les bons caractères.
2. **Quoi** : ce qui a été trouvé et ce qui était attendu ; la première ligne se comprend seule.
3. **Pourquoi** : la règle, ou l’autre endroit qui rend celui-ci fautif.
4. **Que faire** : un seul pas, à suivre tel quel.
5. **Ton** : calme, sans reproche, avec les mots du guide.
6. **Compagnie** : chaque faute une fois, et aucune qu’une autre entraîne.
""",
}


def scores() -> dict[str, list[int]]:
    """The six points of every message, under its code and variant."""
    return tomllib.loads(SCORES.read_text(encoding="utf-8"))


def key(listed: Listed, variant: str) -> str:
    """What a message is scored under: « TR310/people+near », or the code alone."""
    return f"{listed.check.code}/{variant}" if variant else listed.check.code


def variants() -> Iterator[tuple[Listed, str, list[Faulty]]]:
    """Every message in the order of the codes, with the files that have it told."""
    for name, listed in catalogue().items():
        shown = [one for one in FAULTY if one.check == name]
        for variant in dict.fromkeys(one.variant for one in shown):
            yield listed, variant, [one for one in shown if one.variant == variant]


def page(language: Language) -> str:
    """The gallery in one language."""
    t, given = translator(language), scores()
    parts = [_NOTE, _ABOUT[language]]
    shown: dict[str, list[tuple[str, list[Faulty]]]] = {}
    for listed, variant, files in variants():
        shown.setdefault(listed.name, []).append((variant, files))
    for title, family in families(catalogue().values()):
        parts.append(f"## {t(title)}\n")
        for listed in family:
            parts.append(f"### {listed.check.code} {listed.name}\n")
            parts += [_message(listed, variant, files, given, t) for variant, files in shown.get(listed.name, [])]
    return "\n".join(parts).rstrip("\n") + "\n"


def _message(listed: Listed, variant: str, files: list[Faulty], given: Mapping[str, list[int]], t: Translator) -> str:
    name = key(listed, variant)
    points = given.get(name, [0] * POINTS)
    said = "\n".join(dict.fromkeys(_said(one, t) for one in files))
    fence = "````" if "```" in said else "```"
    return f"`{name}` {' + '.join(map(str, points))} = {sum(points)}\n\n{fence}text\n{said}{fence}\n"


def _said(one: Faulty, t: Translator) -> str:
    """What ``traite validate`` says of the fault that these files are here for."""
    source = Shelf(one)
    faults = faults_of(load(source, read_configuration(source)), DAY)
    shown = [fault for fault in faults if (fault.check, fault.variant) == (one.check, one.variant)]
    return "".join(reporters.load("text")(told(shown, t), t))


def pages() -> dict[str, str]:
    """Both pages by their file's name."""
    return {f"gallery.{language}.md": page(language) for language in LANGUAGES}


def main() -> int:
    """Write both pages, and say which changed."""
    for name, text in pages().items():
        path = DOCS / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
