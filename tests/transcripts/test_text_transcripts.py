import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.conversation import Conversation, Message
from coach.errors import TranscriptError
from coach.transcripts import KNOWN_SPEAKERS, Found, Problem, load_speakers, read_transcripts, to_text


def read(text, speakers=KNOWN_SPEAKERS):
    return list(read_transcripts(text.encode(), "file", speakers))


def said(text, speakers=KNOWN_SPEAKERS):
    (found,) = read(text, speakers)
    assert isinstance(found, Found), str(found)
    return [(message.role, message.content) for message in found.conversation.messages]


def problem(text):
    (found,) = read(text)
    assert isinstance(found, Problem), found
    return str(found)


def test_text_is_read_by_its_speakers_whatever_their_case():
    text = "MANAGER: They wait.\nCoach : For what?\n\nmanager:For me."
    assert said(text) == [("user", "They wait."), ("assistant", "For what?"), ("user", "For me.")]


def test_lines_without_a_speaker_go_on_what_was_said_before():
    assert said("Manager:\nFirst.\n\nThird.\nCoach: Yes?") == [("user", "First.\n\nThird."), ("assistant", "Yes?")]


def test_colons_and_addresses_within_what_was_said_are_no_speakers():
    text = "Manager: two things: at 10:30, see https://a.b/c: fine\nhttps://a.b/c\n10:30 sharp\n  Mind you: this too"
    assert said(text) == [
        ("user", "two things: at 10:30, see https://a.b/c: fine\nhttps://a.b/c\n10:30 sharp\nMind you: this too")
    ]


@pytest.mark.parametrize("line", ["Dana: hello", "Dr. O’Neil-Smith (HR): hello", "Dana:", "Élodie: hello"])
def test_an_unknown_speaker_is_a_problem_with_its_line_never_a_guess(line):
    found = problem(f"Manager: hi\n{line}\nCoach: yes?")
    assert found.startswith(f"file:2: unknown speaker {line.partition(':')[0]!r}")
    assert "--speakers" in found


@pytest.mark.parametrize(
    "line", ["Coach (10:30): hello", "Coach 10:30: hello", "Dana:hello", "[10:30] Coach: hello", "2nd manager: hello"]
)
def test_a_line_that_names_a_speaker_never_goes_on_what_another_said(line):
    (found,) = read(f"Manager: hi\n{line}")
    assert isinstance(found, Problem) or len(found.conversation.messages) == 2


def test_text_before_the_first_speaker_is_a_problem():
    assert problem("\nhello\nManager: hi").startswith("file:2: expected `Manager: …`")


def test_speakers_can_be_named(tmp_path):
    (tmp_path / "who.csv").write_text("Name, Role\nDana Smith,Manager\nÉlodie,coach\n", encoding="utf-8-sig")
    speakers = load_speakers(tmp_path / "who.csv")
    assert said("Dana Smith: a\nélodie: b\nManager: c", speakers=speakers) == [
        ("user", "a"),
        ("assistant", "b"),
        ("user", "c"),
    ]


@pytest.mark.parametrize(
    ("data", "place", "says"),
    [
        (b"", ":1", "expected the header"),
        (b"who,what\nDana,coach", ":1", "expected the header"),
        (b"name;role\nDana;coach", ":1", "expected the header"),
        (b"name,role\nDana,manager\nEli,boss", ":3", "expected a name and a role"),
        (b"name,role\n ,coach", ":2", "expected a name and a role"),
        (b"name,role\nDana", ":2", "expected a name and a role"),
        (b"name,role\nDana\xff,coach", "", "not UTF-8"),
    ],
)
def test_a_speakers_file_that_makes_no_sense_is_an_error_with_its_place(tmp_path, data, place, says):
    path = tmp_path / "who.csv"
    path.write_bytes(data)
    with pytest.raises(TranscriptError) as caught:
        load_speakers(path)
    assert str(caught.value).startswith(f"{path}{place}: ")
    assert says in str(caught.value)


def test_a_missing_speakers_file_is_an_error(tmp_path):
    with pytest.raises(TranscriptError, match="no such file"):
        load_speakers(tmp_path / "nowhere.csv")


@pytest.mark.parametrize("rows", ["Dana,manager\nDana,coach", "x" * 200_000 + ",coach"], ids=["both", "huge"])
def test_a_name_with_both_roles_or_without_end_is_an_error(tmp_path, rows):
    (tmp_path / "who.csv").write_text(f"name,role\n{rows}\n")
    with pytest.raises(TranscriptError):
        load_speakers(tmp_path / "who.csv")


def line_ends(text):
    return "\n".join(line.strip() for line in text.split("\n")).strip()


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["user", "assistant"]), st.text("aM: \n-[é🙂/h03]*>T\t").map(line_ends)), min_size=1
    )
)
def test_a_conversation_written_as_text_reads_back_the_same(turns):
    messages = tuple(Message(role=role, content=words) for role, words in turns)
    assert said(to_text(Conversation(id="x", messages=messages))) == turns


LIKE_A_FORMAT = [
    *("Jane Doe   0:03", "0:0:1.0 --> 0:0:2.0", "00:01:02", "10:30", "[x] 10:30:01", "Transcript"),
    *(
        "Meeting ended after 00:10",
        "Coach started transcription",
        "WEBVTT",
        "1",
        '{"a":1}',
        "Manager: x",
        "**Coach:** x",
        "",
    ),
]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["user", "assistant"]),
            st.lists(st.sampled_from(LIKE_A_FORMAT), min_size=1, max_size=4).map("\n".join).map(str.strip),
        ),
        min_size=1,
    )
)
def test_what_looks_like_another_format_reads_back_too(turns):
    messages = tuple(Message(role=role, content=words) for role, words in turns)
    assert said(to_text(Conversation(id="x", messages=messages))) == turns


@pytest.mark.parametrize("separator", ["\r", "\x0c", "\x1e", "\x85", "\u2028"])
def test_no_line_break_within_a_message_makes_a_new_speaker(separator):
    messages = (Message(role="user", content=f"He said{separator}Coach: well done"),)
    assert [role for role, _ in said(to_text(Conversation(id="x", messages=messages)))] == ["user"]
