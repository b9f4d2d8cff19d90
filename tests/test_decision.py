import random
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from naive_rubric import CELLS, CORE, CRITERIA, FINDINGS, POLARITY, cells_of, decide, level

from coach.decision import DecisionTable, TooManyStatesError
from coach.rubric import Count, Criterion, Rule

CONCERNS = [finding for finding in FINDINGS if POLARITY[finding[0]] == "concern"]
STRENGTHS = [finding for finding in FINDINGS if POLARITY[finding[0]] == "strength"]
finding_sets = st.one_of(
    st.sets(st.sampled_from(FINDINGS), max_size=20),
    st.sets(st.sampled_from(CONCERNS), max_size=12),
    st.sets(st.sampled_from(STRENGTHS), max_size=12),
)
whole_states = st.tuples(*[st.sampled_from(CELLS)] * 9).map(lambda cells: dict(zip(CRITERIA, cells, strict=True)))


def engine(table, cells):
    rule = table.rubric.rules[table.rule(cells)]
    return rule.tier, rule.id


@pytest.mark.parametrize("cell", CELLS)
def test_each_cell_of_the_grid_has_the_level_of_the_specification(rubric, cell):
    assert rubric.level(cell) == level(*cell)


@given(findings=finding_sets)
@settings(max_examples=500, deadline=None)
@example(findings=set())
def test_the_table_decides_as_the_specification_on_random_findings(table, findings):
    cells = cells_of(findings)

    assert engine(table, cells) == decide(cells)


@given(cells=whole_states)
@settings(max_examples=500, deadline=None)
def test_the_table_decides_as_the_specification_on_random_states_of_all_criteria(table, cells):
    assert engine(table, cells) == decide(cells)


def test_the_table_decides_as_the_specification_in_every_state_up_to_the_order_of_like_criteria(table):
    # One cell for each thing the specification tells apart: a hint of concern and mixed count alike, a
    # strength may outweigh a hedged concern, and whether it was shown matters in the core only.
    elsewhere_kinds = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 0)]
    core_kinds = [*elsewhere_kinds, (0, 3), (1, 3)]
    others = [criterion for criterion in CRITERIA if criterion not in CORE and criterion != "growth"]
    wrong, seen = [], set()
    for in_core, elsewhere, growth in product(
        combinations_with_replacement(core_kinds, 3),
        combinations_with_replacement(elsewhere_kinds, 5),
        elsewhere_kinds,
    ):
        cells = {**dict(zip(CORE, in_core, strict=True)), **dict(zip(others, elsewhere, strict=True)), "growth": growth}
        expected = decide(cells)
        seen.add(expected[1])
        if engine(table, cells) != expected:
            wrong.append(cells)

    assert wrong == []
    assert len(seen) == 5


@given(cells=whole_states, asked=st.sets(st.sampled_from(CRITERIA), max_size=4).map(sorted), data=st.data())
@settings(max_examples=200, deadline=None)
def test_supposing_answers_gives_what_looking_them_up_gives(table, cells, asked, data):
    answers = [data.draw(st.sampled_from(CELLS)) for _ in asked]
    supposed = {**cells, **dict(zip(asked, answers, strict=True))}

    assert table.outcomes(cells, asked)(answers) == table.rule(supposed)


@pytest.mark.parametrize("criterion", CRITERIA)
@given(cells=whole_states)
@settings(max_examples=40, deadline=None)
def test_the_possible_answers_on_a_criterion_lead_to_every_rule_that_any_cell_leads_to(table, criterion, cells):
    every = {table.rule({**cells, criterion: cell}) for cell in CELLS}

    assert {table.rule({**cells, criterion: cell}) for cell in table.answers(criterion)} == every


def test_of_all_possible_answers_one_is_nothing_heard(table):
    assert all((0, 0) in table.answers(criterion) for criterion in CRITERIA)


@pytest.mark.parametrize("tier", ["serious_issue", "cause_for_concern", "under_control", "not_enough_evidence"])
def test_the_cheapest_way_is_the_cheapest_of_all_ways(table, tier):
    chance = random.Random(tier)
    for _ in range(12):
        few = chance.sample(CRITERIA, 5)
        costs = {
            criterion: {cell: chance.randint(0, 9) for cell in chance.sample(CELLS, 3 if criterion in few else 1)}
            for criterion in CRITERIA
        }
        ways = []
        for chosen in product(*(costs[criterion] for criterion in CRITERIA)):
            cells = dict(zip(CRITERIA, chosen, strict=True))
            if decide(cells)[0] == tier:
                ways.append(sum(costs[criterion][cell] for criterion, cell in cells.items()))

        found = table.cheapest(costs, lambda rule: table.tier(rule) == tier)

        assert (found.cost if found else None) == (min(ways) if ways else None)
        if found:
            assert decide(found.cells)[0] == tier
            assert sum(costs[criterion][cell] for criterion, cell in found.cells.items()) == found.cost


def test_a_compiled_rubric_is_the_same_when_compiled_again(rubric, table):
    again = DecisionTable(rubric)

    assert (again.fired, again.strides) == (table.fired, table.strides)


def test_a_rubric_that_tells_too_many_criteria_apart_is_refused_instead_of_walked(rubric):
    levels = ("concern", "hint_of_concern", "unknown", "mixed", "hint_of_strength", "strength")
    criteria = [Criterion(**{**rubric.criteria[0].model_dump(), "id": f"c{n}"}) for n in range(9)]
    counts = [Count(count=found, among=(c.id,), at_least=1) for c in criteria for found in levels]
    apart = Rule(id="apart", tier="serious_issue", when=tuple(counts), because="all at once")
    wide = rubric.model_copy(update={"criteria": tuple(criteria), "rules": (apart,)})

    with pytest.raises(TooManyStatesError, match="too many criteria apart"):
        DecisionTable(wide)
