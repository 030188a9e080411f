"""The guide's workflow for a whole nation: read by the linters that read our own, and its commands are ours."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from macros.cli.main import parser
from tests.test_workflows import PINNED, run


@pytest.fixture
def sample(root: Path, tmp_path: Path) -> Path:
    guide = (root / "docs/guide/publish/national.md").read_text(encoding="utf-8")
    (found,) = re.findall(r"^```yaml\n# national\.yml\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    path = tmp_path / ".github/workflows/national.yml"
    path.parent.mkdir(parents=True)
    path.write_text(found, encoding="utf-8")
    return path


def test_the_linters_find_nothing_in_it_and_would_find_a_slip(root, sample):
    looks = (
        ("actionlint",),
        ("zizmor", "--offline", "--no-progress", "--quiet", "--strict-collection"),
        ("check-jsonschema", "--builtin-schema", "vendor.github-workflows"),
    )
    for words in looks:
        answer = run(*words, str(sample), root=root)
        assert answer.returncode == 0, answer.stdout + answer.stderr
    sample.write_text(sample.read_text(encoding="utf-8").replace("needs: share", "needs: shares"), encoding="utf-8")
    assert "shares" in run("actionlint", str(sample), root=root).stdout


def test_it_takes_the_same_versions_of_actions_as_our_own_workflows(root, sample):
    ours = "".join(path.read_text(encoding="utf-8") for path in (root / ".github/workflows").glob("*.yml"))
    used = [
        line.split("uses:", 1)[1].strip() for line in sample.read_text(encoding="utf-8").splitlines() if "uses:" in line
    ]
    assert len(used) == 5
    assert all(PINNED.fullmatch(one) and one in ours for one in used)


def test_its_commands_are_ours_and_its_shares_are_all_of_them(sample):
    jobs = yaml.safe_load(sample.read_text(encoding="utf-8"))["jobs"]
    said = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    assert len(said) == 2
    for line in said:
        asked = parser().parse_args(shlex.split(line)[3:])
        assert asked.command == "national"
    parts = jobs["share"]["strategy"]["matrix"]["part"]
    assert parts == list(range(1, len(parts) + 1))
    assert f'"$PART/{len(parts)}"' in said[0]
    assert jobs["share"]["strategy"]["fail-fast"] is False
