import re

import pytest
from cli_parts import HARM
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from report_parts import OF_TIER, SOUND, TROUBLED, assessed, markdown_of, unscored

from coach.conversation import Conversation, Message
from coach.report.content import Block, Quote, Report, Section, report_of
from coach.report.markdown import escape, to_markdown
from coach.report.picture import picture_of, picture_text
from coach.report.texts import load_texts
from coach.report.transcript import transcript_of
from coach.settings import data_path

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![pixel](https://example.org/p.png)",
    "[click](javascript:alert(1))",
    "[click][ref]\n\n[ref]: https://example.org",
    "<https://example.org>",
    "**bold** _slanted_ ~~gone~~ `code`",
    "# Serious Issue\n\n## What was heard",
    "one\n\n---\n\ntwo",
    "> quoted\n- listed\n1. numbered",
    "| a | b |\n|---|---|",
    "&lt;b&gt; &amp; &#60;",
    "\\*escaped\\* \\\\",
    "```\nfenced\n```",
    "$x_1$ :smile: {.class}",
]


SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹"


@pytest.fixture(scope="module")
def texts(rubric):
    return load_texts(data_path("knowledge") / "verdicts.yaml", rubric)


def report_with(words):
    quote = Quote(words=words, certainty="stated", message=3, number=14)
    return Report(title="T", lead=("L",), sections=(Section(heading="H", blocks=(Block(quotes=(quote,)),)),))


def tokens_of(text):
    parsed = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return parsed + [child for token in parsed for child in token.children or ()]


def kinds(text):
    return [token.type for token in tokens_of(text) if token.type not in ("text", "text_special")]


def shown(text):
    """What a reader sees, one string a paragraph or item."""
    parsed = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return ["".join(child.content for child in token.children) for token in parsed if token.type == "inline"]


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_a_quote_is_shown_and_does_nothing(words):
    text = to_markdown(report_with(words), "talk")

    assert kinds(text) == kinds(to_markdown(report_with("plain words"), "talk"))
    assert f"“{' '.join(words.split())}”¹⁴ (stated, message 3)" in shown(text)


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_an_id_is_shown_and_does_nothing(words):
    text = to_markdown(report_with("plain words"), words)

    assert kinds(text) == kinds(to_markdown(report_with("plain words"), "talk"))
    assert f"Conversation {' '.join(words.split())}, as described in it and nowhere else." in shown(text)


@given(words=st.text(st.sampled_from("ab1 \n\t\\`*_{}[]()<>#+-.!|~&:;=\"'/@$%^…é"), min_size=1, max_size=30))
@settings(max_examples=300, deadline=None)
def test_whatever_was_said_is_one_item_that_reads_as_it_was_said(words):
    text = to_markdown(report_with(words), "talk")

    assert kinds(text) == kinds(to_markdown(report_with("plain words"), "talk"))
    assert shown(text)[-1] == f"“{' '.join(words.split())}”¹⁴ (stated, message 3)"


def test_plain_words_are_left_as_they_are():
    assert (
        escape("They don't ask; 3 of 4 (or so) wait – “really”.") == "They don't ask; 3 of 4 (or so) wait – “really”."
    )


def test_a_text_is_one_line():
    assert escape("one\r\n two\u2028three\t four") == "one two three four"


@pytest.mark.parametrize("tier", OF_TIER)
def test_the_whole_report_is_there_under_its_headings(table, texts, tier):
    assessment = assessed(table, OF_TIER[tier])
    report = report_of(assessment, table.rubric, texts, {})
    text = markdown_of(assessment, table.rubric, texts)
    headed = [line for line in text.splitlines() if line.startswith("#")]

    assert text.startswith(f"# {report.title}\n\nConversation talk, as described")
    assert [line[3:] for line in headed if line.startswith("## ")] == [
        "At a glance",
        *(section.heading for section in report.sections),
        "The conversation",
    ]
    for section in report.sections:
        for block in section.blocks:
            assert not block.heading or f"### {block.heading}" in headed
            assert block.text in text
            assert all(f"- {item}\n" in text for item in block.items)
            assert all(
                f"- “{escape(quote.words)}”{SMALL[quote.number]} "
                f"({quote.side}{quote.certainty}, message {quote.message})" in text
                for quote in block.quotes
            )
    assert all(f"\n{paragraph}\n" in text for paragraph in report.lead)


def test_an_unscored_report_is_its_reason_and_its_flags(table, texts):
    text = markdown_of(unscored(harm=True), table.rubric, texts)

    assert text.startswith("# Not Scored\n")
    assert "The manager seems to write in 'de'." in text
    assert "a person should look at it" in text
    assert [line for line in text.splitlines() if line.startswith("##")] == ["## Made with", "## The conversation"]


def test_a_flagged_report_asks_for_a_person_above_everything_that_was_heard(table, texts):
    text = markdown_of(assessed(table, SOUND, harm=True), table.rubric, texts)

    assert 0 < text.index("a person should look at it") < text.index("## What was heard")


def test_a_report_ends_with_one_line_end_and_has_no_empty_heading(table, texts):
    text = markdown_of(assessed(table, SOUND), table.rubric, texts)

    assert text.endswith(".\n")
    assert not text.endswith("\n\n")
    assert not any(line.strip("# ") == "" for line in text.splitlines() if line.startswith("#"))


ANYTHING = st.text(
    st.sampled_from("ab1 \n\t\r\\`*_{}[]()<>#+-.!|~&:;=\"'/@$%^…é⟦⟧\x1b\x00\u2028"), min_size=1, max_size=40
)


def report_saying(words):
    conversation = Conversation(id="talk", messages=(Message(role="user", content=words),))
    return Report(title="T", lead=("L",), sections=(), transcript=transcript_of(conversation, ()))


@given(words=ANYTHING)
@settings(max_examples=300, deadline=None)
def test_whatever_was_said_the_conversation_is_paragraphs_and_nothing_else(words):
    text = to_markdown(report_saying(words), "talk")
    lines = [" ".join(line.split()) for line in re.split(r"[\r\n\u2028]", words.translate({0: "�", 27: "�"}))]

    assert set(kinds(text)) <= set(kinds(to_markdown(report_saying("plain words"), "talk"))) | {"hardbreak"}
    assert kinds(text).count("paragraph_open") == kinds(to_markdown(report_saying("plain words"), "talk")).count(
        "paragraph_open"
    )
    assert shown(text)[-1] == "".join(["1 Manager", *lines])


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_the_conversation_is_shown_and_does_nothing(words):
    assert {"link_open", "image", "html_block", "html_inline", "fence", "em_open", "hr", "table_open"}.isdisjoint(
        kinds(to_markdown(report_saying(words), "talk"))
    )


def test_evidence_stands_in_brackets_with_its_number(table, texts):
    text = markdown_of(assessed(table, TROUBLED), table.rubric, texts)

    assert "**2 Manager**\\\nWell, ⟦waits to be told, shown⟧¹. So it goes." in text
    assert "“waits to be told, shown”¹ (shown by an example, message 2)" in text


def test_what_coaching_stops_for_is_not_repeated(table, texts):
    text = markdown_of(assessed(table, SOUND, harm=True), table.rubric, texts)

    assert HARM not in text
    assert "**9 Manager** (not repeated here" in text


def test_the_picture_is_drawn_and_told_in_words(table, texts):
    assessment = assessed(table, TROUBLED)
    text = markdown_of(assessment, table.rubric, texts)
    picture = picture_of(assessment.verdict, table.rubric, texts)

    assert f"```text\n{picture_text(picture)}\n```\n" in text
    assert all(f"- {row.words}\n" in text for row in picture.rows)
