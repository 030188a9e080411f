"""A work plan's actions: how far each has come."""

from __future__ import annotations

from enum import StrEnum


class ActionState(StrEnum):
    """The state of one row of a release's `work_plan.csv`."""

    DONE = "done"
    UNDER_WAY = "under-way"
    NOT_YET = "not-yet"
    PLANNED = "planned"
