"""The three faces of the comment kit: drawn by us, never without their words, told apart by the mouth."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from macros.model.comment import Face
from macros.model.report import Edition

WORDS: Mapping[Edition, Mapping[Face, str]] = {
    Edition.YOUNG_PEOPLE: {
        Face.GOOD: "I like it",
        Face.UNSURE: "I am not sure",
        Face.CHANGE: "Please change it",
    },
    Edition.FORMAL: {Face.GOOD: "Good as it is", Face.UNSURE: "Not sure", Face.CHANGE: "Should change"},
}
_MOUTHS = {
    Face.GOOD: "M13 25q7 8 14 0",
    Face.UNSURE: "M13 27h14",
    Face.CHANGE: "M13 29q7-8 14 0",
}


def face_svg(face: Face) -> Markup:
    """A face as a drawing that says nothing by itself: its words stand beside it."""
    return Markup(
        '<svg class="tv-face" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">'
        '<circle cx="20" cy="20" r="17.5"></circle><path d="M14 16v2M26 16v2"></path>'
        f'<path d="{_MOUTHS[face]}"></path></svg>'
    )
