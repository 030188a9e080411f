"""`python -m macros`: every command of the project, from any Python 3.11 or newer.

This file and what it loads first also has to be readable by an older Python, so that its user gets
a sentence and no traceback.
"""

from __future__ import annotations

import sys

OLDEST = (3, 11)


def start() -> int:
    """Run the command of the command line; its exit code."""
    if sys.version_info < OLDEST:  # pragma: no cover
        wanted = ".".join(map(str, OLDEST))
        have = ".".join(map(str, sys.version_info[:2]))
        print(f"Two Voices needs Python {wanted} or newer, and this is Python {have}.", file=sys.stderr)
        print("If a newer one is installed, name it: make site PYTHON=python3.12", file=sys.stderr)
        return 1
    from macros.cli.main import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(start())
