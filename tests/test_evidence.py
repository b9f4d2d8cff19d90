import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from coach.conversation import CoachTurn, Conversation, Message, Move, content_id
from coach.evidence import Candidate, Certainty, Indicator, certainty_of, locate, mismatches, verify

VOCABULARY = {
    "waits": Indicator(id="waits", criterion="autonomy", polarity="concern", heard_when="they wait"),
    "asks": Indicator(id="asks", criterion="coaching", polarity="strength", heard_when="he asks"),
}


def talk(*contents):
    """Coach and manager in turn; the manager's messages have odd indexes."""
    roles = ("assistant", "user")
    said = tuple(Message(role=roles[n % 2], content=content) for n, content in enumerate(contents))
    return Conversation(id="c", messages=said)


def candidate(quote, start=None, indicator="waits", certainty=Certainty.STATED):
    return Candidate(indicator=indicator, certainty=certainty, quote=quote, start=start)


def read(text, *candidates):
    return verify(candidates, talk("How is it?", text), 1, VOCABULARY, "test")


def only(reading):
    assert reading.rejected == ()
    (piece,) = reading.evidence
    return piece


def test_a_verbatim_quote_becomes_evidence_with_its_place_and_the_rubrics_criterion():
    piece = only(read("Well, they wait for me.", candidate("they wait", certainty=Certainty.SHOWN)))

    assert piece.model_dump() == {
        "indicator": "waits",
        "criterion": "autonomy",
        "polarity": "concern",
        "certainty": "shown",
        "quote": "they wait",
        "message": 1,
        "start": 6,
        "end": 15,
        "reader": "test",
    }


def test_offsets_count_code_points_not_bytes_or_utf16_units():
    piece = only(read("👩‍🍳🙂 é: they wait 🕰 for me", candidate("they wait 🕰")))

    assert (piece.start, piece.end) == (8, 19)


@pytest.mark.parametrize("quote", ["they  wait\nfor me", " they wait for me ", "they\u00a0wait\tfor me"])
def test_white_space_may_differ_and_the_texts_own_span_is_kept(quote):
    assert only(read("So they wait   for\r\nme.", candidate(quote))).quote == "they wait   for\r\nme"


@pytest.mark.parametrize("text_mark", "'‘’`´")
@pytest.mark.parametrize("quote_mark", "'‘’")
def test_single_quotation_marks_may_differ(text_mark, quote_mark):
    text = f"They don{text_mark}t move."

    assert only(read(text, candidate(f"don{quote_mark}t move"))).quote == f"don{text_mark}t move"


@pytest.mark.parametrize("quote", ['say "you decide"', "say “you decide”", "say «you decide»", "say „you decide“"])
def test_double_quotation_marks_may_differ(quote):
    assert only(read("They say ”you decide“ to me.", candidate(quote))).quote == "say ”you decide“"


def test_white_space_is_not_forgiven_where_the_text_has_none():
    assert read("They meanwhile ring.", candidate("mean while")).rejected[0].reason == "not verbatim"


def test_a_single_mark_is_no_double_mark():
    assert read('They say "you decide".', candidate("'you decide'")).rejected[0].reason == "not verbatim"


@pytest.mark.parametrize(
    "quote",
    ["They wait for me", "they wait for my word", "they ... me", "they wait, for me", "they waited", "theywait", ".*"],
)
def test_any_other_difference_is_not_verbatim_and_is_never_repaired(quote):
    reading = read("So they wait for me.", candidate(quote))

    assert reading.evidence == ()
    assert [(r.candidate.quote, r.reason) for r in reading.rejected] == [(quote, "not verbatim")]


def test_the_coachs_own_words_are_rejected_even_when_verbatim():
    reading = verify([candidate("they wait")], talk("Do they wait?", "Hm.", "So they wait."), 2, VOCABULARY, "test")

    assert (reading.evidence, reading.rejected[0].reason) == ((), "not the manager's words")


def test_a_quote_from_another_message_of_the_manager_is_not_verbatim_in_this_one():
    conversation = talk("And?", "They wait.", "And?", "They ring me.")

    assert verify([candidate("They wait")], conversation, 3, VOCABULARY, "test").rejected[0].reason == "not verbatim"


def test_an_indicator_the_rubric_does_not_have_is_rejected():
    assert read("They wait.", candidate("They wait", indicator="made_up")).rejected[0].reason == "unknown indicator"


@pytest.mark.parametrize("quote", ["", " ", "\n\t"])
def test_an_empty_quote_is_rejected(quote):
    assert read("They  wait.\n\t", candidate(quote, start=4)).rejected[0].reason == "empty quote"


def test_bad_candidates_do_not_take_good_ones_with_them():
    reading = read("They wait.", candidate("They run"), candidate("They wait"), candidate(""))

    assert [piece.quote for piece in reading.evidence] == ["They wait"]
    assert len(reading.rejected) == 2


def test_of_a_quote_that_occurs_twice_the_start_says_which_is_meant():
    text = "They wait. Always: They wait."

    assert only(read(text, candidate("They wait", start=19))).start == 19
    assert only(read(text, candidate("They wait"))).start == 0


@pytest.mark.parametrize("start", [-10, 1, 5, 999])
def test_a_start_that_does_not_hold_the_quote_is_only_a_hint(start):
    assert only(read("They wait.", candidate("They wait", start=start))).start == 0


def test_the_start_is_tried_first_also_where_only_the_quotation_mark_differs():
    assert locate("don’t move", "They don't move. No, they don't move.", 26) == (26, 36)


def test_the_same_candidate_twice_is_one_piece_of_evidence():
    assert only(read("They wait. They wait.", candidate("They wait"), candidate("They  wait"))).start == 0


def test_the_same_quote_at_two_places_is_two_pieces_in_the_order_of_the_text():
    reading = read("They wait. They wait.", candidate("They wait", 11), candidate("They wait", 0))

    assert [piece.start for piece in reading.evidence] == [0, 11]


def test_one_quote_may_carry_two_indicators():
    reading = read("They wait, I ask.", candidate("They wait, I ask"), candidate("They wait, I ask", indicator="asks"))

    assert [piece.indicator for piece in reading.evidence] == ["asks", "waits"]


@given(text=st.text(max_size=60), data=st.data())
@settings(max_examples=200, deadline=None)
def test_every_stretch_of_the_managers_text_is_found_where_it_is(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    reading = read(text, candidate(text[start:end], start))

    if text[start:end].strip():
        assert [(piece.start, piece.end) for piece in reading.evidence] == [(start, end)]
    else:
        assert reading.evidence == ()


@given(
    text=st.text("ab 'd’\"“\n🙂.", max_size=20),
    quotes=st.lists(st.text("ab 'd’\"“\n🙂.", max_size=6), max_size=6),
    start=st.none() | st.integers(-3, 25),
)
@settings(max_examples=200, deadline=None)
def test_whatever_is_accepted_stands_in_the_text_and_has_no_mismatch(text, quotes, start):
    conversation = talk("How is it?", text)
    reading = verify([candidate(quote, start) for quote in quotes], conversation, 1, VOCABULARY, "test")

    assert all(text[piece.start : piece.end] == piece.quote for piece in reading.evidence)
    assert mismatches(reading.evidence, conversation, VOCABULARY) == []


SAID = talk("Do they wait?", "They wait. They wait", "Is it so?")


def tampered(**change):
    (piece,) = verify([candidate("They wait", 11)], SAID, 1, VOCABULARY, "test").evidence
    return mismatches([piece.model_copy(update=change)], SAID, VOCABULARY)


def test_evidence_as_it_was_verified_has_no_mismatch():
    assert tampered() == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"quote": "They run"}, "the quote is not in message 1"),
        ({"quote": ""}, "do not hold the quote"),
        ({"quote": "They"}, "offsets 11–20 do not hold the quote"),
        ({"start": 10}, "offsets 10–20 do not hold the quote"),
        ({"end": 19}, "offsets 11–19 do not hold the quote"),
        ({"start": -9}, "do not hold the quote"),
        ({"start": 20, "end": 11}, "do not hold the quote"),
        ({"message": 0}, "message 0 is not the manager's"),
        ({"message": 3}, "there is no message 3"),
        ({"message": -2}, "there is no message -2"),
        ({"indicator": "made_up"}, "the rubric has no such indicator"),
        ({"indicator": "asks"}, "criterion or polarity is not the rubric's"),
        ({"criterion": "coaching"}, "criterion or polarity is not the rubric's"),
        ({"polarity": "strength"}, "criterion or polarity is not the rubric's"),
    ],
)
def test_each_kind_of_tampering_is_named(change, what):
    lines = tampered(**change)

    assert any(what in line for line in lines), lines
    assert all(line.startswith("evidence[0]") for line in lines)


def test_an_end_beyond_the_text_is_a_mismatch():
    assert tampered(end=99) != []


def test_a_negative_end_is_a_mismatch():
    (piece,) = verify([candidate("They wait")], talk("", "They wait."), 1, VOCABULARY, "test").evidence

    assert mismatches([piece.model_copy(update={"end": -1})], talk("", "They wait."), VOCABULARY) != []


def test_certainty_is_one_scale_of_three_steps():
    assert [certainty.step for certainty in Certainty] == [1, 2, 3]
    assert [certainty_of(step) for step in range(4)] == [None, Certainty.HEDGED, Certainty.STATED, Certainty.SHOWN]


def test_a_conversation_grows_by_a_new_value_and_can_be_cut_back():
    before = talk("How is it?", "They wait.")
    after = before.say(Message(role="assistant", content="And then?"))

    assert (len(before.messages), len(after.messages)) == (2, 3)
    assert after.upto(1) == before
    with pytest.raises(ValidationError):
        before.id = "other"


def test_a_conversation_knows_where_the_manager_speaks_and_which_coach_turns_declare_moves():
    turn = CoachTurn(moves=(Move.ASK,), criterion="autonomy")
    conversation = talk("Hello.", "They wait.").say(Message(role="assistant", content="Who?", turn=turn))

    assert conversation.manager_indexes() == (1,)
    assert conversation.coach_turns() == (turn,)


def test_an_id_made_from_the_content_depends_on_who_said_what_and_bears_any_text():
    same = content_id(talk("Hm?", "They wait.").messages)

    assert content_id(talk("Hm?", "They wait.").messages) == same
    assert content_id(talk("Hm?", "They wait!").messages) != same
    assert content_id((Message(role="user", content="Hm?"), Message(role="user", content="They wait."))) != same
    assert content_id(talk("Hm?They wait.").messages) != same
    assert len(content_id(talk("", "🙂\ud83d").messages)) == 16


NOTED = Conversation(id="n", messages=(Message(role="user", content="Says they wait for her."),), kind="notes")


@given(st.sampled_from(Certainty))
def test_whatever_is_read_from_notes_is_hedged(certainty):
    piece = only(verify([candidate("they wait", certainty=certainty)], NOTED, 0, VOCABULARY, "test"))

    assert piece.certainty is Certainty.HEDGED
    assert mismatches([piece], NOTED, VOCABULARY) == []


@pytest.mark.parametrize("certainty", [Certainty.STATED, Certainty.SHOWN])
def test_more_than_hedged_from_notes_is_a_mismatch(certainty):
    piece = only(verify([candidate("they wait")], NOTED, 0, VOCABULARY, "test"))

    assert mismatches([piece.model_copy(update={"certainty": certainty})], NOTED, VOCABULARY) == [
        f"evidence[0] (waits): {certainty} is more than notes can show"
    ]


def test_notes_of_the_same_words_have_another_id():
    assert content_id(NOTED.messages, "notes") != content_id(NOTED.messages)
