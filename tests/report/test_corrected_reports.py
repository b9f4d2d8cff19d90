import pytest
from report_parts import (
    MIXED,
    SOUND,
    TAKEN_BACK,
    TROUBLED,
    assessed,
    markdown_of,
    pieces,
    sections_of,
    withdrawal,
)

from coach.report.content import report_of
from coach.report.html import to_html
from coach.report.texts import load_texts
from coach.settings import data_path

BETTER = "Only taking back made this verdict better"


@pytest.fixture(scope="module")
def texts(rubric):
    return load_texts(data_path("knowledge") / "verdicts.yaml", rubric)


@pytest.fixture(scope="module")
def report(table, texts):
    return lambda findings, *corrections: report_of(assessed(table, findings, corrections), table.rubric, texts, {})


def last_of(findings, **options):
    return withdrawal(pieces(findings)[-1], **options)


def test_the_verdict_as_read_and_as_corrected_stand_right_below_what_it_means(report, texts):
    taken = report(TAKEN_BACK, last_of(TAKEN_BACK))

    assert taken.title == "Seems Under Control"
    assert taken.lead[0] == texts.tiers["under_control"].means
    assert taken.lead[1] == (
        "As read: Cause for Concern. As corrected: Seems Under Control, because 1 quote was taken back by Ana."
    )


def test_a_better_verdict_that_was_bought_by_taking_back_says_so(report):
    assert report(TAKEN_BACK, last_of(TAKEN_BACK)).lead[2].startswith(BETTER)


@pytest.mark.parametrize("findings", [SOUND, MIXED], ids=["the same tier", "a worse or no tier"])
def test_one_that_did_not_get_better_does_not_say_so(report, findings):
    strength = next(piece for piece in pieces(findings) if piece.polarity == "strength")

    assert not any(BETTER in text for text in report(findings, withdrawal(strength)).lead)


def test_both_are_said_where_taking_back_changed_nothing(report):
    taken = report(TROUBLED, last_of(TROUBLED))

    assert taken.lead[1] == "As read: Serious Issue. As corrected: the same, although 1 quote was taken back by Ana."


def test_taking_back_until_too_little_is_left_is_called_no_better_verdict(report):
    taken = report(TROUBLED, *(withdrawal(piece) for piece in pieces(TROUBLED)))

    assert taken.title == "Not Enough Evidence Yet"
    assert "because 5 quotes were taken back by Ana" in taken.lead[1]
    assert "no better verdict" in taken.lead[2]


def test_a_confirmation_takes_nothing_back_and_stands_by_its_quote(report):
    confirmed = report(SOUND, withdrawal(pieces(SOUND)[0], action="confirmed"))
    sections = sections_of(confirmed)

    assert "1 quote was confirmed by Ana." in confirmed.lead
    assert not any("As read" in text for text in confirmed.lead)
    assert "What was taken back" not in sections
    assert sections["What was heard"].blocks[0].quotes[0].history == "confirmed by Ana"


def test_what_was_taken_back_is_shown_with_its_quote_what_it_was_heard_as_and_by_whom(report, texts):
    (quote,) = sections_of(report(TAKEN_BACK, last_of(TAKEN_BACK)))["What was taken back"].blocks[0].quotes

    assert quote.words == "waits to be told, shown"
    assert quote.side == f"{texts.criteria['autonomy'].title}, a concern, "
    assert quote.history == "taken back by Ana"


def test_everyone_who_spoke_of_a_quote_is_named_in_order(report):
    first = last_of(TAKEN_BACK, by="the manager")
    later = last_of(TAKEN_BACK, by="Ana", action="confirmed")
    quotes = [
        q for block in sections_of(report(TAKEN_BACK, first, later))["What was heard"].blocks for q in block.quotes
    ]

    assert [quote.history for quote in quotes if quote.history] == ["taken back by the manager, then confirmed by Ana"]


def test_only_those_whose_word_counts_are_said_to_have_changed_the_verdict(report):
    taken = report(
        TAKEN_BACK,
        *(last_of(TAKEN_BACK, by=name) for name in ("Ben", "Cleo")),
        withdrawal(pieces(TAKEN_BACK)[0], by="Dan"),
        withdrawal(pieces(TAKEN_BACK)[0], by="Eve", action="confirmed"),
    )

    assert "taken back by Cleo." in taken.lead[1]
    assert any(text == "1 quote was confirmed by Eve." for text in taken.lead)


def test_a_correction_of_what_was_not_read_this_time_is_said_to_change_nothing(report):
    stray = last_of(SOUND).model_copy(update={"message": 99})

    assert "1 quote that was corrected is not among what was read this time" in report(SOUND, stray).lead[1]


def test_taking_back_leaves_every_number_as_it_was(report):
    def numbered(made):
        return {q.words: q.number for section in made.sections for block in section.blocks for q in block.quotes}

    assert numbered(report(TROUBLED, withdrawal(pieces(TROUBLED)[1]))) == numbered(report(TROUBLED))


def test_the_page_strikes_through_what_was_taken_back_and_links_it(report):
    page = to_html(report(TAKEN_BACK, last_of(TAKEN_BACK)), "talk")

    assert '<mark id="mark-5" class="gone">waits to be told, shown</mark>' in page
    assert page.count('id="quote-5"') == 1
    assert "What was taken back is struck through." in page
    assert "struck through" not in to_html(report(TAKEN_BACK), "talk")


def test_no_anchor_is_given_twice_whatever_was_corrected(report):
    confirmed = [withdrawal(piece, action="confirmed") for piece in pieces(TROUBLED)[:2]]
    page = to_html(report(TROUBLED, *confirmed, last_of(TROUBLED)), "talk")

    assert all(page.count(f'id="quote-{number}"') == 1 for number in range(1, 6))


def test_a_reviewers_name_is_words_in_markdown_and_in_html(table, texts):
    name = "<b>Ana</b> *[x](y)*"
    assessment = assessed(table, TAKEN_BACK, [last_of(TAKEN_BACK, by=name)])
    page = to_html(report_of(assessment, table.rubric, texts, {}), "talk")
    text = markdown_of(assessment, table.rubric, texts)

    assert "<b>" not in page
    assert "<b>" not in text
    assert "*[x](y)*" not in text
    assert text.count("\\*\\[x\\](y)\\*") == 2


def test_both_outcomes_stand_near_the_top_in_every_form(table, texts):
    from coach.report.record import to_record

    assessment = assessed(table, TAKEN_BACK, [last_of(TAKEN_BACK)])

    assert list(to_record(assessment, table))[1:4] == ["tier", "title", "as_read"]
    for page in (
        markdown_of(assessment, table.rubric, texts),
        to_html(report_of(assessment, table.rubric, texts, {}), "talk"),
    ):
        assert 0 < page.index("As read: Cause for Concern.") < page.index("At a glance")
