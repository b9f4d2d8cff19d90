from hypothesis import given
from hypothesis import strategies as st

from coach.conversation import Conversation, Message
from coach.evidence import Certainty, Evidence
from coach.report.transcript import transcript_of

WORDS = "They wait for me, and then I tell them what to do."


def quoted(start, end, words=WORDS):
    return Evidence(
        indicator="gives_answers",
        criterion="coaching",
        polarity="concern",
        certainty=Certainty.STATED,
        quote=words[start:end],
        message=0,
        start=start,
        end=end,
        reader="r",
    )


def pieces(*spans):
    said = Conversation(id="talk", messages=(Message(role="user", content=WORDS),))
    return transcript_of(said, [quoted(*span) for span in spans])[0].pieces


SPANS = st.lists(
    st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, len(WORDS))).filter(lambda span: span[0] < span[1]),
    max_size=6,
)


@given(spans=SPANS)
def test_the_pieces_together_are_the_message_whatever_overlaps(spans):
    assert "".join(piece.text for piece in pieces(*spans)) == WORDS


@given(spans=SPANS)
def test_the_pieces_under_a_number_together_are_its_quote(spans):
    cut = pieces(*spans)
    for number, (start, end) in enumerate(spans, 1):
        assert "".join(piece.text for piece in cut if number in piece.quotes) == WORDS[start:end]


@given(spans=SPANS)
def test_every_quote_begins_once_and_ends_once(spans):
    cut = pieces(*spans)
    for which in ("begins", "ends"):
        assert sorted(number for piece in cut for number in getattr(piece, which)) == [*range(1, len(spans) + 1)]


def test_overlapping_quotes_share_the_piece_they_share():
    assert [(piece.text, piece.quotes) for piece in pieces((0, 16), (10, 26))] == [
        ("They wait ", (1,)),
        ("for me", (1, 2)),
        (", and then", (2,)),
        (" I tell them what to do.", ()),
    ]


def test_an_empty_message_has_no_pieces():
    said = Conversation(id="talk", messages=(Message(role="assistant", content=""),))

    assert transcript_of(said, ())[0].pieces == ()


def test_what_is_withheld_is_not_there_at_all():
    said = Conversation(id="talk", messages=(Message(role="user", content=WORDS),))
    (turn,) = transcript_of(said, (), frozenset({0}))

    assert turn.withheld
    assert WORDS not in turn.model_dump_json()


def test_notes_are_not_said_to_be_the_managers_words():
    said = Conversation(id="talk", messages=(Message(role="user", content=WORDS),), kind="notes")

    assert transcript_of(said, ())[0].who == "Notes"
