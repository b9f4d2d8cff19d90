"""A phrase, and how it is found in a message: all places at once, never going back. Pure.

A set of places in a message is one integer: bit i stands for the i-th word. An item moves every place at once,
so the time is linear in the message, whatever it says (the bit-parallel matching of Baeza-Yates and Gonnet, 1992).

It knows no words: the number of a set of words is given by the vocabulary.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Masks = Mapping[int, int]
"""The places in a message of each set of words, by the set's number."""


@dataclass(frozen=True)
class OneOf:
    """One word of a set."""

    words: int


@dataclass(frozen=True)
class UpTo:
    """None, or some, up to so many words of a set."""

    most: int
    words: int


@dataclass(frozen=True)
class NoneOf:
    """None of these comes next; no word is used up."""

    ways: tuple["Phrase", ...]


@dataclass(frozen=True)
class Either:
    """One of several ways to go on."""

    ways: tuple["Phrase", ...]


Phrase = tuple[OneOf | UpTo | NoneOf | Either, ...]


def advance(phrase: Phrase, places: int, masks: Masks, back: bool = False) -> int:
    """Return the places behind the phrase, starting from all given places; `back`: before it, ending at them."""
    for item in reversed(phrase) if back else phrase:
        if not places:
            return 0
        if isinstance(item, OneOf):
            mask = masks.get(item.words, 0)
            places = (places >> 1) & mask if back else (places & mask) << 1
        elif isinstance(item, UpTo):
            mask = masks.get(item.words, 0)
            for _ in range(item.most):
                places |= (places >> 1) & mask if back else (places & mask) << 1
        elif isinstance(item, NoneOf):
            for way in item.ways:
                places &= ~advance(way, advance(way, places, masks), masks, back=True)
        else:
            reached = 0
            for way in item.ways:
                reached |= advance(way, places, masks, back)
            places = reached
    return places


def covered(phrase: Phrase, live: int, masks: Masks) -> int:
    """Return the words that the phrase covers: for each of its ends, from the nearest beginning."""
    words, ends = 0, advance(phrase, live, masks)
    while ends:
        end = ends & -ends
        start = advance(phrase, end, masks, back=True).bit_length() - 1
        words |= end - (1 << start)
        ends -= end
    return words
