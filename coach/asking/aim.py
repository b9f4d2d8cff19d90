"""What somebody wants from a talk, as the words that follow "to": "get your reps to decide".

It knows nothing of whether they can have it.
"""

import re

from coach.asking.paraphrase import fits, hangs, own_words, without_fading
from coach.asking.second_person import in_second_person, tidied
from coach.asking.unsayable import may_be_said
from coach.sentences import clauses

_FAR_ENOUGH = 600
_LEARNING = r"(?:know|figure out|work out|find out|learn|understand|see)"
_AIM = re.compile(
    r"(?:\bi(?:'d| would)? (?:really |just |also |mostly |still |only )*(?:want|need|like|hope|wish|love)(?: is)?|"
    r"\bi(?:'m| am) (?:really |just )*(?:trying|hoping|looking|keen|here)|^(?:trying|hoping|looking|keen)|"
    r"\b(?:my|the) (?:aim|goal|hope|plan) is|\bhelp(?:ing)? me|"
    r"\b(?:help|advice|ideas?|tips|clearer|clarity|thoughts?) (?:with|on|about|for)|\bstruggl\w+|\bnot sure|"
    rf"\b(?:don't|do not|not sure|want to|like to|need to) {_LEARNING}(?= how))"
    rf"(?: (?:to )?{_LEARNING}(?= how))?(?: how)?(?: to)?\s+(?!to\b)(.+)|"
    r"\bhow (?:do|can|could|should|might|would) (?:i|we) (.+)|\bhow to (.+)",
    re.IGNORECASE,
)
_AIM_ENDS = re.compile(
    r"[,;:?!.]\s|\s+(?:because|but|so that|since|although|as i|and i|and we|if|i (?:think|guess|suppose|reckon)|"
    r"(?:would|will) (?:help|be))\b",
    re.IGNORECASE,
)
_BARE_VERB = re.compile(
    r"^(?:better |best )?(?:get|make|stop|start|help(?! with| on| to)|"
    r"keep|let|bring|find|hand|give|teach|build|run|handle|deal|lead|"
    r"learn|change|"
    r"decide|know|"
    r"figure out|find out|work out|talk|tell|say|have|be|do|work|move|develop|grow|trust|"
    r"delegate|step|spend|raise|fix|turn|put|"
    r"stand|plan|see|understand|hire|keep|hold|support|coach|manage|motivate|sort|free|take|go|encourage|engage|"
    r"approach|improve|reduce|avoid|set|ask|choose|pick|promote|prepare|recruit|retain|win|create|train|show|"
    r"address|balance|become|feel|listen|think|use|use|write|speak|share|respond|react|convince|persuade|cut|check)\b",
    re.IGNORECASE,
)


_SAYS_NOTHING = re.compile(  # "get that right"; and the word order of a learner
    r"^(?:get|do|make|have|know|fix|solve|sort|change|hear|see) (?:that|it|this|these|things)(?: \w+)?$|"
    r"\b(?:always|often|never) (?:they|he|she|it|we) (?:is|are|was|were)\b",
    re.IGNORECASE,
)


def aim(words: str) -> str | None:
    """Return what somebody wants, after "to": "get your reps to decide"; None where it is not plainly said."""
    for span in clauses(own_words(words)):
        plain = tidied(span.text)[:_FAR_ENOUGH]
        for match in filter(None, (_AIM.search(plain, start) for start in _word_starts(plain))):
            wanted = next(group for group in match.groups() if group is not None)
            wanted = _AIM_ENDS.split(f"{wanted} ")[0].strip(" \t\n.,;:!?…-–—")
            wanted = without_fading(wanted)
            said_what = len(wanted.split()) > 1 and not _SAYS_NOTHING.search(wanted)
            if said_what and _BARE_VERB.match(wanted) and may_be_said(wanted) and not hangs(wanted):
                turned = in_second_person(wanted)
                if fits(turned):
                    return turned[:1].lower() + turned[1:]
    return None


def _word_starts(text: str) -> list[int]:
    return [word.start() for word in re.finditer(r"\S+", text)]
