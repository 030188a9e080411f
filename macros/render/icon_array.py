"""An icon array: one person for each part of 10 or 100, grouped, filled or outlined.

Grouped and not scattered (Price et al., JDM 17(2), 2022); the shape differs, not the colour alone.
"""

from __future__ import annotations

from markupsafe import Markup

from macros.render.html import tag

DENOMINATORS = {10: 5, 100: 20}  # how many stand in a row
_STEP_X, _STEP_Y, _MARGIN = 46, 62, 8
_PERSON = "M2 50c0-17 6-24 14-24s14 7 14 24z"


def icon_array(filled: int, denominator: int, says: str) -> Markup:
    """`filled` of `denominator` people; `says` is its text for a screen reader.

    Raises ValueError unless 0 <= filled <= denominator and denominator is 10 or 100.
    """
    if denominator not in DENOMINATORS or not 0 <= filled <= denominator:
        raise ValueError(f"{filled} of {denominator} cannot be drawn as an icon array.")
    across = DENOMINATORS[denominator]
    people = [_person(index, across, index < filled) for index in range(denominator)]
    width = 2 * _MARGIN + across * _STEP_X - 14
    height = _MARGIN + (denominator // across) * _STEP_Y
    return tag(
        "svg",
        *people,
        role="img",
        aria_label=says,
        viewBox=f"0 0 {width} {height}",
        class_=f"tv-array tv-array-{denominator}",
    )


def _person(index: int, across: int, filled: bool) -> Markup:
    x = _MARGIN + (index % across) * _STEP_X
    y = 6 + (index // across) * _STEP_Y
    head = tag("circle", cx=16, cy=12, r=9)
    return tag(
        "g", head, tag("path", d=_PERSON), class_="tv-on" if filled else "tv-off", transform=f"translate({x} {y})"
    )
