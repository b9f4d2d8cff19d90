"""Make the first local reader's head: logistic regression over frozen sentence vectors (`make models`).

Trained on `knowledge/evidence-sentences.jsonl`; the threshold is the one with the best micro-F1 over
five folds. Known to be weak: it is the baseline that a trained encoder has to beat.
"""

import json

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, precision_score
from sklearn.model_selection import KFold

from coach.encoder.embedder import SentenceEncoder
from coach.reading.cues import certainty, is_not_evidence
from coach.rubric_file import load_rubric
from coach.settings import data_path
from coach.training.embedder import sha256

SEED = 7
STRENGTH = 1.0  # inverse regularisation, the best of 1, 5, 20, 100 over the same folds

Floats = NDArray[np.float64]


def fit(vectors: Floats, labels: Floats) -> tuple[Floats, Floats]:
    """Return weights (indicators, 384) and biases (indicators,) of one-against-the-rest regressions."""
    models = [
        LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=2000, random_state=SEED).fit(vectors, column)
        for column in labels.T
    ]
    return np.vstack([m.coef_[0] for m in models]), np.array([m.intercept_[0] for m in models])


def probabilities(vectors: Floats, weights: Floats, biases: Floats) -> Floats:
    """Return P(indicator | sentence), shape (sentences, indicators)."""
    result: Floats = 1 / (1 + np.exp(-(vectors @ weights.T + biases)))
    return result


def main() -> None:
    """Cross-validate, choose the threshold, fit on everything, write head and manifest."""
    knowledge = data_path("knowledge")
    rows = [json.loads(line) for line in (knowledge / "evidence-sentences.jsonl").read_text("utf-8").splitlines()]
    names = sorted(load_rubric(knowledge / "rubric.yaml").vocabulary)
    encoder = SentenceEncoder(knowledge / "models" / "all-MiniLM-L6-v2")
    vectors = np.array([encoder.encode(row["text"]) for row in rows], dtype=np.float64)
    labels = np.array([[name in row["indicators"] for name in names] for row in rows], dtype=np.float64)
    held_out = np.zeros_like(labels)
    for train, test in KFold(5, shuffle=True, random_state=SEED).split(vectors):
        held_out[test] = probabilities(vectors[test], *fit(vectors[train], labels[train]))
    ruled_out = np.array([is_not_evidence(row["text"]) for row in rows])
    likeliest = (held_out == held_out.max(axis=1, keepdims=True)) & ~ruled_out[:, None]
    scores = {t: f1_score(labels, likeliest & (held_out >= t), average="micro") for t in np.arange(20, 96) / 100}
    threshold = max(sorted(scores), key=lambda t: scores[t])
    precision = precision_score(labels, likeliest & (held_out >= threshold), average="micro")
    certain = [(row["certainty"], certainty(row["text"]).value) for row in rows if row["indicators"]]
    print(f"five folds: micro-F1 {scores[threshold]:.3f}, precision {precision:.3f} at threshold {threshold}")
    print(f"  evidence wrongly ruled out by the wording's cues: {ruled_out[labels.any(1)].mean():.3f}")
    print(f"  no evidence, ruled out by cues: {ruled_out[~labels.any(1)].mean():.3f}")
    print(f"  certainty by rules: accuracy {np.mean([a == b for a, b in certain]):.3f}")
    weights, biases = fit(vectors, labels)
    folder = knowledge / "models" / "first-reader"
    folder.mkdir(parents=True, exist_ok=True)
    head = {
        "indicators": names,
        "threshold": float(threshold),
        "weights": [[round(float(w), 4) for w in row] for row in weights],
        "biases": [round(float(b), 4) for b in biases],
    }
    (folder / "head.json").write_text(json.dumps(head) + "\n", encoding="utf-8")
    manifest = {"model": "first-reader", "files": {"head.json": sha256(folder / "head.json")}}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
