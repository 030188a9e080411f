"""The same pages without this program: what the macros say pasted in as plain Markdown, and no charts (DESIGN.md
section 9). Only the look is left: templates, styles, Markdown's own extensions."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined
from lxml import html as lxml_html

from macros.datasets.page_source import DOCS, read_pages
from macros.datasets.store import Store, open_store
from macros.pages import late
from macros.pages.late import finish_page
from macros.pages.page_context import PageContext
from macros.pages.registration import MACROS
from macros.publishing import blocks
from macros.publishing.shown_pages import hidden_pages, made_pages

_TOKEN = re.compile(r'<span data-tv-block="([0-9a-f]+)"[^>]*></span>')
_LINK = re.compile(r'<a class="tv-figure"[^>]*>(.*?)</a>')
_NO_CHARTS = ("chart", "comparators")
FILTER = """def on_env(env, config, files):
    env.filters["split"] = str.split  # which our templates use
    return env
"""


def write_plain(project: Path, folder: Path, *, draft: bool) -> None:
    """Write the pages of a project, and those that its build would add, into `folder` as plain Markdown."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in project.iterdir():
        if path.name in ("docs", "overrides"):
            shutil.copytree(path, folder / path.name)
    store = open_store(project)
    for hidden in hidden_pages(store, draft=draft):
        shutil.rmtree(folder / DOCS / hidden.strip("/"), ignore_errors=True)
    for page in read_pages(project)[0]:
        path = folder / page.path
        if not path.exists():
            continue
        written = path.read_text(encoding="utf-8")
        head = written[: len(written) - len(page.body)]
        path.write_text(
            head + pasted(store, page.path.removeprefix(f"{DOCS}/"), page.meta, page.body), encoding="utf-8"
        )
    for name, text in made_pages(store, draft=draft).items():
        path = folder / DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pasted(store, name, {"edition": "formal"}, text), encoding="utf-8")
    write_settings(folder, (project / "mkdocs.yml").read_text(encoding="utf-8"))


def write_settings(folder: Path, text: str) -> None:
    """mkdocs.yml without our plugin, our hooks and our Markdown extension."""
    settings = yaml.load(text, Loader=Loader)  # noqa: S506  # a safe one
    settings["strict"] = False
    settings["site_url"] = "http://127.0.0.1:8000/"
    settings["plugins"] = [one for one in settings["plugins"] if not isinstance(one, dict)]
    settings.pop("watch", None)
    settings["hooks"] = ["split.py"]
    (folder / "split.py").write_text(FILTER, encoding="utf-8")
    settings["markdown_extensions"].remove("macros.pages.late")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


class Loader(yaml.SafeLoader):
    """Reads `!ENV` as its text: the benchmark sets its own."""


def _last(loader: yaml.SafeLoader, node: yaml.SequenceNode) -> object:
    return loader.construct_sequence(node)[-1]


Loader.add_constructor("!ENV", _last)


def pasted(store: Store, name: str, meta: Mapping[str, Any], text: str) -> str:
    """The page with its figures as text, its tables as Markdown tables, and no charts."""
    page = PageContext(store, name, dict(meta))
    environment = Environment(undefined=StrictUndefined)  # noqa: S701  # Markdown, as mkdocs-macros renders it
    macros: dict[str, Callable[..., object]] = {name: partial(macro, page) for name, macro in MACROS.items()}
    macros |= {name: lambda *_args, **_options: "" for name in _NO_CHARTS}
    rendered = environment.from_string(text).render(**macros)
    listed = finish_page(page.store, f"{rendered}{late.LIST}").removeprefix(rendered)
    tables = partial(_markdown_tables, store.root)
    prose = _LINK.sub(r"[\1](#figures-on-this-page)", _TOKEN.sub(lambda found: tables(found[1]), rendered))
    return prose + (_markdown_list(listed[listed.rindex("<section") :]) if "<section" in listed else "")


def _markdown_list(section: str) -> str:
    """The list of figures in Markdown."""
    signs = {"h2": "\n\n## ", "h3": "\n\n### ", "p": "\n\n", "li": "\n- "}
    items = lxml_html.fromstring(section).iter(*signs)
    return "".join(f"{signs[str(item.tag)]}{_words(item)}" for item in items) + "\n"


def _markdown_tables(root: Path, name: str) -> str:
    """The tables of a block in Markdown."""
    block = blocks.get(root, name)
    if block is None:
        raise LookupError(name)
    parts = []
    for table in lxml_html.fromstring(f"<div>{block.html}</div>").iter("table"):
        rows = [[_words(cell) for cell in row.iter("th", "td")] for row in table.iter("tr")]
        lines = ["| " + " | ".join(cells) + " |" for cells in rows]
        parts.append("\n".join((lines[0], "|" + " --- |" * len(rows[0]), *lines[1:])))
    return "\n\n".join(parts)


def _words(element: Any) -> str:
    return str(element.xpath("string()"))
