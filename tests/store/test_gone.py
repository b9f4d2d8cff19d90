import contextlib
import os
import sqlite3

import pytest
import sqlalchemy
from store_parts import files_holding, reading_of, saying, user

from coach.errors import StoreError
from coach.evidence import Reading
from coach.store.conversations import ConversationStore


def test_every_file_is_readable_by_this_user_only(store, folder):
    saying(store, "private")
    old = os.umask(0)
    try:
        elsewhere = ConversationStore(folder.parent / "open umask")
        saying(elsewhere, "private")
    finally:
        os.umask(old)
    files = [*folder.iterdir(), *elsewhere.path.parent.iterdir()]
    assert {path.name for path in files} == {
        "coach.sqlite",
        "coach.sqlite-wal",
        "coach.sqlite-shm",
        "coach.sqlite.lock",
    }
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert elsewhere.path.parent.stat().st_mode & 0o777 == 0o700
    elsewhere.close()


def test_after_delete_the_words_are_in_no_file(store, folder):
    kept, gone = saying(store, "walrus stays"), saying(store, "zebracorn in the title", "quokka " * 3000)
    store.keep_readings("anna", gone.id, "reader", {0: reading_of("narwhal")})
    words = ("zebracorn", "quokka", "narwhal")
    assert all(files_holding(folder, word) for word in words)
    store.delete("anna", gone.id)
    assert {word: files_holding(folder, word) for word in words} == {word: [] for word in words}
    assert store.load("anna", kept.id) == kept
    store.close()
    assert {word: files_holding(folder, word) for word in words} == {word: [] for word in words}


def test_words_are_gone_too_where_sqlite_does_not_overwrite_by_itself(folder):
    def keep_freed_pages(raw, _record):
        raw.execute("PRAGMA secure_delete=OFF")

    sqlalchemy.event.listen(sqlalchemy.Engine, "connect", keep_freed_pages)
    try:
        store = ConversationStore(folder)
        store.delete("anna", saying(store, "quokka " * 3000).id)
        store.close()
    finally:
        sqlalchemy.event.remove(sqlalchemy.Engine, "connect", keep_freed_pages)
    assert not files_holding(folder, "quokka")


def test_delete_tells_when_a_reader_keeps_the_words_in_the_log(store, folder):
    conversation = saying(store, "zebracorn")
    sqlalchemy.event.listen(store._engine, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout=50"))
    with contextlib.closing(sqlite3.connect(store.path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM messages").fetchall()
        assert store.delete("anna", conversation.id) is False
        assert files_holding(folder, "zebracorn")
    ConversationStore(folder)
    assert not files_holding(folder, "zebracorn")


def test_taking_back_the_last_messages_leaves_the_others(store):
    conversation = saying(store, "one", "two", "three")
    store.keep_readings("anna", conversation.id, "reader", {0: reading_of("one"), 2: reading_of("three")})
    left = store.drop_last("anna", conversation, 2)
    assert [message.content for message in left.messages] == ["one"]
    assert store.load("anna", conversation.id) == left
    assert store.readings("anna", conversation.id, "reader") == {0: reading_of("one")}
    assert store.load("anna", store.append("anna", left, user("anew")).id).messages[1].content == "anew"


def test_after_taking_back_and_closing_the_words_are_in_no_file(store, folder):
    conversation = saying(store, "walrus", "zebracorn " * 2000)
    store.drop_last("anna", conversation, 1)
    store.close()
    assert not files_holding(folder, "zebracorn")


def test_after_taking_back_the_words_are_in_no_file(store, folder):
    conversation = saying(store, "walrus", "zebracorn")
    store.drop_last("anna", conversation, 1)
    assert not files_holding(folder, "zebracorn")


def test_after_taking_back_the_first_message_its_words_are_not_left_in_the_title(store, folder):
    store.drop_last("anna", saying(store, "zebracorn"), 1)
    store.close()
    assert not files_holding(folder, "zebracorn")


def test_taking_back_more_than_there_is_agrees_with_what_is_stored(store):
    conversation = saying(store, *"abcde")
    assert store.drop_last("anna", conversation, 6) == store.load("anna", conversation.id)


def test_readings_belong_to_one_reader_and_are_replaced_by_its_next(store):
    conversation = saying(store, "one")
    store.keep_readings("anna", conversation.id, "reader", {0: reading_of("one")})
    store.keep_readings("anna", conversation.id, "reader", {0: Reading()})
    assert store.readings("anna", conversation.id, "reader") == {0: Reading()}
    assert store.readings("anna", conversation.id, "another reader") == {}


def test_readings_of_a_conversation_deleted_meanwhile_give_an_error_of_ours(store):
    conversation = saying(store, "one")
    store.delete("anna", conversation.id)
    with pytest.raises(StoreError):
        store.keep_readings("anna", conversation.id, "reader", {0: reading_of("one")})
