import pytest
from cli_parts import GERMAN, HARM
from hypothesis import given
from hypothesis import strategies as st
from label_parts import LOAVES, PLAIN, WAIT, assessed, conversation, talks

from coach.evaluation.sampling import draw, sentences_of, words_sha256


def said_in(table, *conversations):
    return [said for assessment in assessed(table, *conversations) for said in sentences_of(assessment)]


@pytest.fixture(scope="module")
def sentences(table):
    return said_in(table, *talks(4, [WAIT, LOAVES, PLAIN, *(f"Number {n} is a plain street." for n in range(20))]))


def drawn(sentences, size, seed=1):
    return draw(sentences, size, seed, "r", "0" * 64)


def test_a_sentence_comes_with_the_question_what_was_said_before_it_and_what_was_heard(table):
    first, second = said_in(table, conversation("c", f"Well, it is busy. {PLAIN}"))

    assert (second.coach, second.before, second.text) == (
        "What happens when you are away?",
        "Well, it is busy. ",
        PLAIN,
    )
    assert not first.heard
    assert said_in(table, conversation("c", LOAVES))[0].heard == {"gives_answers": "shown"}


def test_half_are_sentences_with_evidence_and_half_are_without(sentences):
    sample = drawn(sentences, 10)

    assert [item.heard for item in sample.drawn].count(True) == 5
    assert (sample.with_evidence, sample.without_evidence) == (8, 84)


def test_where_one_kind_runs_short_the_other_makes_up_for_it(sentences):
    sample = drawn(sentences, 40)

    assert len(sample.drawn) == 40
    assert sum(item.heard for item in sample.drawn) == 8


def test_no_more_is_drawn_than_there_is(sentences):
    assert len(drawn(sentences, 1000).drawn) == len(sentences)


@given(st.randoms(use_true_random=False), st.integers(0, 99), st.integers(1, 30))
def test_the_sample_depends_on_seed_and_size_and_not_on_the_order_of_the_files(sentences, chance, seed, size):
    shuffled = list(sentences)
    chance.shuffle(shuffled)

    assert drawn(shuffled, size, seed) == drawn(sentences, size, seed)


def test_another_seed_draws_other_sentences(sentences):
    assert drawn(sentences, 10, 1).drawn != drawn(sentences, 10, 2).drawn


@given(st.integers(2, 60), st.data())
def test_the_weights_of_what_was_answered_add_up_to_all_sentences(sentences, size, data):
    sample = drawn(sentences, size)
    places = [item.place for item in sample.drawn]
    answered = places[: data.draw(st.integers(1, len(places)))]
    strata = {item.heard for item in sample.drawn if item.place in answered}

    whole = sum({True: sample.with_evidence, False: sample.without_evidence}[heard] for heard in strata)
    assert sum(sample.weights(answered).values()) == pytest.approx(whole)


def test_a_disclosure_of_harm_and_the_answer_after_it_are_not_shown_to_anybody(table):
    found = said_in(table, conversation("c", WAIT, HARM, PLAIN, LOAVES))

    assert [said.text for said in found] == [WAIT, LOAVES]


def test_a_conversation_that_is_not_scored_has_no_sentences_to_draw(coach):
    assert list(sentences_of(coach.assess(conversation("german", GERMAN)))) == []


def test_the_hash_of_the_words_changes_with_a_word_and_not_with_the_order_of_conversations():
    one, two = conversation("a", WAIT), conversation("b", PLAIN)

    assert words_sha256([one, two]) == words_sha256([two, one])
    assert words_sha256([one, two]) != words_sha256([one, conversation("b", LOAVES)])
