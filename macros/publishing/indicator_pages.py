"""The Markdown of the pages nobody writes: one for each indicator of the catalogue, and their index by topic."""

from __future__ import annotations

import json
from collections.abc import Mapping

from macros.datasets.catalogue import Catalogue
from macros.model.indicator import Indicator
from macros.render.html import inert

FOLDER = "indicators"
# the topics in the order a reader of a report meets them; any other stands after them by its name
TOPICS: Mapping[str, str] = {
    "caseload": "Caseloads",
    "team": "The team",
    "activity": "Reviews and conferences held",
    "timeliness": "Late reviews and reviews on time",
    "participation": "Having a say: seen, heard, taking part",
    "consultation": "What children and parents said",
    "profile": "Who is in care",
    "legal-status": "Legal status",
    "stability": "Homes and moves",
    "health-education": "Health and education",
    "leaving-care": "Leaving care",
    "disputes": "Problems raised and disputes",
    "quality": "Quality of care plans and corporate parenting",
    "advocacy": "Advocacy",
}
INTRODUCTION = """---
title: "What is measured"
description: "Every measure of the reports by topic, with its definition."
---
# What is measured

Every measure that a report on this site gives, by topic. Its page says what it means, what each report prints of it,
and whether councils can be compared. [Search](../search.md) finds a measure by any word of its name or definition.
"""


def indicator_pages(catalogue: Catalogue) -> dict[str, str]:
    """Path below `docs/` and Markdown text of each page."""
    pages = {f"{FOLDER}/{one.id}.md": _page(one) for one in catalogue.indicators.values()}
    return {f"{FOLDER}/index.md": _index(catalogue), **pages}


def _page(indicator: Indicator) -> str:
    title = f"{indicator.name}: figures of all reports"
    return (
        f"---\ntitle: {json.dumps(title)}\ndescription: {json.dumps(indicator.definition)}\n"
        f"indicator: {indicator.id}\n---\n"
        f"# {inert(indicator.name)}\n\n{inert(indicator.definition)}\n\n"
        f'{{{{ indicator_record("{indicator.id}") }}}}\n'
    )


def _index(catalogue: Catalogue) -> str:
    groups: dict[str, list[Indicator]] = {topic: [] for topic in TOPICS}
    for one in catalogue.indicators.values():
        groups.setdefault(one.topic, []).append(one)
    parts = [INTRODUCTION]
    for topic, held in groups.items():
        if held:
            heading = TOPICS.get(topic) or topic.replace("-", " ").capitalize()
            lines = [f"- [{inert(one.name)}]({one.id}.md): {inert(one.plain_name)}\n" for one in _by_name(held)]
            parts.append(f"\n## {heading}\n\n{''.join(lines)}")
    return "".join(parts)


def _by_name(held: list[Indicator]) -> list[Indicator]:
    return sorted(held, key=lambda one: one.name)
