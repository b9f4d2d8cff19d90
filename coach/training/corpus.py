"""The corpus of labelled exchanges in `knowledge/evidence/`: what a reader is trained and measured on.

Its form is coach/corpus.py's. Authors are split into train, validation and test, so that no hand is on both
sides. It knows nothing of models.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from coach.corpus import Exchange
from coach.settings import data_path

Split = Literal["train", "validation", "test"]


def exchanges(split: Split, folder: Path | None = None) -> Iterator[Exchange]:
    """Yield the exchanges of a split, authors in order, each author's in the order written."""
    for path in sorted(((folder or data_path("knowledge") / "evidence") / split).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield Exchange.model_validate_json(line)
