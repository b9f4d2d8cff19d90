"""The classes that phrases speak of, made from the lists of words: forms of verbs, plurals, and rules. Pure.

It knows no words but a few irregular plurals; the lists are in words.py.
"""

import re
from collections.abc import Callable

from coach.harm.words import IRREGULAR, PHRASES, VERBS, WORDS

STOPS = frozenset({",", "."})
_PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "baby": "babies",
    "wife": "wives",
    "secretary": "secretaries",
}


def entries(block: str) -> dict[str, str]:
    """Return the lines "NAME: what stands behind it" of a block; a line set in by four spaces goes on."""
    lines = (line for line in block.replace("\n    ", " ").splitlines() if line.strip())
    return {name: meaning.strip() for name, _, meaning in (line.partition(":") for line in lines)}


_IRREGULAR = {verb.split("/")[0]: verb.split("/")[1:] for verb in IRREGULAR.split()}


def forms(verb: str) -> frozenset[str]:
    """Return every form of a verb, with the one-letter slips that are common ("slaped")."""
    return frozenset({verb, f"{verb}s"}) | _es(verb) | past(verb) | ing(verb)


def _es(verb: str) -> frozenset[str]:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return frozenset({f"{verb}es"})
    return frozenset({f"{verb[:-1]}ies"} if re.search(r"[^aeiou]y$", verb) else ())


def past(verb: str) -> frozenset[str]:
    """Return the past and the participle of a verb."""
    if verb in _IRREGULAR:
        return frozenset(_IRREGULAR[verb])
    if re.search(r"[^aeiou]y$", verb):
        return frozenset({f"{verb[:-1]}ied"})
    return frozenset(f"{stem}ed" for stem in _stems(verb))


def ing(verb: str) -> frozenset[str]:
    """Return the -ing form of a verb."""
    return frozenset({f"{verb[:-2]}ying"} if verb.endswith("ie") else {f"{stem}ing" for stem in _stems(verb)})


def _stems(verb: str) -> set[str]:
    if verb.endswith("e") and not verb.endswith("ee"):
        return {verb[:-1]}
    return {verb, verb + verb[-1]} if re.search(r"(?<![aeiou])[aeiou][bdgklmnprt]$", verb) else {verb}


def _all(make: Callable[[str], frozenset[str]], verbs: str) -> frozenset[str]:
    return frozenset().union(*map(make, verbs.split()))


def _plurals(words: frozenset[str]) -> frozenset[str]:
    return words | {_PLURALS.get(word, f"{word}s") for word in words}


_LISTS = {name: frozenset(words.split()) for name, words in entries(WORDS).items()}
_LISTS |= {name: _plurals(_LISTS[name]) for name in ("ROLE", "LOVED", "KIN", "WORKMATE", "FAMILIAR")}
_NAME = frozenset({"<name>"})
_WORKERS = _LISTS["ROLE"] - _LISTS["FAMILIAR"]
_ANYONE = _LISTS["PRONOUN"] | _LISTS["SOMEONE"] | _NAME

CLASSES: dict[str, frozenset[str] | Callable[[str], bool]] = {
    **_LISTS,
    **{name: _all(forms, verbs) for name, verbs in entries(VERBS).items()},
    **{f"{name}_ED": _all(past, verbs) for name, verbs in entries(VERBS).items()},
    **{f"{name}_ING": _all(ing, verbs) for name, verbs in entries(VERBS).items()},
    # Who.
    "NAME": _NAME,
    "THEY": _LISTS["ROLE"] | _LISTS["LOVED"] | _ANYONE,
    "WORKER": _WORKERS,
    "ATTACKER": _WORKERS | _ANYONE,
    "ME": _LISTS["I"],
    "OTHER": _LISTS["ROLE"] | _LISTS["LOVED"] | _LISTS["PRONOUN"] | _LISTS["OTHERS"] | _NAME,
    # Figures.
    "NUMBER": _LISTS["FEW"] | _LISTS["MANY"] | {"<number>"},
    "YEAR": frozenset({"<year>"}),
    # What may lie between: everything but stops and denials, and so on.
    "ANY": lambda word: word not in STOPS and word not in _LISTS["DENIAL"],
    "ACROSS": lambda word: word != "." and word not in _LISTS["DENIAL"],
    "SAME": lambda word: word not in (".", "i") and word not in _LISTS["DENIAL"] and word not in _LISTS["SUBJECT"],
    "REST": lambda word: word not in STOPS and word not in ("i", "then"),
    "SENTENCE": lambda word: word != ".",
    "GOES_ON": lambda word: word not in STOPS and word not in _LISTS["ENDING"],
    "NOUN": lambda word: word not in STOPS and word not in _LISTS["JOINING"] and word not in _LISTS["AFTER"],
    "PLAIN": lambda word: word not in STOPS and word != "'s" and word not in _WORKERS,
    "INSIDE": frozenset({"<inside>"}),
}
"""What belongs to each class: the words of a set, or a rule. A word in angle brackets is a kind of word."""

COMMON = _LISTS["COMMON"].union(*(_LISTS[name] for name in ("SOFT", "THE", "PRONOUN", "JOINING", "HIS", "HER")))
"""Words that most messages have, so that having them says little."""

NAMED = entries(PHRASES)
"""Phrases that have a name, and may stand in any phrase."""
