"""What young people said about a draft, what was answered, and how they were asked: the words of a council's comments.

Space, voice, audience, influence: the four parts of Laura Lundy's model of article 12 of the UN Convention on the
Rights of the Child (“'Voice' is not enough”, British Educational Research Journal 33(6), 2007).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from macros.model.report import Edition


class Face(StrEnum):
    """What a reader thinks of a section; each face stands with its words, never alone."""

    GOOD = "good"
    UNSURE = "unsure"
    CHANGE = "change"


class Outcome(StrEnum):
    """What came of a comment."""

    CHANGED = "changed"
    NOT_CHANGED = "not-changed"
    THINKING = "thinking"


class Part(StrEnum):
    """The parts of Lundy's model, in her order."""

    SPACE = "space"
    VOICE = "voice"
    AUDIENCE = "audience"
    INFLUENCE = "influence"


@dataclass(frozen=True)
class Comment:
    """One comment without its words, which are kept apart. `page` is below the report's folder (`young-people/index`),
    `section` the id of its heading, empty for the whole page; `draft` names the section's text as it was then.

    `face` is None where only words were given. `line` is where it stands in its file.
    """

    id: str
    received: date
    voice: Edition
    page: str
    section: str
    face: Face | None
    draft: str
    has_words: bool
    answer: str
    line: int = 0


@dataclass(frozen=True)
class Answer:
    """One answer to one comment or many. `you_said` is what may be published of them, in words that somebody has
    looked at; `pages` are those it changed; `by_when` is the day by which an open one is decided."""

    id: str
    you_said: str
    outcome: Outcome
    because: str
    plain_because: str
    pages: tuple[str, ...]
    by_when: date | None
    line: int = 0


@dataclass(frozen=True)
class Listening:
    """One thing that was done so that young people could have their say, for a part of Lundy's model."""

    part: Part
    day: date | None
    text: str
    plain_text: str
    line: int = 0
