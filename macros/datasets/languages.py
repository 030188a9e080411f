"""The languages that a summary can be translated into: `data/catalogue/languages.csv`.

Names are those that the Unicode CLDR gives each language in itself. The words of the template are the
council's translators': a blank cell leaves the English word, marked as English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.datasets.catalogue import FOLDER
from macros.datasets.csv_source import Row, read_table
from macros.model.finding import Finding
from macros.model.problems import KINDS

LANGUAGES = f"{FOLDER}/languages.csv"
WORDS = ("skip", "in_english", "translated_by", "rest_in_english")
COLUMNS = ("code", "name", "english_name", "direction", *WORDS)
_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)  # BCP 47, as far as it is needed


@dataclass(frozen=True)
class Language:
    """`code` as in BCP 47, `name` in its own script, `direction` rtl or ltr, `words` of the template by their id."""

    code: str
    name: str
    english_name: str
    direction: str
    words: Mapping[str, str]


def read_languages(root: Path) -> tuple[dict[str, Language], list[Finding]]:
    """The languages by their code, and what is wrong with the list; none where a project has no such file."""
    if not (root / LANGUAGES).is_file():
        return {}, []
    table = read_table(root, LANGUAGES, COLUMNS)
    found: dict[str, Language] = {}
    findings = list(table.findings)
    for row in table.rows:
        if wrong := _wrong(row, found):
            findings.append(Finding(KINDS["bad-catalogue-value"], LANGUAGES, row.number, {"row": row.number} | wrong))
        else:
            words = {name: row[name] for name in WORDS if row[name]}
            found[row["code"]] = Language(
                row["code"], row["name"], row["english_name"] or row["name"], row["direction"], words
            )
    return found, findings


def _wrong(row: Row, found: Mapping[str, Language]) -> dict[str, object]:
    if not _CODE.fullmatch(row["code"]) or row["code"].split("-")[0] == "en":
        return {"column": "code", "cell": row["code"], "why": "is no code of a language such as cy or ar"}
    if row["code"] in found:
        return {"column": "code", "cell": row["code"], "why": "stands twice"}
    if row["direction"] not in ("ltr", "rtl"):
        return {"column": "direction", "cell": row["direction"], "why": "is neither ltr nor rtl"}
    if not row["name"].strip():
        return {"column": "name", "cell": "", "why": "must be the language's own name"}
    return {}
