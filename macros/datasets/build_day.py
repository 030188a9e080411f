"""The day of a build. A build that is made again to prove another one takes the day of that one."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

# seconds since 1970; the word that reproducible builds agreed on (reproducible-builds.org, "SOURCE_DATE_EPOCH")
VARIABLE = "SOURCE_DATE_EPOCH"


def build_day() -> date:
    """Today in UTC, or the day that SOURCE_DATE_EPOCH names."""
    told = os.environ.get(VARIABLE, "")
    moment = datetime.fromtimestamp(int(told), tz=UTC) if told.isdecimal() and told.isascii() else datetime.now(tz=UTC)
    return moment.date()


def as_variable(day: date) -> str:
    """A day as SOURCE_DATE_EPOCH has it: its first second."""
    return str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))
