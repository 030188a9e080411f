"""Reading one YAML file of settings: a mapping out, every defect a finding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from macros.model.finding import Finding
from macros.model.problems import KINDS


def read_settings(root: Path, path: str, required: tuple[str, ...]) -> tuple[dict[str, Any], list[Finding]]:
    """The mapping in `root/path` and what is wrong with it. Never raises for bad content."""
    try:
        loaded = yaml.safe_load((root / path).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}, [_found("missing-file", path, 0, remedy="Copy one from another report and fill it in.")]
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        return {}, [_broken(path, error)]
    if not isinstance(loaded, dict):
        return {}, [_found("bad-yaml", path, 1, why="it should be lines of the form `name: value`.")]
    missing = [name for name in required if loaded.get(name) in (None, "")]
    remedy = "Add a line `name: value` for it."
    return loaded, [_found("missing-setting", path, 0, setting=name, remedy=remedy) for name in missing]


def _broken(path: str, error: Exception) -> Finding:
    mark = getattr(error, "problem_mark", None)
    why = getattr(error, "problem", None) or "it is not UTF-8 text"
    return _found("bad-yaml", path, mark.line + 1 if mark else 1, why=f"{why}.")


def _found(kind: str, path: str, line: int, **facts: object) -> Finding:
    return Finding(KINDS[kind], path, line, facts)
