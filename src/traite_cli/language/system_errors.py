"""Why the system refuses something, in words of ours: its own are in the language of the machine."""

from __future__ import annotations

import errno

from traite_cli.errors import Message
from traite_cli.language.catalogue import N_

# By name, since not every system has them all.
_REASONS = {
    "EACCES": N_("permission denied"),
    "EPERM": N_("permission denied"),
    "EROFS": N_("this disk can only be read"),
    "ENOSPC": N_("the disk is full"),
    "EDQUOT": N_("the disk is full"),
    "EIO": N_("the disk does not answer"),
    "ENOENT": N_("no such file or folder"),
    "EISDIR": N_("it is a folder"),
    "ENOTDIR": N_("it is not a folder"),
    "ENOTEMPTY": N_("the folder is not empty"),
    "EEXIST": N_("it exists already"),
    "ENAMETOOLONG": N_("the name is too long"),
    "ELOOP": N_("links lead in a circle"),
    "EBUSY": N_("another program is using it"),
    "ETXTBSY": N_("another program is using it"),
    "EFBIG": N_("the file would be too large"),
    "ENOEXEC": N_("it is not a program of this machine"),
    "ENOMEM": N_("there is not enough memory"),
    "EMFILE": N_("too many files are open"),
    "ENFILE": N_("too many files are open"),
}


def system_reason(error: OSError) -> str:
    """Why the system refused: a message, or the system's own name for the error (``ENOTSUP``) where it is a rare one."""
    name = errno.errorcode.get(error.errno or 0, "")
    reason = _REASONS.get(name)
    return Message(reason) if reason else name or str(error)
