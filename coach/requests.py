"""What the manager asks of the coach in so many words: to stop, to say why, to explain, to advise. Pure.

And the opposite, a reply with nothing in it. It knows nothing of what the coach then does.
"""

import re
from enum import StrEnum

from coach.conversation import straight


class Request(StrEnum):
    """Something the manager asks of the coach, in so many words."""

    STOP = "stop"
    WHY = "why"
    EXPLAIN = "explain"
    ADVISE = "advise"


_SAID_FIRST = r"(?:so |and |but |well |also |ok(?:ay)?,? |sorry,? |please )*"
_THANKS = r"(?:,? (?:thanks|thank you|cheers|bye|for (?:now|today)|now|here|there))*"
_WHOLE_MESSAGE = re.compile(
    rf"^\W*(?:(?:please )?(?:stop|quit|bye|goodbye|that's (?:all|it|enough)|i'm done|"
    rf"i have to (?:go|stop|leave)|let's (?:stop|leave it)|(?:enough|no more)(?: questions)?){_THANKS}|"
    r"(?:ok(?:ay)?|thanks|thank you|cheers)[\w ,]{0,20}\b(?:good)?bye)\W*$",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"[.!?,]\s+(?:ok(?:ay)?,? )?(?:good)?bye\W*$", re.IGNORECASE)
_SENTENCE: tuple[tuple[Request, re.Pattern[str]], ...] = tuple(
    (request, re.compile(rf"^\W*{_SAID_FIRST}(?:{pattern})", re.IGNORECASE))
    for request, pattern in (
        (
            Request.WHY,
            r"(?:why (?:do|are|did|would) you (?:ask|want to know|asking)|how is (?:that|this) relevant|"
            r"what(?:'s| has| does) (?:that|this) (?:got |have )?to do with)",
        ),
        (
            Request.ADVISE,
            r"(?:(?:can|could|will) you )?(?:please )?(?:just )?"
            r"(?:just tell me|tell me (?:straight|what (?:to do|you'd do))|"
            r"i want to know how|what (?:would you|should i) (?:do|say)|what do you (?:suggest|recommend|advise)|"
            r"give me (?:some |your |a )?(?:advice|straight answer)|any (?:advice|tips|suggestions)|"
            r"how (?:do|can|would) i (?:get|make|stop|start|bring|teach)\b)",
        ),
        (
            Request.EXPLAIN,
            r"(?:what(?:'s| is| are) (?:a|an|the)?\b.{3,140}\?|what does .{3,140} mean|how does .{3,140}\?|"
            r"(?:can|could) you (?:explain|tell me (?:what|more))|what do you mean by|explain\b|"
            r"do you think .{3,140}\?|should i .{3,140}\?)",
        ),
    )
)
_STEP = re.compile(
    r"\b(?:i|we)(?:'ll| will| shall| can| could|'d| would|'m going to| am going to| plan to| want to| intend to)\b|"
    r"\blet me\b|^\W*(?:ask|talk|tell|give|let|try|start|stop|sit down|write|ring|call|meet|speak|have)\b",
    re.IGNORECASE,
)
_HOLLOW = re.compile(
    r"^\W*((ok(ay)?|yes|yeah|yep|no|nope|nah|dunno|(i )?don't know|not sure|idk|maybe|fine|sure|whatever|"
    r"hm+|right|i guess( so)?|no idea|nothing|next|k|same|good|thanks|hi|hello|hey|good (morning|afternoon|evening)|"
    r"(sorry |but )?what do you mean( by that)?|i (don't|didn't) understand( (you|that|your question|the question))?|"
    r"that (doesn't|does not) make sense|you (didn't|don't|did not) answer( me| my question)?)\W*){1,3}$",
    re.IGNORECASE,
)


def request_of(text: str) -> Request | None:
    """Return what the manager asks of the coach in this message, if anything; a later sentence counts first."""
    said = straight(text.strip())
    if _WHOLE_MESSAGE.search(said) or _LAST_WORD.search(said):
        return Request.STOP
    for sentence in reversed(re.split(r"(?<=[.!?])\s+|\n+", said)):
        for request, pattern in _SENTENCE:
            if pattern.search(sentence):
                return request
    return None


def names_step(text: str) -> bool:
    """Say whether somebody says what they are going to do."""
    return bool(_STEP.search(straight(text)))


def is_hollow(text: str) -> bool:
    """Say whether a reply carries nothing to go on ("ok", "dunno")."""
    return bool(_HOLLOW.match(straight(text.strip()))) or not any(character.isalnum() for character in text)
