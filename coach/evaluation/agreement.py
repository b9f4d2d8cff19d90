"""How far two agree on what was heard: two persons, or a person and a reader. Pure; knows no file or words.

Every figure weighs a sentence by how many of the whole it stands for; counts are of the sample itself.
Cohen's kappa (Cohen 1960) is (p_o − p_e) / (1 − p_e), with p_o the share on which both say the same and p_e
the share by chance from how often each says it. Intervals are percentiles of a bootstrap over conversations,
since sentences of one conversation are not independent; in a simulation of 400 samples of 100 sentences they
held the true kappa in 90 to 92 % with 10, 20 and 40 conversations, and in 86 % with 5, which is why fewer than 10
give none. What rests on too little is None.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from coach.evaluation.sampling import Heard, SentencePlace
from coach.evidence import Indicator

FEWEST_SENTENCES = 30
FEWEST_CONVERSATIONS = 10
FEWEST_HEARD = 10
_RESAMPLES = 2000
_SEED = 1


class Pair(NamedTuple):
    """One sentence labelled twice; `weight` is how many sentences of the whole it stands for."""

    place: SentencePlace
    weight: float
    one: Heard
    other: Heard


class Interval(NamedTuple):
    """A 95 % interval."""

    low: float
    high: float


class IndicatorAgreement(NamedTuple):
    """In how many sentences of the sample each heard an indicator; kappa where one or both did in enough."""

    indicator: str
    one: int
    other: int
    both: int
    kappa: float | None


class Agreement(NamedTuple):
    """What two have in common over a sample.

    `f1` and `kappa` are of evidence or none; `micro_f1` of indicators over all sentences. `steps` counts the
    indicators both heard in a sentence by how far apart their certainties are (0, 1, 2 steps). `opposite` are
    the places where one heard concerns only and the other strengths only.
    """

    sentences: int
    conversations: int
    f1: float | None
    kappa: float | None
    interval: Interval | None
    micro_f1: float | None
    indicators: tuple[IndicatorAgreement, ...]
    steps: tuple[int, int, int]
    opposite: tuple[SentencePlace, ...]


Cells = tuple[float, float, float, float]
"""Weights of the sentences that both, only the one, only the other, and neither said yes to."""


def agreement(pairs: Sequence[Pair], vocabulary: Mapping[str, Indicator]) -> Agreement:
    """Return how far two agree over the sentences that both have labelled."""
    conversations = {pair.place.conversation for pair in pairs}
    enough = len(pairs) >= FEWEST_SENTENCES
    evidence = cells_of((bool(pair.one), bool(pair.other), pair.weight) for pair in pairs)
    named = cells_of((name in pair.one, name in pair.other, pair.weight) for pair in pairs for name in vocabulary)
    return Agreement(
        sentences=len(pairs),
        conversations=len(conversations),
        f1=f1(evidence) if enough else None,
        kappa=kappa(evidence) if enough else None,
        interval=kappa_interval(pairs) if enough and len(conversations) >= FEWEST_CONVERSATIONS else None,
        micro_f1=f1(named) if enough else None,
        indicators=tuple(_indicator(pairs, name) for name in vocabulary),
        steps=_steps(pairs),
        opposite=tuple(pair.place for pair in pairs if _are_opposite(pair, vocabulary)),
    )


def cells_of(answers: Iterable[tuple[bool, bool, float]]) -> Cells:
    """Return the four cells of two yes-or-no answers a sentence and its weight."""
    cells = {(True, True): 0.0, (True, False): 0.0, (False, True): 0.0, (False, False): 0.0}
    for one, other, weight in answers:
        cells[one, other] += weight
    both, first, second, neither = cells.values()
    return both, first, second, neither


def kappa(cells: Cells) -> float | None:
    """Return Cohen's kappa (−1 to 1); None where both always give one and the same answer, or none at all."""
    value = float(_kappas(np.array([cells]))[0])
    return None if np.isnan(value) else value


def f1(cells: Cells) -> float | None:
    """Return 2 · both / (one + other), which is the same whoever counts as right; None where neither says yes."""
    both, first, second, _ = cells
    said = 2 * both + first + second
    return 2 * both / said if said else None


def kappa_interval(pairs: Sequence[Pair]) -> Interval | None:
    """Return the interval of the kappa of evidence or none; draws without a kappa are left out (seed fixed)."""
    by_conversation: dict[str, list[tuple[bool, bool, float]]] = {}
    for pair in pairs:
        answer = (bool(pair.one), bool(pair.other), pair.weight)
        by_conversation.setdefault(pair.place.conversation, []).append(answer)
    cells = np.array([cells_of(by_conversation[name]) for name in sorted(by_conversation)])
    drawn = np.random.default_rng(_SEED).integers(0, len(cells), (_RESAMPLES, len(cells)))
    kappas = _kappas(cells[drawn].sum(axis=1))
    if np.isnan(kappas).all():
        return None
    low, high = np.nanpercentile(kappas, [2.5, 97.5])
    return Interval(float(low), float(high))


def _kappas(cells: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the kappa of each row of four cells, nan where it is not defined."""
    both, first, second, neither = cells.T
    # (p_o − p_e) / (1 − p_e) with both sides times n²: products of the cells only, so nothing is lost to rounding
    expected = (both + first) * (first + neither) + (both + second) * (second + neither)
    agreed = 2 * (both * neither - first * second)
    result: NDArray[np.float64] = np.full(len(cells), np.nan)
    np.divide(agreed, expected, out=result, where=expected > 0)
    return result


def _indicator(pairs: Sequence[Pair], name: str) -> IndicatorAgreement:
    heard = [(name in pair.one, name in pair.other, pair.weight) for pair in pairs]
    both, first, second, _ = (int(n) for n in cells_of((one, other, 1) for one, other, _ in heard))
    enough = len(pairs) >= FEWEST_SENTENCES and both + first + second >= FEWEST_HEARD
    return IndicatorAgreement(name, both + first, both + second, both, kappa(cells_of(heard)) if enough else None)


def _steps(pairs: Iterable[Pair]) -> tuple[int, int, int]:
    apart = [abs(p.one[name].step - p.other[name].step) for p in pairs for name in p.one.keys() & p.other.keys()]
    return apart.count(0), apart.count(1), apart.count(2)


def _are_opposite(pair: Pair, vocabulary: Mapping[str, Indicator]) -> bool:
    sides: list[set[Literal["concern", "strength"]]] = [
        {vocabulary[name].polarity for name in heard} for heard in (pair.one, pair.other)
    ]
    return all(sides) and not sides[0] & sides[1]
