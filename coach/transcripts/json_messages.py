"""Conversations in the form of OpenAI messages, as JSON or JSONL: read and written.

The manager is `user`, the coach `assistant`; any other role is an error with its place. `"kind": "notes"`
marks notes of a conversation, which are one message.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any, get_args

from coach.conversation import Conversation, ConversationKind, Message, content_id
from coach.errors import TranscriptError
from coach.transcripts.dialogue import begins_dialogue
from coach.transcripts.found import Found, Problem, attempt
from coach.transcripts.turns import Read, split_lines


def read_json(text: str, place: str) -> Iterator[Found | Problem]:
    """Yield every conversation in a JSON or JSONL text, and a problem for each that cannot be read."""
    try:
        value = json.loads(text)
    except RecursionError:
        yield Problem(place=place, message="the JSON is nested too deeply.")
        return
    except ValueError as error:  # JSONDecodeError, or a number with thousands of digits
        lines = [(number, line) for number, line in enumerate(split_lines(text), 1) if line.strip()]
        if len(lines) < 2 or not any(_is_json_object(line) for _, line in lines):
            at, what = (error.lineno, error.msg) if isinstance(error, json.JSONDecodeError) else (1, str(error))
            yield Problem(place=f"{place}:{at}", message=f"not valid JSON: {what}.")
            return
        for number, line in lines:
            yield from attempt(f"{place}:{number}", partial(_from_line, line))
        return
    if isinstance(value, list) and not all(isinstance(item, dict) and "role" in item for item in value):
        for number, item in enumerate(value, 1):
            yield from attempt(f"{place} (conversation {number})", partial(_from_value, item))
    else:
        yield from attempt(place, lambda: _from_value({"messages": value} if isinstance(value, list) else value))


def is_json(text: str) -> bool:
    """Tell JSON and JSONL from text: by the first character, or by a later line that is an object."""
    lines = [line for line in split_lines(text) if line.strip()]
    if lines[0].lstrip()[0] in "{[":
        return not begins_dialogue(lines[0])
    return not begins_dialogue(lines[0]) and any(_is_json_object(line) for line in lines[1:])


def _is_json_object(line: str) -> bool:
    if not line.lstrip().startswith("{"):  # the parser would say so as well, and take its time over it
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _from_line(line: str) -> Read:
    try:
        return _from_value(json.loads(line))
    except ValueError as error:
        raise TranscriptError(f"not valid JSON: {getattr(error, 'msg', error)}.") from None
    except RecursionError:
        raise TranscriptError("the JSON is nested too deeply.") from None


def _from_value(value: Any) -> Read:
    if not isinstance(value, dict) or not isinstance(value.get("messages"), list):
        raise TranscriptError('expected an object with "messages": [{"role": …, "content": …}].')
    messages = tuple(_message(item, number) for number, item in enumerate(value["messages"]))
    if not messages:
        raise TranscriptError("the conversation has no messages.")
    kind = value.get("kind", "talk")
    if kind not in get_args(ConversationKind):
        raise TranscriptError(f'unknown kind {kind!r}; "notes" marks notes, "talk" a conversation.')
    if kind == "notes" and [message.role for message in messages] != ["user"]:
        raise TranscriptError("notes are one message whose role is user.")
    name = value.get("id")
    if name is not None and (isinstance(name, bool) or not isinstance(name, str | int) or not str(name).strip()):
        raise TranscriptError("the id must be a text or a whole number.")
    made = content_id(messages, kind) if name is None else _encodable(str(name), "the id")
    return Read(Conversation(id=made, messages=messages, kind=kind))


def _message(item: Any, number: int) -> Message:
    if not isinstance(item, dict):
        raise TranscriptError(f"messages[{number}] is not an object.")
    role, content = item.get("role"), item.get("content")
    if role not in ("user", "assistant"):
        raise TranscriptError(f"messages[{number}]: unknown role {role!r}; the manager is user, the coach assistant.")
    if isinstance(content, list):
        texts: list[Any] = [
            part.get("text") for part in content if isinstance(part, dict) and part.get("type", "text") == "text"
        ]
        content = "\n".join(texts) if texts and all(isinstance(text, str) for text in texts) else None
    if not isinstance(content, str):
        raise TranscriptError(f"messages[{number}]: content must be text, or a list with text parts.")
    return Message(role=role, content=_encodable(content, f"messages[{number}]"))


def _encodable(content: str, where: str) -> str:
    try:
        content.encode("utf-8")
    except UnicodeEncodeError:
        raise TranscriptError(f"{where}: the text holds half a character (an unpaired surrogate).") from None
    return content


def to_json(conversation: Conversation) -> dict[str, Any]:
    """Return a conversation in the form that `coach classify` reads."""
    messages = [{"role": message.role, "content": message.content} for message in conversation.messages]
    kind = {"kind": conversation.kind} if conversation.kind == "notes" else {}
    return {"id": conversation.id, **kind, "messages": messages}
