"""The public build holds only what is published: planted words are looked for in every byte of it.

That a word is found wherever it is put is proved at the end.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest

from macros.datasets.own_words import words_text
from macros.datasets.store import open_store
from macros.publishing.paper import papers
from tests.builders import (
    FIGURES,
    FOLDER,
    REPORT,
    REPORT_FOLDER,
    action,
    build,
    csv_text,
    figures,
    issue,
    observation,
    observations,
    page,
    release_settings,
    settings,
    write_site,
)
from tests.datasets.test_comments import answer, said
from tests.datasets.test_comments import files as comments
from tests.every_byte import hiding_places

DRAFT = "leeds-2017-18"
DRAFT_FOLDER = f"data/reports/{DRAFT}"
EARLIER = "york-2015-16"  # a draft of the same council, which prints a published figure otherwise
LATER = f"{REPORT_FOLDER}/2027-03-01"  # a correction that is not in force yet
RAW = "73139.25"  # a count as no hash has it: with a point


def word(name: str) -> str:
    """A word that stands nowhere else, and that no encoding changes."""
    return f"zqx{name.replace(' ', '')}qzx"


def workbook(name: str) -> bytes:
    """A workbook with the word in a cell."""
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    book.active["A1"] = word(name)  # type: ignore[index]
    book.save(out)
    return out.getvalue()


# what must stay out, by a name of its own: the file that holds it, and its text
def planted() -> dict[str, dict[str, str | bytes]]:
    return {
        "draft title": {
            f"{DRAFT_FOLDER}/report.yml": settings(
                id=DRAFT, council="leeds", period="2017-18", title=word("draft title"),
                short_title=word("draft title"), status="for-panel", approvals="[]",
            ),
        },
        "draft figure": {
            f"{DRAFT_FOLDER}/2026-11-21/release.yml": release_settings(report=DRAFT),
            f"{DRAFT_FOLDER}/2026-11-21/figures.csv": observations(
                observation(area="leeds", period="2017-18", value=RAW, source=word("draft figure"))
            ),
        },
        "draft issue": {
            f"{DRAFT_FOLDER}/2026-11-21/known_issues.csv": csv_text([issue(problem=word("draft issue"))])
        },
        "draft plan": {f"{DRAFT_FOLDER}/2026-11-21/work_plan.csv": csv_text([action(action=word("draft plan"))])},
        "draft page": {f"docs/reports/{DRAFT}/index.md": page(f"# A\n\n{word('draft page')}\n")},
        "draft young page": {
            f"docs/reports/{DRAFT}/young-people/index.md": page(f"# A\n\n{word('draft young page')}\n"),
            f"docs/reports/{DRAFT}/.meta.yml": f"report: {DRAFT}\n",
        },
        "draft file name": {f"docs/reports/{DRAFT}/{word('draft file name')}.svg": "<svg/>"},
        "release to come": {
            f"{LATER}/release.yml": release_settings(date="2027-03-01", why=word("release to come")),
            f"{LATER}/figures.csv": observations(observation(value=RAW, note=word("release to come"))),
        },
        "raw counts": {
            "data/raw.csv": f"child,value\n{word('raw counts')},{RAW}\n",
            f"{REPORT_FOLDER}/raw.xlsx": workbook("raw counts"),
            f"{FOLDER}/notes.txt": word("raw counts"),
        },
        "comment": {
            f"{REPORT_FOLDER}/comments/words.csv": words_text(
                [{"id": "a1", "page": "young-people/b", "text": word("comment"), "look_at": word("comment")}]
            ),
            f"{REPORT_FOLDER}/comments/2026-11-20.json": json.dumps([{"words": word("comment")}]),
            **comments([said(page="young-people/b", section=word("comment"))], [answer(page="young-people/b")]),
        },
        "remark in settings": {"data/catalogue/remarks.yml": f"# {word('remark in settings')}\n"},
        "front matter": {
            f"docs/reports/{REPORT}/a.md": page(f"# A\n\nText.\n\n{{# {word('front matter')} #}}\n").replace(
                "---\n", f"---\n# {word('front matter')}\nreviewed_by: {word('front matter')}\n", 1
            )
        },
        "remark in a page": {
            f"docs/reports/{REPORT}/b.md": page(
                f"# B\n\n<!-- {word('remark in a page')} -->\n\nText <!-- {word('remark in a page')} --> here.\n\n"
                f"<div markdown>\n<!-- {word('remark in a page')}\nof two lines -->\n</div>\n\n"
                f"| a | b |\n|---|---|\n| c <!-- {word('remark in a page')} --> | d |\n"
            ),
            f"docs/reports/{REPORT}/young-people/b.md": page(f"# B\n\n<!-- {word('remark in a page')} -->\n\nText.\n"),
        },
        "guide": {"docs/guide/index.md": f"# {word('guide')}\n"},
        "litter": {
            f"docs/reports/{REPORT}/a.md.bak": word("litter"),
            f"docs/reports/{REPORT}/a.md~": word("litter"),
            f"docs/reports/{REPORT}/~$minutes.docx": word("litter"),
            f"docs/reports/{REPORT}/.notes": word("litter"),
            f"docs/reports/{REPORT}/{word('litter')}.tmp": "",
        },
        "pages without data": {"docs/reports/york-2018-19/index.md": page(f"# A\n\n{word('pages without data')}\n")},
        "an earlier draft": {
            f"data/reports/{EARLIER}/report.yml": settings(id=EARLIER, period="2015-16", status="draft"),
            f"data/reports/{EARLIER}/2026-11-21/release.yml": release_settings(report=EARLIER),
            f"data/reports/{EARLIER}/2026-11-21/figures.csv": observations(
                observation(
                    indicator="cla_by_sex",
                    sex="total",
                    period="2015-16",
                    value="71.37",
                    source=word("an earlier draft"),
                )
            ),
        },
    }  # fmt: skip


def _project(folder):
    changes = {path: text for files in planted().values() for path, text in files.items()}
    text = "# Our year\n\n{{ figure('on_time_pct', source='Table 5') }} of children.\n\n"
    pages = {"index.md": page(f"{text}{{{{ you_said_we_did() }}}}\n")}
    return write_site(folder, pages, changes | {FIGURES: figures()})


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    built = build(_project(tmp_path_factory.mktemp("site")))
    assert built.warnings == ()
    assert built.code == 0
    return built.site


@pytest.mark.parametrize("name", planted())
def test_what_must_stay_out_is_nowhere(site, name):
    assert hiding_places(site, word(name)) == []


@pytest.mark.parametrize("count", [RAW, "71.37", EARLIER, DRAFT])
def test_no_raw_count_and_no_draft_is_anywhere(site, count):
    assert hiding_places(site, count) == []


def test_what_is_published_is_there(site):
    assert hiding_places(site, "Some words are hard.") == [f"reports/{REPORT}/index.html"]  # an answer, not a comment
    assert len(hiding_places(site, "67% of children")) + len(hiding_places(site, "on_time_pct")) > 5


@pytest.mark.slow
def test_no_planted_word_is_in_a_pdf(site):
    if why := papers.why_not():
        pytest.skip(why)
    made = list(papers.write_papers(open_store(site.parent), site))
    assert made
    for name in planted():
        assert hiding_places(site, word(name)) == [], name


def test_a_draft_holds_what_the_public_build_leaves_out(tmp_path, monkeypatch):
    """What is planted is not merely unread: the same project as a draft shows it."""
    monkeypatch.setenv("TWO_VOICES_DRAFT", "1")
    root = _project(tmp_path)
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text().replace("strict: true", "strict: false"))
    draft = build(root).site
    for name in ("draft title", "draft figure", "draft issue", "draft page", "draft young page", "guide"):
        assert hiding_places(draft, word(name)), name
    for name in ("comment", "raw counts", "release to come", "remark in a page", "litter"):
        assert hiding_places(draft, word(name)) == [], name


@pytest.mark.parametrize("name", ["minutes.docx", "raw.csv", "figures.xlsx", "old.html", "scan.png"])
def test_a_file_that_no_page_leads_to_stops_the_public_build(tmp_path, name):
    root = write_site(tmp_path, {"index.md": page("# A\n")}, {f"docs/reports/{REPORT}/{name}": b"<p>"})
    built = build(root)
    assert built.code == 1
    assert any(f"docs/reports/{REPORT}/{name}: The file lies among the pages" in one for one in built.warnings)


def test_a_file_that_a_page_leads_to_is_published(tmp_path):
    text = page("# A\n\n![A scan](scan.png) [Minutes](minutes.docx)\n")
    files = {f"docs/reports/{REPORT}/{name}": b"a" for name in ("scan.png", "minutes.docx")}
    built = build(write_site(tmp_path, {"index.md": text}, files))
    assert (built.warnings, built.code) == ((), 0)
    assert (built.site / f"reports/{REPORT}/scan.png").exists()


# ------------------------------------------------------------- the search itself finds


def _zip(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, data)
    return out.getvalue()


def _pdf() -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pdf.make_stream(b"BT (%s) Tj ET" % word("here").encode())
        pdf.save(out, compress_streams=True)
    return out.getvalue()


HIDDEN = {
    "a.html": lambda: word("here").upper().encode(),
    "a.bin": lambda: word("here").encode("utf-16-le"),
    "a.json": lambda: json.dumps([word("here")]).encode(),
    "a.js.map": lambda: json.dumps({"sourcesContent": [word("here")]}).encode(),
    "a.xlsx": lambda: workbook("here"),
    "a.zip": lambda: _zip("inner.xlsx", workbook("here")),
    "names.zip": lambda: _zip(word("here"), b""),
    "a.xml.gz": lambda: gzip.compress(word("here").encode()),
    "a.zip.gz": lambda: gzip.compress(_zip("a", word("here").encode())),
    "a.pdf": _pdf,
    word("here"): bytes,
}


@pytest.mark.parametrize("name", HIDDEN)
def test_a_planted_word_is_found(tmp_path, name):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / name).write_bytes(HIDDEN[name]())
    assert hiding_places(tmp_path, word("here"))
