"""Read conversations as people have them, and write them; the format is told by the content.

JSON and JSONL (OpenAI messages), text (`Manager: …`), WebVTT, SRT and DOCX as meeting tools export them, and notes
of a conversation. Who is the manager is never guessed: an unknown role or speaker is an error with its place.
"""

import re
from collections.abc import Iterator

from coach.conversation import Conversation, Message, content_id
from coach.errors import TranscriptError
from coach.transcripts import captions, dialogue, kinds, word
from coach.transcripts.found import Found, Problem, attempt
from coach.transcripts.json_messages import is_json, read_json, to_json
from coach.transcripts.speakers import KNOWN_SPEAKERS, Speakers, load_speakers
from coach.transcripts.turns import Line, Read, conversation_from, split_lines

__all__ = [
    "KNOWN_SPEAKERS",
    "Found",
    "Problem",
    "Speakers",
    "load_speakers",
    "read_transcripts",
    "to_json",
    "to_text",
]

_JSON_BEGINS = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")


def read_transcripts(
    data: bytes, place: str, speakers: Speakers = KNOWN_SPEAKERS, notes: bool = False
) -> Iterator[Found | Problem]:
    """Yield every conversation in a file's bytes, and a problem for each that cannot be read.

    With `notes` the text of the file is one message of the manager, as somebody noted it.
    """
    if kinds.is_zip(data):
        yield from attempt(place, lambda: _from_word(data, speakers, notes))
        return
    try:
        text = kinds.text_of(data)
    except TranscriptError as error:
        yield Problem(place=place, message=str(error))
        return
    if not text.strip():
        yield Problem(place=place, message="the file is empty.")
    elif notes:
        yield from _read_notes(text, place)
    elif captions.is_captions(text):
        yield from attempt(place, lambda: conversation_from(captions.turns_of(text, speakers), speakers))
    elif is_json(text):
        yield from read_json(text, place)
    else:
        yield from attempt(place, lambda: _from_text(text, speakers))


def _from_text(text: str, speakers: Speakers) -> Read:
    lines = [Line(f"line {number}", line) for number, line in enumerate(split_lines(text), 1)]
    return conversation_from(dialogue.turns_of(lines, speakers), speakers, dialogue.INDENT)


def _from_word(data: bytes, speakers: Speakers, notes: bool) -> Read:
    document = word.read_document(data)
    if notes:
        return _noted(word.document_text(document))
    return conversation_from(word.document_turns(document, speakers), speakers)


def _read_notes(text: str, place: str) -> Iterator[Found | Problem]:
    if captions.is_captions(text):
        yield Problem(place=place, message="a transcript, not notes; leave --notes out for it.")
    elif _JSON_BEGINS.match(text):
        for item in read_json(text, place):
            if isinstance(item, Found) and item.conversation.kind != "notes":
                message = '--notes is for text, Markdown and DOCX; in JSON, "kind": "notes" marks notes.'
                item = Problem(place=item.place, message=message)
            yield item
    else:
        yield from attempt(place, lambda: _noted(text))


def _noted(text: str) -> Read:
    content = "\n".join(line.rstrip() for line in split_lines(text)).strip()
    if not content:
        raise TranscriptError("there is no text in it.")
    messages = (Message(role="user", content=content),)
    return Read(Conversation(id=content_id(messages, "notes"), messages=messages, kind="notes"))


def to_text(conversation: Conversation) -> str:
    """Return a talk as `Manager: …` / `Coach: …`; a line that goes on is indented, so that it reads back."""
    names = {"user": "Manager", "assistant": "Coach"}
    turns = (f"{names[m.role]}: " + "\n  ".join(split_lines(m.content)) for m in conversation.messages)
    return "\n\n".join(turns) + "\n"
