"""Disclosures of harm: what coaching must stop for, heard by its wording. Pure.

It errs towards speech about people: "I hit my target" and "this quarter is killing me" must pass. It
knows nothing of what is then said; the bank has those words.
"""

import re
from enum import StrEnum

from coach.conversation import straight


class Harm(StrEnum):
    """What stops the coaching for a turn; the first that is heard, in this order, counts."""

    SELF_HARM = "self_harm"
    VIOLENCE = "violence"
    ABUSE = "abuse"
    HARASSMENT = "harassment"
    DISCRIMINATION = "discrimination"
    EXHAUSTION = "exhaustion"


_PERSON = (
    r"(him|them|me|somebody|someone|one of (them|us|the|my) ?\w*|another \w+|(?-i:[A-Z][a-z]+)|"
    r"(a|the|my) (colleague|nurse|driver|guy|man|woman|lad|girl|kid|member|apprentice|trainee)|"
    r"her(?=\W*$|[.,;:!?]| (in the|at|on|with|after|when|and|again|yesterday|last|this|so|because|hard|across)))\b"
)
_GROUP = (
    r"(women|girls|mothers|blacks?|black people|asians?|indians?|nigerians?|poles|immigrants|foreigners|muslims?|"
    r"jews|jewish people|christians|hindus|gays?|lesbians?|trans people|disabled people|older people|old people|"
    r"over (fifties|sixties|50s|60s)|women (of )?that age|pregnant women)"
)
_BLOW = r"(hit|punched|slapped|shoved|kicked|choked|beat up|assaulted)"
_HIRE = r"(hir(e|ing)|promot(e|ing)|tak(e|ing) on|employ(ing)?|interview(ing)?|put(ting)?)"
_TRAIT = r"(pregnan\w*|race|skin|religion|gay|black|muslim|a woman|age|disab\w*|accent)"

_OWN: dict[Harm, tuple[str, ...]] = {
    Harm.SELF_HARM: (
        r"\b(kill|hurt|harm)(ing)? myself\b",
        r"\bi('m| am|'ve been| have been| keep)? ?(want(ing)? to|thinking (of|about)|going to|think about) "
        r"(end(ing)? (it all|my life)|be(ing)? dead|die\b(?! of| laughing)|suicide|not be(ing)? (here|alive))",
        r"\b(i don'?t|no longer) want to (live|be alive|go on living)\b",
        r"\bi('m| am| feel) suicidal\b|\bbetter off without me\b",
    ),
    Harm.VIOLENCE: (
        rf"\bi('ve| have)? ?(just |nearly |almost )?{_BLOW} {_PERSON}",
        r"\bi('m| am) (going|about) to (hit|hurt|kill|punch) (him|her|them|somebody|someone)\b",
    ),
    Harm.ABUSE: (r"\bi (hit|beat|slap|hurt) my (wife|husband|partner|kids?|children|son|daughter)\b",),
    Harm.HARASSMENT: (
        r"\bi (touched|groped|kissed|grabbed) (her|his|him|them|one of (the|my) (girls|women|staff))\b",
        r"\bi (keep|kept) (asking (her|him) out|making (comments|jokes) about (her|his) (body|looks|legs))\b",
        r"\bi (sent|keep sending) (her|him|them) (explicit|dirty|sexual|nude)",
    ),
    Harm.DISCRIMINATION: (
        rf"\b(i|we) (don'?t|won'?t|never|stopped|try not to|avoid|no longer|would never|refuse to) "
        rf"{_HIRE} [^.!?]{{0,25}}\b{_GROUP}",
        r"\bi (fired|sacked|let (her|him|them) go|got rid of (her|him|them)) [^.!?]{0,30}"
        r"\b(because|when|after|as soon as) (she|he|they) (was|were|is|got|became) "
        r"(pregnant|gay|black|muslim|disabled|too old|ill)",
    ),
    Harm.EXHAUSTION: (
        r"\bi('m| am| feel)( completely| totally| utterly)? "
        r"(burn(ed|t) out|at breaking point|falling apart|breaking down)",
        r"\bi (can'?t|cannot) (go on|cope|take (it|this) any ?more|sleep any ?more)\b",
        r"\bi (break|broke|keep breaking) down (crying|in tears)|\bi cry (every|most) (day|night|morning)",
    ),
}

_OTHERS: dict[Harm, tuple[str, ...]] = {
    Harm.SELF_HARM: (
        r"\b(kill(ed|ing)?|cut(s|ting)?) (him|her|them)sel(f|ves)\b",
        r"\bhurt(s|ing)? (him|her|them)sel(f|ves) on purpose\b",
        r"\bend(ed|ing)? (his|her|their) (own )?li(fe|ves)\b",
        r"\b(suicide|suicidal|self[- ]harm(s|ed|ing)?|overdosed?)\b",
    ),
    Harm.VIOLENCE: (
        rf"\b(he|she|they|somebody|someone|who|(?-i:[A-Z][a-z]+)) ('?s |has |have |had )?"
        rf"({_BLOW}|stabbed|attacked|physically threatened) {_PERSON}",
        r"\b(pulled|came in with|brought|threatened \w+ with) a (knife|gun)\b",
        r"\bthreatened to (kill|hurt|stab|shoot|hit) ",
        r"\bphysically (attacked|assaulted|threatened)\b|\bgot (stabbed|punched|beaten up|assaulted)\b",
    ),
    Harm.ABUSE: (
        r"\b(my|her|his|their) (husband|wife|partner|boyfriend|girlfriend|father|mother|dad|mum|ex) "
        r"(has been |had been |keeps |is |was )?(hits|hitting|hit|beats|beating|abuses|abusing|abused|hurts|hurting) "
        r"(her|him|me|them)\b",
        r"\b(domestic|child|sexual) (abuse|violence)\b|\b(is|was|being) abused\b",
    ),
    Harm.HARASSMENT: (
        r"\b(sexual(ly)? harass\w*|harass(es|ed|ing|ment)|grop(ed|es|ing))\b",
        r"\b(touched|touches|touching|grabbed) (her|me|him|them) (inappropriately|up|without)\b",
        r"\bsexual (comments|advances|remarks)\b|\bbeing bullied\b",
        r"\b(he|she|they) (keeps? )?(bully|bullies|bullied|bullying) (her|him|me|them)\b",
        r"\b(sends?|sent|sending) (her|me|him) (explicit|dirty|sexual|nude)|\bwon'?t stop following (her|me|him)\b",
    ),
    Harm.DISCRIMINATION: (
        r"\b(he|she|they|boss|manager|director|owner|company|hr|ceo) [^.!?]{0,30}"
        rf"(won'?t|doesn'?t|don'?t|refuse[sd]? to) (hire|promote|employ|interview|take on) [^.!?]{{0,25}}\b{_GROUP}",
        r"\b(he|she|boss|manager|director|owner|company|hr|ceo) never (hires|promotes|employs) "
        rf"[^.!?]{{0,25}}\b{_GROUP}",
        r"\b(racist|sexist|homophobic|antisemitic) (abuse|comments?|remarks?|jokes?|slurs?|treatment)\b",
        r"\bdiscriminat(ed|es|ing|ion) (against|because|on grounds)\b",
        r"\b(passed over|sacked|fired|paid less|demoted|treated differently) [^.!?]{0,30}"
        rf"\bbecause (of )?(her|his|their|she'?s?|he'?s?|they) [^.!?]{{0,20}}\b{_TRAIT}\b",
    ),
}

_PATTERNS = tuple(
    (harm, own, re.compile("|".join(patterns[harm]), re.IGNORECASE))
    for harm in Harm
    for own, patterns in ((True, _OWN), (False, _OTHERS))
    if harm in patterns
)


def disclosed(text: str) -> tuple[Harm, bool] | None:
    """Return the harm that a message discloses and whether the speaker is at its centre, or None.

    At the centre means: at risk of hurting themselves, exhausted, or the one who does the harm.
    """
    said = straight(text)
    return next(((harm, own) for harm, own, pattern in _PATTERNS if pattern.search(said)), None)
