"""Adding a line to a group or a list of a YAML file, or taking one away; every other byte stays as the author wrote it.

Each function returns the new text. It raises BadRequest for a file that cannot be changed safely.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from macros.datasets.yaml_edit import verified
from macros.datasets.yaml_source import parse_settings
from macros.errors import BadRequest

Value = str | date


def with_entry(text: str, group: str, name: str, value: Value, *, path: str) -> str:
    """`text` with `name: value` in the group of settings `group`, replaced or as its last line."""
    before = _parsed(text, path)
    entries = before.get(group) or {}
    if not isinstance(entries, dict):
        raise BadRequest(f"{path}: the setting '{group}' is not a group of lines.", "Mend it by hand first.")
    if name in entries:
        text = without_entry(text, group, name, path=path)
    wanted = before | {group: {**{key: one for key, one in entries.items() if key != name}, name: value}}
    return verified(_with_line(text, group, f"{name}: {_written(value)}", "{}"), wanted, path)


def without_entry(text: str, group: str, name: str, *, path: str) -> str:
    """`text` without the line `name` of the group of settings `group`; the group goes with its last line."""
    before = _parsed(text, path)
    entries = before.get(group)
    if not isinstance(entries, dict) or name not in entries:
        return text
    kept = {key: one for key, one in entries.items() if key != name}
    key_node, value_node = _pair(text, group)
    if kept and _is_flow(value_node):
        inside = ", ".join(f"{key}: {_written(one)}" for key, one in kept.items())
        made = text[: value_node.start_mark.index] + f"{{{inside}}}" + text[value_node.end_mark.index :]
    else:
        first, last = _inside(value_node, name) if kept else (key_node, value_node)
        made = text[: _line_start(text, first.start_mark.index)] + text[_line_end(text, last) :]
    rest = {key: one for key, one in before.items() if key != group}
    return verified(made, {**before, group: kept} if kept else rest, path)


def with_item(text: str, name: str, item: Mapping[str, Value], *, path: str) -> str:
    """`text` with a group of settings as the last item of the list `name`."""
    before = _parsed(text, path)
    items = before.get(name) or []
    if not isinstance(items, list):
        raise BadRequest(f"{path}: the setting '{name}' is not a list.", "Mend it by hand first.")
    lines = "\n  ".join(f"{key}: {_written(value)}" for key, value in item.items())
    return verified(_with_line(text, name, f"- {lines}", "[]"), before | {name: [*items, dict(item)]}, path)


def _parsed(text: str, path: str) -> dict[str, Any]:
    settings, wrong = parse_settings(text, path)
    if wrong:
        raise BadRequest(f"{path}: {wrong[0].message}", "Mend it by hand first.")
    return settings


def _with_line(text: str, name: str, line: str, brackets: str) -> str:
    """`text` with a line below the setting `name`, after the others; the setting is added when it is not there."""
    found = _pair(text, name, there=False)
    if found is None:
        return f"{text.rstrip(chr(10))}\n{name}:\n{_indented(line, 2)}\n" if text.strip() else f"{name}:\n  {line}\n"
    _, value = found
    if _is_flow(value) and value.value:
        inner = line.removeprefix("- ").replace("\n  ", ", ")
        new = f"{{{inner}}}" if brackets == "[]" else inner
        at = value.end_mark.index - 1
        return f"{text[:at].rstrip()}, {new}{text[at:]}"
    if not value.value or _is_empty(value):
        colon = text.index(":", found[0].end_mark.index)
        return f"{text[: colon + 1]}\n{_indented(line, 2)}{_after(text, max(colon + 1, value.end_mark.index))}"
    at = _line_end(text, value)
    before = text[:at] if text[:at].endswith("\n") else f"{text[:at]}\n"
    return f"{before}{_indented(line, value.start_mark.column)}\n{text[at:]}"


def _after(text: str, at: int) -> str:
    """What follows a value on its line, and all lines below."""
    line, newline, below = text[at:].partition("\n")
    rest = f"{line.rstrip()}{newline}{below}"
    return rest if rest.startswith(("\n", " ")) else f"\n{rest}"


def _indented(line: str, columns: int) -> str:
    return "\n".join(" " * columns + one for one in line.split("\n"))


def _pair(text: str, name: str, *, there: bool = True) -> Any:
    node = yaml.compose(text, yaml.SafeLoader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    found = next(((key, value) for key, value in pairs if key.value == name), None)
    if found is None and there:
        raise BadRequest(f"There is no setting '{name}'.", "")
    return found


def _inside(group: yaml.MappingNode, name: str) -> tuple[yaml.Node, yaml.Node]:
    return next((key, value) for key, value in group.value if key.value == name)


def _is_flow(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, node: yaml.Node) -> int:
    """Where the line after a node's last one begins; comments below a group are not in it."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    end: int = node.end_mark.index
    while end > node.start_mark.index and text[end - 1].isspace():
        end -= 1
    found = text.find("\n", end)
    return len(text) if found < 0 else found + 1


def _written(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
