"""The corpus of labelled exchanges in `knowledge/evidence/`: what a reader is trained and measured on.

One JSON line an exchange: who wrote it, the scenario, the coach's question, the manager's sentences with
their labels (`knowledge/evidence/GUIDE.md` says how they are given). Authors are split into train,
validation and test, so that no hand is on both sides. It knows nothing of models.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from coach.conversation import Frozen
from coach.evidence import Certainty
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


def exchanges(split: Split, folder: Path | None = None) -> Iterator[Exchange]:
    """Yield the exchanges of a split, authors in order, each author's in the order written."""
    for path in sorted(((folder or data_path("knowledge") / "evidence") / split).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield Exchange.model_validate_json(line)
