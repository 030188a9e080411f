"""Whether a build is for authors (drafts and the guide, too) or for the public."""

from __future__ import annotations

import os

DRAFT = "TWO_VOICES_DRAFT"  # set by `make site`


def is_draft() -> bool:
    """Whether this build is for authors, and not for the public."""
    return os.environ.get(DRAFT, "") not in ("", "0")


ONLY = "TWO_VOICES_REPORT"  # set by `make site REPORT=…`


def only_report() -> str:
    """The one report a draft is built of, so that it shows an edit at once; empty for all."""
    return os.environ.get(ONLY, "") if is_draft() else ""
