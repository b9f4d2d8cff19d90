import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.evaluation.ranking import interval, ndcg_at, rank_fusion, recall_at, reciprocal_rank

RELEVANT = {"answer": 2, "another": 2, "related": 1}
names = st.lists(st.sampled_from([*RELEVANT, "x", "y", "z"]), unique=True)


def test_recall_counts_what_answers_not_what_is_related():
    assert recall_at(["related", "answer", "x", "another"], RELEVANT) == 0.5


def test_recall_asks_for_no_more_than_the_cut_can_hold():
    assert recall_at(["a", "b", "c"], dict.fromkeys("abcde", 2)) == 1


def test_ndcg_is_one_for_the_best_order_and_follows_its_formula():
    assert ndcg_at(["answer", "another", "related"], RELEVANT) == 1
    assert ndcg_at(["x", "answer"], {"answer": 2}) == pytest.approx(0.6309, abs=1e-4)  # 1 / log2(3)
    assert ndcg_at(["related"], {"related": 1, "answer": 2}) == pytest.approx(1 / (3 + 0.6309), abs=1e-4)


def test_reciprocal_rank_is_that_of_the_first_answer():
    assert reciprocal_rank(["related", "x", "another", "answer"], RELEVANT) == pytest.approx(1 / 3)
    assert reciprocal_rank(["related"], RELEVANT) == 0


@given(names)
def test_every_measure_lies_between_none_and_all(ranking):
    for measure in (recall_at, ndcg_at, reciprocal_rank):
        assert 0 <= measure(ranking, RELEVANT) <= 1 + 1e-12


@given(names, st.data())
def test_putting_an_answer_first_never_lowers_a_measure(ranking, data):
    better = ["answer", *(name for name in ranking if name != "answer")]
    for measure in (recall_at, ndcg_at, reciprocal_rank):
        assert measure(better, RELEVANT) >= measure(ranking, RELEVANT) - 1e-12


def test_rank_fusion_prefers_what_both_rankings_hold_and_breaks_ties_by_id():
    assert rank_fusion([["b", "c"], ["a", "c"]]) == ["c", "a", "b"]


def test_an_interval_is_the_same_every_time_and_holds_the_mean():
    values = [0.0, 0.2, 0.4, 1.0] * 10
    low, high = interval(values)
    assert interval(values) == (low, high)
    assert 0.2 < low < 0.4 < high < 0.6


def test_the_interval_of_equal_values_is_that_value():
    assert interval([0.5] * 9) == (0.5, 0.5)
