import random
from itertools import combinations, product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from naive_rubric import CELLS, CORE, CRITERIA, FINDINGS, ORDER, POLARITY, cells_of, decide, evidence_of, tier_of

from coach.verdict import counterfactual, is_settled, judge, margin

finding_sets = st.one_of(
    st.sets(st.sampled_from(FINDINGS), max_size=14),
    st.sets(st.sampled_from([f for f in FINDINGS if POLARITY[f[0]] == "strength"]), max_size=9),
    st.sets(st.sampled_from([f for f in FINDINGS if POLARITY[f[0]] == "concern"]), max_size=9),
)
core_cells = st.sampled_from([(0, 3), (0, 2), (2, 0), (3, 2), (0, 1), (1, 0)])
some_open = st.fixed_dictionaries(
    {c: core_cells if c in CORE else st.sampled_from([*[(0, 0)] * 6, (0, 2), (2, 0), (1, 1)]) for c in CRITERIA}
)
TEAM_THAT_RUNS_ITSELF = {("decides_independently", 3), ("asks_to_teach", 2), ("leads_people", 2), ("grows_leaders", 2)}
PATTERN = {("waits_to_be_told", 3), ("gives_answers", 2), ("manages_people_as_process", 2), ("stalls_growth", 2)}
CLAIMS = {("decides_independently", 2), ("asks_to_teach", 2), ("leads_people", 2)}


def toggled(found, few):
    """Every set of findings that `few` withdrawals or additions away from these lead to."""
    return (found.symmetric_difference(chosen) for chosen in combinations(FINDINGS, few))


def nearest_other_tier(found, most):
    tier = tier_of(found)
    return next((few for few in range(1, most + 1) if any(tier_of(n) != tier for n in toggled(found, few))), None)


@given(found=finding_sets)
@settings(max_examples=60, deadline=None)
@example(found=set())
@example(found=PATTERN)
@example(found=TEAM_THAT_RUNS_ITSELF)
def test_the_margin_is_the_fewest_findings_to_withdraw_or_add_for_another_tier(table, found):
    engine = margin(evidence_of(found), table)

    assert nearest_other_tier(found, 2) == (engine if engine <= 2 else None)


@pytest.mark.parametrize("seed", range(8))
def test_margins_of_three_and_more_hold_when_all_changes_of_up_to_three_findings_are_tried(table, seed):
    chance = random.Random(seed)
    sets = (set(chance.sample(FINDINGS, chance.randint(0, 30))) for _ in range(1000))
    found = next(drawn for drawn in sets if margin(evidence_of(drawn), table) >= 3)
    engine = margin(evidence_of(found), table)

    assert nearest_other_tier(found, 3) == (engine if engine <= 3 else None)


def test_from_silence_three_findings_are_needed(table):
    assert margin([], table) == 3


def naive_settled(cells):
    tier = decide(cells)[0]
    still_open = [criterion for criterion in CRITERIA if cells[criterion] == (0, 0)]
    if tier == "not_enough_evidence" or set(CORE) & set(still_open):
        return False
    for asked in combinations(still_open, min(2, len(still_open))):
        for answers in product(CELLS, repeat=len(asked)):
            if decide({**cells, **dict(zip(asked, answers, strict=True))})[0] != tier:
                return False
    return True


@given(cells=some_open)
@settings(max_examples=200, deadline=None)
def test_settled_means_no_answers_about_any_two_open_criteria_change_the_tier(table, cells):
    assert is_settled(cells, table) is naive_settled(cells)


def test_among_random_states_some_are_settled_and_some_are_not(table):
    chance = random.Random(3)
    seen = set()
    for _ in range(60):
        cells = {c: chance.choice(CELLS) if c in CORE else chance.choice([(0, 0), (0, 2), (2, 0)]) for c in CRITERIA}
        assert is_settled(cells, table) is naive_settled(cells)
        seen.add(is_settled(cells, table))

    assert seen == {True, False}


@pytest.mark.parametrize("unheard", CORE)
def test_nothing_is_settled_while_a_core_criterion_is_unheard(table, unheard):
    cells = dict.fromkeys(CRITERIA, (3, 0)) | {unheard: (0, 0)}

    assert not is_settled(cells, table)


def test_not_enough_evidence_is_never_settled(table):
    verdict = judge(evidence_of(CLAIMS), table)

    assert (verdict.tier, verdict.settled) == ("not_enough_evidence", False)


def ways(cells, few):
    """Every way in which `few` criteria may be otherwise and shown, with the number of concerns resolved."""
    outside = decide(cells)[0] == "not_enough_evidence"
    for chosen in combinations(CRITERIA, few):
        options = []
        for concern, strength in (cells[criterion] for criterion in chosen):
            kept, resolved, trouble = ((concern, 3), 0), ((0, 3), 1), ((3, strength), 0)
            options.append([kept, trouble] if outside else [kept, resolved] if concern else [kept])
        for option in product(*options):
            after = {**cells, **{c: cell for c, (cell, _) in zip(chosen, option, strict=True)}}
            yield after, sum(resolved for _, resolved in option)


def is_next(before, after):
    return after in ORDER and (before not in ORDER or ORDER.index(after) == ORDER.index(before) + 1)


@given(found=finding_sets)
@settings(max_examples=120, deadline=None)
@example(found=set())
@example(found=PATTERN)
@example(found=CLAIMS)
def test_the_counterfactual_is_the_fewest_criteria_and_the_fewest_concerns_resolved(table, found):
    cells = cells_of(found)
    tier = decide(cells)[0]
    supposed = counterfactual(cells, table)
    if tier == "under_control":
        assert supposed is None
        return
    few = next(n for n in range(1, 10) if any(is_next(tier, decide(after)[0]) for after, _ in ways(cells, n)))

    assert len(supposed.changes) == few
    if tier in ORDER:
        resolved = min(number for after, number in ways(cells, few) if is_next(tier, decide(after)[0]))
        assert sum(change.concern_resolved for change in supposed.changes) == resolved


@given(found=finding_sets)
@settings(max_examples=120, deadline=None)
@example(found=set())
@example(found=CLAIMS)
def test_what_the_counterfactual_claims_is_so(table, found):
    cells = cells_of(found)
    tier = decide(cells)[0]
    supposed = counterfactual(cells, table)
    if supposed is None:
        return
    ways_to_suppose = []
    for change in supposed.changes:
        concern, strength = cells[change.criterion]
        if change.strength == "shown":
            ways_to_suppose.append([(0 if change.concern_resolved else concern, 3)])
        else:
            ways_to_suppose.append([(concern, 3), (3, strength)])
    for cell_of in product(*ways_to_suppose):
        after = decide({**cells, **dict(zip((c.criterion for c in supposed.changes), cell_of, strict=True))})[0]
        assert is_next(tier, after)
        assert supposed.tier in (None, after)


def test_a_counterfactual_resolves_only_concerns_that_were_heard(table):
    supposed = judge(evidence_of(PATTERN), table).counterfactual

    assert supposed.tier == "cause_for_concern"
    assert all(change.strength == "shown" for change in supposed.changes)
    assert len(supposed.changes) == 1


def test_out_of_not_enough_evidence_any_tier_will_do_and_no_strength_is_named(table):
    supposed = judge([], table).counterfactual

    assert supposed.tier is None
    assert [(change.strength, change.concern_resolved) for change in supposed.changes] == [(None, False)] * 3
