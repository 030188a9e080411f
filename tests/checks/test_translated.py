"""`translations`: who, when and of what; and what has changed in the page since."""

from __future__ import annotations

import pytest

from macros.checks.context import open_context
from macros.checks.other_voice import links
from macros.checks.translated import translated
from macros.cli.translations import translations
from macros.datasets.languages import COLUMNS, LANGUAGES
from macros.datasets.translations import source_hash
from macros.model.finding import Severity
from tests.builders import REPORT, assert_plain, csv_text, page, write_project

SOURCE = f"reports/{REPORT}/young-people/index.md"
PLACE = f"docs/reports/{REPORT}/languages/cy.md"
LIST = csv_text([dict.fromkeys(COLUMNS, "") | {"code": "cy", "name": "Cymraeg", "direction": "ltr"}])
BODY = "Hello.\n\n## Your meeting\n\nCome and say.\n\n## Who to ask\n\nAsk us.\n"


def project(root, body: str = BODY, **changes: str | None):
    """A project whose page has been translated as it is in BODY; the page is `body` now."""
    write_project(root / "then", {f"docs/{SOURCE}": page(BODY)})
    then = next(one for one in open_context(root / "then").pages if one.path.endswith(SOURCE))
    meta: dict[str, str | None] = {"lang": "cy", "translator": "A service", "translated": "2026-11-27"}
    meta |= {"source": SOURCE, "source_hash": source_hash(then)}
    meta |= changes
    front = "".join(f"{name}: {value}\n" for name, value in meta.items() if value is not None)
    files = {f"docs/{SOURCE}": page(body), PLACE: f"---\n{front}---\n# Helo\n", LANGUAGES: LIST}
    return write_project(root / "now", files)


def found(root, body: str = BODY, **changes: str | None):
    findings = translated(open_context(project(root, body, **changes)))
    for finding in findings:
        assert finding.path == PLACE
        assert_plain(finding.message)
    return findings


def test_a_translation_of_the_page_as_it_is(tmp_path):
    assert found(tmp_path) == []
    assert [one for one in links(open_context(tmp_path / "now")) if one.path == PLACE] == []


def test_spaces_and_line_breaks_change_nothing(tmp_path):
    assert found(tmp_path, BODY.replace("Come and say.", "Come  and\nsay.")) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (BODY.replace("Ask us.", "Ask your IRO."), "“Who to ask”"),
        (BODY.replace("Hello.", "Hi."), "“the beginning”"),
        (f"{BODY}\n## New\n\nMore.\n", "“New”"),
        (BODY.partition("## Who")[0], "1 part taken out"),
    ],
)
def test_a_page_that_has_changed_since(tmp_path, body, told):
    (finding,) = found(tmp_path, body)
    assert (finding.kind.id, finding.severity) == ("translation-stale", Severity.WARNS)
    assert f"since it was translated on 2026-11-27: {told}." in finding.message


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("lang", None), ("lang", "ar"), ("translator", None), ("translated", None), ("translated", "last spring"),
        ("source", None), ("source", "reports/nowhere.md"), ("source_hash", None), ("source_hash", "abc"),
    ],
)  # fmt: skip
def test_a_setting_that_is_missing_or_wrong(tmp_path, setting, value):
    (finding,) = found(tmp_path, **{setting: value})
    assert (finding.kind.id, finding.facts["setting"]) == ("translation-setting", setting)
    assert finding.severity is Severity.STOPS


def test_a_language_that_is_not_in_the_list(tmp_path):
    root = project(tmp_path)
    (root / LANGUAGES).write_text(LIST.replace("cy,Cymraeg", "sq,Shqip"), encoding="utf-8")
    (finding,) = translated(open_context(root))
    assert finding.facts["setting"] == "lang"
    assert_plain(finding.message)


def test_the_hash_to_write_is_told(tmp_path, capsys):
    (finding,) = found(tmp_path, source_hash=None)
    root = tmp_path / "now"
    assert translations(root) == 1
    said = capsys.readouterr().out
    hashes = [line.split(": ")[1] for line in said.splitlines() if "source_hash" in line]
    assert any(one in finding.message for one in hashes)
    assert f"{PLACE}: out of date" in said


def test_the_command_is_content_with_what_is_up_to_date(tmp_path, capsys):
    assert translations(project(tmp_path)) == 0
    assert f"{PLACE}: up to date" in capsys.readouterr().out
