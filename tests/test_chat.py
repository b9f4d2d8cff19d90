import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from engine_parts import SAID, a_coach, scripted_reader

import coach as package
from coach.chat import LONGEST_MESSAGE, Chat
from coach.conversation import Move
from coach.errors import InputError, NotYoursError, StoreError
from coach.store.conversations import ConversationStore

WORDS = "They wait for me before they order anything, even flour."
MORE = "We are eleven people in two shops."
KILLED_WHILE_READING = """
import sys, time
from pathlib import Path
from engine_parts import a_coach, data_path
from coach.chat import Chat
from coach.decision import DecisionTable
from coach.reading.scripted import ScriptedReader
from coach.rubric_file import load_rubric
from coach.store.conversations import ConversationStore

class Sleeping(ScriptedReader):
    def read(self, conversation, message):
        if conversation.messages[message].content == sys.argv[2]:
            print(conversation.id, flush=True)
            time.sleep(600)
        return []

table = DecisionTable(load_rubric(data_path("knowledge") / "rubric.yaml"))
chat = Chat(a_coach(table, Sleeping({})), ConversationStore(Path(sys.argv[1])), "anna")
conversation = chat.say(chat.start(), "We are eleven people in two shops.")
chat.say(conversation, sys.argv[2])
"""


class BreaksDownError(Exception):
    pass


class BreakingReader:
    name = "breaking"
    sha256 = "0" * 64
    languages = None

    def read(self, conversation, message):
        raise BreaksDownError


@pytest.fixture
def store(tmp_path):
    store = ConversationStore(tmp_path / "store")
    yield store
    store.close()


@pytest.fixture
def chat_of(table, store):
    def make(owner="anna", reader=None):
        return Chat(a_coach(table, reader), store, owner)

    return make


@pytest.fixture
def chat(chat_of):
    return chat_of()


def said(conversation):
    return [message.content for message in conversation.messages if message.role == "user"]


def test_what_was_said_and_answered_is_found_again(chat):
    conversation = chat.say(chat.say(chat.start(), WORDS), MORE)

    assert said(conversation) == [WORDS, MORE]
    assert [m.role for m in conversation.messages] == ["assistant", "user", "assistant", "user", "assistant"]
    assert chat.open(conversation.id) == conversation


def test_an_opening_nobody_answered_is_not_stored(chat, store):
    conversation = chat.start()

    assert store.list() == []
    with pytest.raises(NotYoursError):
        chat.open(conversation.id)


def test_every_start_is_a_conversation_of_its_own(chat):
    assert len({chat.start().id for _ in range(20)}) == 20


def test_an_unstored_opening_of_known_id_is_said_again_in_the_same_words(chat):
    conversation = chat.start()

    assert chat.open_or_start(conversation.id) == conversation


def test_a_stored_conversation_is_opened_and_not_started_anew(chat):
    conversation = chat.say(chat.start(), WORDS)

    assert chat.open_or_start(conversation.id) == conversation


def test_the_words_are_durable_before_anything_is_thought_about_them(chat_of, store):
    chat = chat_of(reader=BreakingReader())
    conversation = chat.start()
    with pytest.raises(BreaksDownError):
        chat.say(conversation, WORDS)

    assert said(store.load("anna", conversation.id)) == [WORDS]


def test_reopening_answers_what_got_no_answer_once(chat_of):
    broken, sound = chat_of(reader=BreakingReader()), chat_of()
    conversation = broken.start()
    with pytest.raises(BreaksDownError):
        broken.say(conversation, WORDS)

    answered = sound.open(conversation.id)
    assert [m.role for m in answered.messages] == ["assistant", "user", "assistant"]
    assert Move.ASK in answered.messages[-1].turn.moves
    assert sound.open(conversation.id) == answered


def test_the_answer_after_a_crash_is_the_one_that_would_have_been_given(chat_of):
    broken, sound = chat_of(reader=BreakingReader()), chat_of()
    conversation = broken.start()
    with pytest.raises(BreaksDownError):
        broken.say(conversation, WORDS)

    assert sound.open(conversation.id) == sound.coach.reply(conversation, WORDS)


def test_killed_in_the_middle_of_a_turn_the_words_are_there_and_get_their_answer(chat, store, tmp_path):
    here = Path(__file__).parent
    path = os.pathsep.join([str(Path(package.__file__).parent.parent), str(here)])
    command = [sys.executable, "-c", KILLED_WHILE_READING, str(tmp_path / "store"), WORDS]
    process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path}, stdout=subprocess.PIPE, text=True)
    try:
        name = process.stdout.readline().strip()
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()

    assert process.returncode == -signal.SIGKILL
    assert store.load("anna", name).messages[-1].content == WORDS
    conversation = chat.open(name)
    assert said(conversation) == [MORE, WORDS]
    assert Move.ASK in conversation.messages[-1].turn.moves


def test_undo_takes_back_the_last_words_and_their_answer(chat):
    first = chat.say(chat.start(), WORDS)
    second = chat.say(first, MORE)

    assert chat.undo(second) == first
    assert chat.open(first.id) == first


def test_undo_of_words_without_an_answer_takes_back_the_words(chat):
    first = chat.say(chat.start(), WORDS)

    assert chat.undo(chat.hear(first, MORE)) == first


def test_undo_before_the_first_words_does_nothing(chat):
    conversation = chat.start()

    assert chat.undo(conversation) == conversation


def test_undo_of_the_first_words_leaves_the_opening_and_one_can_go_on(chat):
    opening = chat.start()
    undone = chat.undo(chat.say(opening, WORDS))

    assert undone.messages == opening.messages
    assert said(chat.say(undone, MORE)) == [MORE]


def test_what_was_undone_is_not_in_the_verdict(chat):
    conversation = chat.say(chat.start(), WORDS)
    assert len(chat.assess(conversation).verdict.evidence) == 1

    again = chat.say(chat.undo(conversation), MORE)
    assert chat.assess(again).verdict.evidence == ()
    assert chat.assess(chat.open(again.id)).verdict.evidence == ()


def test_a_message_is_read_once_by_the_same_reader(chat_of):
    seen = []

    class Counting(type(scripted_reader())):
        def read(self, conversation, message):
            seen.append(message)
            return super().read(conversation, message)

    chat = chat_of(reader=Counting({}))
    conversation = chat.start()
    for words in list(SAID)[:4]:
        conversation = chat.say(conversation, words)
    chat.assess(conversation)

    assert seen == [1, 3, 5, 7]


def test_another_reader_reads_anew(chat_of):
    conversation = chat_of().say(chat_of().start(), WORDS)

    class Deaf(BreakingReader):
        sha256 = "1" * 64

        def read(self, conversation, message):
            return []

    assert chat_of(reader=Deaf()).assess(conversation).verdict.evidence == ()


def test_two_owners_never_mix(chat_of, store):
    anna, ben = chat_of("anna"), chat_of("ben")
    hers = anna.say(anna.start(), WORDS)
    his = ben.say(ben.start(), MORE)

    assert [row.id for row in store.list("anna")] == [hers.id]
    assert [row.id for row in store.list("ben")] == [his.id]
    for forbidden in (ben.open, lambda name: ben.say(hers, MORE), lambda name: ben.undo(hers)):
        with pytest.raises(NotYoursError):
            forbidden(hers.id)
    assert anna.open(hers.id) == hers


def test_who_begins_under_a_foreign_id_cannot_write_into_it(chat_of):
    anna, ben = chat_of("anna"), chat_of("ben")
    hers = anna.say(anna.start(), WORDS)
    with pytest.raises(NotYoursError):
        ben.say(ben.open_or_start(hers.id), MORE)

    assert anna.open(hers.id) == hers


def test_a_verdict_on_a_foreign_conversation_is_refused(chat_of):
    anna, ben = chat_of("anna"), chat_of("ben")
    hers = anna.say(anna.start(), WORDS)

    with pytest.raises(NotYoursError):
        ben.assess(hers)


def test_a_conversation_continued_elsewhere_meanwhile_is_not_overwritten(chat):
    conversation = chat.say(chat.start(), WORDS)
    there = chat.say(conversation, MORE)
    with pytest.raises(StoreError):
        chat.say(conversation, "Something else.")

    assert chat.open(conversation.id) == there


@pytest.mark.parametrize("words", ["", "   ", "\n\t", "\u3000"])
def test_an_empty_message_is_refused_and_not_stored(chat, store, words):
    with pytest.raises(InputError, match=r"^An empty message was not sent\.$"):
        chat.say(chat.start(), words)

    assert store.list() == []


def test_a_message_that_is_too_long_is_refused_with_one_line(chat, store):
    with pytest.raises(InputError) as refused:
        chat.say(chat.start(), "a" * 100_001)

    assert str(refused.value) == "A message may have 100,000 characters; this one has 100,001."
    assert store.list() == []


def test_the_longest_message_is_taken_whole(chat):
    conversation = chat.hear(chat.start(), "a" * LONGEST_MESSAGE)

    assert len(said(conversation)[0]) == 100_000


@pytest.mark.parametrize(
    "words", ["👩‍🍳 they wait", "half \ud83d a character", "a\0b", "'; DROP TABLE messages; --", "‮abc"]
)
def test_any_characters_are_kept_and_answered(chat, words):
    conversation = chat.say(chat.start(), words)

    assert chat.open(conversation.id) == conversation
    assert said(conversation) == [words.encode("utf-8", "replace").decode()]
