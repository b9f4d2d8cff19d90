"""An agreement in words and figures for a person at a terminal; what rests on too little is said, not printed."""

from collections.abc import Iterator, Mapping

from coach.evaluation.agreement import (
    FEWEST_CONVERSATIONS,
    FEWEST_HEARD,
    FEWEST_SENTENCES,
    Agreement,
    Interval,
    Pair,
)
from coach.evaluation.label_file import Labelled
from coach.evaluation.labelling import plain
from coach.evaluation.sampling import Heard, SentencePlace

_MOST_SHOWN = 10


def sample_text(labelled: Labelled) -> str:
    """Return what was sampled and labelled, and what the figures refer to."""
    sample = labelled.sample
    strata = [drawn.heard for drawn in sample.drawn]
    skipped = len(labelled.answers) - len(labelled.judged)
    return (
        f"{labelled.by} labelled {len(labelled.judged)} of {len(strata)} sentences drawn, and skipped {skipped}.\n"
        f"Drawn with seed {sample.seed}: {sum(strata)} of {sample.with_evidence} in which {sample.reader} had heard "
        f"evidence, {len(strata) - sum(strata)} of {sample.without_evidence} others.\n"
        "Each labelled sentence counts for as many of its kind as it stands for, so the figures are about all "
        f"{sample.with_evidence + sample.without_evidence}."
    )


def agreement_text(
    agreed: Agreement, one: str, other: str, pairs: list[Pair], texts: Mapping[SentencePlace, str]
) -> str:
    """Return the figures, the table of indicators and the sentences heard on opposite sides."""
    return "\n".join([*_figures(agreed, one, other), "", *_table(agreed, one, other), *_opposite(pairs, agreed, texts)])


def _figures(agreed: Agreement, one: str, other: str) -> Iterator[str]:
    yield f"{one} and {other}: {agreed.sentences} sentences in {agreed.conversations} conversations"
    if agreed.sentences < FEWEST_SENTENCES:
        yield f"Too few for figures: {FEWEST_SENTENCES} sentences are needed."
    else:
        interval = _interval(agreed.interval, agreed.conversations)
        yield f"  evidence or none      F1 {_number(agreed.f1)}, Cohen's kappa {_number(agreed.kappa)} {interval}"
        yield f"  which indicators      micro-F1 {_number(agreed.micro_f1)}"
    same, near, far = agreed.steps
    yield f"  certainty             the same for {same} of {same + near + far} labels both gave; {far} two steps apart"
    yield f"  concern or strength   opposite in {len(agreed.opposite)} sentences"


def _interval(interval: Interval | None, conversations: int) -> str:
    if interval is not None:
        return f"[{interval.low:.2f} {interval.high:.2f}] (95 %, bootstrap over conversations)"
    if conversations < FEWEST_CONVERSATIONS:
        return f"(no interval from fewer than {FEWEST_CONVERSATIONS} conversations)"
    return "(no interval)"


def _number(value: float | None) -> str:
    return "not defined (one answer everywhere)" if value is None else f"{value:.2f}"


def _table(agreed: Agreement, one: str, other: str) -> Iterator[str]:
    heard = [row for row in agreed.indicators if row.one or row.other]
    if not heard:
        yield "Neither heard any indicator."
        return
    columns = [max(len(name), 6) for name in (one, other)]
    width = max(len(row.indicator) for row in heard)
    yield f"{'sentences with':{width}}  {one:>{columns[0]}}  {other:>{columns[1]}}    both   kappa"
    for row in heard:
        few = row.one + row.other - row.both < FEWEST_HEARD
        value = "too few" if few or row.kappa is None else f"{row.kappa:.2f}"
        yield f"{row.indicator:{width}}  {row.one:>{columns[0]}}  {row.other:>{columns[1]}}  {row.both:>6}  {value:>6}"
    yield (
        f"(too few: heard by either in fewer than {FEWEST_HEARD} sentences, or fewer than {FEWEST_SENTENCES} labelled)"
    )
    silent = [row.indicator for row in agreed.indicators if row not in heard]
    if silent:
        yield f"Heard by neither: {', '.join(silent)}."


def _opposite(pairs: list[Pair], agreed: Agreement, texts: Mapping[SentencePlace, str]) -> Iterator[str]:
    shown = agreed.opposite[:_MOST_SHOWN]
    if shown:
        more = f" (the first {len(shown)} of {len(agreed.opposite)})" if len(agreed.opposite) > len(shown) else ""
        yield f"\nHeard on opposite sides{more}"
    found = {pair.place: pair for pair in pairs}
    for place in shown:
        yield f"  {plain(place.conversation)}, message {place.message}: “{plain(texts[place])}”"
        yield f"    {_labels(found[place].one)} against {_labels(found[place].other)}"


def _labels(heard: Heard) -> str:
    return ", ".join(f"{name} {certainty}" for name, certainty in heard.items())
