"""The list of languages: each code once, a direction that is one, a name in its own script."""

from __future__ import annotations

import unicodedata

import pytest

from macros.datasets.languages import COLUMNS, LANGUAGES, read_languages
from tests.builders import HERE, assert_plain, csv_text, write_project


def row(**changes: str) -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | {"code": "cy", "name": "Cymraeg", "direction": "ltr"} | changes


def test_a_project_without_a_list(tmp_path):
    assert read_languages(write_project(tmp_path)) == ({}, [])


@pytest.mark.parametrize(
    "changes",
    [{"code": "EN"}, {"code": "en-GB"}, {"code": "welsh!"}, {"direction": "left"}, {"direction": ""}, {"name": " "}],
)
def test_a_row_that_cannot_be_used(tmp_path, changes):
    write_project(tmp_path, {LANGUAGES: csv_text([row(), row(code="ar", direction="rtl") | changes])})
    languages, (finding,) = read_languages(tmp_path)
    assert list(languages) == ["cy"]
    assert (finding.path, finding.line) == (LANGUAGES, 3)
    assert_plain(finding.message)


def test_a_code_stands_once(tmp_path):
    write_project(tmp_path, {LANGUAGES: csv_text([row(), row(name="Other")])})
    languages, findings = read_languages(tmp_path)
    assert languages["cy"].name == "Cymraeg"
    assert len(findings) == 1


def test_each_language_runs_the_way_its_script_does():
    languages, findings = read_languages(HERE)
    assert findings == []
    assert {"cy", "ar", "ckb", "ps", "ti"} <= set(languages)
    for language in languages.values():
        runs = {unicodedata.bidirectional(letter) for letter in language.name if letter.isalpha()}
        assert runs == ({"AL"} if language.direction == "rtl" else {"L"}), language
