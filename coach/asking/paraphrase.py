"""The manager's words as the coach may say them back: short, first person to second, cut at clause bounds.

It would rather say nothing than something crooked: a clause that does not look whole, that addresses
somebody, quotes somebody, or runs its speaker or others down is not said back. It knows nothing of
what the words mean.
"""

import re
from collections.abc import Iterator

from coach.conversation import straight
from coach.sentences import clauses

_FEWEST_WORDS = 4
_MOST_WORDS = 18
_LONGEST_QUOTE = 18
_SHORTEST_QUOTE = 5

_DISCOURSE = re.compile(
    r"^(?:(?:and|but|so|or|well|yeah|yes|yep|no(?! one\b)|nah|look|honestly|frankly|basically|actually|also|plus|"
    r"because|cos|though|anyway|ok|okay|right|oh|ah|hm+|um+|uh|er|like|i mean|you know|you see|"
    r"to be (?:honest|fair|frank)|"
    r"if i'm honest|the thing is|it's just that|truth is|in fact|for example|for instance|of course)\b[,:]?\s+)+",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*[;:…]\s+|\s+[–—-]{1,2}\s+|,\s+|\s+(?=(?:because|although|so that|which|whereas|and then)\s)")
_UNDERCUT = re.compile(r"\s+(?=(?:and|but)\s+(?:i|we|they|he|she|it|nobody|everyone|everybody)\b)", re.IGNORECASE)
_ADDRESSES = re.compile(r"\b(?:you|your|yours|you're|u|ur|let's|please)\b|[?“”\"«»\[\]<>{}*_`|]", re.IGNORECASE)
_RUNS_DOWN = re.compile(
    r"\b(?:my (?:own )?(?:bad|fault|failure|failing|mess)|"
    r"i(?:'m| am| was| feel(?: like)?)(?: \w+){0,3} (?:idiot|useless|rubbish|stupid|failure|terrible|awful|bad|"
    r"hopeless|pathetic|crap|shit|fraud|impostor|imposter|coward|weak|incompetent|to blame|ashamed|mess)|"
    r"i (?:failed|fail|screwed up|messed up|blew it|suck|let (?:them|everyone|everybody|him|her|people) down|"
    r"hate myself|can't do this)|blame myself|ashamed|"
    r"idiots?|morons?|stupid|lazy|useless|thick|clowns?|muppets?|liars?|crap|shit\w*|fuck\w*|bastards?|bitch\w*|"
    r"wankers?|arse\w*|ass|damn|hell)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:(?:in|at|on|from|for|after|before|during|with|yesterday|today|last|this|most)\b[^,]*?\b)?"
    r"(?:i|we|they|he|she|it|this|that|there|nobody|no one|none|everyone|everybody|everything|nothing|someone|"
    r"somebody|people|half|most|all|both|each|every|some|many|few|several|one|two|three|four|five|"
    r"my|our|their|his|her|its|the|a|an|these|those|"
    r"i'm|i've|i'd|i'll|we're|we've|we'd|we'll|they're|they've|they'd|they'll|he's|she's|it's|that's|there's|"
    r"im|ive|theyre|theres|nobody's|everyone's)\b(?!\W*$)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:am|is|are|was|were|be|been|have|has|had|do|does|did|can|could|will|would|must|may|might|"
    r"\w+n't|cannot|never|always|usually|mostly|often|still|just|only|"
    r"ask|asks|bring|brings|buy|buys|call|calls|care|cares|check|checks|come|comes|decide|decides|end|ends|"
    r"expect|expects|feel|feels|find|finds|fix|fixes|get|gets|give|gives|go|goes|handle|handles|hand|hands|help|"
    r"helps|hire|hires|hold|holds|keep|keeps|know|knows|lead|leads|learn|learns|leave|leaves|let|lets|like|likes|"
    r"look|looks|lose|loses|make|makes|manage|manages|mean|means|meet|meets|need|needs|own|owns|pay|pays|pick|picks|"
    r"promote|promotes|put|puts|read|reads|ring|rings|run|runs|say|says|see|sees|seem|seems|send|sends|set|sets|"
    r"show|shows|sit|sits|solve|solves|spend|spends|stand|stands|start|starts|stay|stays|step|steps|stop|stops|take|"
    r"takes|talk|talks|tell|tells|tend|tends|think|thinks|treat|treats|trust|trusts|try|tries|turn|turns|wait|waits|"
    r"walk|walks|want|wants|work|works|write|writes|lands?|goes|"
    r"asked|became|began|brought|built|bought|came|caught|chose|cut|did|drew|drove|fell|felt|found|gave|got|grew|"
    r"heard|held|hid|hit|kept|knew|led|left|lost|made|meant|met|paid|put|ran|rang|read|rose|said|sat|saw|sent|"
    r"shut|slept|sold|spent|spoke|stood|swore|taught|thought|told|took|went|woke|won|wore|wrote|\w{2,}ed)\b",
    re.IGNORECASE,
)
_NAME = re.compile(rf"^[A-Z][a-z]*[a-rt-z](?: and [A-Z][a-z]+)?(?:'s (?=\w)| (?={_VERB.pattern}))")
_DAY_AND_NAME = re.compile(
    rf"^(?:(?:yesterday|today|last \w+|this \w+|on \w+|in [A-Z]\w+)),? [A-Z][a-z]+ (?={_VERB.pattern})", re.IGNORECASE
)
_NOT_A_NAME = re.compile(
    r"^(?:when|if|while|since|as|although|unless|until|once|where|because|then|now|not|never|what|who|how|why|which|"
    r"got|had|came|went|did|do|is|are|was|let|say|tell|it|and|but|also|just|only|even|still|good|that|there)\b",
    re.IGNORECASE,
)
_TRIVIAL = re.compile(
    r"\b(?:never thought about|don't know|dont know|not sure|no idea|good question|i see what|i understand|thanks?|"
    r"sorry|i mean|i said|i told you|as i say)\b",
    re.IGNORECASE,
)
_LEANS_ON_ANOTHER = re.compile(r"^(?:he|she|it|this|that|these|those|his|her|its|both|one)\b", re.IGNORECASE)
_TAG = re.compile(
    r"[,\s]\s*(?:i (?:think|guess|suppose|believe|reckon|hear)|i've (?:been told|heard)|apparently|maybe|perhaps|"
    r"probably)$",
    re.IGNORECASE,
)
_HANGS = re.compile(
    r"\b(?:the|a|an|to|of|for|with|and|but|or|because|that|which|who|my|our|your|his|her|their|am|if|when|than|as|"
    r"i|we|they|from|by|into|like|so|very|really|be|not|no|every|each|until|till|while|what|how|where|just|only|"
    r"even|(?<!they )(?<!it )(?<!he )(?<!she )(?<!we )(?:is|are|was|were|have|has|had|do|does))$",
    re.IGNORECASE,
)
_FIRST_TO_SECOND: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b{first}\b", re.IGNORECASE), second)
    for first, second in (
        ("(?:i am|i'm|im|we are|we're)", "you are"),
        ("(?:am i|are we)", "are you"),
        ("(?:i was|we were)", "you were"),
        ("i wasn't", "you weren't"),
        ("was i", "were you"),
        ("(?:i've|ive|we've)", "you have"),
        ("(?:i'd|we'd)", "you'd"),
        ("(?:i'll|we'll)", "you'll"),
        ("(?:myself)", "yourself"),
        ("ourselves", "yourselves"),
        ("(?:mine|ours)", "yours"),
        ("(?:my|our)", "your"),
        ("(?:me|us)", "you"),
        ("(?:i|we)", "you"),
    )
)
_AIM = re.compile(
    r"\b(?:i(?:'d| would)? (?:really |just |also |mostly )*(?:want|need|like|hope|wish|love|am trying|'m trying)|"
    r"i'm trying|help(?:ing)? me|to know|be clearer (?:about|on)|figure out|work out|understand|see|find out|"
    r"ideas? (?:on|about|for)|know)"
    r"(?: (?:how|what))?(?: to)?\s+(.+)|\bhow (?:do|can|could|should|might|would) (?:i|we) (.+)",
    re.IGNORECASE,
)
_BARE_VERB = re.compile(
    r"^(?:get|make|stop|start|help|keep|let|bring|find|hand|give|teach|build|run|handle|deal|lead|learn|change|"
    r"decide|know|talk|tell|say|have|be|do|work|move|develop|grow|trust|delegate|step|spend|raise|fix|turn|put|"
    r"stand|plan|see|understand|hire|keep|hold|support|coach|manage|delegate|motivate|sort|free|take|go)\b",
    re.IGNORECASE,
)


def in_second_person(clause: str) -> str:
    """Return a clause of the manager's with I and we turned into you."""
    turned = straight(clause)
    for first, second in _FIRST_TO_SECOND:
        turned = first.sub(second, turned)
    return turned


def paraphrase(words: str) -> str | None:
    """Return the best clause of some words that can be said back, in the second person; None if none can.

    That is the longest of those that stand alone, else the longest of all, the first where two are equal.
    It begins in lower case, unless with a name, and ends without a mark: "they ring you for everything".
    """
    found = list(paraphrases(words))
    alone = [clause for clause in found if not _LEANS_ON_ANOTHER.match(clause)]
    return max(alone or found, key=lambda clause: len(clause.split()), default=None)


def paraphrases(words: str) -> Iterator[str]:
    """Yield every clause of some words that can be said back, in order."""
    for span in clauses(words):
        for piece in _pieces(span.text):
            clause = _DISCOURSE.sub("", piece.strip(" \t\n.,;:!…-–—"))
            if _whole(clause):
                yield _started(in_second_person(clause))


def quotable(words: str) -> str | None:
    """Return the first clause of some words that is fit to be quoted, verbatim; None when none is."""
    for span in clauses(words):
        for piece in (span.text, *re.split(r",\s+|\s+(?:because|although|so that)\s+", span.text)):
            quote = piece.strip(" \t\n.,;:!…-–—")
            fits = _SHORTEST_QUOTE <= len(quote.split()) <= _LONGEST_QUOTE
            if fits and not re.search(r"[“”\"?\n]", quote) and not _RUNS_DOWN.search(straight(quote)):
                return quote
    return None


def aim(words: str) -> str | None:
    """Return what somebody wants, after "to": "get your reps to decide"; None where it is not plainly said."""
    for span in clauses(words):
        match = _AIM.search(straight(span.text))
        if match is None:
            continue
        wanted = re.split(r"[,;:?!.]\s|\s+(?:because|but|so that|since)\s", f"{match[1] or match[2]} ")[0]
        wanted = wanted.strip(" \t\n.,;:!?…-–—")
        short = 2 <= len(wanted.split()) <= _MOST_WORDS
        if short and _BARE_VERB.match(wanted) and not _ADDRESSES.search(wanted) and not _RUNS_DOWN.search(wanted):
            return in_second_person(wanted)
    return None


def _pieces(clause: str) -> Iterator[str]:
    """Yield the clause whole where it is short, else its parts at joints and then before a new subject."""
    if len(clause.split()) <= _MOST_WORDS:
        yield clause
        return
    for part in _CUT.split(clause):
        if len(part.split()) <= _MOST_WORDS:
            yield part
        else:
            yield from _UNDERCUT.split(part)


def _whole(clause: str) -> bool:
    plain = straight(clause)
    if not _FEWEST_WORDS <= len(plain.split()) <= _MOST_WORDS:
        return False
    if any(crooked.search(plain) for crooked in (_ADDRESSES, _RUNS_DOWN, _TRIVIAL, _HANGS, _TAG)):
        return False
    if _NOT_A_NAME.match(plain) and not _SUBJECT.match(plain):
        return False
    subject = _SUBJECT.match(plain)
    if subject is None:
        return bool(_NAME.match(plain) or _DAY_AND_NAME.match(plain))
    return "'" in subject[0] or bool(_VERB.search(plain[subject.end() :]))


def _started(clause: str) -> str:
    """Begin in lower case, unless the first word is a name."""
    lower = _SUBJECT.match(clause) or _DAY_AND_NAME.match(clause) or clause.startswith("You")
    return clause[:1].lower() + clause[1:] if lower else clause
