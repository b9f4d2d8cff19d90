import pytest
from engine_parts import ADVICE, HOLLOW, QUESTIONS, SAID, STOPS, TALK, a_coach, last_turn, passages, talk

from coach.conversation import Move
from coach.planner import Request, is_hollow, request_of


def turns(conversation):
    return conversation.coach_turns()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_plain_question_is_informed_with_a_real_cited_passage(table, question):
    message = last_turn(a_coach(table), "We are eleven people.", question)

    assert message.turn.moves == (Move.INFORM, Move.ASK)
    [cited] = message.turn.passages
    passage = next(p for p in passages() if p.id == cited)
    assert f"[{cited}]" in message.content
    assert all(line in message.content for line in passage.text.splitlines())
    assert message.turn.question.startswith("goal-compare")


@pytest.mark.parametrize("words", ADVICE)
def test_just_tell_me_gets_options_to_choose_from(table, words):
    turn = last_turn(a_coach(table), "We are eleven people.", words).turn

    assert turn.moves == (Move.INFORM, Move.ASK)
    assert len(set(turn.passages)) == 2
    assert turn.question.startswith("goal-choose")


@pytest.mark.parametrize("words", STOPS)
def test_stop_closes_at_once(table, words):
    message = last_turn(a_coach(table), "They wait for me before they order anything, even flour.", words)

    assert message.turn.moves == (Move.CLOSE,)
    assert "?" not in message.content


def test_after_a_close_stop_is_answered_with_a_farewell_only(table):
    message = last_turn(a_coach(table), *SAID, "bye", "bye")

    assert (message.turn.moves, message.turn.quotes) == ((Move.CLOSE,), ())


def test_why_do_you_ask_gets_the_reason_and_no_new_question(table):
    conversation = talk(a_coach(table), "We are eleven people.", "Why do you ask?")
    before, answer = turns(conversation)[-2], conversation.messages[-1]

    assert answer.turn.moves == (Move.INFORM,)
    assert answer.content == before.why


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ("How should I put it? Just tell me what to do.", Request.ADVISE),
        ("So what is a 30-60-90 plan?", Request.EXPLAIN),
        ("please stop", Request.STOP),
        ("They stop at nothing.", None),
        ("I told them what to do, as usual, and they did it.", None),
        ("Nobody asked why.", None),
        ("What’s a 30-60-90 plan?", Request.EXPLAIN),
        ("That’s all, thanks.", Request.STOP),
        ("How do I get them to decide?", Request.ADVISE),
        ("Do you think I tell too much?", Request.EXPLAIN),
        ("I'm done with telling them everything.", None),
        ("That's it exactly, they wait for me.", None),
        ("That's all they ever do, wait for me.", None),
        ("Enough people have left already.", None),
        ("She left without saying goodbye.", None),
        ("My people say 'just tell me what to do' and wait.", None),
        ("They come in and ask what should I do, every day.", None),
    ],
)
def test_a_request_is_what_the_manager_asks_of_the_coach(words, request_):
    assert request_of(words) is request_


@pytest.mark.parametrize("words", [*HOLLOW, "ok ok", "yeah, sure", "I don't know", "", "?!"])
def test_a_reply_without_anything_to_go_on_is_hollow(words):
    assert is_hollow(words)


@pytest.mark.parametrize("words", [*TALK, "No, they decide.", "Fine people, all of them.", "Nothing works here."])
def test_a_reply_with_something_in_it_is_not_hollow(words):
    assert not is_hollow(words)


def test_hollow_replies_meet_another_angle_then_a_close(table):
    course = turns(talk(a_coach(table), "We are eleven people.", "ok", "dunno", "fine"))

    assert course[2].question.startswith("goal-angle")
    assert [turn.moves for turn in course[3:]] == [(Move.CLOSE,), (Move.CLOSE,)]


def test_a_hollow_reply_in_between_ends_nothing(table):
    course = turns(talk(a_coach(table), "ok", "We are eleven people.", "ok", "We are in two shops."))

    assert all(Move.CLOSE not in turn.moves for turn in course)
