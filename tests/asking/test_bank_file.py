import re
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from engine_parts import bank

from coach import guard
from coach.asking.bank import QuestionBank
from coach.asking.bank_file import BankFile
from coach.conversation import Conversation, Focus, Kind, Message, Move, Offer, Stage
from coach.errors import KnowledgeError
from coach.harm import Harm
from coach.inquiry import Heard
from coach.requests import Request

BANK = bank()._bank
QUESTIONS = BANK.questions
SHELVES = {name: entries for name, entries in BANK if name != "questions"}
CRITERIA = {question.criterion for question in QUESTIONS} - {"goal"}
WORDS = (
    "They wait for me to decide. I want to get my team to decide. I will ask Priya on Monday. On Friday I asked them."
)
TOLD = Conversation(id="c", messages=(Message(role="user", content=WORDS),))
FILLED = {
    "said": "they wait for you to decide",
    "Said": "You asked them on Friday",
    "quote": "They wait for me to decide",
    "points": "they wait for you to decide; and “On Friday I asked them”",
    "aim": "get your team to decide",
    "first": "they wait for you to decide",
    "First": "They wait for you to decide",
    "second": "you asked them on Friday",
    "step": "you will ask Priya",
    "day": "“on Monday”",
    "title": "Leading and managing",
    "meaning": "It is so.",
}
MOVE = {
    "openings": Move.ASK,
    "affirmations": Move.AFFIRM,
    "summaries": Move.SUMMARISE,
    "informs": Move.INFORM,
    "options": Move.INFORM,
    "nothing_found": Move.INFORM,
    "about_the_coach": Move.INFORM,
    "verdicts": Move.INFORM,
    "why": Move.INFORM,
    "languages": Move.INFORM,
    "permissions": Move.PERMISSION,
    "closings": Move.CLOSE,
    "open_sides": Move.CLOSE,
    "open_points": Move.CLOSE,
    "steps": Move.CLOSE,
    "steps_with_day": Move.CLOSE,
    "steps_to_choose": Move.CLOSE,
    "farewells": Move.CLOSE,
    "signposts": Move.SIGNPOST,
}  # all others give back
SLOTS = {
    "echoes": {"said", "Said"},
    "quoted": {"quote"},
    "affirmations": {"Said"},
    "contradictions": {"first", "First", "second"},
    "goals": {"aim"},
    "goals_said": {"said"},
    "summaries": {"points"},
    "verdicts": {"title", "meaning"},
    "permissions": {"title"},
    "closings": {"points"},
    "open_sides": {"first", "second"},
    "steps": {"step"},
    "steps_with_day": {"step", "day"},
}


def filled(text):
    return re.sub(r"\{(\w+)\}", lambda slot: FILLED[slot[1]], text)


def entries(*names):
    return [pytest.param(name, entry, id=entry.id) for name in names or SHELVES for entry in SHELVES[name]]


# --- how much there is ---


def test_there_are_at_least_150_open_questions_and_80_other_sentences():
    assert len(QUESTIONS) >= 150
    assert sum(map(len, SHELVES.values())) >= 80


def test_there_is_a_question_for_every_criterion_kind_and_state(rubric):
    there = {(q.criterion, q.kind, q.heard) for q in QUESTIONS if q.stage is Stage.CRITERION}

    assert there == {(c.id, kind, heard) for c in rubric.criteria for kind in Kind for heard in Heard}


def test_every_criterion_in_every_state_can_ask_about_the_manager_and_about_the_team(rubric):
    there = {(q.criterion, q.heard, q.focus) for q in QUESTIONS if q.stage is Stage.CRITERION}

    assert there == {(c.id, heard, focus) for c in rubric.criteria for heard in Heard for focus in Focus}


def test_a_claimed_strength_can_be_asked_for_an_instance_in_two_ways(rubric):
    claimed = Counter(q.criterion for q in QUESTIONS if (q.heard, q.kind) == (Heard.STRENGTH_CLAIMED, Kind.EVIDENCE))

    assert claimed == {criterion.id: 2 for criterion in rubric.criteria}


@pytest.mark.parametrize(
    ("stage", "fewest"),
    [
        (Stage.AIM, 3),
        (Stage.SCENE, 10),
        (Stage.INSIGHT, 10),
        (Stage.ANGLE, 5),
        (Stage.COMPARE, 4),
        (Stage.CHOOSE, 4),
        (Stage.RETURN, 5),
        (Stage.STEP, 5),
        (Stage.DAY, 2),
    ],
)
def test_every_stage_of_the_goal_has_enough_questions(stage, fewest):
    assert len([q for q in QUESTIONS if q.stage is stage]) >= fewest


def test_the_bank_knows_exactly_the_criteria_and_indicators_of_the_rubric(rubric):
    criteria = {criterion.id for criterion in rubric.criteria}

    assert criteria == CRITERIA
    assert {entry.criterion for entry in BANK.bridges} == criteria
    assert {entry.criterion for entry in BANK.open_points} == criteria
    assert {entry.indicator for entry in BANK.reflections} == set(rubric.vocabulary)


def test_every_question_can_say_why_it_is_asked(rubric):
    reasons = {"instance", "contradiction", *set(Stage) - {Stage.CRITERION}, *(c.id for c in rubric.criteria)}

    assert {entry.criterion for entry in BANK.why} == reasons


@pytest.mark.parametrize("harm", Harm)
@pytest.mark.parametrize("own", [True, False])
def test_there_are_words_for_every_disclosure(harm, own):
    assert bank().signpost(harm, own) in {s.text for s in BANK.signposts if (s.harm, s.own) == (harm, own)}


def test_there_are_words_for_every_request_that_the_bank_answers():
    assert {entry.request for entry in BANK.about_the_coach} == {Request.PRIVACY, Request.WHO, Request.LENGTH}
    assert {entry.request for entry in BANK.nothing_found} == {Request.EXPLAIN, Request.ADVISE}
    assert {entry.request for entry in BANK.repairs} == {Request.UNCLEAR, Request.MISSED}
    assert {entry.standing for entry in BANK.verdicts} == {"settled", "provisional", "none"}
    assert {entry.offer for entry in BANK.permissions} == {Offer.CHECK, Offer.PASSAGE}


def test_every_shelf_is_filled():
    assert all(getattr(BANK, name) for name in BankFile.model_fields)


# --- what each sentence is like ---


def test_every_sentence_has_an_id_and_words_of_its_own():
    ids = Counter(entry.id for _, shelf in BANK for entry in shelf)
    texts = Counter(guard._bare(entry.text) for _, shelf in BANK for entry in shelf)

    assert [name for name, count in (ids + texts).items() if count > 1] == []


@pytest.mark.parametrize("question", [pytest.param(q, id=q.id) for q in QUESTIONS])
def test_every_question_is_open_and_passes_the_guard(question):
    assert guard.problems(question.text, (Move.ASK,), TOLD) == []
    assert "{" not in question.text


@pytest.mark.parametrize(("shelf", "entry"), entries())
def test_every_other_sentence_passes_the_guard_for_its_move_when_its_slots_are_filled(table, shelf, entry):
    names = [tier.title for tier in table.rubric.tiers] if shelf != "verdicts" else []
    borrowed = {"permissions": [FILLED["title"]], "ways": bank().borrowed()}.get(shelf, [])
    moves = (MOVE.get(shelf, Move.REFLECT),)

    assert guard.problems(filled(entry.text), moves, TOLD, verdict_names=names, borrowed=borrowed) == []


@pytest.mark.parametrize(("shelf", "entry"), entries())
def test_a_sentence_has_only_the_slots_that_its_shelf_fills(shelf, entry):
    slots = set(re.findall(r"\{(\w+)\}", entry.text))

    assert slots <= SLOTS.get(shelf, set())
    if shelf in SLOTS and shelf != "permissions":
        assert slots


@pytest.mark.parametrize(("shelf", "entry"), entries("echoes", "affirmations", "goals_said", "contradictions"))
def test_what_begins_a_sentence_is_filled_with_a_capital(shelf, entry):
    for slot in re.finditer(r"\{(\w+)\}", entry.text):
        begins = slot.start() == 0 or entry.text[: slot.start()].rstrip()[-1] in ".!?"

        assert slot[1][0].isupper() == begins


def test_no_two_questions_of_one_shelf_mean_nearly_the_same(encoder):
    near = []
    for shelf in sorted({question.shelf for question in QUESTIONS}):
        known = [(q.id, encoder.encode(q.text)) for q in QUESTIONS if q.shelf == shelf]
        near += [
            (round(cosine, 2), one, two)
            for (one, a), (two, b) in combinations(known, 2)
            if (cosine := float(np.dot(a, b) / np.linalg.norm(a) / np.linalg.norm(b))) > 0.85
        ]

    assert sorted(near, reverse=True) == []


# --- the file ---


def test_a_bank_that_does_not_fit_its_form_is_refused_with_its_place(tmp_path):
    path = tmp_path / "questions.yaml"
    path.write_text("questions:\n  - {id: a, criterion: autonomy, kind: nonsense, heard: nothing, text: a}\n")

    with pytest.raises(KnowledgeError, match=r"questions\.yaml:"):
        QuestionBank(path)
