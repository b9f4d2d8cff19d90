"""Turns of named speakers → a conversation. Every format that names its speakers comes through here."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coach.conversation import Conversation, Message, content_id
from coach.errors import TranscriptError
from coach.transcripts.speakers import Speakers, plain_name, unknown_speakers

_NO_SPACE_BEFORE = re.compile(r"[,.;:!?…)\]]")


class Line(NamedTuple):
    """A line of a text or document, and where it stands ("line 12")."""

    place: str
    text: str


class Turn(NamedTuple):
    """What one speaker said in one go, under the name as written, and where it begins ("line 12")."""

    name: str
    words: str
    place: str


class Read(NamedTuple):
    """A conversation, and how many turns of people who are neither manager nor coach were left out of it."""

    conversation: Conversation
    left_out: int = 0


def split_lines(text: str) -> list[str]:
    """Split where people see a new line; other separators may stand inside somebody's words."""
    return re.split(r"\r\n|\n|\r", text)


def merged(turns: Iterable[Turn]) -> list[Turn]:
    """Join turns of one speaker in a row, as speech that a machine cut up; turns without words go."""
    runs: list[tuple[Turn, list[str]]] = []
    for turn in turns:
        words = " ".join(turn.words.split())
        if not words:
            continue
        if runs and plain_name(runs[-1][0].name) == plain_name(turn.name):
            space = "" if _NO_SPACE_BEFORE.match(words) else " "
            runs[-1][1].append(space + words)
        else:
            runs.append((turn, [words]))
    return [first._replace(words="".join(pieces)) for first, pieces in runs]


def conversation_from(turns: Sequence[Turn], speakers: Speakers, hint: str = "") -> Read:
    """Return the conversation that turns make; those of others are left out and counted.

    Raises:
        TranscriptError: there are no turns, or some speakers are unknown (all are named; `hint` is added).
    """
    if not turns:
        raise TranscriptError("nobody says anything in it.")
    names = [plain_name(turn.name) for turn in turns]
    unknown: dict[str, Turn] = {}
    for name, turn in zip(names, turns, strict=True):
        if name not in speakers:
            unknown.setdefault(name, turn)
    if unknown:
        first = next(iter(unknown.values()))
        said = unknown_speakers(turn.name for turn in unknown.values())
        raise TranscriptError(f"{first.place}: {said}{hint}.")
    messages: list[Message] = []
    for name, turn in zip(names, turns, strict=True):
        part = speakers[name]
        if part != "other":
            messages.append(Message(role=part, content=turn.words))
    if not messages:
        raise TranscriptError("neither the manager nor a coach says anything in it.")
    said_in_it = tuple(messages)
    conversation = Conversation(id=content_id(said_in_it), messages=said_in_it)
    return Read(conversation, left_out=len(turns) - len(said_in_it))
