"""A static web host on this computer, as plain as the ones councils use."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType

# Many hosts serve a site below a folder: a link that forgets it breaks.
BASE_PATH = "/two-voices/"


class _Handler(SimpleHTTPRequestHandler):
    """Files of a folder below `base`; what is not there gets 404.html."""

    base = "/"
    headers_sent: Mapping[str, str] = MappingProxyType({})
    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        below = path[len(self.base) :] if path.startswith(self.base) else "nothing-is-outside-the-base"
        return super().translate_path("/" + below)

    def end_headers(self) -> None:
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet: a browser that leaves a page hangs up in the middle."""


@contextmanager
def serving(folder: Path, base: str) -> Iterator[str]:
    """Serve a folder on the loopback address, with the headers of its `_headers` file as Netlify would; yields the
    address of its front page."""
    handler = type("Handler", (_Handler,), {"base": base, "headers_sent": headers_of(folder)})
    with _Server(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{base}"
        finally:
            server.shutdown()
            thread.join()


def headers_of(folder: Path) -> dict[str, str]:
    """The headers for all pages in a site's `_headers`; none where there is no such file."""
    path = folder / "_headers"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return dict(line.strip().split(": ", 1) for line in lines if line.startswith("  "))
