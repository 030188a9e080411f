"""What the hosts run: the workflows of .github/ and the samples of the guide, read by the linters of their trade.

None of it can be run here as the host runs it. Its steps can: each is a command of ours, and has tests of its own.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.cli.main import parser

BIN = Path(sys.executable).parent
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+")
OUTSIDE_MAKE = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
STRANGERS = ("checks.yml", "preview.yml")  # what runs a pull request's own code


def run(*words: str, root: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    return subprocess.run(
        [str(BIN / words[0]), *words[1:]], check=False, cwd=root, env=environment, capture_output=True, text=True
    )


def workflows(root: Path) -> dict[str, dict[str, Any]]:
    # YAML 1.1 reads the key `on` as true
    found = sorted((root / ".github/workflows").glob("*.yml"))
    return {path.name: yaml.safe_load(path.read_text(encoding="utf-8").replace("\non:", "\n'on':")) for path in found}


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A workflow with the classic hole: a stranger's code and words, with a token that may write."""
    path = tmp_path / ".github/workflows/bad.yml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "name: bad\non: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - uses: actions/checkout@v4\n        with: {ref: '${{ github.event.pull_request.head.sha }}'}\n"
        "      - run: echo ${{ github.event.pull_request.title }} $x\n",
        encoding="utf-8",
    )
    return path


def test_actionlint_and_shellcheck_find_nothing(root: Path, planted: Path) -> None:
    files = [str(path) for path in sorted((root / ".github/workflows").glob("*.yml"))]
    answer = run("actionlint", *files, root=root)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    bad = run("actionlint", str(planted), root=root).stdout
    assert "potentially untrusted" in bad
    assert "SC2086" in bad  # shellcheck was asked, too


def test_zizmor_finds_no_hole(root: Path, planted: Path) -> None:
    words = ("zizmor", "--offline", "--no-progress", "--quiet", "--persona", "pedantic", "--strict-collection")
    answer = run(*words, str(root / ".github"), root=root)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    bad = run(*words, str(planted), root=root).stdout
    assert {"dangerous-triggers", "template-injection", "unpinned-uses"} <= set(re.findall(r"\[([a-z-]+)\]", bad))


def test_the_schema_of_the_host_holds(root: Path, planted: Path) -> None:
    words = ("check-jsonschema", "--builtin-schema", "vendor.github-workflows")
    answer = run(*words, *map(str, sorted((root / ".github/workflows").glob("*.yml"))), root=root)
    assert answer.returncode == 0, answer.stdout
    planted.write_text(planted.read_text(encoding="utf-8").replace("runs-on", "runs_on"), encoding="utf-8")
    assert run(*words, str(planted), root=root).returncode == 1


# ------------------------------------------------------------- what no linter knows


def test_every_action_is_pinned_and_one_version_is_used(root: Path) -> None:
    pins: dict[str, set[str]] = {}
    for path in (root / ".github/workflows").glob("*.yml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                used = line.split("uses:", 1)[1].strip()
                assert PINNED.fullmatch(used), f"{path.name}: {used}"
                pins.setdefault(used.split("@")[0], set()).add(used)
    assert {name: len(used) for name, used in pins.items()} == {
        "actions/checkout": 1, "actions/upload-artifact": 1, "actions/download-artifact": 1,
    }  # fmt: skip


def assert_ours(root: Path, said: list[str]) -> None:
    """Each line is one command of ours, as the command line takes it."""
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for line in said:
        assert "${{" not in line
        assert "\n" not in line
        words = shlex.split(line)
        match words:
            case ["bash", ".ci/run"] | ["echo", _] | ["git", "fetch", *_]:
                pass
            case ["make", target, *variables]:
                assert target in targets, line
                assert set(variables) <= {"PDF=1"}, line
                shown = subprocess.run(
                    ["make", "--dry-run", "--no-print-directory", *words[1:]],
                    check=True, cwd=root, env=OUTSIDE_MAKE, capture_output=True, text=True,
                )  # fmt: skip
                _, dash, macros, *rest = shlex.split(shown.stdout)
                assert (dash, macros) == ("-m", "macros"), line
                parser().parse_args(rest)
            case ["python3", "-m", "macros", *rest]:
                parser().parse_args(rest)
            case _:
                pytest.fail(f"not a command of ours: {line}")


def test_every_step_is_a_command_of_ours(root: Path) -> None:
    said = [step["run"] for workflow in workflows(root).values() for step in steps(workflow) if "run" in step]
    assert len(said) > 7
    assert_ours(root, said)


def test_a_strangers_code_meets_no_token_that_may_write(root: Path) -> None:
    for name, workflow in workflows(root).items():
        assert "pull_request_target" not in workflow["on"], name
        if name in STRANGERS:
            text = (root / ".github/workflows" / name).read_text(encoding="utf-8")
            rights = [workflow["permissions"], *(job.get("permissions", {}) for job in workflow["jobs"].values())]
            assert [one for one in rights if set(one.values()) - {"read", "none"}] == []
            assert not re.search(r"secrets\.|github\.token|environment:", text)
        else:
            assert "pull_request" not in workflow["on"], name
            assert workflow["permissions"] == {}, name


def test_the_job_that_may_write_runs_the_main_branch_alone(root: Path) -> None:
    workflow = workflows(root)["preview-online.yml"]
    (checkout,) = [step for step in steps(workflow) if "checkout" in step.get("uses", "")]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    text = (root / ".github/workflows/preview-online.yml").read_text(encoding="utf-8")
    assert "download-artifact" not in text  # what was built is fetched and looked at by a command of ours
    assert workflows(root)["preview.yml"]["name"] in workflow["on"]["workflow_run"]["workflows"]


def test_no_token_is_left_in_a_folder_and_no_job_runs_for_ever(root: Path) -> None:
    for name, workflow in workflows(root).items():
        assert "group" in workflow["concurrency"], name
        for job in workflow["jobs"].values():
            assert job["timeout-minutes"] <= 60, name
        for step in steps(workflow):
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False, name


def test_only_what_went_through_the_tests_is_published(root: Path) -> None:
    jobs = workflows(root)["publish.yml"]["jobs"]
    assert (jobs["build"]["needs"], jobs["online"]["needs"]) == ("checks", "build")
    assert jobs["online"]["environment"] == "public"
    assert [name for name, job in jobs.items() if "write" in job["permissions"].values()] == ["online"]


# ------------------------------------------------------------- the samples of the guide

SAMPLES = {
    ".gitlab-ci.yml": ("vendor.gitlab-ci",),
    # Microsoft's patterns are not in the regular expressions of today's standard
    "azure-pipelines.yml": (
        "vendor.azure-pipelines", "--regex-variant", "nonunicode", "--data-transform", "azure-pipelines",
    ),
}  # fmt: skip


def sample(root: Path, name: str) -> str:
    guide = (root / "docs/guide/publish/workflows.md").read_text(encoding="utf-8")
    (found,) = re.findall(rf"^```yaml\n# {re.escape(name)}\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    return str(found)


def lines(value: Any, *keys: str) -> list[str]:
    """Every command below `keys` anywhere in a sample."""
    if isinstance(value, list):
        return [line for one in value for line in lines(one, *keys)]
    if not isinstance(value, dict):
        return []
    own = [value[key] for key in keys if key in value]
    told = [line for one in own for line in (one if isinstance(one, list) else [one])]
    return told + [line for one in value.values() for line in lines(one, *keys)]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_keeps_the_schema_of_its_host(root: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(sample(root, name), encoding="utf-8")
    words = ("check-jsonschema", "--builtin-schema", *SAMPLES[name])
    answer = run(*words, str(path), root=root)
    assert answer.returncode == 0, answer.stdout
    wrong = {"script:": "scriptt:"} if name == ".gitlab-ci.yml" else {"- script:": "- scriptt:"}
    for old, new in wrong.items():
        path.write_text(sample(root, name).replace(old, new, 1), encoding="utf-8")
    assert run(*words, str(path), root=root).returncode == 1


@pytest.mark.parametrize("name", SAMPLES)
def test_the_commands_of_a_sample_are_ours(root: Path, name: str) -> None:
    said = lines(yaml.safe_load(sample(root, name)), "script")
    assert len(said) > 5
    assert_ours(root, said)


def test_a_sample_gives_no_token_to_a_fork(root: Path) -> None:
    gitlab = yaml.safe_load(sample(root, ".gitlab-ci.yml"))
    assert "SOURCE_PROJECT_ID == $CI_PROJECT_ID" in gitlab["note"]["rules"][0]["if"]
    azure = yaml.safe_load(sample(root, "azure-pipelines.yml"))
    secret = [
        step for stage in azure["stages"] for job in stage["jobs"] for step in job.get("steps", [])
        if re.search(r"deployment_token|System\.AccessToken", str(step))
    ]  # fmt: skip
    assert len(secret) == 2
    assert all("System.PullRequest.IsFork" in step["condition"] for step in secret)
