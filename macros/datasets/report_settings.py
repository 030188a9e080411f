"""`report.yml` and `release.yml` as values: each setting of the type it should have, or a finding."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from macros.datasets.catalogue import Catalogue
from macros.errors import CONTROL, BadPeriod, ReportsError, excerpt
from macros.model.approval import Approval
from macros.model.finding import Finding
from macros.model.period import Period, calendar_day
from macros.model.problems import KINDS
from macros.model.report import STEPS, Exemption, Report, ReportStatus, SendTo

# nothing that means something in a `mailto:` link or in HTML
_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_FORM = re.compile(r"https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/?=&%-]*)?")


class Settings:
    """The settings of one file, asked for one by one; `findings` gathers those that do not fit."""

    def __init__(self, path: str, settings: Mapping[str, Any], within: str = "") -> None:
        self.path, self.settings, self.within = path, settings, within
        self.findings: list[Finding] = []

    def refuse(self, name: str, remedy: str, cell: object = None) -> None:
        """Report a setting; `cell` when only a part of its value is wrong."""
        value = _told(self.settings.get(name) if cell is None else cell)
        facts: dict[str, object] = {"setting": f"{self.within}{name}", "cell": value, "remedy": remedy}
        self.findings.append(Finding(KINDS["bad-setting"], self.path, 0, facts))

    def text(self, name: str) -> str:
        """A text; empty where it is left out or refused."""
        value = self.settings.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.refuse(name, "Write a text. Put it into quotation marks if it looks like a number, a date or a list.")
            return ""
        if CONTROL.search(value):
            self.refuse(name, "It holds a character that cannot be seen: type the text again instead of pasting it.")
            return ""
        return value

    def yes(self, name: str) -> bool:
        """A setting that is on or off; off where it is left out or refused."""
        value = self.settings.get(name, False)
        if not isinstance(value, bool):
            self.refuse(name, "Write true or false, without quotation marks.")
        return value is True

    def equal(self, name: str, wanted: str, remedy: str) -> None:
        """A setting that repeats what the folders' names say."""
        if self.settings.get(name) != wanted:
            self.refuse(name, remedy)

    def day(self, name: str, what: str = "the release's date") -> date | None:
        """A day without a time, or None after refusing it."""
        value = self.settings.get(name)
        if isinstance(value, str):
            value = calendar_day(value)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self.refuse(name, f"Write {what} as 2017-06-30.")
        return None

    def period(self, name: str) -> str:
        """The text of a period; YAML reads some periods as numbers or dates."""
        value = self.settings.get(name)
        text = str(value) if isinstance(value, str | int | date) else "a list"
        try:
            return Period.parse(text).text
        except BadPeriod as error:
            self.refuse(name, error.remedy)
            return ""

    def area(self, name: str, catalogue: Catalogue) -> str:
        """The id of an area of the catalogue; empty where it is left out or refused."""
        before = len(self.findings)
        area = self.text(name)
        if not area or len(self.findings) > before:
            return ""
        try:
            return catalogue.area(area).id
        except ReportsError as error:
            self.refuse(name, str(error))
            return ""

    def group(self, name: str, example: str) -> Settings:
        """The settings that stand below a setting; its findings are this one's."""
        value = self.settings.get(name)
        if value is not None and not isinstance(value, dict):
            self.refuse(name, f"Below it stand lines of their own, such as `{example}`.")
            value = None
        below = Settings(self.path, value or {}, f"{self.within}{name}: ")
        below.findings = self.findings
        return below


def make_report(report: str, settings: Settings, catalogue: Catalogue) -> Report | None:
    """The report of `report.yml`, or None after refusing each setting that does not fit."""
    settings.equal("id", report, f"It must be the folder's name, {report}.")
    if settings.settings.get("status") not in list(ReportStatus):
        settings.refuse("status", f"Use one of: {', '.join(ReportStatus)}.")
    council = settings.area("council", catalogue)
    period = settings.period("period")
    comparators = settings.group("comparators", "region: yorkshire-and-the-humber")
    printed = settings.group("printed", "title: Annual report")
    title, short_title = settings.text("title"), settings.text("short_title")
    texts = {
        "young_people_title": settings.text("young_people_title") or short_title,
        "young_people": settings.text("young_people"),
        "council_group": settings.text("council_group"),
        "region": comparators.area("region", catalogue),
        "nation": comparators.area("nation", catalogue),
        "printed_title": printed.text("title") or title,
    }
    release = settings.day("release")
    exemption, not_met, approvals = _exemption(settings), _not_met(settings), _approvals(settings)
    dates, was_printed = _dates(settings), bool(printed.settings.get("published"))
    comments = _comments(settings)
    leave_quickly, pictures = settings.yes("leave_quickly"), settings.text("pictures").strip("/")
    if settings.findings or release is None:
        return None
    status = ReportStatus(settings.settings["status"])
    return Report(
        id=report, council=council, title=title, short_title=short_title, period=Period.parse(period),
        status=status, release=release, exemption=exemption, not_met=not_met, approvals=approvals,
        leave_quickly=leave_quickly, pictures=pictures, dates=dates, was_printed=was_printed,
        comments=comments, **texts,
    )  # fmt: skip


def _exemption(settings: Settings) -> Exemption | None:
    """The exemption from hiding small counts: only where it is asked for, with a day and a reason."""
    below = settings.group("disclosure", "exemption: true")
    asked = below.settings.get("exemption", False)
    if not isinstance(asked, bool):
        below.refuse("exemption", "Write true, or leave `disclosure` out.")
    if asked is not True:
        return None
    dated, why = below.day("dated", "the day on which it was decided"), below.text("why").strip()
    if not why:
        below.refuse("why", "Say why the small counts of this report are shown.")
    return Exemption(dated, why) if dated and why else None


def _not_met(settings: Settings) -> dict[str, str]:
    """Why a duty is not met, by the duty's id."""
    below = settings.group("not_met", "A6b: The report says nothing of how parents took part.")
    told = {}
    for duty in below.settings:
        if why := below.text(str(duty)).strip():
            told[str(duty)] = why
        else:
            below.refuse(str(duty), "Say in a sentence why the report does not meet it.")
    return told


def _dates(settings: Settings) -> dict[ReportStatus, date]:
    """When the report came to each step after the draft, in the order of the steps."""
    below = settings.group("dates", f"{ReportStatus.PUBLISHED}: 2027-06-20")
    names = [step.value for step in STEPS if step is not ReportStatus.DRAFT]
    for name in below.settings:
        if name not in names:
            below.refuse(str(name), f"The steps that have a day are {', '.join(names)}.")
    found = {ReportStatus(name): below.day(name, "the day") for name in names if name in below.settings}
    return {step: day for step, day in found.items() if day is not None}


def _approvals(settings: Settings) -> tuple[Approval, ...]:
    """The bodies that have looked at the report, each with its day, or with why there is none."""
    rows = settings.settings.get("approvals") or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        settings.refuse("approvals", "Write a list; each entry has `body:` and `date:` on lines of their own.")
        return ()
    found = []
    for number, row in enumerate(rows, 1):
        below = Settings(settings.path, row, f"approvals, entry {number}: ")
        below.findings = settings.findings
        body, source = below.text("body").strip(), below.text("source").strip()
        day = below.day("date", "the day of the approval") if row.get("date") is not None else None
        if not body:
            below.refuse("body", "Say who approved it, such as Corporate Parenting Board.")
        found.append(Approval(body, day, source))
    return tuple(found)


def _comments(settings: Settings) -> SendTo:
    """Where comments on the draft go; an address that cannot be one is refused."""
    below = settings.group("comments", "mail: have-your-say@council.gov.uk")
    mail, form = below.text("mail").strip(), below.text("form").strip()
    if mail and not _MAIL.fullmatch(mail):
        below.refuse("mail", "Write an address such as have-your-say@council.gov.uk, and nothing else.")
    if form and not _FORM.fullmatch(form):
        below.refuse("form", "Write the form's whole address, beginning with https:// and without spaces.")
    until = below.day("until", "the last day for comments") if below.settings.get("until") is not None else None
    for name in below.settings:
        if name not in ("mail", "form", "reads", "until", "open"):
            below.refuse(str(name), "Known are: mail, form, reads, until, open.")
    is_open = below.yes("open") if "open" in below.settings else None
    return SendTo(mail, form, below.text("reads").strip(), until, is_open)


def topic_files(settings: Settings) -> list[str]:
    """The names in `observations:`, each a file of the release's own folder; any other is refused, unopened."""
    names = settings.settings.get("observations")
    if not isinstance(names, list):
        settings.refuse("observations", "Write a list of file names, such as [timeliness.csv].")
        return []
    good = []
    for name in names:
        if not _is_plain_csv(name):
            settings.refuse(
                "observations", "Name a CSV file of the release's own folder, such as timeliness.csv.", name
            )
        elif name in good:
            settings.refuse("observations", "It stands there twice. Remove one.", name)
        else:
            good.append(name)
    return good


def _is_plain_csv(name: object) -> bool:
    if not isinstance(name, str) or CONTROL.search(name):
        return False
    return name.endswith(".csv") and PurePosixPath(name).name == name == PureWindowsPath(name).name


def _told(value: object) -> str:
    """A value as an author would say it."""
    match value:
        case None | "":
            return "empty"
        case bool():
            return "'true'" if value else "'false'"
        case list() | tuple():
            return "a list"
        case dict():
            return "a group of settings"
        case _:
            return f"'{excerpt(str(value), 80)}'"
