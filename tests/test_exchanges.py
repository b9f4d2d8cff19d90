import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.conversation import Conversation, Message
from coach.corpus import Exchange, Label, Sentence, exchanges_in, holds, json_line, label_of
from coach.errors import InputError
from coach.evidence import Certainty, Evidence
from coach.sentences import clauses

MESSAGE = "They ring me for everything. I tell them what to do. We are eleven people."
FIRST, SECOND, THIRD = clauses(MESSAGE)


def piece(start, end):
    return Evidence(
        indicator="gives_answers",
        criterion="coaching",
        polarity="concern",
        certainty=Certainty.STATED,
        quote=MESSAGE[start:end],
        message=0,
        start=start,
        end=end,
        reader="r",
    )


def belongs_to(evidence):
    return [span for span in (FIRST, SECOND, THIRD) if holds(span.start, span.end, evidence)]


def test_a_quote_belongs_to_the_sentence_that_holds_it():
    assert belongs_to(piece(SECOND.start + 2, SECOND.end - 4)) == [SECOND]


def test_a_quote_that_reaches_into_the_next_sentence_does_not_belong_to_that():
    assert belongs_to(piece(FIRST.start, SECOND.start + 6)) == [FIRST]


def test_a_quote_over_two_whole_sentences_belongs_to_both():
    assert belongs_to(piece(FIRST.start, SECOND.end)) == [FIRST, SECOND]


@given(st.integers(0, len(MESSAGE) - 1), st.integers(1, len(MESSAGE)))
def test_a_label_quotes_words_of_its_sentence(start, length):
    evidence = piece(start, min(start + length, len(MESSAGE)))
    for span in belongs_to(evidence):
        quote = label_of(evidence, span).quote
        assert quote
        assert quote in span.text
        assert quote in evidence.quote


def test_the_question_is_the_coachs_last_before_the_message():
    messages = tuple(
        Message(role=role, content=content)
        for role, content in (("user", "Hm."), ("assistant", "One?"), ("assistant", "Two?"), ("user", "Yes."))
    )
    conversation = Conversation(id="c", messages=messages)

    assert conversation.said_before(3)[0] == "Two?"
    assert conversation.said_before(0) == ("", "")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_line_is_one_line_to_whoever_splits_lines_and_reads_back(text):
    label = Label(indicator="gives_answers", certainty=Certainty.SHOWN, quote=text)
    exchange = Exchange(
        author="a",
        scenario="s",
        industry="",
        level="",
        voice="",
        coach=text,
        sentences=(Sentence(text=text, labels=(label,)),),
    )
    line = json_line(exchange)

    assert line.splitlines() == [line]
    assert Exchange.model_validate_json(line) == exchange


@pytest.mark.parametrize("line", ["{}", "no json", '{"author": "a"}'])
def test_a_line_that_is_no_exchange_is_named(tmp_path, line):
    path = tmp_path / "mine.jsonl"
    path.write_text(f"{line}\n", encoding="utf-8")

    with pytest.raises(InputError, match=r"mine\.jsonl:1: not a labelled exchange"):
        list(exchanges_in(path))
