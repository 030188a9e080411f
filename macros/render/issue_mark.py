"""The mark of a printed figure that does not hold: what is wrong, and the way to the page that lists it."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from macros.datasets.known_issues import Concern
from macros.datasets.store import Store
from macros.model.report import Edition
from macros.render.html import join, tag

PAGE = "about-the-figures"  # the page of a report that lists what does not hold
_PLAIN = "Something is not right with this number in the printed report."
_WRONG = "This printed figure does not hold:"
_OTHERWISE = {"CLAIM": "The printed words about this figure do not hold:"} | dict.fromkeys(
    ("PER", "BASE", "CMP", "PLAUS", "RST"), "Take care with this printed figure:"
)  # kinds (DOMAIN.md section 9) that do not say that the figure itself is wrong


def issue_marks(
    store: Store, report: str, issues: Iterable[Concern], edition: Edition, root: str | None
) -> list[Markup]:
    """A sentence for each issue; `root` is the way to the site's root, None where it is not known (no link then).

    Young people are told that something is wrong, in words of their own, once.
    """
    marks = [_mark(store, report, one, edition, root) for one in issues]
    return marks if edition is Edition.FORMAL else marks[:1]


def has_issues_page(store: Store, report: str) -> bool:
    """Whether the report has the page that lists what does not hold."""
    return (store.root / f"docs/reports/{report}/{PAGE}.md").is_file()


def _mark(store: Store, report: str, one: Concern, edition: Edition, root: str | None) -> Markup:
    formal = edition is Edition.FORMAL
    said: list[object] = [f"{_beginning(one)} {_ended(one.row['problem'])}" if formal else _PLAIN]
    if root is not None and has_issues_page(store, report):
        words = "About the figures" if formal else "Read what is wrong"
        said += [
            " ",
            tag("a", words, href=f"{root}/reports/{report}/{PAGE}/#issue-{one.number}", class_="tv-mark"),
            ".",
        ]
    return join(said)


def _beginning(one: Concern) -> str:
    if one.is_of_group and one.row["kind"] != "CLAIM":
        return "Take care with this printed figure and those beside it:"
    return _OTHERWISE.get(one.row["kind"], _WRONG)


def _ended(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."
