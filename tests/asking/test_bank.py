import re

import pytest
from engine_parts import CRITERION, bank, passages
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import guard
from coach.conversation import CoachTurn, Conversation, Focus, Kind, Link, Message, Move, Offer, Stage
from coach.evidence import Certainty, Evidence
from coach.inquiry import Heard
from coach.planner import GIVING_BACK, Plan
from coach.requests import Request

BANK = bank()._bank
SHELVES = sorted({question.shelf for question in BANK.questions})
WAITS = "They wait for me before they order anything, even flour."
WAITS_BACK = "they wait for you before they order anything, even flour"
HAVE_TO = "I have to approve every order over fifty euros."
GOAL = "I want to get my team to decide without me."
ASKED = Plan(moves=(Move.ASK,), stage=Stage.CRITERION, criterion="autonomy", kind=Kind.CLARIFY, heard=Heard.NOTHING)
BACK = ASKED.model_copy(update={"moves": (Move.REFLECT, Move.ASK)})
SUMMED = ASKED.model_copy(update={"moves": (Move.SUMMARISE, Move.ASK)})
SPOKEN = [
    WAITS,
    HAVE_TO,
    GOAL,
    "On Friday I asked Dev what he would do and he sorted it.",
    "ok",
    "Why do you ask?",
    "I'm useless at this, they are lazy.",
    "Just tell me what to do.",
    "They never ask 😂",
    "I will talk to Priya about the rota.",
    "On Monday.",
    "They all get the same bonus, whoever they are. I tell them the price, they wait, and I tell them again?",
]


def told(*words, conversation_id="c"):
    """A conversation in which the manager said these words, each answered but the last."""
    messages = []
    for one in words:
        messages.append(Message(role="assistant", content="Go on, what else?", turn=CoachTurn(moves=(Move.ASK,))))
        messages.append(Message(role="user", content=one))
    return Conversation(id=conversation_id, messages=tuple(messages))


def said_in(conversation, indicator, words, certainty=Certainty.STATED):
    """The manager's words, as evidence where they stand."""
    message, content = next((i, m.content) for i, m in enumerate(conversation.messages) if words in m.content)
    start = content.index(words)
    criterion, polarity = CRITERION[indicator]
    return Evidence(
        indicator=indicator,
        criterion=criterion,
        polarity=polarity,
        certainty=certainty,
        quote=words,
        message=message,
        start=start,
        end=start + len(words),
        reader="r",
    )


def write(plan, conversation, found=()):
    return bank().write(plan, conversation, found)


def answered(conversation, draft):
    turn = CoachTurn(
        moves=draft.moves, question=draft.question, quotes=draft.quotes, paraphrased=draft.paraphrased, why=draft.why
    )
    return conversation.say(Message(role="assistant", content=draft.text, turn=turn))


def fits(text, shelf, **slots):
    """Say whether a text contains a sentence of a shelf with its slots filled so."""
    sentences = (re.sub(r"\{(\w+)\}", lambda slot: slots.get(slot[1], ""), entry.text) for entry in shelf)
    return any(sentence in text for sentence in sentences)


# --- the question ---


@given(
    question=st.sampled_from([q for q in BANK.questions if q.stage is not Stage.OPENING]),
    name=st.text(min_size=1, max_size=8),
)
@settings(deadline=None, max_examples=80)
def test_a_question_is_of_the_kind_state_and_focus_that_were_planned(question, name):
    plan = Plan(
        moves=(Move.ASK,),
        stage=question.stage,
        criterion=question.criterion,
        kind=question.kind,
        heard=question.heard,
        focus=question.focus,
    )
    draft = write(plan, told(WAITS, conversation_id=name))

    asked = next(q for q in BANK.questions if q.id == draft.question)
    assert (asked.shelf, asked.kind, asked.heard, asked.focus) == (
        question.shelf,
        question.kind,
        question.heard,
        question.focus,
    )
    assert draft.text == asked.text
    assert draft.moves == (Move.ASK,)


@pytest.mark.parametrize("shelf", SHELVES)
def test_a_question_that_was_asked_is_not_asked_again_while_others_are_left(shelf):
    stage = Stage(shelf) if shelf in set(Stage) else Stage.CRITERION
    plan = Plan(moves=(Move.ASK,), stage=stage, criterion=shelf if stage is Stage.CRITERION else "goal")
    conversation, there = told(WAITS), [q.id for q in BANK.questions if q.shelf == shelf]
    for _ in there:
        conversation = answered(conversation, write(plan, conversation))

    assert sorted(turn.question for turn in conversation.coach_turns() if turn.question) == sorted(there)
    assert [choice for choice in bank().questions_left(conversation) if choice.shelf == shelf] == []


def test_what_was_asked_is_left_no_longer():
    before = bank().questions_left(told(WAITS))
    after = bank().questions_left(answered(told(WAITS), write(ASKED, told(WAITS))))

    assert len(before) == len(BANK.questions)
    assert len(after) == len(before) - 1


def test_conversations_differ_in_their_openings():
    plan = Plan(moves=(Move.ASK,), stage=Stage.OPENING, criterion="goal")

    assert len({write(plan, Conversation(id=str(n))).text for n in range(60)}) == len(BANK.openings)


def test_a_bridge_stands_before_a_subject_that_the_coach_brings_and_only_there():
    bridges = [entry for entry in BANK.bridges if entry.criterion == "autonomy"]
    texts = {link: write(ASKED.model_copy(update={"link": link}), told(WAITS)).text for link in Link}

    assert [link for link, text in texts.items() if fits(text, bridges)] == [Link.BRIDGES]
    assert any(texts[Link.BRIDGES].startswith(entry.text) for entry in bridges)


@pytest.mark.parametrize(
    ("update", "about"),
    [
        ({}, "autonomy"),
        ({"stage": Stage.SCENE, "criterion": "goal"}, "scene"),
        ({"heard": Heard.STRENGTH_CLAIMED}, "instance"),
    ],
)
def test_a_question_can_say_why_it_is_asked(update, about):
    draft = write(ASKED.model_copy(update=update), told(WAITS))

    assert draft.why == next(entry.text for entry in BANK.why if entry.criterion == about)


# --- giving back ---


def test_what_the_manager_said_is_given_back_in_the_second_person_and_recorded():
    draft = write(BACK, told(WAITS))

    assert draft.paraphrased == (WAITS_BACK,)
    assert fits(draft.text, BANK.echoes, said=WAITS_BACK, Said=WAITS_BACK.capitalize())
    assert draft.quotes == ()


def test_the_evidence_is_given_back_before_other_words():
    conversation = told(f"{GOAL} {WAITS}")
    piece = said_in(conversation, "waits_to_be_told", WAITS)

    assert write(BACK.model_copy(update={"reflect_on": piece}), conversation).paraphrased == (WAITS_BACK,)


def test_evidence_is_not_given_back_without_the_but_that_follows_it():
    conversation = told("The teachers settle most things between them, but I still check it.")
    piece = said_in(conversation, "decides_independently", "The teachers settle most things between them")

    draft = write(BACK.model_copy(update={"reflect_on": piece, "may_quote": True}), conversation)
    assert draft.paraphrased == ("you still check it",)
    assert draft.quotes == ()


def test_what_cannot_be_said_back_is_quoted_where_the_plan_lets_us():
    quoting = BACK.model_copy(update={"may_quote": True})
    draft = write(quoting, told(HAVE_TO))

    assert draft.quotes == (HAVE_TO[:-1],)
    assert f"“{HAVE_TO[:-1]}”" in draft.text
    assert write(BACK, told(HAVE_TO)).quotes == ()


@pytest.mark.parametrize("words", ["ok", "I'm useless at this.", "They are lazy and always were.", "Why? And how?"])
def test_where_nothing_can_be_given_back_the_question_stands_alone_or_after_a_plain_word(words):
    alone = write(BACK.model_copy(update={"may_quote": True}), told(words))
    must = write(BACK.model_copy(update={"may_quote": True, "must_reflect": True}), told(words))

    assert alone.moves == (Move.ASK,)
    assert must.moves == (Move.REFLECT, Move.ASK)
    assert fits(must.text, BANK.reflections_open)
    assert (must.quotes, must.paraphrased) == ((), ())


@pytest.mark.parametrize("words", [WAITS, HAVE_TO])
def test_nothing_is_given_back_twice(words):
    quoting = BACK.model_copy(update={"may_quote": True})
    conversation = told(words)
    first = write(quoting, conversation)
    conversation = answered(conversation, first).say(Message(role="user", content=words))
    second = write(quoting, conversation)

    assert first.moves == (Move.REFLECT, Move.ASK)
    assert not {*first.quotes, *first.paraphrased} & {*second.quotes, *second.paraphrased}


def test_what_was_heard_often_is_named_without_quoting_and_once_only():
    conversation = told(WAITS)
    piece = said_in(conversation, "waits_to_be_told", WAITS)
    sure = BACK.model_copy(update={"reflect_on": piece, "sure": True})
    named = [entry for entry in BANK.reflections if entry.indicator == "waits_to_be_told"]
    for _ in named:
        draft = write(sure, conversation)
        assert fits(draft.text, named)
        conversation = answered(conversation, draft).say(Message(role="user", content="ok"))

    assert not fits(write(sure, conversation).text, named)


def test_an_affirmation_says_what_the_manager_did():
    words = "I asked Dev what he would do."
    conversation = told(words)
    piece = said_in(conversation, "asks_to_teach", words, Certainty.SHOWN)
    draft = write(ASKED.model_copy(update={"moves": (Move.AFFIRM, Move.ASK), "reflect_on": piece}), conversation)

    assert draft.moves == (Move.AFFIRM, Move.ASK)
    assert draft.paraphrased == ("you asked Dev what he would do",)
    assert fits(draft.text, BANK.affirmations, Said="You asked Dev what he would do")


def test_what_others_did_is_no_affirmation():
    words = "Dev settled the whole delivery himself."
    conversation = told(words)
    piece = said_in(conversation, "decides_independently", words, Certainty.SHOWN)
    draft = write(ASKED.model_copy(update={"moves": (Move.AFFIRM, Move.ASK), "reflect_on": piece}), conversation)

    assert draft.moves == (Move.ASK,)


def both_sides(conversation):
    return (
        said_in(conversation, "waits_to_be_told", WAITS),
        said_in(conversation, "decides_independently", "On Tuesday Priya re-planned the shift and told me afterwards."),
    )


def test_a_contradiction_is_said_with_both_its_sides():
    conversation = told(WAITS, "On Tuesday Priya re-planned the shift and told me afterwards.")
    draft = write(BACK.model_copy(update={"contradiction": both_sides(conversation)}), conversation)

    assert draft.both_sides
    assert draft.paraphrased == (WAITS_BACK, "on Tuesday Priya re-planned the shift and told you afterwards")
    assert all(side in draft.text.lower() for side in map(str.lower, draft.paraphrased))


# --- goal and summary ---


def test_the_way_home_begins_with_the_goal_in_the_managers_words():
    home = Plan(moves=(Move.REFLECT, Move.ASK), stage=Stage.RETURN, criterion="goal", goal=1)

    assert fits(write(home, told(GOAL)).text, BANK.goals, aim="get your team to decide without you")
    assert write(home, told(WAITS)).paraphrased == (WAITS_BACK,)


def test_a_summary_reminds_of_the_goal_once_at_most():
    plan = SUMMED.model_copy(update={"goal": 1})
    conversation = told(GOAL, WAITS, "They all get the same bonus, whoever they are.")
    first = write(plan, conversation)
    later = answered(conversation, first).say(Message(role="user", content="I hire whoever turns up at the door."))
    aims = {"aim": "get your team to decide without you"}

    assert fits(first.text, BANK.goals, **aims)
    assert not fits(write(plan, later).text, BANK.goals, **aims)


def test_a_summary_says_back_what_was_gathered_in_order():
    conversation = told(WAITS, "They all get the same bonus, whoever they are.")
    gathered = (
        said_in(conversation, "waits_to_be_told", WAITS),
        said_in(conversation, "one_size_fits_all", "They all get the same bonus, whoever they are."),
    )
    draft = write(SUMMED.model_copy(update={"gathered": gathered}), conversation)

    assert f"{WAITS_BACK}; and they all get the same bonus, whoever they are" in draft.text
    assert len(draft.paraphrased) == 2


def test_a_summary_of_what_was_said_leaves_out_questions_requests_and_hollow_replies():
    conversation = told(WAITS, "ok", "Why do you ask?", "They all get the same bonus, whoever they are.", "Any tips?")
    draft = write(SUMMED.model_copy(update={"may_quote": True}), conversation)

    assert draft.paraphrased == (WAITS_BACK, "they all get the same bonus, whoever they are")
    assert draft.quotes == ()


def test_a_summary_does_not_name_the_goal_twice():
    draft = write(
        SUMMED.model_copy(update={"goal": 1}), told(GOAL, WAITS, "They all get the same bonus, whoever they are.")
    )

    assert draft.paraphrased == (WAITS_BACK, "they all get the same bonus, whoever they are")


def test_a_summary_takes_up_nothing_that_an_earlier_one_did():
    conversation = told(WAITS, "They all get the same bonus, whoever they are.")
    first = write(SUMMED, conversation)
    conversation = answered(conversation, first).say(
        Message(role="user", content="I hire whoever turns up at the door.")
    )
    later = answered(conversation, write(ASKED, conversation)).say(
        Message(role="user", content="Nobody here is ready for my job.")
    )

    assert len(first.paraphrased) == 2
    assert write(SUMMED, later).paraphrased == (
        "you hire whoever turns up at the door",
        "nobody here is ready for your job",
    )


def test_what_leans_on_something_unsaid_is_no_point_of_a_summary():
    draft = write(
        SUMMED.model_copy(update={"may_quote": True}), told(WAITS, "She saw it on Monday.", "I hire in a panic.")
    )

    assert draft.paraphrased == (WAITS_BACK, "you hire in a panic")
    assert draft.quotes == ()


def test_one_point_is_no_summary():
    draft = write(SUMMED, told(WAITS, "ok"))

    assert Move.SUMMARISE not in draft.moves or not fits(draft.text, BANK.summaries, points=WAITS_BACK)


# --- answering and offering ---


def test_an_inform_gives_the_passage_whole_with_its_title_and_id():
    passage = passages()[0]
    plan = Plan(
        moves=(Move.INFORM, Move.ASK),
        stage=Stage.COMPARE,
        criterion="goal",
        asked_for=Request.EXPLAIN,
        kind=Kind.CLARIFY,
    )
    draft = write(plan, told(WAITS), passages()[:2])

    assert draft.passages == (passage,)
    assert f"**{passage.title}** [{passage.id}]" in draft.text
    assert all(f"> {line}".rstrip() in draft.text for line in passage.text.splitlines())
    assert draft.question.startswith("goal-compare")


@pytest.mark.parametrize("found", [2, 3, 5])
def test_advice_that_was_asked_for_comes_as_two_or_three_options(found):
    plan = Plan(moves=(Move.INFORM, Move.ASK), stage=Stage.CHOOSE, criterion="goal", asked_for=Request.ADVISE)
    draft = write(plan, told(WAITS), passages()[:found])

    assert draft.passages == tuple(passages()[: min(found, 3)])
    assert fits(draft.text, BANK.options)
    assert draft.question.startswith("goal-choose")


@pytest.mark.parametrize("wanted", [Request.EXPLAIN, Request.ADVISE])
def test_where_the_guide_says_nothing_the_coach_says_so(wanted):
    plan = Plan(moves=(Move.INFORM, Move.ASK), stage=Stage.COMPARE, criterion="goal", asked_for=wanted)
    draft = write(plan, told(WAITS))

    assert fits(draft.text, [entry for entry in BANK.nothing_found if entry.request is wanted])
    assert draft.passages == ()


@pytest.mark.parametrize("wanted", [Request.PRIVACY, Request.WHO, Request.LENGTH])
def test_questions_about_the_coach_are_answered_and_nothing_is_asked(wanted):
    draft = write(Plan(moves=(Move.INFORM,), asked_for=wanted), told(WAITS))

    assert draft.text == next(entry.text for entry in BANK.about_the_coach if entry.request is wanted)
    assert draft.question is None


def test_why_do_you_ask_is_answered_with_the_reason_of_the_last_question():
    conversation = told(WAITS)
    for why in ("first", "second", ""):
        conversation = conversation.say(
            Message(role="assistant", content="A?", turn=CoachTurn(moves=(Move.ASK,), why=why))
        )
    conversation = conversation.say(Message(role="user", content="Why do you ask?"))

    assert write(Plan(moves=(Move.INFORM,), asked_for=Request.WHY), conversation).text == "second"


@pytest.mark.parametrize(
    ("tier", "settled", "standing"),
    [
        ("serious_issue", True, "settled"),
        ("serious_issue", False, "provisional"),
        ("not_enough_evidence", False, "none"),
    ],
)
def test_a_verdict_that_was_asked_for_is_told_with_its_standing(table, tier, settled, standing):
    one = table.rubric.tier_of[tier]
    draft = write(Plan(moves=(Move.INFORM,), asked_for=Request.VERDICT, tier=one, settled=settled), told(WAITS))

    shelf = [entry for entry in BANK.verdicts if entry.standing == standing]
    assert fits(draft.text, shelf, title=one.title, meaning=one.meaning)


@pytest.mark.parametrize("wanted", [Request.UNCLEAR, Request.MISSED])
def test_a_repair_owns_up_before_it_asks_another_way(wanted):
    draft = write(BACK.model_copy(update={"asked_for": wanted}), told("What do you mean?"))

    assert fits(draft.text, [entry for entry in BANK.repairs if entry.request is wanted])
    assert draft.moves == (Move.REFLECT, Move.ASK)


def test_an_offered_passage_is_named_and_not_shown():
    draft = write(Plan(moves=(Move.PERMISSION,), offer=Offer.PASSAGE), told(WAITS), passages()[:2])

    assert draft.passages == (passages()[0],)
    assert f"“{passages()[0].title}”" in draft.text
    assert passages()[0].text not in draft.text


# --- closing ---

CLOSING = Plan(moves=(Move.CLOSE,))


def test_a_close_without_anything_gathered_is_a_plain_farewell():
    assert fits(write(CLOSING, told(WAITS)).text, BANK.farewells)


def closed(*words, **more):
    conversation = told(WAITS, *words)
    gathered = (said_in(conversation, "waits_to_be_told", WAITS),)
    return write(CLOSING.model_copy(update={"gathered": gathered, **more}), conversation)


def test_a_close_without_a_step_leaves_the_choice_of_one():
    draft = closed()

    assert fits(draft.text, BANK.closings, points=WAITS_BACK)
    assert fits(draft.text, BANK.steps_to_choose)


def test_a_close_names_the_step_and_its_day():
    draft = closed("I will talk to Priya about the rota.", "On Monday.", step=3, day=5)

    assert fits(draft.text, BANK.steps_with_day, step="“I will talk to Priya about the rota”", day="“On Monday”")
    assert draft.quotes == ("I will talk to Priya about the rota", "On Monday")
    assert not fits(draft.text, BANK.steps_to_choose)


def test_a_close_names_a_step_without_a_day():
    draft = closed("I will talk to Priya about the rota.", step=3)

    assert fits(draft.text, BANK.steps, step="“I will talk to Priya about the rota”")


@pytest.mark.parametrize("step", ["Ask Priya.", "Talk to Sam first thing."])
def test_a_step_in_few_words_is_named_as_it_was_put(step):
    assert fits(closed(step, step=3).text, BANK.steps, step=f"“{step[:-1]}”")


def test_of_a_long_answer_the_clause_with_the_step_is_named():
    words = "It was never the rota. By Thursday I will ask Priya what she would do. They would notice in every ward."

    assert closed(words, step=3).quotes == ("By Thursday I will ask Priya what she would do",)


def test_a_close_leaves_one_contradiction_open_rather_than_a_subject_not_touched():
    words = "On Tuesday Priya re-planned the shift and told me afterwards."
    conversation = told(WAITS, words)
    plan = CLOSING.model_copy(
        update={
            "gathered": (both_sides(conversation)[0],),
            "contradiction": both_sides(conversation),
            "open_point": "coaching",
        }
    )
    draft = write(plan, conversation)

    assert draft.both_sides
    assert not fits(draft.text, BANK.open_points)


def test_a_close_names_a_subject_that_was_not_touched():
    points = [entry for entry in BANK.open_points if entry.criterion == "coaching"]

    assert fits(closed(open_point="coaching").text, points)


# --- whatever is planned ---

CONVERSATIONS = st.lists(st.sampled_from(SPOKEN), min_size=1, max_size=6).map(lambda words: told(*words))
SHAPES = st.sampled_from(
    [
        (Move.ASK,),
        (Move.REFLECT, Move.ASK),
        (Move.SUMMARISE, Move.ASK),
        (Move.AFFIRM, Move.ASK),
        (Move.INFORM, Move.ASK),
        (Move.PERMISSION,),
        (Move.REFLECT, Move.PERMISSION),
        (Move.CLOSE,),
    ]
)


@st.composite
def plans(draw):
    conversation = draw(CONVERSATIONS)
    spoken = conversation.manager_indexes()
    moves = draw(SHAPES)
    pieces = st.sampled_from(spoken).map(
        lambda i: said_in(conversation, draw(st.sampled_from(sorted(CRITERION))), conversation.messages[i].content)
    )
    stage = draw(st.sampled_from([Stage.CRITERION, Stage.SCENE, Stage.INSIGHT, Stage.RETURN, Stage.STEP, Stage.DAY]))
    message = st.none() | st.sampled_from(spoken)
    plan = Plan(
        moves=moves,
        stage=stage,
        criterion=draw(st.sampled_from(sorted({c for c, _ in CRITERION.values()}))),
        kind=draw(st.sampled_from(Kind)),
        heard=draw(st.sampled_from(Heard)),
        focus=draw(st.sampled_from(Focus)),
        link=draw(st.sampled_from(Link)),
        reflect_on=draw(st.none() | pieces),
        must_reflect=draw(st.booleans()),
        may_quote=draw(st.booleans()),
        sure=draw(st.booleans()),
        gathered=tuple(draw(st.lists(pieces, max_size=3))),
        contradiction=draw(st.none() | st.tuples(pieces, pieces)),
        open_point=draw(st.none() | st.just("coaching")),
        goal=draw(message),
        step=draw(message),
        day=draw(message),
        offer=draw(st.sampled_from(Offer).filter(lambda o: o is not Offer.PAUSE)) if Move.PERMISSION in moves else None,
        asked_for=draw(st.sampled_from([Request.EXPLAIN, Request.ADVISE])) if Move.INFORM in moves else None,
    )
    found = passages()[: draw(st.integers(1, 3))]
    return plan, conversation, found


@given(drawn=plans())
@settings(deadline=None, max_examples=400)
def test_whatever_is_planned_the_words_make_the_moves_and_pass_the_guard(drawn):
    plan, conversation, found = drawn
    draft = write(plan, conversation, found)
    borrowed = [line for passage in draft.passages for line in (passage.title, *passage.text.splitlines())]
    borrowed += bank().borrowed() if plan.asked_for is Request.ADVISE else ()

    assert set(plan.moves) - GIVING_BACK <= set(draft.moves) <= set(plan.moves)
    problems = guard.problems(
        draft.text,
        draft.moves,
        conversation,
        citable=[passage.id for passage in passages()],
        cited=[passage.id for passage in draft.passages],
        borrowed=borrowed,
        quotes=draft.quotes,
    )
    assert problems == []
    assert "{" not in draft.text
    assert all(clause.lower() in draft.text.lower() for clause in draft.paraphrased)


@given(drawn=plans())
@settings(deadline=None, max_examples=60)
def test_the_same_conversation_always_gives_the_same_words(drawn):
    assert write(*drawn) == write(*drawn)
