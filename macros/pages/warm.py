"""MkDocs as a program that stays: it is imported once, then builds one project after the other.

    python -m macros.pages.warm

It reads a line of JSON for each project (`root`, `site`, `environment`) and answers with a line: `code` (0 is well)
`messages`, what the engine and the checks warned of, and `seconds` of the processor. Without a further line it ends.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import time
from collections.abc import Mapping
from typing import Any, TextIO


def main(asked: TextIO, answers: TextIO) -> int:
    """Build what each line asks for; 0."""
    own = dict(os.environ)
    for line in asked:
        given = json.loads(line)
        os.environ.clear()  # what one project was told is nothing to the next
        os.environ.update(own | given["environment"])
        started = time.process_time()
        answer = build(given["root"], given["site"])
        print(json.dumps({**answer, "seconds": time.process_time() - started}), file=answers, flush=True)
    return 0


def build(root: str, site: str) -> Mapping[str, object]:
    """Build a project as `mkdocs build --strict` does: how it ended, and what was warned of."""
    from mkdocs.commands.build import build as run
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    said, paths = _Warnings(), list(sys.path)
    log = logging.getLogger("mkdocs")
    log.addHandler(said)
    os.chdir(root)
    try:
        config = load_config(config_file=os.path.join(root, "mkdocs.yml"), site_dir=site, strict=True)  # noqa: PTH118
        config.plugins.on_startup(command="build", dirty=False)
        run(config)
        config.plugins.on_shutdown()
    except (MkDocsException, OSError, SystemExit) as error:
        said.messages += [] if said.messages else [str(error) or type(error).__name__]
        return {"code": 1, "messages": said.messages}
    except Exception as error:  # noqa: BLE001  # one project's fault must not end the program
        return {"code": 1, "messages": [*said.messages, f"{type(error).__name__}: {error}"]}
    finally:
        log.removeHandler(said)
        sys.path[:] = paths  # the macros plugin adds the project's folder
        os.chdir("/" if os.name != "nt" else "C:\\")
    return {"code": int(bool(said.messages)), "messages": said.messages}


class _Warnings(logging.Handler):
    """Keeps what the engine and the checks warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _quiet_stdout() -> Any:
    """The real standard output for the answers alone; what anything else prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it is told to stop, and closes the line of orders
    sys.exit(main(sys.stdin, _quiet_stdout()))
