import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.conversation import Conversation, Message, content_id
from coach.transcripts import Found, Problem, read_transcripts, to_json

ONE = {"messages": [{"role": "user", "content": "one"}]}
TWO = {"messages": [{"role": "user", "content": "two"}]}
HUGE_NUMBER = '{"id": ' + "1" * 5_000 + ', "messages": [{"role": "user", "content": "x"}]}'


def read(data):
    if not isinstance(data, bytes | str):
        data = json.dumps(data)
    return list(read_transcripts(data if isinstance(data, bytes) else data.encode(), "file"))


def said(data):
    (found,) = read(data)
    assert isinstance(found, Found), str(found)
    return [(message.role, message.content) for message in found.conversation.messages]


def problem(data):
    (found,) = read(data)
    assert isinstance(found, Problem), found
    assert "\n" not in str(found)
    return str(found)


def content(value):
    return {"messages": [{"role": "user", "content": value}]}


def test_json_holds_one_conversation_with_its_id():
    messages = [{"role": "user", "content": "Hi."}, {"role": "assistant", "content": "Yes?"}]
    (found,) = read({"id": "case-1", "messages": messages})
    assert found == Found(
        place="file",
        conversation=Conversation(
            id="case-1", messages=(Message(role="user", content="Hi."), Message(role="assistant", content="Yes?"))
        ),
    )


def test_a_bare_list_of_messages_is_one_conversation():
    assert said(ONE["messages"]) == [("user", "one")]


def test_a_list_of_conversations_is_read_one_by_one_and_counted():
    first, second, third = read([ONE, {"messages": 4}, TWO])
    assert first.conversation.messages[0].content == "one"
    assert str(second).startswith('file (conversation 2): expected an object with "messages"')
    assert third.place == "file (conversation 3)"


def test_json_over_several_lines_is_one_conversation():
    assert said(json.dumps(ONE, indent=2)) == [("user", "one")]


def test_a_missing_id_is_made_from_the_content():
    messages = (Message(role="user", content="one"),)
    assert read(ONE)[0].conversation.id == read({**ONE, "id": None})[0].conversation.id == content_id(messages)
    assert read(ONE)[0].conversation.id != read(TWO)[0].conversation.id


def test_a_whole_number_is_an_id():
    assert read({**ONE, "id": 7})[0].conversation.id == "7"


@pytest.mark.parametrize("value", ["", "  ", 1.5, True, [], {}])
def test_anything_else_is_no_id(value):
    assert problem({**ONE, "id": value}) == "file: the id must be a text or a whole number."


def test_unknown_keys_are_passed_over():
    assert said({"messages": [{"role": "user", "content": "one", "name": "Dana"}], "model": "x"}) == [("user", "one")]


@pytest.mark.parametrize("role", ["system", "User", "", None, 1, [], {}])
def test_an_unknown_role_is_a_problem_with_its_place(role):
    data = {"messages": [*ONE["messages"], {"role": role, "content": "x"}]}
    assert problem(data).startswith(f"file: messages[1]: unknown role {role!r}")


def test_list_content_is_joined_from_its_text_parts():
    parts = [{"type": "text", "text": "a"}, {"type": "image_url", "image_url": {}}, {"text": "b"}]
    assert said(content(parts)) == [("user", "a\nb")]


@pytest.mark.parametrize("value", [None, 1, {}, [], ["a"], [{"type": "image_url"}]])
def test_content_without_text_is_a_problem_with_its_place(value):
    assert problem(content(value)).startswith("file: messages[0]: content must be text")


def test_a_text_part_without_text_is_a_problem():
    assert "content must be text" in problem(content([{"type": "text"}]))


@pytest.mark.parametrize(
    "data", [{}, {"messages": None}, {"messages": "x"}, [1], {"messages": []}, [], {"messages": ["x"]}]
)
def test_json_that_is_no_conversation_is_a_problem(data):
    assert problem(data).startswith("file")


def test_broken_json_is_a_problem_with_its_line():
    assert problem('{"messages": [\n{"role": }\n]}') == "file:2: not valid JSON: Expecting value."


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"messages":['])
def test_json_nested_too_deeply_is_a_problem(opening):
    assert "nested too deeply" in problem(opening * 100_000)


def test_an_unpaired_surrogate_is_a_problem_with_its_place():
    assert problem(r'{"messages": [{"role": "user", "content": "\ud83d"}]}').startswith("file: messages[0]: the text")


def test_an_unpaired_surrogate_in_the_id_is_a_problem():
    assert "surrogate" in problem(r'{"id": "\ud83d", "messages": [{"role": "user", "content": "x"}]}')


def test_a_surrogate_pair_is_one_character():
    assert said(r'{"messages": [{"role": "user", "content": "\ud83d\ude42"}]}') == [("user", "🙂")]


def test_a_number_too_long_to_read_is_a_problem():
    assert problem(HUGE_NUMBER).startswith("file")


def test_jsonl_holds_one_conversation_a_line_and_blank_lines_do_not_count():
    found = read(f"{json.dumps(ONE)}\n\n{json.dumps(TWO)}\n")
    assert [(one.place, one.conversation.messages[0].content) for one in found] == [
        ("file:1", "one"),
        ("file:3", "two"),
    ]


@pytest.mark.parametrize(
    "bad",
    [
        "{broken",
        "broken",
        '{"messages": []}',
        "4",
        "[1]",
        "[" * 100_000,
        '{"messages": [{"role": "boss", "content": ""}]}',
        pytest.param(HUGE_NUMBER),
    ],
    ids=lambda line: line[:20],
)
def test_one_bad_line_does_not_stop_the_others_and_has_its_place(bad):
    first, second, third = read(f"{json.dumps(ONE)}\n{bad}\n{json.dumps(TWO)}")
    assert first.conversation.messages[0].content == "one"
    assert str(second).startswith("file:2: ")
    assert (third.place, third.conversation.messages[0].content) == ("file:3", "two")


def test_a_broken_object_on_the_first_line_does_not_stop_the_others():
    first, second = read(f"{{broken\n{json.dumps(ONE)}")
    assert str(first).startswith("file:1: not valid JSON")
    assert second.conversation.messages[0].content == "one"


@pytest.mark.parametrize("bad", ["broken", "null", '"text"'])
def test_a_bad_first_line_of_any_kind_does_not_stop_the_others(bad):
    first, second = read(f"{bad}\n{json.dumps(ONE)}\n")
    assert str(first).startswith("file:1: ")
    assert second.conversation.messages[0].content == "one"


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_jsonl_lines_end_at_newlines_only(separator):
    line = json.dumps(content(f"a{separator}b"), ensure_ascii=False)
    assert [one.conversation.messages[0].content for one in read(f"{line}\n{line}\n")] == [f"a{separator}b"] * 2


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_a_problem(data):
    assert problem(data) == "file: the file is empty."


@pytest.mark.parametrize("data", [b"Manager: na\xefve", '{"messages": []}'.encode("utf-16"), b'{"id": "\xff"}'])
def test_a_file_that_is_not_utf_8_is_a_problem_that_says_so(data):
    assert "not UTF-8" in problem(data)


@pytest.mark.parametrize(
    "text", ["Manager: hi\nCoach: yes?\n", json.dumps(ONE), f"{json.dumps(ONE)}\n{json.dumps(TWO)}"]
)
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(text):
    assert read(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == read(text)


MESSAGES = st.lists(st.builds(Message, role=st.sampled_from(["user", "assistant"]), content=st.text()), min_size=1)
CONVERSATIONS = st.builds(Conversation, id=st.text(min_size=1).filter(str.strip), messages=MESSAGES.map(tuple))


@settings(max_examples=200, deadline=None)
@given(CONVERSATIONS, st.booleans(), st.sampled_from([None, 2]))
def test_a_conversation_written_as_json_reads_back_the_same(conversation, ascii_only, indent):
    (found,) = read(json.dumps(to_json(conversation), ensure_ascii=ascii_only, indent=indent))
    assert found.conversation == conversation


PIECES = [
    '{"messages":[',
    '{"role":"user","content":"x"}',
    "]}",
    "\n",
    "Manager: ",
    "[",
    "{",
    "1e999",
    "NaN",
    '"',
    "\ufeff",
]


@settings(max_examples=300, deadline=None)
@given(st.binary() | st.text().map(str.encode) | st.lists(st.sampled_from(PIECES)).map(lambda p: "".join(p).encode()))
def test_whatever_the_bytes_something_is_found_or_said_and_nothing_raises(data):
    assert read(data)
    assert all("\n" not in str(one) for one in read(data) if isinstance(one, Problem))
