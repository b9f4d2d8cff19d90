"""Disclosures of harm: what coaching must stop for, heard by its wording. Pure.

What people say of a harm is written, phrase by phrase, in the module of that harm; who, whom and the deeds are
classes of words in `words`; the little language of the phrases is explained in `vocabulary`. Before a harm is
looked for, words that harm nobody are struck out (`harmless`). To have something heard, add a word to its class,
or a line to its harm; to have something pass, a line to `harmless`.

It knows nothing of what is then said; the bank has those words.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from coach.harm import abuse, discrimination, exhaustion, grief, harassment, harmless, self_harm, violence
from coach.harm.classes import CLASSES, COMMON, NAMED, entries, forms
from coach.harm.phrase import Masks, Phrase, advance, covered
from coach.harm.tokens import tokens
from coach.harm.vocabulary import WORD, Vocabulary


class Harm(StrEnum):
    """What stops the coaching for a turn; the first that is heard, in this order, counts."""

    SELF_HARM = "self_harm"
    VIOLENCE = "violence"
    ABUSE = "abuse"
    HARASSMENT = "harassment"
    DISCRIMINATION = "discrimination"
    GRIEF = "grief"
    EXHAUSTION = "exhaustion"


_HARMS: tuple[tuple[Harm, bool | None, str, str], ...] = (
    (Harm.SELF_HARM, None, self_harm.ANYBODY, self_harm.NAMED),
    (Harm.VIOLENCE, True, violence.OWN, violence.NAMED),
    (Harm.VIOLENCE, False, violence.OTHERS, violence.NAMED),
    (Harm.ABUSE, True, abuse.OWN, abuse.NAMED),
    (Harm.ABUSE, False, abuse.OTHERS, abuse.NAMED),
    (Harm.HARASSMENT, True, harassment.OWN, harassment.NAMED),
    (Harm.HARASSMENT, False, harassment.OTHERS, harassment.NAMED),
    (Harm.DISCRIMINATION, True, discrimination.OWN, discrimination.NAMED),
    (Harm.DISCRIMINATION, False, discrimination.OTHERS, discrimination.NAMED),
    (Harm.GRIEF, True, grief.OWN, grief.NAMED),
    (Harm.GRIEF, False, grief.OTHERS, grief.NAMED),
    (Harm.EXHAUSTION, None, exhaustion.ANYBODY, ""),
)
"""In the order in which they count: a harm, is the speaker at its centre (None: whoever was named last), phrases."""

Phrases = Mapping[int, tuple[Phrase, ...]]
"""Phrases by their keys: sets of words of which a message must have one to be worth a look."""


class _Listener(NamedTuple):
    """All phrases, read, and the numbers of the classes that this module itself asks for."""

    vocabulary: Vocabulary
    struck: Phrases
    elsewhere: Phrases
    whoever: Phrases
    told: Phrases
    not_now: Phrases
    conditions: Phrases
    hearers: Phrases
    harms: tuple[tuple[Harm, bool | None, Phrases], ...]
    numbers: tuple[int, ...]


@cache
def _listener() -> _Listener:
    vocabulary = Vocabulary(CLASSES, NAMED, forms, COMMON)

    def read(block: str, names: str) -> Phrases:
        by_key: dict[int, list[Phrase]] = {}
        for phrase in vocabulary.phrases(block, entries(names)):
            for key in vocabulary.keys(phrase) or {WORD}:
                by_key.setdefault(key, []).append(phrase)
        return {key: tuple(phrases) for key, phrases in by_key.items()}

    return _Listener(
        vocabulary=vocabulary,
        struck=read(harmless.STRUCK, harmless.NAMED),
        elsewhere=read(harmless.ELSEWHERE, harmless.NAMED),
        whoever=read(harmless.WHOEVER, harmless.NAMED),
        told=read(harmless.TOLD, harmless.NAMED),
        not_now=read(harmless.NOT_NOW, harmless.NAMED),
        conditions=read(harmless.CONDITIONS, harmless.NAMED),
        hearers=read(harmless.HEARERS, harmless.NAMED),
        harms=tuple((harm, own, read(block, names)) for harm, own, block, names in _HARMS),
        numbers=tuple(vocabulary.number(name) for name in ("REST", "SENTENCE", "ME", "OTHER")),
    )


def disclosed(text: str) -> tuple[Harm, bool] | None:
    """Return the harm that a message discloses and whether the speaker is at its centre, or None.

    At the centre means: at risk of hurting themselves, exhausted, bereaved, or the one who does the harm.
    A danger to life is heard even where the other harms pass as long ago or as an "if"; an "if" is often the very
    form of discrimination ("if she is engaged I don't shortlist her"); so is a rule of one's own about whoever is so.
    """
    listener = _listener()
    message = tokens(text)
    masks: Masks = listener.vocabulary.masks(message)
    rest, sentence, me, them = (masks.get(number, 0) for number in listener.numbers)
    me &= ~_covered(listener.hearers, masks)
    masks = _without(masks, _covered(listener.struck, masks))
    masks = _without(masks, _onwards(_ends(listener.elsewhere, masks), rest))
    masks = _without(masks, _around(_ends(listener.told, masks), sentence))
    whoever = _onwards(_ends(listener.whoever, masks), rest)
    own_rules = _without(masks, _around(_ends(listener.not_now, masks), sentence))
    rules = _without(own_rules, whoever)
    here = _without(rules, _onwards(_ends(listener.conditions, rules), rest))
    heard_in = {
        (Harm.SELF_HARM, None): _without(masks, whoever),
        (Harm.DISCRIMINATION, True): own_rules,
        (Harm.DISCRIMINATION, False): rules,
    }
    for harm, own, phrases in listener.harms:
        places = _ends(phrases, heard_in.get((harm, own), here))
        if places:
            return harm, _is_own(places, me, them) if own is None else own
    return None


def _is_own(places: int, me: int, them: int) -> bool:
    """Return whether, before any of the places, the speaker is named after everybody else, or nobody is."""
    while places:
        before = (places & -places) - 1
        if (me & before) >= (them & before):
            return True
        places &= places - 1
    return False


def _ends(phrases: Phrases, masks: Masks) -> int:
    """Return the places behind any of the phrases."""
    places = 0
    for phrase in _worth_a_look(phrases, masks):
        places |= advance(phrase, masks[WORD], masks)
    return places


def _covered(phrases: Phrases, masks: Masks) -> int:
    """Return the words that any of the phrases covers."""
    words = 0
    for phrase in _worth_a_look(phrases, masks):
        words |= covered(phrase, masks[WORD], masks)
    return words


def _worth_a_look(phrases: Phrases, masks: Masks) -> Iterator[Phrase]:
    return (phrase for key in phrases.keys() & masks.keys() for phrase in phrases[key])


def _without(masks: Masks, places: int) -> Masks:
    """Return where each set of words is found if the words at these places are not heard."""
    if not places:
        return masks
    left = {number: mask & ~places for number, mask in masks.items()}
    return {number: mask for number, mask in left.items() if mask or number == WORD}


def _onwards(places: int, through: int) -> int:
    """Return the places and those that follow, as long as their words are among those given."""
    return _spread(places & through, through, 1)


def _around(places: int, through: int) -> int:
    """Return the places, the word before each, and all before and behind that are among the words given."""
    begun = (places | places >> 1) & through
    return _spread(begun, through, 1) | _spread(begun, through, -1)


def _spread(places: int, through: int, way: int) -> int:
    """Return the places spread one way over runs of words, doubling the stride (a Kogge-Stone fill)."""
    stride, furthest = 1, through.bit_length()
    while stride < furthest:
        places |= through & (places << stride if way > 0 else places >> stride)
        through &= through << stride if way > 0 else through >> stride
        stride *= 2
    return places
