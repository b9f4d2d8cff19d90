from itertools import pairwise

import pytest
from engine_parts import (
    ADVICE,
    HOLLOW,
    PLAIN,
    QUESTIONS,
    SAID,
    STOPS,
    TALK,
    WHY,
    a_coach,
    bank,
    evidence,
    last_turn,
    talk,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.conversation import Move
from coach.engine import conversation_of
from coach.guard import last_sentence, problems
from coach.planner import Heard, heard, information, plan
from coach.verdict import judge

substance = st.lists(st.sampled_from(TALK), min_size=1, max_size=14)
with_hollow = st.lists(st.sampled_from(TALK * 2 + HOLLOW), min_size=1, max_size=14)
anything = st.lists(st.sampled_from(TALK + HOLLOW + QUESTIONS + ADVICE + WHY + STOPS), min_size=1, max_size=12)


def steps(table, **concern):
    cells = {criterion.id: (0, 0) for criterion in table.rubric.criteria}
    return {**cells, **concern}


def turns(conversation):
    return conversation.coach_turns()


def questions_asked(conversation):
    spoken = [m for m in conversation.messages if m.turn and Move.ASK in m.turn.moves]
    return [last_sentence(message.content) for message in spoken]


def test_the_coach_opens_by_asking_for_the_managers_goal(table):
    opening = a_coach(table).begin().messages[0].turn

    assert (opening.moves, opening.criterion) == ((Move.ASK,), "goal")


@given(said=st.lists(st.sampled_from(PLAIN), min_size=3, max_size=3, unique=True))
@settings(deadline=None, max_examples=6)
def test_before_there_is_a_tier_the_core_criteria_come_first(table, said):
    asked = [turn.criterion for turn in turns(talk(a_coach(table), *said))[1:]]

    assert sorted(asked) == sorted(c.id for c in table.rubric.criteria if c.core)


def test_the_core_comes_before_what_would_tell_more_until_there_is_a_tier(table):
    verdict = judge([evidence("waits_to_be_told", "hedged")], table)
    conversation = conversation_of(("manager", "x"), ("manager", "I suppose they wait."), ("manager", PLAIN[0]))

    assert information("accountability", verdict.cells, table) > information("coaching", verdict.cells, table)
    planned = plan(conversation, verdict, table, bank().questions_left(conversation), 8)
    assert planned.criterion in ("coaching", "people_over_process")


def test_the_coach_stays_with_a_subject_that_yields_but_not_for_long(table):
    said = [words for words, (indicator, _) in SAID.items() if indicator in ("gives_answers", "asks_to_teach")]
    asked = [turn.criterion for turn in turns(talk(a_coach(table), *said))]

    assert asked.count("coaching") == 2
    assert asked[1:3] == ["coaching", "coaching"]
    assert asked[3] != "coaching"


def test_what_is_shown_as_a_strength_is_not_dwelt_on(table):
    turn = last_turn(a_coach(table), "On Tuesday Priya re-planned the shift and told me afterwards.").turn

    assert turn.criterion != "autonomy"


@given(messages=anything)
@settings(deadline=None, max_examples=30)
def test_any_message_gets_an_answer_that_declares_its_moves(table, messages):
    conversation = talk(a_coach(table), *messages)

    assert len(conversation.messages) == 2 * len(messages) + 1
    assert all(m.content.strip() and m.turn.moves for m in conversation.messages if m.role == "assistant")


@given(words=st.text(min_size=1, max_size=120))
@settings(deadline=None, max_examples=30)
def test_any_text_at_all_gets_an_answer(table, words):
    assert last_turn(a_coach(table), "We are eleven people.", words).content.strip()


@given(messages=with_hollow)
@settings(deadline=None, max_examples=30)
def test_no_question_is_asked_twice(table, messages):
    asked = questions_asked(talk(a_coach(table, max_asks=20), *messages))

    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize(
    "request_",
    [
        ["What is accountability?", "What is ownership?"],
        ["Just tell me.", "What would you do?"],
    ],
)
def test_no_question_is_asked_twice_however_often_something_is_asked_of_the_coach(table, request_):
    asked = questions_asked(talk(a_coach(table), *request_ * 3))

    assert len(set(asked)) == len(asked)


@given(messages=with_hollow)
@settings(deadline=None, max_examples=30)
def test_there_are_never_more_than_two_asks_in_a_row_without_a_reflection_or_summary(table, messages):
    bare = 0
    for turn in turns(talk(a_coach(table, max_asks=20), *messages)):
        returned = {Move.REFLECT, Move.SUMMARISE, Move.CLOSE} & set(turn.moves)
        bare = 0 if returned else bare + (Move.ASK in turn.moves)
        assert bare <= 2


def test_an_answer_to_a_question_does_not_make_up_for_a_reflection(table):
    course = turns(talk(a_coach(table), PLAIN[0], QUESTIONS[0], PLAIN[1], PLAIN[2]))

    assert any({Move.REFLECT, Move.SUMMARISE} & set(turn.moves) for turn in course[:4])


@given(messages=anything)
@settings(deadline=None, max_examples=30)
def test_a_reflection_quotes_the_manager_only_where_the_turn_before_did_not(table, messages):
    course = turns(talk(a_coach(table, max_asks=20), *messages))

    for before, turn in pairwise(course):
        assert not (before.quotes and turn.quotes and Move.REFLECT in turn.moves)


@pytest.mark.parametrize("words", SAID)
def test_saying_the_same_over_and_over_is_not_quoted_twice_in_a_row(table, words):
    course = turns(talk(a_coach(table, max_asks=20), *[words] * 9))

    for before, turn in pairwise(course):
        assert not (before.quotes and turn.quotes and Move.REFLECT in turn.moves)


def test_a_summary_does_not_quote_right_after_a_quote(table):
    course = turns(talk(a_coach(table), PLAIN[0], *list(SAID)[:1], *list(SAID)[2:3]))

    assert Move.SUMMARISE in course[-1].moves
    assert not (course[-2].quotes and course[-1].quotes)


@given(messages=anything)
@settings(deadline=None, max_examples=40)
def test_every_turn_passes_the_guard_at_its_place(table, messages):
    coach = a_coach(table)
    conversation = talk(coach, *messages[:6])

    library = coach.library.passages
    for index, message in enumerate(conversation.messages):
        if message.turn is None:
            continue
        found = problems(
            message.content,
            message.turn.moves,
            conversation.model_copy(update={"messages": conversation.messages[:index]}),
            citable=library,
            cited=message.turn.passages,
            borrowed=[line for name in message.turn.passages for line in library[name].text.splitlines()],
            verdict_names=[name for tier in table.rubric.tiers for name in (tier.id, tier.title)],
        )
        assert found == []


@given(messages=substance, max_asks=st.integers(1, 6))
@settings(deadline=None, max_examples=40)
def test_the_coach_asks_no_more_than_it_may(table, messages, max_asks):
    assert _asks_beyond_the_end(talk(a_coach(table, max_asks=max_asks), *messages)) <= max_asks


def test_hollow_replies_do_not_make_the_coach_ask_more_than_it_may(table):
    said = [*TALK[:1], "ok", *TALK[1:2], "ok", *TALK[2:3], "ok", *TALK[3:4], "ok"]
    course = talk(a_coach(table, max_asks=2), *said)

    assert _asks_beyond_the_end(course) <= 2


@given(said=st.lists(st.sampled_from(TALK), min_size=12, max_size=12), max_asks=st.integers(1, 8))
@settings(deadline=None, max_examples=25)
def test_the_conversation_comes_to_its_close_within_its_asks(table, said, max_asks):
    course = turns(talk(a_coach(table, max_asks=max_asks), *said))
    closed = next(i for i, turn in enumerate(course) if Move.CLOSE in turn.moves)

    assert closed <= 1 + max_asks + 2


@pytest.mark.parametrize("max_asks", [1, 4, 8])
def test_it_ends_with_a_return_to_the_goal_a_step_and_a_close(table, max_asks):
    course = turns(talk(a_coach(table, max_asks=max_asks), *(PLAIN * 4)[: max_asks + 3]))
    back, step, close = course[max_asks + 1 :]

    assert back.question.startswith("goal-return")
    assert step.question.startswith("goal-step")
    assert close.moves == (Move.CLOSE,)


def test_a_last_word_after_the_goodbye_gets_a_farewell_and_more_words_another_round(table):
    said = (PLAIN * 4)[:4]
    after = talk(a_coach(table, max_asks=1), *said, "Will do.")
    more = talk(
        a_coach(table, max_asks=1), *said, "There is something else about the queue on Mondays that I never told you."
    )

    assert turns(after)[-1].moves == (Move.CLOSE,)
    assert Move.ASK in turns(more)[-1].moves


def test_a_settled_verdict_is_not_asked_about_again_in_another_round(table):
    heard_ = [words for words, (i, _) in SAID.items() if i in ("manages_people_as_process", "waits_to_be_told")]
    asking = [words for words, (i, _) in SAID.items() if i == "asks_to_teach"]
    course = turns(talk(a_coach(table), *asking, *heard_[::-1], *(PLAIN * 3)[:8]))
    closed = next(i for i, turn in enumerate(course) if Move.CLOSE in turn.moves)

    assert closed < len(course) - 1
    assert {turn.criterion for turn in course[closed + 1 :] if Move.ASK in turn.moves} <= {"goal"}


def test_information_is_highest_for_the_criterion_that_decides(table):
    cells = steps(table, autonomy=(0, 3), coaching=(0, 2), accountability=(0, 2), motivation=(0, 2), growth=(0, 2))
    expected = {criterion: information(criterion, cells, table) for criterion, cell in cells.items() if cell == (0, 0)}

    assert max(expected, key=expected.get) == "people_over_process"
    assert expected["people_over_process"][0] > 0
    assert expected["recruiting"][0] == 0


def test_where_no_answer_could_change_the_tier_there_is_no_information(table):
    cells = steps(table, autonomy=(2, 2), coaching=(2, 2), people_over_process=(2, 2), growth=(2, 0))

    assert information("recruiting", cells, table)[0] == 0


def test_the_next_question_goes_where_the_information_is(table):
    known = ("decides_independently", "asks_to_teach", "written_plan", "knows_individuals", "grows_leaders")
    verdict = judge([evidence(indicator, "shown") for indicator in known], table)
    conversation = conversation_of(("manager", "x"), ("manager", "They decide it all."), ("manager", PLAIN[0]))

    planned = plan(conversation, verdict, table, bank().questions_left(conversation), 8)
    assert planned.criterion == "people_over_process"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], Heard.NOTHING),
        ([("waits_to_be_told", "hedged")], Heard.CONCERN),
        ([("waits_to_be_told", "shown")], Heard.CONCERN),
        ([("waits_to_be_told", "stated"), ("decides_independently", "stated")], Heard.NOTHING),
        (
            [(i, c) for i in ("waits_to_be_told", "decides_independently") for c in ("stated", "shown")],
            Heard.MIXED,
        ),
        ([("decides_independently", "stated")], Heard.STRENGTH_CLAIMED),
        ([("decides_independently", "shown")], Heard.STRENGTH_SHOWN),
    ],
)
def test_what_was_heard_is_sorted_as_the_bank_sorts_its_questions(table, said, expected):
    verdict = judge([evidence(*one) for one in said], table)

    assert heard(verdict.rating("autonomy"), verdict) is expected


def _asks_beyond_the_end(conversation):
    """Count the asks of the first round, up to its goodbye, apart from its way home."""
    course = turns(conversation)[1:]
    until = next((i for i, turn in enumerate(course) if Move.CLOSE in turn.moves), len(course))
    asked = [turn for turn in course[:until] if Move.ASK in turn.moves]
    return len([t for t in asked if not (t.question or "").startswith(("goal-return", "goal-step"))])
