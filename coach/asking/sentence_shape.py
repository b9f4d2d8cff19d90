"""Whether a clause looks like a whole sentence, and how it begins in the middle of another.

It knows a few hundred words of grammar and no meaning: a subject at the start, with a time or place
before it at most, and a verb after it.
"""

import re
from itertools import pairwise

_PRONOUN = r"(?:i|we|they|he|she|it|there|nobody|no one|everyone|everybody|someone|somebody|people)"
_SHORTENED = r"(?:(?:i|we|they|he|she|it|that|there|nobody|everyone|everybody|nothing|who)'(?:m|ve|d|ll|re|s))"
_SUBORDINATE = re.compile(
    r"^(?:(?:even |only |and )?(?:when|whenever|if|unless|while|since|once|until|after|before|as soon as|because|as)|"
    r"every time|the moment|the minute|each time)\b([^,]*),\s+(?:then )?(?=\S)",
    re.IGNORECASE,
)
_WHEN = (
    r"(?:sometimes|often|usually|mostly|occasionally|now and (?:then|again)|these days|lately|recently|normally|"
    r"generally|most days|most of the time|half the time|maybe|perhaps|probably|hopefully|ideally|eventually|yesterday|"
    r"today|(?:this|last|every|each|most|one|some|the other) (?:year|month|week|weekend|day|days|morning|evening|night|"
    r"afternoon|time|quarter|spring|summer|autumn|fall|winter|\w+days?)|(?:a|two|three|four) \w+ ago)"
)
_NOT_YET = r"(?!\b(?:before|after|when|that|who|which|until|where|while|than|what|how)\b)[^,]"
_WHERE = rf"(?:in|at|on|from|for|after|before|during|with|without|by|since)\b(?:{_NOT_YET})*?"
_BEFORE = rf"(?:{_WHEN},? (?:{_WHERE} )?|{_WHERE} |(?:{_WHEN}|{_WHERE}), (?=[^,]*$)(?=\w))"
_SUBJECT = re.compile(
    rf"^(?:{_BEFORE}(?:{_SHORTENED}|{_PRONOUN})|{_WHERE}, (?:{_SHORTENED}|{_PRONOUN}|my|our|their|his|her|the|one)|"
    rf"(?:{_WHEN},? )?(?:almost |nearly |about |around |roughly |not |maybe )?(?:{_SHORTENED}|{_PRONOUN}|"
    r"this|that|none|everything|nothing|something|half|most|all|both|each|every|some|many|few|several|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|another|(?:me|myself|i) and|(?:my|our) \w+ and (?:i|me|myself)|us lot|"
    r"\d[\d.,]*%?|"
    r"my|our|their|his|her|its|the|a|an|these|those))(?![\w'])(?!\W*$)",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"\b(?:my|our|their|his|her|its|the|a|an|these|those|every)$", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:all|half|most|both|some|many|few|several|one|two|three|four|five|\d\S*)$", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|which|that|whom|whose|where|how|why|what|i|we|they|he|she|it)\b", re.IGNORECASE)
_ADVERB = r"(?:never|always|usually|mostly|often|still|just|only|rarely|hardly|really|sometimes|also|even|not|all|then)"
_VERB = re.compile(
    r"\b(?:am|is|are|was|were|be|been|have|has|had|do|does|did|can|could|will|would|must|may|might|"
    r"\w+n't|cannot|"
    r"ask|asks|bring|brings|buy|buys|call|calls|care|cares|check|checks|come|comes|decide|decides|end|ends|"
    r"expect|expects|feel|feels|find|finds|fix|fixes|get|gets|give|gives|go|goes|handle|handles|hand|hands|help|"
    r"helps|hire|hires|hold|holds|keep|keeps|know|knows|lead|leads|learn|learns|leave|leaves|let|lets|like|likes|"
    r"look|looks|lose|loses|make|makes|manage|manages|mean|means|meet|meets|need|needs|owns|pay|pays|pick|picks|"
    r"promote|promotes|put|puts|read|reads|ring|rings|run|runs|say|says|see|sees|seem|seems|send|sends|set|sets|"
    r"show|shows|sit|sits|solve|solves|spend|spends|stand|stands|start|starts|stay|stays|step|steps|stop|stops|take|"
    r"takes|talk|talks|tell|tells|tend|tends|think|thinks|treat|treats|trust|trusts|try|tries|answers?|backs?|clocks?|"
    r"cover|covers|deliver|delivers|drop|drops|follow|follows|grabs?|grows?|ignores?|jumps?|leans?|lives?|pass|passes|"
    r"pulls?|pushes|reports?|reward|rewards|signs?|skips?|split|splits|share|shares|switch|switches|throws?|"
    r"understands?|turn|turns|wait|waits|argue|argues|blame|blames|bother|bothers|changes?|choose|chooses|depends?|"
    r"drive|drives|eats?|hates?|hears?|lies|listens?|love|loves|move|moves|rely|relies|sort|sorts|sounds?|speak|"
    r"speaks|stall|stalls|struggles?|suffers?|support|supports|teach|teaches|use|uses|watch|watches|"
    r"walk|walks|want|wants|work|works|write|writes|lands?|goes|"
    r"asked|became|began|brought|built|bought|came|caught|chose|cut|did|drew|drove|fell|felt|found|gave|got|grew|"
    r"heard|held|hid|hit|kept|knew|led|left|lost|made|meant|met|paid|put|ran|rang|read|rose|said|sat|saw|sent|"
    r"shut|slept|sold|spent|spoke|stood|swore|taught|thought|told|took|went|woke|won|wore|wrote|[\w-]{2,}ed)\b",
    re.IGNORECASE,
)
_ADVERB_NEXT = re.compile(rf"\s+{_ADVERB}\b", re.IGNORECASE)
_COMMON = re.compile(
    r"^(?:discipline|morale|turnover|trust|quality|safety|management|head office|nobody|finance|sales|marketing|"
    r"production|procurement|operations|delegating|hiring|"
    r"fair|sick leave|overtime|\w+(?:ing|ment|tion|sion|ity|ness|ship|ance|ence|ism))\b",
    re.IGNORECASE,
)
_ACTS = rf"(?=(?:{_ADVERB} )?{_VERB.pattern})"
_NAME = re.compile(
    rf"^(?:[A-Z]{{2,4}} (?-i:{_ACTS})|[A-Z][a-z]*(?:[a-rt-z](?: and [A-Z][a-z]+)?(?:'s (?=\w)| {_ACTS})|"
    r"s (?=(?:is|was|has|does|doesn't|isn't|wasn't|hasn't)\b)))"
)
_DAY_AND_NAME = re.compile(rf"^(?:(?:{_WHEN}|on \w+(?: \w+)?|in \w+)),? (?-i:[A-Z])[a-z]+ {_ACTS}", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:i|we|they|he|she)$", re.IGNORECASE)
_OPINES = re.compile(r"^(?:i|we) (?:guess|suppose|think|reckon|believe)(?:,| (?!so\b))", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"^(?:whoever|whatever|whichever|anyone|anybody|when|if|while|since|as|although|unless|until|once|where|because|"
    r"then|now|not|never|what|who|how|why|which|"
    r"got|had|came|went|did|do|is|are|was|were|let|say|tell|it|and|but|also|just|only|even|still|good|that|there|could|"
    r"can|would|should|will|may|might|must|have|has|been|be|being|maybe|perhaps|probably|possibly|apparently|sometimes|"
    r"often|always|usually|mostly|same|so|too|very|more|less|better|best|great|nice|other|others|here|well|yet|ask|"
    r"asked|told|said|make|made|take|give|gave|get|keep|kept|go|goes|going|need|want|think|stop|start|try|trying|no|"
    r"yes|please|sorry|thanks|right|okay|ok|sent|from|to|subject|re|fwd|dear|hi|hello|regards|work|works|leave|"
    r"look|see|put|set|left|guess|suppose|imagine|sounds?|seems?|feels?|means?|turns?|depends?)\b",
    re.IGNORECASE,
)


def is_sentence(clause: str) -> bool:
    """Say whether a clause is a sentence, with a condition or a time before it at most ("when they ask, I tell")."""
    condition = _SUBORDINATE.match(clause)
    if condition is not None and len(condition[1].split()) > 1:
        return _is_main(clause[condition.end() :])
    return _is_main(clause)


def begins_a_sentence(text: str) -> bool:
    """Say whether some words begin as a sentence does."""
    return has_subject(text) and _VERB.search(text) is not None


def has_subject(text: str) -> bool:
    """Say whether some words begin with a subject: a pronoun, a determiner, a number, a name."""
    return bool(_SUBJECT.match(text) or (_NAME.match(text) and not _NOT_A_NAME.match(text)))


def started(clause: str) -> str:
    """Begin in lower case, unless the first word is a name."""
    first = clause.split(maxsplit=1)[0]
    plain = any(begins.match(clause) for begins in (_SUBJECT, _SUBORDINATE, _DAY_AND_NAME, _COMMON))
    keeps = not plain or (len(first) > 1 and first.isupper())
    return clause if keeps else clause[:1].lower() + clause[1:]


def _is_main(clause: str) -> bool:
    if _DAY_AND_NAME.match(clause):
        return True
    subject = _SUBJECT.match(clause)
    if subject is None:
        return _NAME.match(clause) is not None and not _NOT_A_NAME.match(clause)
    if "'" in subject[0]:
        return True
    opinion = _OPINES.match(clause)
    if opinion is not None and not is_sentence(clause[opinion.end() :]):
        return False
    if _PERSON.search(subject[0]) and clause[subject.end() : subject.end() + 2].strip().isalpha():
        return True  # what follows them is a verb, whether it is known here or not
    verbs = list(_VERB.finditer(clause, subject.end()))
    if not verbs:
        return _ADVERB_NEXT.match(clause, subject.end()) is not None
    between = clause[subject.end() : verbs[0].start()]
    if between.count(",") == 1:  # two things in a row, not a thing and what it does
        return False
    verb_groups = 1 + sum(
        not re.fullmatch(rf"\s*(?:{_ADVERB}\s+)*(?:to )?", clause[one.end() : two.start()], re.IGNORECASE)
        for one, two in pairwise(verbs)
    )
    if _DETERMINED.search(subject[0]) and not between.strip():
        return verb_groups > 1
    if _COUNTED.search(subject[0]) and not between.strip() and verbs[0][0].endswith("ed"):
        return False
    return verb_groups > 1 or not _RELATIVE.search(between)
