"""Whether a build is for authors (drafts and the guide, too) or for the public."""

from __future__ import annotations

import os
from pathlib import Path

DRAFT = "TWO_VOICES_DRAFT"  # set by `make site`
AGAINST = "TWO_VOICES_AGAINST"  # set by `make preview`: the folder of the published site
PUBLISHED = "site"  # where `make build` puts it
_build = {"is_preview": False}


def declare(*, is_preview: bool) -> None:
    """Say of the build that begins whether it is a preview; `mkdocs.preview.yml` does with `extra: preview: true`."""
    _build["is_preview"] = is_preview


def is_preview() -> bool:
    """Whether this build is a draft that is compared with the published site."""
    return _build["is_preview"]


def is_draft() -> bool:
    """Whether this build is for authors, and not for the public."""
    return is_preview() or os.environ.get(DRAFT, "") not in ("", "0")


def published_site(root: Path) -> Path | None:
    """The folder of the published site that a preview is compared with; None where there is none."""
    if not is_preview():
        return None
    named = os.environ.get(AGAINST, "")
    folder = root / (named or PUBLISHED)
    return folder if folder.is_dir() and any(folder.rglob("*.html")) else None


ONLY = "TWO_VOICES_REPORT"  # set by `make site REPORT=…`


def only_report() -> str:
    """The one report a draft is built of, so that it shows an edit at once; empty for all."""
    return os.environ.get(ONLY, "") if is_draft() else ""
