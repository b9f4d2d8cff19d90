"""Whole conversations, whatever the manager says: the rules in course_parts, the length, the balance, the end."""

import pytest
from course_parts import (
    AIMS,
    DONE,
    RULES,
    STEPS,
    ahead,
    anything,
    asks,
    first_round,
    leading,
    the_coach,
    turns,
    with_hollow,
)
from engine_parts import HOLLOW, PLAIN, SAID, talk
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.conversation import Link, Move, Offer, Stage
from coach.requests import is_at_a_loss

TOLD = [words for words in [*SAID, *PLAIN, *DONE, *STEPS] if not is_at_a_loss(words)]
WAY_HOME = (Stage.RETURN, Stage.STEP, Stage.DAY)
MOST_AHEAD = 2

told = st.lists(st.sampled_from(TOLD), min_size=12, max_size=12, unique=True)


def breaches(conversation):
    return {rule.__name__: found for rule in RULES if (found := rule(conversation))}


@given(messages=anything)
@settings(deadline=None, max_examples=40)
def test_no_rule_is_broken_whatever_is_said(table, messages):
    conversation = talk(the_coach(table), *messages)

    assert len(conversation.messages) == 2 * len(messages) + 1
    assert breaches(conversation) == {}


@given(messages=with_hollow, max_asks=st.integers(1, 20))
@settings(deadline=None, max_examples=25)
def test_no_rule_is_broken_however_long_the_conversation_may_be(table, messages, max_asks):
    assert breaches(talk(the_coach(table, max_asks=max_asks), *messages)) == {}


@pytest.mark.parametrize("words", [*SAID, "ok", "What is accountability?", "Just tell me."])
def test_no_rule_is_broken_by_saying_the_same_over_and_over(table, words):
    assert breaches(talk(the_coach(table, max_asks=20), *[words] * 9)) == {}


@given(words=st.text(min_size=1, max_size=120))
@settings(deadline=None, max_examples=30)
def test_any_text_at_all_gets_an_answer(table, words):
    assert talk(the_coach(table), AIMS[1], words).messages[-1].content.strip()


@given(messages=anything)
@settings(deadline=None, max_examples=10)
def test_the_same_words_get_the_same_conversation(table, messages):
    assert talk(the_coach(table), *messages) == talk(the_coach(table), *messages)


# --- how long, and how it ends ---


@given(messages=anything, max_asks=st.integers(1, 8))
@settings(deadline=None, max_examples=30)
def test_the_coach_asks_no_more_than_it_may_before_the_way_home(table, messages, max_asks):
    """Every question counts that leads on; where the aim or scene is the only one, it is still asked."""
    course = leading(first_round(talk(the_coach(table, max_asks=max_asks), *messages)))
    before = [turn for turn in course if turn.stage not in WAY_HOME]
    angles = [turn for turn in before if turn.stage is Stage.ANGLE]

    assert len(before) - len(angles) <= max(max_asks - 1, 1)


@given(messages=told, max_asks=st.integers(1, 8))
@settings(deadline=None, max_examples=25)
def test_a_conversation_of_substance_comes_to_its_close_within_its_questions(table, messages, max_asks):
    """At most one question less than it may before the way home, and there a return, a step and its day."""
    course = first_round(talk(the_coach(table, max_asks=max_asks), *messages))

    assert Move.CLOSE in course[-1].moves
    assert len(leading(course)) <= max(max_asks - 1, 1) + len(WAY_HOME)


@given(messages=told)
@settings(deadline=None, max_examples=20)
def test_the_way_home_is_a_return_a_step_and_perhaps_its_day(table, messages):
    course = first_round(talk(the_coach(table), *messages))
    stages = [turn.stage for turn in course]

    assert stages[stages.index(Stage.RETURN) :] in (
        [Stage.RETURN, Stage.STEP, None],
        [Stage.RETURN, Stage.STEP, Stage.DAY, None],
        [Stage.RETURN, Stage.DAY, None],  # the step was named already
        [Stage.RETURN, None],
    )


@given(messages=st.lists(st.sampled_from(HOLLOW), min_size=5, max_size=5))
@settings(deadline=None, max_examples=20)
def test_somebody_who_says_nothing_is_asked_once_whether_it_is_useful_and_then_let_go(table, messages):
    course = turns(talk(the_coach(table), *messages))

    assert [turn.offer for turn in course].count(Offer.CHECK) == 1
    assert course[2].offer is Offer.CHECK
    assert Move.CLOSE in course[5].moves


# --- the aim ---


@given(messages=anything)
@settings(deadline=None, max_examples=20)
def test_the_aim_is_asked_for_again_only_where_no_goal_was_named(table, messages):
    stages = [turn.stage for turn in first_round(talk(the_coach(table), *messages))]

    assert stages.count(Stage.SCENE) <= 1
    assert Stage.AIM not in stages[stages.index(Stage.SCENE) :] if Stage.SCENE in stages else True


@given(messages=told)
@settings(deadline=None, max_examples=15)
def test_where_something_is_said_every_time_the_aim_is_asked_for_at_most_once(table, messages):
    stages = [turn.stage for turn in turns(talk(the_coach(table), *messages))]

    assert stages.count(Stage.AIM) <= 1
    assert stages.count(Stage.SCENE) <= 1


# --- summaries ---


@given(messages=told)
@settings(deadline=None, max_examples=30)
def test_a_summary_comes_by_the_fourth_answer(table, messages):
    course = turns(talk(the_coach(table), *messages))

    assert any(Move.SUMMARISE in turn.moves for turn in course[1:5])


@given(messages=told)
@settings(deadline=None, max_examples=20)
def test_then_a_summary_comes_about_every_four_turns(table, messages):
    """At the fourth; later by one where a contradiction is named in its place, by one where the goal is given back."""
    course = first_round(talk(the_coach(table, max_asks=12), *messages))
    at = [number for number, turn in enumerate(course) if {Move.SUMMARISE, Move.CLOSE} & set(turn.moves)]

    assert max(after - before for before, after in zip([0, *at], at, strict=False)) <= 6


# --- the subjects ---


@given(messages=st.lists(st.sampled_from(TOLD), min_size=8, max_size=8, unique=True))
@settings(deadline=None, max_examples=15)
def test_until_there_is_a_tier_the_coach_brings_up_the_core_that_was_not_heard(table, messages):
    coach = the_coach(table)
    conversation = talk(coach, *messages)
    core = {criterion.id for criterion in table.rubric.criteria if criterion.core}
    for index, message in enumerate(conversation.messages):
        if message.turn is None or message.turn.link is not Link.BRIDGES:
            continue
        verdict = coach.assess(conversation.upto(index - 1)).verdict
        before = [turn.criterion for turn in asks(conversation.upto(index - 1))]
        unheard = {c for c in core & set(verdict.open_criteria) if before.count(c) < 3 and before[-1] != c}
        if table.rubric.rank(verdict.tier) is None and unheard:
            assert message.turn.criterion in core


@given(messages=st.lists(st.sampled_from(PLAIN[1:]), min_size=9, max_size=9))
@settings(deadline=None, max_examples=6)
def test_with_nothing_heard_all_of_the_core_and_nothing_else_is_asked_about(table, messages):
    asked = {turn.criterion for turn in asks(talk(the_coach(table, max_asks=20), *messages))} - {"goal"}

    assert asked == {criterion.id for criterion in table.rubric.criteria if criterion.core}


# --- the balance between the manager and the team ---


@given(messages=told)
@settings(deadline=None, max_examples=30)
def test_about_half_of_the_questions_are_about_the_managers_own_doing(table, messages):
    """Before the way home they stay within two of even: what is behind is taken wherever it fits.

    It need not fit: the aim is the manager's own, and a kind is not asked twice in a row. The way home then
    adds up to three, since return, step and day are the manager's own.
    """
    course = first_round(talk(the_coach(table), *messages))
    out = [turn for turn in course if turn.stage not in WAY_HOME]

    assert max(map(abs, ahead(out))) <= MOST_AHEAD
    assert max(map(abs, ahead(course))) <= MOST_AHEAD + len(WAY_HOME)
