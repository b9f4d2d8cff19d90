import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_parts import run, saying, user

from coach.conversation import CoachTurn, Conversation, Message, Move
from coach.errors import NotYoursError, StoreError
from coach.store.conversations import ConversationStore

APPEND_AND_WAIT = """
conversation = store.create("anna")
for number in range(20):
    conversation = store.append("anna", conversation, Message(role="user", content=f"word {number}"))
print(conversation.id, flush=True)
sys.stdin.read()
"""
APPEND_ONCE = """
conversation = store.load("anna", sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
try:
    store.append("anna", conversation, Message(role="user", content=sys.argv[3]))
    print("stored")
except StoreError as error:
    print(error)
"""


def test_what_was_appended_is_loaded_in_order_with_what_the_coach_declared(store, folder):
    turn = CoachTurn(moves=(Move.REFLECT, Move.ASK), criterion="autonomy", quotes=("they wait",), why="Because.")
    conversation = saying(store, "they wait", "and then?")
    conversation = store.append("anna", conversation, Message(role="assistant", content="And you?", turn=turn))
    other = ConversationStore(folder)
    assert other.load("anna", conversation.id) == conversation
    other.close()


def test_a_conversation_can_be_created_with_its_messages(store):
    conversation = store.create("anna", (user("one"), Message(role="assistant", content="two")))
    assert store.load("anna", conversation.id) == conversation


def test_the_file_is_in_wal_mode_and_commits_are_synced(store, folder):
    assert sqlite3.connect(store.path).execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with store._engine.connect() as connection:
        assert connection.execute(sqlalchemy.text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(sqlalchemy.text("PRAGMA secure_delete")).scalar() == 1


def test_a_process_killed_right_after_append_returned_loses_nothing(folder):
    process = run(APPEND_AND_WAIT, folder)
    name = process.stdout.readline().strip()
    process.kill()
    process.communicate(timeout=30)
    store = ConversationStore(folder)
    assert [message.content for message in store.load("anna", name).messages] == [f"word {n}" for n in range(20)]
    store.close()


@pytest.mark.parametrize(
    "attempt",
    [
        lambda store, theirs: store.load("berta", theirs.id),
        lambda store, theirs: store.append("berta", theirs, user("mine now")),
        lambda store, theirs: store.drop_last("berta", theirs, 1),
        lambda store, theirs: store.delete("berta", theirs.id),
    ],
    ids=["load", "append", "drop_last", "delete"],
)
def test_nobody_reaches_the_conversation_of_another(store, attempt):
    theirs = saying(store, "one", "two")
    with pytest.raises(NotYoursError) as refused:
        attempt(store, theirs)
    assert store.load("anna", theirs.id) == theirs
    with pytest.raises(NotYoursError) as absent:
        attempt(store, theirs.model_copy(update={"id": "no-such-id"}))
    assert str(absent.value) == str(refused.value).replace(theirs.id, "no-such-id"), "the answer gives nothing away"


def test_the_list_shows_an_owner_their_own_the_latest_first(store):
    first, second = saying(store, "first"), saying(store, "second")
    saying(store, "hidden", owner="berta")
    store.append("anna", first, user("again"))
    assert [(one.id, one.title, one.messages) for one in store.list("anna")] == [
        (first.id, "first", 2),
        (second.id, "second", 1),
    ]
    assert len(store.list()) == 3
    assert store.list("carla") == []


def test_the_title_is_the_first_words_of_the_manager_on_one_line(store):
    saying(store, "My team\n waits " + "and waits " * 20, "later")
    (listed,) = store.list("anna")
    assert listed.title.startswith("My team waits and waits")
    assert listed.title.endswith("…")
    assert len(listed.title) <= 60


def test_the_owner_of_a_conversation_can_be_told(store):
    assert store.owner_of(saying(store, "x", owner="berta").id) == "berta"
    with pytest.raises(NotYoursError):
        store.owner_of("no-such-id")


def test_of_two_threads_that_append_at_one_place_one_wins(store):
    conversation = saying(store, "start")

    def attempt(content):
        try:
            store.append("anna", conversation, user(content))
        except StoreError:
            return "refused"
        return content

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(attempt, [f"thread {n}" for n in range(8)]))
    (winner,) = set(outcomes) - {"refused"}
    assert outcomes.count("refused") == 7
    assert [message.content for message in store.load("anna", conversation.id).messages] == ["start", winner]


def test_of_two_processes_that_append_at_one_place_one_wins_and_the_other_gets_one_clear_line(store, folder):
    conversation = saying(store, "start")
    processes = [run(APPEND_ONCE, folder, conversation.id, word) for word in ("left", "right")]
    assert [process.stdout.readline() for process in processes] == ["ready\n"] * 2
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60)[0] for process in processes]
    winner = said.index("stored\n")
    assert "changed elsewhere" in said[1 - winner]
    assert store.load("anna", conversation.id).messages[1].content == ("left", "right")[winner]


def test_threads_in_different_conversations_do_not_hinder_each_other(store):
    with ThreadPoolExecutor(8) as pool:
        all_of_them = list(pool.map(lambda n: saying(store, *(f"{n}.{m}" for m in range(10))), range(8)))
    assert [store.load("anna", one.id) for one in all_of_them] == all_of_them


@pytest.mark.parametrize(
    "content",
    ["", "ünï 漢字 עברית", "👩🏽‍💻🙂", "a\0b\0", "x\r\ny\u2028z\x85", "'; DROP TABLE messages; --", "long 🙂" * 20_000],
    ids=["empty", "scripts", "emoji", "nul", "line breaks", "sql", "120,000 characters"],
)
def test_any_text_survives(store, content):
    conversation = saying(store, content)
    assert store.load("anna", conversation.id).messages[0].content == content


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(), max_size=4))
def test_any_messages_come_back_as_they_were_said(store, contents):
    conversation = saying(store, *contents)
    assert store.load("anna", conversation.id) == conversation


def test_half_a_character_is_refused_with_an_error_of_ours(store):
    with pytest.raises(StoreError):
        saying(store, "\ud800")


@pytest.mark.parametrize("content", [b"garbage " * 1000, b"SQLite format 3\0" + b"x" * 5000])
def test_a_broken_file_gives_one_line_that_names_it_and_is_left_alone(folder, content):
    folder.mkdir()
    (folder / "coach.sqlite").write_bytes(content)
    with pytest.raises(StoreError) as caught:
        ConversationStore(folder)
    assert str(folder / "coach.sqlite") in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (folder / "coach.sqlite").read_bytes() == content


def test_a_file_broken_while_in_use_gives_one_line(store, folder):
    conversation = saying(store, "one")
    store.close()
    data = store.path.read_bytes()
    store.path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with pytest.raises(StoreError) as caught:
        store.load("anna", conversation.id)
    assert "\n" not in str(caught.value)


def test_a_folder_that_cannot_be_made_gives_one_line_that_names_it(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError) as caught:
        ConversationStore(tmp_path / "file" / "below")
    assert str(tmp_path / "file") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_conversation_nobody_has_cannot_be_continued(store):
    with pytest.raises(NotYoursError):
        store.append("anna", Conversation(id="made-up"), user("hello"))


def test_creating_a_stored_conversation_again_gives_what_is_stored(store):
    conversation = store.create("anna", (user("one"),), "an-id")
    continued = store.append("anna", conversation, user("two"))
    assert store.create("anna", (user("other"),), "an-id") == continued


def test_nobody_can_create_over_the_conversation_of_another(store):
    theirs = store.create("anna", (user("one"),), "an-id")
    with pytest.raises(NotYoursError):
        store.create("berta", (user("mine"),), "an-id")
    assert store.load("anna", "an-id") == theirs
