"""Earlier editions in the site: each at its own dated address, as it was published.

Nothing of a page is changed. A notice is put in, between marks; whoever takes it out again, marks included, has the
page byte for byte. Links to pages outside the edition lead to those of today, by a small page at their old place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from markupsafe import Markup

from macros.datasets.editions import is_withdrawn, read_editions, wrong_archive
from macros.datasets.revisions import all_releases
from macros.datasets.store import Store
from macros.model.kept_edition import KeptEdition
from macros.model.redirect import Redirect
from macros.model.report import Report
from macros.publishing.edition_archive import RECORD, Archive, unpack
from macros.publishing.feed import FILE as FEED
from macros.publishing.led_to import led_to
from macros.publishing.moved_pages import moved_page
from macros.render.html import inert, tag
from macros.wording import periods

STYLES = "assets/earlier-edition.css"
TO_ROOT = "../../../"  # from an edition's own address
_BEGIN, _END = "<!--put in later-->", "<!--/put in later-->"
_PUT_IN = re.compile(f"{re.escape(_BEGIN)}.*?{re.escape(_END)}", re.DOTALL)
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
# the link that leads past the header comes first on a page; the notice follows it
_SKIP = re.compile(r'<a\b[^>]*class="(?:md|tv)-skip"[^>]*>[^<]*</a>(?:\s*</div>)?')


def without_notice(html: str) -> str:
    """A page of an earlier edition as it was published."""
    return _PUT_IN.sub("", html)


def kept_editions(store: Store, reports: Iterable[Report]) -> list[KeptEdition]:
    """The kept editions of these reports that another release has replaced."""
    return [
        one
        for report in reports
        for one in read_editions(store.root, report.id)[0]
        if one.release < report.release and one.sha256 and not wrong_archive(store.root, one)
    ]


def edition_pages(store: Store, reports: Iterable[Report]) -> dict[str, str]:
    """Path below docs/ and Markdown of the page that stands before each earlier edition: what it is, why it went."""
    return {f"{one.address}index.md": _head(store, one) for one in kept_editions(store, reports)}


def _head(store: Store, one: KeptEdition) -> str:
    report = store.report(one.report)
    following = next(release for release in all_releases(store, report.id) if release.date > one.release)
    title = f"Earlier edition: {report.short_title}, {periods.day(one.release)}"
    lines = [
        f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nsearch:\n  exclude: true\n---",
        f"# {inert(title)}",
        f"A newer edition took its place on {periods.day(following.date)}. Why: {inert(following.why)}",
    ]
    newest = f'- <a href="{TO_ROOT}reports/{one.report}/">The newest edition</a>'
    if is_withdrawn(store, one):
        lines += [newest, "This edition was taken down. It showed a number that could point at a person."]
    else:
        lines += ["\n".join((newest, *_what_there_is(store, one))), _HOW_IT_STANDS]
    return "\n\n".join(lines) + "\n"


_HOW_IT_STANDS = (
    "It stands here as it was published. A notice was put in at the top of each page, and nothing else was changed: "
    f'<a href="{RECORD}">the checksums of its files</a> are those of the pages without the notice. Links to pages that '
    "are not in it lead to those of today."
)


def _what_there_is(store: Store, one: KeptEdition) -> Iterator[str]:
    archive = _archive(store, one)
    size = round(len((store.root / one.path).read_bytes()) / 1e6, 1)
    yield f'- <a href="reports/{one.report}/">The formal edition, as it was</a>'
    if f"reports/{one.report}/young-people/index.html" in archive.files:
        yield f'- <a href="reports/{one.report}/young-people/">This young people\'s edition</a>'
    yield f'- <a href="data/reports/{one.report}.csv">Its figures (CSV)</a>'
    packed = f"../{one.release.isoformat()}.zip"
    yield f'- <a href="{packed}">All of it as it was published, in one file (ZIP, {size} MB)</a>'


def write_earlier_editions(store: Store, site: Path, reports: Iterable[Report], feed: bytes) -> list[str]:
    """Write the kept editions into the site; the pages as they stand there: the server's rules must fit them, too.

    `feed` is that of today: who follows an earlier edition hears of newer ones.
    """
    written: list[str] = []
    for one in kept_editions(store, reports):
        if is_withdrawn(store, one):
            continue
        place = site / one.address
        place.mkdir(parents=True, exist_ok=True)
        archive = _archive(store, one)
        place.with_name(f"{place.name}.zip").write_bytes((store.root / one.path).read_bytes())
        _write(place / RECORD, (json.dumps(archive.record, ensure_ascii=False, indent=1) + "\n").encode())
        for path, data in archive.files.items():
            if path.endswith(".html"):
                text = data.decode("utf-8")
                written.append(with_notice(text, site, one, path))
                data = written[-1].encode()  # noqa: PLW2901  # the file as it is written
            _write(place / path, data)
        _write(place / FEED, feed)
        _lead_on(site, one, archive)
    return written


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def with_notice(html: str, site: Path, one: KeptEdition, path: str) -> str:
    """A page of an earlier edition with what a reader must know of it, put in between marks."""
    up = "../" * (len(f"{one.address}{path}".split("/")) - 1)
    head = tag("meta", name="robots", content="noindex") + tag("link", rel="stylesheet", href=f"{up}{STYLES}")
    begin = html.lower().find("</head>")
    body = _BODY.search(html)
    if begin < 0 or body is None or body.start() < begin:
        return html
    at = (_SKIP.search(html, body.end()) or body).end()
    notice = f"{_BEGIN}{_notice(site, one, path, up)}{_END}"
    return f"{html[:begin]}{_BEGIN}{head}{_END}{html[begin:at]}{notice}{html[at:]}"


def _notice(site: Path, one: KeptEdition, path: str, up: str) -> str:
    """The notice, in the words of the page's voice, with a way to the page of today or the nearest above it."""
    young = "/young-people/" in path
    today = path
    while not (site / today).is_file():
        today = "/".join((*today.split("/")[:-2], "index.html"))
    link = f"{up}{today.removesuffix('index.html')}"
    about = f"{up}{one.address}"
    if young:
        old, new = tag("b", "This page is old."), tag("a", "Go to the new page", href=link)
        return _aside(old, " There is a newer one. ", new, look=" tv-earlier-young")
    old = tag("b", f"This is an earlier edition, with the figures of {periods.day(one.release)}.")
    new, why = tag("a", "The page of today", href=link), tag("a", "Why it was replaced", href=about)
    return _aside(old, " A newer one has taken its place. ", new, " · ", why)


def _aside(*said: Markup | str, look: str = "") -> Markup:
    """A part of the page with a name, before its header: whoever hears the page hears this first."""
    return tag("aside", tag("p", *said), aria_label="Earlier edition", class_=f"tv-earlier{look}")


def _lead_on(site: Path, one: KeptEdition, archive: Archive) -> None:
    """A small page at each address that the edition's pages link and that is not in it: on to the page of today."""
    linked = {
        target
        for path in archive.pages
        for target in led_to(path.removesuffix("index.html"), archive.files[path].decode("utf-8"))
        if target.endswith(("/", ".html")) and target
    }
    for target in sorted(linked):
        page = f"{target}index.html" if target.endswith("/") else target
        if page in archive.files or (site / one.address / page).exists():
            continue
        there = target if (site / page).is_file() else ""
        _write(site / one.address / page, moved_page(Redirect(page, f"{TO_ROOT}{there}", 0)).encode())


def _archive(store: Store, one: KeptEdition) -> Archive:
    return unpack((store.root / one.path).read_bytes(), one.path)
