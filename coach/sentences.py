"""A message → sentences and clauses with their offsets.

Sentences by sentencex; where people type without capitals, and at the joints of long sentences, we cut
further. It knows nothing of meaning.
"""

import re
from typing import NamedTuple

from sentencex import segment

_LOWER_CASE_START = re.compile(r"(?<=[a-z]{3}[.!?])\s+(?=[a-z])")
_JOINT = re.compile(r";\s+|(?<!\s)\s+[–—]\s+|\s--?\s|,\s+(?=but\s)|\n+")
_LEADING = re.compile(r"^[\s\-•*·–—]+")
_FEWEST_WORDS = 4


class Span(NamedTuple):
    """A piece of a message: `text == message[start:end]`, in code points."""

    text: str
    start: int
    end: int


def clauses(message: str) -> list[Span]:
    """Return the clauses of a message in order, without surrounding white space."""
    found: list[Span] = []
    start = 0
    for sentence in segment("en", message):
        for piece in _split(Span(sentence, start, start + len(sentence)), _LOWER_CASE_START, fewest=1):
            found += _split(piece, _JOINT, fewest=_FEWEST_WORDS)
        start += len(sentence)
    return [trimmed for span in found if (trimmed := _trim(span)).text]


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


def _trim(span: Span) -> Span:
    left = len(span.text) - len(_LEADING.sub("", span.text))
    text = span.text[left:].rstrip()
    return Span(text, span.start + left, span.start + left + len(text))
