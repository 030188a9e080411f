"""A child reads a draft on a phone, says what they think with the keyboard alone, and later sees what came of it.

All words here are made up; nobody said them.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize

from macros.cli.comments import comments
from macros.model.personal_details import personal_details
from macros.pages.draft import DRAFT
from tests.browser.checker.axe import axe
from tests.browser.checker.every import everything
from tests.browser.complaints import Complaints
from tests.browser.html_validator import validate
from tests.browser.site import Site
from tests.browser.web_server import BASE_PATH, serving
from tests.builders import REPORT, build, csv_text, page, settings, write_site
from tests.datasets.test_comments import all_parts, answer
from tests.model.test_personal_details import TEXTS

HERE = f"reports/{REPORT}"
YML = f"data/reports/{REPORT}/report.yml"
FOLDER = f"data/reports/{REPORT}/comments"
READ = f"{HERE}/young-people/on-time/"
SEND = f"{HERE}/young-people/say-what-you-think/"
SHEET = f"{HERE}/young-people/comment-sheet/"
PHONE: ViewportSize = {"width": 360, "height": 740}
WORDS = "Made up: the word timeliness is hard"
SENT = "{mail: say@york.example, form: 'https://york.example/say', reads: our participation officer}"
BODY = """# {title}

We count meetings.

## {late}

A late meeting is held after its day.

## Plans

We set days early.
"""
KEPT = "[JSON.stringify(sessionStorage), JSON.stringify(localStorage), document.cookie]"


def pages(late: str = "Timeliness") -> dict[str, str]:
    """The pages of the draft; `late` is the heading that young people find hard."""
    formal = page(
        BODY.format(title="On time", late="Late"), title="Late", other_voice=f"{HERE}/young-people/on-time.md"
    )
    young = page(
        BODY.format(title="On time?", late=late),
        title="Meetings on time",
        other_voice=f"{HERE}/late.md",
        drawing="calendar",
    )
    said = page(
        "# You said, we did\n\n{{ you_said_we_did() }}\n\n## Later\n\nMore.\n",
        title="You said",
        other_voice=f"{HERE}/late.md",
    )
    return {
        "index.md": page("# Summary\n\nText.\n", other_voice=f"{HERE}/young-people/index.md"),
        "late.md": formal,
        "young-people/index.md": page("# Start\n\nText.\n", other_voice=f"{HERE}/index.md"),
        "young-people/on-time.md": young,
        "young-people/you-said.md": said,
    }


@dataclass(frozen=True)
class Draft:
    root: Path
    site: Site


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Draft]:
    root = tmp_path_factory.mktemp("draft") / "project"
    before = os.environ.get(DRAFT)
    os.environ[DRAFT] = "1"
    try:
        made = build(write_site(root, pages(), {YML: settings(status="draft", comments=SENT)}))
    finally:
        os.environ.pop(DRAFT) if before is None else os.environ.update({DRAFT: before})
    assert made.code == 0, made.warnings
    with serving(made.site, BASE_PATH) as address:
        yield Draft(root, Site(made.site, address))


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, accept_downloads=True)
    yield context
    context.close()


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until something has the focus, as who uses no mouse does."""
    handle = wanted.element_handle()
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("one => one === document.activeElement", handle):
            return
    raise AssertionError(f"The Tab key never comes to {wanted}.")


def kit(page: Page, number: int) -> Locator:
    return page.locator(".tv-say").nth(number)


def chosen(page: Page, number: int, face: str) -> Locator:
    return kit(page, number).locator(f"input[value={face}]")


# ---------------------------------------------------------------- the whole way


def test_from_the_draft_to_you_said_we_did(
    browser: Browser, phone: BrowserContext, draft: Draft, tmp_path, capsys
) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    page = phone.new_page()
    draft.site.open(page, READ)

    # two parts, with the keyboard alone
    tab_to(page, chosen(page, 0, "good"))
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert chosen(page, 0, "change").is_checked()
    tab_to(page, kit(page, 0).locator("textarea"))
    page.keyboard.type(WORDS)
    tab_to(page, chosen(page, 1, "good"))
    page.keyboard.press("Space")
    assert kit(page, 1).get_by_role("status").last.inner_text() == "Kept in this tab. Nobody else can see it."

    # nothing has left the device, and nothing would outlive the tab
    session, local, cookie = page.evaluate(KEPT)
    assert WORDS in session
    assert (local, cookie) == ("{}", "")

    # one place to send from
    tab_to(page, page.get_by_role("link", name="Send what you think", exact=True))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{SEND}")
    assert page.locator("article").count() == 2
    assert WORDS in page.locator("article").first.inner_text()
    tab_to(page, page.get_by_role("button", name="Save it as a file"))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert "participation officer" in page.get_by_role("status").inner_text()
    assert [url for url in asked if not url.startswith((draft.site.address, "blob:"))] == []

    # taken in, summed up, answered
    assert comments(draft.root, "import", REPORT, [str(saved), str(saved)]) == 0
    assert comments(draft.root, "summary", REPORT, []) == 0
    told = capsys.readouterr().out
    assert "2 comments on 1 page." in told
    assert "1 comment without an answer" in told
    assert WORDS not in told
    _answer(draft.root)

    # published, and seen by the child
    shown = _publish(draft.root, tmp_path / "public")
    with serving(shown, BASE_PATH) as address:
        page = browser.new_page(viewport=PHONE)
        page.goto(f"{address}{HERE}/young-people/you-said/")
        wrong = [*map(str, everything(page)), *map(str, axe(page))]
        assert wrong == []
        card = page.locator(".tv-you-said li", has_text="We changed it")
        assert "We explain them." in card.inner_text()
        card.get_by_role("link", name="Meetings on time").click()
        page.wait_for_url(f"**/{READ}")
        assert page.get_by_role("heading", name="What late means").is_visible()
        assert page.locator(".tv-say").count() == 0
        page.close()
    assert [path for path in shown.rglob("*") if path.is_file() and WORDS.encode() in path.read_bytes()] == []


def _answer(root: Path) -> None:
    """What a participation officer does in the files."""
    path = root / FOLDER / "words.csv"
    (read,) = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    path.write_text(csv_text([read | {"answer": "hard-words"}]), encoding="utf-8")
    thanks = (root / FOLDER / "answers.csv").read_text(encoding="utf-8")
    row = csv_text([answer()]).splitlines()[1]
    (root / FOLDER / "answers.csv").write_text(f"{thanks}{row}\n", encoding="utf-8")
    (root / FOLDER / "listening.csv").write_text(csv_text(all_parts()), encoding="utf-8")
    assert comments(root, "answer", REPORT, []) == 0


def _publish(root: Path, place: Path) -> Path:
    """The same report, mended where somebody asked for it, published with its comments."""
    names = ("comments", "answers", "listening", "words")
    changes = {f"{FOLDER}/{name}.csv": (root / FOLDER / f"{name}.csv").read_text(encoding="utf-8") for name in names}
    made = build(write_site(place, pages("What late means"), changes))
    assert made.code == 0, made.warnings
    return made.site


# ---------------------------------------------------------------- faults and care


def say(page: Page, draft: Draft, text: str = WORDS) -> None:
    draft.site.open(page, READ)
    chosen(page, 0, "change").check()
    kit(page, 0).locator("textarea").fill(text)


def test_it_is_there_on_another_page_and_gone_with_the_tab(phone: BrowserContext, draft: Draft) -> None:
    page = phone.new_page()
    say(page, draft)
    draft.site.open(page, f"{HERE}/late/")
    chosen(page, 0, "good").check()
    draft.site.open(page, READ)
    assert kit(page, 0).locator("textarea").input_value() == WORDS
    assert chosen(page, 0, "change").is_checked()
    other = phone.new_page()
    draft.site.open(other, READ)
    assert kit(other, 0).locator("input:checked").count() == 0
    draft.site.open(other, SEND)
    assert other.locator("article").count() == 0
    assert "You have not said anything yet." in other.locator("main").inner_text()
    assert not other.get_by_role("button", name="Save it as a file").is_visible()


def test_what_stands_before_the_first_part_is_asked_about_too(phone: BrowserContext, draft: Draft) -> None:
    page = phone.new_page()
    asked = {}
    for path in (f"{HERE}/young-people/you-said/", f"{HERE}/young-people/"):
        draft.site.open(page, path)
        asked[path] = page.locator(".tv-say legend").all_inner_texts()
    assert list(asked.values()) == [
        ["What do you think about this page so far?", "What do you think about “Later”?"],
        ["What do you think about this page?"],
    ]


def test_delete_all_i_wrote(phone: BrowserContext, draft: Draft) -> None:
    page = phone.new_page()
    say(page, draft)
    answers = iter((False, True))
    page.on("dialog", lambda dialog: dialog.accept() if next(answers) else dialog.dismiss())
    page.get_by_role("button", name="Delete all I wrote").click()
    assert WORDS in page.evaluate(KEPT)[0]
    page.get_by_role("button", name="Delete all I wrote").click()
    assert page.evaluate(KEPT)[0] == "{}"
    assert kit(page, 0).locator("textarea").input_value() == ""
    assert kit(page, 0).locator("input:checked").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Deleted."


def test_delete_one(phone: BrowserContext, draft: Draft) -> None:
    page = phone.new_page()
    say(page, draft)
    chosen(page, 1, "good").check()
    kit(page, 0).get_by_role("button", name="Delete this").click()
    assert page.evaluate("document.activeElement.value") == "good"
    draft.site.open(page, SEND)
    assert page.locator("article").count() == 1
    page.get_by_role("button", name="Delete this: Plans").click()
    assert page.locator("article").count() == 0


def test_hostile_words_stay_words(phone: BrowserContext, draft: Draft) -> None:
    page = phone.new_page()
    text = "</textarea><img src=x onerror=window.ran=1><script>window.ran=1</script>"
    say(page, draft, text)
    draft.site.open(page, SEND)
    assert page.locator(".tv-say-words").inner_text() == text
    assert page.locator("article img, article script").count() == 0
    assert page.evaluate("window.ran") is None


def test_a_browser_that_keeps_nothing_says_so_and_can_save(phone: BrowserContext, draft: Draft) -> None:
    page = phone.new_page()
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('refused') }})")
    say(page, draft)
    kit(page, 0).locator("textarea").blur()
    assert "will forget it" in kit(page, 0).locator(".tv-say-kept").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save it as a file").click()
    loaded = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert [one["text"] for one in loaded["comments"]] == [WORDS]


def test_what_was_kept_and_is_damaged_is_no_trap(phone: BrowserContext, draft: Draft) -> None:
    page = phone.new_page()
    page.add_init_script(f"try {{ sessionStorage['tv-say {REPORT}'] ||= 'not json' }} catch {{}}")
    say(page, draft)
    assert kit(page, 0).locator("textarea").input_value() == WORDS


def test_the_script_warns_of_what_the_import_warns_of(phone: BrowserContext, draft: Draft) -> None:
    page = phone.new_page()
    page.clock.install()
    draft.site.open(page, READ)
    kit(page, 0).locator("summary").click()
    for text, _ in TEXTS:
        kit(page, 0).locator("textarea").fill(text)
        page.clock.run_for(1000)
        assert bool(kit(page, 0).locator(".tv-say-care").inner_text()) is bool(personal_details(text)), text


def test_the_councils_own_way_takes_nothing_by_itself(phone: BrowserContext, draft: Draft) -> None:
    page = phone.new_page()
    say(page, draft)
    draft.site.open(page, SEND)
    mail = page.get_by_role("link", name="Send it by email").get_attribute("href") or ""
    assert mail.startswith("mailto:say@york.example?subject=")
    assert "timeliness%20is%20hard" in mail
    assert page.get_by_role("link", name="Open the council's form").get_attribute("href") == "https://york.example/say"
    phone.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy it").click()
    page.get_by_text("Copied.", exact=True).wait_for()
    assert WORDS in page.evaluate("navigator.clipboard.readText()")


def test_what_is_too_long_for_a_mail_is_a_file(phone: BrowserContext, draft: Draft) -> None:
    page = phone.new_page()
    say(page, draft, "Made up. " * 220)
    draft.site.open(page, SEND)
    mail = page.get_by_role("link", name="Send it by email").get_attribute("href") or ""
    assert "body=" not in mail
    assert page.get_by_text("It is too long for an email.").is_visible()


def test_printed_it_is_what_was_said_and_nothing_to_press(phone: BrowserContext, draft: Draft) -> None:
    page = phone.new_page()
    say(page, draft)
    page.add_init_script("window.print = () => { window.printed = true }")
    draft.site.open(page, SEND)
    page.get_by_role("button", name="Print it").click()
    assert page.evaluate("window.printed") is True
    page.emulate_media(media="print")
    assert page.locator(".tv-say-words").is_visible()
    assert [one for one in page.locator(".tv-say-send button, .tv-say-send a").all() if one.is_visible()] == []


def test_the_page_could_not_send_words_even_to_itself(phone: BrowserContext, draft: Draft) -> None:
    page = phone.new_page()
    asked: list[str] = []
    phone.on("requestfinished", lambda request: asked.append(request.url))
    say(page, draft)
    refused = page.evaluate("fetch('?words').then(() => false, () => true)")
    page.evaluate("navigator.sendBeacon('?beacon', 'words')")
    page.evaluate(
        "const form = document.createElement('form'); form.action = '?form'; document.body.append(form); form.submit()"
    )
    page.wait_for_timeout(200)
    assert refused
    assert [url for url in asked if "?" in url] == []


# ---------------------------------------------------------------- every page of it, for everyone


@pytest.mark.parametrize(
    "path",
    [READ, SEND, f"{HERE}/late/", f"{HERE}/say-what-you-think/", f"{HERE}/comment-sheet/", SHEET],
)
def test_no_check_has_a_complaint(phone: BrowserContext, browser: Browser, draft: Draft, path: str) -> None:
    complaints = Complaints()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    say(page, draft, "Made up: I told Zed, ring 07700 900123")
    draft.site.open(page, path)
    page.wait_for_timeout(100)
    kit_says = {
        line.strip() for text in page.locator(".tv-say, .tv-say-end").all_inner_texts() for line in text.splitlines()
    }
    complaints.add((told for told in map(str, everything(page)) if not by_design(told, kit_says)), f"/{path}")
    page.set_viewport_size({"width": 320, "height": 740})
    complaints.add(map(str, axe(page)), f"/{path} at 320 px")
    context.close()
    complaints.insist_on_none()


def test_every_page_of_the_draft_is_valid_html(draft: Draft) -> None:
    assert [f"{one.page}: {one.message} {one.extract}" for one in validate(draft.site.folder)] == []


def by_design(told: str, kit_says: set[str]) -> bool:
    """Nobody can fill in the kit without a script, or on a printed page: both lead to the paper sheet instead."""
    without_script = told.startswith("script-off:") and told.split("is not said: ", 1)[1] in kit_says
    return without_script or (told.startswith("print:") and "tv-say-box" in told)


@pytest.mark.parametrize("path", [READ, f"{HERE}/late/"])
def test_everything_to_press_is_large_enough_for_a_thumb(phone: BrowserContext, draft: Draft, path: str) -> None:
    page = phone.new_page()
    say(page, draft)
    draft.site.open(page, path)
    targets = page.locator(
        ".tv-say label:has(input), .tv-say summary, .tv-say button, .tv-say textarea, .tv-say-end a, .tv-say-end button"
    )
    boxes = [one.bounding_box() for one in targets.all() if one.is_visible()]
    assert len(boxes) >= 10
    assert [box for box in boxes if box is None or min(box["width"], box["height"]) < 44] == []


def test_without_javascript_the_page_leads_to_the_paper_sheet(browser: Browser, draft: Draft) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    for path in (READ, SEND):
        draft.site.open(page, path)
        assert [one for one in page.locator("main button, main textarea, main input").all() if one.is_visible()] == []
        page.get_by_role("link", name="Print the paper sheet").click()
        page.wait_for_url("**/comment-sheet/")
        assert page.get_by_role("heading", name="What do you think?").is_visible()
    context.close()


@pytest.mark.parametrize("path", [f"{HERE}/comment-sheet/", SHEET])
def test_the_sheet_is_one_side_of_paper(new_context: BrowserContext, draft: Draft, path: str) -> None:
    from io import BytesIO

    from pikepdf import Pdf

    page = new_context.new_page()
    draft.site.open(page, path)
    with Pdf.open(BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        assert len(printed.pages) == 1
