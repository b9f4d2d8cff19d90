import json
import shutil
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.build import READER
from coach.engine import conversation_of
from coach.errors import ModelFilesError
from coach.evidence import verify
from coach.reading.local import LocalReader
from coach.sentences import sentences
from coach.settings import data_path

FOLDER = data_path("knowledge") / "models" / READER
QUESTION = "What happens when a customer asks for a discount?"
SHORT = ("Who decides on discounts?", "Who brings the cake?")
TELLING = (
    "Saturday I was on Dev's section and I just did it for him. They ring me for everything, even a bowl of chips."
)


@pytest.fixture(scope="module")
def reader():
    return LocalReader(FOLDER)


def read(reader, words, question=QUESTION):
    return reader.read(conversation_of(("coach", question), ("manager", words)), 1)


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("What happened this week?", "They won't price a job without ringing me first.", {"waits_to_be_told"}),
        ("And then?", "I told him exactly what to write and he typed it.", {"gives_answers"}),
        ("How do you choose?", "Whoever has been here longest gets the lead job.", {"promotes_for_tenure_or_task"}),
        ("Go on.", "On Tuesday Priya re-planned the whole shift herself and told me after.", {"decides_independently"}),
        ("What is agreed?", "Each has a page with targets and weekly steps, we read it monthly.", {"written_plan"}),
        ("What happened this week?", "The new till is blue and the car park floods.", set()),
    ],
)  # fmt: skip
def test_it_hears_plain_sentences(reader, question, words, expected):
    assert {candidate.indicator for candidate in read(reader, words, question)} == expected


def test_a_short_reply_means_what_the_question_makes_of_it(reader):
    asked = {question: {c.indicator for c in read(reader, "Me, always.", question)} for question in SHORT}

    assert [("waits_to_be_told" in heard) for heard in asked.values()] == [True, False]


@pytest.mark.xfail(strict=True, reason="short replies are still misread: the corpus has too few that carry a label")
def test_a_short_reply_to_small_talk_is_no_evidence_and_one_about_decisions_is(reader):
    assert {c.indicator for c in read(reader, "Mostly me, to be honest.", SHORT[0])} == {"waits_to_be_told"}
    assert read(reader, "Me, always.", SHORT[1]) == []


@given(words=st.lists(st.sampled_from([TELLING, "🙂 hm.", "\n\n", "I ask them, but they wait.", "no"]), max_size=5))
@settings(deadline=None, max_examples=15)
def test_every_quote_is_verbatim_at_its_place(reader, rubric, words):
    text = " ".join(words)
    conversation = conversation_of(("manager", text))
    found = reader.read(conversation, 0)

    assert all(text.startswith(candidate.quote, candidate.start) for candidate in found)
    assert verify(found, conversation, 0, rubric.vocabulary, reader.name).rejected == ()


@given(text=st.text(max_size=200))
@settings(deadline=None, max_examples=25)
def test_any_text_at_all_can_be_read(reader, text):
    assert isinstance(read(reader, text), list)


@pytest.mark.parametrize("words", ["", "ok", "Thanks, that helps.", "What would you do?", "Let me think."])
def test_hollow_words_and_questions_are_no_evidence(reader, words):
    assert read(reader, words) == []


def test_it_reads_one_message_and_no_other(reader):
    conversation = conversation_of(("manager", TELLING), ("coach", TELLING), ("manager", "ok"))

    assert reader.read(conversation, 2) == []


def test_what_the_manager_said_since_the_question_is_given_with_the_rest(reader):
    split = conversation_of(("coach", QUESTION), ("manager", "Friday was mad."), ("manager", TELLING))
    alone = conversation_of(("coach", QUESTION), ("manager", TELLING))
    scores = [
        reader.score(QUESTION, sentences(TELLING), said)[0].indicators for said in ("Friday was mad.", "")
    ]  # fmt: skip

    assert reader.read(split, 2)
    assert reader.read(alone, 1)
    assert not np.array_equal(*scores)


def test_it_reads_the_same_in_eight_threads_and_among_other_messages(reader):
    texts = [TELLING, "I ask them, but they wait.", "ok", TELLING * 5]
    alone = [read(reader, text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: read(reader, texts[number % 4]), range(32)))

    assert alone[0]
    assert all(one == alone[number % 4] for number, one in enumerate(found))


def test_probabilities_are_probabilities(reader):
    (scored, *_) = reader.score(QUESTION, sentences(TELLING))

    assert np.all((scored.indicators > 0) & (scored.indicators < 1))
    assert scored.certainty.sum() == pytest.approx(1)


def test_the_indicators_it_knows_are_the_rubrics(reader, rubric):
    assert reader.indicators == set(rubric.vocabulary)


def test_a_missing_model_is_refused(tmp_path):
    with pytest.raises(ModelFilesError):
        LocalReader(tmp_path)


def test_altered_thresholds_are_refused(tmp_path):
    folder = tmp_path / "reader"
    shutil.copytree(FOLDER, folder)
    given_ = json.loads((folder / "reader.json").read_text())
    (folder / "reader.json").write_text(json.dumps({**given_, "temperature": 2.0}))

    with pytest.raises(ModelFilesError):
        LocalReader(folder)


def test_the_shipped_files_are_small_enough_to_ship():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 40e6
