import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from coach.build import ENCODER
from coach.reading.windows import BEFORE_TOKENS, QUESTION_TOKENS, SENTENCE_TOKENS, WINDOW_TOKENS, Windows
from coach.settings import data_path

WORDS = st.sampled_from(
    ["they", "wait", "for", "me", "Priya", "decided", "on", "Friday,", "naïve", "👩\u200d💻", "x" * 40]
)
SENTENCES = st.lists(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), max_size=20)


@pytest.fixture(scope="module")
def tokenizer():
    return Tokenizer.from_file(str(data_path("knowledge") / "models" / ENCODER / "tokenizer.json"))


@pytest.fixture(scope="module")
def windows(tokenizer):
    return Windows(tokenizer)


@settings(deadline=None, max_examples=100)
@given(question=st.lists(WORDS, max_size=80).map(" ".join), sentences=SENTENCES, said=st.lists(WORDS, max_size=80))
def test_every_sentence_is_in_one_window_in_order_and_no_window_is_too_long(windows, question, sentences, said):
    found = windows.of(question, sentences, " ".join(said))

    assert sum(len(window.spans) for window in found) == len(sentences)
    for window in found:
        assert (
            len(window.ids)
            == len(window.types)
            <= max(WINDOW_TOKENS, QUESTION_TOKENS + BEFORE_TOKENS + SENTENCE_TOKENS + 4)
        )
        ends = [-1]
        for first, last in window.spans:
            assert ends[-1] < first <= last < len(window.ids)
            assert last - first <= SENTENCE_TOKENS
            ends.append(last)


@settings(deadline=None, max_examples=50)
@given(sentences=SENTENCES.filter(bool))
def test_the_tokens_of_a_sentence_are_its_own_and_their_offsets_lie_within_it(windows, tokenizer, sentences):
    found = windows.of("What happens?", sentences)
    texts = iter(sentences)

    for window in found:
        for (first, last), offsets in zip(window.spans, window.offsets, strict=True):
            text = next(texts)
            assert window.ids[first:last] == tokenizer.encode(text, add_special_tokens=False).ids[:SENTENCE_TOKENS]
            assert all(0 <= start <= end <= len(text) for start, end in offsets)
            assert len(offsets) == last - first


def test_only_the_managers_sentences_are_marked_as_theirs(windows):
    (window,) = windows.of("Who decides?", ["Me.", "Mostly."], said="Well.")
    (first, _), (_, last) = window.spans

    assert window.types == [0] * first + [1] * (last + 1 - first)


def test_the_question_counts_by_its_end(windows):
    long = "You said a lot about your team. " * 20 + "Who decides on discounts?"
    short = " ".join(long.split()[-QUESTION_TOKENS:])

    assert windows.of(long, ["Me."])[0].ids == windows.of(short, ["Me."])[0].ids


def test_another_question_gives_other_tokens(windows):
    assert windows.of("Who decides?", ["Me."]) != windows.of("Who asks?", ["Me."])


def test_a_window_that_is_full_is_followed_by_one_that_begins_with_what_was_said(windows, tokenizer):
    sentences = [f"On day {n} they brought me every single quote again and waited for hours." for n in range(40)]
    first, second = windows.of("What happens?", sentences)[:2]
    before = [
        id_ for text in sentences[: len(first.spans)] for id_ in tokenizer.encode(text, add_special_tokens=False).ids
    ]

    assert [id_ for id_, own in zip(second.ids, second.types, strict=True) if not own][-BEFORE_TOKENS - 1 : -1] == (
        before[-BEFORE_TOKENS:]
    )


def test_nothing_said_has_no_window(windows):
    assert windows.of("What happens?", []) == []
