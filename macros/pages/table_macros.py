"""The macro for tables: a printed table laid out again, or one made from indicators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.datasets import select
from macros.errors import BadRequest, nearest, unknown
from macros.model.observation import Observation, ObservationKey
from macros.pages.page_context import PageContext
from macros.render import figures, pivot, tables
from macros.render.block import SELF, Block
from macros.render.html import tag
from macros.render.pivot import Layout
from macros.render.source_line import csv_of, download_path, source_line


def table(
    page: PageContext,
    *indicators: str,
    source: str = "",
    by: str = "",
    rows: str = "",
    caption: str = "",
    note: str = "",
    **options: object,
) -> Block:
    """A table of a printed place (`source="Table 8"`), or of indicators over all periods or `by` one line."""
    if rows not in ("", "area"):
        raise BadRequest(f"The rows of a table cannot be '{rows}'.", 'Leave `rows` out, or write rows="area".')
    report = page.report(str(options.pop("report", "")))
    source = str(source)  # an author may have written a list: then it is refused as no printed place
    observations = _observations(page, report.id, indicators, source, by, options)
    layout = Layout(page.store, report, page.edition, rows)
    model = pivot.lay_out(layout, observations, caption or _caption(layout, observations))
    download = download_path(report, "-".join((source, *indicators, by, *_told(options))))
    csv = csv_of(page.store, report, observations)
    html = tag(
        "div",
        tables.scrolling(tables.table(model)),
        tables.shorthand(model),
        tables.notes(model),
        tag("p", note, class_="tv-note") if note else None,
        source_line(page.store, report, observations, download, csv),
        class_="tv-table",
        data_block=SELF,
        data_search_exclude=True,
    )
    marks = tuple(
        figures.observation_provenance(page.store, report.id, one, page.edition, pivot.cell_text(layout, one))
        for one in observations
    )
    return Block(html, marks, download, csv)


def _told(options: Mapping[str, object]) -> list[str]:
    """What an author narrowed a table by, for the name of its download."""
    return [f"{name} {value}" for name, value in sorted(options.items())]


def _observations(
    page: PageContext, report: str, indicators: Sequence[str], source: str, by: str, options: dict[str, object]
) -> list[Observation]:
    for indicator in indicators:
        if str(indicator).startswith(("Table", "para", "section", "Appendix")):
            raise BadRequest(f"'{indicator}' is a printed place, not an indicator.", f'Write source="{indicator}".')
        page.store.catalogue.indicator(indicator)
    if by:
        asked = (
            page.request(indicator, {**options, "report": report, "source": source or None}) for indicator in indicators
        )
        return [found.observation for request in asked for found in select.series(page.store, request, by)]
    if source:
        return _printed(page, report, indicators, source, options)
    if strange := [name for name in options if name not in ("area", "period", *page.store.catalogue.codelists)]:
        close = nearest(strange[0], ("source", "by", "rows", "caption", "note", "area", "period", "report"))
        raise BadRequest(
            f"A table has no option '{strange[0]}'.", f"The nearest are: {', '.join(close)}." if close else ""
        )
    if not indicators:
        raise BadRequest("It was asked for nothing.", 'Name a printed table, source="Table 8", or an indicator.')
    rows = [row for name in indicators for row in page.store.release(report).by_indicator.get(name, ())]
    return _one_a_key(page, report, _matching(rows, options))


def _printed(
    page: PageContext, report: str, indicators: Sequence[str], source: str, options: dict[str, object]
) -> list[Observation]:
    by_source = page.store.release(report).by_source
    if source not in by_source:
        raise unknown("printed place", source, by_source, f"the release of {report}")
    rows = [row for row in by_source[source] if not indicators or row.key.indicator in indicators]
    found = _matching(rows, options)
    if not found:
        raise BadRequest(f"Nothing in {source} fits what was asked.", "Ask for less: leave an option out.")
    return found


def _matching(rows: Sequence[Observation], options: dict[str, object]) -> list[Observation]:
    """The rows whose area, period or categories are those asked for; lists allow several."""
    wanted = {
        name: [str(one) for one in (value if isinstance(value, list | tuple) else [value])]
        for name, value in options.items()
    }

    known = ("area", "period", *dict.fromkeys(dimension for row in rows for dimension, _ in row.key.breakdown))
    for name, values in wanted.items():
        if name not in known:
            raise BadRequest(f"A table has no option '{name}' here.", f"It can be narrowed by: {', '.join(known)}.")
        held = dict.fromkeys(_facts(row).get(name, "") for row in rows)
        if absent := [value for value in values if value not in held]:
            raise BadRequest(f"There is no {name} '{absent[0]}' here.", f"There is: {', '.join(filter(None, held))}.")

    def fits(row: Observation) -> bool:
        facts = _facts(row)
        return all(facts.get(name) in values for name, values in wanted.items())

    return [row for row in rows if fits(row)]


def _facts(row: Observation) -> dict[str, str]:
    return {"area": row.key.area, "period": row.key.period.text, **dict(row.key.breakdown)}


def _one_a_key(page: PageContext, report: str, rows: Sequence[Observation]) -> list[Observation]:
    """One observation for each key, however often it is printed; an error where the values differ."""
    keys: dict[ObservationKey, Observation] = {}
    for row in rows:
        if row.key not in keys:
            key = row.key
            request = select.Request(report, key.indicator, key.area, key.period.text, dict(key.breakdown))
            keys[key] = select.figure(page.store, request).observation
    if not keys:
        raise BadRequest("The release holds nothing that fits.", "Ask for less: leave an option out.")
    return list(keys.values())


def _caption(layout: Layout, observations: Sequence[Observation]) -> str:
    names = dict.fromkeys(one.key.indicator for one in observations)
    return "; ".join(pivot.name(layout, layout.store.catalogue.indicator(name)) for name in list(names)[:2])
