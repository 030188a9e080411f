"""The shape of the house: floors, sizes, names, locks, and the settings everything else relies on."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from macros.cli.all_tests import STATIC
from macros.cli.environment import Level

MOST_LINES = 300
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "misc", "common", "tools"}

MACHINE_PATH = re.compile(r"(^|[^A-Za-z0-9_.~-])/(?:work|farm|root|tmp|home/[a-z]+|Users/[A-Za-z]+)/")
INDEX_HOST = re.compile(r"pypi\.org|pythonhosted|npmjs\.org|deb\.debian\.org", re.IGNORECASE)
HOST = re.compile(r"://|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|uk)\b", re.IGNORECASE)


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    floors = next(step for step in STATIC if "importlinter" in " ".join(step.words))
    return subprocess.run(
        [sys.executable, *floors.words], check=False, cwd=folder, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.fixture
def copy_of_macros(root: Path, tmp_path: Path) -> Path:
    shutil.copytree(root / "macros", tmp_path / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def _tracked(root: Path) -> list[Path]:
    """The files git has or would take, but for this one, which names what it looks for."""
    if not shutil.which("git") or not (root / ".git").exists():
        pytest.skip("this is not a git repository")
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(words, check=True, cwd=root, capture_output=True, text=True, encoding="utf-8").stdout
    return [
        root / name for name in listed.split("\0") if name and (root / name).is_file() and root / name != Path(__file__)
    ]


def _texts(root: Path) -> list[tuple[Path, str]]:
    texts = []
    for path in _tracked(root):
        content = path.read_bytes()
        if b"\0" not in content[:8000]:
            texts.append((path.relative_to(root), content.decode("utf-8", errors="replace")))
    return texts


# ------------------------------------------------------------- floors


def test_the_floors_hold(root: Path) -> None:
    answer = _lint_imports(root)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("model/period.py", "from macros.cli import browser", "never up"),
        ("wording/numbers.py", "from macros.datasets import store", "never sideways"),
        ("model/period.py", "import pandas", "the standard library alone"),
        ("render/html.py", "import mkdocs", "Only pages knows the engine"),
    ],
)
def test_a_wrong_import_is_found(copy_of_macros: Path, module: str, line: str, contract: str) -> None:
    path = copy_of_macros / "macros" / module
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    answer = _lint_imports(copy_of_macros)
    assert answer.returncode == 1
    broken = [row for row in answer.stdout.splitlines() if row.endswith("BROKEN")]
    assert any(contract in row for row in broken), answer.stdout


def test_a_new_floor_has_to_be_declared(copy_of_macros: Path) -> None:
    (copy_of_macros / "macros" / "attic.py").write_text("", encoding="utf-8")
    assert _lint_imports(copy_of_macros).returncode == 1


@pytest.mark.parametrize(
    "module", ["macros.model.period", "macros.model.finding", "macros.wording.numbers", "macros.cli.main"]
)
def test_light_modules_load_nothing_heavy(root: Path, module: str) -> None:
    heavy = {"altair", "jinja2", "lxml", "mkdocs", "numpy", "pandas", "vl_convert", "yaml"}
    program = f"import sys, json, {module}; print(json.dumps(sorted(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", program], check=True, cwd=root, capture_output=True, text=True)
    assert heavy & set(json.loads(answer.stdout)) == set()


# ------------------------------------------------------------- sizes and names


def test_no_module_is_long(root: Path) -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in (root / "macros").rglob("*.py")}
    assert [f"{path.relative_to(root)}: {size} lines" for path, size in sizes.items() if size > MOST_LINES] == []


@pytest.mark.parametrize("folder", ["macros", "tests"])
def test_no_name_hides_what_is_inside(root: Path, folder: str) -> None:
    assert [path for path in (root / folder).rglob("*") if path.stem in SAYS_NOTHING] == []


# ------------------------------------------------------------- what is committed


@pytest.mark.parametrize("level", Level)
def test_lock_files_have_hashes_and_name_no_host(root: Path, level: Level) -> None:
    rows = (root / level).read_text(encoding="utf-8").splitlines()
    assert [row for row in rows if HOST.search(row)] == []
    pinned = [row for row in rows if "==" in row]
    assert len(pinned) > 40
    assert [row for row in pinned if not row.endswith("\\")] == []  # the hashes follow


def test_the_tests_use_the_versions_of_the_site(root: Path) -> None:
    site, tests = (_pins(root / level) for level in Level)
    assert {name: tests.get(name) for name in site} == site


def _pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


def test_the_lock_fits_the_project(root: Path) -> None:
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    exact = dict(row.split("==") for row in project["dependencies"] if "==" in row)
    pins = _pins(root / Level.SITE)
    assert {name: pins.get(name.lower()) for name in exact} == exact


def test_no_path_of_a_machine_is_committed(root: Path) -> None:
    # In CSS, SVG and a web page "/tmp/" could only be an address; in all else it is someone's disk.
    found = [
        f"{path}: {row.strip()[:100]}"
        for path, text in _texts(root)
        if path.suffix not in (".css", ".svg")
        for row in text.splitlines()
        if MACHINE_PATH.search(row)
    ]
    assert found == []


def test_no_package_index_is_named(root: Path) -> None:
    assert [str(path) for path, text in _texts(root) if INDEX_HOST.search(text)] == []


# ------------------------------------------------------------- the engine's settings


@pytest.fixture
def settings(root: Path) -> dict[str, Any]:
    if not (root / "mkdocs.yml").is_file():
        pytest.skip("there is no mkdocs.yml yet")
    from mkdocs.utils.yaml import yaml_load

    return yaml_load((root / "mkdocs.yml").read_text(encoding="utf-8"))


def test_the_engine_fails_closed(settings: dict[str, Any]) -> None:
    plugins = {name: options for row in settings["plugins"] if isinstance(row, dict) for name, options in row.items()}
    assert settings["strict"] is True
    assert plugins["macros"]["module_name"] == "macros"
    assert plugins["macros"]["on_undefined"] == "strict"


def test_the_engine_asks_no_other_host(settings: dict[str, Any]) -> None:
    assert settings["theme"]["font"] is False
    asked = [str(row) for key in ("extra_css", "extra_javascript") for row in settings.get(key, [])]
    assert [row for row in asked if "//" in row] == []


def test_a_change_of_the_figures_shows_at_once(settings: dict[str, Any]) -> None:
    # Python that was imported stays as it was: building again would only look as if its change had been taken up
    assert {"data", "overrides"} == set(settings["watch"])


# ------------------------------------------------------------- the commands


def test_make_has_every_command(root: Path) -> None:
    from macros.cli.main import COMMANDS

    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    alone = {  # a command that must be told a name or a file is typed as it is: python -m macros …
        command.name for command in COMMANDS if all(option.name.startswith("-") for option in command.options)
    }
    assert alone == targets - {"help"}
