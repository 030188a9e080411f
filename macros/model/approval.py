"""An approval: which body has looked at a report, and when (DOMAIN.md section 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BodyKind(StrEnum):
    """What a body is that looks at reports (the route of DOMAIN.md section 8)."""

    CORPORATE_PARENT = "corporate-parent"
    SAFEGUARDING = "safeguarding"
    CHILDREN_IN_CARE_COUNCIL = "children-in-care-council"
    OTHER = "other"


@dataclass(frozen=True)
class Approval:
    """One line of `approvals:` in report.yml. `day` is None where it is not known; `source` then says why."""

    body: str
    day: date | None
    source: str
