from collections import Counter

import pytest
from engine_parts import CRITERION, bank, evidence, passages
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import guard
from coach.asking.bank import BankFile, QuestionBank
from coach.conversation import CoachTurn, Conversation, Message, Move
from coach.errors import KnowledgeError
from coach.harm import Harm
from coach.planner import Heard, Plan, Request, Stage

BANK = bank()._bank
CRITERIA = {q.criterion for q in BANK.questions} - {"goal"}
WORDS = "They wait for me to decide, always."
ASKED = Plan(moves=(Move.ASK,), stage=Stage.CRITERION, criterion="autonomy", heard=Heard.NOTHING)


def heard(words=WORDS, conversation_id="c", *turns):
    opening = Message(role="assistant", content="Hello.", turn=CoachTurn(moves=(Move.ASK,)))
    said = [Message(role="assistant", content=text, turn=turn) for text, turn in turns]
    return Conversation(id=conversation_id, messages=(opening, *said, Message(role="user", content=words)))


def asked(question):
    return (question.text, CoachTurn(moves=(Move.ASK,), question=question.id))


def reflecting(words, **more):
    return Plan(moves=(Move.REFLECT,), reflect_on=evidence("waits_to_be_told", quote=words), **more)


def test_every_sentence_has_an_id_of_its_own():
    shelves = [entries for _, entries in BANK]
    ids = Counter(entry.id for entries in shelves for entry in entries)

    assert [name for name, count in ids.items() if count > 1] == []
    texts = Counter(entry.text for entries in shelves for entry in entries)
    assert [text for text, count in texts.items() if count > 1] == []


@pytest.mark.parametrize("criterion", sorted(CRITERIA))
@pytest.mark.parametrize("state", Heard)
def test_there_is_a_question_for_every_criterion_whatever_was_heard(rubric, criterion, state):
    assert criterion in {c.id for c in rubric.criteria}
    assert [q for q in BANK.questions if (q.criterion, q.heard) == (criterion, state)]


def test_the_bank_knows_exactly_the_criteria_and_indicators_of_the_rubric(rubric):
    criteria = {criterion.id for criterion in rubric.criteria}

    assert criteria == CRITERIA
    assert {entry.criterion for entry in BANK.bridges} == criteria
    assert {entry.criterion for entry in BANK.why} == criteria | set(Stage) - {Stage.CRITERION}
    assert {entry.indicator for entry in BANK.reflections} == set(rubric.vocabulary)


@pytest.mark.parametrize("stage", [Stage.ANGLE, Stage.COMPARE, Stage.CHOOSE, Stage.RETURN, Stage.STEP])
def test_there_are_questions_for_every_stage_of_the_goal(stage):
    assert bank().questions_left(heard())[stage] >= 2


def test_what_was_asked_is_left_no_longer():
    question = next(q for q in BANK.questions if q.criterion == "growth")

    before, after = bank().questions_left(heard()), bank().questions_left(heard(WORDS, "c", asked(question)))
    assert after == {**before, "growth": before["growth"] - 1}


def test_when_all_was_asked_nothing_is_left():
    assert bank().questions_left(heard(WORDS, "c", *[asked(q) for q in BANK.questions])) == {}


@given(state=st.sampled_from(Heard), criterion=st.sampled_from(sorted(CRITERIA)), name=st.text(min_size=1, max_size=8))
@settings(deadline=None, max_examples=60)
def test_a_question_fits_its_criterion_and_what_was_heard(state, criterion, name):
    plan = ASKED.model_copy(update={"criterion": criterion, "heard": state})
    draft = bank().write(plan, heard(WORDS, name), [])

    question = next(q for q in BANK.questions if q.id == draft.question)
    assert (question.criterion, question.heard) == (criterion, state)
    assert draft.text == question.text
    assert draft.why == next(w.text for w in BANK.why if w.criterion == criterion)


def test_a_question_that_was_asked_is_not_asked_again_while_others_are_left():
    conversation, seen = heard(), []
    for _ in range(len([q for q in BANK.questions if q.criterion == "autonomy"])):
        draft = bank().write(ASKED, conversation, [])
        turn = CoachTurn(moves=(Move.ASK,), question=draft.question)
        conversation = conversation.say(Message(role="assistant", content=draft.text, turn=turn))
        seen.append(draft.question)

    assert len(set(seen)) == len(seen)


@given(name=st.text(min_size=1, max_size=8))
@settings(deadline=None, max_examples=30)
def test_the_same_conversation_always_gives_the_same_words(name):
    assert bank().write(ASKED, heard(WORDS, name), []) == bank().write(ASKED, heard(WORDS, name), [])


def test_conversations_differ_in_their_openings():
    plan = Plan(moves=(Move.ASK,), stage=Stage.OPENING, criterion="goal")

    assert len({bank().write(plan, Conversation(id=str(n)), []).text for n in range(40)}) == len(BANK.openings)


def test_a_reflection_quotes_the_evidence_where_it_may():
    draft = bank().write(reflecting("They all wait for me", may_quote=True), heard(), [])

    assert draft.quotes == ("They all wait for me",)
    assert "“They all wait for me”" in draft.text


def test_a_reflection_without_leave_to_quote_quotes_nothing():
    draft = bank().write(reflecting("They wait for me"), heard(), [])

    assert draft.quotes == ()
    assert draft.text in {entry.text for entry in BANK.reflections_open}


def test_a_reflection_that_is_sure_names_what_was_heard():
    draft = bank().write(reflecting("They wait for me", sure=True, may_quote=True), heard(), [])

    assert draft.text in {entry.text for entry in BANK.reflections if entry.indicator == "waits_to_be_told"}


@pytest.mark.parametrize(
    "words",
    [
        "They wait",
        "It is my fault they wait for me",
        "I'm a failure as a manager here",
        'They say "you decide" to me',
        "They “wait” for me to decide",
        "What would they do without me?Nothing at all",
        " ".join(["they wait for me"] * 6),
        pytest.param("I’m useless at this job"),
    ],
)
def test_words_too_short_too_long_quoting_others_or_blaming_oneself_are_not_said_back(words):
    draft = bank().write(reflecting(words, may_quote=True), heard(words), [])

    assert draft.quotes == ()
    assert "“" not in draft.text


def test_of_long_words_the_first_clause_is_said_back():
    words = "They wait for me to order, " + " ".join(["and then some more"] * 5)

    assert bank().write(reflecting(words, may_quote=True), heard(words), []).quotes == ("They wait for me to order",)


def test_a_summary_says_back_all_that_was_gathered_in_order():
    gathered = tuple(evidence("waits_to_be_told", quote=q) for q in ("a b c d e", "f g h i j", "k l m n o"))
    draft = bank().write(Plan(moves=(Move.SUMMARISE, Move.ASK), **_asks(), gathered=gathered), heard(), [])

    assert "“a b c d e”, “f g h i j”, and “k l m n o”" in draft.text
    assert draft.quotes == ("a b c d e", "f g h i j", "k l m n o")


def test_a_close_without_anything_gathered_is_a_plain_farewell():
    assert bank().write(Plan(moves=(Move.CLOSE,)), heard(), []).text == BANK.farewells[0].text


def test_an_inform_gives_the_passage_whole_with_its_title_and_id():
    passage = passages()[0]
    plan = Plan(moves=(Move.INFORM, Move.ASK), stage=Stage.COMPARE, criterion="goal", request=Request.EXPLAIN)
    draft = bank().write(plan, heard(), passages()[:2])

    assert draft.passages == (passage,)
    assert f"**{passage.title}**" in draft.text
    assert f"[{passage.id}]" in draft.text
    assert all(f"> {line}".rstrip() in draft.text for line in passage.text.splitlines())
    assert draft.question.startswith("goal-compare")


def test_advice_that_was_asked_for_comes_as_two_options():
    plan = Plan(moves=(Move.INFORM, Move.ASK), stage=Stage.CHOOSE, criterion="goal", request=Request.ADVISE)
    draft = bank().write(plan, heard(), passages()[:3])

    assert draft.passages == passages()[:2]
    assert draft.question.startswith("goal-choose")


def test_why_do_you_ask_is_answered_with_the_reason_of_the_last_question():
    turns = [("A?", CoachTurn(moves=(Move.ASK,), why="first")), ("B?", CoachTurn(moves=(Move.ASK,), why="second"))]
    draft = bank().write(Plan(moves=(Move.INFORM,), request=Request.WHY), heard(WORDS, "c", *turns), [])

    assert (draft.text, draft.question) == ("second", None)


def test_a_new_subject_is_announced():
    draft = bank().write(ASKED.model_copy(update={"bridge": True}), heard(), [])

    assert any(draft.text.startswith(entry.text) for entry in BANK.bridges if entry.criterion == "autonomy")


@given(
    indicator=st.sampled_from(sorted(CRITERION)),
    state=st.sampled_from(Heard),
    flags=st.tuples(st.booleans(), st.booleans(), st.booleans()),
    first=st.sampled_from([(), (Move.REFLECT,), (Move.SUMMARISE,)]),
    name=st.text(min_size=1, max_size=6),
)
@settings(deadline=None, max_examples=150)
def test_whatever_is_planned_the_words_pass_the_guard(indicator, state, flags, first, name):
    piece = evidence(indicator, quote="They wait for me to decide")
    plan = Plan(
        moves=(*first, Move.ASK),
        stage=Stage.CRITERION,
        criterion=piece.criterion,
        heard=state,
        reflect_on=piece,
        gathered=(piece,),
        may_quote=flags[0],
        sure=flags[1],
        bridge=flags[2],
    )
    draft = bank().write(plan, heard(WORDS, name), [])

    assert guard.problems(draft.text, plan.moves, heard()) == []


@pytest.mark.parametrize("harm", Harm)
@pytest.mark.parametrize("own", [True, False])
def test_there_are_words_for_every_disclosure(harm, own):
    assert bank().signpost(harm, own) in {entry.text for entry in BANK.signposts if entry.harm is harm}


def test_a_bank_that_does_not_fit_its_form_is_refused_with_its_place(tmp_path):
    path = tmp_path / "questions.yaml"
    path.write_text("questions:\n  - {id: a, criterion: autonomy, kind: nonsense, heard: nothing, text: a}\n")

    with pytest.raises(KnowledgeError, match=r"questions\.yaml:"):
        QuestionBank(path)


def test_every_part_of_the_file_is_filled():
    assert all(getattr(BANK, name) for name in BankFile.model_fields)


def _asks():
    return {"stage": Stage.CRITERION, "criterion": "autonomy", "heard": Heard.NOTHING}
