"""Files of comments for tests, as the kit saves them and as somebody types them from paper. All words are made up."""

from __future__ import annotations

import json

from tests.builders import REPORT, csv_text

WORDS = "Planted made-up words of nobody"


def comment(**changes: object) -> dict[str, object]:
    """One comment of the kit's file: the words are too hard, on the first part of a page."""
    row: dict[str, object] = {
        "key": "00000000000000a1", "voice": "young-people", "page": "young-people/on-time", "section": "late",
        "draft": "", "face": "change", "text": WORDS,
    }  # fmt: skip
    return row | changes


def saved(*comments: object, **changes: object) -> bytes:
    """A whole file of the kit's."""
    whole: dict[str, object] = {
        "what": "What I think", "report": REPORT, "saved": "2026-11-28", "format": "two-voices-comments 1",
        "comments": list(comments),
    }  # fmt: skip
    return json.dumps(whole | changes, indent=2).encode()


def typed(*rows: dict[str, str]) -> bytes:
    """A table typed from paper."""
    default = {"sheet": "1", "page": "young-people/on-time", "face": "good", "text": ""}
    return csv_text([default | row for row in rows]).encode()
