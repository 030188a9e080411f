"""A build that keeps pages of the one before writes, byte for byte, what a full build writes, whatever was changed."""

from __future__ import annotations

import logging
import re
import shutil

import pytest

from macros.pages.kept_pages import FOLDER, SWITCH
from tests.builders import FIGURES, REPORT, build, indicator, page, seal, write_site

HOME = f"docs/reports/{REPORT}"
SAID = re.compile(r"(\d+) of (\d+) pages stand as they were built before")
PAGES = {
    "index.md": page('# Our year\n\n{{ figure("on_time_pct", source="Table 5") }} of children.'),
    "one.md": page("# One\n\nSee [the other](two.md#part).", other_voice=f"reports/{REPORT}/two.md"),
    "two.md": page('# Two\n\n## Part\n\n{{ table(source="Table 9") }}'),
}


def edit(path, before, after):
    def change(root):
        text = (root / path).read_text(encoding="utf-8")
        assert before in text
        (root / path).write_text(text.replace(before, after), encoding="utf-8")

    return change


def add(path, text):
    def change(root):
        (root / path).write_text(text, encoding="utf-8")

    return change


def remove(path):
    return lambda root: (root / path).unlink()


def other_figure(root):
    text = (root / FIGURES).read_text(encoding="utf-8")
    assert ",67," in text
    (root / FIGURES).write_text(text.replace(",67,", ",68,"), encoding="utf-8")
    seal(root)


def other_definition(root):
    path = root / "data/catalogue/indicators.csv"
    text = path.read_text(encoding="utf-8")
    assert indicator()["definition"] in text
    path.write_text(text.replace(indicator()["definition"], "Something else."), encoding="utf-8")


# what is changed, and how many pages the next build makes anew at least and at most; None: all of them
CHANGES = [
    ("nothing", lambda root: None, 0),
    ("a sentence", edit(f"{HOME}/one.md", "See [the", "Look at [the"), 1),
    ("a heading that another page leads to", edit(f"{HOME}/two.md", "## Part", "## Share"), 1),
    ("a page's title", edit(f"{HOME}/one.md", "# One", "# The first"), None),
    ("a setting", edit(f"{HOME}/one.md", "other_voice:", "description: Short\nother_voice:"), None),
    ("a new page", add(f"{HOME}/three.md", page("# Three\n\nWords.")), None),
    ("a page less", remove(f"{HOME}/three.md"), None),
    ("a folder's settings", add(f"{HOME}/.meta.yml", f"report: {REPORT}\ndescription: All\n"), None),
    ("the look", edit("overrides/main.html", "</footer>", "<!-- x --></footer>"), None),
    ("a figure", other_figure, 2),
    ("a definition", other_definition, None),
]


def everything(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def kept_of(caplog):
    told = [found for record in caplog.records if (found := SAID.search(record.getMessage()))]
    caplog.clear()
    return (int(told[-1][1]), int(told[-1][2])) if told else None


def make(root):
    write_site(root, PAGES)
    real = (root / "overrides").resolve()
    (root / "overrides").unlink()
    shutil.copytree(real, root / "overrides")
    return root


@pytest.mark.slow
def test_what_is_kept_is_what_a_full_build_makes(tmp_path, caplog, monkeypatch):
    caplog.set_level(logging.INFO, logger="mkdocs.two_voices")
    root = make(tmp_path / "site")
    build(root)
    assert kept_of(caplog)[0] == 0
    for name, change, made_anew in CHANGES:
        change(root)
        incremental = everything(build(root).site)
        kept, pages = kept_of(caplog)
        assert kept == (0 if made_anew is None else pages - made_anew), name
        with monkeypatch.context() as switched:
            switched.setenv(SWITCH, "0")
            full = everything(build(root).site)
        assert kept_of(caplog) is None, name
        assert [path for path in full if full[path] != incremental.get(path)] == [], name
        assert set(full) == set(incremental), name


@pytest.mark.slow
def test_a_page_with_a_mistake_is_said_again_each_time(tmp_path, caplog):
    caplog.set_level(logging.INFO, logger="mkdocs.two_voices")
    broken = {**PAGES, "one.md": page('# One\n\n{{ figure("on_time") }}\n\n[x](nowhere.md)')}
    root = write_site(tmp_path / "site", broken)
    first = build(root).warnings
    kept_of(caplog)
    assert build(root).warnings == first
    kept, pages = kept_of(caplog)
    assert pages - kept == 1
    assert [said for said in first if "on_time" in said]
    assert [said for said in first if "nowhere.md" in said]


@pytest.mark.slow
def test_a_damaged_page_is_made_anew(tmp_path, caplog):
    caplog.set_level(logging.INFO, logger="mkdocs.two_voices")
    root = write_site(tmp_path / "site", PAGES)
    before = everything(build(root).site)
    rubbish = (b"", b"{", b"[]", b'{"key": 1}', b"\xff\xfe", b"[" * 99999)
    for number, path in enumerate((root / FOLDER).glob("*.json")):
        path.write_bytes(rubbish[number % len(rubbish)])
    kept_of(caplog)
    assert everything(build(root).site) == before
    assert kept_of(caplog)[0] == 0
    for path in (root / FOLDER).glob("*.json"):
        path.write_text(path.read_text(encoding="utf-8").replace("year", "bad year"), encoding="utf-8")
    assert everything(build(root).site) == before
