"""How wide a text is, about, and where it breaks.

The reader's own font is unknown when a chart is drawn. Widths are those of Arial with slack, so that wider system
fonts (Segoe UI, Roboto, DejaVu Sans) still find room.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SLACK = 1.14
_BOLD = 1.08
_EM = {
    letter: em
    for letters, em in (
        (" !,.:;|'ijlI\\[]()`", 0.3),
        ('frt-"*/', 0.4),
        ("ckJsvxyz", 0.52),
        ("0123456789abdeghnopqu_?$£€{}L", 0.58),
        ("ABCDEFGHKNOPQRSTUVXYZ&#<>=+~^", 0.74),
        ("mwMW%@—…", 0.92),
    )
    for letter in letters
}
_UNKNOWN = 0.75  # accented and non-Latin letters
_WIDE = 1.0  # from U+2E80: full-width scripts and symbols
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


def plain(text: str) -> str:
    """A label on one line, without characters that XML forbids."""
    return " ".join(_CONTROL.sub(" ", text).split())


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The room a text needs, in the units of `size`."""
    ems = sum(_EM.get(letter, _UNKNOWN if letter < "\u2e80" else _WIDE) for letter in text)
    return ems * size * _SLACK * (_BOLD if bold else 1)


def widest(texts: Iterable[str], size: float, *, bold: bool = False) -> float:
    """The room that the widest of some texts needs; 0 for none."""
    return max((width(text, size, bold=bold) for text in texts), default=0)


def wrap(text: str, size: float, limit: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text no wider than `limit`: broken at spaces, and within a word only where it must be."""
    lines = [""]
    for word in plain(text).split(" "):
        joined = f"{lines[-1]} {word}".strip()
        if width(joined, size, bold=bold) <= limit:
            lines[-1] = joined
            continue
        *full, rest = _broken(word, size, limit, bold=bold)
        lines += [*full, rest]
    return tuple(line for line in lines if line) or ("",)


def _broken(word: str, size: float, limit: float, *, bold: bool) -> list[str]:
    """A word in pieces that fit."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > limit:
            pieces.append("")
        pieces[-1] += letter
    return pieces
