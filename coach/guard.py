"""What a coach turn may look like. Pure.

The guard only says what is wrong; the engine decides what is said instead. It knows nothing of models.
"""

import re
from collections.abc import Collection

from coach.conversation import Conversation, Move, straight

_HELP_VERB = (
    r"(is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|wo|shall|should|may|might|must)(n't)?\b"
)
_FILLER = r"^\W*((and|but|so|or|well|now|then|right|ok|okay),? )*"
_CLOSED_START = re.compile(_FILLER + _HELP_VERB, re.IGNORECASE)
_OPEN_WORD = r"(what|how|who|whom|whose|which|when|where|tell me)\b"
_OPEN = re.compile(
    r"(^|[,;:–—]\s)\W*((and|but|so|or|well|now|then),? )*"
    rf"((in|at|on|to|from|for|of|by|with|under|about) )?{_OPEN_WORD}",
    re.IGNORECASE,
)
_BLAMING = re.compile(r"\bwhy\b|\bhow about\b|\bwhat if\b", re.IGNORECASE)
_ADVICE = re.compile(
    r"\b(you (should|ought to|had better|(might|may) want to)|my advice|"
    r"(?<!\bdo )(?<!\bdid )(?<!\bwould )(?<!\bwill )(?<!\bmight )you (need to|must|have to)|"
    r"i('d| would)?( strongly| really)? (recommend|advise|suggest)|why (don't|not) you|why not|"
    r"make sure (you|to)|wouldn't it be better|if i were you|"
    r"the best thing (to do|would be)|how about|what if you)\b|"
    r"(^|[.!?]\s+)(consider|you could)\b|"
    r"(^|[,;:.!?–—]\s*|\b(and|or|but|so)\s+)(try to|have you (tried|considered|thought (of|about)))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"|(?<!\w)‘(.*?)’(?!\w)", re.DOTALL)
_CITATION = re.compile(r"\[([^\]]+)\]|(\((?:19|20)\d\d\))")


def problems(
    text: str,
    moves: Collection[Move],
    conversation: Conversation,
    *,
    citable: Collection[str] = (),
    cited: Collection[str] = (),
    borrowed: Collection[str] = (),
    verdict_names: Collection[str] = (),
    quotes: Collection[str] = (),
) -> list[str]:
    """Return what is wrong with a coach turn; an empty list lets it pass.

    `cited` are the ids of the passages it cites, `citable` those that exist; `borrowed` are texts of
    passages it contains, which may say what the coach's own words may not; `quotes` are those it declares.
    """
    own = text
    for passage in sorted(borrowed, key=len, reverse=True):
        own = re.sub(rf"(?<!\w){re.escape(passage)}(?!\w)", "", own)  # a short line is not every word that holds it
    said = [message.content for message in conversation.messages if message.role == "user"]
    in_text = ["".join(groups) for groups in _QUOTED.findall(own)]
    false_quotes = [quote for quote in (*in_text, *quotes) if not any(quote in words for words in said)]
    own_words = straight(_QUOTED.sub("", own))
    found = [*_shape(own, moves)]
    if gives_advice(own_words):
        found.append("gives advice nobody asked for")
    found += [f"names the verdict {name!r}" for name in verdict_names if name.lower() in own_words.lower()]
    found += [f"“{quote}” is not verbatim" for quote in false_quotes]
    named = [name or year for name, year in _CITATION.findall(own)]
    found += [f"cites {name!r}, which does not exist" for name in (*cited, *named) if name not in citable]
    if Move.ASK in moves:
        earlier = (last_sentence(m.content) for m in conversation.messages if m.role == "assistant")
        if _bare(last_sentence(own)) in map(_bare, earlier):
            found.append("asks the same thing again")
    return found


def gives_advice(text: str) -> bool:
    """Say whether some words tell somebody what to do."""
    return _ADVICE.search(straight(text)) is not None


def _bare(sentence: str) -> str:
    """Return a sentence without what makes no difference to what is asked."""
    return " ".join(re.findall(r"\w+", straight(sentence).casefold()))


def _shape(own: str, moves: Collection[Move]) -> list[str]:
    marks = _QUOTED.sub("", own).count("?")
    if Move.PERMISSION in moves:
        if marks != 1 or not own.rstrip().endswith("?"):
            return [f"a permission ends with its one question, this has {marks} question marks"]
        return [] if _CLOSED_START.search(straight(last_sentence(own))) else ["a permission asks for yes or no"]
    if Move.ASK in moves:
        if marks != 1 or not own.rstrip().endswith("?"):
            return [f"an ask ends with its one question, this has {marks} question marks"]
        return [] if is_open(last_sentence(own)) else ["the question is closed"]
    if Move.SIGNPOST in moves:
        return [] if marks <= 1 else ["a signpost asks at most whether to pause"]
    return [] if marks == 0 else [f"asks something although its moves are {', '.join(moves)}"]


def is_open(question: str) -> bool:
    """Say whether a question invites more than yes or no."""
    plain = straight(question)
    return bool(_OPEN.search(plain)) and not _CLOSED_START.search(plain) and not _BLAMING.search(plain)


def last_sentence(text: str) -> str:
    """Return the last sentence of a coach turn, where its question stands."""
    return re.split(r"(?<=[.!?”])\s+|\n+", text.strip())[-1]
