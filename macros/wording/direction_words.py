"""The direction that a sentence gives a figure: rose, fell, fewer than last year."""

from __future__ import annotations

import re

from macros.wording.change import Direction

_THAN_BEFORE = r"(?:[^.]|\.\d){0,80}\bthan\s+(?:the\s+year\s+before|last\s+year|before|in\s+\d{4})"
_UP = re.compile(
    r"\b(?:rose|risen|rises?|rising|increas(?:e|ed|es|ing)|grew(?!\s+up)|went\s+up|gone\s+up|up\s+(?:from|by))\b"
    rf"|\bmore\b(?!\s+than\s+(?:half|a|one|\d)){_THAN_BEFORE}|\bhigher\b{_THAN_BEFORE}",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:fell|fallen|falls?|falling|drop(?:s|ped)?|decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|went\s+down|gone\s+down|"
    rf"down\s+(?:from|by))\b|\b(?:fewer|less)\b{_THAN_BEFORE}|\blower\b{_THAN_BEFORE}",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\bthan\s+(?:the\s+year\s+before|last\s+year)\b|\bsince\s+last\s+year\b", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:did\s+not|does\s+not|not|never|no|but|although|while|until|after|if|same)\b", re.IGNORECASE
)


def direction_said(sentence: str) -> Direction | None:
    """Up or down, where the sentence says one of them plainly; None where it says neither, both, or turns it round."""
    up, down = bool(_UP.search(sentence)), bool(_DOWN.search(sentence))
    if up == down or _OTHERWISE.search(sentence):
        return None
    return Direction.UP if up else Direction.DOWN


def speaks_of_last_year(sentence: str) -> bool:
    """Whether the direction is held against the year before."""
    return bool(_BEFORE.search(sentence))
