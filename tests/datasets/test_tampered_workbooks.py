"""Workbooks with bytes changed at random: each is read, or refused with a sentence; never anything else."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from macros.datasets.figures_import import prepare_import
from macros.datasets.store import open_store
from macros.datasets.workbook import make_workbook
from macros.errors import ReportsError
from tests.builders import FOLDER, REPORT, assert_plain, release_settings, write_project


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return write_project(tmp_path_factory.mktemp("p") / "project", {f"{FOLDER}/release.yml": release_settings()})


def tampered(data: bytes, chance: random.Random) -> bytes:
    """One byte in some of the parts changed, and the parts packed again: the archive itself is whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as made:
        for name in archive.namelist():
            part = bytearray(archive.read(name))
            if part and chance.random() < 0.4:
                part[chance.randrange(len(part))] = chance.choice(b"<>\"'=0A9 \xff&/")
            if chance.random() > 0.03:
                made.writestr(name, bytes(part))
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(40))
def test_no_tampered_workbook_is_a_traceback(project, tmp_path, seed):
    store = open_store(project)
    chance = random.Random(seed)
    file = tmp_path / "in.xlsx"
    data = make_workbook(store, store.report(REPORT))
    whole = tampered(data, chance) if seed % 4 else data[: chance.randrange(len(data))]
    file.write_bytes(whole)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    try:
        made = prepare_import(store, store.report(REPORT), file)
    except ReportsError as error:
        assert_plain(str(error))
    else:
        for remark in made.understood.problems:
            assert_plain(remark.text)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
