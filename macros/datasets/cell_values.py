"""What one cell of a spreadsheet says: a number as it is shown, the reason why there is none, a period.

Nothing is guessed: what could mean two things is refused with the sentence that says how to write it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal

from macros.datasets.spreadsheet import Cell
from macros.errors import BadPeriod, BadRequest, excerpt
from macros.model.indicator import Indicator, Unit
from macros.model.period import Period
from macros.model.status import ObservationStatus

_EXACT = Context(prec=60)
_LONGEST = 4  # decimals that a number typed by a person may have; more come from a formula
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.\d{1,20})?", re.ASCII)
_WITH_STATUS = re.compile(r"(.+?) ?\[([a-z]+)\]")
_FIXED = re.compile(r"[#,]*0(?:\.(0+))?(%?)")
_FEW = re.compile(r"(?:< ?|≤ ?|under |fewer than |less than )\d{1,3}%?", re.IGNORECASE)
_STATUSES = {
    "*": "c", "c": "c", "suppressed": "c", "confidential": "c",
    "..": "x", "...": "x", "…": "x", "x": "x", ":": "x", "not available": "x", "not known": "x", "unknown": "x",
    "n/a": "z", "na": "z", "n.a.": "z", "z": "z", "-": "z", "\N{EN DASH}": "z",
    "\N{EM DASH}": "z", "not applicable": "z",
    "k": "low", "low": "low",
    "p": "p", "provisional": "p", "e": "e", "estimated": "e", "b": "b", "u": "u",
}  # fmt: skip
_YEARS = re.compile(r"(\d{4}) ?[-/] ?(\d{4}|\d{2})")
_QUARTER = re.compile(r"(?:q|qtr|quarter) ?([1-4])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ ./-](\d{1,2}|[a-z]{3,9})[ ./-](\d{4})")


@dataclass(frozen=True)
class Number:
    """A number as text with the decimals it is shown with; or the status that explains its absence.

    `remark` says what was made of it where that was not plain.
    """

    text: str = ""
    status: str = ""
    remark: str = ""


def read_number(cell: Cell, indicator: Indicator, *, is_value: bool) -> Number:
    """The number in a cell, of the indicator's value or (`is_value` False) of a count beside it.

    Raises BadRequest with a sentence that says what the cell holds and what to write.
    """
    if cell.is_formula:
        raise BadRequest(
            "holds a formula that has not been worked out.", "Open the file in Excel, save it, and import it again."
        )
    if cell.is_error:
        raise BadRequest(f"shows the error {excerpt(str(cell.value))}.", "Mend the formula, or type the number.")
    if cell.is_empty:
        return Number()
    is_share = is_value and indicator.unit is Unit.PERCENT
    match cell.value:
        case bool():
            raise BadRequest(f"holds {str(cell.value).upper()}, which is not a number.", "Type the number.")
        case int() | float():
            return _of_excel(cell, indicator, is_value=is_value, is_share=is_share)
        case str():
            return _of_text(cell.text, indicator, is_share=is_share)
        case _:
            raise BadRequest(
                "holds a date: Excel may have made one of what you typed.",
                "Choose the number format “General”, and type the number again.",
            )


def _of_excel(cell: Cell, indicator: Indicator, *, is_value: bool, is_share: bool) -> Number:
    """A number of Excel with the decimals that Excel shows; a long one is rounded half up to the usual decimals."""
    number = Decimal(repr(cell.value))
    if not number.is_finite() or abs(number) > Decimal("1e15"):
        raise BadRequest("holds a number that cannot be.", "Type it again.")
    fixed = _FIXED.fullmatch(cell.format.split(";")[0].replace('"', "").replace("_)", "").strip())
    if "%" in cell.format:
        if not is_share:
            raise BadRequest(
                "is formatted as a percentage, but a percentage is not counted here.",
                "Choose the number format “General”, and type the number again.",
            )
        number = number * 100
    if fixed:
        return _rounded(number, len(fixed[1] or ""))
    plain = number.normalize(_EXACT)
    decimals = max(0, -int(plain.as_tuple().exponent))
    if decimals <= _LONGEST:
        return Number(f"{plain:f}")
    return _rounded(number, indicator.decimals if is_value else 0)


def _rounded(number: Decimal, decimals: int) -> Number:
    shown = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)
    is_kept = abs(shown - number) < Decimal("1e-9")
    return Number(f"{shown:f}", remark="" if is_kept else f"holds {number:.6f}; read as {shown:f}, as it is shown")


def _of_text(text: str, indicator: Indicator, *, is_share: bool) -> Number:
    """A number typed as text, a letter of a status, or both (`67 [p]`)."""
    if status := _status(text):
        return Number(status=status, remark="" if text == status else f"'{text}' read as {_called(status)}")
    if _FEW.fullmatch(text):
        return Number(status="c", remark=f"'{text}' read as {_called('c')}")
    if (both := _WITH_STATUS.fullmatch(text)) and (status := _status(both[2])):
        number = _of_text(both[1], indicator, is_share=is_share)
        return Number(number.text, status, f"'{text}' read as {number.text} with the mark {status}")
    plain = text.replace("\N{MINUS SIGN}", "-").removeprefix("£")
    if is_share:
        plain = plain.removesuffix("%").rstrip()
    plain = re.sub(r"(?<=\d) (?=\d{3}\b)", ",", plain)
    if _NUMBER.fullmatch(plain):
        return Number(
            plain.replace(",", ""), remark="" if plain == text else f"'{text}' read as {plain.replace(',', '')}"
        )
    if "%" in text and not is_share:
        raise BadRequest(
            f"holds '{excerpt(text, 40)}', but a percentage is not counted here.", "Type the number alone."
        )
    if re.fullmatch(r"\d+,\d{1,2}", text):
        raise BadRequest(f"holds '{text}'.", "Write a point, not a comma, before the decimals.")
    raise BadRequest(
        f"holds '{excerpt(text, 40)}', which is not a number.",
        "Type the number alone. If there is none, leave the cell empty and give the reason.",
    )


def read_status(text: str) -> str:
    """The status of the column “Why blank”: a letter, alone or before its meaning. Raises BadRequest."""
    if not text:
        return ""
    letter = re.split(r"[:=(]| [-\u2013] ", text, maxsplit=1)[0].strip() if text not in _STATUSES else text
    if status := _status(letter):
        return status
    known = ", ".join(f"{status} ({_called(status)})" for status in ("c", "x", "z", "low"))
    raise BadRequest(f"holds '{excerpt(text, 40)}', which is none of the reasons.", f"Use one of: {known}.")


def _status(text: str) -> str:
    return _STATUSES.get(text.lower().strip("[]").strip() if text.startswith("[") else text.lower(), "")


def _called(status: str) -> str:
    return ObservationStatus(status).meaning.split(":")[0]


def read_period(cell: Cell, default: Period) -> tuple[str, str]:
    """The period a cell names, as DESIGN.md section 3 writes it, and a remark where that was not plain.

    An empty cell is the report's own period; `Q1` alone a quarter of it. Raises BadPeriod.
    """
    if cell.is_empty:
        return default.text, ""
    if isinstance(cell.value, datetime | date):
        return _of_date(cell.value)
    if isinstance(cell.value, float) and cell.value.is_integer():
        text = str(int(cell.value))
    else:
        text = cell.text or str(cell.value)
    plain = text.lower().replace("\N{EN DASH}", "-").replace("\N{EM DASH}", "-").strip()
    quarter, years = _QUARTER.search(plain), _YEARS.search(plain)
    if day := _DAY.fullmatch(plain):
        plain = _iso(day) or plain
    elif re.fullmatch(r"\d{4}-\d{2}-\d{2}", plain):
        pass
    elif years and _is_only(plain, years, quarter):
        plain = f"{years[1]}-{years[2][-2:]}" + (f" Q{quarter[1]}" if quarter else "")
    elif quarter and quarter[0] == plain and default.quarters:
        plain = f"{default.text} Q{quarter[1]}"
    try:
        found = Period.parse(plain).text
    except BadPeriod as error:
        raise BadPeriod(f"holds '{excerpt(text, 40)}', which is no period.", error.remedy) from None
    return found, "" if found == text else f"'{text}' read as {found}"


def _is_only(text: str, years: re.Match[str], quarter: re.Match[str] | None) -> bool:
    """Whether a text says a year and its quarter, and nothing else."""
    left = text.replace(years[0], "", 1)
    if quarter:
        left = left.replace(quarter[0], "", 1)
    return not re.sub(r"[\s,()/-]|of|year", "", left)


def _of_date(value: date) -> tuple[str, str]:
    day = value.date() if isinstance(value, datetime) else value
    if day.day == 1 and (day.year + 1) % 100 == day.month:  # Excel makes 1 December 2011 of 2011-12
        text = f"{day.year}-{day.month:02d}"
        return text, f"Excel has made a date of {text}; read as {text}"
    return day.isoformat(), ""


def _iso(found: re.Match[str]) -> str:
    """A day as people in Britain write it, `31/03/2017` or `31 March 2017`; empty for a month that is none."""
    name = found[2][:3]
    month = int(found[2]) if found[2].isdigit() else _MONTHS.index(name) + 1 if name in _MONTHS else 0
    return f"{found[3]}-{month:02d}-{int(found[1]):02d}" if month else ""
