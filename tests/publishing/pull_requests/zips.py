"""Zip files as a build makes them, and as somebody who means harm would."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

PAGE = b"<!doctype html><title>Home</title><p>A draft</p>"


def packed(path: Path, files: Mapping[str, bytes], *, links: Mapping[str, str] | None = None) -> Path:
    """A zip file of these files, with `links` as symbolic links."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            member = zipfile.ZipInfo("x")
            member.filename = member.orig_filename = name  # as it is: ZipInfo itself would tidy it
            member.external_attr = 0o100644 << 16
            member.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(member, content)
        for name, target in (links or {}).items():
            member = zipfile.ZipInfo(name)
            member.external_attr = 0o120777 << 16
            out.writestr(member, target)
    return path
