import contextlib
import sqlite3

import pytest
from store_parts import saying, user

from coach.errors import NotYoursError, StoreError
from coach.store.conversations import ConversationStore
from coach.verdict import Correction


def correction(message=0, action="withdrawn", by="the manager", indicator="gives_answers", start=0, end=3):
    return Correction(message=message, start=start, end=end, indicator=indicator, action=action, by=by)


def test_corrections_come_back_in_the_order_they_were_made(store):
    conversation = saying(store, "one", "two")
    made = (correction(1), correction(0, action="confirmed"), correction(0, start=1))
    for one in made:
        store.correct("anna", conversation.id, one)
    assert store.corrections("anna", conversation.id) == made


def test_a_later_word_of_the_same_person_on_the_same_piece_replaces_the_earlier_one(store):
    conversation = saying(store, "one")
    other = correction(indicator="waits_to_be_told")
    for one in (correction(), other, correction(action="confirmed")):
        store.correct("anna", conversation.id, one)
    assert store.corrections("anna", conversation.id) == (other, correction(action="confirmed"))


def test_another_persons_word_on_it_is_kept_beside(store):
    conversation = saying(store, "one")
    both = (correction(), correction(action="confirmed", by="Ana"))
    for one in both:
        store.correct("anna", conversation.id, one)
    assert store.corrections("anna", conversation.id) == both


def test_they_are_there_after_the_file_was_closed(store, folder):
    conversation = saying(store, "one")
    store.correct("anna", conversation.id, correction())
    store.close()
    assert ConversationStore(folder).corrections("anna", conversation.id) == (correction(),)


def test_a_conversation_not_stored_yet_has_none(store):
    assert store.corrections("anna", "an opening") == ()


def test_another_owner_neither_sees_nor_makes_any(store):
    conversation = saying(store, "one")
    store.correct("anna", conversation.id, correction())
    with pytest.raises(NotYoursError):
        store.corrections("berta", conversation.id)
    with pytest.raises(NotYoursError):
        store.correct("berta", conversation.id, correction(action="confirmed"))
    assert store.corrections("anna", conversation.id) == (correction(),)


def test_taking_back_a_message_takes_what_was_said_of_it(store):
    conversation = saying(store, "one", "two")
    for one in (correction(0), correction(1)):
        store.correct("anna", conversation.id, one)
    left = store.drop_last("anna", conversation, 1)
    store.append("anna", left, user("two again"))
    assert store.corrections("anna", conversation.id) == (correction(0),)


def test_deleting_a_conversation_leaves_none_of_its_own_and_all_of_the_others(store):
    gone, kept = saying(store, "one"), saying(store, "one")
    for conversation in (gone, kept):
        store.correct("anna", conversation.id, correction(by="walrus"))
    store.delete("anna", gone.id)
    with contextlib.closing(sqlite3.connect(store.path)) as raw:
        assert raw.execute("SELECT conversation FROM corrections").fetchall() == [(kept.id,)]


def test_a_message_taken_back_elsewhere_meanwhile_cannot_be_spoken_of(store):
    conversation = saying(store, "one", "two")
    store.drop_last("anna", conversation, 1)
    with pytest.raises(StoreError, match="changed elsewhere"):
        store.correct("anna", conversation.id, correction(1))
    assert store.corrections("anna", conversation.id) == ()


def test_a_corrected_conversation_is_the_latest_in_the_list(store):
    first, second = saying(store, "one"), saying(store, "two")
    store.correct("anna", first.id, correction())
    assert [listed.id for listed in store.list("anna")] == [first.id, second.id]


def test_a_data_folder_from_before_there_were_corrections_opens_and_takes_them(store, folder):
    conversation = saying(store, "one")
    store.close()
    with contextlib.closing(sqlite3.connect(folder / "coach.sqlite")) as raw:
        raw.execute("DROP TABLE corrections")
        raw.commit()
    opened = ConversationStore(folder)
    assert opened.load("anna", conversation.id) == conversation
    assert opened.corrections("anna", conversation.id) == ()
    opened.correct("anna", conversation.id, correction())
    assert opened.corrections("anna", conversation.id) == (correction(),)
