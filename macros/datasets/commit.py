"""Which commit of the repository a build is made from, as far as git knows."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

# what a build reads; a change anywhere else makes no other site
SOURCES = ("data", "docs", "macros", "overrides", "mkdocs.yml", "requirements.lock")
_SHA = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def commit_of(root: Path) -> str:
    """The commit whose files are those at `root`; empty without git, or when something is changed and not committed."""
    head = _git(root, "rev-parse", "--verify", "HEAD").strip()
    if not _SHA.fullmatch(head) or not is_clean(root):
        return ""
    return head


def is_clean(root: Path) -> bool:
    """Whether everything that a build reads is committed."""
    there = [name for name in SOURCES if (root / name).exists()]
    told = _git(root, "status", "--porcelain", "--untracked-files=all", "--", *there)
    return told == ""


def _git(root: Path, *words: str) -> str:
    """What git answers; a question mark when it cannot."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *words],
            check=False, capture_output=True, encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL, timeout=60,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return "?"
    return done.stdout if done.returncode == 0 else "?"
