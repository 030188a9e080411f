"""The sources for an engine without hooks: what is not for the public is not among them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from macros.datasets.store import open_store
from macros.errors import ReportsError
from macros.publishing.portable import write_sources
from tests.builders import REPORT, REPORT_FOLDER, settings, write_site

PLANTED = "zanzibar"
INDEX = f"# Report\n\n{PLANTED}\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return write_site(
        tmp_path, {"index.md": INDEX, ".meta.yml": f"own_word: {PLANTED}\n"},
        {f"{REPORT_FOLDER}/report.yml": settings(status="draft"), "docs/guide/index.md": f"# {PLANTED}\n"},
    )  # fmt: skip


def sources(root: Path) -> dict[str, str]:
    docs = root / "generated/docs"
    files = [path for path in docs.rglob("*") if path.suffix in (".md", ".yml")]
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.parametrize("text", ["", "- a list", "a: [", "just words"])
def test_settings_that_cannot_be_used_are_a_sentence(tmp_path: Path, text: str) -> None:
    root = write_site(tmp_path, {"index.md": INDEX})
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ReportsError, match=r"^mkdocs\.yml.*Take it back from git"):
        write_sources(open_store(root))


def test_no_byte_of_a_draft_is_there(draft: Path) -> None:
    write_sources(open_store(draft), draft=True)  # what a draft wrote before is gone, too
    assert PLANTED in sources(draft)[f"reports/{REPORT}/index.md"]
    write_sources(open_store(draft))
    assert [path for path, text in sources(draft).items() if PLANTED in text or REPORT in path] == []
    assert PLANTED not in (draft / "generated.yml").read_text(encoding="utf-8")


def test_pages_nobody_writes_are_written(draft: Path) -> None:
    count = write_sources(open_store(draft), draft=True)
    made = sources(draft)
    assert {"indicators/index.md", "indicators/on_time_pct.md", f"reports/{REPORT}/ready.md"} <= set(made)
    assert count == sum(path.endswith(".md") for path in made)


def test_links_to_data_begin_at_the_folder(tmp_path: Path) -> None:
    body = '# A\n\n[x](../../../data/x.csv) <a href="../../../data/y.csv">y</a> [page](b.md) `../data/`\n'
    root = write_site(tmp_path, {"a.md": body, "index.md": body.replace("../../../", "../../")})
    write_sources(open_store(root))
    wanted = '# A\n\n[x](../../data/x.csv) <a href="../../data/y.csv">y</a> [page](b.md) `../data/`\n'
    assert sources(root)[f"reports/{REPORT}/a.md"] == wanted
    assert sources(root)[f"reports/{REPORT}/index.md"] == wanted
    assert (root / f"docs/reports/{REPORT}/a.md").read_text(encoding="utf-8") == body  # the author's stays


def test_the_settings_are_those_of_mkdocs_without_hooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWO_VOICES_SITE_URL", "https://reports.example.gov.uk/")
    root = write_site(tmp_path, {"index.md": INDEX})
    write_sources(open_store(root))
    made = yaml.safe_load((root / "generated.yml").read_text(encoding="utf-8"))
    assert (made["docs_dir"], made["site_dir"]) == ("generated/docs", "generated/site")
    assert "hooks" not in made
    assert "nav" not in made  # the sample has none: the engine makes its own
    assert made["site_url"] == "https://reports.example.gov.uk/"
    assert made["theme"]["variant"] == "classic"
    plugins = {name: options for row in made["plugins"] if isinstance(row, dict) for name, options in row.items()}
    assert plugins["macros"] == {
        "module_name": "macros", "include_dir": "overrides/snippets", "on_undefined": "strict", "on_error_fail": False,
    }  # fmt: skip
    monkeypatch.delenv("TWO_VOICES_SITE_URL")
    write_sources(open_store(root))
    assert yaml.safe_load((root / "generated.yml").read_text(encoding="utf-8"))["site_url"] == ""


# MiniJinja knows no methods of strings and dictionaries, and two objects of one page are not equal
JINJA_ALONE = re.compile(
    r"\.(?:split|startswith|endswith|strip|replace|lower|upper|format|items|keys|values|get)\(|== page(?![.\w])"
)


def test_the_templates_keep_to_what_both_readers_know(root: Path) -> None:
    templates = sorted((root / "overrides").rglob("*.html"))
    assert len(templates) > 5
    statements = {
        path: re.findall(r"\{[{%].*?[%}]\}", path.read_text(encoding="utf-8"), re.DOTALL) for path in templates
    }
    found = [(path.name, one) for path, said in statements.items() for one in said if JINJA_ALONE.search(one)]
    assert found == []
