"""The labelled set as it is shipped, and what the shipped search must reach on it."""

import re
from collections import Counter
from statistics import fmean

import pytest

from coach.evaluation.labels import load_queries, load_second_labels
from coach.evaluation.retrieval import answerable, rankings, scores, subjects
from coach.retrieval.embedder import OnnxEmbeddings
from coach.retrieval.index import PassageIndex
from coach.retrieval.passages import load_guide
from coach.settings import data_path

RUN = 5  # words


@pytest.fixture(scope="module")
def guide():
    return load_guide(data_path("knowledge") / "guide")


@pytest.fixture(scope="module")
def queries(guide, rubric):
    path = data_path("evals") / "retrieval" / "queries.jsonl"
    return load_queries(path, {passage.id for passage in guide}, {criterion.id for criterion in rubric.criteria})


@pytest.fixture(scope="module")
def found(guide, queries, encoder, tmp_path_factory):
    index = PassageIndex(tmp_path_factory.mktemp("index"), guide, OnnxEmbeddings(encoder), encoder.sha256)
    return rankings(index, queries)


def ndcg(way, queries):
    return fmean(scores({name: [hit.passage.id for hit in hits] for name, hits in way.items()}, queries)["nDCG@10"])


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def test_there_are_enough_queries_of_every_kind(queries, rubric):
    kinds = Counter(query.kind for query in queries)
    assert sum(kinds.values()) - kinds["off_topic"] >= 90
    assert kinds["off_topic"] >= 25
    assert min(kinds.values()) >= 10
    assert min(Counter(query.criterion for query in queries if query.criterion).values()) >= 8


def test_both_halves_hold_every_criterion_and_off_topic_queries(queries):
    subjects = [
        {(q.criterion, q.kind == "off_topic") for q in queries if q.half == half} for half in ("tuning", "held_out")
    ]
    assert subjects[0] == subjects[1]


def test_no_query_borrows_five_words_in_a_row_from_a_passage(queries, guide):
    lifted = set().union(*(runs(f"{passage.title}\n{passage.text}") for passage in guide))
    assert not [query.query for query in queries if runs(query.query) & lifted]


def test_a_third_of_the_queries_that_have_an_answer_is_labelled_twice(queries, guide):
    first = {query.id: query for query in queries}
    path = data_path("evals") / "retrieval" / "second-labels.jsonl"
    second = load_second_labels(path, first, {passage.id for passage in guide})
    assert 3 * len(second) >= sum(bool(query.relevant) for query in queries)


def test_meaning_and_words_together_find_more_than_either(found, queries):
    assert ndcg(found.shipped, queries) > max(ndcg(found.meaning, queries), ndcg(found.words, queries))


def test_the_shipped_search_is_as_good_as_it_was(found, queries):
    assert ndcg(found.shipped, queries) >= 0.6


def test_the_subject_is_named_rightly_on_the_held_out_half(found, queries):
    told = subjects(found.shipped, queries)
    assert told.right >= 0.85 * told.said
    assert told.said >= 0.3 * told.asked
    assert told.wrongly <= 0.1 * told.others


def test_what_the_guide_does_not_answer_is_told_on_the_held_out_half(found, queries):
    told = answerable(found.shipped, queries)
    assert told.right >= 0.9 * told.asked
    assert told.right >= 0.9 * (told.right + told.wrongly)
