"""Where everything of a chart stands. Places are in pixels from the top left corner of the plot, y downwards;
lengths along the value axis are kept as values, which Vega's own scale places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from macros.render.drawing.scale import Scale
from macros.render.theme import Weight

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Text:
    """One line of text; `y` is its baseline. `halo`: edged in the paper's colour where it may cross a line."""

    x: float
    y: float
    text: str
    align: Align = "left"
    weight: Weight = 400
    size: int = 0  # 0: the size of the labels
    halo: bool = False


@dataclass(frozen=True)
class Bar:
    """A bar or column from nought to `value`; `start` and `end` are its edges across the value axis."""

    start: float
    end: float
    value: float
    fill: str
    stroke: str


@dataclass(frozen=True)
class Dot:
    """A point of a line. `series` chooses colour, dash and shape; `run` numbers the unbroken stretch it is on."""

    across: float
    value: float
    series: int
    run: int = -1  # -1: on no line (the sign before a series' name)
    large: bool = False


@dataclass(frozen=True)
class Rule:
    """A straight line at a value (nought, a reference), over a stretch across the axis. `dash` tells two apart."""

    value: float
    start: float
    end: float
    dash: int = 0


@dataclass(frozen=True)
class Padding:
    """Room around the plot."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Scene:
    """A chart ready to be drawn. `upright`: values go up (columns, lines), else to the right (bars)."""

    upright: bool
    width: float
    height: float
    padding: Padding
    scale: Scale
    ticks: tuple[tuple[float, str], ...] = ()
    noughts: tuple[Rule, ...] = ()
    texts: tuple[Text, ...] = ()
    bars: tuple[Bar, ...] = ()
    dots: tuple[Dot, ...] = ()
    references: tuple[Rule, ...] = ()
