"""Which question comes next: what was heard, what an answer may tell, the subject, the kind."""

import random
from itertools import pairwise

import pytest
from engine_parts import CRITERION, bank, evidence
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.conversation import CoachTurn, Conversation, Focus, Kind, Link, Move, Stage
from coach.inquiry import (
    REACH,
    Choice,
    Heard,
    balanced,
    contradiction,
    heard,
    information,
    next_choice,
    next_subject,
    varied,
)
from coach.verdict import judge

EVERYTHING_LEFT = bank().questions_left(Conversation(id="new"))
CORE = ("autonomy", "coaching", "people_over_process")
KNOWN = ("decides_independently", "asks_to_teach", "written_plan", "knows_individuals", "grows_leaders")

pieces = st.builds(
    evidence,
    st.sampled_from(sorted(CRITERION)),
    st.sampled_from(["hedged", "stated", "shown"]),
    message=st.integers(0, 9).map(lambda n: 2 * n + 1),
)


def asked(criterion, link=Link.STAYS, kind=Kind.CLARIFY, focus=Focus.TEAM):
    about = {"criterion": criterion, "stage": Stage.CRITERION, "kind": kind, "focus": focus, "link": link}
    return CoachTurn(moves=(Move.ASK,), **about)


def verdict_on(table, *said):
    return judge([evidence(*one[:2], message=2 * n + 1) for n, one in enumerate(said)], table)


def steps(table, **found):
    return {**{criterion.id: (0, 0) for criterion in table.rubric.criteria}, **found}


# --- what was heard ---


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], Heard.NOTHING),
        ([("waits_to_be_told", "hedged")], Heard.CONCERN),
        ([("waits_to_be_told", "shown")], Heard.CONCERN),
        ([("waits_to_be_told", "stated"), ("decides_independently", "stated")], Heard.MIXED),
        ([("waits_to_be_told", "hedged"), ("decides_independently", "stated")], Heard.STRENGTH_CLAIMED),
        ([("waits_to_be_told", "stated"), ("decides_independently", "hedged")], Heard.CONCERN),
        ([("decides_independently", "stated")], Heard.STRENGTH_CLAIMED),
        ([("decides_independently", "shown")], Heard.STRENGTH_SHOWN),
    ],
)
def test_what_was_heard_is_sorted_as_the_bank_sorts_its_questions(table, said, expected):
    verdict = verdict_on(table, *said)

    assert heard(verdict.rating("autonomy"), verdict) is expected


def test_both_sides_of_one_message_are_no_contradiction(table):
    said = [evidence(name, message=3) for name in ("waits_to_be_told", "decides_independently")]
    verdict = judge(said, table)

    assert contradiction(verdict.rating("autonomy"), verdict) is None


def test_what_is_hedged_contradicts_nothing(table):
    verdict = verdict_on(table, ("waits_to_be_told", "hedged"), ("decides_independently", "shown"))

    assert contradiction(verdict.rating("autonomy"), verdict) is None


def test_a_contradiction_takes_the_firmest_and_latest_of_each_side_the_earlier_first(table):
    verdict = verdict_on(
        table,
        ("waits_to_be_told", "stated"),
        ("decides_independently", "shown"),
        ("waits_to_be_told", "shown"),
        ("decides_independently", "stated"),
    )
    first, second = contradiction(verdict.rating("autonomy"), verdict)

    assert [verdict.evidence[n].message for n in (first, second)] == [3, 5]


# --- expected information ---


def test_every_kind_of_question_has_its_reach_and_an_instance_reaches_farthest():
    assert set(REACH) == set(Kind)
    assert max(REACH, key=REACH.get) is Kind.EVIDENCE
    assert min(REACH.values()) >= 1


def test_information_is_highest_for_the_criterion_that_decides(table):
    cells = steps(table, autonomy=(0, 3), coaching=(0, 2), accountability=(0, 2), motivation=(0, 2), growth=(0, 2))
    expected = {criterion: information(criterion, cells, table) for criterion, cell in cells.items() if cell == (0, 0)}

    assert max(expected, key=expected.get) == "people_over_process"
    assert expected["people_over_process"][0] > 0
    assert expected["recruiting"][0] == 0


def test_where_no_answer_could_change_the_tier_there_is_no_information(table):
    cells = steps(table, autonomy=(2, 2), coaching=(2, 2), people_over_process=(2, 2), growth=(2, 0))

    assert information("recruiting", cells, table)[0] == 0


def test_a_question_that_brings_hearsay_only_tells_nothing_where_only_an_instance_would_decide(table):
    """Everything is claimed and nothing shown: hearing more claims leaves it at that."""
    cells = steps(table, autonomy=(0, 2), coaching=(0, 2), people_over_process=(0, 2))

    assert information("autonomy", cells, table, Kind.VIEWPOINTS)[0] < information("autonomy", cells, table)[0]


@given(said=st.lists(pieces, max_size=6), kind=st.sampled_from(Kind))
@settings(deadline=None, max_examples=30)
def test_information_is_between_none_and_that_of_all_tiers_being_equally_likely(table, said, kind):
    cells = judge(said, table).cells

    for criterion in table.rubric.criteria:
        alone, together = information(criterion.id, cells, table, kind)
        assert 0 <= alone <= 2  # four outcomes
        assert 0 <= together <= 2


# --- the subject ---


def test_the_core_comes_before_what_would_tell_more_until_there_is_a_tier(table):
    verdict = verdict_on(table, ("waits_to_be_told", "hedged"))

    assert information("accountability", verdict.cells, table) > information("coaching", verdict.cells, table)
    subject, link = next_subject((), verdict, table, EVERYTHING_LEFT, (), None)
    assert subject in CORE
    assert link is Link.BRIDGES


def test_the_next_question_goes_where_the_information_is(table):
    verdict = verdict_on(table, *[(indicator, "shown") for indicator in KNOWN])

    subject, _ = next_subject((), verdict, table, EVERYTHING_LEFT, (), None)
    assert subject == "people_over_process"


def test_the_goal_is_the_first_subject_where_the_source_material_knows_it(table):
    found = next_subject((), verdict_on(table), table, EVERYTHING_LEFT, (), "growth")

    assert found == ("growth", Link.FOLLOWS)


def test_the_managers_new_subject_is_followed_again_and_again_without_a_bridge(table):
    """Core subjects are free; those beside it too, as long as they do not outnumber the core's."""
    verdict, turns = verdict_on(table), []
    for mentioned in ("autonomy", "coaching", "motivation", "people_over_process"):
        found = next_subject(turns, verdict, table, EVERYTHING_LEFT, (mentioned,), None)
        assert found == (mentioned, Link.FOLLOWS)
        turns.append(asked(*found))


def test_subjects_beside_the_core_do_not_crowd_it_out_until_there_is_a_tier(table):
    turns = [asked("motivation", Link.FOLLOWS)]
    subject, link = next_subject(turns, verdict_on(table), table, EVERYTHING_LEFT, ("recruiting",), None)

    assert (subject in CORE, link) == (True, Link.BRIDGES)


def test_what_is_shown_as_a_strength_is_not_dwelt_on(table):
    verdict = verdict_on(table, ("decides_independently", "shown"))
    subject, _ = next_subject((), verdict, table, EVERYTHING_LEFT, ("autonomy",), None)

    assert subject != "autonomy"


def test_a_subject_that_is_still_talked_about_is_stayed_with(table):
    turns = [asked("coaching", Link.FOLLOWS)]

    assert next_subject(turns, verdict_on(table), table, EVERYTHING_LEFT, ("coaching",), None) == (
        "coaching",
        Link.STAYS,
    )


@pytest.mark.parametrize("since", [1, 2])
def test_the_coachs_own_subject_waits_until_three_turns_after_the_last(table, since):
    turns = [asked("coaching", Link.BRIDGES), *[asked("coaching")] * (since - 1)]

    assert next_subject(turns, verdict_on(table), table, EVERYTHING_LEFT, (), None) == ("coaching", Link.STAYS)


def test_after_three_turns_the_coach_may_bring_a_subject_of_its_own(table):
    turns = [asked("coaching", Link.BRIDGES), *[asked("coaching")] * 2]
    subject, link = next_subject(turns, verdict_on(table), table, EVERYTHING_LEFT, (), None)

    assert (subject != "coaching", link) == (True, Link.BRIDGES)


def test_a_subject_rests_after_its_three_questions(table):
    turns = [asked("coaching")] * 3

    assert (
        next_subject(
            [*turns, asked(None, Link.BRIDGES)], verdict_on(table), table, EVERYTHING_LEFT, ("coaching",), None
        )
        is None
    )


def test_without_questions_left_there_is_no_subject(table):
    assert next_subject((), verdict_on(table), table, (), ("autonomy",), "growth") is None


# --- the kind ---


def test_a_claimed_strength_is_asked_for_an_instance(table):
    verdict = verdict_on(table, ("asks_to_teach", "stated"))
    choice = next_choice("coaching", verdict, table, EVERYTHING_LEFT, [asked("coaching", kind=Kind.EVIDENCE)])

    assert (choice.kind, choice.heard) == (Kind.EVIDENCE, Heard.STRENGTH_CLAIMED)


@given(said=st.lists(pieces, max_size=8), criterion=st.sampled_from(sorted({c for c, _ in CRITERION.values()})))
@settings(deadline=None, max_examples=30)
def test_the_question_fits_what_was_heard(table, said, criterion):
    verdict = judge(said, table)
    choice = next_choice(criterion, verdict, table, EVERYTHING_LEFT, ())

    assert (choice.shelf, choice.heard) == (criterion, heard(verdict.rating(criterion), verdict))


def test_where_nothing_fitting_is_left_the_question_leans_on_no_instance(table):
    verdict = verdict_on(table, ("waits_to_be_told", "stated"))
    left = [c for c in EVERYTHING_LEFT if c.heard in (Heard.STRENGTH_SHOWN, Heard.MIXED)]

    assert next_choice("autonomy", verdict, table, left, ()).heard is Heard.MIXED


@given(said=st.lists(pieces, max_size=6), course=st.lists(st.tuples(st.sampled_from(Kind), st.sampled_from(Focus))))
@settings(deadline=None, max_examples=30)
def test_no_kind_comes_twice_in_a_row_where_another_is_left(table, said, course):
    verdict = judge(said, table)
    turns = [asked("coaching", kind=kind, focus=focus) for kind, focus in course]
    choice = next_choice("coaching", verdict, table, EVERYTHING_LEFT, turns)

    assert not turns or choice.kind is not turns[-1].kind or choice.heard is Heard.STRENGTH_CLAIMED


@given(said=st.lists(pieces, max_size=6), seed=st.integers(0, 99), criterion=st.sampled_from(CORE))
@settings(deadline=None, max_examples=30)
def test_the_order_of_the_questions_only_breaks_ties(table, said, seed, criterion):
    """Whatever their order, a choice that tells as much and was used as often is made."""
    verdict = judge(said, table)
    shuffled = list(EVERYTHING_LEFT)
    random.Random(seed).shuffle(shuffled)
    one, other = (next_choice(criterion, verdict, table, left, ()) for left in (EVERYTHING_LEFT, shuffled))

    assert one.heard is other.heard
    assert information(criterion, verdict.cells, table, one.kind) == information(
        criterion, verdict.cells, table, other.kind
    )


@given(said=st.lists(pieces, max_size=6), seed=st.integers(0, 99))
@settings(deadline=None, max_examples=30)
def test_the_order_of_the_questions_makes_no_difference_to_the_subject(table, said, seed):
    verdict = judge(said, table)
    shuffled = list(EVERYTHING_LEFT)
    random.Random(seed).shuffle(shuffled)

    assert next_subject((), verdict, table, shuffled, (), None) == next_subject(
        (), verdict, table, EVERYTHING_LEFT, (), None
    )


@given(order=st.lists(st.sampled_from(Focus), min_size=1, max_size=30))
@settings(deadline=None)
def test_where_both_are_left_the_manager_and_the_team_stay_within_one_question_of_each_other(order):
    """From an even start: what is behind is always taken."""
    turns, lead = [], 0
    for first in order:
        pool = [Choice("x", Kind.CLARIFY, Heard.NOTHING, focus) for focus in (first, *Focus)]
        focus = balanced(pool, turns)[0].focus
        turns.append(asked("x", focus=focus))
        lead += 1 if focus is Focus.MANAGER else -1
        assert abs(lead) <= 1


def test_where_only_one_focus_is_left_it_is_taken():
    pool = [Choice("x", Kind.CLARIFY, Heard.NOTHING, Focus.MANAGER)]

    assert balanced(pool, [asked("x", focus=Focus.MANAGER)]) == pool


def test_where_only_one_kind_is_left_it_is_taken():
    pool = [Choice("x", Kind.CLARIFY, Heard.NOTHING, Focus.MANAGER)]

    assert varied(pool, [asked("x", kind=Kind.CLARIFY)]) == pool


def test_a_turn_that_does_not_ask_makes_no_kind_the_last():
    told = CoachTurn(moves=(Move.INFORM,))
    pool = [Choice("x", kind, Heard.NOTHING, Focus.MANAGER) for kind in Kind]

    assert [c.kind for c in varied(pool, [asked("x", kind=Kind.CLARIFY), told])] == [k for k in Kind if k != "clarify"]


@pytest.mark.parametrize("criterion", sorted({c for c, _ in CRITERION.values()}))
def test_all_questions_of_a_shelf_are_asked_before_there_is_none(table, criterion):
    verdict, left, turns = verdict_on(table), list(EVERYTHING_LEFT), []
    while any(choice.shelf == criterion for choice in left):
        choice = next_choice(criterion, verdict, table, left, turns)
        left.remove(choice)
        turns.append(asked(criterion, kind=choice.kind, focus=choice.focus))

    assert len(turns) == sum(choice.shelf == criterion for choice in EVERYTHING_LEFT)
    assert all(a.kind is not b.kind for a, b in list(pairwise(turns))[:5])
