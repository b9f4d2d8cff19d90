"""Several rankings made one, by reciprocal rank fusion. It knows ids and ranks, nothing of scores or passages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

RANK_CONSTANT = 60  # Cormack, Clarke and Büttcher 2009


def fused(rankings: Iterable[Sequence[str]]) -> list[str]:
    """Return every id of the rankings, best first, ties by id.

    An id is worth the sum of 1 / (60 + its rank) over the rankings it is in, ranks from 1.
    """
    worth: dict[str, float] = defaultdict(float)
    for ranking in rankings:
        for rank, name in enumerate(ranking, start=1):
            worth[name] += 1 / (RANK_CONSTANT + rank)
    return sorted(worth, key=lambda name: (-worth[name], name))
