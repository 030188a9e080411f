"""One comment a pull request: found again by a mark that no reader sees, and written anew instead of repeated."""

from __future__ import annotations

from typing import Protocol

MARK = "<!-- two-voices: preview -->"


class Comments(Protocol):
    """The comments that programs wrote on the pull requests of a host."""

    def comments(self, number: int) -> list[tuple[str, str]]:
        """Id and text of each."""

    def add_comment(self, number: int, text: str) -> None:
        """Write a new one."""

    def change_comment(self, number: int, comment: str, text: str) -> None:
        """Write one anew."""


def say(host: Comments, number: int, text: str, *, only_if_there: bool = False) -> str:
    """Put a text into the one comment of ours; what was done: `added`, `changed`, `same` or `nothing`."""
    marked = f"{MARK}\n{text}"
    ours = [(name, body) for name, body in host.comments(number) if body.startswith(MARK)]
    if not ours:
        if only_if_there:
            return "nothing"
        host.add_comment(number, marked)
        return "added"
    name, body = ours[0]
    if body.replace("\r\n", "\n").rstrip() == marked.rstrip():
        return "same"
    host.change_comment(number, name, marked)
    return "changed"
