"""Charts as SVG, drawn when the site is built. `draw` is the one call; drawings are kept in a folder and drawn once.

On a warm folder neither Altair nor vl-convert is imported (ENGINE.md section 3: it saves 2 to 4 seconds a build).
"""

from __future__ import annotations

import re
from functools import cache as remembered
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from macros.datasets.whole_file import keep_whole
from macros.render import svg, theme
from macros.render.drawing.model import Chart, Drawing, Point
from macros.render.theme import Size

__all__ = ["Chart", "Drawing", "Point", "draw"]

_VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def draw(chart: Chart, cache: Path) -> tuple[Drawing, Drawing]:
    """The wide (640) and the narrow (320) drawing of a chart. `cache` is the folder of drawings already made."""
    file = cache / f"{_key(chart)}.svg"
    drawn = _kept(file)
    if drawn is None:
        drawn = _drawn(chart, "wide"), _drawn(chart, "narrow")
        both = "\n".join(drawn)
        keep_whole(file, f"{_checksum(both)}\n{both}".encode())
    wide, narrow = (Drawing(one, *_size(one)) for one in drawn)
    return wide, narrow


def _size(drawn: str) -> tuple[int, int]:
    found = _VIEW_BOX.search(drawn)
    if found is None:
        raise ValueError("A drawing without a size.")
    return round(float(found[1])), round(float(found[2]))


def _key(chart: Chart) -> str:
    """A name made from all that decides both pictures: the figures, and what draws them."""
    return sha256(repr((chart, _drawn_by())).encode()).hexdigest()[:32]


@remembered
def _drawn_by() -> list[str]:
    """The versions of the drawing programs and of our own drawing code, which nobody has to remember to raise."""
    here = Path(__file__).parent
    sources = sorted([*(here / "drawing").glob("*.py"), here / "svg.py", here / "theme.py"])
    own = sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    return [version("vl-convert-python"), version("altair"), own]


def _drawn(chart: Chart, size: Size) -> str:
    """A new drawing. The first one of a process takes a second or two."""
    from macros.render.drawing import bars, columns, lines, texts, vega

    look = theme.look(chart.edition, size)
    scene = {"bars": bars, "columns": columns, "line": lines}[chart.kind].lay_out(chart, look)
    scene = scene or bars.lay_out(chart, look)
    return svg.clean(vega.drawn(scene, look), texts.elements(scene, look))


def _kept(file: Path) -> tuple[str, str] | None:
    """Both drawings from the folder; None where they are not there or not whole."""
    try:
        checksum, _, both = file.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    wide, between, narrow = both.partition("\n<svg ")
    return (wide, f"<svg {narrow}") if between and checksum == _checksum(both) else None


def _checksum(both: str) -> str:
    return sha256(both.encode()).hexdigest()
