"""What the engine's server is told, so that an author waits as little as can be."""

from types import SimpleNamespace

import pytest
from mkdocs.livereload import LiveReloadServer

from macros.pages.hooks import AWAIT_MORE, LOOK_EVERY, on_serve


@pytest.fixture
def server(tmp_path):
    made = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    yield made
    made.server_close()


def test_the_server_looks_often_and_waits_little(server, tmp_path):
    docs, settings = tmp_path / "docs", tmp_path / "mkdocs.yml"
    docs.mkdir()
    settings.write_text("site_name: Here\n")
    for path in (docs, settings):
        server.watch(str(path))
    before = server.build_delay, server.observer.timeout
    told = on_serve(server, SimpleNamespace(docs_dir=str(docs), config_file_path=str(settings)), None)
    assert told is server
    assert (server.build_delay, server.observer.timeout) == (AWAIT_MORE, LOOK_EVERY) < before
    assert set(server._watched_paths) == {str(docs), str(settings)}
