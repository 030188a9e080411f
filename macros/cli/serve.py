"""`site`: the draft in the author's browser, built again after each change."""

from __future__ import annotations

import re
import socket
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from macros.cli import engine
from macros.errors import ReportsError

HOST = "127.0.0.1"  # this computer alone: a draft may hold what is not published yet


def serve(root: Path, port: int, report: str = "") -> int:
    """Serve until Ctrl+C; the exit code of MkDocs. A mistake on a page does not end it.

    With a `report` that one is built alone. Raises UnknownName for one that is not there.
    """
    if report:
        from macros.datasets.store import open_store

        open_store(root).report(report)
    _insist_on(port)
    # --livereload: without it some versions of click leave the watching of files out.
    words = engine.command(root, "serve", "--livereload", "--no-strict", "--dev-addr", f"{HOST}:{port}")
    print(f"The draft will be at {address(root, port)} in a few seconds. It follows your changes. Stop it with Ctrl+C.")
    child = subprocess.Popen(words, cwd=root, env=engine.variables(TWO_VOICES_DRAFT="1", TWO_VOICES_REPORT=report))
    try:
        return child.wait()
    except KeyboardInterrupt:
        child.wait(timeout=10)
        return 0
    finally:
        child.terminate()


def address(root: Path, port: int) -> str:
    """Where the draft is; MkDocs serves under the path that the public address has."""
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    public = re.search(r"^site_url:.*?(https?://[^\s\"'\]]+)", settings, re.MULTILINE)
    path = urlsplit(public[1]).path.strip("/") if public else ""
    return f"http://{HOST}:{port}/{path}/" if path else f"http://{HOST}:{port}/"


def _insist_on(port: int) -> None:
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise ReportsError(
                f"Port {port} of this computer cannot be used; perhaps another draft is open.",
                f"Close that one, or choose another port: python -m macros site --port {port + 1}",
            ) from error
