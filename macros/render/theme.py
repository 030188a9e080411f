"""How charts look: the names and colours of their CSS variables, and the sizes of each edition's drawings.

Colours are the Government Analysis Function's categorical palette (ACCESSIBILITY.md section 4). A drawing holds
names only (`var(--tv-chart-1)`), so that one SVG serves both colour schemes. On `--tv-chart-paper`, marks have a
contrast of 3:1 or more and text 4.5:1 or more in both schemes; the tests compute it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

EditionName = Literal["formal", "young-people"]
Size = Literal["wide", "narrow"]
Weight = Literal[400, 600, 800]  # of letters

INK = "currentColor"
PAPER = "var(--tv-chart-paper)"
GRID = "var(--tv-chart-grid)"
SERIES = ("var(--tv-chart-1)", "var(--tv-chart-2)", "var(--tv-chart-3)", "var(--tv-chart-4)")
REFERENCE = "var(--tv-chart-4)"

_MARKS_LIGHT = {
    "--tv-chart-1": "#12436d",  # navy: the one series, or the first
    "--tv-chart-2": "#28a197",  # teal
    "--tv-chart-3": "#801650",  # plum
    "--tv-chart-4": "#f46a25",  # orange: the fourth series, and targets
    "--tv-chart-grid": "#d5d9dc",  # quiet lines and the tint of bars that stand back; carries no meaning alone
}
_MARKS_DARK = {
    "--tv-chart-1": "#8fc1ea",
    "--tv-chart-2": "#28a197",
    "--tv-chart-3": "#f0a6cf",
    "--tv-chart-4": "#f46a25",
}

LIGHT: Mapping[EditionName, Mapping[str, str]] = {
    "formal": _MARKS_LIGHT | {"--tv-chart-paper": "#fff", "--tv-chart-ink": "#0b0c0c"},
    "young-people": _MARKS_LIGHT | {"--tv-chart-paper": "#fff", "--tv-chart-ink": "#1c2541"},
}
DARK: Mapping[EditionName, Mapping[str, str]] = {
    "formal": _MARKS_DARK | {"--tv-chart-grid": "#39424a", "--tv-chart-paper": "#1c2329", "--tv-chart-ink": "#eceff1"},
    "young-people": _MARKS_DARK
    | {"--tv-chart-grid": "#4a5276", "--tv-chart-paper": "#222842", "--tv-chart-ink": "#f6f1e7"},
}


@dataclass(frozen=True)
class Look:
    """The sizes of one drawing, in its own units (CSS pixels when it is shown at `width`)."""

    width: int
    letters: int  # category and value labels
    small: int  # the numbers of the value axis
    weight: Weight  # of the value labels
    bar: int  # thickness of a horizontal bar
    column: int  # largest thickness of a column
    corner: int  # radius of a bar's free end
    line: float
    dot: float  # diameter of a line's point
    intervals: int  # of the value axis, at most
    plot: int  # height of columns and lines
    beside: int  # widest category label beside a bar; wider ones stand above it

    @property
    def leading(self) -> float:
        """From one line of a wrapped label to the next."""
        return round(self.letters * 1.22, 1)


# Text is never under 12 CSS pixels: the narrow drawings are shown down to 247 px wide (a phone of 320 px, less the
# card's padding), the wide ones down to 524 px.
_LOOKS: Mapping[tuple[EditionName, Size], Look] = {
    ("formal", "wide"): Look(640, 15, 15, 600, 24, 76, 0, 3, 9, 4, 220, 240),
    ("formal", "narrow"): Look(320, 16, 16, 600, 22, 52, 0, 3, 9, 4, 200, 112),
    ("young-people", "wide"): Look(640, 19, 17, 800, 32, 88, 9, 5, 15, 2, 230, 240),
    ("young-people", "narrow"): Look(320, 18, 16, 800, 28, 56, 8, 4.5, 13, 2, 200, 112),
}


def look(edition: EditionName, size: Size) -> Look:
    """The sizes of an edition's drawing."""
    return _LOOKS[edition, size]


def css_variables(edition: EditionName) -> str:
    """The declarations an edition's stylesheet needs: light, and dark where the reader's screen asks for it."""
    light, dark = ("".join(f"{name}:{value};" for name, value in colours[edition].items()) for colours in (LIGHT, DARK))
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
