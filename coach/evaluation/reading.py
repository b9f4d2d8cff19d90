"""How well a reader reads the corpus: each figure with a 95 % bootstrap interval over conversations.

Sentence figures use the corpus's own sentences; tiers come from whole conversations, read and judged as the
product does. `python -m coach.evaluation.reading --split test` prints them: every look at the test split
belongs into `knowledge/evidence/LOG.md`. It knows nothing of how a reader was trained.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from coach.build import build_coach
from coach.conversation import Conversation
from coach.corpus import Exchange, Split, exchanges
from coach.engine import Coach, conversation_of
from coach.evidence import Certainty
from coach.reading.local import LocalReader
from coach.sentences import Span

RESAMPLES = 2000
SEED = 7
_CERTAINTIES = tuple(Certainty)
_MARGINS = (1, 2, 3)
_UNSCORED = "unscored"

Counts = NDArray[np.int64]


class Figure(NamedTuple):
    """A measure with its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        """Return it with three digits."""
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


class SentenceFigures(NamedTuple):
    """The figures of a split's sentences; `indicators` holds each indicator's F1 and how often it is there."""

    evidence: Figure
    micro: Figure
    macro: Figure
    polarity_wrong: Figure
    certainty: Figure
    indicators: dict[str, tuple[float, int]]


class Told(NamedTuple):
    """A whole conversation: the tier its author gave it, the tier read, and the margin of the verdict read."""

    scenario: str
    wanted: str
    read: str
    margin: int


def conversations(found: Iterable[Exchange]) -> list[tuple[str, list[Exchange]]]:
    """Return the exchanges of each scenario, in their order."""
    return [(name, list(group)) for name, group in groupby(found, key=lambda exchange: exchange.scenario)]


def figures(reader: LocalReader, found: Sequence[Exchange], polarity: dict[str, str]) -> SentenceFigures:
    """Return the figures of the sentences; `polarity` tells each indicator's."""
    groups = [_counts(reader, group, polarity) for _, group in conversations(found)]
    stacked = np.stack(groups)
    size = len(reader.order)
    total = stacked.sum(axis=0)
    per_indicator = _f1(total[: 3 * size].reshape(3, size))

    def macro(counts: Counts) -> float:
        return float(np.mean(_f1(counts[: 3 * size].reshape(3, size))))

    def micro(counts: Counts) -> float:
        return float(_f1(counts[: 3 * size].reshape(3, size).sum(axis=1)))

    def evidence(counts: Counts) -> float:
        return float(_f1(counts[3 * size : 3 * size + 3]))

    def share(place: int) -> Callable[[Counts], float]:
        return lambda counts: float(counts[3 * size + place] / max(counts[3 * size + place + 1], 1))

    there = total[: 3 * size].reshape(3, size)
    return SentenceFigures(
        evidence=interval(stacked, evidence),
        micro=interval(stacked, micro),
        macro=interval(stacked, macro),
        polarity_wrong=interval(stacked, share(3)),
        certainty=interval(stacked, share(5)),
        indicators={
            name: (float(per_indicator[place]), int(there[0, place] + there[2, place]))
            for place, name in enumerate(reader.order)
        },
    )


def interval(stacked: Counts, measure: Callable[[Counts], float]) -> Figure:
    """Return a measure of the summed counts with its percentile interval over resampled conversations (axis 0)."""
    drawn = np.random.default_rng(SEED).integers(0, len(stacked), (RESAMPLES, len(stacked)))
    values = [measure(stacked[rows].sum(axis=0)) for rows in drawn]
    low, high = np.percentile(values, [2.5, 97.5])
    return Figure(measure(stacked.sum(axis=0)), float(low), float(high))


def _f1(counts: Counts) -> NDArray[np.float64]:
    """Return F1 from true positives, false positives and false negatives (first axis); 0 where nothing is there."""
    right, wrong, missed = counts.astype(np.float64)
    result: NDArray[np.float64] = 2 * right / np.maximum(2 * right + wrong + missed, 1)
    return result


def _counts(reader: LocalReader, group: Sequence[Exchange], polarity: dict[str, str]) -> Counts:
    """Return one conversation's counts: tp, fp, fn an indicator; tp, fp, fn of evidence; polarity; certainty."""
    size = len(reader.order)
    counts = np.zeros((3, size), dtype=np.int64)
    evidence, turned, certain = [0, 0, 0], [0, 0], [0, 0]
    for exchange in group:
        spans = [Span(sentence.text, 0, len(sentence.text)) for sentence in exchange.sentences]
        for sentence, scored in zip(exchange.sentences, reader.score(exchange.coach, spans), strict=True):
            heard = {reader.order[place] for place in reader.heard(scored)}
            there = {label.indicator for label in sentence.labels}
            for row, names in enumerate((heard & there, heard - there, there - heard)):
                for name in names:
                    counts[row, reader.order.index(name)] += 1
            if heard or there:
                evidence[0 if heard and there else 1 if heard else 2] += 1
            if heard and there:
                sides = {polarity[name] for name in there}
                turned[0] += any(polarity[name] not in sides for name in heard)
                turned[1] += 1
            if there:
                likeliest = _CERTAINTIES[int(np.argmax(scored.certainty))]
                certain[0] += likeliest is sentence.labels[0].certainty
                certain[1] += 1
    return np.concatenate([counts.ravel(), evidence, turned, certain])


def conversation_from(group: Sequence[Exchange]) -> Conversation:
    """Return a scenario as the talk it was."""
    turns: list[tuple[str, str]] = []
    for exchange in group:
        turns += [("coach", exchange.coach), ("manager", " ".join(sentence.text for sentence in exchange.sentences))]
    return conversation_of(*turns)


def tiers(coach: Coach, found: Sequence[Exchange]) -> list[Told]:
    """Return what the product makes of the conversations that have a tier."""
    told = []
    for name, group in conversations(found):
        wanted = group[0].tier
        if wanted is not None:
            verdict = coach.assess(conversation_from(group)).verdict
            told.append(
                Told(name, wanted, verdict.tier, verdict.margin) if verdict else Told(name, wanted, _UNSCORED, 0)
            )
    return told


def accuracy(told: Sequence[Told]) -> Figure:
    """Return how often the tier is the author's."""
    right = np.array([[one.wanted == one.read, 1] for one in told], dtype=np.int64)
    return interval(right, lambda counts: float(counts[0] / max(counts[1], 1)))


def two_tiers_off(told: Sequence[Told], coach: Coach) -> list[str]:
    """Return the conversations read as the opposite end of the order."""
    rank = coach.table.rubric.rank
    off = []
    for one in told:
        wanted, read = rank(one.wanted), rank(one.read) if one.read != _UNSCORED else None
        if wanted is not None and read is not None and abs(wanted - read) >= 2:
            off.append(one.scenario)
    return off


def report(coach: Coach, found: Sequence[Exchange]) -> list[str]:
    """Return the lines of a report on a split."""
    reader = coach.reader
    if not isinstance(reader, LocalReader):
        raise TypeError("only the embedded reader gives probabilities")
    polarity: dict[str, str] = {name: one.polarity for name, one in coach.table.rubric.vocabulary.items()}
    of = figures(reader, found, polarity)
    lines = [
        f"{reader.name} {reader.sha256[:12]}: {sum(len(e.sentences) for e in found)} sentences, "
        f"{len(conversations(found))} scenarios",
        f"  is it evidence, F1     {of.evidence}",
        f"  indicator, micro-F1    {of.micro}",
        f"  indicator, macro-F1    {of.macro}",
        f"  polarity wrong         {of.polarity_wrong}",
        f"  certainty, accuracy    {of.certainty}",
    ]
    told = tiers(coach, found)
    if told:
        off = two_tiers_off(told, coach)
        lines += [
            f"  tier, accuracy         {accuracy(told)} of {len(told)} conversations",
            f"  two tiers off          {off}",
        ]
        for most in _MARGINS:
            here = [one for one in told if (one.margin == most if most < _MARGINS[-1] else one.margin >= most)]
            right = sum(one.wanted == one.read for one in here)
            more = "" if most < _MARGINS[-1] else " or more"
            lines.append(f"    margin {most}{more}: {right} of {len(here)}")
        pairs = sorted({(one.wanted, one.read) for one in told if one.wanted != one.read})
        lines += [f"    {w} read as {r}: {sum((o.wanted, o.read) == (w, r) for o in told)}" for w, r in pairs]
    lines += [f"    {name:28} {f1:.2f}  n {count}" for name, (f1, count) in of.indicators.items()]
    return lines


def main() -> None:
    """Print the shipped reader's figures on a split."""
    parser = argparse.ArgumentParser(description="How well the shipped reader reads a split of the corpus.")
    parser.add_argument("--split", choices=get_args(Split), default="validation")
    chosen = parser.parse_args()
    print("\n".join(report(build_coach(sources=False), list(exchanges(chosen.split)))))


if __name__ == "__main__":
    main()
