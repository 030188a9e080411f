"""Building HTML safely: text is escaped unless it is already `Markup`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

_SIGNS = re.compile(r"[^\w\s.,:;%/=~-]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_VOID = frozenset({"br", "img", "hr", "input", "link", "meta"})


def inert(text: object) -> Markup:
    """Text that Markdown leaves alone, too: every sign that means something to it as a character reference.

    For what a macro writes into a sentence; a block is put in after Markdown has run and needs `escape` only.
    """
    return Markup(_SIGNS.sub(lambda found: f"&#{ord(found[0])};", str(text)))  # `<`, `&` and quotes are signs too


def tag(name: str, /, *children: object, **attributes: object) -> Markup:
    """An element. `class_` and `for_` lose their underscore, `data_block` becomes `data-block`.

    An attribute of True stands alone; None and False leave it out.
    """
    written = "".join([_attribute(key, value) for key, value in attributes.items()])
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{_joined(children)}</{name}>")


def join(children: object, between: str = "") -> Markup:
    """Children one after the other, each escaped unless it is Markup; None leaves nothing."""
    parts = children if isinstance(children, list | tuple) else [children]
    return Markup(_joined(parts, str(escape(between))))


def _joined(parts: Sequence[object], between: str = "") -> str:
    """As plain text: markup that is joined as markup looks at each part once more, which is most of a page's time."""
    return between.join([part if isinstance(part, Markup) else escape(part) for part in parts if part is not None])


def _attribute(key: str, value: object) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
