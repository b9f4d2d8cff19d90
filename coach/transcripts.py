"""Read conversations from JSON, JSONL and text, and write them; the format is told by the content.

Who is the manager is never guessed: an unknown role or speaker is an error with its place.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from coach.conversation import Conversation, Frozen, Message, Role, content_id
from coach.errors import TranscriptError

Speakers = Mapping[str, Role]
"""Lower-case names of speakers in text transcripts, and their roles."""

KNOWN_SPEAKERS: Speakers = {"manager": "user", "coach": "assistant"}
_ROLES: dict[str, Role] = {"manager": "user", "user": "user", "coach": "assistant", "assistant": "assistant"}
_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?[\])]?"
_SPEAKER = re.compile(
    rf"^(?:{_TIME} )?(?!\d+\s*:)(\w[\w .'’/&-]{{0,39}}?(?: ?\([^():]*\))?)(?: ?{_TIME})?\s*:(?!//)\s*(.*)$"
)


class Problem(Frozen):
    """Something in the input that could not be read; the rest still can."""

    place: str
    message: str

    def __str__(self) -> str:
        """Return the one line for people."""
        return f"{self.place}: {self.message}"


class Found(Frozen):
    """A conversation and where it was found."""

    place: str
    conversation: Conversation


def load_speakers(path: Path) -> Speakers:
    """Return who is who from a CSV file with the columns name and role (manager or coach).

    Raises:
        TranscriptError: the file cannot be read, or a row makes no sense.
    """
    reader = csv.DictReader(io.StringIO(_decoded(path.read_bytes() if path.is_file() else None, str(path)), newline=""))
    if reader.fieldnames is None or [name.strip().lower() for name in reader.fieldnames] != ["name", "role"]:
        raise TranscriptError(f"{path}:1: expected the header `name,role`.")
    named: dict[str, Role] = {}
    try:
        for row in reader:
            name, role = (str(value or "").strip().lower() for value in list(row.values())[:2])
            if not name or role not in _ROLES:
                raise TranscriptError(f"{path}:{reader.line_num}: expected a name and a role, manager or coach.")
            if named.setdefault(name, _ROLES[role]) != _ROLES[role]:
                raise TranscriptError(f"{path}:{reader.line_num}: {name!r} is given both roles.")
    except csv.Error as error:
        raise TranscriptError(f"{path}:{reader.line_num}: not valid CSV: {error}.") from None
    return {**KNOWN_SPEAKERS, **named}


def read_transcripts(data: bytes, place: str, speakers: Speakers = KNOWN_SPEAKERS) -> Iterator[Found | Problem]:
    """Yield every conversation in a file's bytes, and a problem for each that cannot be read."""
    try:
        text = _decoded(data, place)
    except TranscriptError as error:
        yield Problem(place=place, message=str(error).removeprefix(f"{place}: "))
        return
    start = text.lstrip()[:1]
    if not start:
        yield Problem(place=place, message="the file is empty.")
    elif _is_json(text):
        yield from _read_json(text, place)
    else:
        yield from _attempt(place, lambda: _from_text(text, speakers))


def _decoded(data: bytes | None, place: str) -> str:
    if data is None:
        raise TranscriptError(f"{place}: no such file.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TranscriptError(f"{place}: not UTF-8 text (byte {error.start}); save it as UTF-8.") from None


def _attempt(place: str, read: Any) -> Iterator[Found | Problem]:
    try:
        yield Found(place=place, conversation=read())
    except TranscriptError as error:
        message = str(error)
        line = re.match(r"line (\d+): ", message)
        if line:
            place, message = f"{place}:{line[1]}", message[line.end() :]
        yield Problem(place=place, message=message)


def _read_json(text: str, place: str) -> Iterator[Found | Problem]:
    try:
        value = json.loads(text)
    except RecursionError:
        yield Problem(place=place, message="the JSON is nested too deeply.")
        return
    except ValueError as error:  # JSONDecodeError, or a number with thousands of digits
        lines = [(number, line) for number, line in enumerate(_lines(text), 1) if line.strip()]
        if len(lines) < 2 or not any(_is_json_object(line) for _, line in lines):
            at, what = (error.lineno, error.msg) if isinstance(error, json.JSONDecodeError) else (1, str(error))
            yield Problem(place=f"{place}:{at}", message=f"not valid JSON: {what}.")
            return
        for number, line in lines:
            yield from _attempt(f"{place}:{number}", lambda line=line: _from_value(_parsed(line)))
        return
    if isinstance(value, list) and not all(isinstance(item, dict) and "role" in item for item in value):
        for number, item in enumerate(value, 1):
            yield from _attempt(f"{place} (conversation {number})", lambda item=item: _from_value(item))
    else:
        yield from _attempt(place, lambda: _from_value({"messages": value} if isinstance(value, list) else value))


def _is_json(text: str) -> bool:
    """Tell JSON and JSONL from text: by the first character, or by a later line that is an object."""
    lines = [line for line in _lines(text) if line.strip()]
    if lines[0].lstrip()[0] in "{[":
        return not re.match(rf"\s*{_TIME}\s", text)
    return not _SPEAKER.match(lines[0]) and any(_is_json_object(line) for line in lines[1:])


def _lines(text: str) -> list[str]:
    """Split where people see a new line; other separators may stand inside somebody's words."""
    return re.split(r"\r\n|\n|\r", text)


def _is_json_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise TranscriptError(f"not valid JSON: {getattr(error, 'msg', error)}.") from None
    except RecursionError:
        raise TranscriptError("the JSON is nested too deeply.") from None


def _from_value(value: Any) -> Conversation:
    if not isinstance(value, dict) or not isinstance(value.get("messages"), list):
        raise TranscriptError('expected an object with "messages": [{"role": …, "content": …}].')
    messages = tuple(_message(item, number) for number, item in enumerate(value["messages"]))
    if not messages:
        raise TranscriptError("the conversation has no messages.")
    name = value.get("id")
    if name is not None and (isinstance(name, bool) or not isinstance(name, str | int) or not str(name).strip()):
        raise TranscriptError("the id must be a text or a whole number.")
    if name is None:
        return Conversation(id=content_id(messages), messages=messages)
    return Conversation(id=_encodable(str(name), "the id"), messages=messages)


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


def _from_text(text: str, speakers: Speakers) -> Conversation:
    turns: list[tuple[Role, list[str]]] = []
    for number, line in enumerate(_lines(text), 1):
        match = _SPEAKER.match(line)
        if match:
            role = speakers.get(match[1].strip().lower())
            if role is None:
                raise TranscriptError(
                    f"line {number}: unknown speaker {match[1]!r}; say who it is with --speakers "
                    "(or indent the line if it goes on what was said before)."
                )
            turns.append((role, [match[2]]))
        elif turns:
            turns[-1][1].append(line.strip())
        elif line.strip():
            raise TranscriptError(f"line {number}: expected `Manager: …` or `Coach: …`, or JSON.")
    messages = tuple(Message(role=role, content="\n".join(lines).strip()) for role, lines in turns)
    return Conversation(id=content_id(messages), messages=messages)


def to_json(conversation: Conversation) -> dict[str, Any]:
    """Return a conversation in the form that `coach classify` reads."""
    messages = [{"role": message.role, "content": message.content} for message in conversation.messages]
    return {"id": conversation.id, "messages": messages}


def to_text(conversation: Conversation) -> str:
    """Return a conversation as `Manager: …` / `Coach: …`; a line that goes on is indented, so that it reads back."""
    names = {"user": "Manager", "assistant": "Coach"}
    turns = (f"{names[m.role]}: " + "\n  ".join(_lines(m.content)) for m in conversation.messages)
    return "\n\n".join(turns) + "\n"
