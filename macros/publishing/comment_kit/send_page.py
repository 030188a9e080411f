"""The one place of a draft from which what somebody thinks can be sent: printed, saved, or by the council's own way.

Nothing is sent by us. A mail opens in the reader's own program; a form of the council's is a link that carries nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from macros.datasets.build_day import build_day
from macros.datasets.page_source import DOCS
from macros.datasets.store import Store
from macros.model.report import Edition, Report
from macros.publishing.comment_kit.words import Words, words
from macros.render.html import tag

SEND = "<div data-say-send></div>"
PAGE = "say-what-you-think"
_FOLDERS: Mapping[Edition, str] = {Edition.FORMAL: "", Edition.YOUNG_PEOPLE: "young-people/"}


def asks(report: Report) -> bool:
    """Whether a draft built today asks its readers what they think: until the last day that its council has set."""
    until = report.comments.until
    return report.takes_comments and (until is None or build_day() <= until)


def send_address(report: str, edition: Edition) -> str:
    """The page's place in the built site."""
    return f"reports/{report}/{_FOLDERS[edition]}{PAGE}/"


def sheet_address(report: str, edition: Edition) -> str:
    """The paper sheet's place in the built site."""
    return f"reports/{report}/{_FOLDERS[edition]}comment-sheet/"


def send_pages(store: Store) -> dict[str, str]:
    """Path below `docs/` and Markdown of the pages of each report that takes comments and has an edition for them."""
    made = {}
    for report in filter(asks, store.reports.values()):
        there = [edition for edition in Edition if (store.root / f"{DOCS}/{_path(report, edition, 'index')}").is_file()]
        for edition in there:
            other = next((one for one in there if one is not edition), None)
            made[_path(report, edition, PAGE)] = _page(report, edition, _path(report, other, PAGE) if other else "")
    return made


def _path(report: Report, edition: Edition, name: str) -> str:
    return f"reports/{report.id}/{_FOLDERS[edition]}{name}.md"


def _page(report: Report, edition: Edition, other: str) -> str:
    told = words(edition)
    front = [f"title: {told['send']}", f"report: {report.id}", f"edition: {edition}", "search:", "  exclude: true"]
    front += [f"other_voice: {other}"] if other else []
    front += ["template: young-people.html"] if edition is Edition.YOUNG_PEOPLE else []
    return "\n".join(["---", *front, "---", f"# {told['send']}", "", told["draft"], "", SEND, ""])


def send_box(report: Report, edition: Edition, told: Words, about: Mapping[str, object]) -> Markup:
    """The list of what was said, and the ways to send it; the script fills it and shows what can be done."""
    ways = [
        _button(told["print"], "print"),
        _button(told["save"], "save"),
        *_mail(report, told),
        *_form(report, told),
        tag("li", tag("button", told["forget"], type="button", class_="tv-say-button", data_say_forget=True)),
    ]
    return tag(
        "section",
        tag("p", told["nothing"], data_say_nothing=True, data_say_script=True, hidden=True),
        tag("p", told["all"], data_say_some=True, hidden=True),
        tag("div", data_say_list=True),
        tag("ul", *ways, class_="tv-say-ways", data_say_some=True, hidden=True),
        tag("p", role="status", class_="tv-say-told"),
        class_="tv-say-end tv-say-send",
        aria_label=told["send"],
        **about,
    )


def _button(text: str, does: str) -> Markup:
    return tag("li", tag("button", text, type="button", class_="tv-say-button", **{f"data_say_{does}": True}))


def _mail(report: Report, told: Words) -> list[Markup]:
    if not (address := report.comments.mail):
        return []
    link = tag("a", told["mail"], href=f"mailto:{address}", class_="tv-say-button", data_say_mail=address)
    return [
        tag(
            "li",
            link,
            " ",
            tag("span", told["mail_note"]),
            tag("span", f" {told['long']}", data_say_long=True, hidden=True),
        )
    ]


def _form(report: Report, told: Words) -> list[Markup]:
    if not (address := report.comments.form):
        return []
    link = tag("a", told["form"], href=address, rel="noreferrer external", class_="tv-say-button")
    copy = tag("button", told["copy"], type="button", class_="tv-say-button", data_say_copy=True)
    return [tag("li", copy, " ", link, " ", tag("span", told["form_note"]))]
