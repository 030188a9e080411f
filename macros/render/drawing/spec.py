"""The chart as a Vega-Lite specification, built with Altair. Imported on a cache miss only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any, Literal, cast

import altair as alt

from macros.render.drawing.scene import Padding, Scene
from macros.render.theme import GRID, INK, PAPER, REFERENCE, SERIES, Look

Mark = Literal["rule", "rect", "line", "point"]
VALIDATE = False
_DASHES = ((), (3, 1.6), (1, 1), (4, 1.2, 1, 1.2))  # in widths of the line
_RULES = ([7, 4], [2, 3], [12, 4, 2, 4])
_SHAPES = (("circle", 1), ("square", 1.1), ("triangle-up", 1.5), ("diamond", 1.7))  # and how much larger they are drawn


@dataclass(frozen=True)
class _Canvas:
    """The two scales of a scene: `along` the values, `across` in pixels. Each is written out once for all layers."""

    scene: Scene
    look: Look

    def along(self, field: str) -> dict[str, Any]:
        """The position channel of values."""
        return {"field": field, **self._values}

    def across(self, field: str) -> dict[str, Any]:
        """The position channel of pixels; rows run downwards."""
        return {"field": field, **self._pixels}

    @cached_property
    def _values(self) -> dict[str, Any]:
        return _position(alt.Y if self.scene.upright else alt.X, [0, self.scene.scale.top])

    @cached_property
    def _pixels(self) -> dict[str, Any]:
        scene = self.scene
        domain = [0, scene.width] if scene.upright else [scene.height, 0]
        return _position(alt.X if scene.upright else alt.Y, domain)

    def channels(self, **fields: str) -> dict[str, Any]:
        """Encodings by name: `along`, `along2`, `across`, `across2`."""
        scene = self.scene
        names = {"along": "y", "across": "x"} if scene.upright else {"along": "x", "across": "y"}
        made: dict[str, Any] = {}
        for role, field in fields.items():
            base = role.rstrip("2")
            if role.endswith("2"):
                made[f"{names[base]}2"] = {"field": field}
            else:
                made[names[base]] = self.along(field) if base == "along" else self.across(field)
        return made


def _position(channel: type[alt.X | alt.Y], domain: list[float]) -> dict[str, Any]:
    """All of a position channel but its field."""
    scale = alt.Scale(domain=domain, nice=False, zero=False)
    return cast("dict[str, Any]", channel(type="quantitative", scale=scale, axis=None).to_dict(validate=VALIDATE))


def build(scene: Scene, look: Look) -> dict[str, Any]:
    """The specification of a scene.

    Altair's checks of each part against its schema take three quarters of the time and can only find
    faults of ours: the tests build with them, the site without.
    """
    with alt.utils.schemapi.debug_mode(VALIDATE):
        return _built(scene, look)


def _built(scene: Scene, look: Look) -> dict[str, Any]:
    canvas = _Canvas(scene, look)
    parts = (_grid, _bars, _baseline, _references, _lines)
    layers = [layer for part in parts for layer in part(canvas)]
    padding = _whole(scene)
    chart = alt.TopLevelLayerSpec(  # the schema's own class: LayerChart copies each layer with its data, several times
        layer=layers,
        width=scene.width,
        height=scene.height,
        autosize=alt.AutoSizeParams(type="none"),
        padding={"left": padding.left, "top": padding.top, "right": padding.right, "bottom": padding.bottom},
        background="transparent",
        # a font that is found at once: Vega measures every text, which places nothing here, and the page has its own
        config=alt.Config(font="monospace", view=alt.ViewConfig(stroke=None), axis=alt.AxisConfig(disable=True)),
    )
    specification: dict[str, Any] = chart.to_dict(validate=VALIDATE)
    return specification


def _whole(scene: Scene) -> Padding:
    """The padding that makes the drawing's size whole numbers."""
    given = scene.padding
    right = round(given.left + scene.width + given.right) - given.left - scene.width
    bottom = ceil(given.top + scene.height + given.bottom) - given.top - scene.height
    return Padding(given.left, given.top, round(right, 3), round(bottom, 3))


def _layer(rows: list[dict[str, Any]], mark: Mark, look: dict[str, Any], channels: dict[str, Any]) -> alt.UnitSpec:
    """One layer, said at once: .mark_*() and .encode() of alt.Chart each copy it with its data."""
    return alt.UnitSpec(
        data=alt.InlineData(values=rows), mark=alt.MarkDef(type=mark, **look), encoding=alt.FacetedEncoding(**channels)
    )


def _grid(canvas: _Canvas) -> list[alt.UnitSpec]:
    """Quiet lines at the ticks above nought."""
    end = canvas.scene.width if canvas.scene.upright else canvas.scene.height
    rows = [{"value": tick, "start": 0, "end": end} for tick, _ in canvas.scene.ticks if tick]
    if not rows:
        return []
    channels = canvas.channels(along="value", across="start", across2="end")
    return [_layer(rows, "rule", {"stroke": GRID, "strokeWidth": 1}, channels)]


def _baseline(canvas: _Canvas) -> list[alt.UnitSpec]:
    """Nought, where every bar begins."""
    rows = [{"value": rule.value, "start": rule.start, "end": rule.end} for rule in canvas.scene.noughts]
    channels = canvas.channels(along="value", across="start", across2="end")
    return [_layer(rows, "rule", {"stroke": INK, "strokeWidth": 1.5}, channels)]


def _bars(canvas: _Canvas) -> list[alt.UnitSpec]:
    scene = canvas.scene
    rows = [
        {"value": bar.value, "nought": 0, "start": bar.start, "end": bar.end, "fill": bar.fill, "stroke": bar.stroke}
        for bar in scene.bars
    ]
    if not rows:
        return []
    free = ("TopLeft", "TopRight") if scene.upright else ("TopRight", "BottomRight")
    corners: dict[str, Any] = {f"cornerRadius{corner}": canvas.look.corner for corner in free}
    channels = canvas.channels(along="value", along2="nought", across="start", across2="end")
    colours = {"fill": alt.Fill("fill:N", scale=None), "stroke": alt.Stroke("stroke:N", scale=None)}
    return [_layer(rows, "rect", {"strokeWidth": 1.5, **corners}, {**channels, **colours})]


def _references(canvas: _Canvas) -> list[alt.UnitSpec]:
    """Dashed rules, edged in the paper's colour so that they show on a bar too."""
    layers = []
    channels = canvas.channels(along="value", across="start", across2="end")
    for dash in sorted({rule.dash for rule in canvas.scene.references}):
        same = [rule for rule in canvas.scene.references if rule.dash == dash]
        rows = [{"value": rule.value, "start": rule.start, "end": rule.end} for rule in same]
        drawn = {"stroke": REFERENCE, "strokeWidth": 2.5, "strokeDash": _RULES[dash % len(_RULES)]}
        layers += [
            _layer(rows, "rule", {"stroke": PAPER, "strokeWidth": 5}, channels),
            _layer(rows, "rule", drawn, channels),
        ]
    return layers


def _lines(canvas: _Canvas) -> list[alt.UnitSpec]:
    layers: list[alt.UnitSpec] = []
    look, dots = canvas.look, canvas.scene.dots
    channels = canvas.channels(along="value", across="across")
    for series in sorted({dot.series for dot in dots}):
        shape, larger = _SHAPES[series]
        area_of_dot = look.dot**2 * larger
        rows = [
            {"across": dot.across, "value": dot.value, "run": dot.run, "area": area_of_dot * (1.8 if dot.large else 1)}
            for dot in dots
            if dot.series == series
        ]
        colour = SERIES[series]
        line = {
            "stroke": colour,
            "strokeWidth": look.line,
            "strokeDash": [round(length * look.line, 1) for length in _DASHES[series]],
            "strokeJoin": "round",
        }
        sign = {"shape": shape, "filled": True, "fill": colour, "stroke": PAPER, "strokeWidth": 1.5, "opacity": 1}
        runs = [row for row in rows if row["run"] >= 0]
        layers += [
            _layer(runs, "line", line, {**channels, "detail": alt.Detail("run:N")}),
            _layer(rows, "point", sign, {**channels, "size": alt.Size("area:Q", scale=None)}),
        ]
    return layers
