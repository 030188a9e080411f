"""Sites stand whole in their places; what is the same is not touched."""

from __future__ import annotations

from macros.cli.national.placing import Places, place_front, place_site

SITE = {"index.html": b"one", "assets/a.css": b"two"}


def test_a_site_is_put_in_whole_and_in_place_of_the_old_one(tmp_path):
    places = Places(tmp_path / "all")
    place_site(places, "aldermere", {"old.html": b"old"})
    place_site(places, "aldermere", SITE)
    stands = places.council("aldermere")
    assert {path.relative_to(stands).as_posix(): path.read_bytes() for path in stands.rglob("*.*")} == SITE
    assert [path.name for path in places.folder.iterdir()] == ["councils"]  # no workshop is left


def test_a_site_that_stands_already_is_left_alone_and_a_changed_byte_is_put_right(tmp_path):
    places = Places(tmp_path)
    place_site(places, "aldermere", SITE)
    file = places.council("aldermere") / "index.html"
    before = file.stat().st_mtime_ns
    place_site(places, "aldermere", SITE)
    assert file.stat().st_mtime_ns == before
    file.write_bytes(b"changed by someone")
    place_site(places, "aldermere", SITE)
    assert file.read_bytes() == b"one"


def test_the_pages_about_all_go_beside_the_councils(tmp_path):
    places = Places(tmp_path)
    place_site(places, "aldermere", SITE)
    place_front(places, {"index.html": b"front", "indicators/x/index.html": b"x"})
    place_front(places, {"index.html": b"front 2", "indicators/y/index.html": b"y"})
    assert (tmp_path / "index.html").read_bytes() == b"front 2"
    assert not (tmp_path / "indicators/x").exists()
    assert places.council("aldermere").is_dir()
