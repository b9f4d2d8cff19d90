"""A message cut into words, as the phrases of harm know them. Pure.

Every word is in lower case, contractions are opened ("can't" → can not, "I'm" → i am) however they are typed,
and a stop is a word of its own: "." ends a sentence, "," a part of it. A word that looks like a person's name
is also "<name>", a figure also "<number>", a year also "<year>". It knows no grammar and no harm.
"""

import re

from coach.conversation import straight
from coach.harm.classes import CLASSES
from coach.harm.names import FIRST_NAMES, NOT_NAMES

_FIRST_NAMES, _NOT_NAMES = frozenset(FIRST_NAMES.split()), frozenset(NOT_NAMES.split())
_KNOWN = frozenset().union(*(words for words in CLASSES.values() if isinstance(words, frozenset)))
_SUFFIXES = ("ing", "ed", "ly", "tion", "ness", "ment")

Token = tuple[str, ...]

_PIECE = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[.!?;:\n]|[,()\u2013\u2014\"…]")
_OPENED = {
    "cannot": "can not", "can't": "can not", "cant": "can not", "won't": "will not", "wont": "will not",
    "shan't": "shall not", "ain't": "is not", "im": "i am", "ive": "i have", "i'd": "i would", "gonna": "going to",
    "wanna": "want to", "gotta": "got to", "let's": "let us", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "isnt": "is not", "wasnt": "was not", "hasnt": "has not", "havent": "have not",
    "wouldnt": "would not", "couldnt": "could not", "arent": "are not", "hes": "he 's", "shes": "she 's",
    "theyre": "they are", "theyve": "they have", "anymore": "any more", "nobody's": "nobody", "wud": "would",
    "nite": "night", "trew": "threw", "ppl": "people", "u": "you", "ur": "your", "tryna": "trying to",
}  # fmt: skip
_ENDINGS = {"n't": "not", "'m": "am", "'ve": "have", "'ll": "will", "'re": "are", "'d": "would", "'s": "'s"}


def tokens(text: str) -> list[Token]:
    """Return the words and stops of a message in order, each with the other kinds it is of."""
    said: list[Token] = []
    starts = True
    for piece in _PIECE.findall(straight(text)):
        if not piece[0].isalnum():
            stop = "." if piece in ".!?;:\n" else ","
            starts = stop == "." or piece == '"'
            said.append((stop,))
            continue
        for number, word in enumerate(_words(piece)):
            kinds = _kinds(piece, word, starts) if number == 0 else ()
            said.append((word, *kinds) if starts and number == 0 else (word, "<inside>", *kinds))
        starts = False
    return said


def _words(piece: str) -> list[str]:
    word = piece.lower()
    if word in _OPENED:
        return _OPENED[word].split()
    for ending, meaning in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), meaning]
    return [word]


def _kinds(piece: str, word: str, starts: bool) -> Token:
    if word.isdecimal():
        return ("<number>", "<year>") if len(word) == 4 and word[:2] in ("19", "20") else ("<number>",)
    if word in _FIRST_NAMES:
        return ("<name>",)
    if not piece[0].isupper() or piece[1:2].isupper() or len(word) == 1 or word in _NOT_NAMES:
        return ()
    return () if starts and (word in _KNOWN or word.endswith(_SUFFIXES)) else ("<name>",)
