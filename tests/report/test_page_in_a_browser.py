import os
from pathlib import Path

import pytest
from report_parts import OF_TIER, assessed

from coach.conversation import Message
from coach.report.content import report_of
from coach.report.html import to_html
from coach.report.texts import shipped_texts

CHROMIUM = Path("/usr/bin/chromium")
LONG = "Donaudampfschifffahrtsgesellschaft" * 8
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists() and not os.environ.get("COACH_REQUIRE_BROWSER"), reason="needs /usr/bin/chromium"
    ),
]


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def file(table, tmp_path_factory):
    """A report with words that do not break, an id as long as one, and markup in what was said."""
    assessment = assessed(table, OF_TIER["cause_for_concern"])
    said = assessment.conversation.say(Message(role="user", content=f"{LONG} <img src='https://example.org/x.png'>"))
    report = report_of(
        assessment.model_copy(update={"conversation": said}), table.rubric, shipped_texts(table.rubric), {}
    )
    path = tmp_path_factory.mktemp("page") / "talk.html"
    path.write_text(to_html(report, LONG), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_nothing_is_wider_than_the_screen_and_nothing_else_is_asked_for(browser, file, width, scheme):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(file.as_uri())

    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert asked == [file.as_uri()]
    assert complaints == []
    page.close()


def test_dark_is_dark_and_light_is_light(browser, file):
    ground = {}
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(file.as_uri())
        ground[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.close()

    assert ground == {"light": "rgb(252, 251, 248)", "dark": "rgb(22, 25, 29)"}


def test_a_click_on_a_quote_shows_it_highlighted_in_the_conversation(browser, file):
    page = browser.new_page()
    page.goto(file.as_uri())
    before = page.evaluate("getComputedStyle(document.getElementById('mark-2')).backgroundColor")
    page.click("#quote-2 a")

    assert page.evaluate("document.querySelector(':target').textContent") == "decides independently, shown"
    assert page.evaluate("getComputedStyle(document.getElementById('mark-2')).backgroundColor") != before
    assert page.locator("#mark-2").is_visible()
    page.close()


def test_to_a_screen_reader_the_picture_is_a_table_of_words(browser, file):
    page = browser.new_page()
    page.goto(file.as_uri())
    told = page.locator("table.picture").aria_snapshot()

    assert 'row "Deciding for themselves shown shown"' in told
    assert 'row "Getting people ready for more nothing heard"' in told
    assert "img" not in told
    page.close()


def test_it_prints_on_a4(browser, file, tmp_path):
    from pypdf import PdfReader

    page = browser.new_page()
    page.goto(file.as_uri())
    page.pdf(path=tmp_path / "talk.pdf", prefer_css_page_size=True)
    page.close()
    sheets = PdfReader(tmp_path / "talk.pdf").pages

    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {(595, 842)}
    assert "Concern heard" in sheets[0].extract_text()
