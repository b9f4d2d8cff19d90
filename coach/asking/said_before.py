"""What of a conversation was said, and said back, before; and which words of it may be said back now.

It knows nothing of the bank's sentences beyond the text it is given.
"""

import re
from typing import NamedTuple

from coach.asking.paraphrase import paraphrase
from coach.conversation import Conversation, Move
from coach.evidence import Evidence
from coach.harm import disclosed
from coach.requests import is_hollow, request_of


class Stretch(NamedTuple):
    """A stretch of a message, in code points."""

    message: int
    start: int
    end: int


def was_said(text: str, conversation: Conversation) -> bool:
    """Say whether the coach used the fixed words of a sentence with slots before."""
    fixed = max(re.split(r"[“”]?\{\w+\}[“”]?", text), key=len).strip(" .,;:")
    if len(fixed.split()) < 2:
        return False
    return any(fixed in message.content for message in conversation.messages if message.role == "assistant")


def was_given_back(clause: str, conversation: Conversation) -> bool:
    """Say whether a clause was said back before."""
    return any(clause in turn.paraphrased for turn in conversation.coach_turns())


def was_summed(points: set[str | None], conversation: Conversation) -> bool:
    """Say whether an earlier summary took up one of some points."""
    sums = [turn for turn in conversation.coach_turns() if Move.SUMMARISE in turn.moves]
    return any(points & {*turn.quotes, *turn.paraphrased} for turn in sums)


def was_quoted(quote: str, conversation: Conversation) -> bool:
    """Say whether some words were quoted before."""
    return any(quote in turn.quotes for turn in conversation.coach_turns())


def whole_message(message: int, conversation: Conversation) -> Stretch:
    """Return the whole of a message."""
    return Stretch(message, 0, len(conversation.messages[message].content))


def stretch_of(piece: Evidence) -> Stretch:
    """Return where a piece of evidence stands."""
    return Stretch(piece.message, piece.start, piece.end)


def paraphrased(piece: Evidence, conversation: Conversation) -> str | None:
    """Return a piece of evidence in the second person, read where it stands: a "but" after it counts."""
    return paraphrase(conversation.messages[piece.message].content, piece.start, piece.end)


def tells(stretch: Stretch, conversation: Conversation) -> bool:
    """Say whether a stretch belongs to a message that tells something fit to be taken up.

    It does not if it asks or shrugs, or discloses harm: that is never put among points about work.
    """
    words = conversation.messages[stretch.message].content
    return request_of(words) is None and not is_hollow(words) and disclosed(words) is None
