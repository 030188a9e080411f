"""Changing one setting of a YAML file, and leaving every other byte of the author's as it is."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from macros.datasets.yaml_source import parse_settings
from macros.errors import BadRequest

_BY_HAND = "Change the file by hand; docs/guide/checks/release-frozen.md says how."


def with_setting(text: str, name: str, value: str, *, path: str) -> str:
    """`text` with the setting `name` (a text or a day) replaced, or put after the first line that is a setting.

    Raises BadRequest when the rest would not stay as it is.
    """
    before, wrong = parse_settings(text, path)
    if wrong:
        raise BadRequest(f"{path}: {wrong[0].message}", _BY_HAND)
    written = _written(value)
    wanted = before | parse_settings(f"{name}: {written}", path)[0]
    made = _replaced(text, name, written) if name in before else _added(text, name, written)
    return verified(made, wanted, path)


def verified(text: str, wanted: dict[str, Any], path: str) -> str:
    """`text`, when it says what is wanted. Raises BadRequest when it would say something else."""
    if parse_settings(text, path) != (wanted, []):
        raise BadRequest(f"{path} is written in a way that cannot be changed safely.", _BY_HAND)
    return text


def _written(value: str) -> str:
    """A text as YAML that cannot be taken for anything else; a day stands as it is."""
    return value if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII) else json.dumps(value, ensure_ascii=False)


def _replaced(text: str, name: str, written: str) -> str:
    node = yaml.compose(text, yaml.SafeLoader)
    found = next(value for key, value in _pairs(node) if key.value == name)
    old = text[found.start_mark.index : found.end_mark.index]
    end = "\n" if old.endswith("\n") else ""
    return f"{text[: found.start_mark.index]}{written}{end}{text[found.end_mark.index :]}"


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _added(text: str, name: str, written: str) -> str:
    lines = text.splitlines(keepends=True)
    first = next((number for number, line in enumerate(lines) if re.match(r"\w+:", line)), None)
    if first is None:
        raise BadRequest("The file has no line of the form `name: value`.", _BY_HAND)
    return "".join((*lines[:first], f"{name}: {written}\n", *lines[first:]))
