import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.documents import Block, one_line
from coach.retrieval.cutting import FEWEST, MOST, cut, size

WORDS = [f"word{number}" for number in range(2000)]


def text(count, start=0, sentence=12):
    """So many words, each another, in sentences."""
    words = WORDS[start : start + count]
    ends = {*range(sentence - 1, count, sentence), count - 1}
    return " ".join(
        (word.capitalize() if n % sentence == 0 else word) + ("." if n in ends else "") for n, word in enumerate(words)
    )


def letters(*texts):
    return "".join(c for c in "".join(texts) if not c.isspace())


def test_sections_of_fitting_size_become_a_passage_each_with_the_path_of_headings_as_title():
    blocks = [Block("Handbook", 1), Block("Waiting", 2), Block(text(80)), Block("Asking", 2), Block(text(80))]
    assert [(piece.title, piece.text) for piece in cut(blocks)] == [
        ("Handbook › Waiting", text(80)),
        ("Handbook › Asking", text(80)),
    ]


def test_small_sections_go_together_each_further_one_under_its_own_heading():
    blocks = [Block("A", 1), Block("One", 2), Block(text(20)), Block("Two", 2), Block(text(50))]
    (piece,) = cut(blocks)
    assert (piece.title, piece.text) == ("A › One", f"{text(20)}\n\nTwo\n\n{text(50)}")


def test_a_text_without_headings_is_named_by_its_first_words():
    (piece,) = cut([Block("2) Ask first, and then listen to what they would do about it.", item=True)])
    assert piece.title == "Ask first, and then listen to what they…"


def test_a_long_section_is_cut_between_paragraphs_into_passages_of_like_size():
    blocks = [Block(text(70, start)) for start in range(0, 420, 70)]
    pieces = cut(blocks)
    assert [piece.text for piece in pieces] == [
        f"{a.text}\n\n{b.text}" for a, b in zip(*[iter(blocks)] * 2, strict=True)
    ]


def test_a_long_paragraph_is_cut_between_sentences_only():
    pieces = cut([Block(text(600))])
    assert all(piece.text.endswith(".") and piece.text[0].isupper() for piece in pieces)
    assert all(FEWEST <= size(piece.text) <= MOST for piece in pieces)


def test_a_last_passage_that_would_be_too_short_takes_sentences_from_the_one_before():
    pieces = cut([Block(text(MOST + 10))])
    assert min(size(piece.text) for piece in pieces) >= FEWEST


def test_a_sentence_too_long_for_a_passage_is_cut_at_its_commas():
    clauses = [" ".join(WORDS[start : start + 50]) for start in range(0, 300, 50)]
    pieces = cut([Block(", ".join(clauses) + ".")])
    assert all(piece.text.endswith((",", ".")) for piece in pieces)


def test_a_long_heading_is_shortened_in_the_title_and_whole_in_the_text():
    heading = " ".join(WORDS[:40])
    (piece,) = cut([Block(heading, 1), Block(text(70, 100))])
    assert len(piece.title) <= 101
    assert piece.title.endswith("…")
    assert piece.text.startswith(f"{heading}\n\n")


def test_a_heading_as_long_as_a_paragraph_is_one_and_does_not_stand_above_every_section():
    heading = text(120)
    pieces = cut([Block(heading, 1), *(Block(text(100, n * 100), n % 2 and 2) for n in range(2, 10))])
    assert sum(heading in piece.text for piece in pieces) == 1
    assert not any("word0" in piece.title.casefold() for piece in pieces[1:])


def test_a_heading_with_nothing_below_is_not_lost():
    pieces = cut([Block("One", 1), Block(text(70)), Block("The end", 1)])
    assert "The end" in " ".join(f"{piece.title} {piece.text}" for piece in pieces)


def test_items_follow_each_other_line_by_line_and_no_line_is_without_a_letter():
    blocks = [Block("First."), Block("- one", item=True), Block("- two", item=True), Block("…"), Block("Last.")]
    (piece,) = cut(blocks)
    assert piece.text == "First.\n\n- one\n- two …\n\nLast."


def test_a_passage_knows_the_page_that_it_begins_on():
    pieces = cut([Block(text(150), page=3), Block(text(150), page=4)])
    assert [piece.page for piece in pieces] == [3, 4]


def test_a_title_holds_no_markup_for_bold_text():
    (piece,) = cut([Block("A ** [b] **", 1), Block("Text.")])
    assert "**" not in piece.title


@pytest.mark.parametrize("absurd", ["x" * 30_000, "指" * 5_000, "a" + "?" * 5_000, "a. " * 3_000])
def test_absurd_text_keeps_within_the_bound_and_loses_nothing(absurd):
    pieces = cut([Block(absurd.strip())])
    assert all(size(piece.text) <= MOST for piece in pieces)
    assert letters(*(piece.text for piece in pieces)) == letters(absurd)


prose = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=80)
many = st.builds(
    lambda word, count: f"{word} " * count, st.sampled_from(["ask.", "listen,", "wait", "指"]), st.integers(0, 400)
)
documents = st.lists(
    st.builds(
        lambda words, level, item: Block(one_line(words), level, item and not level),
        st.one_of(prose, many),
        st.sampled_from([0, 0, 0, 1, 2, 3]),
        st.booleans(),
    ).filter(lambda block: any(map(str.isalnum, block.text))),
    min_size=1,
    max_size=12,
)


@settings(max_examples=200, deadline=None)
@given(documents)
def test_no_passage_is_empty_or_longer_than_the_bound(blocks):
    for piece in cut(blocks):
        assert piece.text.strip()
        assert piece.title.strip()
        assert size(piece.text) <= MOST


@settings(max_examples=200, deadline=None)
@given(documents)
def test_every_word_of_the_text_is_there_once_in_order_and_every_heading_is_somewhere(blocks):
    pieces = cut(blocks)
    rest = letters(*(piece.text for piece in pieces))
    whole, titles = rest, [letters(piece.title) for piece in pieces]
    for block in blocks:
        wanted = letters(block.text)
        if block.level:
            plain = re.sub(r"\*\*+", "*", wanted)
            assert wanted in whole or any(plain in title for title in titles)
            continue
        assert wanted in rest
        rest = rest[rest.index(wanted) + len(wanted) :]


@settings(max_examples=50, deadline=None)
@given(documents)
def test_the_same_document_is_always_cut_alike(blocks):
    assert cut(blocks) == cut(list(blocks))
