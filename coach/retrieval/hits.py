"""What a search's hits tell: which subject the words are about, and whether anything found fits them.

Calibrated on the tuning half of `evals/retrieval`; `make evals` prints how well it does on the held-out
half. It knows nothing of how hits are found.
"""

from collections import defaultdict
from collections.abc import Sequence

from coach.retrieval.index import Hit

_VOTERS = 3
_LEAD = 0.3
_FITS = 0.22


def subject_of(hits: Sequence[Hit]) -> str | None:
    """Return the criterion that the searched words are about, or None where that is not clear.

    The three best hits vote with their cosines. A criterion wins that leads any other by 0.3 in their
    sum, which takes two near passages of three; "general" passages vote, and cannot win.
    """
    votes: dict[str, float] = defaultdict(float)
    for hit in hits[:_VOTERS]:
        votes[hit.passage.criterion] += max(hit.score, 0)
    ranking = sorted(votes, key=lambda criterion: (-votes[criterion], criterion))
    if not ranking or ranking[0] == "general":
        return None
    lead = votes[ranking[0]] - (votes[ranking[1]] if len(ranking) > 1 else 0)
    return ranking[0] if lead >= _LEAD else None


def fitting(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits near enough to the searched words to answer them; none where nothing fits."""
    return [hit for hit in hits if hit.score >= _FITS]
