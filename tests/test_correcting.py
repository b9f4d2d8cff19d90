# A person's word on evidence: what it does to a verdict, to a chat that is kept, and to the coach's next turns.

import io
import json
import sys
from types import SimpleNamespace

import gradio as gr
import pytest
from cli_parts import run, write
from engine_parts import SAID, a_coach, exported
from hypothesis import given, settings
from hypothesis import strategies as st
from naive_rubric import CRITERIA, FINDINGS, evidence_of

from coach.chat import MANAGER, Chat
from coach.conversation import Move
from coach.errors import InputError, NotYoursError
from coach.report.record import assessment_of, to_record
from coach.report.texts import shipped_texts
from coach.store.conversations import ConversationStore
from coach.terminal import OWNER, Terminal
from coach.verdict import Correction, judge, last_words, with_correction
from coach.web.identity import COOKIE, new_token, owner_of
from coach.web.page import Room

FOUND = st.sets(st.sampled_from(FINDINGS), min_size=1, max_size=10)
APART = {"corrections", "withdrawn", "as_read"}
WAIT, PRIYA, LOAVES = list(SAID)[:3]
PAGE_WAIT = "They wait for me to decide everything."
PAGE_FIX = "Yesterday Priya brought me the rota and I fixed it myself."


def words_on(evidence):
    spoken = st.builds(
        Correction.of,
        st.sampled_from([piece.place for piece in evidence]),
        st.sampled_from(["withdrawn", "confirmed"]),
        st.sampled_from(["the manager", "Ana"]),
    )
    return st.lists(spoken, max_size=12)


@given(found=FOUND, data=st.data())
@settings(max_examples=100, deadline=None)
def test_any_sequence_of_corrections_and_its_reverse_give_the_verdict_of_the_last_words(table, found, data):
    evidence = evidence_of(found)
    spoken = data.draw(words_on(evidence))

    for sequence in (spoken, spoken[::-1]):
        verdict = judge(evidence, table, sequence)
        withdrawn = {c.place for n, c in enumerate(sequence) if c.place not in {d.place for d in sequence[n + 1 :]}}
        withdrawn -= {c.place for c in last_words(sequence).values() if c.action == "confirmed"}
        left = judge([piece for piece in evidence if piece.place not in withdrawn], table)
        assert verdict.model_dump(exclude=APART) == left.model_dump(exclude=APART)
        assert {piece.place for piece in verdict.withdrawn} == withdrawn


@given(found=FOUND, data=st.data())
@settings(max_examples=100, deadline=None)
def test_one_kept_word_a_person_and_piece_gives_the_same_verdict_as_all_that_was_said(table, found, data):
    evidence = evidence_of(found)
    spoken, kept = data.draw(words_on(evidence)), ()
    for correction in spoken:
        kept = with_correction(kept, correction)

    whole, short = judge(evidence, table, spoken), judge(evidence, table, kept)
    assert whole.model_dump(exclude={"corrections"}) == short.model_dump(exclude={"corrections"})
    assert len({(c.place, c.by) for c in kept}) == len(kept)


@given(found=FOUND, criterion=st.sampled_from(CRITERIA))
@settings(max_examples=100, deadline=None)
def test_withdrawing_all_that_was_heard_of_a_criterion_equals_never_having_heard_it(table, found, criterion):
    evidence = evidence_of(found)
    gone = [Correction.of(e.place, "withdrawn", MANAGER) for e in evidence if e.criterion == criterion]

    corrected = judge(evidence, table, gone)
    unheard = judge([e for e in evidence if e.criterion != criterion], table)
    assert corrected.model_dump(exclude=APART) == unheard.model_dump(exclude=APART)


@given(found=FOUND, data=st.data())
@settings(max_examples=100, deadline=None)
def test_no_correction_changes_what_was_read_nor_the_verdict_as_read(table, found, data):
    evidence = evidence_of(found)
    corrected = judge(evidence, table, data.draw(words_on(evidence)))
    as_read = judge(evidence, table)

    assert corrected.as_read == as_read.as_read
    assert corrected.read == as_read.evidence


@pytest.fixture
def store(tmp_path):
    store = ConversationStore(tmp_path / "store")
    yield store
    store.close()


@pytest.fixture
def chat(table, store):
    return Chat(a_coach(table), store, "anna")


def talked(chat, *words):
    conversation = chat.start()
    for one in words:
        conversation = chat.say(conversation, one)
    return conversation


def place_of(assessment, quote):
    return next(piece.place for piece in assessment.verdict.read if piece.quote == quote)


def withdraw(chat, conversation, *quotes):
    assessment = chat.assess(conversation)
    for quote in quotes:
        assessment = chat.correct(conversation, place_of(assessment, quote), "withdrawn")
    return assessment


def test_the_verdict_follows_a_withdrawal_at_once_and_the_manager_is_named(chat):
    conversation = talked(chat, WAIT, LOAVES)
    assessment = withdraw(chat, conversation, WAIT)

    assert [piece.quote for piece in assessment.verdict.evidence] == [LOAVES]
    assert [piece.quote for piece in assessment.verdict.withdrawn] == [WAIT]
    assert [correction.by for correction in assessment.verdict.corrections] == ["the manager"]
    assert chat.assess(chat.open(conversation.id)) == assessment


def test_confirming_puts_back_what_was_withdrawn(chat):
    conversation = talked(chat, WAIT, LOAVES)
    before = chat.assess(conversation).verdict
    place = place_of(withdraw(chat, conversation, WAIT), WAIT)
    after = chat.correct(conversation, place, "confirmed").verdict

    assert after.model_copy(update={"corrections": ()}) == before
    assert [correction.action for correction in after.corrections] == ["confirmed"]


@pytest.mark.parametrize(
    "place", [(1, 0, 3, "waits_to_be_told"), (9, 0, 56, "waits_to_be_told"), (1, 0, 56, "gives_answers")]
)
def test_what_was_not_heard_cannot_be_corrected(chat, store, place):
    conversation = talked(chat, WAIT)
    assert place_of(chat.assess(conversation), WAIT) == (1, 0, 56, "waits_to_be_told")
    with pytest.raises(InputError, match="not among what was heard"):
        chat.correct(conversation, place, "withdrawn")
    assert store.corrections("anna", conversation.id) == ()


def test_nobody_corrects_the_conversation_of_another(chat, table, store):
    conversation = talked(chat, WAIT)
    with pytest.raises(NotYoursError):
        Chat(a_coach(table), store, "ben").correct(conversation, (1, 0, 56, "waits_to_be_told"), "withdrawn")
    assert store.corrections("anna", conversation.id) == ()


def test_undo_takes_the_correction_with_its_words(chat):
    conversation = talked(chat, WAIT, LOAVES)
    withdraw(chat, conversation, LOAVES)
    again = chat.say(chat.undo(conversation), LOAVES)

    assert [piece.quote for piece in chat.assess(again).verdict.evidence] == [WAIT, LOAVES]


def test_a_chat_that_is_kept_and_the_coach_alone_agree_on_corrected_words(chat, table):
    conversation = talked(chat, WAIT, PRIYA, LOAVES)
    kept = withdraw(chat, conversation, PRIYA)
    alone = a_coach(table).assess(exported(conversation), corrections=kept.verdict.corrections)

    assert alone.verdict == kept.verdict


def given_back(conversation, since):
    said = [turn for message in conversation.messages[since:] if (turn := message.turn)]
    return [words for turn in said for words in (*turn.quotes, *turn.paraphrased)]


def in_words_of(clause, words):
    """Say whether a clause in the second person could be made of these words: most of its own are there."""
    mine, theirs = ({w.strip(".,;").casefold() for w in text.split()} for text in (clause, words))
    return len(mine & theirs) * 2 > len(mine)


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_what_was_withdrawn_is_never_said_back_again(table, tmp_path_factory, data):
    chat = Chat(a_coach(table), ConversationStore(tmp_path_factory.mktemp("kept")), "anna")
    talk = data.draw(st.permutations(list(SAID)))
    cut = data.draw(st.integers(1, 5))
    conversation = talked(chat, *talk[:cut])
    gone = data.draw(st.lists(st.sampled_from(talk[:cut]), min_size=1, unique=True))
    withdraw(chat, conversation, *gone)
    since = len(conversation.messages)
    for words in talk[cut : cut + 7]:
        conversation = chat.say(conversation, words)

    back = given_back(conversation, since)
    assert back
    assert not [(clause, words) for clause in back for words in gone if in_words_of(clause, words)]


def test_a_summary_that_leaned_on_it_goes_without(chat):
    spoken = [WAIT, PRIYA, LOAVES]
    as_read, corrected = talked(chat, *spoken), talked(chat, *spoken)
    withdraw(chat, corrected, WAIT)
    more = "Every case has a timer and I manage the timer."
    as_read, corrected = chat.say(as_read, more), chat.say(corrected, more)

    assert Move.SUMMARISE in as_read.messages[-1].turn.moves
    assert any(in_words_of(clause, WAIT) for clause in given_back(as_read, -1))
    assert not any(in_words_of(clause, WAIT) for clause in given_back(corrected, -1))


def test_page_terminal_and_a_reviewed_record_give_the_same_verdict_for_the_same_conversation_and_corrections(
    coach, store, capsys, monkeypatch, tmp_path
):
    page_owner, words = {COOKIE: new_token()}, [PAGE_WAIT, PAGE_FIX]
    texts = shipped_texts(coach.table.rubric)
    room, there = Room(coach, store, texts), SimpleNamespace(cookies=page_owner)
    current = room.arrive(there)[0]
    for one in words:
        list(room.say(one, current, there))
    on_page = Chat(coach, store, owner_of(page_owner))
    talk = on_page.open(current)
    place = on_page.assess(talk).verdict.read[0].place
    room.correct(current, gr.EventData(None, {"piece": json.dumps(place), "action": "withdrawn"}), there)

    at_terminal = Chat(coach, store, OWNER)
    copy = store.create(OWNER, talk.messages)
    monkeypatch.setattr(sys, "stdin", io.StringIO("/withdraw 1\n"))
    Terminal(at_terminal, texts).run(copy)
    capsys.readouterr()

    record = write(tmp_path / "page.json", to_record(coach.assess(exported(talk)), coach.table))
    run(capsys, "classify", "--review", record, "--by", MANAGER, stdin=b"w\n")
    reviewed = assessment_of(json.loads((tmp_path / "page.reviewed.json").read_text()), coach.table)

    verdicts = [on_page.assess(talk).verdict, at_terminal.assess(copy).verdict, reviewed.verdict]
    assert verdicts[0].withdrawn
    assert verdicts[0] == verdicts[1] == verdicts[2]
