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
_MEASURES = {"recall@3": recall_at, "nDCG@10": ndcg_at, "MRR": reciprocal_rank}

Found = Mapping[str, Sequence[Hit]]


class Rankings(NamedTuple):
    """The passages found for every query, by its id: near in meaning, sharing words, and as the coach searches."""

    meaning: Found
    words: Found
    shipped: Found


def rankings(index: PassageIndex, queries: Sequence[LabelledQuery]) -> Rankings:
    """Return what an index finds for the queries, to a depth of 50."""
    ways = (index.by_meaning, index.by_words, index.search)
    return Rankings(*({query.id: way(query.query, _DEPTH) for query in queries} for way in ways))


def scores(found: Mapping[str, Sequence[str]], queries: Sequence[LabelledQuery]) -> dict[str, list[float]]:
    """Return each measure's values over the queries that have an answer, in their order."""
    asked = [query for query in queries if query.relevant]
    return {name: [measure(found[q.id], q.relevant) for q in asked] for name, measure in _MEASURES.items()}


def subject_line(found: Found, queries: Sequence[LabelledQuery]) -> str:
    """Return how well the subject is told, on the held-out queries."""
    held = [(query, subject_of(found[query.id])) for query in queries if query.half == "held_out"]
    told = [(query.criterion, subject) for query, subject in held if query.criterion]
    said = [(criterion, subject) for criterion, subject in told if subject]
    right = sum(criterion == subject for criterion, subject in said)
    others = [subject for query, subject in held if not query.criterion]
    return (
        f"subject of queries about one criterion: named for {len(said)} of {len(told)}, rightly for {right} "
        f"(precision {right / len(said):.2f}); a subject was named for {sum(map(bool, others))} of {len(others)} others"
    )


def fitting_line(found: Found, queries: Sequence[LabelledQuery]) -> str:
    """Return how well it is told that the guide has an answer, on the held-out queries."""
    held = [query for query in queries if query.half == "held_out"]
    kept = [query for query in held if fitting(found[query.id][:3])]
    right = sum(bool(query.relevant) for query in kept)
    answerable = sum(bool(query.relevant) for query in held)
    return (
        f"something fitting is found for {right} of {answerable} queries about leadership (recall "
        f"{right / answerable:.2f}) and {len(kept) - right} of {len(held) - answerable} off topic "
        f"(precision {right / len(kept):.2f})"
    )


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
    answerable = sum(bool(query.relevant) for query in queries)
    print(f"{answerable} queries about leadership, {len(queries) - answerable} off topic; {len(guide)} passages.")
    print(f"Labelled twice: {again} queries, Cohen's kappa {kappa:.2f}. In brackets: 95 % by bootstrap over queries.")
    for title, library in (("The guide alone", guide), (f"Beside {FOREIGN:,} foreign passages", (*guide, *foreign))):
        print(f"\n{title}")
        with tempfile.TemporaryDirectory() as folder:
            found = _found(Path(folder), library, encoder, queries)
        _table(found, queries)
        print(subject_line(found.shipped, queries))
        if library is guide:  # what the foreign passages are about, they answer
            print(fitting_line(found.shipped, queries))


def _found(
    folder: Path, library: Sequence[Passage], encoder: SentenceEncoder, queries: Sequence[LabelledQuery]
) -> Rankings:
    index = PassageIndex(folder, library, OnnxEmbeddings(encoder), encoder.sha256)
    try:
        return rankings(index, queries)
    finally:
        index.close()


if __name__ == "__main__":
    main()
