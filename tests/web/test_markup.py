import html
import re

from hypothesis import given
from hypothesis import strategies as st

from coach.conversation import CoachTurn, Conversation, Message, Move
from coach.web.markup import conversation_html, escaped

HOSTILE = "<img src=x onerror=alert(1)> ![x](http://example.com/x.png) {{7*7}} ${7*7} `a` <script>alert(2)</script>"


@given(st.text())
def test_escaped_text_holds_no_markup_and_reads_as_it_was(text):
    safe = escaped(text)
    assert not re.search(r"[<>\"'{}$`]", safe)
    assert html.unescape(safe) == text


def test_hostile_words_are_inert_from_either_side():
    turns = (
        Message(role="user", content=HOSTILE),
        Message(role="assistant", content=f"You said “{HOSTILE}”.", turn=CoachTurn(moves=(Move.REFLECT,))),
        Message(role="assistant", content=f"**{HOSTILE}**\n\n> {HOSTILE}"),
    )
    page = conversation_html(Conversation(id="x", messages=turns))
    assert "<img" not in page
    assert "<script" not in page
    assert "{{" not in page
    assert "${" not in page


def test_a_cited_passage_is_set_apart():
    text = "The guide says:\n\n**A title** [some-id]\n\n> First line.\n>\n> Second.\n\nWhat do you see?"
    page = conversation_html(Conversation(id="x", messages=(Message(role="assistant", content=text),)))
    assert "<strong>A title</strong> <small>[some-id]</small>" in page
    assert "<blockquote><p>First line.</p><p>Second.</p></blockquote>" in page
    assert "<p>What do you see?</p>" in page


def test_line_breaks_of_the_manager_are_kept():
    page = conversation_html(Conversation(id="x", messages=(Message(role="user", content="one\ntwo\n\nthree"),)))
    assert "<p>one<br>two</p><p>three</p>" in page
