"""Three versions of a text merged line by line, by git's own merge."""

from __future__ import annotations

import tempfile
from pathlib import Path

from traite_cli.errors import MachineError
from traite_cli.files.failures import failure
from traite_cli.files.git import Git
from traite_cli.language import N_

_MOST_CONFLICTS = 127
"""git counts conflicts no further than this; a higher code says that it failed."""


def merged_lines(git: Git, versions: tuple[str, str, str], names: tuple[str, str]) -> tuple[str, int]:
    """The merged text of an ancestor, ours and theirs, and how many conflicts are marked in it. Raises ``MachineError``."""
    import subprocess

    with tempfile.TemporaryDirectory(prefix="traite-") as folder:
        paths = [Path(folder, name) for name in ("ancestor", "ours", "theirs")]
        for path, text in zip(paths, versions, strict=True):
            path.write_bytes(text.encode("utf-8", "surrogateescape"))
        ancestor, ours, theirs = map(str, paths)
        labels = ("-L", names[0], "-L", "ancestor", "-L", names[1])
        try:
            done = subprocess.run(  # noqa: S603  # git, with files of our own
                git.command("merge-file", "-p", *labels, "--", ours, ancestor, theirs), capture_output=True, check=False, timeout=60
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise failure(str(error)) from error
    if not 0 <= done.returncode <= _MOST_CONFLICTS:
        reason = done.stderr.decode("utf-8", "replace").strip()
        raise MachineError(N_("git does not answer: {reason}"), reason=reason or str(done.returncode))
    return done.stdout.decode("utf-8", "surrogateescape"), done.returncode
