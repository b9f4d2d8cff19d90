"""The manager's words as the coach may say them back: short, first person to second, cut at clause bounds.

It would rather say nothing than something crooked. A clause is not said back that does not look whole,
that addresses or quotes somebody, that would sound like advice in the coach's mouth, or that runs its
speaker or others down. Nor is a part of a sentence whose rest takes something back from it: a condition,
a "but", a doubt. It knows nothing of what the words mean.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from coach.asking.second_person import in_second_person, is_in_first_person, tidied
from coach.asking.sentence_shape import begins_a_sentence, has_subject, is_sentence, started
from coach.asking.unsayable import may_be_said, runs_down
from coach.conversation import straight
from coach.guard import gives_advice
from coach.sentences import clauses

MOST_WORDS = 18
LONGEST = 160
_FEWEST_WORDS = 4
_FAR_ENOUGH = 6_000  # characters of a message: who pastes a book is not said back from its end
_SIGHT = 400  # how far around a clause its sentence is looked at
_FEWEST_QUOTED = 5
_LONG_ENOUGH = 12
_EDGES = " \t\n.,;:!…-–—"
_PRONOUN = r"(?:i|we|they|he|she|it|nobody|no one|everyone|everybody|someone|somebody|people)"
_PASTED = re.compile(
    r"^\s*(?:>|(?:from|sent|to|cc|subject|date)\s*:|on .{4,80} wrote:\s*$|-{2,}\s*(?:original|forwarded)|"
    r"(?:kind|best|warm) regards\b|sent from my\b)",
    re.IGNORECASE | re.MULTILINE,
)
_LISTED = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+", re.IGNORECASE)
_DISCOURSE = re.compile(
    r"^(?:(?:and|but|so|or|well|yeah|yes|yep|no(?! one\b)(?=[, ]+(?:i|we|it|that|they|he|she|the|my|our|nobody)\b)|nah|"
    r"look(?=,)|honestly|frankly|basically|actually|also|plus|"
    r"because|cos|cause|'cause|though|anyway|anyways|ok|okay|right|oh|ah|hm+|um+|uh|er|like|i mean|you (?:know|"
    r"see)(?=,)|see(?=,)|"
    r"thing is|to be (?:honest|fair|frank)|tbh|hi|hello|hey|hi there|thanks|thank you|"
    r"if i'm honest|the thing is|it's just that|truth is|in fact|for example|for instance|of course|"
    r"what happens is(?: that)?|the problem is(?: that)?)(?![\w'])[,:.]?\s+)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:(?:,\s*(?:man|boss|sir|madam)|[,\s]+(?:mate|bro|bruv|ma'am|dude|lol|haha|tbh|yes|no|nah|yeah|though|tho|anyway|really|"
    r"to be (?:honest|fair|frank)|if i'm honest|and (?:stuff|that|so on|all that)|or something|etc\.?)))+$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*[;:…]\s+|\s+[–—-]{1,2}\s+|,\s+|\s+(?=(?:because|although|so that|which|whereas|and then)\s)", re.IGNORECASE
)
_UNDERCUT = re.compile(rf"\s+(?=(?:and|but)\s+{_PRONOUN}\b)", re.IGNORECASE)
_TAKES_BACK = re.compile(
    r"^[\s,;:.–—-]*(?:but|though|although|whereas|if|unless|until|till|when|while|except|at least|as long as|"
    r"so long as|provided|otherwise|or|nor|not|never|rather|instead|yet|only|others?|in theory|on paper|supposedly|"
    r"i (?:think|guess|suppose|believe|reckon|hope|hear|imagine|assume|would|should|don't|couldn't|can't)|i'd|"
    r"apparently|maybe|perhaps|probably|possibly|as far as|from what|or so|then again|that said|"
    r"he says|she says|they say|does that|isn't it|however|some(?:times)?|which|so(?! that\b))\b",
    re.IGNORECASE,
)
_GOVERNS = re.compile(
    r"\b(?:if|unless|whether|when|whenever|until|before|while|once|wish|hopes?|hoped|imagine|suppose|would|might|"
    r"could|in case|sa(?:id|ys?)|told|thinks?|thought|believes?|claims?|wants?|afraid|worr(?:y|ied)|as though|not that|"
    r"maybe|perhaps|probably|apparently|supposedly|used to|\w+'d)\b",
    re.IGNORECASE,
)
_HALF = re.compile(r"\s*(?:because|although|though|since|whereas|so that|which|while)\b", re.IGNORECASE)
_TRIVIAL = re.compile(
    r"\b(?:nothing really|never thought about|don't know|not sure|no idea|no clue|good question|i see what|"
    r"i understand|thanks?|forgive|excuse|bear with|never done this|"
    r"thank you|sorry|i mean|i said|i told you|as i say|it is what it is|"
    r"that's (?:about |roughly |pretty much |basically |just )?(?:it|all|how it is|life|the thing|fair|true|right|"
    r"a good)|long story|hard to say|it depends|"
    r"can't (?:think|swear|be sure)|couldn't say|seen it myself|wasn't there|don't think (?:we|i|they) do$|"
    r"only guess\w*|could be wrong|"
    r"(?:comes|springs) to mind|let me think|i wonder|i have to think|next question|move on|the question|"
    r"as you|i can't say|whatever|nice weather|i can hear|the link|my mic|this (?:chat|app|tool|thing|conversation))\b",
    re.IGNORECASE,
)
_LEANS_ON_ANOTHER = re.compile(
    r"^(?:he|she|it|this|that|these|those|his|her|its|both|one|it's|that's|he's|she's|some|others)\b", re.IGNORECASE
)
_TAG = re.compile(
    r"[,\s]\s*(?:i (?:think|guess|suppose|believe|reckon|hear|imagine|hope|assume|should think|would say|must say)|"
    r"i'd (?:say|imagine|guess|think|hope)|i've (?:been told|heard)|apparently|maybe|perhaps|i can tell|"
    r"probably|isn't it|aren't they|don't they|no|na|right|eh|hey|as i said|that's all|or not|you see)$",
    re.IGNORECASE,
)
_HANGS = re.compile(
    r"\b(?:the|a|an|to|of|and|but|or|because|that|which|who|my|our|your|his|their|(?<!\d )am|if|when|than|as|"
    r"i|we|they|from|by|into|like|so|very|really|be|not|no|every|each|until|till|while|what|how|where|just|only|"
    r"even|between|"
    r"(?<!they )(?<!it )(?<!he )(?<!she )(?<!we )(?<!would )(?<!will )(?<!can )(?<!could )(?<!to )(?<! i )"
    r"(?:is|are|was|were|have|has|had|do|does)|can|could|will|would|must|may|might|should)$",
    re.IGNORECASE,
)
_DANGLES = re.compile(r"\b(?:on|at|about|for|with)$", re.IGNORECASE)
_LEANT_ON = re.compile(
    r"\b(?:go|going|goes|went|moves?|moved|carry|carries|get|gets) on$|\b(?:who|what|which|that|where|ones?|how|"
    r"whom)\b",
    re.IGNORECASE,
)
_ABOUT_YOU = re.compile(r"\byou(?:r|rs|rself|'\w+)?\b")
_ASIDE = re.compile(r"\b(?:let's|where do i|the (?:first|second|third|last|other) one)\b", re.IGNORECASE)
_MISTURNED = re.compile(
    r"\b(?:the|a|this|that|each|every|old|in|at|near|of the) yours\b|\byours [a-z]+s\b", re.IGNORECASE
)


class _Piece(NamedTuple):
    """A piece of what somebody said, where it starts, and what stands around it in the same sentence."""

    text: str
    start: int
    before: str
    after: str


def paraphrase(words: str, start: int = 0, end: int | None = None, alone: bool = False) -> str | None:
    """Return the best clause of a message that can be said back, in the second person; None if none can.

    Of the clauses that begin between `start` and `end`, in code points, it is one that stands alone, else
    (unless it must stand `alone`) any; rather one about the speaker than an aside about others, then a
    longer one up to twelve words, then the latest.
    It begins in lower case, unless with a name, and ends without a mark: "they ring you for everything".
    It has at most 18 words and 160 characters, and no question or quotation marks.
    """
    found = list(_paraphrases(words, start, len(words) if end is None else end))
    standing = [clause for clause in found if not _LEANS_ON_ANOTHER.match(clause)]
    pool = standing if alone else standing or found
    return max(reversed(pool), key=_worth, default=None)


def _worth(clause: str) -> tuple[bool, int]:
    return _ABOUT_YOU.search(clause) is not None, min(len(clause.split()), _LONG_ENOUGH)


def quotable(words: str, start: int = 0, end: int | None = None, alone: bool = False) -> str | None:
    """Return the first clause of a message (between `start` and `end`) fit to be quoted, verbatim; None if none is.

    It is a whole sentence of five to 18 words; `alone` as for a paraphrase.
    """
    pieces = _pieces(words, start, len(words) if end is None else end)
    quotes = (quote for piece in pieces if (quote := _quoted(piece)) is not None)
    sentences = (q for q in quotes if len(q.split()) >= _FEWEST_QUOTED and is_sentence(straight(q)))
    return next((q for q in sentences if not (alone and _LEANS_ON_ANOTHER.match(q))), None)


def as_put(words: str, fits: Callable[[str], bool] = bool) -> str | None:
    """Return the first clause of a message of two words at least that fits, verbatim, sentence or not: "ask Priya"."""
    pieces = _pieces(words, 0, len(words))
    quotes = (quote for piece in pieces if (quote := _quoted(piece)) is not None)
    return next((quote for quote in quotes if len(quote.split()) > 1 and fits(quote)), None)


def _quoted(piece: _Piece) -> str | None:
    """Return the words of a piece, verbatim, without those that only lead in; None where they are unfit."""
    quote = _bare(piece.text)
    if quote not in piece.text:  # a curly apostrophe
        quote = piece.text.strip(_EDGES)
    short = len(quote.split()) <= MOST_WORDS and len(quote) <= LONGEST
    return quote if short and _is_quotable(quote) and _keeps_meaning(piece) else None


def _is_quotable(quote: str) -> bool:
    plain = straight(quote)
    marked = re.search(r"[“”\"?\n<>\[\]@]|https?:", quote) or not quote.isprintable()
    return not (marked or runs_down(quote) or _ASIDE.search(plain) or hangs(plain))


def own_words(words: str) -> str:
    """Return somebody's own words: whole sentences, up to the first line that was pasted from elsewhere."""
    if len(words) > _FAR_ENOUGH:
        words = "".join(re.split(r"(?<=[.!?\n])", words[:_FAR_ENOUGH])[:-1])
    pasted = _PASTED.search(words)
    return words[: pasted.start()] if pasted else words


def fits(turned: str) -> bool:
    """Say whether words turned into the second person are short, speak of you only, and do not sound like advice."""
    short = len(turned.split()) <= MOST_WORDS and len(turned) <= LONGEST
    return short and not is_in_first_person(turned) and not gives_advice(turned)


def without_fading(clause: str) -> str:
    """Return a clause without the words that only fade out at its end ("mate", "to be honest")."""
    return _TRAILING.sub("", clause)


def hangs(clause: str) -> bool:
    """Say whether a clause breaks off."""
    dangles = _DANGLES.search(clause) is not None and _LEANT_ON.search(clause) is None
    return dangles or _HANGS.search(clause) is not None


def _paraphrases(words: str, start: int, end: int) -> Iterator[str]:
    """Yield every clause of some words that can be said back, in order."""
    for piece in _pieces(words, start, end):
        clause = tidied(_bare(piece.text))
        if _keeps_meaning(piece) and _whole(clause):
            turned = in_second_person(started(clause))
            if not _MISTURNED.search(turned) and fits(turned):
                yield turned


def _pieces(words: str, start: int, end: int) -> Iterator[_Piece]:
    """Yield the pieces of some words that begin between two places."""
    return (piece for piece in _all_pieces(words) if start <= piece.start < end)


def _all_pieces(words: str) -> Iterator[_Piece]:
    """Yield each clause whole where it is short, else its parts at joints and then before a new subject."""
    words = own_words(words)
    for span in clauses(words):
        before = re.split(r"[.!?\n]", words[max(span.start - _SIGHT, 0) : span.start])[-1]
        after = words[span.end : span.end + _SIGHT].split("\n")[0]
        if len(span.text.split()) <= MOST_WORDS:
            yield _Piece(span.text, span.start, before, after)
            continue
        for start, end in _runs(span.text):
            yield from _under(
                _Piece(
                    span.text[start:end],
                    span.start + start,
                    _near(before, span.text[:start]),
                    span.text[end : end + _SIGHT] + after,
                )
            )


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield, for every part between joints, the longest run of parts that begins with it and is short enough."""
    joints = list(_CUT.finditer(text))
    starts = [0, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), len(text)]
    for number, start in enumerate(starts):
        short = [end for end in ends[number : number + MOST_WORDS] if len(text[start:end].split()) <= MOST_WORDS]
        yield start, max(short, default=ends[number])


def _near(before: str, start: str) -> str:
    return (before + start[-_SIGHT:])[-_SIGHT:]


def _under(part: _Piece) -> Iterator[_Piece]:
    if len(part.text.split()) <= MOST_WORDS:
        yield part
        return
    start = 0
    for joint in [*_UNDERCUT.finditer(part.text), None]:
        end = joint.start() if joint else len(part.text)
        yield _Piece(
            part.text[start:end],
            part.start + start,
            _near(part.before, part.text[:start]),
            part.text[end : end + _SIGHT] + part.after,
        )
        start = joint.end() if joint else end


def _keeps_meaning(piece: _Piece) -> bool:
    """Say whether nothing that stands around a piece in its sentence takes something back from it."""
    if _TAKES_BACK.match(piece.after) and not re.match(r"\s*[.!?]", piece.after):
        return False
    last = re.split(r"[,;:]\s+|\s[–—-]\s", piece.after.strip(" ,;:–—-"))[0]
    if piece.after[:1] == "," and not _starts_anew(last):  # the piece ends within a list
        return False
    opening = _DISCOURSE.sub("", piece.before.strip() + " ").strip(_EDGES)
    if not opening:
        return True
    if _HALF.match(piece.text) or _LEANS_ON_ANOTHER.match(_bare(piece.text)):
        return False
    joined = piece.text[:4].lower() == "but "
    return joined or (not _GOVERNS.search(opening) and has_subject(opening))


def _starts_anew(text: str) -> bool:
    plain = straight(text)
    return bool(
        re.match(r"(?:and|so|because|which|who|where|to|that's|then|with)\b", plain, re.IGNORECASE)
        or begins_a_sentence(plain)
    )


def _bare(text: str) -> str:
    """Return a clause without the words that only lead in or fade out, and without the marks around it."""
    plain = _DISCOURSE.sub("", _LISTED.sub("", straight(text).strip(_EDGES)))
    return without_fading(plain).strip(_EDGES)


def _whole(clause: str) -> bool:
    if not (_FEWEST_WORDS <= len(clause.split()) <= MOST_WORDS and len(clause) <= LONGEST):
        return False
    if not may_be_said(clause) or any(found.search(clause) for found in (_TRIVIAL, _TAG)):
        return False
    return not hangs(clause) and is_sentence(clause)
