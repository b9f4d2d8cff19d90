import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_parts import SOUND, assessed, unscored

from coach.report.summary import Row, csv_of, row_of, table_of


def row(name="talk", place="in.json"):
    return Row(name, "unscored", "Not Scored", None, None, None, (), "A reason.", place, "talk.html")


def read(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_scored_line_has_everything_a_list_needs(table):
    assessment = assessed(table, SOUND, harm=True)
    (line,) = read(csv_of([row_of(assessment, table.rubric, "in.json:3", "talk.html")]))

    assert line == {
        "conversation": "talk",
        "tier": "under_control",
        "verdict": "Seems Under Control",
        "settled": "yes" if assessment.verdict.settled else "no",
        "margin": str(assessment.verdict.margin),
        "quotes": "4",
        "flags": "self_harm",
        "reason": "",
        "found in": "in.json:3",
        "report": "talk.html",
    }


def test_what_was_not_scored_is_empty_and_never_zero(table):
    (line,) = read(csv_of([row_of(unscored(), table.rubric, "in.json")]))

    assert (line["tier"], line["settled"], line["margin"], line["quotes"]) == ("unscored", "", "", "")
    assert line["reason"] == "The manager seems to write in 'de'."


@given(names=st.lists(st.text(st.sampled_from("ab\",;\n\r'=+-@é "), min_size=1), max_size=5))
def test_every_id_is_one_cell_of_one_line(names):
    read_back = [line["conversation"].removeprefix("'") for line in read(csv_of(map(row, names)))]

    assert read_back == [name.removeprefix("'") for name in names]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_spreadsheet_takes_no_id_or_place_for_a_formula(name):
    (line,) = read(csv_of([row(name, place=name)]))

    assert line["conversation"] == line["found in"] == f"'{name}"


def test_the_table_aligns_its_columns_and_prints_no_control_characters():
    lines = table_of([row("\x1b[31mred\n"), row("a much longer name")]).splitlines()

    assert len(lines) == 3
    assert {line.index("Not Scored") for line in lines[1:]} == {lines[0].index("VERDICT")}
    assert "\x1b" not in "".join(lines)
