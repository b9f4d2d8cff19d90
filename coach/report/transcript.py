"""The conversation behind a verdict, with the evidence marked in it.

Quotes may overlap or share a place, so a message is cut wherever one begins or ends, and every piece
knows the quotes that cover it. It knows nothing of Markdown or HTML.
"""

from collections.abc import Sequence
from itertools import pairwise

from coach.conversation import Conversation, Frozen
from coach.evidence import Evidence


class Piece(Frozen):
    """A run of words with the numbers of the quotes over it, and of those that begin and end with it.

    `taken_back` says that every one of those quotes was.
    """

    text: str
    quotes: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    taken_back: bool = False


class Turn(Frozen):
    """A message, counted from 1. One that coaching must stop for is `withheld`: its words are not repeated."""

    number: int
    who: str
    pieces: tuple[Piece, ...]
    withheld: bool = False


def transcript_of(
    conversation: Conversation,
    evidence: Sequence[Evidence],
    withheld: frozenset[int] = frozenset(),
    taken_back: frozenset[Evidence] = frozenset(),
) -> tuple[Turn, ...]:
    """Return every message in order; evidence is numbered from 1, `withheld` are places in the conversation.

    `taken_back` is the part of the evidence that somebody withdrew.
    """
    names = {"user": "Notes" if conversation.kind == "notes" else "Manager", "assistant": "Coach"}
    turns = []
    for place, message in enumerate(conversation.messages):
        numbered = [(number, piece) for number, piece in enumerate(evidence, 1) if piece.message == place]
        turns.append(
            Turn(
                number=place + 1,
                who=names[message.role],
                pieces=() if place in withheld else _cut(message.content, numbered, taken_back),
                withheld=place in withheld,
            )
        )
    return tuple(turns)


def _cut(text: str, numbered: Sequence[tuple[int, Evidence]], taken_back: frozenset[Evidence]) -> tuple[Piece, ...]:
    cuts = sorted({0, len(text), *(e.start for _, e in numbered), *(e.end for _, e in numbered)})
    pieces = []
    for start, end in pairwise(cuts):
        over = [(number, e) for number, e in numbered if e.start <= start and end <= e.end]
        pieces.append(
            Piece(
                text=text[start:end],
                quotes=tuple(number for number, _ in over),
                begins=tuple(number for number, e in numbered if e.start == start),
                ends=tuple(number for number, e in numbered if e.end == end),
                taken_back=bool(over) and all(e in taken_back for _, e in over),
            )
        )
    return tuple(pieces)
