import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from transcript_parts import found, problem, read, said

from coach.transcripts import KNOWN_SPEAKERS

TEAMS = """WEBVTT

5d2f9a10-0c53-44c5-9a54-3d9c0f8a1b22/12-0
00:00:03.229 --> 00:00:07.469
<v Tom Ray>What keeps you busy
this week?</v>

5d2f9a10-0c53-44c5-9a54-3d9c0f8a1b22/15-0
00:00:08.100 --> 00:00:11.020
<v Jane Doe>The discounts. They ring me for</v>

5d2f9a10-0c53-44c5-9a54-3d9c0f8a1b22/15-1
00:00:11.020 --> 00:00:14.500
<v Jane Doe>every one of them, and I say yes</v>

5d2f9a10-0c53-44c5-9a54-3d9c0f8a1b22/15-2
00:00:14.500 --> 00:00:15.900
<v Jane Doe>, mostly.</v>
"""
TEAMS_SAID = [
    ("assistant", "What keeps you busy this week?"),
    ("user", "The discounts. They ring me for every one of them, and I say yes, mostly."),
]
ZOOM = """WEBVTT

1
00:00:02.160 --> 00:00:04.080
Tom Ray: What happened: in short?

2
00:00:04.980 --> 00:00:08.400
Jane Doe: They waited for me.

3
00:00:08.600 --> 00:00:09.000
Jane Doe: Again.
"""
ZOOM_SAID = [("assistant", "What happened: in short?"), ("user", "They waited for me. Again.")]
TIME = "00:00:01.000 --> 00:00:02.000"


def vtt(*cues):
    return "WEBVTT\n\n" + "\n\n".join(f"{TIME}\n{cue}" for cue in cues) + "\n"


def words(payload):
    ((role, content),) = said(vtt(f"<v Jane Doe>{payload}"))
    assert role == "user"
    return content


def test_the_split_cues_of_a_teams_export_are_joined_to_what_was_said():
    assert said(TEAMS) == TEAMS_SAID


def test_zoom_names_the_speaker_before_a_colon():
    assert said(ZOOM) == ZOOM_SAID


def test_srt_is_read_alike():
    cues = ZOOM.removeprefix("WEBVTT\n\n").replace(".160", ",160").replace(".080", ",080")
    assert said(cues) == ZOOM_SAID


@pytest.mark.parametrize("text", [TEAMS, ZOOM, ZOOM.removeprefix("WEBVTT\n\n")], ids=["teams", "zoom", "srt"])
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(text):
    assert read(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == read(text)


def test_header_notes_styles_and_regions_are_no_words():
    blocks = [
        "WEBVTT - A talk\nKind: captions\nLanguage: en",
        "X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000",
        "NOTE made by a machine",
        "NOTE\nof two lines",
        "STYLE\n::cue { color: red }",
        "REGION\nid:a width:40%",
        f"{TIME} align:start position:0%\n<v Jane Doe>Hello.",
    ]
    assert said("\n\n".join(blocks)) == [("user", "Hello.")]


@pytest.mark.parametrize(
    ("payload", "content"),
    [
        ("<i>They</i> <b>wait</b> <c.yellow.bg>for</c> <lang en>me</lang>.</v>", "They wait for me."),
        ("They <00:00:01.500>wait<00:00:01.800><c> for me</c>", "They wait for me"),
        ("me &amp; them, 3 &gt; 2, don&#39;t&nbsp;wait", "me & them, 3 > 2, don't wait"),
        ("&lt;i&gt; is a tag, 3 < 4 is not", "<i> is a tag, 3 < 4 is not"),
        ("two\nlines", "two lines"),
    ],
)
def test_tags_go_and_entities_become_their_characters(payload, content):
    assert words(payload) == content


def test_a_voice_may_have_classes_and_entities():
    speakers = {**KNOWN_SPEAKERS, "o'neil & co": "user"}
    assert said(vtt("<v.first.loud O&apos;Neil &amp; Co>Hello.</v>"), speakers) == [("user", "Hello.")]


def test_two_voices_in_one_cue_are_two_turns():
    assert said(vtt("<v Tom Ray>And?</v> <v Jane Doe>Well.</v>")) == [("assistant", "And?"), ("user", "Well.")]


def test_the_words_of_others_are_left_out_and_counted_and_still_end_a_turn():
    one = found(vtt("<v Jane Doe>They wait.", "<v Front Desk (Guest)>Coffee?", "<v Jane Doe>Every time."))
    assert one.left_out == 1
    assert [message.content for message in one.conversation.messages] == ["They wait.", "Every time."]


def test_every_unknown_speaker_is_named_at_once_with_the_csv_line_it_needs():
    cues = vtt("<v Jane Doe>Hm.", "<v Doe, Eli>Hello.", "<v Ana>Hi.", "<v ana >Hi again.")
    assert problem(cues) == (
        "file:7: unknown speakers 'Doe, Eli', 'Ana'; say who it is in the --speakers CSV: "
        '"Doe, Eli",ROLE | Ana,ROLE (ROLE is manager, coach or other).'
    )


def test_a_name_with_a_comma_is_known_before_a_colon_too():
    assert said(vtt("Doe, Jane: Hello."), {**KNOWN_SPEAKERS, "doe, jane": "user"}) == [("user", "Hello.")]


@pytest.mark.parametrize(
    "cue", ["They wait.", "and so I said to all of them: you decide", "<v >They wait.", "Before <v Jane Doe>her."]
)
def test_words_under_no_name_are_nobodys_until_the_csv_says_whose(cue):
    assert "unknown speaker '?' (words under no name)" in problem(
        vtt("<v Jane Doe>Hm.", cue) if "<v" in cue else vtt(cue)
    )
    assert any(role == "user" for role, _ in said(vtt(cue), {**KNOWN_SPEAKERS, "?": "user", "jane doe": "assistant"}))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (f"WEBVTT\n\n{TIME}\n<v Jane Doe>One.\n\ntwo", 6, "expected a cue"),
        ("WEBVTT\n\n00:00:01 --> 00:00:02\n<v Jane Doe>One.", 3, "not a cue's time"),
        ("WEBVTT\n\n1\n00:00:0x.000 --> 00:00:02.000\n<v Jane Doe>One.", 4, "not a cue's time"),
        (f"WEBVTT\n\n{TIME}\n<v Jane Doe>One.\n{TIME}\n<v Jane Doe>Two.", 5, "a blank line is missing"),
        (f"WEBVTT\nKind: captions\n{TIME}\n<v Jane Doe>One.", 3, "a blank line is missing"),
        (f"WEBVTT\n\nNOTE hm\n{TIME}\n<v Jane Doe>One.", 4, "a blank line is missing"),
        (f"WEBVTT\n\na\nb\n{TIME}\n<v Jane Doe>One.", 3, "expected a cue"),
    ],
)
def test_no_word_of_a_malformed_file_is_dropped_the_line_is_named(text, line, says):
    found_at = problem(text)
    assert found_at.startswith(f"file:{line}: ")
    assert says in found_at


@pytest.mark.parametrize(
    "text", ["WEBVTT", "WEBVTT\n\n", f"WEBVTT\n\n{TIME}\n", f"WEBVTT\n\n{TIME}\n<v Jane Doe> </v>"]
)
def test_a_file_without_words_is_a_problem(text):
    assert problem(text) == "file: nobody says anything in it."


def test_a_file_of_others_only_is_a_problem():
    assert problem(vtt("<v Front Desk>Coffee?")) == "file: neither the manager nor a coach says anything in it."


def test_ten_thousand_cues_are_read_within_a_second_or_so():
    names = ["Tom Ray", "Jane Doe", "Jane Doe", "Jane Doe"]
    text = vtt(
        *(f"<v {names[n % 4]}>and then they waited for me to say\nsomething, number {n}</v>" for n in range(10_000))
    )
    start = time.process_time()
    assert len(said(text)) == 5_000
    assert time.process_time() - start < 2


@pytest.mark.parametrize("piece", ["<v", "<v ", "<", "&", "-->", "a: ", "<00:", "<i>"])
def test_no_text_makes_reading_slow(piece):
    start = time.process_time()
    read(f"WEBVTT\n\n{TIME}\n<v Jane Doe>{piece * 300_000}")
    read(f"WEBVTT\n\n{TIME}\n{piece * 300_000}")
    assert time.process_time() - start < 5


WORDS = st.lists(st.text("abc&<>'é:-", min_size=1), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["Tom Ray", "Jane Doe"]), WORDS), min_size=1), st.booleans())
def test_whatever_is_said_comes_back_word_for_word(turns, windows):
    import html

    text = vtt(*(f"<v {name}>{html.escape(words)}</v>" for name, words in turns))
    back = said(text.replace("\n", "\r\n") if windows else text)
    assert "".join(content for _, content in back).replace(" ", "") == "".join(w for _, w in turns).replace(" ", "")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["WEBVTT", "\n", TIME, "<v Jane Doe>", "NOTE", "-->", "a: b", "1", "\r", "</v>", "&#0;"]))
)
def test_whatever_the_pieces_something_is_found_or_said_and_nothing_raises(pieces):
    assert read("WEBVTT\n\n" + "".join(pieces))
