import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_captions import TEAMS
from test_word_transcripts import paragraphs, tables
from transcript_parts import found, problem, read

from coach.conversation import Conversation, Message
from coach.transcripts import to_json

NOTES = "Says the reps ring her for everything. Last week she approved eleven discounts."


def notes_json(*roles, **more):
    return json.dumps({"kind": "notes", "messages": [{"role": role, "content": NOTES} for role in roles], **more})


def test_notes_are_one_message_of_the_manager_marked_as_notes():
    conversation = found(f"\ufeff{NOTES}\r\n\r\nCoach: asked why.\r\n", notes=True).conversation
    assert conversation.kind == "notes"
    assert conversation.messages == (Message(role="user", content=f"{NOTES}\n\nCoach: asked why."),)


def test_the_same_text_as_notes_and_as_a_talk_has_another_id():
    text = "Manager: They wait."
    talk, noted, again = found(text), found(text, notes=True), found(text, notes=True)
    in_json = found(json.dumps({"messages": [{"role": "user", "content": text}]}))
    assert len({talk.conversation.id, noted.conversation.id, in_json.conversation.id}) == 3
    assert noted == again


def test_notes_may_be_a_word_document_with_tables():
    assert found(paragraphs("Session 3", NOTES), notes=True).conversation.messages[0].content == f"Session 3\n{NOTES}"
    with_table = found(tables(("Team", "nine reps"), before=[NOTES]), notes=True)
    assert with_table.conversation.messages[0].content == f"{NOTES}\nTeam\tnine reps"


@pytest.mark.parametrize("start", ["[Tuesday] ", "{sic} ", "10:30 ", "Jane Doe   0:03\n", "# Notes\n\n- "])
def test_whatever_notes_begin_with_they_are_notes(start):
    assert found(start + NOTES, notes=True).conversation.messages[0].content == start + NOTES


def test_json_says_itself_that_it_holds_notes():
    for asked in (False, True):
        conversation = found(notes_json("user", id="case-3"), notes=asked).conversation
        assert (conversation.id, conversation.kind) == ("case-3", "notes")
    assert found(notes_json("user")).conversation.id == found(NOTES, notes=True).conversation.id


@pytest.mark.parametrize("roles", [(), ("assistant",), ("user", "user"), ("user", "assistant")])
def test_notes_in_json_are_one_message_of_the_manager(roles):
    assert problem(notes_json(*roles)).startswith("file: ")


@pytest.mark.parametrize("kind", ["Notes", "", None, 1, [], {}, True])
def test_an_unknown_kind_is_a_problem(kind):
    assert "unknown kind" in problem(json.dumps({"kind": kind, "messages": [{"role": "user", "content": "x"}]}))


def test_a_conversation_is_never_taken_for_notes_of_one():
    talk = json.dumps({"messages": [{"role": "user", "content": "x"}]})
    assert '"kind": "notes" marks notes' in problem(talk, notes=True)
    assert "a transcript, not notes" in problem(TEAMS, notes=True)
    lines = read(f"{talk}\n{notes_json('user')}", notes=True)
    assert [str(one)[:7] for one in lines[:1]] == ["file:1:"]
    assert lines[1].conversation.kind == "notes"


@pytest.mark.parametrize("data", [b"", b" \n ", b"\0", b"%PDF-1.7", paragraphs(), paragraphs("", " ")])
def test_notes_without_text_are_a_problem(data):
    assert problem(data, notes=True)


@settings(max_examples=100, deadline=None)
@given(st.text(), st.sampled_from(["talk", "notes"]))
def test_what_kind_a_conversation_is_survives_being_written_as_json(content, kind):
    conversation = Conversation(id="x", messages=(Message(role="user", content=content),), kind=kind)
    assert found(json.dumps(to_json(conversation))).conversation == conversation
