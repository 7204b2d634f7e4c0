"""What documents look like: the templates and style references of a repository's ``templates/``, traite's own where it has none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from traite_cli.circulating.template_job import Job
from traite_cli.errors import ConfigurationError
from traite_cli.files import UNREADABLE, Source, Unreadable, WorkTree
from traite_cli.files.packaged import folder_with
from traite_cli.language import N_, nearest

if TYPE_CHECKING:
    from traite_cli.circulating.manuscript import Styles

FOLDER = "templates"
ENDING = ".j2"
FONTS = "fonts/"
_MOST_TEXT = 1 << 18
_MOST_REFERENCE = 1 << 24


class Looks:
    """Reads ``templates/`` of a source when it is asked for something, each file once."""

    def __init__(self, source: Source) -> None:
        self._own = source
        self._built_in = WorkTree(folder_with(FOLDER))

    @cached_property
    def _files(self) -> Mapping[str, Source]:
        """Where each file of ``templates/`` is read from; the repository's own come before traite's."""
        files: dict[str, Source] = {}
        for source in (self._built_in, self._own):
            for found in source.files(FOLDER):
                if found.refusal:
                    raise _refused(found.path, found.refusal)
                files[found.path.removeprefix(f"{FOLDER}/")] = source
        return files

    @cached_property
    def templates(self) -> Mapping[str, str]:
        """The text of every template by its name."""
        return {name: self.text(name) for name in self._files if name.endswith(ENDING)}

    def job(self, name: str, language: str) -> Job:
        """What the process of a template called by its short name must know. Raises ``ConfigurationError``."""
        return Job(self.template(name), self.templates, "fr" if language == "fr" else "en")

    def template(self, name: str) -> str:
        """The file name of a template called by its short name. Raises ``ConfigurationError``."""
        file = f"{name}.md{ENDING}"
        if file in self._files:
            return file
        names = [one.removesuffix(f".md{ENDING}") for one in self._files if one.endswith(f".md{ENDING}") and "/" not in one]
        near = "".join(nearest(name, names, most=1))
        hint = N_("perhaps: {near}") if near else N_("templates there are: {names}")
        raise ConfigurationError(
            N_("there is no template {name} in templates/"), hint=hint, name=name, near=near, names=", ".join(sorted(names))
        )

    def text(self, name: str) -> str:
        """A file of ``templates/`` as text."""
        data = self._read(name, _MOST_TEXT)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _refused(self._path(name), "encoding") from error

    def styles(self) -> Styles:
        """What restyles each format."""
        from traite_cli.circulating.manuscript import Styles

        return Styles(
            reference_docx=self._read("reference.docx", _MOST_REFERENCE),
            reference_odt=self._read("reference.odt", _MOST_REFERENCE),
            css=self.text("page.css"),
            typst=self.text("document.typ"),
            fonts={name: self._read(name, _MOST_REFERENCE) for name in self._files if name.startswith(FONTS)},
        )

    @staticmethod
    def _path(name: str) -> str:
        return f"{FOLDER}/{name}"

    def _read(self, name: str, most: int) -> bytes:
        path = self._path(name)
        source = self._files.get(name)
        if source is None:
            raise _refused(path, "gone")
        try:
            data = source.read(path, most)
        except Unreadable as error:
            raise _refused(path, error.reason) from error
        if len(data) > most:
            raise _refused(path, "too-large")
        return data


def _refused(path: str, reason: str) -> ConfigurationError:
    return ConfigurationError(UNREADABLE[reason], path=path)
