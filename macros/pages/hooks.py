"""MkDocs' events, each a thin call: what the engine is told before a build, what is done after it.

ProperDocs runs these, too. Zensical runs no hooks: docs/guide/publish/engines.md says what stands in for them.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from macros import checks
from macros.datasets.build_day import build_day
from macros.datasets.commit import commit_of
from macros.datasets.page_source import is_english
from macros.datasets.store import Store, open_store
from macros.pages import ahead
from macros.pages.draft import declare, is_draft, is_preview, only_report, published_site
from macros.pages.keeping import Keeping
from macros.pages.kept_pages import is_on
from macros.pages.late import has_figures, page_and_list
from macros.pages.menu import Menu
from macros.pages.theme_files import without_hidden
from macros.publishing.finish import FOUND_LAST, Build, finish_site
from macros.publishing.manifest import write_manifest
from macros.publishing.preview.finish_draft import finish_draft
from macros.publishing.preview.what_changed import navigation as what_changed
from macros.publishing.preview.what_changed import what_changed_pages
from macros.publishing.shown_pages import hidden_pages, made_pages, navigation
from macros.publishing.stray_files import LITTER
from macros.render.in_its_language import in_its_language

log = logging.getLogger("mkdocs.two_voices")
_opened: dict[Path, Store] = {}  # the store of the build under way: looking for changes once a page is too often
_keeping: dict[Path, Keeping] = {}  # what this build knows of the one before
_ahead: dict[Path, ahead.Ahead] = {}  # the processes that draw for this build
_menu: dict[Path, Menu] = {}  # of this build
_engine = {"command": ""}  # `build` or `serve`: the engine says it at its start alone
EXTENSION = "macros.pages.late"
LOOK_EVERY = 0.05  # seconds
AWAIT_MORE = 0.05  # seconds without a further change before the site is built
TEMPLATES = ".cache/two-voices/theme"


def on_startup(command: str, dirty: bool) -> None:  # MkDocs gives both
    """Spare the author what mkdocs-macros tells its developers."""
    _engine["command"] = command
    logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.WARNING)


@event_priority(100)  # before other plugins have files watched
def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Look for changes often and wait little; MkDocs does neither, which is half of what an author waits for."""
    from watchdog.observers.polling import PollingObserver

    watched = [config.docs_dir, config.config_file_path]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOK_EVERY)
    server.build_delay = AWAIT_MORE
    for path in watched:
        server.watch(path)
    return server


def on_config(config: Any) -> Any:
    """Tell the Markdown extension where the project is; leave out what is not for the public."""
    root = _root(config)
    without_hidden(config.theme)
    declare(is_preview=bool(config.extra.get("preview")))
    config.mdx_configs[EXTENSION] = {"root": str(root), "by_hook": True}
    store = open_store(root)
    _ahead[root] = ahead.begin(store)
    if config.nav:
        config.nav = navigation(store, config.nav, draft=is_draft(), only=only_report())
        config.nav += [{"What changed": what_changed(store)}] if is_preview() else []
    from mkdocs.config.config_options import PathSpec

    hidden = hidden_pages(store, draft=is_draft(), only=only_report())
    spec = PathSpec().run_validation("\n".join((*hidden, *LITTER)))
    config.exclude_docs = spec if config.exclude_docs is None else config.exclude_docs + spec
    return config


def on_files(files: Any, config: Any) -> Any:
    """Add the pages nobody writes; one that stands in docs/ all the same is made anew."""
    from mkdocs.structure.files import File

    store = open_store(_root(config))
    made = made_pages(store, draft=is_draft(), only=only_report())
    made |= what_changed_pages(store) if is_preview() else {}
    for path, text in made.items():
        if (written := files.get_file_from_path(path)) is not None:
            files.remove(written)
        files.append(File.generated(config, path, content=text))
    if is_on():
        _keeping[_root(config)] = Keeping(store, files, config)
    return files


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """Look through the menu once."""
    _menu[_root(config)] = Menu(nav)
    return nav


def on_pre_page(page: Any, config: Any, files: Any) -> Any:
    """Spare a page that is kept from the build before its rendering."""
    keeping = _keeping.get(_root(config))
    return keeping.begin(page) if keeping else page


@event_priority(-100)  # after the macros
def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Spare a page whose macros say what they said before its rendering, too."""
    keeping = _keeping.get(_root(config))
    return keeping.markdown(page, markdown) if keeping else markdown


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Note what other pages may ask of this one."""
    if keeping := _keeping.get(_root(config)):
        keeping.content(page)
    return html


def on_pre_build(config: Any) -> None:
    """Say every finding of the data before the pages are built; strict mode counts those that stop it."""
    store = _opened[_root(config)] = open_store(_root(config))
    for finding in checks.run(_root(config)):
        tell = log.warning if checks.stops_the_public(store, finding) else log.info
        tell(f"{finding.place}: {finding.message}")


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Keep the theme's compiled templates on disk: a fifth of a second at each of an author's edits.

    Zensical's templates know no methods of strings but a filter `split`, so ours use that, and MkDocs learns it here.
    """
    _ahead[_root(config)].pages_read()
    folder = _root(config) / TEMPLATES
    folder.mkdir(parents=True, exist_ok=True)
    env.filters["split"] = str.split
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    if keeping := _keeping.get(_root(config)):
        keeping.templates(env)
    return env


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """The search has read the page: its plugin goes before the hooks. Tell the template which pages go with it."""
    if keeping := _keeping.get(_root(config)):
        keeping.entries(page)
    context["edition_pages"] = _menu[_root(config)].edition_of(page)
    return context


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Put the blocks and the list of figures into a page, after the search index has been fed."""
    keeping = _keeping.get(_root(config))
    if keeping and (kept := keeping.kept.get(page.file.src_uri)):
        return kept.html
    told: str | None = ""
    if has_figures(output):
        output, told = page_and_list(_opened[_root(config)], output, f"docs/{page.file.src_uri}")
    if not is_english(page.meta):
        output, told = in_its_language(output), None
    if keeping:
        keeping.finished(page, output, told)
    return output


def on_post_build(config: Any) -> None:
    """Finish the built folder: published data, gates, security policy.

    In strict mode what stops fails the build here, too: `mkdocs build --quiet` drops the warnings it would count.
    """
    if keeping := _keeping.pop(_root(config), None):
        keeping.end()
    others = _ahead.pop(_root(config))
    others.workbooks_made()
    root, site = _root(config), Path(config.site_dir)
    served = only_report() if _engine["command"] == "serve" else None
    told = Build(is_draft(), config.site_name, config.site_url or "", served, others.share)
    findings = finish_site(root, site, told)
    others.finish()
    if is_draft():
        finish_draft(root, site, findings, published_site(root))
    if not only_report():  # which is built again at each edit, and never published
        write_manifest(site, commit_of(root), config.site_url or "", build_day().isoformat())
    store = open_store(root)
    stopping = [finding for finding in findings if checks.stops_the_public(store, finding)]
    for finding in stopping:
        if finding.kind.id in FOUND_LAST or finding.check in checks.ON_PAGES:
            # all others have been said
            log.warning(f"{finding.place}: {finding.message}")
    if config.strict and stopping and not log.isEnabledFor(logging.WARNING):
        raise Abort(f"{len(stopping)} findings stop the build; {config.site_dir}/data/findings.json lists them.")


def _root(config: Any) -> Path:
    return _resolved(config.config_file_path).parent


@lru_cache(maxsize=8)  # asked a dozen times for each page
def _resolved(path: str) -> Path:
    return Path(path).resolve()
