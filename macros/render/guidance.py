"""How a report meets the guidance: each duty in force, the pages that meet it, or why it is not met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.render.block import ROOT, SELF
from macros.render.html import join, tag

_GROUPS = {
    "A": "Required by the IRO Handbook",
    "B": "Other guidance",
    "O": "What Ofsted expects",
}


@dataclass(frozen=True)
class Answer:
    """One duty: its row of duties.csv, (name, address from the site's root) of the pages that meet it, or `why` not."""

    duty: Mapping[str, str]
    pages: tuple[tuple[str, str], ...]
    why: str


def guidance(answers: Sequence[Answer]) -> Markup:
    """A count, then a table for each kind of duty."""
    met = sum(bool(one.pages) for one in answers)
    parts = [tag("p", tag("strong", f"{met} of {len(answers)}"), " requirements are met.")]
    for letter, name in _GROUPS.items():
        group = [one for one in answers if one.duty["id"].startswith(letter)]
        if group:
            parts += [tag("h2", name, id=f"guidance-{letter.lower()}"), _table(name, group)]
    return tag("div", *parts, class_="tv-guidance", data_block=SELF)


def _table(name: str, group: Sequence[Answer]) -> Markup:
    """A group's table. Its caption repeats the heading above it, for screen readers alone."""
    heads = (tag("th", head, scope="col") for head in ("Requirement", "Met", "Where, or why not"))
    return tag(
        "div",
        tag(
            "table",
            tag("caption", name, class_="tv-hidden", id=f"g-{SELF}-{group[0].duty['id']}"),
            tag("thead", tag("tr", *heads)),
            tag("tbody", *(_row(one) for one in group)),
        ),
        class_="tv-scroll",
        tabindex="0",
        role="region",
        aria_labelledby=f"g-{SELF}-{group[0].duty['id']}",
    )


def _row(one: Answer) -> Markup:
    links = [tag("a", name, href=f"{ROOT}/{address}") for name, address in one.pages]
    return tag(
        "tr",
        tag("th", one.duty["requirement"], " ", tag("small", one.duty["id"], ", ", one.duty["basis"]), scope="row"),
        tag("td", "Yes" if links else "No"),
        tag("td", join(links, ", ") if links else one.why or "Not said yet."),
    )
