"""What a coach turn may look like, and what is heard that coaching must stop for. Pure.

The guard only says what is wrong; the engine decides what is said instead. It knows nothing of models.
"""

import re
from collections.abc import Collection
from enum import StrEnum

from coach.conversation import Conversation, Move


class Harm(StrEnum):
    """What stops the coaching for a turn; the first that is heard counts."""

    SELF_HARM = "self_harm"
    VIOLENCE = "violence"
    ABUSE = "abuse"
    HARASSMENT = "harassment"
    DISCRIMINATION = "discrimination"
    EXHAUSTION = "exhaustion"


_PROTECTED = (
    r"(women|girls|mothers|blacks?|black people|asians?|indians?|nigerians?|poles|immigrants|foreigners|muslims?|"
    r"jews|jewish people|christians|hindus|gays?|lesbians?|trans people|disabled people|older people|old people|"
    r"over (fifties|sixties|50s|60s)|women (of )?that age|pregnant women)"
)

_PERSON = (
    r"(him|them|me|somebody|someone|one of (them|us|the|my) ?\w*|another \w+|(?-i:[A-Z][a-z]+)|"
    r"(a|the|my) (colleague|nurse|driver|guy|man|woman|lad|girl|kid|member|apprentice|trainee)|"
    r"her(?=\W*$|[.,;:!?]| (in the|at|on|with|after|when|and|again|yesterday|last|this|so|because|hard|across|against)))\b"
)

_HARM: tuple[tuple[Harm, bool, re.Pattern[str]], ...] = tuple(
    (harm, own, re.compile(pattern, re.IGNORECASE))
    for harm, own, pattern in (
        (
            Harm.SELF_HARM,
            True,
            r"\b(i('m| am| have been| keep|'ve been)?|i (want|wish|plan|think about|thought about)( to)?) ?"
            r"(thinking (of|about) )?(want(ing)? to |going to |about )?"
            r"(kill(ing)? myself|end(ing)? (it all|my life)|hurt(ing)? myself|harm(ing)? myself|be dead|die\b(?! of| laughing)"
            r"|suicide|suicidal|not (be|being) (here|alive) any ?more)"
            r"|\b(i don'?t|no longer) want to (live|be alive|go on living)|\bi('m| am| feel) suicidal|better off without me",
        ),
        (
            Harm.SELF_HARM,
            False,
            r"\b(kill(ed|ing)? (him|her|them)sel(f|ves)|end(ed|ing)? (his|her|their) (own )?li(fe|ves)|suicide|suicidal|"
            r"self[- ]harm(s|ed|ing)?|cut(s|ting)? (him|her|them)sel(f|ves)|hurt(s|ing)? (him|her|them)sel(f|ves) on purpose|"
            r"overdose[d]?)\b",
        ),
        (
            Harm.VIOLENCE,
            True,
            r"\bi('ve| have)? ?(just |nearly |almost )?(hit|punched|slapped|shoved|kicked|choked|beat up|struck|assaulted) "
            + _PERSON
            + r"|\bi('m| am) (going|about) to (hit|hurt|kill|punch) (him|her|them|somebody|someone)\b",
        ),
        (
            Harm.VIOLENCE,
            False,
            r"\b(he|she|they|somebody|someone|who|(?-i:[A-Z][a-z]+)) ('?s |has |have |had )?"
            r"(hit|punched|slapped|shoved|kicked|choked|stabbed|assaulted|attacked|beat up|physically threatened) "
            + _PERSON
            + r"|\b(pulled|came in with|brought|threatened \w+ with) a (knife|gun)\b|\bthreatened to (kill|hurt|stab|shoot|hit) "
            r"|\bphysically (attacked|assaulted|threatened)\b|\bgot (stabbed|punched|beaten up|assaulted)\b",
        ),
        (
            Harm.ABUSE,
            True,
            r"\bi (hit|beat|slap|hurt) my (wife|husband|partner|kids?|children|son|daughter)\b"
            r"|\bi (lock|locked|starve|starved) (him|her|them) (in|up)\b",
        ),
        (
            Harm.ABUSE,
            False,
            r"\b(my|her|his|their) (husband|wife|partner|boyfriend|girlfriend|father|mother|dad|mum|ex) "
            r"('?s |is |was |has been |had been |keeps )?(been )?(hit(s|ting)?|beat(s|ing)?|abus(es|ed|ing|ive)|hurt(s|ing)?) ?"
            r"(her|him|me|them|at home)?\b|\b(domestic|child|sexual) (abuse|violence)\b|\b(is|was|being) abused\b",
        ),
        (
            Harm.HARASSMENT,
            True,
            r"\bi (touched|groped|kissed|grabbed) (her|his|him|them|one of (the|my) (girls|women|staff))\b"
            r"|\bi (keep|kept) (asking (her|him) out|making (comments|jokes) about (her|his) (body|looks|legs))\b"
            r"|\bi (sent|keep sending) (her|him|them) (explicit|dirty|sexual|nude)",
        ),
        (
            Harm.HARASSMENT,
            False,
            r"\b(sexual(ly)? harass(ment|ed|es|ing)?|harass(es|ed|ing|ment)|grop(ed|es|ing)|"
            r"(touched|touches|touching|grabbed) (her|me|him|them) (inappropriately|up|without)|sexual (comments|advances|remarks)|"
            r"(he|she|they) (keeps? )?(bully|bullies|bullied|bullying) (her|him|me|them)|being bullied|"
            r"(sends?|sent|sending) (her|me|him) (explicit|dirty|sexual|nude)|won'?t stop following (her|me|him))\b",
        ),
        (
            Harm.DISCRIMINATION,
            True,
            rf"\b(i|we) (don'?t|won'?t|never|stopped|try not to|avoid|no longer|would never|refuse to) "
            rf"(hir(e|ing)|promot(e|ing)|tak(e|ing) on|employ(ing)?|interview(ing)?|putting|put) [^.!?]{{0,25}}\b{_PROTECTED}"
            r"|\bi (fired|sacked|let (her|him|them) go|got rid of (her|him|them)) [^.!?]{0,30}\b(because|when|after|as soon as) "
            r"(she|he|they) (was|were|is|got|became|told me (she|he) was) (pregnant|gay|black|muslim|disabled|too old|ill)",
        ),
        (
            Harm.DISCRIMINATION,
            False,
            rf"\b(he|she|they|boss|manager|director|owner|company|hr) [^.!?]{{0,30}}(won'?t|doesn'?t|don'?t|refuse[sd]? to|never) "
            rf"(hire|promote|employ|interview|take on) [^.!?]{{0,25}}\b{_PROTECTED}"
            r"|\b(racis(t|m)|sexis(t|m)|homophobi(a|c)|antisemiti(c|sm)) (abuse|comments?|remarks?|jokes?|slurs?|treatment|toward|at)"
            r"|\bdiscriminat(ed|es|ing|ion) (against|because|on grounds)"
            r"|\b(passed over|sacked|fired|paid less|demoted|treated differently) [^.!?]{0,30}\bbecause (of )?(her|his|their|she'?s?|he'?s?|they) "
            r"[^.!?]{0,20}(pregnan|race|skin|religion|gay|black|muslim|a woman|age|disab|accent)",
        ),
        (
            Harm.EXHAUSTION,
            True,
            r"\bi('m| am| feel)( completely| totally| utterly)? (burn(ed|t) out|at breaking point|falling apart|breaking down)"
            r"|\bi (can'?t|cannot) (go on|cope|take (it|this) any ?more|sleep any ?more)\b"
            r"|\bi (break|broke|keep breaking) down (crying|in tears)|\bi cry (every|most) (day|night|morning)"
            r"|\bmy (mum|mother|dad|father|wife|husband|son|daughter|partner|brother|sister|best friend) "
            r"(just |has |recently )*(died|passed away)\b",
        ),
    )
)

_HELP_VERB = [
    "is",
    "are",
    "am",
    "was",
    "were",
    "do",
    "does",
    "did",
    "has",
    "have",
    "had",
    "can",
    "could",
    "will",
    "would",
    "shall",
    "should",
    "may",
    "might",
    "must",
]
_CLOSED_START = re.compile(rf"^\W*(and |but |so |or )?({'|'.join(_HELP_VERB)})(n't)?\b", re.IGNORECASE)
_OPEN_WORD = re.compile(r"\b(what|how|who|whom|whose|which|when|where|tell me|in what way)\b", re.IGNORECASE)
_WHY = re.compile(r"\bwhy\b", re.IGNORECASE)
_ADVICE = re.compile(
    r"\b(you (should|ought to|need to|must|have to|had better)|i('d| would)? (recommend|advise|suggest)|my advice|"
    r"why (don'?t|not) you|why not|have you (tried|considered|thought (of|about))|try to|make sure (you|to)|"
    r"wouldn'?t it be better|if i were you|the best thing (to do|would be))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^”]*)”")


def harm(text: str) -> tuple[Harm, bool] | None:
    """Return the harm that a message discloses and whether the speaker is at its centre, or None.

    At the centre means: at risk of hurting themselves, exhausted, or the one who does the harm.
    """
    return next(((kind, own) for kind, own, pattern in _HARM if pattern.search(text)), None)


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
