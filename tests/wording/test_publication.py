"""When a report was published, and by whom it was looked at, in words."""

from __future__ import annotations

from datetime import date

import pytest

from macros.datasets.store import open_store
from macros.model.approval import Approval
from macros.wording.publication import bodies, publication
from tests.builders import REPORT, REPORT_FOLDER, settings, write_project

BOARD = Approval("Corporate Parenting Board", date(2027, 6, 12), "")
VOICE = Approval("Young Voice", date(2027, 5, 20), "")
PLANNED = Approval("Safeguarding Board", None, "para 1 says that it will be presented")


@pytest.mark.parametrize(
    ("approvals", "said"),
    [
        ([], []),
        ([VOICE, BOARD], ["Looked at by: Young Voice (20 May 2027); Corporate Parenting Board (12 June 2027)."]),
        ([PLANNED], ["Meant for: Safeguarding Board."]),
        (
            [PLANNED, BOARD],
            ["Looked at by: Corporate Parenting Board (12 June 2027).", "Meant for: Safeguarding Board."],
        ),
    ],
)
def test_bodies_that_have_looked_and_bodies_it_is_meant_for(approvals, said):
    assert bodies(approvals) == said


def told(root, **changes):
    store = open_store(write_project(root, {f"{REPORT_FOLDER}/report.yml": settings(**changes)}))
    return publication(store.report(REPORT))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Put on this site on 21 November 2026. Looked at by: Corporate Parenting Board (30 June 2017)."),
        ({"printed": None}, "Published on 21 November 2026. Looked at by: Corporate Parenting Board (30 June 2017)."),
        ({"approvals": None}, "Put on this site on 21 November 2026."),
        ({"dates": None}, "Looked at by: Corporate Parenting Board (30 June 2017)."),
        ({"status": "approved"}, ""),
    ],
)
def test_a_report(tmp_path, changes, said):
    assert told(tmp_path, **changes) == said
