"""robots.txt as robots read it, and no site map."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

from macros.publishing.preview.search_engines import keep_out


def test_robots_stay_out_but_for_those_that_read_noindex(tmp_path):
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (tmp_path / name).touch()
    keep_out(tmp_path)
    read = RobotFileParser()
    read.parse((tmp_path / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert read.can_fetch("Googlebot", "/reports/")
    assert not read.can_fetch("SomeTrainingBot", "/reports/")
    assert [path.name for path in tmp_path.iterdir()] == ["robots.txt"]
    keep_out(tmp_path)  # a site without a map
