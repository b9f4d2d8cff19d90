# What meeting tools and people put into plain text, other than `Manager: …`.

import pytest
from transcript_parts import problem, said

STAMPED = """Catch-up Jane: planning-20250304_100203-Meeting Transcript
4 March 2025, 09:02am
2m 31s
Tom Ray started transcription
Tom Ray   0:03
What keeps you busy?
Jane Doe   0:09
The discounts.
They ring me at 10:30
every day.
Jane Doe   0:20
All of them.
Jane Doe stopped transcription
"""
STAMPED_SAID = [
    ("assistant", "What keeps you busy?"),
    ("user", "The discounts. They ring me at 10:30 every day. All of them."),
]
TIMED = """0:0:0.0 --> 0:0:3.210
Tom Ray
What keeps you busy?

0:0:3.900 --> 0:0:6.0
Jane Doe
The discounts.

0:0:6.0 --> 0:0:8.40
Jane Doe
All of them.
"""
MEET = """Weekly call
Attendees
Jane Doe, Tom Ray
Transcript

00:00:00

Tom Ray: What keeps you busy?
Jane Doe: The discounts.

00:05:00

Jane Doe: All of them.
Meeting ended after 00:05:12 👋
This editable transcript was computer generated.
"""


def test_a_teams_transcript_pasted_as_text_has_names_with_times():
    assert said(STAMPED) == STAMPED_SAID


@pytest.mark.parametrize(
    ("head", "other"),
    [
        ("Jane Doe 0:09", "Tom Ray 0:03"),
        ("Jane Doe\t0:09", "Tom Ray\t0:03"),
        ("[Jane Doe] 10:02:09", "[Tom Ray] 10:02:03"),
    ],
)
def test_names_and_times_stand_apart_in_several_ways(head, other):
    assert said(f"{other}\nAnd?\n\n{head}\nThey wait.\n") == [("assistant", "And?"), ("user", "They wait.")]


def test_the_time_may_come_before_the_name():
    text = "Audio file\ntalk.wav\nTranscript\n00:00:00 Tom Ray\nAnd?\n00:00:04 Jane Doe\nThey wait.\n"
    assert said(text) == [("assistant", "And?"), ("user", "They wait.")]


def test_an_unknown_name_with_a_time_is_refused_and_never_goes_on_what_another_said():
    assert "unknown speaker 'Ana Lima'" in problem("Jane Doe   0:03\nThey wait.\nAna Lima 0:09\nHello.\n")


def test_a_transcript_with_lines_of_times_has_the_name_below_them():
    assert said(TIMED) == [("assistant", "What keeps you busy?"), ("user", "The discounts. All of them.")]


def test_a_line_of_times_without_a_name_is_a_problem_with_its_line():
    words = "and so we waited until somebody came and told us what to do with the rest of it, which took hours"
    assert problem(f"0:0:0.0 --> 0:0:3.2\n{words}\n").startswith("file:2: expected the name of who speaks")


def test_google_meets_heading_time_marks_and_end_note_are_no_words():
    assert said(MEET) == [("assistant", "What keeps you busy?"), ("user", "The discounts."), ("user", "All of them.")]


def test_what_is_said_after_an_end_note_still_counts():
    assert said(f"{MEET}\n{MEET.partition('Transcript')[2]}")[3:] == said(MEET)


@pytest.mark.parametrize("line", ["**Jane Doe:** They wait.", "**Jane Doe**: They wait.", "__Jane Doe:__ They wait."])
def test_a_name_may_be_bold_in_markdown(line):
    assert said(f"**Coach:** And?\n{line}") == [("assistant", "And?"), ("user", "They wait.")]


def test_bold_in_what_was_said_stays():
    assert said("Manager: **all** of them: **wait**") == [("user", "**all** of them: **wait**")]


@pytest.mark.parametrize("line", ["Tuesday 11:00", "at 10:30:15", "0:0:1.0 --> 0:0:2.0", "  Tom Ray   0:03"])
def test_a_time_in_what_was_said_does_not_change_how_a_text_is_read(line):
    assert said(f"Manager: This is the plan.\n{line}\nAnd so on.") == [
        ("user", f"This is the plan.\n{line.strip()}\nAnd so on.")
    ]


def test_a_name_with_a_time_among_names_with_colons_still_is_a_name():
    assert said("Manager: They wait.\nTom Ray   0:03\nAnd?") == [("user", "They wait."), ("assistant", "And?")]
    assert "unknown speaker 'Ana Lima'" in problem("Manager: They wait.\nAna Lima   0:03\nAnd?")


def test_a_readme_is_a_problem_and_no_more():
    assert problem("# leadership-coach\n\nA tool.\n\nUsage: run it.\n").startswith("file:1: expected `Manager: …`")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"Manager: na\0ve", "not UTF-8 text (byte 11)"),
        (b"\x89PNG\r\n\x1a\n\0\0", "nor a Word document"),
        (b"%PDF-1.7\n\xff", "a PDF"),
        (b"{\\rtf1 Manager: hi}", "an RTF file"),
    ],
)
def test_other_kinds_of_files_get_one_line_that_says_what_they_are(data, says):
    assert says in problem(data)
