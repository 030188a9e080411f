"""You said, we did: each answer with the pages it changed; and how young people were asked (Lundy's four parts)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from markupsafe import Markup

from macros.datasets.comments import Comments
from macros.model.comment import Answer, Listening, Outcome, Part
from macros.model.report import Edition
from macros.render.block import SELF
from macros.render.html import join, tag
from macros.wording import periods

FEW = 5  # so few comments are not counted on a page: who made them could be guessed
OUTCOMES: Mapping[Edition, Mapping[Outcome, str]] = {
    Edition.YOUNG_PEOPLE: {
        Outcome.CHANGED: "We changed it",
        Outcome.THINKING: "We are still thinking",
        Outcome.NOT_CHANGED: "We did not change it",
    },
    Edition.FORMAL: {
        Outcome.CHANGED: "Changed",
        Outcome.THINKING: "Still to be decided",
        Outcome.NOT_CHANGED: "Not changed",
    },
}
_REASONS: Mapping[Edition, Mapping[Outcome, str]] = {
    Edition.YOUNG_PEOPLE: {
        Outcome.CHANGED: "We did",
        Outcome.THINKING: "So far",
        Outcome.NOT_CHANGED: "Why",
    },
    Edition.FORMAL: dict.fromkeys(Outcome, "Answer"),
}
PARTS: Mapping[Edition, Mapping[Part, str]] = {
    Edition.YOUNG_PEOPLE: {
        Part.SPACE: "Where and when you could have your say",
        Part.VOICE: "How you could say it",
        Part.AUDIENCE: "Who listened",
        Part.INFLUENCE: "What came of it",
    },
    Edition.FORMAL: {
        Part.SPACE: "Space: where and when children could have their say",
        Part.VOICE: "Voice: how they could say it",
        Part.AUDIENCE: "Audience: who listened",
        Part.INFLUENCE: "Influence: what came of it",
    },
}
_LIKE = {Outcome.CHANGED: "kept", Outcome.THINKING: "partly", Outcome.NOT_CHANGED: "as-it-was"}
Pages = Mapping[str, tuple[str, str]]  # by their place in the report: title, address


def answers(said: Comments, edition: Edition, pages: Pages, *, draft: bool) -> Markup:
    """The answers, what was changed first. A draft also says what has no answer yet."""
    rows = sorted(said.answers.values(), key=lambda one: list(OUTCOMES[edition]).index(one.outcome))
    without = sum(1 for one in said.comments if said.answered(one) is None)
    return tag(
        "div",
        tag("p", _how_many(said, edition)),
        tag("ul", *(_answer(said, one, edition, pages) for one in rows), class_="tv-promises") if rows else None,
        tag("p", tag("strong", f"Without an answer yet: {without}.")) if draft and without else None,
        class_="tv-tracker tv-you-said",
        data_block=SELF,
    )


def _how_many(said: Comments, edition: Edition) -> str:
    formal, number = edition is Edition.FORMAL, len(said.comments)
    if number > FEW:
        return f"{number} comments were made on the draft." if formal else f"We got {number} comments on our draft."
    return "Comments were made on the draft." if formal else "You told us what you think of our draft."


def _answer(said: Comments, answer: Answer, edition: Edition, pages: Pages) -> Markup:
    formal, number = edition is Edition.FORMAL, len(said.of(answer))
    who = "Comment" if formal else "You said"  # a board member may have commented, too
    because = answer.because if formal else answer.plain_because
    when = answer.by_when if answer.outcome is Outcome.THINKING else None
    open_until = f" {'To be decided' if formal else 'We will tell you'} by {periods.day(when)}." if when else ""
    return tag(
        "li",
        tag("span", OUTCOMES[edition][answer.outcome], class_="tv-kept-word"),
        tag(
            "p",
            tag("b", f"{who}: "),
            answer.you_said,
            f" ({number} comments)" if number > FEW else "",
            class_="tv-what",
        ),
        tag("p", tag("b", _REASONS[edition][answer.outcome], ": "), because, open_until, class_="tv-progress"),
        _changed(answer, edition, pages),
        class_=f"tv-promise tv-promise-{_LIKE[answer.outcome]}",
    )


def _changed(answer: Answer, edition: Edition, pages: Pages) -> Markup | None:
    """Links to the pages that an answer names; what has no page is told by the check."""
    links = [tag("a", pages[page][0], href=pages[page][1]) for page in answer.pages if page in pages]
    if not links:
        return None
    word = "Page" if edition is Edition.FORMAL else "Look at it"
    return tag("p", f"{word}: ", join(links, ", "), class_="tv-progress")


def listening(said: Comments, edition: Edition) -> Markup:
    """How young people were asked, in the order of Lundy's model."""
    order = list(Part)
    rows = sorted(said.listening, key=lambda one: order.index(one.part))
    parts: list[Markup] = []
    for part, group in groupby(rows, key=lambda one: one.part):
        parts += [tag("dt", PARTS[edition][part]), *(tag("dd", _told(one, edition)) for one in group)]
    return tag("div", tag("dl", *parts), class_="tv-listening", data_block=SELF)


def _told(one: Listening, edition: Edition) -> str:
    text = one.text if edition is Edition.FORMAL else one.plain_text
    return f"{periods.day(one.day)}: {text}" if one.day else text


_NOTHING: Mapping[Edition, Mapping[str, str]] = {
    Edition.FORMAL: {
        "printed": "This website holds no record of what children said about this report before it was printed.",
        "published": "No comment of a child or young person is kept for this report.",
        "draft": "No comment has come in yet.",
        "listening": "How children and young people were asked is not recorded.",
    },
    Edition.YOUNG_PEOPLE: {
        "printed": "We do not know what young people said about this report before it was printed.",
        "published": "Nobody told us what they think about this report.",
        "draft": "Nobody has told us what they think yet. You can be the first.",
        "listening": "We have not written down how we asked you.",
    },
}


def nothing_kept(edition: Edition, what: str) -> Markup:
    """What a report says honestly that has no comments: `printed` before this website, `published`, or a `draft`; or
    where nothing tells of the `listening`."""
    return tag("div", tag("p", _NOTHING[edition][what]), class_="tv-you-said", data_block=SELF)
