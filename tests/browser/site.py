"""The built site as the tests walk through it, and the screens they look at it on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

WIDTHS = (320, 768, 1280)  # CSS pixels: a small phone, a tablet, a desk
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@dataclass(frozen=True)
class Site:
    """A served site: `folder` on disk, `address` of its front page (ends with a slash)."""

    folder: Path
    address: str

    @cached_property
    def pages(self) -> list[str]:
        """Every page, as a path below the address, in a fixed order."""
        files = sorted(file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))
        return [file.removesuffix("index.html") if file.split("/")[-1] == "index.html" else file for file in files]

    def open(self, page: Page, path: str) -> None:
        """Show a page, and wait until all it needs is there."""
        page.goto(self.address + path, wait_until="load")
