"""Whether a build is for authors: said anew for each build, so that a preview never leaks into the next one."""

from __future__ import annotations

import pytest

from macros.pages import draft


@pytest.fixture(autouse=True)
def _public(monkeypatch):
    for name in (draft.DRAFT, draft.AGAINST, draft.ONLY):
        monkeypatch.delenv(name, raising=False)
    yield
    draft.declare(is_preview=False)


def test_a_build_is_public_unless_somebody_says_otherwise(monkeypatch):
    assert not draft.is_draft()
    monkeypatch.setenv(draft.DRAFT, "0")
    assert not draft.is_draft()
    monkeypatch.setenv(draft.DRAFT, "1")
    assert draft.is_draft()
    assert not draft.is_preview()


def test_a_preview_is_a_draft_until_the_next_build(monkeypatch):
    draft.declare(is_preview=True)
    assert draft.is_draft()
    draft.declare(is_preview=False)
    assert not draft.is_draft()


def test_a_preview_is_compared_with_the_site_that_is_there(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other/index.html").touch()
    assert draft.published_site(tmp_path) is None  # no preview
    draft.declare(is_preview=True)
    assert draft.published_site(tmp_path) is None  # an empty folder
    (tmp_path / "site/index.html").touch()
    assert draft.published_site(tmp_path) == tmp_path / "site"
    monkeypatch.setenv(draft.AGAINST, str(tmp_path / "other"))
    assert draft.published_site(tmp_path) == tmp_path / "other"
    monkeypatch.setenv(draft.AGAINST, "nowhere")
    assert draft.published_site(tmp_path) is None
