"""Tiny but complete projects for tests: plain functions with defaults, of which a test changes one thing.

The project is a council "york" with a report of 2016-17, its figures in one CSV, two pages in two voices.
"""

from __future__ import annotations

import csv
import io
import logging
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
REPORT = "york-2016-17"
RELEASE = "2026-11-21"
REPORT_FOLDER = f"data/reports/{REPORT}"
FOLDER = f"{REPORT_FOLDER}/{RELEASE}"
FIGURES = f"{FOLDER}/figures.csv"
CATALOGUE = "data/catalogue"
TODAY = datetime.now(tz=UTC).date().isoformat()  # when who to talk to was last checked: always in time
DIMENSIONS = ("sex", "seen")
OBSERVATION_COLUMNS = (
    "indicator", "area", "period", *DIMENSIONS, "value", "numerator", "denominator", "status", "source", "note",
)  # fmt: skip


def csv_text(rows: Iterable[Mapping[str, str]], columns: Iterable[str] = ()) -> str:
    """Rows as CSV text with LF; the columns are those of the first row unless given."""
    listed = list(rows)
    names = list(columns) or list(listed[0])
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return out.getvalue()


def observation(**changes: str) -> dict[str, str]:
    """One row of the release: 67% on time in 2016-17, printed in Table 5."""
    row = dict.fromkeys(OBSERVATION_COLUMNS, "")
    row |= {"indicator": "on_time_pct", "area": "york", "period": "2016-17", "value": "67", "source": "Table 5"}
    return row | changes


def observations(*rows: Mapping[str, str]) -> str:
    """Rows as the text of `figures.csv`."""
    return csv_text(rows, OBSERVATION_COLUMNS)


def figures() -> str:
    """The release of the default project: what each kind of request needs."""
    quarters = {"Q1": "75", "Q2": "81", "Q3": "75", "Q4": "67"}
    rows = [observation(period=f"2016-17 {quarter}", value=value) for quarter, value in quarters.items()]
    rows += [observation(), observation(period="2015-16", value="85", source="Table 5")]
    rows += [observation(value="67.4", source="para 7.2")]  # the same figure, printed more precisely
    rows += [observation(area="england", value="80", period="2015-16", source="para 7.2")]
    rows += [_count(sex="male", value="108"), _count(sex="female", value="96"), _count(sex="total", value="204")]
    rows += [_count(sex="total", value="191", period="2015-16"), _count(sex="total", value="1202", area="leeds")]
    rows += [_count(sex="total", value="1250", area="north")]
    rows += [_seen(seen="seen", value="34.5", numerator="69", denominator="200")]
    rows += [_seen(seen="not-seen", value="32.0"), _seen(seen="seen", value="35.0", period="2015-16")]
    rows += [observation(indicator="pep_pct", value="", status="x", source="Table 18", note="printed as NA")]
    rows += [observation(indicator="caseload_avg", value="99", numerator="594", denominator="6", source="Table 1")]
    rows += [observation(indicator="caseload_avg", value="100", source="para 7.1")]  # not the same figure
    return observations(*rows)


def _count(**changes: str) -> dict[str, str]:
    return observation(**({"indicator": "cla_by_sex", "source": "Table 9"} | changes))


def _seen(**changes: str) -> dict[str, str]:
    return observation(**({"indicator": "seen_pct", "source": "Table 7"} | changes))


def indicator(**changes: str) -> dict[str, str]:
    """One row of the catalogue's indicators."""
    row = {
        "id": "on_time_pct", "name": "Children with every review on time", "plain_name": "Meetings on time",
        "topic": "timeliness", "unit": "percent", "counted": "children", "plain_counted": "of you", "dimensions": "",
        "decimals": "0", "polarity": "high", "definition": "The share of children with every review in time.",
        "plain_definition": "How many of you had every meeting on time.", "base": "Children in care",
        "plain_base": "All of you", "base_unit": "child", "period_type": "flow", "age_scope": "0-17",
        "includes_short_breaks": "no",
    }  # fmt: skip
    return row | changes


def indicators() -> list[dict[str, str]]:
    """The indicators of the default project."""
    return [
        indicator(),
        indicator(
            id="cla_by_sex",
            name="Children in care",
            plain_name="How many of us",
            unit="count",
            dimensions="sex",
            polarity="none",
            period_type="snapshot",
        ),
        indicator(
            id="seen_pct", name="Seen before the review", plain_name="Met their IRO", dimensions="seen", decimals="1"
        ),
        indicator(id="pep_pct", name="Education plans up to date", plain_name="School plans"),
        indicator(id="caseload_avg", name="Average caseload", plain_name="Caseload", unit="ratio", polarity="low"),
    ]


def area(**changes: str) -> dict[str, str]:
    """One row of the catalogue's areas."""
    row = {"id": "york", "name": "City of York", "short_name": "York", "kind": "council", "code": "E06000014"}
    return row | {"start": "", "end": "", "region": "north"} | changes


def areas() -> list[dict[str, str]]:
    """A council, another one, their region and nation."""
    return [
        area(),
        area(id="leeds", name="Leeds", short_name="Leeds", code="E08000035"),
        area(id="north", name="Yorkshire and the Humber", short_name="Region", kind="region", code="E12000003"),
        area(id="england", name="England", short_name="England", kind="nation", code="E92000001", region=""),
    ]


def code(code: str, order: int, polarity: str = "", **changes: str) -> dict[str, str]:
    """One row of a code list; its labels are made from the code."""
    label = code.capitalize().replace("-", " ")
    row = {"code": code, "label": label, "plain_label": f"{label} (plain)", "order": str(order)}
    return row | {"polarity": polarity} | changes


def target(**changes: str) -> dict[str, str]:
    """One row of the catalogue's targets: at least 90 on time."""
    row = {"indicator": "on_time_pct", "area": "york", "breakdown": "", "period_from": "2014-15"}
    row |= {"comparison": "at-least", "value": "90", "value_to": "", "set_by": "City of York Council"}
    return row | {"source": "section 8", "note": "", "called": "target"} | changes


def help_line(**changes: str) -> dict[str, str]:
    """One row of who to talk to."""
    row = {"id": "childline", "name": "Childline", "what": "Free and private.", "phone": "0800 1111"}
    row |= {"phone_label": "", "text": "", "url": "", "hours": "Any time", "area": "", "source": "Childline"}
    return row | {"last_checked": TODAY, "order": "2"} | changes


def body(**changes: str) -> dict[str, str]:
    """One row of who looks at reports."""
    return {"name": "Corporate Parenting Board", "kind": "corporate-parent", "area": ""} | changes


def settings(**changes: object) -> str:
    """`report.yml`; a setting of None is left out, any other value is written as YAML by str()."""
    lines: dict[str, object] = {
        "id": REPORT, "council": "york", "title": "Annual report of the IROs", "short_title": "York IRO report",
        "period": "2016-17", "status": "published", "release": RELEASE, "young_people": "children in care",
        "council_group": "Show Me That I Matter", "comparators": "{region: north, nation: england}",
        "not_met": "{A1: The example leaves it out.}",
        "approvals": "[{body: Corporate Parenting Board, date: 2017-06-30}]",
        "printed": "{title: Annual report, published: 2017}",
    }  # fmt: skip
    if changes.get("status", "published") == "published":
        lines["dates"] = f"{{published: {RELEASE}}}"
    kept = {name: value for name, value in (lines | changes).items() if value is not None}
    return "".join(f"{name}: {value}\n" for name, value in kept.items())


def release_settings(**changes: object) -> str:
    """`release.yml`; a setting of None is left out."""
    lines: dict[str, object] = {
        "report": REPORT, "date": RELEASE, "why": "First release.", "observations": "[figures.csv]",
    }  # fmt: skip
    kept = {name: value for name, value in (lines | changes).items() if value is not None}
    return "".join(f"{name}: {value}\n" for name, value in kept.items())


def action(**changes: str) -> dict[str, str]:
    """One action of a work plan."""
    row = {"plan": "2016-17", "aim": "Better meetings", "number": "1", "action": "Set dates early."}
    row |= {"plain_action": "Pick dates early.", "progress": "All set.", "plain_progress": "We did.", "state": "done"}
    return row | {"source": "section 10"} | changes


def issue(**changes: str) -> dict[str, str]:
    """One printed figure known not to hold."""
    row = {"source": "Table 5", "printed": "67%", "problem": "The year is the last quarter.", "should_be": ""}
    return row | {"kind": "TXT", "indicator": "", "area": "", "period": "", "breakdown": ""} | changes


def _two_caseloads() -> dict[str, str]:
    """The issue that explains why the default project's caseload is printed as 99 and as 100."""
    return issue(
        source="para 7.1", printed="100", problem="Table 1 gives 99.", should_be="99", indicator="caseload_avg"
    )


def catalogue_files() -> dict[str, str]:
    """The files below data/catalogue/."""
    duty = {"id": "A1", "requirement": "A report every year.", "basis": "Handbook 7.11", "severity": "stops"}
    return {
        f"{CATALOGUE}/indicators.csv": csv_text(indicators()),
        f"{CATALOGUE}/areas.csv": csv_text(areas()),
        f"{CATALOGUE}/codes/sex.csv": csv_text([code("male", 1), code("female", 2), code("total", 3)]),
        f"{CATALOGUE}/codes/seen.csv": csv_text([code("seen", 1, "high"), code("not-seen", 2, "low")]),
        f"{CATALOGUE}/targets.csv": csv_text([target()]),
        f"{CATALOGUE}/duties.csv": csv_text([duty | {"valid_from": "2011-04-01", "valid_to": ""}]),
        f"{CATALOGUE}/terms.csv": csv_text([{"area": "", "not": "LAC", "say": "in care", "note": ""}]),
        f"{CATALOGUE}/bodies.csv": csv_text([body(), body(name="Young Voice", kind="children-in-care-council")]),
        f"{CATALOGUE}/literals.csv": csv_text([{"text": "three or more homes", "why": "what is counted"}]),
        f"{CATALOGUE}/accessibility.csv": "check,page,problem,criterion,mended_by\n",
        f"{CATALOGUE}/glossary.csv": csv_text([{"id": "iro", "word": "IRO", "meaning": "Runs your meeting."}]),
        f"{CATALOGUE}/help.csv": csv_text([help_line(), help_line(id="iro", name="Your IRO", phone="", order="1")]),
    }


def page(body: str, title: str = "A page", **meta: str) -> str:
    """A page's text with front matter; `body` begins on line 5 plus the number of further settings."""
    front = {"title": title, "other_voice": "index.md"} | meta
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in front.items()) + "---\n" + body


def files() -> dict[str, str]:
    """Every file of the default project by its path, but the engine's settings."""
    return catalogue_files() | {
        f"{REPORT_FOLDER}/report.yml": settings(),
        f"{FOLDER}/release.yml": release_settings(),
        FIGURES: figures(),
        f"{FOLDER}/known_issues.csv": csv_text([issue(), _two_caseloads()]),
        f"{FOLDER}/work_plan.csv": csv_text([action()]),
        f"{FOLDER}/recommendations.csv": csv_text(
            [{"number": "1", "text": "Note it.", "plain_text": "Read it.", "source": "13.1"}]
        ),
        "docs/index.md": "---\ntitle: Home\n---\nTwo voices.\n",
        f"docs/reports/{REPORT}/.meta.yml": f"report: {REPORT}\nedition: formal\n",
        f"docs/reports/{REPORT}/young-people/.meta.yml": "edition: young-people\ntemplate: young-people.html\n",
    }


def seal(root: Path, folder: str = FOLDER) -> Path:
    """Put the checksums of a release's files into its `release.yml`, as they stand. Returns `root`."""
    sums = {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted((root / folder).glob("*.csv"))}
    with (root / folder / "release.yml").open("a", encoding="utf-8", newline="") as settings:
        settings.write("checksums:\n" + "".join(f'  "{name}": {checksum}\n' for name, checksum in sums.items()))
    return root


def write_project(root: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the default project below `root` with some files changed; None leaves one out. Returns `root`.

    The release is sealed, unless its `release.yml` is among the changes.
    """
    for path, content in (files() | dict(changes or {})).items():
        if content is None:
            continue
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            (root / path).write_bytes(content)
        else:
            (root / path).write_text(content, encoding="utf-8", newline="")
    return root if f"{FOLDER}/release.yml" in (changes or {}) else seal(root)


def assert_plain(sentence: str) -> None:
    """An author can read it: a sentence, with nothing of Python in it."""
    assert sentence.strip().endswith((".", "!", "?")), sentence
    foreign = ("Traceback", "<class", "Decimal(", "object at 0x", "Error:", "Exception", "\n", "\x00")
    assert not [word for word in foreign if word in sentence], sentence
    assert "None" not in sentence.replace("None is defined yet.", ""), sentence


# ---------------------------------------------------------------- sites


@dataclass(frozen=True)
class Built:
    """A site built in a folder of its own: what was said, and how it ended (0 is well)."""

    root: Path
    site: Path
    warnings: tuple[str, ...]
    code: int

    def html(self, page: str) -> str:
        """The HTML of a page by its place in the site, `reports/york-2016-17/x/`."""
        return (self.site / page / "index.html").read_text(encoding="utf-8")


LINKED = (
    "about/accessibility",
    "about/privacy",
    "about/privacy-young-people",
    "about/licence",
    "search",
    f"reports/{REPORT}/index",
    "index",
)


def write_site(root: Path, pages: Mapping[str, str], changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """A project with `pages` (paths below the report's folder) and this project's own engine settings."""
    docs = {f"docs/{name}.md": f"# {name}\n" for name in LINKED}  # every page's frame leads there
    docs |= {f"docs/reports/{REPORT}/{name}": text for name, text in pages.items()}
    write_project(root, docs | dict(changes or {}))
    given = (HERE / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(given.split("\nnav:")[0] + "\n", encoding="utf-8")  # the menu names real pages
    (root / "mkdocs.preview.yml").write_bytes((HERE / "mkdocs.preview.yml").read_bytes())
    for folder in ("macros", "overrides", "docs/assets"):
        (root / folder).symlink_to(HERE / folder, target_is_directory=True)
    return root


def build(root: Path, settings: str = "mkdocs.yml", to: str = "site") -> Built:
    """Build the site of a project in this process, as `mkdocs build -f settings` does."""
    from mkdocs.commands.build import build as run
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort

    said = _Warnings()
    log = logging.getLogger("mkdocs")
    paths, ended = list(sys.path), 0
    log.addHandler(said)
    try:
        config = load_config(config_file=str(root / settings), site_dir=str(root / to))
        config.plugins.on_startup(command="build", dirty=False)
        run(config)
        config.plugins.on_shutdown()
    except Abort as abort:
        ended = int(abort.code or 0)
    finally:
        log.removeHandler(said)
        sys.path[:] = paths  # the macros plugin adds the project's folder
    return Built(root, root / to, tuple(said.messages), ended)


def build_by_command(root: Path) -> tuple[int, str]:
    """Build the site of a project as an author does; the exit status and everything that was printed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(root / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


class _Warnings(logging.Handler):
    """Keeps what the engine and the macros warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
