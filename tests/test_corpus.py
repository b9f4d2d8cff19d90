"""The corpus keeps what its guide and its readers rely on."""

import re
from collections import Counter
from statistics import mean

import pytest

from coach.corpus import exchanges

SPLITS = ("train", "validation", "test")
CORPUS = {split: list(exchanges(split)) for split in SPLITS}
SENTENCES = {split: [s for exchange in CORPUS[split] for s in exchange.sentences] for split in SPLITS}
ALL = [sentence for split in SPLITS for sentence in SENTENCES[split]]


def words(text):
    return " ".join(re.findall(r"\w+", text.lower()))


def test_no_hand_and_no_scenario_is_in_two_splits():
    for key in ("author", "scenario"):
        found = [{getattr(exchange, key) for exchange in CORPUS[split]} for split in SPLITS]
        assert not found[0] & found[1] | found[0] & found[2] | found[1] & found[2]


def test_there_are_enough_sentences_industries_and_whole_conversations():
    assert len(SENTENCES["train"]) >= 12_000
    assert len(SENTENCES["test"]) >= 1_200
    assert len({exchange.industry for split in SPLITS for exchange in CORPUS[split]}) >= 25
    assert len({exchange.scenario for exchange in CORPUS["test"]}) >= 60
    assert all(exchange.tier for exchange in CORPUS["test"])


def test_labels_are_the_rubrics_and_their_words_are_the_sentences(rubric):
    for sentence in ALL:
        for label in sentence.labels:
            assert label.indicator in rubric.vocabulary
            assert label.quote.strip()
            assert label.quote in sentence.text


@pytest.mark.parametrize("split", SPLITS)
def test_nearly_half_carry_no_evidence_and_are_no_shorter(split):
    bare = [s for s in SENTENCES[split] if not s.labels]
    full = [s for s in SENTENCES[split] if s.labels]

    assert 0.45 <= len(bare) / len(SENTENCES[split]) <= 0.55
    assert mean(len(s.text.split()) for s in bare) == pytest.approx(mean(len(s.text.split()) for s in full), rel=0.12)


@pytest.mark.parametrize(("split", "fewest"), [("train", 150), ("validation", 25), ("test", 20)])
def test_every_indicator_is_heard_often_enough(rubric, split, fewest):
    heard = Counter(label.indicator for s in SENTENCES[split] for label in s.labels)

    assert all(heard[indicator] >= fewest for indicator in rubric.vocabulary), heard


def test_no_longer_sentence_is_written_twice():
    said = Counter(words(s.text) for s in ALL if len(s.text.split()) > 5)

    assert [text for text, times in said.items() if times > 1] == []
