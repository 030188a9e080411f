"""Lists kept as data: work plans with their progress, recommendations, who to talk to, words explained."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from macros.datasets.known_issues import SLIPS
from macros.model.report import Edition
from macros.render.block import SELF
from macros.render.html import inert, tag

Row = Mapping[str, str]
STATES = {"done": "Done", "under-way": "Under way", "not-yet": "Not yet", "planned": "Planned"}
_NOT_DIALLED = re.compile(r"[^0-9+]")
PLAIN_STATES = {"done": "We did it", "under-way": "We have started", "not-yet": "Not yet", "planned": "We plan to"}


def work_plan(rows: Sequence[Row], edition: Edition, level: int = 3) -> Markup:
    """The actions of a plan under their aims, with state and progress. `level` of the aims' headings."""
    aims = [
        tag("div", tag(f"h{level}", aim), tag("ul", *(_action(row, edition) for row in actions), class_="tv-actions"))
        for aim, actions in groupby(rows, key=lambda row: row["aim"])
    ]
    return tag("div", *aims, class_="tv-plan", data_block=SELF)


def promises(rows: Sequence[Row]) -> Markup:
    """The same actions for young people: one list, what was promised and how it went."""
    actions = tag("ul", *(_action(row, Edition.YOUNG_PEOPLE) for row in rows), class_="tv-actions")
    return tag("div", actions, class_="tv-plan", data_block=SELF)


def _action(row: Row, edition: Edition) -> Markup:
    formal = edition is Edition.FORMAL
    what, progress = (row["action"], row["progress"]) if formal else (row["plain_action"], row["plain_progress"])
    state = (STATES if formal else PLAIN_STATES)[row["state"]]
    return tag(
        "li",
        tag("span", state, class_="tv-state"),
        tag("p", what, class_="tv-what"),
        tag("p", progress, class_="tv-progress") if progress else None,
        _who_and_when(row) if formal else None,
        class_=f"tv-action tv-{row['state']}",
    )


def _who_and_when(row: Row) -> Markup | None:
    """Who does an action, by when, and its measure, where the plan says so."""
    told = {"Lead": row.get("owner"), "By": row.get("due"), "Measure": row.get("measure")}
    parts = [f"{name}: {text.rstrip('.')}." for name, text in told.items() if text]
    return tag("p", " ".join(parts), class_="tv-progress") if parts else None


def accessibility_problems(rows: Sequence[Row]) -> Markup:
    """The known problems of the website, for its accessibility statement: each with its criterion and its date."""
    if not rows:
        text = "We know of no content that fails the standard. We expect an audit by people to find some."
        return tag("p", text, data_block=SELF)
    items = (
        tag("li", row["problem"], f" This fails WCAG 2.2 success criterion {row['criterion']}. ",
            f"We plan to mend it by {row['mended_by']}." if row["mended_by"] else None)
        for row in rows
    )  # fmt: skip
    return tag("ul", *items, data_block=SELF)


def recommendations(rows: Iterable[Row], edition: Edition) -> Markup:
    """The numbered recommendations to the corporate parent."""
    column = "text" if edition is Edition.FORMAL else "plain_text"
    return tag("ol", *(tag("li", row[column]) for row in rows), class_="tv-recommendations", data_block=SELF)


def known_issues(rows: Iterable[Row]) -> Markup:
    """What does not hold, by the printed place: figures and claims first, slips of numbering folded away."""
    found = list(enumerate(rows, 1))
    figures = [(number, row) for number, row in found if row["kind"] not in SLIPS]
    slips = [(number, row) for number, row in found if row["kind"] in SLIPS]
    summary = tag("summary", f"Slips in numbers of tables, paragraphs and labels ({len(slips)})")
    folded = tag("details", summary, *_by_place(slips), class_="tv-data") if slips else None
    return tag("div", *_by_place(figures), folded, class_="tv-issues", data_block=SELF)


def _by_place(rows: Iterable[tuple[int, Row]]) -> list[Markup]:
    places: dict[str, list[tuple[int, Row]]] = {}
    for number, row in rows:
        places.setdefault(row["source"], []).append((number, row))
    return [
        tag("div", tag("h3", _as_heading(place)), tag("ul", *(_issue(*one) for one in found)))
        for place, found in places.items()
    ]


def _issue(number: int, row: Row) -> Markup:
    """One issue; the mark of a figure it concerns leads to it."""
    printed = tag("span", f"Printed: {row['printed']}", class_="tv-printed")
    should = tag("span", f"It should be: {row['should_be']}", class_="tv-should") if row["should_be"] else None
    told = tag("p", row["problem"]), tag("p", printed, None if should is None else " ", should)
    return tag("li", *told, id=f"issue-{number}")


def voices(rows: Iterable[tuple[Markup, str]]) -> Markup:
    """What young people told the council: each a figure and what it is a share of."""
    items = (tag("li", tag("b", figure, class_="tv-big-number"), " ", tag("span", text)) for figure, text in rows)
    return tag("ul", *items, class_="tv-voices", data_block=SELF)


def who_to_talk_to(rows: Iterable[Row], title: str) -> Markup:
    """The people a young person can turn to, with numbers that dial."""
    items = (
        tag(
            "li",
            tag("b", row["name"]),
            _phone(row),
            tag("span", row["what"]),
            tag("small", row["hours"]) if row["hours"] else None,
        )
        for row in rows
    )
    return tag(
        "section",
        tag("h2", title, id="who-to-talk-to"),
        tag("ul", *items),
        class_="tv-who",
        aria_labelledby="who-to-talk-to",
        data_block=SELF,
    )


def _phone(row: Row) -> Markup | None:
    if not row["phone"]:
        return tag("span", row["phone_label"]) if row["phone_label"] else None
    return tag("a", row["phone_label"] or row["phone"], class_="tv-phone", href=f"tel:{dialled(row['phone'])}")


def _as_heading(place: str) -> str:
    """A printed place with a capital: `Paragraph 6.6`, `Section 9 (advocacy)`."""
    words = place.replace("para ", "Paragraph ")
    return words[:1].upper() + words[1:]


def dialled(phone: str) -> str:
    """A phone number as it is dialled: without its spaces."""
    return _NOT_DIALLED.sub("", phone)


def word(row: Row, shown: str) -> Markup:
    """A word that opens in place to say what it means: a native popover, so touch and keyboard
    work without a script, and it may stand in the middle of a sentence."""
    name = f"w-{row['id']}"
    button = tag("button", inert(shown), type="button", class_="tv-word", popovertarget=inert(name))
    meaning = (tag("b", inert(row["word"])), " ", inert(row["meaning"]))
    return button + tag("span", *meaning, id=inert(name), popover=True, class_="tv-means")
