"""The pages of a report of a council that does not exist: formal and young people's, two charts on each."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import product

from macros.model.indicator import Indicator, Unit

WORDS = 400  # of prose, on a page of the formal edition; a young people's page has a half
_ASPECTS = (
    "the main points", "what we saw", "the background", "a closer look", "what changed", "what members asked",
    "how it was counted", "what comes next", "good practice", "what must get better", "the long view", "the detail",
)  # fmt: skip
_TOPICS = (
    "Reviews", "Time limits", "Taking part", "Caseloads", "The team", "Homes", "Health", "School", "Moving on",
    "Plans", "Disputes", "Listening",
)  # fmt: skip
_FORMAL = (
    "The officers looked at each plan before the meeting and wrote down what had to change.",
    "Managers saw the record in the same week, and the team kept to the time limits in almost every case.",
    "Where a date had to move, the reason was written into the record and told to the child.",
    "Children said that they want to know who will come to the meeting, and the service now tells them first.",
    "Carers found the new form easier, because it asks about one thing at a time.",
    "The panel asked how the service knows that a plan is good, and the audit gives an answer.",
    "Schools sent their part in time, which helped to keep the plans up to date.",
    "The service will go on with this work, and the panel will hear of it in its next meeting.",
    "Social workers and officers met each month to talk about plans that had come to a stop.",
    "Parents were invited to each meeting, unless the plan of the child spoke against it.",
    "The officer spoke with the child alone before the meeting, at home or in another safe place.",
    "Concerns were put to the team manager first, and most of them ended there.",
)
_YOUNG = (
    "Your IRO reads your plan before your meeting.",
    "You can say who should come to your meeting.",
    "Your IRO will ask you what you want to change.",
    "Some of you told us that the forms were too long.",
    "We made the forms shorter, and we asked you to try them.",
    "You can ask to meet your IRO alone.",
    "If a plan is late, your IRO asks why.",
    "We told the council what you said.",
    "You can bring a friend or an adult you trust.",
    "We want every one of you to be heard.",
    "Your school can help with your plan too.",
    "We will tell you what has changed because of you.",
)
_PICTURE = "cla_substance_misuse_pct"
FORMAL_HEAD = ("index", "guidance", "about-the-figures")
YOUNG_HEAD = ("index", "who-to-talk-to")
FEWEST = len(FORMAL_HEAD) + len(YOUNG_HEAD)


def pages(report: str, count: int, indicators: Sequence[Indicator], duties: Sequence[str]) -> dict[str, str]:
    """Path below the report's folder and text of `count` pages: three of five in the formal edition, at least three."""
    if count < FEWEST:
        raise ValueError(f"A report has {FEWEST} pages or more.")
    formal = max(len(FORMAL_HEAD), count * 3 // 5)
    young = max(len(YOUNG_HEAD), count - formal)
    formal = count - young
    titles = [f"{topic}: {aspect}" for aspect, topic in product(_ASPECTS, _TOPICS)]
    names = [title.lower().replace(": ", "-").replace(" ", "-") for title in titles]
    made = {}
    for number in range(formal):
        name = FORMAL_HEAD[number] if number < len(FORMAL_HEAD) else names[number]
        other = f"young-people/{names[number] if len(YOUNG_HEAD) <= number < young else 'index'}.md"
        title = "The year in short" if name == "index" else titles[number]
        made[f"{name}.md"] = _formal(_Page(report, name, title, other, number, indicators), duties)
    for number in range(young):
        name = YOUNG_HEAD[number] if number < len(YOUNG_HEAD) else names[number]
        other = f"{names[number] if len(FORMAL_HEAD) <= number < formal else 'index'}.md"
        page = _Page(report, f"young-people/{name}", titles[number], other, number, indicators)
        made[f"young-people/{name}.md"] = _young(page)
    return made


class _Page:
    """One page: what it is called, which page is its other voice, and its own indicators."""

    def __init__(
        self, report: str, name: str, title: str, other: str, number: int, indicators: Sequence[Indicator]
    ) -> None:
        self.name, self.title = name, title
        self.chance = random.Random(f"{report} {name}")
        self.head = f"---\nother_voice: reports/{report}/{other}\n"
        # each page's charts stand on no other page of the report, until all indicators have had their turn
        pairs = [f'"{one.id}", by="{by}"' for by in ("quarter", "year") for one in indicators]
        self.charts = [pairs[(2 * number + step) % len(pairs)] for step in (0, 1)]
        self.said = self.chance.sample(list(indicators), 8)

    def prose(self, sentences: Sequence[str], words: int) -> str:
        """About as many words of sentences, in an order of the page's own."""
        said: list[str] = []
        while sum(len(sentence.split()) for sentence in said) < words:
            said += self.chance.sample(sentences, 3)
        return " ".join(said)


def _formal(page: _Page, duties: Sequence[str]) -> str:
    parts = [page.head + (f"meets: [{', '.join(duties)}]\n" if page.name == "index" else "") + "---"]
    parts.append(f"# {page.title}")
    for number, one in enumerate(page.said):
        parts.append(f"## {one.topic.replace('-', ' ').capitalize()} {{: #part-{number} }}")
        parts.append(f'{{{{ figure("{one.id}") }}}}, {{{{ change("{one.id}") }}}}. ')
        parts.append(page.prose(_FORMAL, WORDS // len(page.said)))
        if number in (1, 5):
            parts.append(f"{{{{ chart({page.charts[number // 5]}) }}}}")
        if number in (3, 7):
            parts.append(f'{{{{ table("{one.id}", by="year") }}}}')
    if page.name == "guidance":
        parts.append("{{ guidance() }}")
    if page.name == "about-the-figures":
        parts.append("{{ restatements() }}\n\n{{ known_issues() }}")
    return "\n\n".join(parts) + "\n"


def _young(page: _Page) -> str:
    shares = [one for one in page.said if one.unit is Unit.PERCENT]
    parts = [f"{page.head}drawing: meeting\n---\n# {page.title}", page.prose(_YOUNG, WORDS // 4)]
    parts.append(f'{{{{ picture("{(shares[0].id if shares else _PICTURE)}", "of you said yes.") }}}}')
    for number, one in enumerate(page.charts):
        parts.append(f"## {'Now' if number == 0 else 'Before'}\n\n{page.prose(_YOUNG, WORDS // 8)}")
        parts.append(f"{{{{ chart({one}) }}}}")
    parts.append('Words: {{ word("iro", "IRO") }} and {{ word("review", "review meeting") }}.')
    parts.append("{{ who_to_talk_to() }}")
    return "\n\n".join(parts) + "\n"
