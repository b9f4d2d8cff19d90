"""The page in a real browser, served by a real process."""

import pytest

pytestmark = pytest.mark.browser


class Visitor:
    """A browser profile of its own, with everything it requested."""

    def __init__(self, browser, address, width=1440):
        self.context = browser.new_context(viewport={"width": width, "height": 900})
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.requested, self.dialogs = [], []
        self.page.on("request", lambda request: self.requested.append(request.url))
        self.page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        self.open(address)

    def open(self, address):
        self.page.goto(address)
        self.page.wait_for_selector(".turn.coach")

    def say(self, words):
        answered = self.page.locator(".turn.coach").count() + 1
        self.page.fill("#words textarea", words)
        self.page.keyboard.press("Enter")
        self.page.wait_for_function(
            "n => document.querySelectorAll('.turn.coach').length == n && !document.querySelector('.waiting')",
            arg=answered,
        )

    def unfold(self, panel):
        self.page.click(f"{panel} button >> nth=0")
        self.page.wait_for_selector(f"{panel} .prose, {panel} [id]", state="visible")

    def text(self, selector):
        return self.page.locator(selector).inner_text()


@pytest.fixture
def visit(browser):
    visitors = []

    def arrive(address, **options):
        visitors.append(Visitor(browser, address, **options))
        return visitors[-1]

    yield arrive
    for visitor in visitors:
        visitor.context.close()


def test_a_manager_talks_and_sees_what_was_heard_and_where_it_stands(server, visit):
    manager = visit(server.address)
    assert not manager.page.locator("#verdict").is_visible(), "nobody is judged while talking, unless they ask"
    manager.unfold("#heard-panel")
    manager.unfold("#verdict-panel")
    assert "Not Enough Evidence Yet" in manager.text("#verdict")
    manager.say("They wait for me to decide everything.")
    manager.say("It's quicker if I just tell them the answer.")
    manager.say("We don't have anything written down, just the number for the quarter.")
    assert "It's quicker if I just tell them the answer" in manager.text("#heard")
    assert manager.page.locator("#verdict .tier").inner_text() != "Not Enough Evidence Yet"
    assert "How it was decided" in manager.text("#verdict")


def test_the_page_says_how_far_along_the_conversation_is(server, visit):
    manager = visit(server.address)
    assert "About 8 questions" in manager.text("#progress")
    manager.say("I want my reps to decide on discounts without me.")
    assert "Question 1 of about 8" in manager.text("#progress")


def test_a_plain_question_gets_a_passage_with_its_source(server, visit):
    manager = visit(server.address)
    manager.say("What's a 30-60-90 plan?")
    assert manager.page.locator(".turn.coach blockquote").count() == 1
    assert "[accountability-what-a-plan-is]" in manager.text("#conversation")


def test_nothing_leaves_the_machine_and_nothing_said_is_kept_in_the_browser(server, visit):
    manager = visit(server.address)
    manager.say("Gareth waited three hours for my call.")
    manager.page.reload()
    manager.page.wait_for_selector(".turn.manager")
    outside = [url for url in manager.requested if not url.startswith((server.address, "data:", "blob:"))]
    assert outside == []
    kept = manager.page.evaluate("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])")
    assert "Gareth" not in kept
    databases = manager.page.evaluate("indexedDB.databases().then(list => list.length)")
    assert databases == 0


def test_hostile_words_are_shown_as_words(server, visit):
    manager = visit(server.address)
    words = "<img src=x onerror=alert(1)> ![x](http://example.com/x.png) {{7*7}} ${7*7} <b>bold</b> every call is mine"
    manager.say(words)
    assert words in manager.text(".turn.manager")
    assert manager.page.locator("#conversation img, #conversation b").count() == 0
    assert manager.dialogs == []
    assert not [url for url in manager.requested if "example.com" in url]


def test_two_browsers_never_see_each_other(server, visit):
    one, other = visit(server.address), visit(server.address)
    one.say("Gareth waited three hours for my call.")
    other.say("My team of nurses is tired.")
    other.page.reload()
    other.page.wait_for_selector(".turn.manager")
    assert "Gareth" not in other.page.content()
    assert "nurses" not in one.page.content()


def test_the_cookie_is_out_of_reach_of_scripts(server, visit):
    manager = visit(server.address)
    assert manager.page.evaluate("document.cookie") == ""
    assert [(c["name"], c["httpOnly"], c["sameSite"]) for c in manager.context.cookies()] == [("coach_id", True, "Lax")]


def test_a_killed_server_loses_nothing(own_server, visit):
    manager = visit(own_server.address)
    manager.say("Every discount lands on my desk.")
    manager.page.fill("#words textarea", "And last Thursday Gareth waited three hours for me.")
    manager.page.keyboard.press("Enter")
    manager.page.wait_for_function("document.querySelectorAll('.turn.manager').length == 2")
    own_server.kill()
    own_server.start()
    manager.open(own_server.address)
    manager.page.wait_for_function("document.querySelectorAll('.turn.coach').length == 3")
    assert "And last Thursday Gareth waited three hours for me." in manager.text("#conversation")


def test_earlier_conversations_can_be_opened_again(server, visit):
    manager = visit(server.address)
    manager.say("My first conversation is about discounts.")
    manager.page.click("#new")
    manager.page.wait_for_function("document.querySelectorAll('.turn.manager').length == 0")
    manager.page.click("#earlier input")
    manager.page.click("#earlier [role=option] >> nth=0")
    manager.page.wait_for_selector(".turn.manager")
    assert "My first conversation is about discounts." in manager.text("#conversation")


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_the_page_fits_its_width(server, visit, width):
    manager = visit(server.address, width=width)
    manager.say("A" * 300 + " is a very long word, and every call is mine.")
    assert manager.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_another_host_name_is_refused(server):
    import urllib.error
    import urllib.request

    request = urllib.request.Request(server.address, headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError, match="400"):
        urllib.request.urlopen(request)


def test_a_manager_takes_a_quote_back_with_the_keyboard_and_the_verdict_follows(server, visit):
    manager = visit(server.address)
    manager.unfold("#heard-panel")
    manager.unfold("#verdict-panel")
    manager.say("It's quicker if I just tell them the answer.")
    manager.page.locator("#heard button", has_text="Not what I meant").first.focus()
    manager.page.keyboard.press("Enter")
    manager.page.wait_for_selector("#heard s")

    assert "It's quicker if I just tell them the answer" in manager.text("#heard s")
    manager.page.wait_for_function("document.querySelector('#said').textContent == 'Taken back. It no longer counts.'")
    assert "taken back by the manager" in manager.text("#verdict")
    assert manager.page.evaluate("document.activeElement.closest('li').querySelector('s') !== null")
    manager.page.keyboard.press("Tab")
    manager.page.keyboard.press("Space")
    manager.page.wait_for_function("document.querySelector('#said').textContent == 'Noted as right. It counts.'")
    assert manager.page.locator("#heard s").count() == 0
    assert "you said that’s right" in manager.text("#heard")


def test_a_double_click_on_one_quote_takes_back_no_other(server, visit):
    manager = visit(server.address)
    manager.unfold("#heard-panel")
    manager.say("It's quicker if I just tell them the answer. They wait for me to decide everything.")
    before = manager.page.locator("#heard q").count()
    manager.page.locator("#heard button", has_text="Not what I meant").first.dblclick(delay=150)
    manager.page.wait_for_selector("#heard s")
    manager.page.wait_for_timeout(500)

    assert before > 1
    assert (manager.page.locator("#heard q").count(), manager.page.locator("#heard s").count()) == (before, 1)


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_the_buttons_of_a_quote_have_names_of_their_own_and_room_for_a_finger(server, visit, width):
    manager = visit(server.address, width=width)
    manager.unfold("#heard-panel")
    manager.say("It's quicker if I just tell them the answer.")
    buttons = manager.page.locator("#heard button")
    names = [buttons.nth(n).get_attribute("aria-label") for n in range(buttons.count())]

    assert len(set(names)) == len(names) > 0
    assert all("It's quicker" in name for name in names[:2])
    assert all(buttons.nth(n).bounding_box()["height"] >= 24 for n in range(buttons.count()))
    assert manager.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
