"""Reading YAML settings, of a file or a page's front matter: a mapping out, every defect a finding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from macros.model.finding import Finding
from macros.model.problems import KINDS

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's, where it is: ten times as fast
_DEEPEST = 20  # levels; what is deeper is no setting, and could be more than the reader can bear
# what PyYAML raises where a value is not of the type it looks like, such as the date 2016-13-45
_BAD_VALUE = (ValueError, ArithmeticError, LookupError, AttributeError, TypeError, RecursionError)


class _Refused(Exception):
    """YAML we do not read, though it is well formed."""

    def __init__(self, kind: str, line: int, **facts: object) -> None:
        self.kind, self.line, self.facts = kind, line, facts
        super().__init__(kind)


def read_settings(root: Path, path: str, required: tuple[str, ...] = ()) -> tuple[dict[str, Any], list[Finding]]:
    """The mapping in `root/path` and what is wrong with it. Never raises for bad content.

    A file with `required` settings may not be empty.
    """
    text, findings = _text(root, path)
    if findings:
        return {}, findings
    settings, findings = parse_settings(text, path)
    if findings or not required:
        return settings, findings
    if not settings:
        return {}, [_not_settings(path)]
    missing = [name for name in required if settings.get(name) in (None, "")]
    remedy = "Add a line `name: value` for it."
    return settings, [_found("missing-setting", path, 0, setting=name, remedy=remedy) for name in missing]


def _text(root: Path, path: str) -> tuple[str, list[Finding]]:
    if not (root / path).resolve().is_relative_to(root.resolve()):
        return "", [
            _found("missing-file", path, 0, remedy="What stands there is a link that leads out of the project.")
        ]
    try:
        return (root / path).read_text(encoding="utf-8-sig"), []
    except FileNotFoundError:
        return "", [_found("missing-file", path, 0, remedy="Copy one from another report and fill it in.")]
    except UnicodeDecodeError as error:
        line = (root / path).read_bytes().count(b"\n", 0, error.start) + 1
        return "", [_found("bad-yaml", path, line, why="it is not UTF-8 text.")]
    except OSError:
        return "", [_found("bad-yaml", path, 0, why="it cannot be opened as a file.")]


def parse_settings(text: str, path: str, first_line: int = 1) -> tuple[dict[str, Any], list[Finding]]:
    """The mapping a text holds (empty for an empty one) and what is wrong with it.

    `first_line` is where the text begins in the file `path`.
    """
    try:
        _look_through(text)
        loaded = yaml.load(text, _Loader)  # noqa: S506  # both are safe loaders
    except _Refused as refused:
        return {}, [_found(refused.kind, path, refused.line + first_line, **refused.facts)]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = f"{getattr(error, 'problem', None) or 'it holds characters that YAML does not allow'}."
        return {}, [_found("bad-yaml", path, (mark.line if mark else 0) + first_line, why=why)]
    except _BAD_VALUE:
        why = "a date or a number in it cannot be, such as a 13th month. Put texts into quotation marks."
        return {}, [_found("bad-yaml", path, first_line, why=why)]
    if loaded is None:
        return {}, []
    return (loaded, []) if isinstance(loaded, dict) else ({}, [_not_settings(path)])


def _look_through(text: str) -> None:
    """Refuse what a reader could choke on before it is built: aliases (a few lines of them can stand for
    more than the memory holds) and deep nesting. Lines count from 0 here."""
    depth, anchors = 0, set()
    for event in yaml.parse(text, _Loader):
        line = event.start_mark.line if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent) and event.anchor in anchors:  # YAML itself refuses any other
            raise _Refused("aliases", line, cell=event.anchor)
        anchors.add(getattr(event, "anchor", None))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise _Refused("bad-yaml", line, why="it is nested too deeply. Look for a bracket that is never closed.")


def _not_settings(path: str) -> Finding:
    return _found("bad-yaml", path, 1, why="it should be lines of the form `name: value`.")


def _found(kind: str, path: str, line: int, **facts: object) -> Finding:
    return Finding(KINDS[kind], path, line, facts)
