"""On which day a release was first made: kept by the release's content, so that the same figures keep their day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from macros.model.period import calendar_day

FOLDER = "days"


def remembered_days(folder: Path, asked: date | None) -> Callable[[str], date]:
    """The day of a checksum: the one asked for, else that of the first time it was seen, else today."""
    today = datetime.now().astimezone().date()

    def day_of(checksum: str) -> date:
        if asked is not None:
            return asked
        place = folder / FOLDER / checksum
        try:
            known = calendar_day(place.read_text(encoding="ascii"))
        except (OSError, UnicodeDecodeError):
            known = None
        if known is None:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(today.isoformat(), encoding="ascii")
        return known or today

    return day_of
