import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naive_rubric import CRITERION, POLARITY
from report_parts import MIXED, TROUBLED, assessed

from coach.evidence import Certainty
from coach.report.picture import Found, Picture, picture_of, picture_text
from coach.report.texts import load_texts
from coach.settings import data_path

FINDINGS = st.lists(
    st.tuples(st.sampled_from(sorted(CRITERION)), st.sampled_from(["hedged", "stated", "shown"])), max_size=10
)


@pytest.fixture(scope="module")
def texts(rubric):
    return load_texts(data_path("knowledge") / "verdicts.yaml", rubric)


@pytest.fixture(scope="module")
def picture(table, texts):
    return lambda findings: picture_of(assessed(table, findings).verdict, table.rubric, texts)


def line_of(row, picture):
    return next(line for line in picture_text(picture).splitlines() if line.startswith(row.title))


@given(findings=FINDINGS)
@settings(max_examples=100, deadline=None)
def test_every_criterion_is_there_once_with_the_firmest_that_was_heard_on_either_side(table, texts, picture, findings):
    rows = {row.title: row for row in picture(findings).rows}

    assert len(rows) == len(table.rubric.criteria)
    for criterion in table.rubric.criteria:
        row = rows[texts.criteria[criterion.id].title]
        for side in ("concern", "strength"):
            steps = [
                Certainty(certainty).step
                for indicator, certainty in findings
                if CRITERION[indicator] == criterion.id and POLARITY[indicator] == side
            ]
            drawn = getattr(row, side)
            assert (drawn.step if drawn else 0) == max(steps, default=0)


@given(findings=FINDINGS)
@settings(max_examples=100, deadline=None)
def test_a_bar_is_as_long_as_it_is_certain_and_says_so_in_a_word(picture, findings):
    drawn = picture(findings)
    for row in drawn.rows:
        left, bar, right = line_of(row, drawn).removeprefix(row.title).partition("│")
        if row.heard:
            assert bar
            for half, certainty in ((left, row.concern), (right, row.strength)):
                assert half.count("█") == (certainty.step if certainty else 0)
                assert half.replace("█", "").strip() == (certainty.value if certainty else "")


def test_silence_is_drawn_as_open_without_axis_bar_or_value(picture):
    drawn = picture(TROUBLED)
    silent = [row for row in drawn.rows if not row.heard]

    assert len(silent) == 4
    for row in silent:
        line = line_of(row, drawn)
        assert "nothing heard" in line
        assert not set("│█0123456789") & set(line)
        assert row.words == f"{row.title}: nothing heard, so not known."


def test_the_core_stands_first_and_apart(table, picture):
    (core, rows), (further, others) = picture(MIXED).groups

    assert (core, len(rows)) == ("Core", sum(criterion.core for criterion in table.rubric.criteria))
    assert (further, len(others)) == ("Further criteria", len(table.rubric.criteria) - len(rows))
    assert picture_text(picture(MIXED)).index("CORE") < picture_text(picture(MIXED)).index("FURTHER")


def test_in_words_both_sides_are_told_with_their_certainty(picture):
    assert picture(MIXED).rows[0].words.endswith(": a concern, shown by an example; a strength, shown by an example.")
    assert picture(TROUBLED).rows[2].words.endswith(": a concern, said with a hedge; no strength heard.")


@given(title=st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1, max_size=80))
def test_a_long_title_of_a_users_own_does_not_push_the_bars_out_of_line(title):
    one = Found(title=title, core=True, concern=Certainty.SHOWN, strength=Certainty.SHOWN)
    lines = picture_text(Picture(rows=(one,))).splitlines()

    assert {line.index("│") for line in (lines[0], lines[-1])} == {lines[0].index("│")}
    assert max(map(len, lines)) <= 60
