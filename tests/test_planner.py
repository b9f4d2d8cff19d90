"""Single situations: what the coach does next, seen in the turns it makes."""

import pytest
from course_parts import AIMS, COMPLAINTS, DAYS, DONE, LOST, STEPS, asks, first_round, leading, the_coach, turns
from engine_parts import (
    ADVICE,
    PLAIN,
    QUESTIONS,
    SAID,
    STOPS,
    Guide,
    a_coach,
    bank,
    last_turn,
    passages,
    scripted_reader,
    talk,
)

from coach.conversation import Conversation, Kind, Link, Move, Offer, Stage
from coach.engine import conversation_of
from coach.planner import goal_message, plan, progress
from coach.requests import Request
from coach.verdict import judge

WAITS, DECIDES = list(SAID)[:2]
DID = next(iter(DONE))
SETTLES = [
    "I mostly ask them what they would do, and then I wait.",
    "Every case has a timer and I manage the timer.",
    WAITS,
]
FIRST = "We are eleven people in two shops."


def stages(conversation):
    return [turn.stage for turn in turns(conversation)]


def planned(table, said, *words, near=None):
    """The plan after some foreign conversation, on evidence given by hand."""
    conversation = conversation_of(*[("manager", one) for one in words])
    return plan(conversation, judge(said, table), table, bank().questions_left(conversation), 8, near)


def home(table, *answers, max_asks=2, **options):
    """A conversation that has come to its way home: the last question before the answers is the return."""
    return talk(the_coach(table, max_asks=max_asks, **options), AIMS[1], PLAIN[1], *answers)


# --- the goal ---


def test_the_coach_opens_by_asking_for_the_managers_goal(table):
    opening = the_coach(table).begin().messages[0].turn

    assert (opening.moves, opening.stage, opening.criterion) == ((Move.ASK,), Stage.OPENING, "goal")


@pytest.mark.parametrize("words", AIMS)
def test_an_aim_that_is_named_opens_a_scene(table, words):
    course = talk(the_coach(table), words)

    assert stages(course)[-1] is Stage.SCENE
    assert goal_message(course) == 1


@pytest.mark.parametrize("words", [FIRST, WAITS])
def test_an_aim_that_is_not_named_is_asked_for_once(table, words):
    course = talk(the_coach(table), words, PLAIN[1], PLAIN[2])

    assert stages(course)[1:3] == [Stage.AIM, Stage.SCENE]
    assert {Stage.AIM, Stage.SCENE} & {*stages(course)[3:]} == set()


def test_where_an_occasion_was_told_with_the_aim_no_scene_is_asked_for(table):
    words = "I want my people to decide. On Tuesday Priya re-planned the shift and told me afterwards."
    reader = scripted_reader({words: ("decides_independently", "shown")})

    turn = last_turn(a_coach(table, reader=reader), words).turn
    assert turn.stage is Stage.CRITERION


def test_how_do_i_as_the_first_words_is_the_goal_and_no_request(table):
    turn = last_turn(the_coach(table), "How do I get them to decide without me?").turn

    assert Move.INFORM not in turn.moves
    assert turn.stage is Stage.SCENE


def test_how_do_i_later_on_is_a_request(table):
    turn = last_turn(the_coach(table), AIMS[1], "How do I get them to decide without me?").turn

    assert (turn.moves, turn.stage) == ((Move.INFORM, Move.ASK), Stage.CHOOSE)


@pytest.mark.parametrize("words", ADVICE)
def test_a_bare_request_for_advice_is_no_goal_and_gets_its_answer_at_once(table, words):
    course = talk(the_coach(table), words)

    assert goal_message(course) is None
    assert Move.INFORM in turns(course)[-1].moves


def test_the_answer_to_the_question_for_an_aim_is_the_goal(table):
    course = talk(the_coach(table), FIRST, AIMS[1])

    assert goal_message(course) == 3


def test_without_a_second_answer_the_first_words_are_the_goal(table):
    assert goal_message(talk(the_coach(table), FIRST)) == 1


@pytest.mark.parametrize("asked", ["Is this private?", "Who are you?", "Why do you ask?", "How long will this take?"])
def test_the_goal_is_found_though_the_manager_first_asks_something(table, asked):
    course = talk(the_coach(table), asked, AIMS[1])

    assert goal_message(course) == 3
    assert stages(course)[-1] is Stage.SCENE


@pytest.mark.parametrize("words", ["ok", "Is this private?", "bye"])
def test_what_says_nothing_of_a_goal_is_none(table, words):
    assert goal_message(talk(the_coach(table), words)) is None


def test_what_is_said_later_is_not_taken_for_the_goal(table):
    assert goal_message(talk(the_coach(table), AIMS[1], PLAIN[0], *AIMS)) == 1


@pytest.mark.parametrize(("words", "kept"), [(AIMS[0], "get them to decide without you"), (FIRST, "eleven people")])
def test_the_goal_is_given_back_on_the_way_home(table, words, kept):
    course = talk(the_coach(table, max_asks=2), words, FIRST, PLAIN[1])
    back = next(m for m in course.messages if m.turn and m.turn.stage is Stage.RETURN)

    assert (back.turn.moves, back.turn.stage) == ((Move.REFLECT, Move.ASK), Stage.RETURN)
    assert kept in back.content


# --- hollow replies ---


def test_a_hollow_first_reply_gets_the_question_for_the_aim(table):
    assert stages(talk(the_coach(table), "ok"))[-1] is Stage.AIM


def test_a_hollow_reply_once_there_is_a_goal_gets_another_angle(table):
    assert stages(talk(the_coach(table), AIMS[1], "ok"))[-1] is Stage.ANGLE


def test_two_hollow_replies_are_asked_whether_this_is_useful(table):
    message = last_turn(the_coach(table), AIMS[1], "ok", "dunno")

    assert (message.turn.moves, message.turn.offer) == ((Move.PERMISSION,), Offer.CHECK)
    assert all(word in message.content for word in ("verdict", "go on"))
    assert "stop" in message.content or "leave" in message.content


@pytest.mark.parametrize("taken", ["Yes.", "yes please", "Sure, go on"])
def test_yes_to_the_check_goes_on_and_is_not_hollow(table, taken):
    turn = last_turn(the_coach(table), AIMS[1], "ok", "dunno", taken).turn

    assert Move.ASK in turn.moves
    assert turn.stage is not Stage.ANGLE


@pytest.mark.parametrize("declined", ["No.", "not really", "No thanks"])
def test_no_to_the_check_closes(table, declined):
    assert last_turn(the_coach(table), AIMS[1], "ok", "dunno", declined).turn.moves == (Move.CLOSE,)


def test_verdict_to_the_check_is_told_and_leaves_the_offer_standing(table):
    course = talk(the_coach(table), AIMS[1], "ok", "dunno", "verdict", "yes")

    assert turns(course)[-2].moves == (Move.INFORM,)
    assert "Not Enough Evidence" in course.messages[-3].content
    assert Move.ASK in turns(course)[-1].moves


def test_an_account_that_begins_with_no_is_not_a_no(table):
    turn = last_turn(the_coach(table), AIMS[1], "ok", "dunno", "No one decides here.").turn

    assert Move.CLOSE not in turn.moves


def test_hollow_replies_after_the_check_close(table):
    course = turns(talk(the_coach(table), AIMS[1], "ok", "dunno", "hm", "ok", "fine"))

    assert [Move.CLOSE in turn.moves for turn in course] == [False] * 6 + [True]
    assert sum(turn.offer is Offer.CHECK for turn in course) == 1


def test_a_hollow_reply_in_between_ends_nothing(table):
    course = turns(talk(the_coach(table), "ok", FIRST, "ok", PLAIN[2], "ok"))

    assert all(turn.offer is None and Move.CLOSE not in turn.moves for turn in course)


def test_a_hollow_reply_on_the_way_home_leads_on_to_the_next_stop(table):
    course = home(table, "ok", "dunno")

    assert stages(course)[-3:-1] == [Stage.RETURN, Stage.STEP]
    assert turns(course)[-1].moves == (Move.CLOSE,)


# --- stop ---


@pytest.mark.parametrize("words", STOPS)
def test_stop_closes_at_once(table, words):
    message = last_turn(the_coach(table), WAITS, words)

    assert message.turn.moves == (Move.CLOSE,)
    assert "?" not in message.content


@pytest.mark.parametrize("before", [[], ["ok", "ok"], [LOST[0]] * 2, [QUESTIONS[0]], COMPLAINTS[:1], [WAITS] * 7])
def test_stop_is_honoured_at_any_moment(table, before):
    assert last_turn(the_coach(table), *before, "stop").turn.moves == (Move.CLOSE,)


def test_a_step_that_was_named_is_kept_when_the_manager_stops_before_its_day(table):
    assert "ask Marco" in home(table, FIRST, STEPS[0], "bye").messages[-1].content


def test_after_a_close_stop_is_answered_with_a_farewell_only(table):
    message = last_turn(the_coach(table), *SAID, "bye", "bye")

    assert (message.turn.moves, message.turn.quotes) == ((Move.CLOSE,), ())


# --- requests ---


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_plain_question_is_informed_with_a_real_cited_passage(table, question):
    message = last_turn(the_coach(table), FIRST, question)

    assert (message.turn.moves, message.turn.stage) == ((Move.INFORM, Move.ASK), Stage.COMPARE)
    [cited] = message.turn.passages
    passage = next(p for p in passages() if p.id == cited)
    assert f"[{cited}]" in message.content
    assert all(line in message.content for line in passage.text.splitlines())


@pytest.mark.parametrize("words", ADVICE)
def test_just_tell_me_gets_options_to_choose_from(table, words):
    turn = last_turn(the_coach(table), FIRST, words).turn

    assert (turn.moves, turn.stage) == ((Move.INFORM, Move.ASK), Stage.CHOOSE)
    assert len(set(turn.passages)) >= 2


def test_a_short_word_on_the_options_is_stayed_with(table):
    assert stages(talk(the_coach(table), AIMS[1], FIRST, "Any tips?", "The second one."))[-1] is Stage.INSIGHT


def test_why_do_you_ask_gets_the_reason_and_no_new_question(table):
    conversation = talk(the_coach(table), FIRST, "Why do you ask?")
    before, answer = turns(conversation)[-2], conversation.messages[-1]

    assert answer.turn.moves == (Move.INFORM,)
    assert answer.content == before.why


@pytest.mark.parametrize("words", ["Is this private?", "Who are you?", "How long will this take?"])
def test_what_is_asked_about_the_coach_is_told_and_the_question_stands(table, words):
    message = last_turn(the_coach(table), AIMS[1], words)

    assert message.turn.moves == (Move.INFORM,)
    assert "?" not in message.content


@pytest.mark.parametrize(("said", "standing"), [((), "Not Enough Evidence"), (SETTLES, "Concern")])
def test_the_verdict_is_told_on_request(table, said, standing):
    message = last_turn(the_coach(table), *said, "What's the verdict?")

    assert message.turn.moves == (Move.INFORM,)
    assert standing in message.content or "Serious" in message.content


def test_an_unclear_question_is_put_another_way_on_the_same_subject(table):
    course = turns(talk(the_coach(table), AIMS[1], WAITS, "What do you mean?"))
    before, again = course[-2:]

    assert before.stage is again.stage is Stage.CRITERION
    assert (again.criterion, again.link) == (before.criterion, Link.STAYS)
    assert again.question != before.question
    assert again.kind is not before.kind
    assert Move.REFLECT in again.moves


def test_an_unclear_question_is_put_another_way_though_the_reason_was_asked_for_first(table):
    course = turns(talk(the_coach(table), AIMS[1], WAITS, "Why do you ask?", "I still don't get it. I don't get it."))

    assert (course[-1].criterion, course[-1].stage) == (course[-3].criterion, Stage.CRITERION)


def test_an_unclear_question_about_the_goal_is_tried_from_another_angle(table):
    assert stages(talk(the_coach(table), AIMS[1], "What do you mean?"))[-1] is Stage.ANGLE


@pytest.mark.parametrize("words", COMPLAINTS)
def test_a_question_that_missed_is_owned_up_to_and_a_better_one_asked(table, words):
    message = last_turn(the_coach(table), AIMS[1], WAITS, words)
    repairs = [entry.text for entry in bank()._bank.repairs if entry.request is Request.MISSED]

    assert (message.turn.moves, message.turn.stage) == ((Move.REFLECT, Move.ASK), Stage.ANGLE)
    assert any(message.content.startswith(text) for text in repairs)


# --- at a loss ---


@pytest.mark.parametrize("words", LOST)
def test_somebody_at_a_loss_is_offered_a_passage(table, words):
    turn = last_turn(the_coach(table), AIMS[1], words).turn

    assert Move.PERMISSION in turn.moves
    assert turn.offer is Offer.PASSAGE
    assert len(turn.passages) == 1


def test_the_first_words_are_an_aim_even_of_somebody_at_a_loss(table):
    assert stages(talk(the_coach(table), LOST[0]))[-1] in (Stage.AIM, Stage.SCENE)


def test_yes_shows_the_passage_that_was_offered(table):
    course = talk(the_coach(table), AIMS[1], LOST[0], "Yes please.")
    offer, shown = turns(course)[-2:]

    assert (shown.moves, shown.passages, shown.stage) == ((Move.INFORM, Move.ASK), offer.passages, Stage.COMPARE)
    assert f"[{offer.passages[0]}]" in course.messages[-1].content


def test_yes_after_asking_why_still_takes_the_passage(table):
    course = talk(the_coach(table), AIMS[1], LOST[0], "Is this private?", "Yes please.")

    assert turns(course)[-1].passages == turns(course)[-3].passages


@pytest.mark.parametrize("words", ["No thanks.", FIRST, "It is my deputy who stirs it."])
def test_no_or_an_account_leads_on_without_the_passage(table, words):
    turn = last_turn(the_coach(table), AIMS[1], LOST[0], words).turn

    assert Move.INFORM not in turn.moves
    assert Move.ASK in turn.moves


def test_a_passage_is_offered_once(table):
    course = turns(talk(the_coach(table), AIMS[1], LOST[0], "No thanks.", LOST[1], LOST[0]))

    assert sum(turn.offer is Offer.PASSAGE for turn in course) == 1


# --- giving back ---


def test_an_affirmation_names_what_the_manager_did(table):
    message = last_turn(the_coach(table), AIMS[1], FIRST, PLAIN[2], PLAIN[3], DID)

    assert Move.AFFIRM in message.turn.moves
    assert message.content.startswith("You asked Dev on Monday")


def test_a_contradiction_is_named_with_both_sides(table):
    message = last_turn(the_coach(table), AIMS[1], WAITS, DECIDES)

    assert message.turn.both_sides
    assert len(message.turn.paraphrased) == 2
    assert all(clause in message.content.lower() for clause in map(str.lower, message.turn.paraphrased))


def test_a_summary_prefers_what_was_not_said_back_yet(table):
    course = talk(the_coach(table, max_asks=20), AIMS[1], *list(SAID)[3:12])
    summaries = [turn.paraphrased + turn.quotes for turn in turns(course) if Move.SUMMARISE in turn.moves]

    assert len(summaries) >= 2
    assert not set(summaries[0]) & set(summaries[1])


# --- the end ---


def test_progress_counts_the_questions_of_this_round(table):
    coach = the_coach(table)

    assert progress(coach.begin(), 8) == (0, 8)
    assert progress(talk(coach, AIMS[1], WAITS), 8) == (2, 8)
    assert progress(talk(coach, AIMS[1], "Why do you ask?", QUESTIONS[0]), 8) == (1, 8)
    assert progress(talk(coach, *[*SAID] * 2), 3)[0] <= 3


@pytest.mark.parametrize("max_asks", [1, 4, 8])
def test_it_ends_with_a_return_to_the_goal_a_step_and_a_close(table, max_asks):
    course = first_round(talk(the_coach(table, max_asks=max_asks), AIMS[1], *([FIRST, *PLAIN[2:]] * 4)[: max_asks + 3]))

    assert [turn.stage for turn in course[-3:]] == [Stage.RETURN, Stage.STEP, None]
    assert course[-1].moves == (Move.CLOSE,)


def test_a_settled_verdict_takes_the_conversation_back_to_the_goal(table):
    course = talk(the_coach(table, max_asks=20), *SETTLES, *PLAIN[1:], *PLAIN[1:])

    assert len(leading(first_round(course))) < 12
    assert Stage.RETURN in stages(course)


def test_a_verdict_that_settles_early_still_leaves_room_for_five_questions(table):
    course = first_round(talk(the_coach(table), *SETTLES, *PLAIN[1:], *PLAIN[1:]))
    before = course[: [turn.stage for turn in course].index(Stage.RETURN)]

    assert len(leading(before)) >= 5


def test_once_on_its_way_home_the_conversation_does_not_turn_back(table):
    """The answer to the return unsettles the verdict; the step comes next all the same."""
    coach = the_coach(table)
    told = [
        AIMS[1],
        "Nobody here is ready for my job and nobody is being made ready.",
        "I sit down with each of them on Fridays, no agenda.",
        "It is my shop to them, they do their hours.",
        "I mostly ask them what they would do, and then I wait.",
        list(DONE)[1],
    ]
    before = talk(coach, *told)
    after = coach.reply(before, "Lena runs the Thursday meeting now so that she can have my post.")

    assert [coach.assess(course).verdict.settled for course in (before, after)] == [True, False]
    assert stages(after)[-2:] == [Stage.RETURN, Stage.STEP]


def test_the_day_is_asked_for_where_the_step_has_none(table):
    course = home(table, FIRST, STEPS[0])

    assert stages(course)[-2:] == [Stage.STEP, Stage.DAY]


@pytest.mark.parametrize("words", ["On Friday I'll let Dev close the kitchen.", "Nothing comes to mind at all."])
def test_the_day_is_not_asked_for_where_it_was_named_or_there_is_no_step(table, words):
    assert turns(home(table, FIRST, words))[-1].moves == (Move.CLOSE,)


@pytest.mark.parametrize("day", DAYS)
def test_the_close_names_the_step_and_its_day(table, day):
    close = home(table, FIRST, STEPS[0], day).messages[-1]

    assert close.turn.moves == (Move.CLOSE,)
    assert "I'll ask Marco what he would do" in close.content
    assert day.strip(".") in close.content


@pytest.mark.parametrize("words", ["not sure", "Soon, I hope."])
def test_a_step_without_a_day_is_named_alone(table, words):
    close = home(table, FIRST, STEPS[0], words)

    assert turns(close)[-1].moves == (Move.CLOSE,)
    assert "I'll ask Marco" in close.messages[-1].content


@pytest.mark.parametrize("asked", ["Why do you ask?", "Is this private?"])
def test_step_and_day_are_kept_though_the_manager_asks_something_in_between(table, asked):
    close = home(table, FIRST, asked, STEPS[0], asked, DAYS[0]).messages[-1]

    assert "I'll ask Marco" in close.content
    assert "Friday" in close.content


def test_the_close_keeps_the_strongest_and_one_thing_that_is_open(table):
    course = talk(the_coach(table, max_asks=2), AIMS[1], WAITS, DECIDES, STEPS[2])
    close = course.messages[-1]

    assert close.turn.moves == (Move.CLOSE,)
    assert "Priya re-planned the shift" in close.content
    assert close.turn.both_sides


def test_without_a_contradiction_the_close_names_one_thing_that_was_not_touched(table):
    close = talk(the_coach(table, max_asks=2), AIMS[1], WAITS, FIRST, STEPS[2]).messages[-1]
    named = [entry.text for entry in bank()._bank.open_points if entry.text in close.content]

    assert len(named) == 1


def test_a_last_word_after_the_goodbye_gets_a_farewell(table):
    turn = last_turn(the_coach(table), AIMS[1], "bye", "Will do.").turn

    assert (turn.moves, turn.quotes) == ((Move.CLOSE,), ())


@pytest.mark.parametrize(
    "words", ["There is something else about the queue on Mondays that I never told you about.", WAITS]
)
def test_more_words_after_the_goodbye_open_another_round(table, words):
    course = talk(the_coach(table), AIMS[1], "bye", words)

    assert Move.ASK in turns(course)[-1].moves
    assert progress(course, 8) == (1, 8)


def test_another_round_ends_with_a_short_close(table):
    course = talk(the_coach(table, max_asks=2), AIMS[1], WAITS, "bye", DECIDES, *PLAIN[1:], "Nothing more, really.")
    closes = [m for m in course.messages if m.turn and Move.CLOSE in m.turn.moves]

    assert len(closes) >= 2
    assert len(closes[-1].content) < len(closes[0].content)


def test_a_settled_verdict_is_not_asked_about_again_in_another_round(table):
    course = turns(talk(the_coach(table), *SETTLES, *PLAIN[1:], *PLAIN[1:], *PLAIN[1:]))
    closed = next(i for i, turn in enumerate(course) if Move.CLOSE in turn.moves)

    assert closed < len(course) - 1
    assert {turn.criterion for turn in course[closed + 1 :] if Move.ASK in turn.moves} <= {"goal"}


# --- without the usual surroundings ---


def test_before_the_first_word_the_plan_is_to_open(table):
    empty = Conversation(id="new")

    assert plan(empty, judge([], table), table, (), 8).stage is Stage.OPENING


def test_with_no_question_left_it_comes_to_its_end(table):
    conversation = conversation_of(("manager", FIRST))

    assert plan(conversation, judge([], table), table, (), 8).moves == (Move.CLOSE,)


def test_a_conversation_that_the_manager_began_is_answered(table):
    turn = planned(table, [], FIRST)

    assert Move.ASK in turn.moves


def test_with_an_empty_library_a_question_is_answered_honestly(table):
    coach = the_coach(table)
    coach.library = Guide(passages={}, search=lambda query, count: [])
    message = last_turn(coach, AIMS[1], QUESTIONS[0])

    assert message.turn.passages == ()
    assert "would rather not make something up" in message.content


def test_a_claimed_strength_is_asked_for_an_instance(table):
    turn = last_turn(the_coach(table), AIMS[1], "I mostly ask them what they would do, and then I wait.").turn

    assert (turn.criterion, turn.kind) == ("coaching", Kind.EVIDENCE)
    assert "occasion" in turn.why


def test_every_ask_after_the_opening_says_why(table):
    course = asks(talk(the_coach(table, max_asks=20), AIMS[1], *SAID))

    assert all(turn.why for turn in course[1:])
