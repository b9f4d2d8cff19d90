"""Measures of one ranking against graded labels, and how sure a mean of them is. Pure, and knows no passage."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from coach.evaluation.labels import ANSWERS

_RANK_CONSTANT = 60
_RESAMPLES = 2000
_SEED = 1


def recall_at(ranking: Sequence[str], relevant: Mapping[str, int], cut: int = 3) -> float:
    """Return the share of the answering passages among the first `cut`, of as many as could be there (0 to 1)."""
    answers = {name for name, grade in relevant.items() if grade == ANSWERS}
    return len(answers & set(ranking[:cut])) / min(cut, len(answers))


def ndcg_at(ranking: Sequence[str], relevant: Mapping[str, int], cut: int = 10) -> float:
    """Return the normalised discounted cumulative gain (0 to 1), gain 2^grade − 1 (Burges et al. 2005)."""

    def gained(grades: Iterable[int]) -> float:
        return math.fsum((2.0**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))

    best = sorted(relevant.values(), reverse=True)[:cut]
    return gained(relevant.get(name, 0) for name in ranking[:cut]) / gained(best)


def reciprocal_rank(ranking: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Return 1 / the rank of the first passage that answers, 0 where none does."""
    ranks = (rank for rank, name in enumerate(ranking, start=1) if relevant.get(name) == ANSWERS)
    return 1 / next(ranks, math.inf)


def rank_fusion(rankings: Iterable[Sequence[str]]) -> list[str]:
    """Return every id by the sum of 1 / (60 + rank) over the rankings, ties by id (Cormack et al. 2009)."""
    worth: dict[str, float] = defaultdict(float)
    for ranking in rankings:
        for rank, name in enumerate(ranking, start=1):
            worth[name] += 1 / (_RANK_CONSTANT + rank)
    return sorted(worth, key=lambda name: (-worth[name], name))


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % percentile interval of the mean, by bootstrap over the values (seed fixed)."""
    sample = np.asarray(values)
    drawn = np.random.default_rng(_SEED).integers(0, len(sample), (_RESAMPLES, len(sample)))
    low, high = np.percentile(sample[drawn].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)
