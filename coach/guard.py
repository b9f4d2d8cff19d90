"""What a coach turn may look like. Pure.

The guard only says what is wrong; the engine decides what is said instead. It knows nothing of models.
"""

import re
from collections.abc import Collection

from coach.conversation import Conversation, Move

_HELP_VERB = r"(is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)(n't)?\b"
_CLOSED_START = re.compile(rf"^\W*(and |but |so |or )?{_HELP_VERB}", re.IGNORECASE)
_OPEN_WORD = re.compile(r"\b(what|how|who|whom|whose|which|when|where|tell me|in what way)\b", re.IGNORECASE)
_WHY = re.compile(r"\bwhy\b", re.IGNORECASE)
_ADVICE = re.compile(
    r"\b(you (should|ought to|need to|must|have to|had better)|i('d| would)? (recommend|advise|suggest)|my advice|"
    r"why (don'?t|not) you|why not|have you (tried|considered|thought (of|about))|try to|make sure (you|to)|"
    r"wouldn'?t it be better|if i were you|the best thing (to do|would be))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^”]*)”")


def problems(
    text: str,
    moves: Collection[Move],
    conversation: Conversation,
    *,
    citable: Collection[str] = (),
    cited: Collection[str] = (),
    borrowed: Collection[str] = (),
    verdict_titles: Collection[str] = (),
) -> list[str]:
    """Return what is wrong with a coach turn; an empty list lets it pass.

    `cited` are the ids of the passages it cites, `citable` those that exist; `borrowed` are texts of
    passages it contains, which may say what the coach's own words may not.
    """
    own = text
    for passage in borrowed:
        own = own.replace(passage, "")
    found = [*_shape(own, moves)]
    if _ADVICE.search(own):
        found.append("gives advice nobody asked for")
    found += [f"names the verdict {title!r}" for title in verdict_titles if title.lower() in own.lower()]
    said = [message.content for message in conversation.messages if message.role == "user"]
    found += [f"“{q}” is not verbatim" for q in _QUOTED.findall(own) if not any(q in words for words in said)]
    found += [f"cites {name!r}, which does not exist" for name in cited if name not in citable]
    if Move.ASK in moves:
        question = last_sentence(own)
        earlier = [last_sentence(m.content) for m in conversation.messages if m.role == "assistant"]
        if question in earlier:
            found.append("asks the same thing again")
    return found


def _shape(own: str, moves: Collection[Move]) -> list[str]:
    marks = own.count("?")
    if Move.ASK in moves:
        if marks != 1 or not own.rstrip().endswith("?"):
            return [f"an ask ends with its one question, this has {marks} question marks"]
        return [] if is_open(last_sentence(own)) else ["the question is closed"]
    if Move.SIGNPOST in moves:
        return [] if marks <= 1 else ["a signpost asks at most whether to pause"]
    return [] if marks == 0 else [f"asks something although its moves are {', '.join(moves)}"]


def is_open(question: str) -> bool:
    """Say whether a question invites more than yes or no."""
    return bool(_OPEN_WORD.search(question)) and not _CLOSED_START.search(question) and not _WHY.search(question)


def last_sentence(text: str) -> str:
    """Return the last sentence of a coach turn, where its question stands."""
    return re.split(r"(?<=[.!?:”])\s+|\n+", text.strip())[-1]
