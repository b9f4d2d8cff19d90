"""From a trained model's raw answers to probabilities that mean what they say, and a threshold for each indicator.

Temperatures by least log loss on validation (Guo et al. 2017, "On Calibration of Modern Neural Networks");
everything is chosen on the quantised model's own answers, as shipped. It knows nothing of torch.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from sklearn.metrics import f1_score

from coach.corpus import Exchange
from coach.evidence import Certainty
from coach.reading.local import LocalReader
from coach.sentences import Span
from coach.training.embedder import sha256

Floats = NDArray[np.float64]
_CERTAINTIES = tuple(Certainty)
_TEMPERATURES = (0.25, 4.0)
_THRESHOLDS = np.arange(0.2, 0.81, 0.02)
_SHRINK = 30
"""For how many examples of an indicator the common threshold counts beside its own."""


def write_folder(folder: Path, settings: dict[str, object]) -> None:
    """Write `reader.json` and the manifest of everything in the folder."""
    (folder / "reader.json").write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    files = {name: sha256(folder / name) for name in ("model.onnx", "tokenizer.json", "reader.json")}
    manifest = {"model": settings["name"], "files": files}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def probabilities(reader: LocalReader, found: Sequence[Exchange]) -> tuple[Floats, Floats]:
    """Return P(indicator) (N, I) and P(certainty) (N, 3) of all sentences, read as the product reads."""
    scored = [
        one
        for exchange in found
        for one in reader.score(exchange.coach, [Span(s.text, 0, len(s.text)) for s in exchange.sentences])
    ]
    return np.array([one.indicators for one in scored]), np.array([one.certainty for one in scored])


def wanted_of(found: Sequence[Exchange], names: Sequence[str]) -> Floats:
    """Return which indicators each sentence carries, shape (N, I)."""
    labels = [{label.indicator for label in s.labels} for exchange in found for s in exchange.sentences]
    return np.array([[name in here for name in names] for here in labels], dtype=np.float64)


def log_odds(likely: Floats) -> Floats:
    """Return the logits of probabilities."""
    bounded = np.clip(likely, 1e-9, 1 - 1e-9)
    odds: Floats = np.log(bounded / (1 - bounded))
    return odds


def temperature(logits: Floats, wanted: Floats) -> float:
    """Return the temperature at which sigmoid(logits / T) has the least log loss."""

    def loss(t: float) -> float:
        return float(np.mean(np.logaddexp(0, logits / t) - wanted * logits / t))

    return round(float(minimize_scalar(loss, bounds=_TEMPERATURES, method="bounded").x), 3)


def certainty_temperature(likely: Floats, wanted: NDArray[np.int64]) -> float:
    """Return the temperature at which softmax(log(likely) / T) has the least log loss; `wanted` are places (N,)."""
    logits = np.log(np.clip(likely, 1e-9, 1))

    def loss(t: float) -> float:
        total = np.log(np.exp(logits / t).sum(axis=1))
        return float(np.mean(total - logits[np.arange(len(wanted)), wanted] / t))

    return round(float(minimize_scalar(loss, bounds=_TEMPERATURES, method="bounded").x), 3)


def thresholds(likely: Floats, wanted: Floats) -> list[float]:
    """Return each indicator's threshold: the best for its own F1, drawn to the common best where examples are few."""
    common = max(_THRESHOLDS, key=lambda t: (f1_score(wanted, likely >= t, average="micro"), -t))
    chosen = []
    for place in range(wanted.shape[1]):
        own = max(_THRESHOLDS, key=lambda t: (f1_score(wanted[:, place], likely[:, place] >= t), -abs(t - common)))
        count = float(wanted[:, place].sum())
        chosen.append(round(float((own * count + common * _SHRINK) / (count + _SHRINK)), 3))
    return chosen


def calibrated(folder: Path, name: str, names: Sequence[str], validation: Sequence[Exchange]) -> None:
    """Choose temperatures and thresholds for the model in `folder` and write them there."""
    neutral: dict[str, object] = {
        "name": name,
        "indicators": list(names),
        "temperature": 1.0,
        "certainty_temperature": 1.0,
        "thresholds": dict.fromkeys(names, 0.5),
    }
    write_folder(folder, neutral)
    likely, firm = probabilities(LocalReader(folder), validation)
    wanted = wanted_of(validation, names)
    sentences = [sentence for exchange in validation for sentence in exchange.sentences]
    labelled = [number for number, sentence in enumerate(sentences) if sentence.labels]
    certain = np.array([_CERTAINTIES.index(sentences[number].labels[0].certainty) for number in labelled])
    warmth = temperature(log_odds(likely), wanted)
    settings = {
        **neutral,
        "temperature": warmth,
        "certainty_temperature": certainty_temperature(firm[labelled], certain),
        "thresholds": dict(zip(names, thresholds(1 / (1 + np.exp(-log_odds(likely) / warmth)), wanted), strict=True)),
    }
    write_folder(folder, settings)
