"""A report and its two editions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from macros.model.approval import Approval
from macros.model.period import Period


class Edition(StrEnum):
    """Whom a page speaks to."""

    FORMAL = "formal"
    YOUNG_PEOPLE = "young-people"


class Level(StrEnum):
    """How much a page for young people asks of its reader: 12 to 17, or shorter and simpler for the under-twelves."""

    OLDER = "older"
    YOUNGER = "younger"

    @property
    def out_of(self) -> int:
        """Of how many a share is told: 100 or, for the youngest, 10 (ACCESSIBILITY.md section 7)."""
        return 10 if self is Level.YOUNGER else 100


class ReportStatus(StrEnum):
    """How far a report has come; only published ones are in the public build."""

    DRAFT = "draft"
    FOR_PANEL = "for-panel"
    APPROVED = "approved"
    PUBLISHED = "published"

    @property
    def told(self) -> str:
        """The step as a sentence says it: "when it was …"."""
        return _TOLD[self]


STEPS = tuple(ReportStatus)  # in order: each follows the one before
_TOLD = {
    ReportStatus.DRAFT: "begun",
    ReportStatus.FOR_PANEL: "sent to the panel",
    ReportStatus.APPROVED: "approved",
    ReportStatus.PUBLISHED: "published",
}


@dataclass(frozen=True)
class Exemption:
    """Why a historic report shows its small counts as they were printed, and since when that is decided."""

    dated: date
    why: str


@dataclass(frozen=True)
class SendTo:
    """Where young people can send what they think of the draft, below `comments:` in report.yml: a `mail` address, the
    address of a `form` of the council's own, both or neither; who `reads` it; the last day (`until`) on which it
    still counts. `is_open` says whether a draft asks at all; None leaves it to the report's status."""

    mail: str = ""
    form: str = ""
    reads: str = ""
    until: date | None = None
    is_open: bool | None = None


@dataclass(frozen=True)
class Report:
    """`data/reports/<id>/report.yml`. `release` is the date of the release in force.

    `not_met` says of a duty that no page meets why not. `exemption` is None for every report but those published
    before small counts were hidden (DESIGN.md section 10).
    `dates` says when it came to each step; `was_printed`: it had been published in print before it came here, and went
    through its steps then.
    `leave_quickly`: its young people have asked for a button that leaves the page. `pictures`: the folder below
    `docs/` with a council's own drawings; empty for ours.
    """

    id: str
    council: str
    title: str
    short_title: str
    young_people_title: str
    period: Period
    status: ReportStatus
    release: date
    young_people: str
    council_group: str
    region: str
    nation: str
    printed_title: str
    exemption: Exemption | None = None
    leave_quickly: bool = False
    pictures: str = ""
    not_met: Mapping[str, str] = field(default_factory=dict, hash=False)
    approvals: tuple[Approval, ...] = ()
    dates: Mapping[ReportStatus, date] = field(default_factory=dict, hash=False)
    was_printed: bool = False
    comments: SendTo = SendTo()

    @property
    def is_published(self) -> bool:
        """Whether the public build holds it."""
        return self.status is ReportStatus.PUBLISHED

    @property
    def takes_comments(self) -> bool:
        """Whether its draft asks readers what they think: until it is published, unless its settings say otherwise."""
        return not self.is_published if self.comments.is_open is None else self.comments.is_open
