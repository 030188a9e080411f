"""A report and its two editions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from macros.model.period import Period


class Edition(StrEnum):
    """Whom a page speaks to."""

    FORMAL = "formal"
    YOUNG_PEOPLE = "young-people"


class ReportStatus(StrEnum):
    """How far a report has come; only published ones are in the public build."""

    DRAFT = "draft"
    FOR_PANEL = "for-panel"
    APPROVED = "approved"
    PUBLISHED = "published"


@dataclass(frozen=True)
class Report:
    """`data/reports/<id>/report.yml`. `release` is the date of the release in force."""

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

    @property
    def is_published(self) -> bool:
        """Whether the public build holds it."""
        return self.status is ReportStatus.PUBLISHED
