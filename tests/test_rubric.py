import pytest
from naive_rubric import CORE, CRITERIA, CRITERION, POLARITY
from pydantic import ValidationError

from coach.rubric import CELLS, AnyOf, Count, Level, Rubric, Rule


def count(what, number, **bound):
    made = Count(count=what, **bound)
    return made.holds({made.tally: number})


def test_the_shipped_criteria_and_indicators_are_those_of_the_specification(rubric):
    assert [criterion.id for criterion in rubric.criteria] == CRITERIA
    assert [criterion.id for criterion in rubric.criteria if criterion.core] == CORE
    assert {name: (i.criterion, i.polarity) for name, i in rubric.vocabulary.items()} == {
        name: (CRITERION[name], POLARITY[name]) for name in CRITERION
    }


def test_the_shipped_tiers_are_those_of_the_specification(rubric):
    assert {tier.id: (tier.title, rubric.rank(tier.id)) for tier in rubric.tiers} == {
        "serious_issue": ("Serious Issue", 0),
        "cause_for_concern": ("Cause for Concern", 1),
        "under_control": ("Seems Under Control", 2),
        "not_enough_evidence": ("Not Enough Evidence Yet", None),
    }
    assert rubric.tier_of["under_control"].title == "Seems Under Control"


def test_an_unknown_tier_has_no_rank(rubric):
    assert rubric.rank("splendid") is None


@pytest.mark.parametrize(("number", "holds"), [(1, False), (2, True), (3, True)])
def test_at_least_is_a_lower_bound_that_counts_itself(number, holds):
    assert count("concern", number, at_least=2) is holds


@pytest.mark.parametrize(("number", "holds"), [(1, True), (2, True), (3, False)])
def test_at_most_is_an_upper_bound_that_counts_itself(number, holds):
    assert count("concern", number, at_most=2) is holds


@pytest.mark.parametrize(
    "bounds",
    [{}, {"at_least": 1, "at_most": 2}, {"at_least": 0}, {"at_most": -1}, {"at_least": 1.5}, {"at_least": 1, "x": 1}],
)
def test_a_count_has_exactly_one_sensible_bound(bounds):
    with pytest.raises(ValidationError):
        Count(count="concern", **bounds)


@pytest.mark.parametrize("what", ["rumour", (), ("concern", "rumour"), None])
def test_a_count_counts_known_states_only(what):
    with pytest.raises(ValidationError):
        Count(count=what, at_least=1)


def test_one_state_may_be_written_without_a_list():
    assert Count(count="concern", at_least=1) == Count(count=("concern",), at_least=1)


@pytest.mark.parametrize(("counted", "holds"), [((0, 0), False), ((1, 0), True), ((0, 1), True), ((1, 1), True)])
def test_any_holds_when_one_of_its_counts_does(counted, holds):
    first, second = Count(count="concern", at_least=1), Count(count="strength", at_least=1)

    assert AnyOf(any=(first, second)).holds(dict(zip((first.tally, second.tally), counted, strict=True))) is holds


@pytest.mark.parametrize(("counted", "holds"), [((0, 0), False), ((1, 0), False), ((0, 1), False), ((1, 1), True)])
def test_a_rule_holds_when_all_its_conditions_do(counted, holds):
    conditions = (Count(count="concern", at_least=1), Count(count="strength", at_least=1))
    rule = Rule(id="r", tier="t", when=conditions, because="b")

    assert rule.holds(dict(zip((c.tally for c in conditions), counted, strict=True))) is holds


def test_a_rule_without_conditions_always_holds():
    assert Rule(id="r", tier="t", because="b").holds({})


def test_a_rule_knows_the_counts_inside_any():
    one, two, three = (Count(count="concern", at_least=n) for n in (1, 2, 3))

    assert Rule(id="r", tier="t", when=(AnyOf(any=(one, two)), three), because="b").counts() == (one, two, three)


@pytest.mark.parametrize("cell", CELLS)
def test_a_criterion_is_heard_unless_nothing_was_said_about_it(rubric, cell):
    assert ("heard" in rubric.states(cell)) is (cell != (0, 0))


@pytest.mark.parametrize("cell", CELLS)
def test_any_concern_is_counted_even_where_a_strength_outweighs_it(rubric, cell):
    assert ("any_concern" in rubric.states(cell)) is (cell[0] > 0)


@pytest.mark.parametrize("cell", CELLS)
def test_a_strength_counts_as_shown_when_it_is_the_level_and_shown(rubric, cell):
    assert ("strength_shown" in rubric.states(cell)) is (cell in [(0, 3), (1, 3)])


@pytest.mark.parametrize("cell", CELLS)
def test_each_cell_has_exactly_one_level_among_its_states(rubric, cell):
    assert rubric.states(cell) & set(Level) == {rubric.level(cell)}


@pytest.mark.parametrize(
    ("among", "looked_at"), [("all", 9), ("core", 3), (("growth",), 1), (("growth", "autonomy"), 2), ((), 0)]
)
def test_a_count_looks_at_all_core_or_named_criteria(rubric, among, looked_at):
    assert sum(rubric.is_among(criterion, among) for criterion in rubric.criteria) == looked_at


@pytest.mark.parametrize("missing", ["version", "criteria", "levels", "tiers", "rules"])
def test_no_part_of_a_rubric_may_be_missing(rubric, missing):
    parts = {name: part for name, part in rubric.model_dump().items() if name != missing}

    with pytest.raises(ValidationError, match=missing):
        Rubric(**parts)


@pytest.mark.parametrize("empty", ["criteria", "tiers", "rules"])
def test_a_rubric_without_criteria_tiers_or_rules_is_none(rubric, empty):
    with pytest.raises(ValidationError, match=empty):
        Rubric(**{**rubric.model_dump(), empty: ()})


def test_a_criterion_without_indicators_is_none(rubric):
    with pytest.raises(ValidationError, match="indicators"):
        type(rubric.criteria[0])(id="x", title="X", core=True, indicators=())


def test_a_rubric_cannot_be_changed(rubric):
    with pytest.raises(ValidationError, match="frozen"):
        rubric.version = "2"
