"""A page of the draft with what changed on it marked. Nothing else of it changes: ids, links and drawings stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from macros.model.report import Edition
from macros.publishing.preview.block_changes import BlockChange
from macros.publishing.preview.comparison import PageChange
from macros.publishing.preview.main_part import Paragraph
from macros.publishing.preview.paragraph_changes import Change, ParagraphChange
from macros.publishing.preview.word_marks import Voice, word_marks

VOICES = {
    Edition.FORMAL: Voice("added", "taken out"),
    Edition.YOUNG_PEOPLE: Voice("new", "taken out"),
}
_MOVED = {Edition.FORMAL: "Moved here", Edition.YOUNG_PEOPLE: "This was in another place"}
_HEADERLINK = re.compile(r'<a class="headerlink".*\Z', re.DOTALL)
_ANCHORS = {"p": "p", "li": "li", "h2": "p", "h3": "p", "h4": "p", "h5": "p", "h6": "p"}  # and what is put before one
_NOTES = {
    Edition.FORMAL: {Change.NEW: "This {kind} is new.", Change.CHANGED: "This {kind} changed."},
    Edition.YOUNG_PEOPLE: {Change.NEW: "This {kind} is new.", Change.CHANGED: "This {kind} is not the same as before."},
}
KINDS = {
    Edition.FORMAL: {"chart": "chart", "table": "table", "picture": "picture", "part": "part of the page"},
    Edition.YOUNG_PEOPLE: {"chart": "picture", "table": "table", "picture": "picture", "part": "part"},
}
_Edit = tuple[int, int, str]  # from, to, what stands there then


def marked_page(html: str, change: PageChange, more: str) -> str:
    """The page with its marks; `more` is the address of the page that shows charts and tables before and after."""
    if change.new is None or change.old is None:
        return html
    edits = [*_paragraphs(html, change), *_blocks(change, more)]
    for start, end, text in sorted(edits, key=lambda one: one[:2], reverse=True):
        html = html[:start] + text + html[end:]
    return html


def _paragraphs(html: str, change: PageChange) -> Iterator[_Edit]:
    if change.old is None or change.new is None:
        return
    voice = VOICES[change.edition]
    old, new = change.old.paragraphs, change.new.paragraphs
    gone: dict[int, list[str]] = {}
    for one in change.paragraphs or ():
        if one.change is not Change.GONE:
            yield _edit(one, new[one.after], old, change)
        elif one.before is not None and not change.is_guarded:
            gone.setdefault(one.after, []).append(old[one.before].text)
    for after, texts in gone.items():
        if (place := _place(html, new, after)) is not None:
            at, name = place
            said = "".join(f'<{name} class="tv-edit-gone">{voice.deleted(text)}</{name}>' for text in texts)
            yield at, at, said


def _edit(one: ParagraphChange, now: Paragraph, old: tuple[Paragraph, ...], change: PageChange) -> _Edit:
    """A new paragraph, one that moved, or one whose words changed."""
    voice = VOICES[change.edition]
    if one.change is Change.MOVED:
        return (
            now.start,
            now.start,
            f'<span class="tv-edit tv-edit-moved" data-silent>{_MOVED[change.edition]}:</span> ',
        )
    words, tail = _without_link(now.html)
    if one.change is Change.NEW or one.before is None or change.is_guarded:
        return now.start, now.end, voice.ins(words) + tail
    before = old[one.before]
    marked = word_marks(_without_link(before.html)[0], words, voice)
    return now.start, now.end, (marked or f"{voice.ins(words)} {voice.deleted(before.text)}") + tail


def _without_link(html: str) -> tuple[str, str]:
    """A heading's words, and the link to itself that follows them."""
    found = _HEADERLINK.search(html)
    return (html, "") if found is None else (html[: found.start()], found[0])


def _place(html: str, new: tuple[Paragraph, ...], after: int) -> tuple[int, str] | None:
    """Where a paragraph that is gone is told, and as what: before the next one, or after the last."""
    for one in new[after:]:
        if one.whole and one.tag in _ANCHORS:
            return one.outer, _ANCHORS[one.tag]
    for one in reversed(new[:after]):
        if one.whole and one.tag in _ANCHORS:
            return html.find(">", one.end) + 1, _ANCHORS[one.tag]
    return None


def _blocks(change: PageChange, more: str) -> Iterator[_Edit]:
    for number, one in enumerate(change.blocks):
        if one.after is not None:
            said = block_note(one, change.edition)
            address = f"{more}#{anchor(change.url, number)}"
            link = f' <a href="{escape(address)}">See it before and after</a>' if one.before is not None else ""
            yield one.after.start, one.after.start, f'<p class="tv-edit tv-edit-note" data-silent>{said}{link}</p>'


def block_note(one: BlockChange, edition: Edition) -> str:
    """A sentence such as `This chart changed.`."""
    return _NOTES[edition][one.change].format(kind=KINDS[edition][one.kind])


def anchor(url: str, number: int) -> str:
    """The name of a block's place on the page "What changed"."""
    return f"{re.sub(r'[^a-z0-9-]+', '-', url.lower()).strip('-') or 'home'}-{number + 1}"
