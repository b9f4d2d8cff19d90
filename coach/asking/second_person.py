"""First person → second person: "they ring me" → "they ring you".

It knows nothing of whether the outcome is worth saying; paraphrase.py decides that.
"""

import re

from coach.conversation import straight

_NO_APOSTROPHE = {
    "dont": "don't",
    "cant": "can't",
    "wont": "won't",
    "didnt": "didn't",
    "doesnt": "doesn't",
    "isnt": "isn't",
    "arent": "aren't",
    "wasnt": "wasn't",
    "werent": "weren't",
    "havent": "haven't",
    "hasnt": "hasn't",
    "hadnt": "hadn't",
    "couldnt": "couldn't",
    "wouldnt": "wouldn't",
    "shouldnt": "shouldn't",
    "theyre": "they're",
    "theyve": "they've",
    "theyll": "they'll",
    "thats": "that's",
    "theres": "there's",
    "nobodys": "nobody's",
    "everyones": "everyone's",
    "im": "I'm",
    "ive": "I've",
    "teh": "the",
    "thier": "their",
}
_TYPED = re.compile(rf"\b(?:{'|'.join(_NO_APOSTROPHE)})\b", re.IGNORECASE)
_FILLERS = re.compile(r"(?<!\w)(?:u+m+|u+h+|e+r+m*|h+m+)\b,?\s+|,\s+like,|,\s+you know,", re.IGNORECASE)
_STUTTER = re.compile(r"\b(?!(?:had|that|very|really|so|no|long|many)\b)([a-z']+) \1\b", re.IGNORECASE)
_NOT_INSIDE = r"(?<![\w'.@/-])"  # neither "I-beam" nor "i.e." nor "wi-fi"
_ENDS = r"(?!['\w/-]|\.\w)"
_ADVERB = (
    r"((?: (?:always|never|also|just|still|really|once|often|usually|only|probably|already|honestly|actually|"
    r"certainly|definitely|sometimes|mostly))?)"
)
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(f"{_NOT_INSIDE}{first}{_ENDS}", re.IGNORECASE), second)
    for first, second in (
        (r"(?:us|we) lot", "all of you"),
        (r"(?:my|our) lot", "your people"),
        (r"(my|our) ([a-z]+(?: [a-z]+)?) and (?:i|me|myself)(?= [a-z])", r"you and your \2"),
        (r"(?:i|me|myself) and (him|he)", "you and he"),
        (r"(?:i|me|myself) and (?:her|she)", "you and she"),
        (r"^(?:myself and|i and)", "you and"),
        (r"i guess", "you suppose"),
        (r"(?:i am|i'm|we are|we're|i is|we is)", "you are"),
        (rf"(?:i|we){_ADVERB} (?:am|are)", r"you\1 are"),
        (r"(?:am i|are we)", "are you"),
        (rf"(?:i|we){_ADVERB} (?:was|were)", r"you\1 were"),
        (rf"(?:i|we){_ADVERB} wasn't", r"you\1 weren't"),
        (r"was i", "were you"),
        (r"(?:i|we) (?:has)", "you have"),
        (r"(?:i've|we've)", "you have"),
        (r"(?:i'd|we'd)", "you'd"),
        (r"(?:i'll|we'll)", "you'll"),
        ("myself", "yourself"),
        ("ourselves", "yourselves"),
        ("(?:mine|ours)", "yours"),
        ("(?:my|our)", "your"),
        ("(?:i|we|me)", "you"),
        ("(?-i:us|Us)", "you"),  # but not the US
        (r"(asked|told|taught|shown?|showed|warned|reminded|tell|tells) you you", r"\1 you that you"),
    )
)
_FIRST = re.compile(
    rf"{_NOT_INSIDE}(?:i|me|my|mine|myself|we|our|ours|ourselves|(?-i:us|Us)|i'\w+|we'\w+){_ENDS}|(?<!\d )\bam\b",
    re.IGNORECASE,
)


def tidied(clause: str) -> str:
    """Return a clause without stutters and fillers, with the apostrophes that a hurried hand leaves out."""
    plain = _FILLERS.sub(" ", straight(clause))
    plain = _TYPED.sub(lambda typed: _cased(_NO_APOSTROPHE[typed[0].lower()], typed[0]), plain)
    return re.sub(r"\s+", " ", _STUTTER.sub(r"\1", plain)).strip()


def in_second_person(clause: str) -> str:
    """Return a clause of the manager's with I and we turned into you."""
    turned = straight(clause)
    for first, second in _TURNS:
        turned = first.sub(second, turned)
    return turned


def is_in_first_person(clause: str) -> bool:
    """Say whether a clause still speaks of me or us."""
    return _FIRST.search(straight(clause)) is not None


def _cased(spelled: str, typed: str) -> str:
    return spelled[:1].upper() + spelled[1:] if typed[:1].isupper() else spelled
