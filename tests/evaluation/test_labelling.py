import pytest
from label_parts import LOAVES, PLAIN, WAIT, conversation, material

from coach.errors import InputError
from coach.evaluation.labelling import indicator_list, label, parsed


@pytest.fixture
def sentences(table):
    return material(table, conversation("c", f"{PLAIN} {WAIT}", LOAVES, "\x1b[31mRed words that blink.")).sentences


class Session:
    """One sitting: what was typed, what was said, what was kept."""

    def __init__(self, sentences, rubric, *typed, given=()):
        self.said = []
        self.kept = []
        answers = {answer.place: answer for answer in given}
        self.done = label(sentences, answers, "Ana", rubric, iter(typed), self.said.append, self.kept.append)

    @property
    def answers(self):
        return [
            None if a.exchange is None else {given.indicator: given.certainty.value for given in a.labels}
            for a in self.kept
        ]

    @property
    def shown(self):
        return [line.removeprefix("Sentence:").strip() for text in self.said for line in text.split("\n")
                if line.startswith("Sentence:")]  # fmt: skip


def given_by(line, sentences, rubric):
    return {given.indicator: given.certainty.value for given in parsed(line, sentences[0], rubric)}


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("", {}),
        ("3 shown", {"decides_independently": "shown"}),
        ("waits st", {"waits_to_be_told": "stated"}),
        ("1 h, gives_answers sh", {"waits_to_be_told": "hedged", "gives_answers": "shown"}),
        (
            "4 1 stated 20 hedged",
            {"waits_to_be_told": "stated", "gives_answers": "stated", "takes_ownership": "hedged"},
        ),
        ("  LEADS   Shown ; ", {"leads_people": "shown"}),
    ],
)
def test_a_line_names_indicators_by_number_or_beginning_each_with_its_certainty(rubric, sentences, line, labels):
    assert given_by(line, sentences, rubric) == labels


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("3", "How certain was decides_independently said"),
        ("shown", "Say first what was shown"),
        ("21 shown", "numbered 1 to 20"),
        ("0 shown", "numbered 1 to 20"),
        ("promotes shown", "promotes_for_tenure_or_task or promotes_for_leadership"),
        ("3 s", "stated or shown"),
        ("courage shown", "'courage' is no indicator"),
        ("1 shown waits stated", "waits_to_be_told is named twice"),
    ],
)
def test_a_line_that_says_too_little_or_too_much_is_answered_with_what_is_wrong(rubric, sentences, line, said):
    with pytest.raises(InputError, match=said):
        parsed(line, sentences[0], rubric)


def test_whatever_is_heard_in_notes_is_hedged(table, rubric):
    notes = material(table, conversation("n", WAIT, kind="notes")).sentences

    assert given_by("1 shown, 4", notes, rubric) == {"waits_to_be_told": "hedged", "gives_answers": "hedged"}


def test_every_sentence_is_shown_with_question_and_what_was_said_before_it(rubric, sentences):
    session = Session(sentences, rubric, "", "1 stated", "4 shown", "s", "")

    assert session.done
    assert session.shown[:3] == [PLAIN, WAIT, LOAVES]
    assert session.answers == [{}, {"waits_to_be_told": "stated"}, {"gives_answers": "shown"}, None]
    assert f"Before:   {PLAIN}" in session.said[2]
    assert "Coach:    What happens when you are away?" in session.said[2]


def test_labelling_is_blind(rubric, sentences):
    session = Session(sentences, rubric, "", "", "", "", "")

    assert any(said.heard for said in sentences)
    assert not [name for name in rubric.vocabulary for text in session.said if name in text]


def test_an_answer_is_kept_before_the_next_sentence_is_shown(rubric, sentences):
    happened = []
    lines = iter(["", "q"])
    label(
        sentences,
        {},
        "Ana",
        rubric,
        lines,
        lambda text: happened.append("said"),
        lambda answer: happened.append("kept"),
    )

    assert happened == ["said", "said", "kept", "said"]


def test_back_shows_the_sentence_before_with_its_answer_and_takes_a_new_one(rubric, sentences):
    session = Session(sentences, rubric, "1 stated", "b", "3 shown", "q")

    assert session.shown == [PLAIN, WAIT, PLAIN, WAIT]
    assert session.answers == [{"waits_to_be_told": "stated"}, {"decides_independently": "shown"}]
    assert "So far:   waits_to_be_told stated" in session.said[3]


def test_the_last_answer_can_be_taken_back_as_well(rubric, sentences):
    session = Session(sentences, rubric, "s", "s", "s", "s", "b", "", "")

    assert session.done
    assert session.answers[-2:] == [None, {}]


def test_quitting_or_the_end_of_input_keeps_what_was_answered_and_says_it_is_not_all(rubric, sentences):
    for typed in (["", "q"], [""]):
        session = Session(sentences, rubric, *typed)
        assert not session.done
        assert session.answers == [{}]


def test_what_was_answered_before_is_not_asked_again(rubric, sentences):
    before = Session(sentences, rubric, "1 stated", "s", "q")

    assert Session(sentences, rubric, "q", given=before.kept).shown == [LOAVES]


def test_a_line_that_makes_no_sense_is_asked_again_and_keeps_nothing(rubric, sentences):
    session = Session(sentences, rubric, "courage", "q")

    assert session.kept == []
    assert session.shown == [PLAIN, PLAIN]


def test_the_list_has_every_indicator_with_what_is_heard_when_it_holds(rubric):
    listed = " ".join(indicator_list(rubric).split())

    for number, indicator in enumerate(rubric.vocabulary.values(), 1):
        sign = "−" if indicator.polarity == "concern" else "+"
        assert f"{number} {sign} {indicator.id}: {' '.join(indicator.heard_when.split())}" in listed


def test_words_cannot_command_the_terminal(rubric, sentences):
    session = Session(sentences, rubric, "s", "s", "s", "q")

    assert "Red words that blink." in session.shown[-1]
    assert not any("\x1b" in text for text in session.said)
