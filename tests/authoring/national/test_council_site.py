"""The project of one council: what concerns it, and nothing else."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from macros import checks
from macros.authoring.national.council_site import council_files
from macros.datasets.store import open_store
from macros.model.finding import Severity
from tests.authoring.national.repository import catalogue_size, shared

OPEN = "data/reports/aldermere-open-data"


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    one = shared(tmp_path_factory.mktemp("one"))
    return council_files(one, one.data.areas["aldermere"])


def rows(files, path):
    return list(csv.DictReader(io.StringIO(files[path].decode())))


def test_it_holds_the_council_its_region_and_the_nation_alone(files):
    held = {path: rows(files, path) for path in files if path.endswith("profile.csv")}
    areas = {path.split("/")[1]: {row["area"] for row in of_file} for path, of_file in held.items()}
    assert areas == {"reports": {"aldermere"}, "comparators": {"england", "north-west"}}


def test_another_council_s_change_changes_nothing_and_its_own_does(files, tmp_path):
    other = shared(tmp_path, changed="Birchwick")
    assert council_files(other, other.data.areas["aldermere"]) == files
    own = shared(tmp_path, changed="Aldermere")
    changed = council_files(own, own.data.areas["aldermere"])
    assert sorted(path for path in files if changed[path] != files[path]) == sorted(
        path for path in files if path.startswith(OPEN) and path.endswith(("profile.csv", "release.yml"))
    )


def test_the_catalogue_holds_what_is_used_alone(files):
    used = [row["id"] for row in rows(files, "data/catalogue/indicators.csv")]
    assert used == ["cla_n", "cla_rate"]
    assert catalogue_size() > 100
    assert "york" not in {row["area"] for row in rows(files, "data/catalogue/help.csv")}


def test_both_voices_are_there_and_in_the_menu(files):
    menu = files["mkdocs.yml"].decode()
    for page in ("index", "children-in-care", "about-the-figures", "young-people/index", "young-people/how-many-of-us"):
        assert f"docs/reports/aldermere-open-data/{page}.md" in files
        assert f"- reports/aldermere-open-data/{page}.md" in menu
    assert "york-2016-17" not in menu
    assert 'site_name: "Children in care in Aldermere"' in menu


def test_the_releases_are_sealed_and_no_check_of_data_or_pages_stops(files, tmp_path, root):
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    (tmp_path / "docs/assets").symlink_to(root / "docs/assets")
    store = open_store(tmp_path)
    assert store.findings == ()
    assert [one for one in checks.run(tmp_path) if one.severity is Severity.STOPS] == []
    assert b"checksums:" in files[f"{OPEN}/2026-11-28/release.yml"]


def test_a_council_with_reports_of_its_own_has_them_and_another_has_not(tmp_path):
    one = shared(tmp_path, ("Aldermere", "City of York"))
    york = council_files(one, one.data.areas["york"])
    assert "docs/reports/york-2016-17/index.md" in york
    assert "data/reports/york-2016-17/report.yml" in york
    assert not [path for path in york if "reports/durham" in path]
    assert "reports/york-2016-17/index.md" in york["mkdocs.yml"].decode()
    assert not [path for path in council_files(one, one.data.areas["aldermere"]) if "york-2016-17" in path]


def test_a_name_that_is_markup_stays_text(tmp_path):
    one = shared(tmp_path, ('Alder" <script>alert(1)</script> {{ x }}',))
    files = council_files(one, one.data.councils[0])
    texts = [text.decode() for path, text in files.items() if path.endswith(".md") and "open-data/" in path]
    bodies = [text.split("\n---\n", 1)[1] for text in texts]  # front matter is escaped by the templates
    assert len(bodies) > 5
    assert all("<script>" not in body and "{{ x }}" not in body for body in bodies)


ALL = "https://reports.example.gov.uk/nation"


def test_with_an_address_a_council_s_pages_lead_to_those_about_all(tmp_path):
    one = replace(shared(tmp_path), address=f"{ALL}/")
    files = council_files(one, one.data.areas["aldermere"])
    folder = "docs/reports/aldermere-open-data"
    assert f"- [Every council of the country]({ALL}/)" in files[f"{folder}/index.md"].decode()
    page = files[f"{folder}/children-in-care.md"].decode()
    measured = re.findall(r"\{: #(\w+) \}", page)
    assert measured
    assert re.findall(r": every council\]\(([^)]*)\)", page) == [f"{ALL}/indicators/{one}/" for one in measured]
    assert not any(ALL in text.decode() for path, text in files.items() if "/young-people/" in path)


def test_without_an_address_they_lead_nowhere_else(files):
    told = b"".join(text for path, text in files.items() if path.startswith("docs/reports/"))
    assert b": every council](" not in told
    assert b"Every council of the country" not in told
