import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.sentences import clauses, sentences

MAY_BE_LOST = set("-•*·–—;,")
PIECES = [
    "I wait ",
    "for Mr. Smith. ",
    "they ask me! ",
    "No? ",
    "\n",
    "\r\n",
    " - ",
    "; ",
    ", but ",
    "…",
    "\u2028",
    "\x85",
]
PIECES += [
    "\u3000",
    "\0",
    "e.g. ",
    "3.5 ",
    "\t",
    "• ",
    "* ",
    "🙂",
    "👩\u200d💻",
    '"Yes." ',
    "漢字。",
    "four words or more ",
]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def texts(message):
    return [clause.text for clause in clauses(message)]


@pytest.mark.parametrize("cut", [clauses, sentences])
@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_piece_is_the_text_at_its_offsets_in_order_and_apart(cut, message):
    end = 0
    for clause in cut(message):
        assert message[clause.start : clause.end] == clause.text
        assert clause.text == clause.text.strip(" \t\r\n") != ""
        assert clause.start >= end
        end = clause.end


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_of_sentences_nothing_is_lost_but_white_space_and_bullets(message):
    kept = {place for sentence in sentences(message) for place in range(sentence.start, sentence.end)}
    lost = {character for place, character in enumerate(message) if place not in kept and not character.isspace()}
    assert lost <= set("-•*·–—")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_nothing_is_lost_but_white_space_bullets_and_the_joints(message):
    kept = {place for clause in clauses(message) for place in range(clause.start, clause.end)}
    lost = {character for place, character in enumerate(message) if place not in kept and not character.isspace()}
    assert lost <= MAY_BE_LOST


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_message_is_always_cut_the_same(message):
    assert clauses(message) == clauses(message)


@pytest.mark.parametrize("space", ["\xa0", "\u2028", "\u3000", "\x0c"])
def test_no_clause_begins_with_white_space_of_any_kind(space):
    assert texts(f"{space}They wait.") == ["They wait."]


@pytest.mark.parametrize("message", ["", " \n\t", "- •\n*", "\u3000"])
def test_a_message_without_words_has_no_clauses(message):
    assert clauses(message) == []


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("They wait. I decide.", ["They wait.", "I decide."]),
        ("Dr. Smith left. He went.", ["Dr. Smith left.", "He went."]),
        ("It grew by 3.5 points. Fine.", ["It grew by 3.5 points.", "Fine."]),
        ("they wait. i decide", ["they wait.", "i decide"]),
        ("- first thing\n• second thing", ["first thing", "second thing"]),
        (
            "I tell them every day what to do, but they never listen to me",
            ["I tell them every day what to do", "but they never listen to me"],
        ),
        ("One two three four; five six seven eight", ["One two three four", "five six seven eight"]),
        ("One two three four – five six seven eight", ["One two three four", "five six seven eight"]),
        ("We tried, but no", ["We tried, but no"]),
        ("They wait; I decide", ["They wait; I decide"]),
    ],
)
def test_a_message_is_cut_at_sentences_and_at_the_joints_of_long_ones(message, expected):
    assert texts(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("They wait. I decide.", ["They wait.", "I decide."]),
        ("they wait. i decide", ["they wait.", "i decide"]),
        ("They ask me. I decide.", ["They ask me.", "I decide."]),
        ("They ring me. Thursday, Gareth rang.", ["They ring me.", "Thursday, Gareth rang."]),
        ("- first thing\n• second thing", ["first thing", "second thing"]),
        ("One two three four; five six seven eight – nine", ["One two three four; five six seven eight – nine"]),
    ],
)
def test_a_message_is_cut_into_sentences(message, expected):
    assert [sentence.text for sentence in sentences(message)] == expected


@pytest.mark.parametrize("words", ["and then they ask me ", "and then, they ask me, ", "x" * 700 + " ", "漢字" * 500])
def test_what_has_no_full_stop_is_cut_before_it_gets_too_long(words):
    message = words * 40
    found = sentences(message)

    assert max(len(sentence.text) for sentence in found) <= 600
    assert sum(len("".join(sentence.text.split())) for sentence in found) == len("".join(message.split()))


def test_offsets_count_code_points_not_bytes():
    first, second = clauses("👩\u200d💻 Ünïcode waits. Next one.")
    assert (second.text, second.start) == ("Next one.", 19)
    assert first.start == 0
