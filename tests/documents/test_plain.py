import pytest
from document_parts import said

from coach.documents.plain import Line, blocks_of_text, decoded, paragraphs
from coach.errors import DocumentError

LONG = "A team that is told everything learns one thing only, and that is how to wait for the next instruction"


def read(text):
    return said(blocks_of_text(text.encode()))


def test_lines_are_joined_into_the_paragraphs_that_empty_lines_part():
    assert read("They wait\nto be told.\n\nThen they\nare told.\n") == ["They wait to be told.", "Then they are told."]


def test_a_short_line_above_a_paragraph_is_its_heading():
    assert read(f"Why people wait\n\n{LONG}.") == ["# Why people wait", f"{LONG}."]


@pytest.mark.parametrize("line", ["Why?", "they wait", "For example:", LONG])
def test_a_question_a_fragment_a_lead_in_or_a_long_line_is_no_heading(line):
    assert not any(text.startswith("#") for text in read(f"{line}\n\n{LONG}."))


def test_the_last_line_is_no_heading():
    assert read(f"{LONG}.\n\nThe end") == [f"{LONG}.", "The end"]


@pytest.mark.parametrize("marker", ["-", "*", "•", "1.", "2)", "(3)", "a)"])
def test_every_marker_begins_an_item(marker):
    assert read(f"{marker} ask first and then\nlisten\n{marker} decide") == [
        f"- {marker} ask first and then listen",
        f"- {marker} decide",
    ]


def test_a_sentence_that_goes_on_in_lower_case_is_one_whatever_lies_between():
    assert read("4) What drives each of them will lift\n\n      them further.\n") == [
        "- 4) What drives each of them will lift them further."
    ]


def test_a_full_stop_ends_a_paragraph_even_before_lower_case():
    assert read("Ask first.\n\nand then listen.") == ["Ask first.", "and then listen."]


def test_lines_that_are_not_wrapped_are_paragraphs():
    assert read(f"{LONG}, until somebody asks. Yes.\n{LONG}, again and again. Yes.") == [
        f"{LONG}, until somebody asks. Yes.",
        f"{LONG}, again and again. Yes.",
    ]


def test_a_hyphen_at_a_line_end_stays_in_a_text_file():
    assert read("It is about self-\nreliance.") == ["It is about self-reliance."]


def test_a_word_broken_at_a_line_end_is_joined_where_words_are_broken():
    blocks = paragraphs([Line("It is about account-"), Line("ability.")], hyphenated=True)
    assert said(blocks) == ["It is about accountability."]


def test_a_compound_that_is_written_with_its_hyphen_elsewhere_keeps_it():
    lines = [Line("We value self-reliance, and we teach self-"), Line("reliance.")]
    assert said(paragraphs(lines, hyphenated=True)) == ["We value self-reliance, and we teach self-reliance."]


def test_white_space_and_what_cannot_be_seen_are_made_plain():
    assert read("They\u00a0\u2003wait\t for\u200b ac\u00adcounts.\x0c") == ["They wait for accounts."]


def test_a_text_of_nothing_has_no_blocks():
    assert read("\n \n") == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_or_without_a_mark_is_read(encoding):
    assert decoded("Führung – 指導".encode(encoding)) == "Führung – 指導"


@pytest.mark.parametrize(
    ("data", "says"),
    [("naïve".encode("latin-1"), "not UTF-8 text"), (b"\xff\xfe\x00", "not UTF-16 text"), (b"a\0b", "zero bytes")],
)
def test_any_other_encoding_is_one_line_that_says_what_to_do(data, says):
    with pytest.raises(DocumentError, match=rf"{says}.*save it as UTF-8") as caught:
        decoded(data)
    assert "\n" not in str(caught.value)
