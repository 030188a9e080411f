"""A scene drawn by Vega. Vega-Lite compiles the specification of a form once; each drawing fills in its figures."""

from __future__ import annotations

import json
from functools import lru_cache
from math import ceil
from typing import Any

import vl_convert

from macros.render.drawing import spec
from macros.render.drawing.rows import rows_of
from macros.render.drawing.scene import Padding, Scene
from macros.render.drawing.spec import Form
from macros.render.theme import Look

VERSION = "6.4"  # of Vega-Lite


def drawn(scene: Scene, look: Look) -> str:
    """The SVG of a scene's marks, without its words. The first one of a process takes half a second."""
    return str(vl_convert.vega_to_svg(json.dumps(filled(_compiled(Form.of(scene, look)), scene, look))))


@lru_cache(maxsize=256)
def _compiled(form: Form) -> dict[str, Any]:
    return dict(vl_convert.vegalite_to_vega(spec.build(form), vl_version=VERSION))


def filled(compiled: dict[str, Any], scene: Scene, look: Look) -> dict[str, Any]:
    """The compiled specification of the scene's form with the scene's size, scales and figures."""
    rows, padding = rows_of(scene, look), _whole(scene)
    values, pixels = [0, scene.scale.top], [0, scene.width] if scene.upright else [scene.height, 0]
    ends = {"x": pixels, "y": values} if scene.upright else {"x": values, "y": pixels}
    return compiled | {
        "width": scene.width,
        "height": scene.height,
        "padding": vars(padding),
        "data": [one | ({"values": rows[one["name"]]} if one["name"] in rows else {}) for one in compiled["data"]],
        "scales": [one | {"domain": ends[one["name"]]} for one in compiled["scales"]],
    }


def _whole(scene: Scene) -> Padding:
    """The padding that makes the drawing's size whole numbers."""
    given = scene.padding
    right = round(given.left + scene.width + given.right) - given.left - scene.width
    bottom = ceil(given.top + scene.height + given.bottom) - given.top - scene.height
    return Padding(given.left, given.top, round(right, 3), round(bottom, 3))
