"""The pages of a council's open figures, in both voices: made from what is held, asked for by macros like any other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape

from macros.authoring.national.measures import Held
from macros.model.area import Area
from macros.model.indicator import Unit
from macros.model.period import Period
from macros.model.status import ObservationStatus
from macros.render.html import inert
from macros.wording import periods

FEWEST = 10  # people behind a share before it becomes a picture (macros/pages/picture_macros.py refuses fewer)
FORMAL = {
    "children-in-care": ("How many children are in care", "how-many-of-us"),
    "homes": ("Homes and social workers", "homes"),
    "health": ("Health and feelings", "health-and-school"),
    "school-and-safety": ("School and safety", "health-and-school"),
    "moving-on": ("After care", "moving-on"),
}
YOUNG = {
    "how-many-of-us": ("How many of us are there?", "children-in-care", "group"),
    "homes": ("Homes: how did it go?", "homes", "home"),
    "health-and-school": ("Health and school: how did it go?", "health", "health-school"),
    "moving-on": ("Moving on: how did it go?", "moving-on", "path"),
}
HEADLINES = ("cla_rate", "placement_3plus_pct", "placement_2yr_pct", "health_assessment_pct", "cl_eet_19_21_pct")
_DISTANCE = "new_home_distance_pct"


@dataclass(frozen=True)
class Told:
    """What the pages of one council are made of. `others`: the rows of region and nation by area and measure;
    `all_councils`: the address of the pages about all of them, where it is known."""

    council: Area
    region: Area | None
    nation: Area
    report: str
    period: Period
    held: Sequence[Held]
    others: Mapping[str, Mapping[tuple[str, str], Held]]
    units: Mapping[str, Unit]
    templates: Mapping[str, str]
    ended: str = ""
    began: str = ""
    all_councils: str = ""

    def of(self, page: str) -> list[Held]:
        """The measures of a page of the formal edition."""
        return [one for one in self.held if one.measure.page == page]

    def of_young(self, page: str) -> list[Held]:
        """The measures of a page of the young people's edition."""
        return [one for one in self.held if one.measure.young_page == page]


def council_pages(told: Told) -> dict[str, str]:
    """Name below the report's folder and text of each page, in the order of the menu, formal edition first."""
    made = {"index.md": _index(told)}
    made |= {f"{page}.md": _formal(told, page) for page in FORMAL if told.of(page)}
    made["about-the-figures.md"] = _template(told, "about-the-figures", _head(told, "young-people/index.md"))
    made["young-people/index.md"] = _young_index(told)
    made |= {f"young-people/{page}.md": _young(told, page) for page in YOUNG if told.of_young(page)}
    made["young-people/words.md"] = _template(told, "words", _head(told, "index.md", "words"))
    made["young-people/who-to-talk-to.md"] = _template(told, "who-to-talk-to", _head(told, "index.md", "phone"))
    return made


def _name(told: Told) -> str:
    """What a reader calls the council; names come from files, so every sign in them stays a sign."""
    return inert(told.council.short_name)


def _head(told: Told, other: str, drawing: str = "", description: str = "", literals: str = "") -> str:
    lines = [f"other_voice: reports/{told.report}/{other}"]
    lines += [f"drawing: {drawing}"] if drawing else []
    lines += [f"description: {json.dumps(unescape(description), ensure_ascii=False)}"] if description else []
    return "---\n" + "\n".join(lines) + (f"\n{literals}" if literals else "") + "\n---\n"


def _when(told: Told, one: Held) -> str:
    """The period as an option of a macro, where it is not the report's own."""
    return "" if one.last["period"] == told.period.text else f', period="{one.last["period"]}"'


def _asked(told: Told, one: Held) -> str:
    return f'"{one.measure.indicator}"{one.measure.options}{_when(told, one)}'


def _year(one: Held) -> str:
    return periods.full(Period.parse(one.last["period"]))


def _index(told: Told) -> str:
    shown = [
        one
        for name in HEADLINES
        for one in told.held
        if one.measure.indicator == name and one.last["value"] and one.last["period"] == told.period.text
    ]
    parts = [
        _head(told, "young-people/index.md", description=f"Children in care in {_name(told)}: the published figures."),
        f"# Children in care in {_name(told)}: what the open data say\n",
        _introduction(told),
    ]
    if told.ended:
        parts.append(
            f"**{inert(told.council.name)} ended on {_day(told.ended)}.** Its figures are not those of the "
            "councils that followed it.\n"
        )
    if told.began:
        parts.append(
            f"**{inert(told.council.name)} began on {_day(told.began)}.** The figures of the council "
            "before it are not joined to its own.\n"
        )
    if shown:
        names = ", ".join(f'"{one.measure.indicator}"' for one in shown)
        parts.append(f'{{{{ headlines({names}, caption="The year in a few measures") }}}}\n')
    drawn = [one for one in told.held if one.measure.indicator == "cla_rate" and one.has_numbers]
    parts += [_comparison(told, one) for one in drawn]
    doors = "".join(f"- [{title}]({page}.md)\n" for page, (title, _) in FORMAL.items() if told.of(page))
    doors += "- [About these figures](about-the-figures.md)\n"
    doors += f"- [Every council of the country]({told.all_councils})\n" if told.all_councils else ""
    parts.append(f"## What is measured\n\n{doors}")
    return "\n".join(parts)


def _introduction(told: Told) -> str:
    whole = inert(told.council.name)
    return (
        f"These pages hold the figures that the Department for Education has published for {whole}, beside "
        f"those of {' and '.join(inert(area.name) for area in _beside(told))}. The latest year is "
        f"{periods.full(told.period)}. They are no annual report of the Independent Reviewing Officers, "
        "which the council writes itself.\n"
    )


def _beside(told: Told) -> list[Area]:
    return [area for area in (told.region, told.nation) if area]


def _formal(told: Told, page: str) -> str:
    title, young = FORMAL[page]
    other = f"young-people/{young}.md" if told.of_young(young) else "young-people/index.md"
    text = "\n".join(_section(told, one) for one in told.of(page))
    literals = 'literals:\n  "20 miles": what the national measure counts' if _DISTANCE in text else ""
    about = f"{title} in {_name(told)}, beside {' and '.join(inert(area.name) for area in _beside(told))}."
    return f"{_head(told, other, description=about, literals=literals)}# {title}\n\n{text}"


def _section(told: Told, one: Held) -> str:
    about = one.measure.indicator
    parts = [f"## {one.measure.heading} {{: #{about} }}\n", _sentence(told, one), _blocks(told, one)]
    if told.all_councils:
        parts.append(f"[{one.measure.heading}: every council]({told.all_councils}indicators/{about}/)\n")
    return "\n".join(parts)


def _sentence(told: Told, one: Held) -> str:
    """The latest figure with its change, and above or below whom it is; or why there is none."""
    if not one.last["value"]:
        why = ObservationStatus(one.last["status"]).meaning if one.last["status"] else "not available"
        return f"For {_year(one)} no figure of {_name(told)} is published: {why}.\n"
    asked = _asked(told, one)
    what = " of the new homes were outside the council and more than 20 miles from home"
    said = [f"In {_year(one)}: **{{{{ figure({asked}) }}}}**{what if one.measure.indicator == _DISTANCE else ''}"]
    said += [f"{{{{ change({asked}) }}}}"] if one.before else []
    if told.units[one.measure.indicator] is not Unit.COUNT:  # a council's number beside England's says nothing
        beside = [
            f'{{{{ versus("{one.measure.indicator}", "{word}"{one.measure.options}{_when(told, one)}) }}}}'
            for word, area in (("region", told.region), ("england", told.nation))
            if area and _has_number(told, area, one)
        ]
        said += [" and ".join(beside)] if beside else []
    return f"{', '.join(said)}.\n"


def _has_number(told: Told, area: Area, one: Held) -> bool:
    other = told.others.get(area.id, {}).get((one.measure.indicator, one.measure.breakdown))
    row = other.rows.get(one.last["period"]) if other else None
    return bool(row and row["value"])


def _blocks(told: Told, one: Held) -> str:
    if one.measure.indicator == _DISTANCE and one.last["value"]:
        return f'{{{{ chart("{_DISTANCE}", by="home_distance"{_when(told, one)}) }}}}\n'
    return _comparison(told, one)


def _comparison(told: Told, one: Held) -> str:
    """The council's own years beside the others'; nothing where no one has a number."""
    is_share = told.units[one.measure.indicator] is not Unit.COUNT
    anyone = is_share and any(_has_number(told, area, one) for area in _beside(told))
    if not (one.has_numbers or anyone):
        return ""
    words = [f'"{word}"' for word, area in (("region", told.region), ("england", told.nation)) if area and is_share]
    beside = f", beside=[{', '.join(words)}]"
    return f"{{{{ comparators({_asked(told, one)}{beside}) }}}}\n"


def _template(told: Told, name: str, head: str) -> str:
    text = told.templates[name]
    for word, value in (("council", inert(told.council.name)), ("report", told.report)):
        text = text.replace(f"[[{word}]]", value)
    return head + text


def _young_index(told: Told) -> str:
    first = [one for page in YOUNG for one in told.of_young(page) if one.measure.indicator == "cla_n"]
    doors = "".join(f"- [{title}]({page}.md)\n" for page, (title, *_) in YOUNG.items() if told.of_young(page))
    doors += "- [What do all these words mean?](words.md)\n- [Who can I talk to?](who-to-talk-to.md)"
    parts = [
        _head(
            told, "index.md", "listening",
            f"What the numbers say about children and young people in care in {_name(told)}.",
        ),
        f"# Being in care in {_name(told)}\n",
        _YOUNG_INTRODUCTION,
        *(_picture(told, one) for one in first),
        f'## Where do you want to go?\n\n<div class="tv-doors" markdown>\n\n{doors}\n\n</div>\n',
        "{{ who_to_talk_to() }}\n",
    ]  # fmt: skip
    return "\n".join(parts)


def _young(told: Told, page: str) -> str:
    title, other, drawing = YOUNG[page]
    parts = [
        _head(told, f"{other}.md" if told.of(other) else "index.md", drawing, f"{title} {_name(told)}, in pictures.")
        + f"# {title}\n"
    ]
    for one in told.of_young(page):
        parts.append(f"## {one.measure.young_heading}\n")
        parts.append(_picture(told, one))
    parts.append(_CLOSING)
    return "\n".join(parts)


def _picture(told: Told, one: Held) -> str:
    """A share as people, a count as a big number; where too few are counted, words that say so."""
    if not one.last["value"]:
        few = one.last["status"] in (ObservationStatus.CONFIDENTIAL.value, ObservationStatus.LOW.value)
        return _FEW if few else "There is no number for this here.\n"
    asked = _asked(told, one)
    if told.units[one.measure.indicator] is Unit.COUNT:
        return "\n".join(_big(one, asked))
    counted, base = (float(one.last[part] or 0) for part in ("numerator", "denominator"))
    if 0 < counted < FEWEST or 0 < base < FEWEST:
        return _FEW
    since = "" if one.before else ', since=""'
    options = f"{one.measure.options}{_when(told, one)}{since}"
    return f'{{{{ picture("{one.measure.indicator}", "{one.measure.says}"{options}) }}}}\n'


def _day(text: str) -> str:
    return periods.day(date.fromisoformat(text))


def _big(one: Held, asked: str) -> Iterator[str]:
    yield '<div class="tv-said" markdown>\n'
    yield f'<b class="tv-big-number">{{{{ figure({asked}) }}}}</b> {one.measure.says}\n\n</div>\n'
    if one.before:
        yield f"That is {{{{ change({asked}) }}}}.\n"


_FEW = (
    "Only a few of you are counted here. So we do not show the number: nobody should be able to work out who it is.\n"
)
_YOUNG_INTRODUCTION = """Each year the {{ word("council") }} must tell the government how it went.
The government puts the numbers together. You should know them too, so this copy is for you.
"""
_CLOSING = """Is it not like that for you? Tell your {{ word("iro", "IRO") }}.
A number is about many people. You are you.

{{ who_to_talk_to() }}
"""
