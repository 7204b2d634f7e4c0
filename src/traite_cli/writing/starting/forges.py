"""The jobs and hooks of ``ci/``, as one collective has them: in its language, with the address of its traite."""

from __future__ import annotations

from traite_cli.files.packaged import folder_with
from traite_cli.language import LANGUAGES, Language
from traite_cli.writing.starting.origin import EXAMPLE, Origin

_FOLDER = "ci"
PLACES = {
    "github/validate.yml": ".github/workflows/validate.yml",
    "github/comment.yml": ".github/workflows/comment.yml",
    "gitlab/.gitlab-ci.yml": ".gitlab-ci.yml",
    "forgejo/validate.yml": ".forgejo/workflows/validate.yml",
    "forgejo/comment.yml": ".forgejo/workflows/comment.yml",
    "pre-commit/.pre-commit-config.yaml": ".pre-commit-config.yaml",
}
"""Where each file of ``ci/`` goes."""


def jobs(language: Language, origin: Origin, version: str) -> dict[str, bytes]:
    """The files by their place in the collective's repository."""
    folder = folder_with(_FOLDER) / _FOLDER
    return {
        place: _installing(in_language((folder / name).read_text(encoding="utf-8"), language), origin, version).encode()
        for name, place in PLACES.items()
    }


def in_language(text: str, language: Language) -> str:
    """The text without the remarks in the other language: they stand line by line, French and English in turn."""
    kept: list[str] = []
    number = 0
    for line in text.splitlines(keepends=True):
        remark = line.strip()
        if not remark.startswith("#"):
            number = 0
        elif remark != "#":
            number += 1
            if LANGUAGES[(number - 1) % len(LANGUAGES)] != language:
                continue
        kept.append(line)
    return "".join(kept).replace("TRAITE_LANG: fr", f"TRAITE_LANG: {language}")


def _installing(text: str, origin: Origin, version: str) -> str:
    text = text.replace(EXAMPLE, origin.address)
    return text.replace(f"@v{version}", f"@{origin.revision}").replace(f"rev: v{version}", f"rev: {origin.revision}")
