"""The little language in which harms are written, and how its phrases are found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.harm.classes import CLASSES, COMMON, NAMED, entries, forms
from coach.harm.phrase import Either, NoneOf, OneOf, UpTo, advance, covered
from coach.harm.tokens import tokens
from coach.harm.vocabulary import WORD, Vocabulary


def found(line, text, names=None):
    vocabulary = Vocabulary(CLASSES, NAMED, forms, COMMON)
    (phrase,) = vocabulary.phrases(line, names or {})
    masks = vocabulary.masks(tokens(text))
    return bool(advance(phrase, masks[WORD], masks))


@pytest.mark.parametrize(
    ("line", "text", "there"),
    [
        ("hit him", "You hit him.", True),
        ("hit him", "You hit. Him?", False),
        ("<hit> him", "She was hitting him", True),
        ("<slap> him", "I slaped him", True),
        ("suicid*", "a suicidal man", True),
        ("THROW it", "they flung it", True),
        ("(cry | break down)", "I break down", True),
        ("(really)? cry", "I cry", True),
        ("on? fire", "fire", True),
        ("i ~ cry", "I have really just started cry", True),
        ("i ~ cry", "I saw him cry", False),
        ("i .. cry", "I saw him cry", True),
        ("i .. cry", "I saw him, cry", False),
        ("i .. cry", "I saw one two three cry", False),
        ("i ... cry", "I came home, sat down and cry", True),
        ("i ... cry", "I came home. They cry", False),
        ("i ... cry", "I do not cry", False),
        ("i SAME*9 cry", "I came home and he would cry", False),
        ("can not cope $", "I can't cope.", True),
        ("can not cope $", "I can't cope because of you", True),
        ("can not cope $", "I can't cope with spreadsheets", False),
        ("burnt out !(of | the toast)", "burnt out the lamp", True),
        ("burnt out !(of | the toast)", "burnt out the toast", False),
        ("one two\n    three", "one two three", True),
        ("# one\ntwo", "two", True),
        ("WHO DOES it", "Priya did it", True),
    ],
)
def test_a_phrase_is_found_or_not(line, text, there):
    assert found(line, text, {"DOES": "(<do> | did)"}) is there


@pytest.mark.parametrize("line", ["(a | b", "a | b", "a) b", "NOSUCHCLASS", "a & b"])
def test_a_phrase_that_cannot_be_read_is_refused_with_its_line(line):
    with pytest.raises(ValueError, match=re.escape(line)):
        Vocabulary(CLASSES, NAMED, forms, COMMON).phrases(line, {})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I can't", ["i", "can", "not"]),
        ("dont, pls", ["do", "not", ",", "pls"]),
        ("Dave’s here\nok", ["dave", "'s", "here", ".", "ok"]),
    ],
)
def test_words_are_cut_the_same_way_however_they_are_typed(text, words):
    assert [token[0] for token in tokens(text)] == words


def test_a_name_is_known_by_its_capital_or_as_a_first_name():
    assert all("<name>" in tokens(text)[1] for text in ("ask Xolani", "ask priya"))
    assert not any("<name>" in token for text in ("On Monday", "ask HR") for token in tokens(text))


def test_an_entry_goes_on_in_lines_that_are_set_in():
    assert entries("\nA: b c\n    d\nE: f\n") == {"A": "b c d", "E": "f"}


ITEMS = st.recursive(
    st.builds(OneOf, st.integers(0, 3)) | st.builds(UpTo, st.integers(1, 3), st.integers(0, 3)),
    lambda item: (
        st.builds(Either, st.tuples(st.tuples(item), st.tuples(item, item)))
        | st.builds(NoneOf, st.tuples(st.tuples(item)))
    ),
    max_leaves=4,
)


def ends(phrase, start, masks, length):
    """Return where the phrase ends if it begins at `start`, by trying everything."""
    if not phrase:
        return {start}
    item, rest = phrase[0], phrase[1:]
    within = start < length

    def has(words):
        return within and bool(masks.get(words, 0) >> start & 1)

    if isinstance(item, OneOf):
        after = {start + 1} if has(item.words) else set()
    elif isinstance(item, UpTo):
        after = {start}
        if item.most and has(item.words):
            after |= ends((UpTo(item.most - 1, item.words),), start + 1, masks, length)
    elif isinstance(item, NoneOf):
        after = set() if any(ends(way, start, masks, length) for way in item.ways) else {start}
    else:
        after = {end for way in item.ways for end in ends(way, start, masks, length)}
    return {end for place in after for end in ends(rest, place, masks, length)}


@given(
    phrase=st.lists(ITEMS, min_size=1, max_size=4).map(tuple),
    message=st.lists(st.integers(0, 3), max_size=8),
)
def test_all_places_at_once_are_the_places_one_by_one(phrase, message):
    masks = {words: sum(1 << i for i, said in enumerate(message) if said == words) for words in range(4)}
    everywhere = (1 << len(message)) - 1
    by_trying = {end for start in range(len(message)) for end in ends(phrase, start, masks, len(message))}

    assert advance(phrase, everywhere, masks) == sum(1 << end for end in by_trying)


@given(message=st.lists(st.integers(0, 2), max_size=12))
def test_a_phrase_covers_the_words_from_its_beginning_to_its_end(message):
    masks = {words: sum(1 << i for i, said in enumerate(message) if said == words) for words in range(3)}
    phrase = (OneOf(0), OneOf(1))

    pairs = [i for i in range(len(message) - 1) if message[i : i + 2] == [0, 1]]
    got = covered(phrase, (1 << len(message)) - 1, masks)
    assert {place for place in range(len(message)) if got >> place & 1} == {p for i in pairs for p in (i, i + 1)}
