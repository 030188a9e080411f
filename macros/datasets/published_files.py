"""Statistics as the Department for Education publishes them (explore education statistics): one table out of a file.

Everything stays text. The order of columns, a byte order mark, and columns that a national file lacks do not matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from macros.errors import BadRequest, excerpt

if TYPE_CHECKING:
    import pandas as pd

MOST_BYTES = 200_000_000
NEEDED = ("time_period", "time_identifier", "geographic_level", "country_code", "country_name")
_LOCAL = ("region_code", "region_name", "old_la_code", "la_name", "new_la_code")
LEVELS = {"national": "nation", "regional": "region", "local authority": "council"}


@dataclass(frozen=True)
class PublishedFile:
    """A file's rows, with three columns of ours: `level`, `place` (an area's code as published) and `period`.

    `unread`: kinds of places and of periods that were left out, with the number of their rows.
    """

    name: str
    frame: pd.DataFrame
    unread: dict[str, int]


def read_published(path: Path) -> PublishedFile:
    """Read one file. Raises BadRequest with a sentence for one that is not of this shape."""
    import pandas as pd

    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadRequest(f"'{path.name}' is far too large.", "Name the CSV files of one publication.")
        frame = pd.read_csv(path, dtype=str, keep_default_na=False, na_filter=False, encoding="utf-8-sig")
    except OSError:
        raise BadRequest(f"There is no file '{path.name}'.", "Name CSV files as they were downloaded.") from None
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError, ValueError):
        raise BadRequest(
            f"'{path.name}' cannot be read as CSV.", "Download it again, and do not open it in Excel."
        ) from None
    frame.columns = [str(column).strip() for column in frame.columns]
    if missing := [column for column in NEEDED if column not in frame.columns]:
        raise BadRequest(
            f"'{path.name}' is not a file of explore education statistics: it has no column '{missing[0]}'.",
            "The guide page docs/guide/comparators.md says which files can be read.",
        )
    for column in _LOCAL:
        if column not in frame.columns:
            frame[column] = ""
    return _placed(path.name, frame)


def _placed(name: str, frame: pd.DataFrame) -> PublishedFile:
    """The rows of a nation, a region or a council, for a year that is one of ours."""
    levels = {one: LEVELS.get(one.strip().casefold(), "") for one in frame["geographic_level"].unique().tolist()}
    frame["level"] = frame["geographic_level"].map(levels)
    code = {"nation": "country_code", "region": "region_code", "council": "new_la_code"}
    frame["place"] = ""
    for level, column in code.items():
        mask = frame["level"] == level
        frame.loc[mask, "place"] = frame.loc[mask, column]
    pairs = frame[["time_period", "time_identifier"]].drop_duplicates().itertuples(index=False)
    periods = {(time, kind): period_of(time, kind) for time, kind in pairs}
    asked = zip(frame["time_period"].tolist(), frame["time_identifier"].tolist(), strict=True)
    frame["period"] = [periods[pair] for pair in asked]
    unread: dict[str, int] = {}
    for key, rows in frame.groupby(["geographic_level", "time_period", "time_identifier"]):
        level, time, kind = (str(part) for part in key)
        if level.strip().casefold() not in LEVELS:
            unread[f"places of the kind '{excerpt(level, 40)}'"] = len(rows)
        elif not periods[time, kind]:
            unread[f"the period '{excerpt(f'{time} {kind}', 40)}'"] = len(rows)
    kept = frame[(frame["level"] != "") & (frame["place"] != "") & (frame["period"] != "")]
    return PublishedFile(name, kept, unread)


def period_of(time: str, kind: str) -> str:
    """`2025` and `202425` of a reporting or financial year as `2024-25`, a calendar year as itself; else empty.

    The reporting year of these statistics ends on 31 March of the year that names it.
    """
    time, kind = time.strip(), kind.strip().casefold()
    if not time.isascii() or not time.isdigit():
        return ""
    if len(time) == 6 and kind in ("reporting year", "financial year"):
        first = int(time[:4])
        return f"{first}-{time[4:]}" if (first + 1) % 100 == int(time[4:]) else ""
    if len(time) == 4 and kind in ("reporting year", "financial year", "as at 31 march"):
        return f"{int(time) - 1}-{time[2:]}"
    return time if len(time) == 4 and kind == "calendar year" else ""
