"""Cues in the wording: what is not evidence, and how certain evidence is.

Rules of thumb for the first local reader; the trained one will not need them.
"""

import re

from coach.conversation import straight
from coach.evidence import Certainty
from coach.requests import request_of

_NOT_EVIDENCE = re.compile(
    r"\?\s*$"  # a question
    r"|^\W*(if|imagine|suppose|say)\b|\b(would|wouldn'?t|could have|should have)\b(?! (not )?(let|give|quote|say|do)\b)"
    r"|\b(what if|hypothetically|in theory|ideally)\b"
    r"|\b(i|we)('?d like to|'?m going to| am going to|'re going to| plan to| want to| hope to| intend to|"
    r" should( really)?| ought to|'ll| will) "
    r"|\b(next (week|month|quarter|year)|one day|someday)\b"
    r"|\b(my (last|previous|old|former) (company|job|employer|place|firm|boss|team)|where i used to|used to work|"
    r"years ago|back (then|when)|before i (joined|came|took over))\b"
    r"|\b(it isn'?t|it'?s not|not) that (they|we|i|people)\b|\bnobody (here )?(waits|asks)\b"
    r"|\b(my (own )?(boss|manager|director)|head office|corporate|the board|upstairs|other departments?|"
    r"the competition|competitors?|our (clients?|customers?|suppliers?))\b.*"
    r"\b(is|are|do|does|has|have|want|wants|never|always)\b"
    r"|\b(i (already|just) told you|i (didn't|did not|never) (say|said|describe|described|mention|mean)|it doesn't say"
    r"|you (didn't|don't|did not|never) answer|your (last )?question|can we talk about)\b"
    r"|\b(record|mark|note|put|rate|score|classify|log) (this|that|us|me|it)( down)? (as|under)\b"
    r"|\b(ignore|disregard) (the|your|all|previous)\b"
    r"|\bunder control\b|\bserious issue\b|\byour (rubric|verdict|rules)\b",
    re.IGNORECASE,
)

_HEDGED = re.compile(
    r"\b(maybe|perhaps|possibly|probably|sometimes|occasionally|now and (then|again)|once in a while|"
    r"i (suppose|guess|think|imagine|reckon|feel like|wonder|believe|suspect|gather|dare say)|"
    r"i'?m (not (so |really |entirely |quite )?sure|told|guessing)|(i'?ve )?heard|apparently|supposedly|"
    r"might|may (well )?be|could be|seems?|seemed|kind of|sort of|a bit|a little|somewhat|tends? to|more or less|"
    r"as far as i (know|can tell)|not always|in a way|to some extent|some of (them|my|the))\b",
    re.IGNORECASE,
)

_DAY = r"(mon|tues|wednes|thurs|fri|satur|sun)day"
_NO_NAME = (
    r"(i|we|you|he|she|it|they|who|that|this|these|those|there|everybody|everyone|nobody|somebody|someone|people|some|"
    r"most|many|all|both|none|one|others?|customers|staff|management|hr|nothing|everything|what|which|and|but|then|so)"
)
_SHOWN = re.compile(
    rf"\b(yesterday|last (night|week|month|quarter|year|spring|summer|autumn|fall|winter|{_DAY})|this (morning|week)|"
    rf"(on|since) {_DAY}|(?<!every )(?<!each ){_DAY}( (morning|afternoon|night))?,? (i|we|he|she|they)\b|"
    r"the other (day|week)|a (week|month|fortnight|few days) ago|\w+ (days|weeks|months) ago|"
    r"in (january|february|march|april|may|june|july|august|september|october|november|december)|recently)\b"
    rf"|\b(?!{_NO_NAME}\b)(?-i:[A-Z][a-z]+) "
    r"(?-i:[a-z]+ed|told|took|went|came|rang|made|said|got|gave|found|brought|wrote|ran|left|sold|"
    r"built|kept|chose|led|taught|won|set|put)\b",
    re.IGNORECASE,
)


def is_not_evidence(clause: str) -> bool:
    """Say whether the wording itself rules a clause out: a question, a wish, the past, a word to the coach."""
    return request_of(clause) is not None or bool(_NOT_EVIDENCE.search(straight(clause)))


def certainty(clause: str) -> Certainty:
    """Return how certain a clause is."""
    said = straight(clause)
    if _HEDGED.search(said):
        return Certainty.HEDGED
    if _SHOWN.search(said):
        return Certainty.SHOWN
    return Certainty.STATED
