"""What a disk refuses, in words: it is full, or a file may not be written to."""

from __future__ import annotations

import errno

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def refused(error: OSError) -> str:
    """The refusal as a sentence; empty for an error of another kind."""
    if error.errno in FULL:
        return "The disk is full. Nothing was left half-written. Make room and do it again."
    if error.errno in FORBIDDEN:
        return (
            f"{error.filename or 'A file'} may not be written to. See who owns it, or whether a program holds it open."
        )
    return ""
