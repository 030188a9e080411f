"""“Listen”: only with voices of the device, sentence by sentence, and it stops when it is told to."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import Site

PAGE = "reports/york-2016-17/young-people/meetings-on-time/"
LOCAL = {"name": "Local", "lang": "en-US", "localService": True}
BRITISH = {"name": "British", "lang": "en-GB", "localService": True}
REMOTE = {"name": "Remote", "lang": "en-GB", "localService": False}
FRENCH = {"name": "French", "lang": "fr-FR", "localService": True}
# what a browser with these voices does; a sentence ends when the test says so
STUB = """voices => {
  window.said = []; window.calls = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  const stub = {
    getVoices: () => voices, addEventListener: (name, call) => { stub.changed = call; },
    speak: one => { window.said.push({text: one.text, voice: one.voice.name, lang: one.lang}); stub.now = one; },
    cancel: () => { window.calls.push("cancel"); stub.now = null; },
    pause: () => window.calls.push("pause"), resume: () => window.calls.push("resume"),
  };
  Object.defineProperty(window, "speechSynthesis", {value: stub, configurable: true});
  window.finish = () => { const one = stub.now; stub.now = null; if (one) one.onend(); };
}"""
MARKED = """(() => { if (!CSS.highlights.has("tv-reading")) return "";
  const part = [...CSS.highlights.get("tv-reading")][0].cloneContents();
  part.querySelectorAll("[popover]").forEach(e => e.remove());
  return part.textContent; })()"""


@pytest.fixture
def speaking(browser: Browser, site: Site) -> Any:
    contexts = []

    def open_page(*voices: dict[str, Any], path: str = PAGE, before: str = "") -> Page:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        contexts.append(context)
        context.add_init_script(
            f"({STUB})({list(voices)!r}); {before}".replace("True", "true").replace("False", "false")
        )
        page = context.new_page()
        site.open(page, path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("voices", [(), (REMOTE,), (FRENCH,), (REMOTE, FRENCH)])
def test_without_a_voice_of_the_device_there_is_no_button(speaking: Any, voices: tuple[dict[str, Any], ...]) -> None:
    assert speaking(*voices).locator("#tv-listen").is_hidden()


@pytest.mark.parametrize(
    ("voices", "chosen"),
    [((LOCAL,), "Local"), ((REMOTE, LOCAL, BRITISH), "British"), ((FRENCH, LOCAL), "Local")],
)
def test_a_british_voice_of_the_device_is_taken_first(
    speaking: Any, voices: tuple[dict[str, Any], ...], chosen: str
) -> None:
    page = speaking(*voices)
    page.get_by_role("button", name="Listen").click()
    assert page.evaluate("said[0].voice") == chosen


def test_the_button_comes_when_voices_come_late(speaking: Any) -> None:
    page = speaking(before="window.late = speechSynthesis.getVoices();")
    assert page.locator("#tv-listen").is_hidden()
    page.evaluate("voice => { late.push(voice); speechSynthesis.changed(); }", BRITISH)
    expect(page.locator("#tv-listen")).to_be_visible()


def test_it_reads_the_page_in_whole_sentences_and_marks_each(speaking: Any) -> None:
    page = speaking(BRITISH)
    page.get_by_role("button", name="Listen").click()
    marked = []
    for _ in range(200):
        if page.locator("#tv-reading").is_hidden():
            break
        marked.append(" ".join(page.evaluate(MARKED).split()))
        page.evaluate("finish()")
    said = [one["text"] for one in page.evaluate("said")]
    assert said == marked
    assert said[:4] == [
        "Are your meetings on time?",
        "Each review meeting has a date by which it must happen.",
        "That is the law.",
        "It is there so that your plan never gets stuck.",
    ]
    assert "67 out of every 100 of you had every meeting on time." in said
    assert not [one for one in said if "Runs your review" in one or "Shorter and simpler" in one]
    assert page.evaluate(MARKED) == ""  # nothing is left marked at the end
    assert page.locator("#tv-listen").is_visible()


def test_figures_stay_links_while_they_are_read(speaking: Any) -> None:
    page = speaking(BRITISH)
    before = page.locator("main").inner_html()
    page.get_by_role("button", name="Listen").click()
    page.evaluate("finish()")
    assert page.locator("main").inner_html() == before


def test_a_browser_without_highlights_marks_the_paragraph(speaking: Any) -> None:
    page = speaking(BRITISH, before="delete window.Highlight;")
    page.get_by_role("button", name="Listen").click()
    assert page.locator(".tv-reading-now").inner_text() == "Are your meetings on time?"
    page.keyboard.press("Escape")
    assert page.locator(".tv-reading-now").count() == 0


def test_pause_and_go_on(speaking: Any) -> None:
    page = speaking(BRITISH)
    page.get_by_role("button", name="Listen").click()
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Go on").click()
    assert page.evaluate("calls.slice(-2)") == ["pause", "resume"]
    assert page.get_by_role("button", name="Pause").is_visible()


@pytest.mark.parametrize("how", ["escape", "button", "leaving"])
def test_it_stops(speaking: Any, how: str) -> None:
    page = speaking(BRITISH)
    page.get_by_role("button", name="Listen").click()
    page.evaluate("calls.length = 0")
    if how == "escape":
        page.keyboard.press("Escape")
    elif how == "button":
        page.get_by_role("button", name="Stop").click()
    else:
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("calls") == ["cancel"]
    assert page.evaluate(MARKED) == ""
    assert page.locator("#tv-reading").is_hidden()
    number = page.evaluate("said.length")
    page.evaluate("finish()")
    assert page.evaluate("said.length") == number


def test_the_reader_with_a_keyboard_is_back_at_the_button(speaking: Any) -> None:
    page = speaking(BRITISH)
    page.locator("#tv-listen").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "tv-pause"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "tv-listen"


def test_what_is_folded_away_is_not_read(speaking: Any) -> None:
    page = speaking(BRITISH)
    page.get_by_role("button", name="Listen").click()
    for _ in range(200):
        page.evaluate("finish()")
    said = " ".join(one["text"] for one in page.evaluate("said"))
    assert "Independent Reviewing Officer. This person" not in said
    assert "Printed in" not in said


def test_a_fault_of_the_voice_ends_it(speaking: Any) -> None:
    page = speaking(BRITISH)
    page.evaluate("speechSynthesis.speak = one => { setTimeout(() => one.onerror(), 0); }")
    page.locator("#tv-listen").click()
    expect(page.locator("#tv-reading")).to_be_hidden()
