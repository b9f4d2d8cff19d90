import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naive_rubric import (
    CRITERIA,
    FINDINGS,
    ORDER,
    POLARITY,
    cells_of,
    decide,
    evidence_of,
    is_break,
    level,
    piece,
    tier_of,
)

from coach.verdict import Correction, judge

finding_sets = st.one_of(
    st.sets(st.sampled_from(FINDINGS), max_size=14),
    st.sets(st.sampled_from([f for f in FINDINGS if POLARITY[f[0]] == "strength"]), max_size=9),
    st.sets(st.sampled_from([f for f in FINDINGS if POLARITY[f[0]] == "concern"]), max_size=9),
)
TEAM_THAT_RUNS_ITSELF = {("decides_independently", 3), ("asks_to_teach", 2), ("leads_people", 2), ("grows_leaders", 2)}
PATTERN = {("waits_to_be_told", 3), ("gives_answers", 2), ("manages_people_as_process", 2), ("stalls_growth", 2)}
CLAIMS = {("decides_independently", 2), ("asks_to_teach", 2), ("leads_people", 2)}


def rank(tier):
    return ORDER.index(tier) if tier in ORDER else None


def withdraw(evidence, by="Ana"):
    return Correction(
        message=evidence.message,
        start=evidence.start,
        end=evidence.end,
        indicator=evidence.indicator,
        action="withdrawn",
        by=by,
    )


@given(found=finding_sets)
@settings(max_examples=150, deadline=None)
def test_a_verdict_is_what_the_specification_makes_of_the_evidence(table, found):
    verdict = judge(evidence_of(found), table)
    cells = cells_of(found)

    assert (verdict.tier, verdict.rule) == decide(cells)
    assert verdict.cells == cells
    assert {rating.criterion: rating.level for rating in verdict.ratings} == {c: level(*cells[c]) for c in CRITERIA}
    assert verdict.open_criteria == tuple(criterion for criterion in CRITERIA if cells[criterion] == (0, 0))


@given(found=finding_sets)
@settings(max_examples=60, deadline=None)
def test_each_rating_names_its_own_evidence_and_all_of_it(table, found):
    verdict = judge(evidence_of(found), table)

    for rating in verdict.ratings:
        expected = [n for n, evidence in enumerate(verdict.evidence) if evidence.criterion == rating.criterion]
        assert list(rating.evidence) == expected
        assert verdict.rating(rating.criterion) == rating


@given(found=finding_sets, data=st.data())
@settings(max_examples=100, deadline=None)
def test_order_and_repetition_of_evidence_make_no_difference(table, found, data):
    evidence = evidence_of(found)
    repeated = evidence + data.draw(st.lists(st.sampled_from(evidence), max_size=8) if evidence else st.just([]))

    assert judge(data.draw(st.permutations(repeated)), table) == judge(evidence, table)


@given(found=finding_sets, data=st.data())
@settings(max_examples=100, deadline=None)
def test_saying_the_same_elsewhere_again_moves_neither_rating_nor_margin(table, found, data):
    again = data.draw(st.lists(st.sampled_from(sorted(found)), max_size=6)) if found else []
    elsewhere = [piece(*finding, start=3 * place, message=2) for place, finding in enumerate(again)]
    once, often = judge(evidence_of(found), table), judge(evidence_of(found) + elsewhere, table)

    assert often.cells == once.cells
    assert (often.rule, often.margin, often.settled) == (once.rule, once.margin, once.settled)
    assert often.counterfactual == once.counterfactual


def test_the_same_quote_twice_in_one_message_is_one_finding_with_two_places(table):
    once = judge([piece("waits_to_be_told", 3)], table)
    twice = judge([piece("waits_to_be_told", 3, start=0), piece("waits_to_be_told", 3, start=40)], table)

    assert len(twice.evidence) == 2
    assert twice.rating("autonomy").evidence == (0, 1)
    assert (twice.tier, twice.margin, twice.cells) == (once.tier, once.margin, once.cells)


@given(found=finding_sets, added=st.sampled_from(FINDINGS))
@settings(max_examples=300, deadline=None)
def test_one_more_piece_of_evidence_never_moves_the_tier_the_wrong_way_nor_back_to_not_enough(table, found, added):
    before = judge(evidence_of(found), table).tier
    after = judge([*evidence_of(found), piece(*added, message=9)], table).tier

    assert not is_break(rank(before), rank(after), POLARITY[added[0]])


@given(found=finding_sets, data=st.data())
@settings(max_examples=200, deadline=None)
def test_more_certainty_of_one_piece_never_moves_the_tier_the_wrong_way(table, found, data):
    if not found:
        return
    indicator, step = data.draw(st.sampled_from(sorted(found)))
    firmer = (found - {(indicator, step)}) | {(indicator, min(step + 1, 3))}
    before, after = judge(evidence_of(found), table).tier, judge(evidence_of(firmer), table).tier

    assert not is_break(rank(before), rank(after), POLARITY[indicator])


@pytest.mark.parametrize(
    ("found", "claimed"),
    [
        (CLAIMS, True),
        (CLAIMS | {("takes_ownership", 3)}, True),
        (CLAIMS | {("takes_ownership", 2), ("written_plan", 2), ("grows_leaders", 2)}, True),
        (CLAIMS | {("asks_to_teach", 3)}, False),
        (TEAM_THAT_RUNS_ITSELF, False),
        (PATTERN, False),
        (set(), False),
    ],
)
def test_a_verdict_says_when_core_strengths_were_claimed_and_none_was_shown(table, found, claimed):
    assert judge(evidence_of(found), table).claimed_not_shown is claimed


def test_withdrawn_evidence_no_longer_counts_and_the_outcome_as_read_is_kept(table):
    evidence = evidence_of(PATTERN)
    taken_back = [e for e in evidence if e.indicator in ("stalls_growth", "gives_answers")]
    corrected = judge(evidence, table, map(withdraw, taken_back))

    assert corrected.tier == tier_of({("waits_to_be_told", 3), ("manages_people_as_process", 2)})
    assert corrected.tier == "not_enough_evidence"
    assert (corrected.as_read.tier, corrected.as_read.rule) == ("serious_issue", "established_pattern")
    assert set(corrected.withdrawn) == set(taken_back)
    assert set(corrected.evidence) == set(evidence) - set(taken_back)


@given(found=finding_sets, data=st.data())
@settings(max_examples=100, deadline=None)
def test_a_corrected_verdict_is_the_verdict_on_the_evidence_that_is_left(table, found, data):
    evidence = evidence_of(found)
    gone = data.draw(st.sets(st.sampled_from(evidence))) if evidence else set()
    corrections = [withdraw(e) for e in data.draw(st.permutations(sorted(gone, key=lambda e: e.key)))]
    corrected = judge(evidence, table, corrections)
    left = judge([e for e in evidence if e not in gone], table)
    as_read = judge(evidence, table)

    same = {"withdrawn", "corrections", "as_read"}
    assert corrected.model_dump(exclude=same) == left.model_dump(exclude=same)
    assert (corrected.as_read.tier, corrected.as_read.rule) == (as_read.tier, as_read.rule)
    assert corrected.withdrawn == tuple(sorted(gone, key=lambda e: e.key))
    assert corrected.corrections == tuple(corrections)


def test_without_corrections_the_outcome_as_read_is_the_outcome(table):
    verdict = judge(evidence_of(PATTERN), table)

    assert (verdict.as_read.tier, verdict.as_read.rule) == (verdict.tier, verdict.rule)
    assert (verdict.withdrawn, verdict.corrections) == ((), ())


def test_a_confirmation_is_kept_and_leaves_the_evidence_as_it_is(table):
    evidence = evidence_of(PATTERN)
    confirmed = withdraw(evidence[0]).model_copy(update={"action": "confirmed"})
    verdict = judge(evidence, table, [confirmed])

    assert verdict.corrections == (confirmed,)
    assert (verdict.withdrawn, len(verdict.evidence)) == ((), len(evidence))
    assert verdict.model_copy(update={"corrections": ()}) == judge(evidence, table)


@pytest.mark.parametrize("change", [{"message": 5}, {"start": 1}, {"end": 99}, {"indicator": "asks_to_teach"}])
def test_a_withdrawal_of_something_that_was_not_read_takes_nothing_away(table, change):
    evidence = evidence_of(PATTERN)
    stray = withdraw(evidence[0]).model_copy(update=change)

    assert judge(evidence, table, [stray]).evidence == judge(evidence, table).evidence


def test_a_withdrawal_takes_back_one_place_and_not_the_same_said_elsewhere(table):
    here, there = piece("waits_to_be_told", 3, start=0), piece("waits_to_be_told", 3, start=40)

    assert judge([here, there], table, [withdraw(here)]).evidence == (there,)


def test_a_withdrawal_takes_back_every_certainty_read_at_its_place(table):
    hedged, shown = piece("waits_to_be_told", 1), piece("waits_to_be_told", 3)

    assert judge([hedged, shown], table, [withdraw(hedged)]).withdrawn == (hedged, shown)


def test_evidence_of_two_readers_at_one_place_is_listed_in_one_order(table):
    local, model = piece("waits_to_be_told", 3, reader="local"), piece("waits_to_be_told", 3, reader="model")

    assert judge([model, local], table).evidence == judge([local, model], table).evidence == (local, model)
