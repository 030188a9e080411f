"""The same sources under three engines: MkDocs, ProperDocs, and Zensical, which runs no hooks."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.cli.portable import finish, generate
from tests.browser.web_server import BASE_PATH
from tests.builders import REPORT, page, write_site

SOURCES = ("data", "docs", "macros", "overrides")
SHOWN = re.compile(
    r'<a class="tv-figure" href="([^"]*)" data-figure="([^"]*)">(.*?)</a>|data-block="([0-9a-f]+)"', re.DOTALL
)
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
FRAME = (
    r'aria-current="(?:page|true)"[^>]*>[^<]*',
    r'<a [^>]*rel="(?:next|prev)" href="[^"]*"',
    r'class="tv-[a-z -]*"',
)
MANIFEST = "data/manifest.json"  # names the hash of every file, so it differs where a page does

pytestmark = [pytest.mark.slow]


def engine(name: str, project: Path, *words: str) -> None:
    """Run an engine; skip where it is not installed, and say so."""
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"{name} is not installed: pip has no version of it for this system")
    done = subprocess.run(
        [sys.executable, "-m", name, "build", *words], check=False, cwd=project, capture_output=True, text=True,
        env=os.environ | {"TWO_VOICES_SITE_URL": f"http://127.0.0.1:8000{BASE_PATH}", "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources: an engine writes its cache, and `generate` its pages, beside them."""
    copy = tmp_path_factory.mktemp("project")
    for name in SOURCES:
        shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", copy)
    return copy


@pytest.fixture(scope="module")
def proper(project: Path) -> Path:
    engine("properdocs", project, "--quiet", "--config-file", "mkdocs.yml", "--site-dir", "proper")
    return project / "proper"


@pytest.fixture(scope="module")
def zensical(project: Path) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TWO_VOICES_SITE_URL", f"http://127.0.0.1:8000{BASE_PATH}")
        generate(project, draft=False)
    engine("zensical", project, "--config-file", "generated.yml", "--clean", "--strict")
    assert finish(project, project / "generated/site", draft=False) == 0
    return project / "generated/site"


def files(site: Path, pattern: str = "*") -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob(pattern) if path.is_file()}


def shown(site: Path) -> dict[str, list[tuple[str, ...]]]:
    """What a reader sees on each page: every figure with its link, and every chart and table, in page order."""
    pages = files(site, "*.html")
    return {path: [found.groups() for found in SHOWN.finditer(html.decode())] for path, html in pages.items()}


def test_properdocs_builds_the_same_bytes(built_site: Path, proper: Path) -> None:
    ours = {path: GENERATOR.sub(b"", content) for path, content in files(built_site).items() if path != MANIFEST}
    theirs = {path: GENERATOR.sub(b"", content) for path, content in files(proper).items() if path != MANIFEST}
    gzipped = {path for path in ours if path.endswith(".gz")}  # holds the time at which it was packed
    assert set(ours) == set(theirs)
    assert [path for path in ours if path not in gzipped and ours[path] != theirs[path]] == []


def test_zensical_shows_the_same_figures_on_every_page(built_site: Path, zensical: Path) -> None:
    ours, theirs = shown(built_site), shown(zensical)
    assert sum(map(len, ours.values())) > 1000
    assert set(ours) == set(theirs)
    assert [page for page in ours if ours[page] != theirs[page]] == []


def test_zensicals_data_is_the_same(built_site: Path, zensical: Path) -> None:
    rows = json.loads((zensical / "data/figures.json").read_text(encoding="utf-8"))
    assert rows == json.loads((built_site / "data/figures.json").read_text(encoding="utf-8"))
    ours, theirs = files(built_site / "data"), files(zensical / "data")
    assert set(ours) == set(theirs)
    assert {path for path in ours if ours[path] != theirs[path]} <= {"manifest.json"}


def test_zensicals_pages_keep_the_frame(zensical: Path, built_site: Path) -> None:
    for url in ("reports/york-2016-17/impact/", "reports/york-2016-17/young-people/meetings-on-time/"):
        ours, theirs = ((site / url / "index.html").read_text(encoding="utf-8") for site in (built_site, zensical))
        for part in FRAME:
            found = [re.findall(part, text) for text in (ours, theirs)]
            assert found[0] == found[1], (url, part)
            assert found[0], (url, part)


def test_a_mistake_stops_zensicals_site_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = '# A\n\n{{ figure("no_such_thing") }}\n'
    unknown = "# B\n\n{{ fugure() }}\n"
    root = write_site(tmp_path, {"index.md": page(body), "b.md": page(unknown), "c.md": page("# C\n\n{{ figure( }}\n")})
    generate(root, draft=False)
    engine("zensical", root, "--config-file", "generated.yml", "--clean")
    capsys.readouterr()
    assert finish(root, root / "generated/site", draft=False) == 1
    told = capsys.readouterr().out
    assert f"docs/reports/{REPORT}/index.md:7: figure(): There is no indicator called 'no_such_thing'" in told
    assert f"reports/{REPORT}/b/: The page holds a macro's error text" in told
    assert f"reports/{REPORT}/c/: The page holds a macro's error text" in told
