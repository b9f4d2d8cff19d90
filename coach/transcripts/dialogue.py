"""Lines of text → turns: `Name: words`, and what meeting tools export as text or DOCX.

Three layouts: *colon* (`Manager: words`, `[10:30] Dana: words`, `**Dana:** words`), *stamped* (a line
`Jane Doe   0:03`, then her words) and *timed* (a line `0:0:1.0 --> 0:0:3.2`, then the name, then the words).
It knows nothing of files; a line carries its place.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coach.errors import TranscriptError
from coach.transcripts.speakers import KNOWN_SPEAKERS, Speakers, plain_name
from coach.transcripts.turns import Line, Turn, merged

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
TIME = rf"[\[(]?{_CLOCK}(?: ?[AaPp][Mm])?[\])]?"
"""A time of day or since the start, as it stands before or after a name."""
_NAME = r"\w[\w .'’/&-]{0,39}?(?: ?\([^():]*\))?"
_AFTER_A_NAME = r":(?!//)(?:(?<!\d:)|(?!\d\d))"  # not an address, nor a time of day
_COLON = re.compile(rf"(?:{TIME} )?(?!\d+\s*:)({_NAME})(?: ?{TIME})?\s*{_AFTER_A_NAME}\s*(.*)$")
_BOLD = re.compile(r"(\*\*|__)([^*_:]{1,79})(?:\1\s*:|:\s*\1)\s*(.*)$")
_STAMPED = re.compile(rf"(\[?)([^\s\[\]:][^\[\]:]{{0,79}}?)\]?([ \t\u00a0]+)\[?{_CLOCK}\]?$")
_STAMP_FIRST = re.compile(r"\d{1,2}:\d{2}:\d{2}[ \t\u00a0]+([^\s:][^:]{0,79})$")
_ARROW = re.compile(r"\d+:\d{1,2}:\d{1,2}[.,]\d+\s*-->\s*\d+:\d{1,2}:\d{1,2}[.,]\d+$")
_TIME_MARK = re.compile(r"\d{1,2}:\d{2}:\d{2}$")
_EVENT = re.compile(r"(.{1,79}?) (?:started|stopped) (?:transcription|recording)\.?$")
_EVENT_ENDS = ("transcription", "transcription.", "recording", "recording.")
_END = re.compile(r"(?:#+ )?(?:Meeting|Transcription) ended after \d{1,2}:\d{2}")
_ENDS_A_STAMP = tuple("0123456789]")
_LONGEST_NAME = 80
_LONGEST_STAMP = 120
_MOST_WORDS_OF_A_NAME = 6

INDENT = " (or indent the line if it goes on what was said before)"


class _Head(NamedTuple):
    """A line that says who speaks: the name, and the words on the same line."""

    name: str
    words: str = ""


def turns_of(lines: Sequence[Line], speakers: Speakers) -> list[Turn]:
    """Return who says what.

    Raises:
        TranscriptError: there are words before the first speaker, or a name is missing.
    """
    heads = [colon_head(line.text, speakers) for line in lines]
    known = next((at for at, head in enumerate(heads) if head and plain_name(head.name) in speakers), len(lines))
    arrow = next((at for at, line in enumerate(lines) if _ARROW.match(line.text.strip())), len(lines))
    if arrow < known:
        return _timed(lines)
    stamps = [_stamp_head(line.text, speakers, surely=True) for line in lines]
    stamped = next((at for at, head in enumerate(stamps) if head), len(lines))
    if stamped < known and len(stamps) - stamps.count(None) >= len(heads) - heads.count(None):
        return _stamped(lines, speakers)
    return _with_colons(lines, [colon or stamp for colon, stamp in zip(heads, stamps, strict=True)])


def begins_dialogue(text: str) -> bool:
    """Say whether a line by itself shows that a text is a dialogue: it names a speaker or starts with a time."""
    known = colon_head(text, KNOWN_SPEAKERS) or _stamp_head(text, KNOWN_SPEAKERS, surely=True)
    return known is not None or re.match(rf"\s*{TIME}\s", text) is not None


def colon_head(text: str, speakers: Speakers) -> _Head | None:
    """Return who speaks in a line `Name: words`; an indented line goes on what was said before."""
    if ":" not in text or text[:1].isspace():
        return None
    name, _, words = text[: _LONGEST_NAME + 1].partition(":")
    if plain_name(name) in speakers and not words.startswith("//"):
        return _Head(name.strip(), text[len(name) + 1 :].lstrip())
    if bold := _BOLD.match(text):
        return _Head(bold[2].strip(), bold[3])
    match = _COLON.match(text)
    return _Head(match[1].strip(), match[2]) if match else None


def _stamp_head(text: str, speakers: Speakers, surely: bool = False) -> _Head | None:
    """Return who speaks after a line `Name   0:03`; what may be part of a sentence is not `surely` one."""
    text = text.rstrip()
    if len(text) > _LONGEST_STAMP or text[:1].isspace() or not (text[:1].isdigit() or text[-1:] in _ENDS_A_STAMP):
        return None
    match = _STAMPED.match(text)
    name = match[2] if match else ""
    if match and (match[1] or len(match[3]) > 1 or match[3] in "\t\u00a0" or plain_name(name) in speakers):
        return _Head(name)
    if match and not surely and _looks_like_a_name(name):
        return _Head(name)
    first = _STAMP_FIRST.match(text)
    return _Head(first[1]) if first and _looks_like_a_name(first[1]) else None


def _looks_like_a_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _MOST_WORDS_OF_A_NAME and all(not word[0].islower() for word in words)


def _with_colons(lines: Sequence[Line], heads: Sequence[_Head | None]) -> list[Turn]:
    turns: list[tuple[_Head, str, list[str]]] = []
    first = next((at for at, head in enumerate(heads) if head), len(lines))
    titles = [at for at, line in enumerate(lines[:first]) if line.text.strip("#* \t").casefold() == "transcript"]
    start = titles[-1] + 1 if titles else 0
    ended = False  # after a meeting tool's end note only another speaker's words count
    for line, head in zip(lines[start:], heads[start:], strict=True):
        if head:
            turns.append((head, line.place, [head.words]))
            ended = False
        elif _END.match(line.text):
            ended = True
        elif ended or _TIME_MARK.match(line.text):
            continue
        elif turns:
            turns[-1][2].append(line.text.strip())
        elif line.text.strip():
            raise TranscriptError(f"{line.place}: expected `Manager: …` or `Coach: …`, or JSON.")
    return [Turn(head.name, "\n".join(words).strip(), place) for head, place, words in turns]


def _stamped(lines: Sequence[Line], speakers: Speakers) -> list[Turn]:
    turns: list[Turn] = []
    for line in lines:
        head = _stamp_head(line.text, speakers)
        if head:
            turns.append(Turn(head.name, "", line.place))
        elif turns and not _is_event(line.text.strip()):
            turns.append(turns[-1]._replace(words=line.text, place=line.place))
    return merged(turns)


def _is_event(text: str) -> bool:
    """Say whether a line is the meeting tool's own: `Jane Doe started transcription`."""
    event = _EVENT.match(text) if text.endswith(_EVENT_ENDS) else None
    return event is not None and _looks_like_a_name(event[1])


def _timed(lines: Sequence[Line]) -> list[Turn]:
    turns: list[Turn] = []
    awaiting_name = False
    for line in (line for line in lines if line.text.strip()):
        text = line.text.strip()
        if _ARROW.match(text):
            awaiting_name = True
        elif awaiting_name:
            if len(text) > _LONGEST_NAME:
                raise TranscriptError(f"{line.place}: expected the name of who speaks after a line of times.")
            turns.append(Turn(text, "", line.place))
            awaiting_name = False
        elif turns:
            turns.append(turns[-1]._replace(words=text, place=line.place))
    return merged(turns)
