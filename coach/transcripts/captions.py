"""WebVTT and SRT, as meeting tools export them → turns.

Own code, because no word may be lost in silence: the libraries skip a malformed cue, or refuse a file without
saying where. It knows nothing of time: cues are read in the order of the file.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from coach.errors import TranscriptError
from coach.transcripts.speakers import NOBODY, Speakers, plain_name
from coach.transcripts.turns import Turn, merged, split_lines

_TIME = r"(?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?$")
_SRT = re.compile(rf"\s*\d+[ \t]*(?:\r\n|\n|\r)\s*{_TIME}\s*-->")
_NOT_CUES = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)|X-TIMESTAMP-MAP=")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:\s([^<>]*))?>|(</v>)")
_TAG = re.compile(r"</?(?:b|c|i|u|v|lang|ruby|rt|font)(?:[.\s][^<>]*)?>|<\d[\d:.]*>")
_NAME_FIRST = re.compile(r"([^\s:<>][^:<>?!]{0,59}):(?:\s+|$)(.*)", re.DOTALL)
_MOST_WORDS_OF_A_NAME = 4


class Cue(NamedTuple):
    """The text of one cue, its tags still in it, and the number of its first line."""

    text: str
    line: int


def is_captions(text: str) -> bool:
    """Tell WebVTT and SRT from other text by how they begin."""
    start = text[:200].lstrip()
    return re.match(r"WEBVTT(?:\s|$)", start) is not None or _SRT.match(start) is not None


def turns_of(text: str, speakers: Speakers) -> list[Turn]:
    """Return who says what, the cues of one speaker in a row joined.

    A speaker is named by a voice tag or, in a file without any, before a colon (`Jane Doe: text`).

    Raises:
        TranscriptError: the file is malformed ("line 12: …").
    """
    cues = list(_cues(text))
    with_tags = any(_VOICE.search(cue.text) for cue in cues)
    said = (turn for cue in cues for turn in (_by_voice(cue) if with_tags else [_by_colon(cue, speakers)]))
    return merged(said)


def _cues(text: str) -> Iterator[Cue]:
    header = text.lstrip().startswith("WEBVTT")
    for number, block in _blocks(text):
        timings = [at for at, line in enumerate(block) if "-->" in line]
        if header or _NOT_CUES.match(block[0]):
            if timings:
                raise TranscriptError(f"line {number + timings[0]}: a blank line is missing before this cue.")
            header = False
            continue
        if not timings or timings[0] > 1:
            raise TranscriptError(
                f"line {number}: expected a cue, its time first (00:00:01.000 --> 00:00:04.000); "
                "a cue's text has no blank lines."
            )
        if len(timings) > 1:
            raise TranscriptError(f"line {number + timings[1]}: a blank line is missing before this cue.")
        if not _TIMING.match(block[timings[0]]):
            raise TranscriptError(f"line {number + timings[0]}: not a cue's time (00:00:01.000 --> 00:00:04.000).")
        yield Cue("\n".join(block[timings[0] + 1 :]), number + timings[0] + 1)


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield runs of lines between blank ones, each with the number of its first line."""
    block: list[str] = []
    lines = split_lines(text)
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _by_voice(cue: Cue) -> Iterator[Turn]:
    name, start = NOBODY, 0
    for tag in _VOICE.finditer(cue.text):
        yield _turn(name, cue.text[start : tag.start()], cue)
        name, start = NOBODY if tag[2] else _plain(tag[1] or "") or NOBODY, tag.end()
    yield _turn(name, cue.text[start:], cue)


def _by_colon(cue: Cue, speakers: Speakers) -> Turn:
    text = _plain(cue.text)
    match = _NAME_FIRST.match(text)
    if match and (plain_name(match[1]) in speakers or _may_be_a_name(match[1])):
        return Turn(match[1].strip(), match[2], f"line {cue.line}")
    return Turn(NOBODY, text, f"line {cue.line}")


def _may_be_a_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _MOST_WORDS_OF_A_NAME or all(not word[0].islower() for word in words)


def _turn(name: str, words: str, cue: Cue) -> Turn:
    return Turn(name, _plain(words), f"line {cue.line}")


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", text)).split())
