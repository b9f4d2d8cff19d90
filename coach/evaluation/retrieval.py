"""`make evals`: how well the index finds what managers mean, in the guide alone and beside foreign passages.

Prints small tables to stdout. The guide is labelled; whatever else a user's library holds can only be in
the way here, which is what the foreign passages are for.
"""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from coach.build import ENCODER
from coach.encoder.embedder import SentenceEncoder
from coach.evaluation.foreign import foreign_passages
from coach.evaluation.labels import LabelledQuery, agreement, load_queries, load_second_labels
from coach.evaluation.ranking import interval, ndcg_at, rank_fusion, recall_at, reciprocal_rank
from coach.retrieval.embedder import OnnxEmbeddings
from coach.retrieval.hits import fitting, subject_of
from coach.retrieval.index import Hit, PassageIndex
from coach.retrieval.passages import Passage, load_guide
from coach.rubric_file import load_rubric
from coach.settings import data_path

FOREIGN = 2000
_DEPTH = 50
_SHOWN = 3
_MEASURES = {"recall@3": recall_at, "nDCG@10": ndcg_at, "MRR": reciprocal_rank}

Found = Mapping[str, Sequence[Hit]]


class Rankings(NamedTuple):
    """The passages found for every query, by its id: near in meaning, sharing words, and as the coach searches."""

    meaning: Found
    words: Found
    shipped: Found


class Told(NamedTuple):
    """For `said` of the `asked` queries something was said, `right` of them rightly; `wrongly` for some of `others`."""

    asked: int
    said: int
    right: int
    others: int
    wrongly: int


def rankings(index: PassageIndex, queries: Sequence[LabelledQuery]) -> Rankings:
    """Return what an index finds for the queries, to a depth of 50."""
    ways = (index.by_meaning, index.by_words, index.search)
    return Rankings(*({query.id: way(query.query, _DEPTH) for query in queries} for way in ways))


def scores(found: Mapping[str, Sequence[str]], queries: Sequence[LabelledQuery]) -> dict[str, list[float]]:
    """Return each measure's values over the queries that have an answer, in their order."""
    asked = [query for query in queries if query.relevant]
    return {name: [measure(found[q.id], q.relevant) for q in asked] for name, measure in _MEASURES.items()}


def subjects(found: Found, queries: Sequence[LabelledQuery]) -> Told:
    """Return how the subject of the held-out queries is told; the others are about no single criterion."""
    held = [(query.criterion, subject_of(found[query.id])) for query in queries if query.half == "held_out"]
    about = [(criterion, subject) for criterion, subject in held if criterion]
    return Told(
        asked=len(about),
        said=sum(subject is not None for _, subject in about),
        right=sum(subject == criterion for criterion, subject in about),
        others=len(held) - len(about),
        wrongly=sum(subject is not None for criterion, subject in held if not criterion),
    )


def answerable(found: Found, queries: Sequence[LabelledQuery]) -> Told:
    """Return for which held-out queries one of the first three hits fits; the others are off topic."""
    held = [(bool(q.relevant), bool(fitting(found[q.id][:_SHOWN]))) for q in queries if q.half == "held_out"]
    kept = sum(fits for has_answer, fits in held if has_answer)
    asked = sum(has_answer for has_answer, _ in held)
    return Told(asked, kept, kept, len(held) - asked, sum(fits for has_answer, fits in held if not has_answer))


def _names(found: Found) -> dict[str, list[str]]:
    return {query: [hit.passage.id for hit in hits] for query, hits in found.items()}


def _table(found: Rankings, queries: Sequence[LabelledQuery]) -> None:
    meaning, words, shipped = (_names(way) for way in found)
    fused = {query: rank_fusion([meaning[query], words[query]]) for query in meaning}
    print(f"{'':26}" + "".join(f"{name:<22}" for name in _MEASURES))
    held = [query for query in queries if query.half == "held_out"]
    rows = {"meaning": (meaning, queries), "words": (words, queries), "rank fusion": (fused, queries)}
    rows |= {"as shipped": (shipped, queries), "as shipped, held-out half": (shipped, held)}
    for label, (ranked, asked) in rows.items():
        values = scores(ranked, asked)
        print(f"{label:26}" + "".join(f"{_with_interval(values[name]):<22}" for name in _MEASURES))
    for label, other in (("meaning", meaning), ("rank fusion", fused)):
        better = zip(*(scores(way, queries)["nDCG@10"] for way in (shipped, other)), strict=True)
        print(f"nDCG@10 as shipped minus {label}: {_with_interval([mine - its for mine, its in better], '+')}")


def _with_interval(values: Sequence[float], sign: str = "") -> str:
    low, high = interval(values)
    return f"{fmean(values):{sign}.3f} [{low:{sign}.3f} {high:{sign}.3f}]"


def main() -> None:
    """Print every table."""
    knowledge, evals = data_path("knowledge"), data_path("evals") / "retrieval"
    guide = load_guide(knowledge / "guide")
    names = [passage.id for passage in guide]
    criteria = [criterion.id for criterion in load_rubric(knowledge / "rubric.yaml").criteria]
    queries = load_queries(evals / "queries.jsonl", names, criteria)
    first = {query.id: query for query in queries}
    kappa, again = agreement(first, load_second_labels(evals / "second-labels.jsonl", first, names), len(names))
    encoder = SentenceEncoder(knowledge / "models" / ENCODER)
    foreign = foreign_passages(evals / "foreign.yaml", FOREIGN)
    asked = sum(bool(query.relevant) for query in queries)
    print(f"{asked} queries about leadership, {len(queries) - asked} off topic; {len(guide)} passages.")
    print(f"Labelled twice: {again} queries, Cohen's kappa {kappa:.2f}. In brackets: 95 % by bootstrap over queries.")
    for title, library in (("The guide alone", guide), (f"Beside {FOREIGN:,} foreign passages", (*guide, *foreign))):
        print(f"\n{title}")
        with tempfile.TemporaryDirectory() as folder:
            found = _found(Path(folder), library, encoder, queries)
        _table(found, queries)
        told = subjects(found.shipped, queries)
        print(
            f"held-out half: subject named for {told.said} of {told.asked} about one criterion, rightly for "
            f"{told.right} (precision {told.right / told.said:.2f}); also for {told.wrongly} of {told.others} others"
        )
        if library is guide:  # what the foreign passages are about, they answer
            told = answerable(found.shipped, queries)
            print(
                f"held-out half: something fits {told.right} of {told.asked} about leadership, and {told.wrongly} of "
                f"{told.others} off topic (precision {told.right / (told.right + told.wrongly):.2f}, "
                f"recall {told.right / told.asked:.2f})"
            )


def _found(
    folder: Path, library: Sequence[Passage], encoder: SentenceEncoder, queries: Sequence[LabelledQuery]
) -> Rankings:
    return rankings(PassageIndex(folder, library, OnnxEmbeddings(encoder), encoder.sha256), queries)


if __name__ == "__main__":
    main()
