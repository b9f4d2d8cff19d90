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
    r"the best thing (to do|would be)|how about|what if you|"
    r"(perhaps|maybe|instead|then) you (could|can|might)(?! (tell|say|describe|help|walk|give) )|"
    r"you (could|can) (also|always|instead|start|begin)|you would do well to|you'd (better|be better off)|"
    r"(it|this) (would|might|may|could) (help|be (better|best|wise|good|useful|helpful|worth \w+|a good idea))"
    r" (to|if you)|it(?:'s| is) (better|best|wise|essential|a good idea|time) to|"
    r"what (you|your team|they|the team|this team) (really )?needs? (to do )?is|"
    r"i (propose|urge you|encourage you)|i('d| would) (urge|encourage|start|begin|try|delegate|let|talk|stop)|"
    r"(managers|leaders|a (good )?(manager|leader)) (should|must|ought to|needs? to|have to|has to))\b|"
    r"(^|[.!?:;,]\s+)(perhaps |maybe )?((the (best|easiest|right|simplest|only|first) (way|approach|option|solution|"
    r"step|move)|(one|another|a( good| better| simple)?) (option|possibility|way|approach|idea|solution|step))"
    r"( forward| ahead| here| (for|open to) you| to \w+( \w+){0,4})? (is|would be|might be|could be)\b)|"
    r"(^|[.!?]\s+)(consider|you could)\b|"
    r"(^|[,;:.!?–—]\s*|\b(and|or|but|so)\s+)(try to|have you (tried|considered|thought (of|about)))\b",
    re.IGNORECASE,
)
_VERBS = (
    r"(agree|allow|answer|arrange|ask|assign|avoid|back off|begin|book|break|build|call|change|check|clarify|coach|"
    r"communicate|consider|create|define|delegate|develop|document|empower|encourage|ensure|establish|explain|find|"
    r"fire|focus|follow up|get|give|hand|hire|hold|implement|introduce|invite|involve|learn|let|listen|make|measure|"
    r"meet|offer|organi[sz]e|plan|practi[sc]e|praise (?!be)|prioriti[sz]e|promote|put|remember|remind|remove|"
    r"replace|resist|review|reward|run|schedule|send|set|show|sit down|speak|start|step back|stop|talk|teach|tell|"
    r"thank (?!you)|track|train|trust|use|wait|work (on|with|out)|write|try|"
    r"take (him|her|time|responsibility|a (step|break|day|moment))|leave (it|them|him|her|decisions|the decisions?)|"
    r"think about \w+ing|be (clear|clearer|patient|firm|more|less))"
)
_IMPERATIVE = re.compile(
    r"(^|[.!?]['\")]?\s+|\n)[\s•*–—-]*(\d+[.)]\s+)?"
    r"((please|just|first|then|now|next( time)?|instead|simply|perhaps|maybe|so|and|but|or|well|ok(ay)?|right|always|"
    r"never|rather|also|don't|do not|do),? )*"
    rf"{_VERBS}\b"
    r"(?!,|\?|\s+(us|me|it over to me|is|are|was|were|has|have|had|gets?|got|comes?|came|goes|went|seems?|that thought|"
    r"yourself in|simply|another way|differently|to mind|your own words|back to)\b|"
    r"\s+(with|from|at) (the (last|first|latest|most recent|moment)|what|where|whichever)\b)",
    re.IGNORECASE,
)
_PASSES_VERDICT = re.compile(
    r"\b(?P<said>(team|you|this|that|it|things|everything|people|place|shop) "
    r"((seems?|looks?|appears?|is|are)( to be)?|(has|have) (things|it|everything)) (\w+ )?under control|"
    r"(this|that|it|here|there|team|you describe|you have|you face|they have)(('s| is| are| seems?( to be)?|"
    r" looks?( like)?| sounds?( like)?| has| have|) (clearly |really |quite |also )?(an? )?(very |rather |quite )?"
    r"(serious|major|grave|critical|severe|worrying|fundamental|alarming|deep|huge|real|big)( \w+)? "
    r"(problems?|issues?|concerns?|trouble|weakness|failings?|failure|crisis))|"
    r"(nothing to worry about|cause for (concern|alarm)|in (serious|deep|real) trouble)|"
    r"team (is|seems|looks|sounds)( to be)? (\w+ )?"
    r"(healthy|dysfunctional|broken|toxic|in (trouble|crisis|good hands)))\b|"
    r"\byou(?:'re| are| seem(?: to be)?| sound like| come across as| look like)( \w+)?( a bit of)? an? (\w+ ){0,2}"
    r"(micro-?manager|control freak|bottleneck|tyrant|dictator|bully|pushover|failure|"
    r"(bad|poor|weak|good|great|excellent|strong|natural|born) "
    r"(leader|manager|boss|coach|listener|delegator|motivator|communicator|supervisor|head))\b|"
    r"\byou(?:'re| are) (\w+ )?(micro-?managing|too (controlling|soft|hard|strict|weak|involved))\b",
    re.IGNORECASE,
)
_RESEARCH = re.compile(
    r"\b(stud(y|ies)|research|researchers|surveys?|experts|psychologists|scientists|science) (\w+ ){0,3}"
    r"(shows?|showed|shown|suggests?|finds?|found|says?|proves?|tells?|reports?|confirms?|indicates?|agree)\b|"
    r"\baccording to (\w+ ){0,3}(stud(y|ies)|research|surveys?|experts|psychologists|scientists)\b",
    re.IGNORECASE,
)
_STUDY = re.compile(r"\b(a|an|one|the|recent|several|many|some|famous|classic) (\w+ )?(study|studies|research)\b", re.I)
_ELIDED = r"(?!(?:cause|em|til|tis|twas|n|\d0s)\b)"
_QUOTED = re.compile(
    r"“([^”\"]*)(?:[”\"]|\Z)|„([^“”\"]*)(?:[“”\"]|\Z)|\"([^\"”]*)(?:[\"”]|\Z)|«([^»]*)(?:»|\Z)|"
    r"»([^«]*)(?:«|\Z)|‹([^›]*)(?:›|\Z)|›([^‹]*)(?:‹|\Z)|「([^」]*)(?:」|\Z)|‚(.*?)[‘’](?!\w)|"
    rf"(?<!\w)[‘’'`´‛]{_ELIDED}(?=\S)(.*?)[’‘'`´](?!\w)",
    re.DOTALL,
)
_CITATION = re.compile(
    r"\[([^\]]+)\]|(\((?:[^()]*[A-Z][^()]*\s)?(?:19|20)\d\d[a-z]?(?:[,:;][^()]*)?\))|"
    r"(\b[A-Z]\w+,? et al\b)|(\b[A-Z]\w+ (?:and|&) [A-Z]\w+,? (?:19|20)\d\d\b)|(https?://\S+|www\.\S+|\bdoi:\S+)"
)
_GIVING_BACK = {Move.REFLECT, Move.SUMMARISE, Move.AFFIRM}
_ONLY_LEADS_IN = re.compile(
    r"^\W*(if|when|think|take|picture|suppose|imagine|pick|say|tell|let|ok(ay)?)\b", re.IGNORECASE
)
_LEAD_IN = re.compile(
    r"^((so|and|but|or|well|now|then|right|ok|okay|alright|all right|again|once more|sorry|hm+|yes|also|just|tell me|"
    r"i see|i wonder|thank you|thanks|may i ask|another way of asking|in other words|to put it another way|"
    r"let me (ask|put it)( (that|it|you|this))?( again| another way| differently)?|i ask again) )+"
)
_HELPS = re.compile(rf"\b{_HELP_VERB}", re.IGNORECASE)
_CLOSED_CLAUSE = re.compile(
    rf"{_FILLER}{_HELP_VERB}\s+(not )?(i|you|it|this|that|these|those|they|he|she|we|there|your|the|an?|my|"
    r"their|his|her|our|(any|some|every|no)(one|body|thing)|people|(?-i:[A-Z])\w*)\b",
    re.IGNORECASE,
)
_ENDS_ON_ITS_OPEN_WORD = re.compile(r"\b(what|how|who|whom|whose|where|when|which)$", re.IGNORECASE)
_ASIDE = re.compile(r"^(as|if|in your|from|by|to your|for)\b", re.IGNORECASE)
_SAY_TAG = re.compile(r"^\W*(would|do|did) you (say|think|reckon|imagine|suppose|expect|believe)\W*$", re.IGNORECASE)
_IF_TURNED_ROUND = re.compile(r"^\W*(were (you|they|he|she|it|we) to|had (you|they|he|she|it|we))\b", re.IGNORECASE)
_CONFIRM_TAG = re.compile(r"[,;:–—]\s*(right|yes|no|correct|true|okay|ok|agreed)\W*$", re.IGNORECASE)


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
    own_words = straight(_QUOTED.sub("“”", own))  # what follows a quote begins no sentence
    found = [*_shape(own, moves)]
    if gives_advice(own_words) or (Move.SIGNPOST not in moves and _IMPERATIVE.search(own_words)):
        found.append("gives advice nobody asked for")
    found += _judges(own_words, said)
    if not cited and (_RESEARCH.search(own_words) or (Move.INFORM in moves and _STUDY.search(own_words))):
        found.append("speaks of research but cites nothing")
    found += [f"names the verdict {name!r}" for name in verdict_names if name.lower() in own_words.lower()]
    found += [f"“{quote}” is not verbatim" for quote in false_quotes]
    named = ["".join(groups) for groups in _CITATION.findall(own)]
    found += [f"cites {name!r}, which does not exist" for name in (*cited, *named) if name not in citable]
    if Move.ASK in moves:
        earlier = (last_sentence(m.content) for m in conversation.messages if m.role == "assistant")
        if _asked(last_sentence(own)) in map(_asked, earlier):
            found.append("asks the same thing again")
    return found


def gives_advice(text: str) -> bool:
    """Say whether some words tell somebody what to do."""
    return _ADVICE.search(straight(text)) is not None


def _bare(sentence: str) -> str:
    """Return a sentence without what makes no difference to what is asked."""
    return " ".join(re.findall(r"\w+", straight(sentence).casefold()))


def _asked(question: str) -> str:
    """Return what a question asks, without the words that only lead in to it."""
    bare = _bare(question)
    return _LEAD_IN.sub("", bare) or bare


def _judges(own_words: str, said: Collection[str]) -> list[str]:
    """Return the judgements passed on the manager or the team; the manager's own words may be said back."""
    verdicts = (found for found in _PASSES_VERDICT.finditer(own_words))
    told = straight("\n".join(said)).casefold()
    return [f"passes a verdict: {v[0]!r}" for v in verdicts if not (v["said"] and v["said"].casefold() in told)]


def _gives_nothing_back(own: str) -> bool:
    """Say whether a turn that ends with a question is nothing but that question."""
    question = last_sentence(own)
    if own.strip() != question or _QUOTED.search(own):
        return False
    before = re.split(r"[:;–—]\s", question)[:-1]
    return not before or len(before[0].split()) <= 2 or _ONLY_LEADS_IN.search(before[0]) is not None


def _shape(own: str, moves: Collection[Move]) -> list[str]:
    marks = _QUOTED.sub("", own).count("?")
    if Move.PERMISSION in moves:
        if marks != 1 or not own.rstrip().endswith("?"):
            return [f"a permission ends with its one question, this has {marks} question marks"]
        return [] if _CLOSED_START.search(straight(last_sentence(own))) else ["a permission asks for yes or no"]
    if Move.ASK in moves:
        if marks != 1 or not own.rstrip().endswith("?"):
            return [f"an ask ends with its one question, this has {marks} question marks"]
        if _GIVING_BACK & set(moves) and _gives_nothing_back(own):
            return ["gives nothing back before its question"]
        return [] if is_open(last_sentence(own)) else ["the question is closed"]
    if Move.SIGNPOST in moves:
        return [] if marks <= 1 else ["a signpost asks at most whether to pause"]
    return [] if marks == 0 else [f"asks something although its moves are {', '.join(moves)}"]


def is_open(question: str) -> bool:
    """Say whether a question invites more than yes or no."""
    plain = straight(question)
    return bool(_OPEN.search(plain)) and not _is_closed(plain) and not _BLAMING.search(plain)


def _is_closed(question: str) -> bool:
    """Say whether a question asks for yes or no, be it only in its last clause; "would you say?" is no clause."""
    if _CLOSED_START.search(question) or _CONFIRM_TAG.search(question):
        return True
    *before, last = re.split(r"[,;:–—]\s+", question)
    if _SAY_TAG.match(last) or _IF_TURNED_ROUND.match(last):
        return False
    if before and _ENDS_ON_ITS_OPEN_WORD.search(before[-1]):
        return False  # "where, or with whom, have you seen it?"
    if len(before) > 1 and _ASIDE.match(before[-1]) and _OPEN.search(before[-2]) and not _HELPS.search(before[-2]):
        return False  # "at what point, as you see it, does it begin?"
    return _CLOSED_CLAUSE.search(last) is not None


def last_sentence(text: str) -> str:
    """Return the last sentence of a coach turn, where its question stands."""
    return re.split(r"(?<=[.!?”])\s+|\n+", text.strip())[-1]
