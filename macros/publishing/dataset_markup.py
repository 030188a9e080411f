"""What search engines for data read: a schema.org `Dataset` in the page of each report and of each indicator.

It is a data block, which a browser does not run: the security policy needs no exception for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import unescape

from macros.datasets.store import Store
from macros.model.indicator import Indicator
from macros.model.period import Period
from macros.model.report import Report
from macros.publishing.indicator_pages import FOLDER
from macros.publishing.metadata import LICENCE

_CANONICAL = re.compile(r'<link\s+rel="canonical"\s+href="([^"]*)"')
_PAGE = re.compile(rf"(?:(reports)|{FOLDER})/([^/]+)/")
_SHORTEST = 50  # letters of a description, for Google's Dataset Search
_TYPE = "application/ld+json"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def with_dataset(store: Store, reports: Iterable[Report], url: str, html: str) -> str:
    """The page at `url` with what its data are, if it is the front page of one of the reports or an indicator's."""
    found = _PAGE.fullmatch(url)
    if found is None or _TYPE in html or "</head>" not in html:
        return html
    shown = {report.id: report for report in reports if report.id in store.releases}
    address = _CANONICAL.search(html)
    # without the site's own address a relative one is what there is: it is read from the page's
    root = unescape(address[1]).removesuffix(url) if address and unescape(address[1]).endswith(url) else "../../"
    if found[1] and found[2] in shown:
        told = _of_report(store, shown[found[2]], root)
    elif not found[1] and found[2] in store.catalogue.indicators:
        told = _of_indicator(store, store.catalogue.indicators[found[2]], shown, root)
    else:
        return html
    told |= {"url": f"{root}{url}" if root != "../../" else "./"}
    # `<` would end the block early where a text holds `</script>`
    text = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    return html.replace("</head>", f'<script type="{_TYPE}">{text}</script></head>', 1)


def _of_report(store: Store, report: Report, root: str) -> dict[str, object]:
    council = store.catalogue.area(report.council).name
    return {
        **_dataset(f"Figures of the {report.short_title}", [report.period]),
        "description": (
            f"Every figure of {report.title}, as printed by the council, with the table or paragraph it stands in."
        ),
        "version": store.release(report.id).date.isoformat(),
        "dateModified": store.release(report.id).date.isoformat(),
        "creator": {"@type": "GovernmentOrganization", "name": council},
        "spatialCoverage": council,
        "distribution": _files(root, report, with_workbook=True),
    }


def _of_indicator(store: Store, one: Indicator, shown: dict[str, Report], root: str) -> dict[str, object]:
    holding = [report for report in shown.values() if one.id in store.release(report.id).by_indicator]
    covered = [row.key.period for report in holding for row in store.release(report.id).by_indicator[one.id]]
    councils = dict.fromkeys(store.catalogue.area(report.council).name for report in holding)
    return {
        **_dataset(one.name, covered),
        "description": one.definition if len(one.definition) >= _SHORTEST else f"{one.definition} Of whom: {one.base}.",
        "variableMeasured": one.name,
        "creator": [{"@type": "GovernmentOrganization", "name": council} for council in councils],
        "distribution": [file for report in holding for file in _files(root, report)],
    }


def _dataset(name: str, covered: list[Period]) -> dict[str, object]:
    told: dict[str, object] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": name,
        "license": LICENCE["path"],
        "isAccessibleForFree": True,
        "inLanguage": "en-GB",
    }
    if covered:
        first, last = min(period.start for period in covered), max(period.end for period in covered)
        told["temporalCoverage"] = f"{first.isoformat()}/{last.isoformat()}"
    return told


def _files(root: str, report: Report, *, with_workbook: bool = False) -> list[dict[str, str]]:
    kinds = {"csv": "text/csv", **({"xlsx": _XLSX} if with_workbook else {})}
    return [
        {
            "@type": "DataDownload",
            "name": report.short_title,
            "encodingFormat": kind,
            "contentUrl": f"{root}data/reports/{report.id}.{ending}",
        }
        for ending, kind in kinds.items()
    ]
