"""Labelled exchanges: the form of the corpus in `knowledge/evidence/`, and how evidence becomes labels in it.

One JSON line an exchange: who labelled it, the scenario, the coach's question, the manager's sentences with
their labels (`knowledge/evidence/GUIDE.md` says how they are given). Authors are split into train, validation
and test, so that no hand is on both sides. It knows nothing of models.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from coach.conversation import Frozen
from coach.errors import InputError
from coach.evidence import Certainty, Evidence
from coach.sentences import Span
from coach.settings import data_path

Split = Literal["train", "validation", "test"]


class Label(Frozen):
    """One indicator heard in a sentence, how certain, and the words that carry it (within the sentence)."""

    indicator: str
    certainty: Certainty
    quote: str


class Sentence(Frozen):
    """A sentence of the manager's; without labels it carries no evidence."""

    text: str
    labels: tuple[Label, ...]


class Exchange(Frozen):
    """A question of the coach's and the manager's answer; `tier` is set where a scenario is a whole conversation."""

    author: str
    scenario: str
    industry: str
    level: str
    voice: str
    tier: str | None = None
    coach: str
    sentences: tuple[Sentence, ...]


def exchanges(split: Split) -> Iterator[Exchange]:
    """Yield the exchanges of a split, authors in order, each author's in the order written."""
    for path in sorted((data_path("knowledge") / "evidence" / split).glob("*.jsonl")):
        yield from exchanges_in(path)


def exchanges_in(path: Path) -> Iterator[Exchange]:
    """Yield the exchanges of one file, in the order written; InputError names the line that is none."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield Exchange.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise InputError(f"{path}:{number}: not a labelled exchange ({where}: {first['msg']}).") from None


_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def json_line(value: Frozen) -> str:
    """Return a value as JSON that is one line to every reader of lines, keys without a value left out."""
    return json.dumps(value.model_dump(mode="json", exclude_none=True), ensure_ascii=False).translate(_LINE_ENDS)


def holds(start: int, end: int, piece: Evidence) -> bool:
    """Say whether a piece of evidence belongs to the sentence `start`:`end` of its message.

    It does when at least half of its quote lies there, or it covers at least half of the sentence: a quote that
    runs over two whole sentences belongs to both, one that only reaches into the next does not belong to that.
    """
    shared = min(piece.end, end) - max(piece.start, start)
    return 2 * shared >= min(piece.end - piece.start, end - start)


def label_of(piece: Evidence, span: Span) -> Label:
    """Return a piece of evidence as a label of its sentence: the part of the quote that the sentence holds."""
    start, end = max(piece.start, span.start), min(piece.end, span.end)
    quote = span.text[start - span.start : end - span.start]
    return Label(indicator=piece.indicator, certainty=piece.certainty, quote=quote)
