"""The handlers of the page, without a browser: who may see and say what."""

from types import SimpleNamespace

import gradio as gr
import pytest

from coach.report.texts import load_texts
from coach.settings import data_path
from coach.store.conversations import ConversationStore
from coach.web.identity import COOKIE, new_token, owner_of
from coach.web.page import Room


@pytest.fixture
def store(tmp_path):
    return ConversationStore(tmp_path)


@pytest.fixture
def room(coach, store, rubric):
    return Room(coach, store, load_texts(data_path("knowledge") / "verdicts.yaml", rubric))


def visitor():
    return SimpleNamespace(cookies={COOKIE: new_token()})


def say(room, words, current, who):
    return list(room.say(words, current, who))


def test_words_are_shown_before_the_answer_and_stored_before_they_are_shown(room, store):
    who = visitor()
    current = room.arrive(who)[0]
    steps = room.say("They ring me for everything.", current, who)
    first = next(steps)
    assert "They ring me for everything." in first[1]
    assert [m.role for m in store.load(owner_of(who.cookies), current).messages] == ["assistant", "user"]
    last = next(steps)
    assert last[1].count('class="turn coach"') == 2


def test_a_visitor_comes_back_to_the_latest_conversation(room):
    who = visitor()
    current = room.arrive(who)[0]
    say(room, "They ring me for everything.", current, who)
    again = room.arrive(who)
    assert again[0] == current
    assert "They ring me for everything." in again[1]


def test_another_visitor_sees_nothing_of_it_even_by_its_id(room, store):
    one, other = visitor(), visitor()
    current = room.arrive(one)[0]
    say(room, "Gareth drinks.", current, one)
    with pytest.raises(gr.Error, match="no conversation"):
        room.open(current, "", other)
    with pytest.raises(gr.Error, match="no conversation"):
        say(room, "Let me in.", current, other)
    assert "Let me in." not in str(store.load(owner_of(one.cookies), current))


def test_a_visitor_without_a_cookie_is_turned_away(room):
    for cookies in ({}, {COOKIE: "guess"}):
        with pytest.raises(gr.Error, match="Allow cookies"):
            room.arrive(SimpleNamespace(cookies=cookies))


def test_an_empty_message_changes_nothing(room, store):
    who = visitor()
    current = room.arrive(who)[0]
    say(room, "   \n", current, who)
    assert store.list() == []


def test_a_new_conversation_leaves_the_old_one_in_the_list(room):
    who = visitor()
    first = room.arrive(who)[0]
    say(room, "They ring me for everything.", first, who)
    second = room.begin(who)
    assert second[0] != first
    assert [name for _, name in second[-1].choices] == [first]
