"""Packages of the operating system, installed only where nobody has to be asked for a password."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence


def install(packages: Sequence[str], purpose: str) -> bool:
    """Install Debian packages; whether that worked. TWO_VOICES_NO_INSTALL=1 forbids it."""
    if os.environ.get("TWO_VOICES_NO_INSTALL", "") not in ("", "0") or not shutil.which("apt-get"):
        return False
    leave = _leave()
    if leave is None:
        return False
    print(f"Installing {' '.join(packages)} with apt-get, {purpose} …")
    if _apt(leave, "install", "-y", "--no-install-recommends", *packages):
        return True
    return _apt(leave, "update") and _apt(leave, "install", "-y", "--no-install-recommends", *packages)


def _leave() -> list[str] | None:
    """The words before apt-get: none for root, sudo when it asks for nothing; None when it would."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    asks_nothing = ["sudo", "-n"]
    if (
        shutil.which("sudo")
        and not subprocess.run([*asks_nothing, "true"], check=False, capture_output=True).returncode
    ):
        return asks_nothing
    return None


def _apt(leave: Sequence[str], *words: str) -> bool:
    environment = [*leave, "env", "DEBIAN_FRONTEND=noninteractive"]
    done = subprocess.run(
        [*environment, "apt-get", "-qq", *words], check=False, capture_output=True, stdin=subprocess.DEVNULL
    )
    return done.returncode == 0
