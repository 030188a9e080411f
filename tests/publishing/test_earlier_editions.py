"""An edition that readers have seen stays at its dated address, byte for byte, when a newer release takes its place."""

from __future__ import annotations

import json
import re
from hashlib import sha256

import pytest
from lxml import html as lxml_html

from macros.checks import stops_the_public
from macros.checks.context import open_context
from macros.checks.editions import editions
from macros.cli.keep import keep
from macros.cli.release import correct, release
from macros.datasets.store import open_store
from macros.publishing.earlier_editions import without_notice
from macros.publishing.edition_archive import RECORD
from macros.publishing.led_to import led_to
from macros.publishing.manifest import differences, entries, read_manifest
from macros.publishing.security import policy
from tests.builders import FIGURES, RELEASE, REPORT, REPORT_FOLDER, build, page, settings, write_site

LATER = "2026-11-25"
WHY = "The clerk sent the right figure; it was a slip <b>of ours</b>."
PAGES = {
    "index.md": page(
        '# Our year\n\n{{ figure("on_time_pct", source="Table 5") }} of children. [Search](../../search.md)\n\n'
        '{{ table(source="Table 9") }}\n\n{{ chart("on_time_pct", by="quarter") }}\n\n![A scan](scan.svg)\n',
        other_voice=f"reports/{REPORT}/young-people/index.md",
    ),
    "young-people/index.md": page(
        '# Your year\n\n{{ figure("on_time_pct", source="Table 5") }} of you.\n\n{{ restatements() }}\n',
        other_voice=f"reports/{REPORT}/index.md",
    ),
    "gone.md": page("# A page that goes\n"),
}
PLACE = f"editions/{REPORT}/{RELEASE}"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def _correct(root, to="66"):
    """Correct the first figure in a new release, and seal it."""
    assert correct(root, REPORT, WHY, LATER) == 0
    path = root / REPORT_FOLDER / LATER / "figures.csv"
    old = "on_time_pct,york,2016-17,,,67,,,,Table 5"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, old.replace("67,,,,", to)), newline="")
    assert release(root, REPORT) == 0


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The site as it was published, and as it is after a correction; the project between."""
    root = write_site(tmp_path_factory.mktemp("site"), PAGES, {f"docs/reports/{REPORT}/scan.svg": SVG})
    published = build(root)
    assert (published.warnings, published.code) == ((), 0)
    was = {path: (root / "site" / path).read_bytes() for path in read_manifest(root / "site").files}
    _correct(root, "66,,,,")
    (root / f"docs/reports/{REPORT}/gone.md").unlink()
    now = build(root)
    assert (now.warnings, now.code) == ((), 0)
    return was, now


def test_every_page_of_it_is_there_byte_for_byte(sites):
    was, now = sites
    own = [path for path in was if path.startswith((f"reports/{REPORT}/", f"data/reports/{REPORT}"))]
    assert len(own) > 6
    for path in own:
        there = (now.site / PLACE / path).read_bytes()
        if path.endswith(".html"):
            assert there != was[path]
            there = without_notice(there.decode()).encode()
        assert there == was[path], path


def test_it_shows_the_old_figure_and_the_new_edition_the_new_one(sites):
    _, now = sites
    assert "67%" in now.html(f"{PLACE}/reports/{REPORT}")
    assert "66%" in now.html(f"reports/{REPORT}")
    assert "66%" not in now.html(f"{PLACE}/reports/{REPORT}")


@pytest.mark.parametrize(
    ("path", "said", "leads"),
    [
        ("", "This is an earlier edition, with the figures of 21 November 2026.", f"reports/{REPORT}/"),
        ("young-people/", "This page is old.", f"reports/{REPORT}/young-people/"),
        ("gone/", "This is an earlier edition", f"reports/{REPORT}/"),
    ],
)
def test_each_page_says_so_and_leads_to_the_page_of_today(sites, path, said, leads):
    _, now = sites
    url = f"{PLACE}/reports/{REPORT}/{path}"
    html = now.html(url)
    page = lxml_html.fromstring(html)
    (notice,) = page.xpath("//aside[@aria-label='Earlier edition']")
    assert notice.xpath("preceding::a[contains(@class, '-skip')]")  # the way past the header still comes first
    assert not notice.xpath("preceding::header")
    assert said in notice.text_content()
    assert next(led_to(url, lxml_html.tostring(notice, encoding="unicode"))) == leads
    assert '<meta name="robots" content="noindex">' in html.split("</head>")[0]


def test_every_link_of_it_leads_to_something(sites):
    _, now = sites
    pages = list((now.site / PLACE).rglob("*.html"))
    assert len(pages) > 5
    for path in pages:
        url = path.relative_to(now.site).as_posix().removesuffix("index.html")
        for target in led_to(url, path.read_text()):
            there = now.site / target
            assert there.is_file() or (there / "index.html").is_file(), f"{url} → {target}"


def test_its_record_has_the_checksum_of_each_file_as_it_was(sites):
    was, now = sites
    record = json.loads((now.site / PLACE / RECORD).read_text())
    assert (record["report"], record["release"]) == (REPORT, RELEASE)
    assert all(sha256(was[path]).hexdigest() == told for path, told in record["files"].items())
    assert f"reports/{REPORT}/scan.svg" in record["files"]


def test_it_is_in_one_file_too(sites):
    _, now = sites
    kept = now.root / REPORT_FOLDER / "editions" / f"{RELEASE}.zip"
    assert (now.site / f"{PLACE}.zip").read_bytes() == kept.read_bytes()


def test_a_page_before_it_says_what_it_is_and_why_it_went(sites):
    _, now = sites
    text = lxml_html.fromstring(now.html(PLACE)).text_content()
    assert "Earlier edition: York IRO report, 21 November 2026" in text
    assert WHY in text
    assert "<b>of ours</b>" not in now.html(PLACE)


def test_it_is_in_the_manifest_and_in_no_list_for_search_engines(sites):
    _, now = sites
    assert f"{PLACE}/reports/{REPORT}/index.html" in read_manifest(now.site).files
    assert not differences(read_manifest(now.site).files, entries(now.site))
    assert PLACE not in (now.site / "search/search_index.json").read_text()


def test_the_servers_rules_let_its_scripts_run(sites):
    _, now = sites
    rules = (now.site / "_headers").read_text()
    for path in (now.site / PLACE).rglob("*.html"):
        for one in re.findall(r"'sha256-[^']+'", policy(path.read_text())):
            assert one in rules, path


def test_the_newest_edition_leads_to_it(sites):
    _, now = sites
    (entry,) = re.findall(r"<entry>.*?corrected.*?</entry>", (now.site / "feed.xml").read_text(), re.DOTALL)
    assert f"{PLACE}/" in entry
    html = now.html(f"reports/{REPORT}/young-people")
    assert f'<a href="../../../{PLACE}/">What our pages said before</a>' in html


def test_building_again_gives_the_same(sites):
    _, now = sites
    before = entries(now.site)
    assert entries(build(now.root).site) == before


# ------------------------------------------------------------- when it cannot be shown


def test_a_figure_that_was_hidden_since_takes_it_down(tmp_path):
    root = write_site(tmp_path, PAGES, {f"docs/reports/{REPORT}/scan.svg": SVG})
    assert build(root).code == 0
    _correct(root, ",,,c,")
    built = build(root)
    assert not (built.site / PLACE / f"reports/{REPORT}").exists()
    assert not (built.site / f"{PLACE}.zip").exists()
    assert "This edition was taken down." in built.html(PLACE)
    assert "67" not in (built.site / f"data/reports/{REPORT}/{RELEASE}.csv").read_text().split("Table 5")[4]


def test_an_edition_that_is_not_kept_stops_the_build(tmp_path, capsys):
    root = write_site(tmp_path, PAGES, {f"docs/reports/{REPORT}/scan.svg": SVG})
    _correct(root, "66,,,,")
    assert f"python -m macros keep {REPORT} --site <folder>" in capsys.readouterr().out
    built = build(root)
    assert built.code == 1
    said = "The edition that was published with the release of 2026-11-21 is not kept"
    assert any(said in one for one in built.warnings)


@pytest.mark.parametrize(("damage", "why"), [("gone", "it is gone"), ("changed", "its bytes changed")])
def test_an_archive_that_is_not_what_it_was_stops_the_build(sites, tmp_path, damage, why):
    _, now = sites
    path = now.root / REPORT_FOLDER / "editions" / f"{RELEASE}.zip"
    kept = path.read_bytes()
    try:
        path.write_bytes(kept[:-1]) if damage == "changed" else path.unlink()
        (finding,) = editions(open_context(now.root))
        assert why in finding.message
        assert stops_the_public(open_store(now.root), finding)
    finally:
        path.write_bytes(kept)


def test_an_edition_of_a_report_that_is_no_longer_public_is_not_shown(tmp_path):
    root = write_site(tmp_path, PAGES, {f"docs/reports/{REPORT}/scan.svg": SVG})
    assert build(root).code == 0
    assert keep(root, REPORT, root / "site") == 0
    _correct(root, "66,,,,")
    (root / f"{REPORT_FOLDER}/report.yml").write_text(settings(status="draft", release=LATER))
    built = build(root)
    assert not (built.site / "editions").exists()
    assert FIGURES
