"""A message → sentences, and sentences → clauses, with their offsets.

Sentences by sentencex; where people type without capitals, after "me.", at line breaks, and at the joints of
long sentences, we cut further. It knows nothing of meaning.
"""

import re
from typing import NamedTuple

from sentencex import segment

_MISSED_END = re.compile(r"(?<=[a-z]{3}[.!?])\s+(?=[a-z])|(?<=\bme\.)\s+(?=\S)")  # sentencex takes "me." for Maine
_LINE = re.compile(r"\n+")
_JOINT = re.compile(r";\s+|(?<!\s)\s+[–—]\s+|\s--?\s|,\s+(?=but\s)|\n+")
_LEADING = re.compile(r"^[\s\-•*·–—]+")
_FEWEST_WORDS = 4
_LONGEST = 600
"""Code points: what is dictated without a full stop is cut at a space before it gets longer."""


class Span(NamedTuple):
    """A piece of a message: `text == message[start:end]`, in code points."""

    text: str
    start: int
    end: int


def sentences(message: str) -> list[Span]:
    """Return the sentences of a message in order, without surrounding white space; none is longer than 600."""
    found: list[Span] = []
    for sentence in _sentences(message):
        for line in _split(sentence, _LINE, fewest=1):
            found += _shorter(line)
    return [trimmed for span in found if (trimmed := _trim(span)).text]


def clauses(message: str) -> list[Span]:
    """Return the clauses of a message in order, without surrounding white space."""
    found = [clause for sentence in _sentences(message) for clause in _split(sentence, _JOINT, fewest=_FEWEST_WORDS)]
    return [trimmed for span in found if (trimmed := _trim(span)).text]


def _sentences(message: str) -> list[Span]:
    found: list[Span] = []
    start = 0
    for sentence in segment("en", message):
        found += _split(Span(sentence, start, start + len(sentence)), _MISSED_END, fewest=1)
        start += len(sentence)
    return found


def _split(span: Span, joint: re.Pattern[str], fewest: int) -> list[Span]:
    """Cut at joints, but never so that either side is left with fewer words than `fewest`."""
    pieces = []
    start = 0
    for match in joint.finditer(span.text):
        left, right = span.text[start : match.start()], span.text[match.end() :]
        if min(len(left.split()), len(right.split())) >= fewest:
            pieces.append(Span(left, span.start + start, span.start + match.start()))
            start = match.end()
    return [*pieces, Span(span.text[start:], span.start + start, span.end)]


def _shorter(span: Span) -> list[Span]:
    """Cut before the longest length, at the last comma of its later half, else at a space, else anywhere."""
    pieces = []
    while len(span.text) > _LONGEST:
        head = span.text[:_LONGEST]
        places = (head.rfind(", ", _LONGEST // 2) + 1, head.rfind(" ", _LONGEST // 2), _LONGEST)
        place = next(place for place in places if place > 0)
        pieces.append(Span(head[:place], span.start, span.start + place))
        span = Span(span.text[place:], span.start + place, span.end)
    return [*pieces, span]


def _trim(span: Span) -> Span:
    left = len(span.text) - len(_LEADING.sub("", span.text))
    text = span.text[left:].rstrip()
    return Span(text, span.start + left, span.start + left + len(text))
