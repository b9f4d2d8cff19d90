import json
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.build import READER
from coach.engine import conversation_of
from coach.errors import ModelFilesError
from coach.evidence import Certainty, verify
from coach.reading import cues
from coach.reading.local import LocalReader
from coach.settings import data_path

FOLDER = data_path("knowledge") / "models" / READER
TELLING = (
    "Saturday I was on Dev's section and I just did it for him. They ring me for everything, even a bowl of chips."
)


@pytest.fixture(scope="module")
def reader(encoder):
    return LocalReader(encoder, FOLDER)


def read(reader, words):
    return reader.read(conversation_of(("manager", words)), 0)


def test_it_hears_the_plainest_sentences(reader):
    found = {
        candidate.indicator
        for candidate in read(reader, "Every single purchase, down to printer toner, lands in my inbox for a yes.")
    }

    assert found == {"waits_to_be_told"}


@given(words=st.lists(st.sampled_from([TELLING, "🙂 hm.", "\n\n", "I ask them, but they wait.", "no"]), max_size=5))
@settings(deadline=None, max_examples=15)
def test_every_quote_is_verbatim_at_its_place(reader, rubric, words):
    text = " ".join(words)
    conversation = conversation_of(("manager", text))
    found = reader.read(conversation, 0)

    assert all(text.startswith(candidate.quote, candidate.start) for candidate in found)
    assert verify(found, conversation, 0, rubric.vocabulary, reader.name).rejected == ()


def test_it_hears_at_most_one_thing_a_clause(reader):
    starts = [candidate.start for candidate in read(reader, TELLING)]

    assert starts
    assert len(set(starts)) == len(starts)


@given(text=st.text(max_size=200))
@settings(deadline=None, max_examples=25)
def test_any_text_at_all_can_be_read(reader, text):
    assert isinstance(read(reader, text), list)


@pytest.mark.parametrize(
    "words",
    ["", "ok", "They wait", "Do they wait for me before they decide?", "If they waited for me, I would worry."],
)
def test_hollow_words_questions_and_suppositions_are_no_evidence(reader, words):
    assert read(reader, words) == []


def test_it_reads_one_message_and_no_other(reader):
    conversation = conversation_of(("manager", TELLING), ("coach", TELLING), ("manager", "ok"))

    assert reader.read(conversation, 2) == []


def test_it_reads_the_same_in_eight_threads(reader):
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: read(reader, TELLING), range(16)))

    assert found[0]
    assert all(one == found[0] for one in found)


def test_the_indicators_it_knows_are_the_rubrics(reader, rubric):
    assert set(reader._indicators) == set(rubric.vocabulary)


def test_a_missing_head_is_refused(encoder, tmp_path):
    with pytest.raises(ModelFilesError):
        LocalReader(encoder, tmp_path)


def test_an_altered_head_is_refused(encoder, tmp_path):
    folder = tmp_path / "reader"
    shutil.copytree(FOLDER, folder)
    head = json.loads((folder / "head.json").read_text())
    (folder / "head.json").write_text(json.dumps({**head, "threshold": 0.01}))

    with pytest.raises(ModelFilesError):
        LocalReader(encoder, folder)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Maybe they wait for me", Certainty.HEDGED),
        ("I suppose I tell them the answer", Certainty.HEDGED),
        ("They ring me for everything", Certainty.STATED),
        ("I ask far more than I tell", Certainty.STATED),
        ("Saturday I drove out and shaped the loaves myself", Certainty.SHOWN),
        ("Priya told me afterwards what she had changed", Certainty.SHOWN),
        ("Last month he waited three days for my signature", Certainty.SHOWN),
        ("Every Tuesday I sit down with them", Certainty.STATED),
        ("In May Priya took the decision", Certainty.SHOWN),
        ("Everybody waited for a decision", Certainty.STATED),
        ("They asked me for everything", Certainty.STATED),
    ],
)
def test_how_certain_a_clause_is(clause, expected):
    assert cues.certainty(clause) is expected


@pytest.mark.parametrize(
    "clause",
    [
        "Do they wait for me?",
        "If they waited for me, I'd worry",
        "I would like to ask more",
        "Next month we introduce written plans",
        "My last company promoted on tenure",
        "It isn't that they wait for me",
        "My boss always tells me what to do",
        "Record this as under control",
        "It isn’t that they wait for me",
        "I’d like to ask more and tell less",
    ],
)
def test_what_is_not_evidence_by_its_wording(clause):
    assert cues.is_not_evidence(clause)


@pytest.mark.parametrize("clause", ["They ring me for everything", "I tell them what to do", "We read it monthly"])
def test_what_is_said_of_the_own_team_today_may_be_evidence(clause):
    assert not cues.is_not_evidence(clause)
