"""The PDFs themselves, looked into with pikepdf: what a screen reader, a printer and a reader of links need."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import pairwise
from typing import Any

import pytest

from macros.datasets.store import open_store
from macros.errors import ReportsError
from macros.publishing.paper import papers
from macros.publishing.paper.papers import edition_pages, why_not, write_papers
from tests.builders import REPORT, settings, write_project
from tests.publishing.paper.pieces import START, YOUNG, formal, write_built

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
needs_pango = pytest.mark.skipif(bool(why_not()), reason=f"no PDF can be made here: {why_not()}")
REPORT_PDF, BOOKLET_PDF = f"{START}report.pdf", f"{YOUNG}booklet.pdf"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = write_project(tmp_path_factory.mktemp("project"))
    made = write_built(root / "site")
    papers_made = list(write_papers(open_store(root), made))
    assert [one.path for one in papers_made] == [REPORT_PDF, BOOKLET_PDF]
    assert all((made / one.path).stat().st_size == one.size for one in papers_made)
    return made


@pytest.fixture(params=[REPORT_PDF, BOOKLET_PDF])
def pdf(site, request):
    import pikepdf

    with pikepdf.open(site / request.param) as opened:
        yield opened


@pytest.fixture
def report(site):
    import pikepdf

    with pikepdf.open(site / REPORT_PDF) as opened:
        yield opened


@pytest.fixture
def booklet(site):
    import pikepdf

    with pikepdf.open(site / BOOKLET_PDF) as opened:
        yield opened


def elements(pdf) -> list[tuple[str, Any]]:
    """Every structure element with its kind, in the order in which it is read."""
    import pikepdf

    found: list[tuple[str, Any]] = []
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += reversed(list(one))
        elif isinstance(one, pikepdf.Dictionary) and "/S" in one:
            found.append((str(one.S), one))
            if "/K" in one:
                waiting.append(one.K)
    return found


def words(path, *options: str) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    return subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, text=True, check=True).stdout


@needs_pango
def test_it_says_that_it_is_tagged_and_in_which_language(pdf):
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert all(str(page.Tabs) == "/S" for page in pdf.pages)


@needs_pango
def test_its_metadata_name_it_and_the_standard_it_follows(pdf):
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"]
        assert metadata["pdfuaid:part"] == "1"


@needs_pango
def test_every_figure_says_all_it_shows(pdf):
    figures = [one for kind, one in elements(pdf) if kind == "/Figure"]
    assert figures
    assert all("/Alt" in one and str(one.Alt).strip() for one in figures)


@needs_pango
def test_a_charts_text_holds_its_title_and_its_description_once(report):
    (chart,) = [one for kind, one in elements(report) if kind == "/Figure"]
    assert str(chart.Alt) == "It fell. Four bars. From 75 to 67."


@needs_pango
def test_headers_of_tables_are_headers_with_a_scope(report):
    heads = [one for kind, one in elements(report) if kind == "/TH"]
    assert {str(one.A.Scope) for one in heads} == {"/Column", "/Row"}
    assert any(kind == "/TD" and "/Headers" in one.A for kind, one in elements(report))


@needs_pango
def test_headings_begin_with_the_first_level_and_skip_none(pdf):
    levels = [int(kind[2:]) for kind, _ in elements(pdf) if re.fullmatch(r"/H[1-6]", kind)]
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@needs_pango
def test_every_font_is_embedded(pdf):
    fonts = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
    assert fonts
    for font in fonts:
        held = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(held.FontDescriptor.keys())


@needs_pango
def test_it_has_an_outline_and_page_labels(pdf):
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert len(titles) >= 4
    assert pdf.pages[0].label == "Cover"
    assert pdf.pages[2].label == "3"


def links(pdf) -> list[Any]:
    return [note for page in pdf.pages for note in page.get("/Annots", []) if str(note.Subtype) == "/Link"]


@needs_pango
def test_every_link_inside_leads_to_a_place(pdf):
    inside = [str(link.Dest) for link in links(pdf) if "/Dest" in link]
    tree = pdf.Root.Names.Dests
    known = {str(name) for name in list(tree.Names)[::2]}
    assert inside
    assert set(inside) <= known


@needs_pango
def test_the_contents_lead_to_every_section(report):
    notes = [note for note in report.pages[1].Annots if str(note.Subtype) == "/Link"]
    assert len({str(note.Dest) for note in notes}) == 2


@needs_pango
def test_links_outside_are_whole_addresses(pdf):
    told = [str(link.A.URI) for link in links(pdf) if "/A" in link]
    assert told
    assert all(re.match(r"(https|tel):", address) for address in told)


@needs_pango
@pytest.mark.parametrize("path", [REPORT_PDF, BOOKLET_PDF])
def test_no_word_stands_outside_its_page(site, path):
    told = words(site / path, "-bbox")
    count = 0
    for page in re.finditer(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', told, re.DOTALL):
        for box in re.finditer(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>', page[3]):
            count += 1
            left, top, right, bottom = map(float, box.groups()[:4])
            assert left >= 20, box[5]
            assert right <= float(page[1]) - 20, box[5]
            assert top >= 0, box[5]
            assert bottom <= float(page[2]), box[5]
    assert count > 30


@needs_pango
def test_a_table_over_many_pages_has_its_head_on_each(site):
    pages = words(site / REPORT_PDF, "-layout").split("\f")
    holding = [page for page in pages if re.search(r"row \d+ +12,345", page)]
    assert len(holding) > 1
    assert all("Measure" in page for page in holding)


@needs_pango
def test_what_is_for_the_screen_alone_is_left_out(site):
    told = words(site / REPORT_PDF)
    for gone in ("¶", "Menu", "narrow-label", "line-above", "Download", "Next"):
        assert gone not in told, gone
    for kept in ("wide-label", "The numbers as a table", "Figures on this page", "Page 2 of"):
        assert kept in told, kept


@needs_pango
def test_the_booklet_explains_its_words_and_leaves_out_the_tables(site):
    told = words(site / BOOKLET_PDF)
    assert "Runs your meeting." in told
    assert "0800 1111" in told
    assert "The numbers as a table" not in told
    assert "Figures on this page" not in told


@needs_pango
def test_the_start_pages_link_it_with_type_and_size(site):
    formal_page = (site / START / "index.html").read_text("utf-8")
    assert re.search(
        r'</h1><p class="tv-paper"><a href="report.pdf">This report as a paper \(PDF, \d+ kB\)', formal_page
    )
    young_page = (site / YOUNG / "index.html").read_text("utf-8")
    link = r'<div class="tv-wrap tv-text"><p class="tv-paper"><a href="booklet.pdf" class="tv-pill">.*?\(PDF, \d+ kB\)'
    assert re.search(link, young_page)


@needs_pango
def test_the_same_site_gives_the_same_file(site, tmp_path):
    root = write_project(tmp_path)
    made = write_built(root / "site")
    list(write_papers(open_store(root), made))
    assert (made / REPORT_PDF).read_bytes() == (site / REPORT_PDF).read_bytes()


@needs_pango
def test_the_papers_of_a_real_report(built_site, root, tmp_path):
    import pikepdf

    name = "east-sussex-2015-16"
    for part in ("assets", f"reports/{name}"):
        shutil.copytree(built_site / part, tmp_path / part)
    made = list(write_papers(open_store(root), tmp_path))
    assert [one.path for one in made] == [f"reports/{name}/report.pdf", f"reports/{name}/young-people/booklet.pdf"]
    for one in made:
        with pikepdf.open(tmp_path / one.path) as pdf:
            test_every_figure_says_all_it_shows(pdf)
            test_headings_begin_with_the_first_level_and_skip_none(pdf)
            test_every_font_is_embedded(pdf)
            test_every_link_inside_leads_to_a_place(pdf)
            test_its_metadata_name_it_and_the_standard_it_follows(pdf)
        test_no_word_stands_outside_its_page(tmp_path, one.path)


@needs_pango
def test_hostile_words_stay_words(tmp_path):
    title = "</h1><script>x</script> & “odd” <b>"
    root = write_project(tmp_path, {f"data/reports/{REPORT}/report.yml": settings(title=f"'{title}'")})
    made = write_built(root / "site")
    shutil.rmtree(made / YOUNG)
    outside = (
        '<p><a href="file:///etc/passwd">file</a><img src="file:///etc/passwd" alt="x"><img src="../../../a.png"></p>'
    )
    (made / START / "index.html").write_text(formal("One", outside), "utf-8")
    list(write_papers(open_store(root), made))
    told = " ".join(words(made / REPORT_PDF).split())
    assert "<script>x</script>" in told
    assert b"passwd" not in (made / REPORT_PDF).read_bytes()


def test_the_pages_of_an_edition_come_in_the_order_of_the_menu(tmp_path):
    made = write_built(tmp_path)
    assert edition_pages(made, START) == [START, f"{START}second/"]
    assert edition_pages(made, YOUNG) == [YOUNG, f"{YOUNG}who/"]


def test_a_circle_of_pages_ends(tmp_path):
    made = write_built(tmp_path)
    (made / START / "second/index.html").write_text(formal("2", "", "../"), "utf-8")
    assert edition_pages(made, START) == [START, f"{START}second/"]


def test_pages_without_end_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(papers, "_MOST", 1)
    made = write_built(tmp_path)
    with pytest.raises(ReportsError, match="more than 1 pages"):
        edition_pages(made, f"{START}")
