import pytest
from hypothesis import given
from hypothesis import strategies as st
from transcript_parts import found, problem, said

from coach.errors import TranscriptError
from coach.transcripts import KNOWN_SPEAKERS, load_speakers
from coach.transcripts.speakers import plain_name


def speakers_from(tmp_path, rows):
    path = tmp_path / "who.csv"
    path.write_text(f"name,role\n{rows}\n", encoding="utf-8")
    return load_speakers(path)


@pytest.mark.parametrize(
    "name",
    [
        "JANE  doe",
        " Jane\u00a0Doe ",
        "Jane Doe (Guest)",
        "jane doe (external) (Guest)",
        "Jane Doe (Unverified)",
        "Jane Doe(Guest)",
    ],
)
def test_case_white_space_and_what_a_meeting_tool_appends_make_no_difference(name):
    assert plain_name(name) == "jane doe"


def test_any_other_note_in_brackets_is_part_of_the_name():
    assert plain_name("Jane Doe (Leeds)") != plain_name("Jane Doe (York)")


@given(st.text())
def test_a_plain_name_is_plain_already(name):
    assert plain_name(plain_name(name)) == plain_name(name)


def test_one_file_of_speakers_serves_many_transcripts(tmp_path):
    speakers = speakers_from(tmp_path, "Jane Doe (Guest),Manager\nTom,coach\nAda,coach\nFront desk,Other")
    assert said("Tom: And?\nJane Doe: They wait.", speakers) == [("assistant", "And?"), ("user", "They wait.")]
    assert said("Ada: And?\nManager: They wait.", speakers) == [("assistant", "And?"), ("user", "They wait.")]


def test_others_are_left_out_of_text_too_and_counted():
    one = found("Jane Doe: They wait.\nFront Desk: Coffee?\nFront Desk: No?\nTom Ray: And?")
    assert (one.left_out, len(one.conversation.messages)) == (2, 2)


def test_all_unknown_speakers_of_a_text_are_named_at_once():
    found_at = problem("Manager: hi\nDana: hello\nEli: yes\ndana (Guest): no", KNOWN_SPEAKERS)
    assert found_at.startswith("file:2: unknown speakers 'Dana', 'Eli'; say who it is in the --speakers CSV: ")
    assert "Dana,ROLE | Eli,ROLE (ROLE is manager, coach or other)" in found_at


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("Jane Doe,manager\njane doe (Guest),coach", ":3: 'jane doe (Guest)' is given two roles"),
        ("Doe, Jane,manager", ":2: expected a name and a role"),
        ("Jane,manager,other", ":2: expected a name and a role"),
    ],
)
def test_a_row_that_could_be_read_two_ways_is_an_error(tmp_path, rows, says):
    with pytest.raises(TranscriptError) as caught:
        speakers_from(tmp_path, rows)
    assert str(caught.value).startswith(f"{tmp_path / 'who.csv'}{says}")


def test_a_folder_is_no_file_of_speakers(tmp_path):
    with pytest.raises(TranscriptError, match="cannot be read"):
        load_speakers(tmp_path)
