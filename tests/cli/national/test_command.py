"""The whole command on made-up councils: all built at once, one change builds one, a failure stops no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.cli.main import parser
from macros.cli.national.command import Asked, national
from macros.errors import BadRequest, ReportsError
from macros.publishing.result_store import ENTRIES, OBJECTS
from tests.builders import assert_plain
from tests.cli.national.made_up import NAMES, published

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]  # Dask warns of ports
THREE = NAMES[:3]
DAY = "2026-11-28"


def run(root: Path, place: Path, *, changed: str = "", names: tuple[str, ...] = THREE, **asked: object) -> int:
    file = published(place / "cla.csv", names, changed)
    given = {"workers": 2, "day": DAY} | asked
    return national(root, Asked([str(file)], str(place / "all"), **given), place / "cache")  # type: ignore[arg-type]


def site(place: Path) -> dict[str, bytes]:
    folder = place / "all"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory, root):
    """All three built by two workers, each its own process."""
    place = tmp_path_factory.mktemp("two")
    assert run(root, place) == 0
    return place


def test_one_command_builds_every_council_and_the_pages_about_all(built):
    files = site(built)
    for name in ("aldermere", "birchwick", "cedardale"):
        assert f"councils/{name}/index.html" in files
        assert f"councils/{name}/reports/{name}-open-data/young-people/index.html" in files
    front = files["index.html"].decode()
    assert re.findall(r"<b>(\w+)</b>", front) == list(THREE)
    assert 'href="councils/aldermere/reports/aldermere-open-data/young-people/index.html"' in front
    assert "indicators/cla_rate/index.html" in files
    assert not [path for path in files if "/.new-" in path or path.startswith(".")]


def test_full_parallel_and_incremental_builds_are_the_same_byte_for_byte(built, tmp_path, root, capsys):
    assert run(root, tmp_path, changed="Birchwick", workers=1) == 0
    assert run(root, tmp_path, workers=1) == 0
    said = capsys.readouterr().out
    assert "1 built, 2 unchanged" in said
    assert site(tmp_path) == site(built)


def test_a_second_run_builds_nothing_and_a_changed_council_alone(built, root, capsys):
    assert run(root, built) == 0
    assert "0 built, 3 unchanged and taken as they were, 0 failed" in capsys.readouterr().out
    before = site(built)
    assert run(root, built, changed="Cedardale") == 0
    said = capsys.readouterr().out
    assert "Cedardale: built in" in said
    assert "1 built, 2 unchanged" in said
    after = site(built)
    councils = {path.split("/")[1] for path in after if path.startswith("councils/") and after[path] != before[path]}
    assert councils == {"cedardale"}
    assert run(root, built) == 0  # as it was
    assert site(built) == before


def test_a_spoiled_result_is_built_anew(built, root, capsys):
    before = site(built)
    page = before["councils/aldermere/index.html"]
    for path in (built / "cache" / OBJECTS).rglob("*"):
        if path.is_file() and path.read_bytes() == page:
            path.write_bytes(page[:-20] + b"changed by someone  ")
    capsys.readouterr()
    assert run(root, built) == 0
    assert "Aldermere: built in" in capsys.readouterr().out
    assert site(built) == before


def test_half_an_entry_is_built_anew(built, root, capsys):
    for path in (built / "cache" / ENTRIES).iterdir():
        path.write_bytes(path.read_bytes()[:-30])
    capsys.readouterr()
    assert run(root, built, only=("birchwick",)) == 0
    assert "1 built, 0 unchanged" in capsys.readouterr().out


def test_a_council_that_fails_stops_no_other_and_is_named(tmp_path, root, capsys):
    names = ("Aldermere", "<b>Bad</b>", "Cedardale")  # a name that no release may hold
    assert run(root, tmp_path, names=names) == 1
    said = capsys.readouterr()
    assert "<b>Bad</b>: not built." in said.err
    assert "Not built: <b>Bad</b>." in said.err
    assert "2 built, 0 unchanged and taken as they were, 1 failed" in said.out
    assert (tmp_path / "all/councils/aldermere/index.html").is_file()
    assert "<b>Bad" not in (tmp_path / "all/index.html").read_text()
    assert "Its site is not there at the moment." in (tmp_path / "all/index.html").read_text()


def test_the_parts_of_several_machines_make_the_whole(tmp_path, built, root):
    for part in ("1/2", "2/2"):
        assert run(root, tmp_path, part=part, workers=1) == 0
    assert not (tmp_path / "all/index.html").exists()
    assert run(root, tmp_path, front=True) == 0
    assert site(tmp_path) == site(built)


@pytest.mark.parametrize("given", ["reports.example", "ftp://a.b", "https://a b", "https://a)b", "javascript:alert(1)"])
def test_what_is_no_address_is_refused(tmp_path, root, given):
    with pytest.raises(BadRequest, match="is no address of a website"):
        run(root, tmp_path, names=("Aldermere",), address=given)


def test_each_site_knows_its_public_address(tmp_path, root):
    address = "https://reports.example.gov.uk/nation"
    assert run(root, tmp_path, names=("Aldermere",), address=address) == 0
    council = (tmp_path / "all/councils/aldermere/sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{address}/councils/aldermere/reports/aldermere-open-data/</loc>" in council
    assert f"<loc>{address}/regions/</loc>" in (tmp_path / "all/sitemap.xml").read_text(encoding="utf-8")


def test_the_list_of_a_part_is_printed_and_nothing_built(tmp_path, root, capsys):
    assert run(root, tmp_path, listed=True, part="2/2", names=NAMES) == 0
    assert capsys.readouterr().out.split() == ["birchwick", "elderholme", "hazelstead"]
    assert not (tmp_path / "all").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"day": "yesterday"}, "is not a day"),
        ({"workers": 0}, "Without a worker nothing is built"),
        ({"part": "9/8"}, "is no part"),
        ({"only": ("Nowhere",)}, "no council called 'Nowhere'"),
    ],
)
def test_what_is_asked_wrongly_is_a_sentence(tmp_path, root, asked, said):
    with pytest.raises(ReportsError, match=said) as told:
        run(root, tmp_path, **asked)
    assert_plain(told.value.message)


def test_a_full_disk_is_a_sentence_and_what_was_finished_stays(tmp_path, root, monkeypatch):
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("macros.cli.national.command.place_site", full)
    with pytest.raises(ReportsError, match="The disk is full"):
        run(root, tmp_path, names=("Aldermere",), workers=1)
    monkeypatch.undo()
    assert [path for path in (tmp_path / "cache" / ENTRIES).iterdir() if path.name.startswith(".part")] == []


def test_the_command_line_knows_it():
    asked = parser().parse_args(["national", "a.csv", "b.csv", "--to", "x", "--only", "leeds;York", "--part", "1/2"])
    assert (asked.files, asked.to, asked.workers, asked.only) == (["a.csv", "b.csv"], "x", 2, "leeds;York")
    with pytest.raises(SystemExit):
        parser().parse_args(["national"])


def test_no_file_is_told(tmp_path, root):
    with pytest.raises(BadRequest, match=r"There is no file 'nothing\.csv'"):
        national(root, Asked([str(tmp_path / "nothing.csv")], str(tmp_path / "all")), tmp_path / "cache")
