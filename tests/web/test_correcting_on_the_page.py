"""Correcting what was heard, in the page's handlers: who may, and what follows."""

import json
import re
from types import SimpleNamespace

import gradio as gr
import pytest

from coach.report.texts import shipped_texts
from coach.store.conversations import ConversationStore
from coach.verdict import Correction
from coach.web.identity import COOKIE, new_token, owner_of
from coach.web.page import Room

WAIT = "They wait for me to decide everything."


@pytest.fixture
def store(tmp_path):
    return ConversationStore(tmp_path)


@pytest.fixture
def room(coach, store, rubric):
    return Room(coach, store, shipped_texts(rubric))


def visitor():
    return SimpleNamespace(cookies={COOKIE: new_token()})


def click(piece, action):
    return gr.EventData(None, {"piece": piece, "action": action})


@pytest.fixture
def heard(room):
    """A visitor, their conversation, the piece heard in it as the page names it, and the panel."""
    who = visitor()
    current = room.arrive(who)[0]
    panel = list(room.say(WAIT, current, who))[-1][3]
    return who, current, piece_in(panel), panel


def piece_in(panel):
    return json.dumps(json.loads(re.search(r'data-piece="([^"]+)"', panel)[1].replace("&quot;", '"')))


def test_every_quote_can_be_confirmed_or_withdrawn(heard):
    panel = heard[3]

    assert panel.count("<q>") == panel.count(">That’s right</button>") == panel.count(">Not what I meant</button>") > 0
    assert "Taken back" not in panel


def test_what_was_withdrawn_is_shown_struck_through_and_the_verdict_follows(room, heard):
    who, current, piece, _ = heard
    panel, _, verdict = room.correct(current, click(piece, "withdrawn"), who)

    assert "<h4>Taken back" in panel
    assert "<s><q>They wait for me to decide everything" in panel
    assert ">Put it back</button>" in panel
    assert "1 quote was taken back by the manager" in verdict


def test_putting_it_back_says_so_by_the_quote(room, heard):
    who, current, piece, _ = heard
    room.correct(current, click(piece, "withdrawn"), who)
    panel = room.correct(current, click(piece, "confirmed"), who)[0]

    assert "Taken back" not in panel
    assert "you said that’s right" in panel
    assert panel.count(">Not what I meant</button>") == 1
    assert ">That’s right</button>" not in panel


def test_what_was_just_done_is_marked_for_those_who_do_not_see_it_and_only_then(room, heard):
    who, current, piece, panel = heard
    corrected = room.correct(current, click(piece, "withdrawn"), who)[0]

    assert "data-just" not in panel
    assert corrected.count('data-just="Taken back. It no longer counts."') == 1
    assert "data-just" not in room.open(None, current, who)[3]


def test_a_correction_is_there_when_the_visitor_comes_back(room, heard):
    who, current, piece, _ = heard
    room.correct(current, click(piece, "withdrawn"), who)

    assert "<h4>Taken back" in room.arrive(who)[3]


def test_nobody_corrects_the_conversation_of_another_even_by_its_id(room, store, heard):
    who, current, piece, _ = heard
    with pytest.raises(gr.Error, match="no conversation"):
        room.correct(current, click(piece, "withdrawn"), visitor())
    with pytest.raises(gr.Error, match="Allow cookies"):
        room.correct(current, click(piece, "withdrawn"), SimpleNamespace(cookies={}))
    assert store.corrections(owner_of(who.cookies), current) == ()


@pytest.mark.parametrize(
    "data",
    [
        {},
        None,
        {"piece": None, "action": "withdrawn"},
        {"piece": "[1]", "action": "withdrawn"},
        {"piece": '[1, 0, 37, "waits_to_be_told"]', "action": "deleted"},
        {"piece": '[1, 0, 37, "waits_to_be_told"]', "action": {"by": "somebody else"}},
        {"piece": "[" * 100_000, "action": "withdrawn"},
        {"piece": '[1, 0, 36, "waits_to_be_told"]', "action": "withdrawn"},
        {"piece": '[1, 1e400, 37, "waits_to_be_told"]', "action": "withdrawn"},
    ],
)
def test_whatever_else_a_browser_sends_gets_a_notice_and_changes_nothing(room, store, heard, data):
    who, current, _, _ = heard
    with pytest.raises(gr.Error):
        room.correct(current, gr.EventData(None, data), who)
    assert store.corrections(owner_of(who.cookies), current) == ()


def test_nobody_can_correct_in_the_name_of_another(room, store, heard):
    who, current, piece, _ = heard
    room.correct(current, gr.EventData(None, {"piece": piece, "action": "withdrawn", "by": "the board"}), who)

    (correction,) = store.corrections(owner_of(who.cookies), current)
    assert correction == Correction.of(tuple(json.loads(piece)), "withdrawn", "the manager")


def test_a_hostile_quote_stays_words_in_its_button_too(room):
    who = visitor()
    current = room.arrive(who)[0]
    panel = list(room.say(f'{WAIT[:-1]} "><img src=x onerror=alert(1)> ${{7*7}} every day.', current, who))[-1][3]

    assert "<button" in panel
    assert "<img" not in panel
    assert "${" not in panel
