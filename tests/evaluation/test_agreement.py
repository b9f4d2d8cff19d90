import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.evaluation.agreement import (
    FEWEST_CONVERSATIONS,
    FEWEST_HEARD,
    FEWEST_SENTENCES,
    Pair,
    agreement,
    f1,
    kappa,
    kappa_interval,
)
from coach.evaluation.sampling import SentencePlace
from coach.evidence import Certainty

counts = st.tuples(*[st.integers(0, 50).map(float)] * 4)
WAITS = {"waits_to_be_told": Certainty.STATED}
TELLS = {"gives_answers": Certainty.SHOWN}
TEACHES = {"asks_to_teach": Certainty.HEDGED}


def pair(one, other, number=0, weight=1.0, conversation="c"):
    place = SentencePlace(conversation=conversation, message=number, start=0, end=9)
    return Pair(place, weight, one, other)


def pairs_of(*kinds, conversations=1):
    """So many sentences of each kind, dealt out over conversations: (number, one, other)."""
    dealt = [(one, other) for number, one, other in kinds for _ in range(number)]
    return [pair(*labels, n, conversation=f"c{n % conversations:02}") for n, labels in enumerate(dealt)]


def test_kappa_and_f1_are_those_computed_by_hand():
    assert kappa((20, 5, 10, 15)) == pytest.approx(0.4)  # p_o = 35/50, p_e = 0.5 · 0.6 + 0.5 · 0.4
    assert kappa((45, 15, 25, 15)) == pytest.approx(0.1304, abs=1e-4)  # p_o = 0.6, p_e = 0.6 · 0.7 + 0.4 · 0.3
    assert f1((20, 5, 10, 15)) == pytest.approx(40 / 55)


@given(counts)
def test_kappa_lies_between_minus_one_and_one_and_is_one_only_without_disagreement(cells):
    value = kappa(cells)
    _, first, second, _ = cells
    if value is not None:
        assert -1 <= value <= 1
        assert (value == 1) == (first == second == 0)


@given(counts, st.floats(0.1, 100))
def test_neither_changes_with_who_is_first_nor_with_the_unit_of_the_weights(cells, unit):
    both, first, second, neither = cells
    for measure in (kappa, f1):
        value = measure(cells)
        swapped, scaled = measure((both, second, first, neither)), measure(tuple(unit * cell for cell in cells))
        assert (swapped, scaled) == (value, value if value is None else pytest.approx(value))


@given(counts)
def test_kappa_is_nought_where_the_two_have_nothing_to_do_with_each_other(cells):
    (a, b), (c, d) = cells[:2], cells[2:]
    value = kappa((a * c, a * d, b * c, b * d))
    assert value is None or value == pytest.approx(0)


def test_where_both_give_one_and_the_same_answer_everywhere_kappa_is_not_defined():
    assert kappa((7, 0, 0, 0)) is None
    assert kappa((0, 0, 0, 7)) is None
    assert f1((0, 0, 0, 7)) is None


def test_figures_weigh_each_sentence_by_how_many_it_stands_for(rubric):
    pairs = [pair(WAITS, WAITS, n, weight=2) for n in range(10)] + [pair({}, {}, n, weight=1) for n in range(10, 20)]
    pairs += [pair({}, WAITS, n, weight=4) for n in range(20, 30)]
    agreed = agreement(pairs, rubric.vocabulary)

    assert agreed.f1 == pytest.approx(40 / (40 + 40))
    assert agreed.kappa == pytest.approx(kappa((20, 0, 40, 10)))
    assert agreed.micro_f1 == pytest.approx(40 / 80)


def test_which_indicators_is_asked_apart_from_whether_there_is_evidence(rubric):
    agreed = agreement(pairs_of((20, WAITS, TELLS), (20, {}, {})), rubric.vocabulary)

    assert (agreed.f1, agreed.kappa, agreed.micro_f1) == (1, 1, 0)


def test_each_indicator_is_counted_and_has_a_kappa_where_it_was_heard_often_enough(rubric):
    enough = pairs_of((FEWEST_HEARD - 4, WAITS, WAITS), (2, WAITS, {}), (2, {}, WAITS), (40, {}, {}), (3, TELLS, TELLS))
    rows = {row.indicator: row for row in agreement(enough, rubric.vocabulary).indicators}

    assert list(rows) == list(rubric.vocabulary)
    assert rows["waits_to_be_told"][1:4] == (8, 8, 6)
    assert rows["waits_to_be_told"].kappa == pytest.approx(kappa((6, 2, 2, 43)))
    assert rows["gives_answers"][1:] == (3, 3, 3, None)


def test_too_few_sentences_give_counts_and_no_figures(rubric):
    agreed = agreement(pairs_of((FEWEST_SENTENCES - 1, WAITS, WAITS)), rubric.vocabulary)

    assert (agreed.f1, agreed.kappa, agreed.micro_f1, agreed.interval) == (None, None, None, None)
    assert all(row.kappa is None for row in agreed.indicators)
    assert agreed.indicators[0].both == FEWEST_SENTENCES - 1


@pytest.mark.parametrize("conversations", [FEWEST_CONVERSATIONS - 1, FEWEST_CONVERSATIONS])
def test_an_interval_needs_enough_conversations(rubric, conversations):
    pairs = pairs_of((30, WAITS, WAITS), (9, WAITS, {}), (30, {}, {}), conversations=conversations)
    agreed = agreement(pairs, rubric.vocabulary)

    assert (agreed.interval is not None) == (conversations == FEWEST_CONVERSATIONS)


def test_the_interval_holds_the_kappa_and_is_the_same_every_time_and_in_any_order():
    pairs = pairs_of((31, WAITS, WAITS), (9, WAITS, {}), (7, {}, WAITS), (53, {}, {}), conversations=20)
    interval = kappa_interval(pairs)

    assert kappa_interval(pairs[::-1]) == interval
    assert 0.4 < interval.low < kappa((31, 9, 7, 53)) < interval.high < 0.9


def test_sentences_that_agree_within_conversations_and_not_between_them_make_the_interval_wider():
    apart = pairs_of((60, WAITS, WAITS), (20, WAITS, {}), (60, {}, {}), conversations=20)
    together = [
        p._replace(place=p.place.model_copy(update={"conversation": f"c{n // 7:02}"})) for n, p in enumerate(apart)
    ]

    assert kappa_interval(together).high - kappa_interval(together).low > 1.5 * (
        kappa_interval(apart).high - kappa_interval(apart).low
    )


def test_certainties_are_compared_where_both_heard_the_same(rubric):
    hedged, shown = {"waits_to_be_told": Certainty.HEDGED}, {"waits_to_be_told": Certainty.SHOWN}
    pairs = pairs_of((3, WAITS, WAITS), (2, WAITS, hedged), (1, hedged, shown), (5, TELLS, WAITS))

    assert agreement(pairs, rubric.vocabulary).steps == (3, 2, 1)


def test_opposite_is_a_concern_to_one_and_a_strength_to_the_other(rubric):
    pairs = [
        pair(TELLS, TEACHES, 0),
        pair(TELLS | TEACHES, TEACHES, 1),
        pair(TELLS, {}, 2),
        pair(TELLS, WAITS, 3),
        pair(TEACHES, WAITS, 4),
    ]

    assert [place.message for place in agreement(pairs, rubric.vocabulary).opposite] == [0, 4]
