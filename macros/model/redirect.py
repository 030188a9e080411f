"""An address that has moved: who asks for the old one is led to the new one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Redirect:
    """One row of redirects.csv. Both are paths below the site without a slash at the beginning; `row` is its line."""

    old: str
    new: str
    row: int

    @property
    def page(self) -> str:
        """The file that leads on where the server does not: empty for an address that is no page."""
        if not self.old or self.old.endswith("/"):
            return f"{self.old}index.html"
        return self.old if self.old.endswith(".html") else ""

    @property
    def target(self) -> str:
        """The new address without the place on its page."""
        return self.new.partition("#")[0]
