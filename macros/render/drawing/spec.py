"""The look of a drawing as a Vega-Lite specification, built with Altair: all of it but the figures, which `rows` holds.

Charts of one form differ in their figures alone, so a specification is built and compiled once for each form, not once
for each chart (a compilation takes longer than a drawing). Imported on a cache miss only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, cast

import altair as alt

from macros.render.drawing import rows
from macros.render.drawing.scene import Scene
from macros.render.theme import GRID, INK, PAPER, REFERENCE, SERIES, Look

Mark = Literal["rule", "rect", "line", "point"]
VALIDATE = False
_DASHES = ((), (3, 1.6), (1, 1), (4, 1.2, 1, 1.2))  # in widths of the line
_RULES = ([7, 4], [2, 3], [12, 4, 2, 4])
_SHAPES = ("circle", "square", "triangle-up", "diamond")


@dataclass(frozen=True)
class Form:
    """What a specification depends on: the direction of the values, the look, and which marks there are."""

    upright: bool
    look: Look
    grid: bool
    bars: bool
    dashes: tuple[int, ...]  # of the references
    series: tuple[int, ...]  # of the lines

    @classmethod
    def of(cls, scene: Scene, look: Look) -> Form:
        """The form of a scene."""
        dashes = tuple(sorted({rule.dash for rule in scene.references}))
        series = tuple(sorted({dot.series for dot in scene.dots}))
        return cls(scene.upright, look, bool(rows.grid(scene)), bool(scene.bars), dashes, series)

    def channels(self, **fields: str) -> dict[str, Any]:
        """Position channels by name: `along` the values, `across` in pixels, and their ends `along2`, `across2`."""
        names = {"along": "y", "across": "x"} if self.upright else {"along": "x", "across": "y"}
        made: dict[str, Any] = {}
        for role, field in fields.items():
            name = names[role.rstrip("2")]
            if role.endswith("2"):
                made[f"{name}2"] = {"field": field}
            else:
                made[name] = _position(alt.Y if name == "y" else alt.X, field)
        return made


def _position(channel: type[alt.X | alt.Y], field: str) -> dict[str, Any]:
    """A position channel on a scale whose ends are filled in later."""
    scale = alt.Scale(domain=[0, 1], nice=False, zero=False)
    made = channel(field=field, type="quantitative", scale=scale, axis=None)
    return cast("dict[str, Any]", made.to_dict(validate=VALIDATE))


def build(form: Form) -> dict[str, Any]:
    """The specification of a form; size, padding, ends of scales and data are to be filled in once it is compiled.

    Altair's checks of each part against its schema take three quarters of the time and can only find
    faults of ours: the tests build with them, the site without.
    """
    with alt.utils.schemapi.debug_mode(VALIDATE):
        return _built(form)


def _built(form: Form) -> dict[str, Any]:
    parts = (_grid, _bars, _baseline, _references, _lines)
    chart = alt.TopLevelLayerSpec(  # the schema's own class: LayerChart copies each layer several times
        layer=[layer for part in parts for layer in part(form)],
        width=1,
        height=1,
        autosize=alt.AutoSizeParams(type="none"),
        padding=1,
        background="transparent",
        # a font that is found at once: Vega measures every text, which places nothing here, and the page has its own
        config=alt.Config(
            aria=False,  # the page says what a drawing shows
            font="monospace",
            view=alt.ViewConfig(stroke=None),
            axis=alt.AxisConfig(disable=True),
        ),
    )
    specification: dict[str, Any] = chart.to_dict(validate=VALIDATE)
    return specification


def _layer(name: str, mark: Mark, look: dict[str, Any], channels: dict[str, Any]) -> alt.UnitSpec:
    """One layer, of the rows called `name`."""
    return alt.UnitSpec(
        data=alt.NamedData(name=name), mark=alt.MarkDef(type=mark, **look), encoding=alt.FacetedEncoding(**channels)
    )


def _grid(form: Form) -> list[alt.UnitSpec]:
    """Quiet lines at the ticks above nought."""
    channels = form.channels(along="value", across="start", across2="end")
    return [_layer(rows.GRID, "rule", {"stroke": GRID, "strokeWidth": 1}, channels)] if form.grid else []


def _baseline(form: Form) -> list[alt.UnitSpec]:
    """Nought, where every bar begins."""
    channels = form.channels(along="value", across="start", across2="end")
    return [_layer(rows.NOUGHTS, "rule", {"stroke": INK, "strokeWidth": 1.5}, channels)]


def _bars(form: Form) -> list[alt.UnitSpec]:
    if not form.bars:
        return []
    free = ("TopLeft", "TopRight") if form.upright else ("TopRight", "BottomRight")
    corners: dict[str, Any] = {f"cornerRadius{corner}": form.look.corner for corner in free}
    channels = form.channels(along="value", along2="nought", across="start", across2="end")
    colours = {"fill": alt.Fill("fill:N", scale=None), "stroke": alt.Stroke("stroke:N", scale=None)}
    return [_layer(rows.BARS, "rect", {"strokeWidth": 1.5, **corners}, {**channels, **colours})]


def _references(form: Form) -> list[alt.UnitSpec]:
    """Dashed rules, edged in the paper's colour so that they show on a bar too."""
    layers = []
    channels = form.channels(along="value", across="start", across2="end")
    for dash in form.dashes:
        name = rows.references_of(dash)
        drawn = {"stroke": REFERENCE, "strokeWidth": 2.5, "strokeDash": _RULES[dash % len(_RULES)]}
        layers += [
            _layer(name, "rule", {"stroke": PAPER, "strokeWidth": 5}, channels),
            _layer(name, "rule", drawn, channels),
        ]
    return layers


def _lines(form: Form) -> list[alt.UnitSpec]:
    layers: list[alt.UnitSpec] = []
    look, channels = form.look, form.channels(along="value", across="across")
    for series in form.series:
        line = {
            "stroke": SERIES[series],
            "strokeWidth": look.line,
            "strokeDash": [round(length * look.line, 1) for length in _DASHES[series]],
            "strokeJoin": "round",
        }
        sign = {"filled": True, "fill": SERIES[series], "stroke": PAPER, "strokeWidth": 1.5, "opacity": 1}
        size = alt.Size("area:Q", scale=None)
        layers += [
            _layer(rows.runs_of(series), "line", line, {**channels, "detail": alt.Detail("run:N")}),
            _layer(rows.dots_of(series), "point", {"shape": _SHAPES[series], **sign}, {**channels, "size": size}),
        ]
    return layers
