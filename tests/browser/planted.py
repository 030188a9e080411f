"""The corpus that holds the checker to its word: what is wrong with each page, and which check must say so."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "faults"

# ACCESSIBILITY.md section 2 numbers the first thirty; the rest are ours.
INTENDED = {
    "01-missing-alt": "axe:image-alt",
    "02-text-contrast": "axe:color-contrast",
    "03-small-targets": "axe:target-size",
    "04-heading-skip": "axe:heading-order",
    "05-positive-tabindex": "axe:tabindex",
    "06-nested-interactive": "axe:nested-interactive",
    "07-svg-text-contrast": "svg-text-contrast",
    "08-broken-reference": "broken-reference",
    "09-duplicate-id": "duplicate-id",
    "10-merged-headers": "merged-headers",
    "11-placeholder-as-label": "placeholder-as-label",
    "12-file-name-as-alt": "file-name-as-alt",
    "13-mark-contrast": "mark-contrast",
    "14-no-focus-ring": "focus-invisible",
    "15-click-on-div": "mouse-only",
    "16-focus-off-screen": "focus-off-screen",
    "17-focus-covered": "focus-covered",
    "18-reflow": "reflow",
    "19-table-headers": "table-headers",
    "20-focus-order": "focus-order",
    "21-foreign-text": "foreign-text",
    "22-click-here": "click-here",
    "23-endless-motion": "endless-motion",
    "24-nameless-graphic": "nameless-graphic",
    "25-fake-heading": "fake-heading",
    "26-text-spacing": "text-spacing",
    "27-keyboard-trap": "focus-trap",
    "28-alt-number": "alt-number",
    "29-colour-alone": "colour-alone",
    "30-young-people-reading-level": "reading-level",
    "31-young-people-targets": "target-size",
    "32-print-closed": "print",
    "33-forced-colours": "forced-colours",
    "34-script-only": "script-off",
    "35-larger-letters": "larger-letters",
    "36-no-language": "foreign-text",
    "37-english-in-arabic": "foreign-text",
    "38-covered-words": "text-spacing",
    "39-faint-focus-ring": "focus-faint",
}
KINDS = [name for name in INTENDED if int(name[:2]) <= 30]
CLEAN = sorted(path.stem for path in FOLDER.glob("clean-*.html"))
