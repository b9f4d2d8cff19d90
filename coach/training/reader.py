"""Make the shipped evidence model: `make train` fits it to the corpus and writes `knowledge/models/evidence/`.

Official all-MiniLM-L6-v2 weights and `knowledge/evidence/train` in; int8 ONNX, tokenizer, thresholds and
temperatures (chosen on validation) out. The test split is never read here.
"""

import argparse
import json
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from scipy.optimize import minimize_scalar
from sklearn.metrics import f1_score
from tokenizers import Tokenizer
from transformers import AutoModel

from coach.build import READER
from coach.reading.local import LocalReader
from coach.reading.windows import Windows
from coach.rubric_file import load_rubric
from coach.sentences import Span
from coach.settings import data_path
from coach.training.corpus import Exchange, exchanges
from coach.training.embedder import official_weights, sha256
from coach.training.evidence_model import EvidenceModel, Example, Fitting, Views, fit, views

VERSION = "1"
FITTING = Fitting()
THREADS = 2
"""Part of the recipe: sums on more threads round otherwise."""
_SOFTEST = 4.0
_THRESHOLDS = np.arange(0.2, 0.81, 0.02)
_SHRINK = 30
"""How many examples of an indicator the common threshold counts for beside its own."""

Floats = NDArray[np.float64]


class Exported(torch.nn.Module):
    """The model as shipped: one window, no padding."""

    def __init__(self, model: EvidenceModel) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, ids: torch.Tensor, types: torch.Tensor, pool: torch.Tensor, ends: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return the logits of the three heads."""
        outputs: tuple[torch.Tensor, torch.Tensor, torch.Tensor] = self.model(
            ids, types, torch.ones_like(ids), pool, ends
        )
        return outputs


def trained(source: Path, found: Sequence[Views], names: Sequence[str], fitting: Fitting) -> EvidenceModel:
    """Return the model fitted to the examples; the same examples and settings give the same weights."""
    torch.set_num_threads(THREADS)
    torch.manual_seed(fitting.seed)
    encoder = AutoModel.from_pretrained(source, attn_implementation="eager", attention_probs_dropout_prob=0.0)
    model = EvidenceModel(encoder, len(names))
    begun = time.monotonic()
    for epoch, loss, _ in fit(model, found, fitting):
        print(f"epoch {epoch + 1} of {fitting.epochs}: loss {loss:.3f}, {time.monotonic() - begun:.0f} s", flush=True)
    return model


def export(model: EvidenceModel, example: Example, target: Path) -> None:
    """Write the fp32 graph."""
    size, spans = len(example.window.ids), example.window.spans
    inputs = (
        torch.tensor([example.window.ids]),
        torch.tensor([example.window.types]),
        torch.full((1, len(spans), size), 1 / size),
        torch.tensor([[last for _, last in spans]]),
    )
    torch.onnx.export(
        Exported(model.eval()),
        inputs,
        str(target),
        input_names=["ids", "types", "pool", "ends"],
        output_names=["indicators", "certainty", "quote"],
        dynamic_axes={
            **{name: {1: "tokens"} for name in ("ids", "types", "quote")},
            "pool": {1: "sentences", 2: "tokens"},
            **{name: {1: "sentences"} for name in ("ends", "indicators", "certainty")},
        },
        opset_version=17,
        dynamo=False,
    )


def quantised(plain: Path, target: Path) -> None:
    """Write the int8 graph of an fp32 one."""
    with tempfile.TemporaryDirectory() as scratch:
        prepared = Path(scratch, "prepared.onnx")
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(target), per_channel=True, weight_type=QuantType.QInt8)


def write_folder(folder: Path, settings: dict[str, object]) -> None:
    """Write `reader.json` and the manifest of everything in the folder."""
    (folder / "reader.json").write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    files = {name: sha256(folder / name) for name in ("model.onnx", "tokenizer.json", "reader.json")}
    manifest = {"model": settings["name"], "files": files}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def raw(reader: LocalReader, found: Sequence[Exchange]) -> tuple[Floats, Floats]:
    """Return a reader's P(indicator) and P(certainty) for the sentences of a split, one window at a time."""
    scored = [
        one
        for exchange in found
        for one in reader.score(exchange.coach, [Span(s.text, 0, len(s.text)) for s in exchange.sentences])
    ]
    return np.array([one.indicators for one in scored]), np.array([one.certainty for one in scored])


def logits(probabilities: Floats) -> Floats:
    """Return the log-odds of probabilities."""
    bounded = np.clip(probabilities, 1e-9, 1 - 1e-9)
    odds: Floats = np.log(bounded / (1 - bounded))
    return odds


def temperature(logit: Floats, wanted: Floats) -> float:
    """Return the temperature at which P = sigmoid(logit / T) has the least log loss (Guo et al. 2017)."""

    def loss(t: float) -> float:
        scaled = logit / t
        return float(np.mean(np.logaddexp(0, scaled) - wanted * scaled))

    return round(float(minimize_scalar(loss, bounds=(0.25, _SOFTEST), method="bounded").x), 3)


def certainty_temperature(likely: Floats, wanted: NDArray[np.int64]) -> float:
    """Return the temperature of the three-way certainty; `likely` are its probabilities at temperature 1."""
    logit = np.log(np.clip(likely, 1e-9, 1))

    def loss(t: float) -> float:
        scaled = logit / t
        total = np.log(np.exp(scaled).sum(axis=1))
        return float(np.mean(total - scaled[np.arange(len(wanted)), wanted]))

    return round(float(minimize_scalar(loss, bounds=(0.25, _SOFTEST), method="bounded").x), 3)


def thresholds(likely: Floats, wanted: Floats) -> list[float]:
    """Return each indicator's threshold: the best for its own F1, drawn to the common best where examples are few."""
    common = max(_THRESHOLDS, key=lambda t: (f1_score(wanted, likely >= t, average="micro"), -t))
    chosen = []
    for place in range(wanted.shape[1]):
        own = max(_THRESHOLDS, key=lambda t: (f1_score(wanted[:, place], likely[:, place] >= t), -abs(t - common)))
        count = float(wanted[:, place].sum())
        chosen.append(round(float((own * count + common * _SHRINK) / (count + _SHRINK)), 3))
    return chosen


def calibrated(folder: Path, names: Sequence[str], validation: Sequence[Exchange]) -> None:
    """Choose temperatures and thresholds on the quantised model's own answers and write them down."""
    from coach.training.evidence_model import CERTAINTIES

    neutral: dict[str, object] = {
        "name": f"local-evidence-{VERSION}",
        "indicators": list(names),
        "temperature": 1.0,
        "certainty_temperature": 1.0,
        "thresholds": dict.fromkeys(names, 0.5),
    }
    write_folder(folder, neutral)
    likely, firm = raw(LocalReader(folder), validation)
    sentences = [sentence for exchange in validation for sentence in exchange.sentences]
    wanted = np.array([[name in {one.indicator for one in s.labels} for name in names] for s in sentences], dtype=float)
    labelled = [number for number, sentence in enumerate(sentences) if sentence.labels]
    certain = np.array([CERTAINTIES.index(sentences[number].labels[0].certainty) for number in labelled])
    softer = temperature(logits(likely), wanted)
    likely = 1 / (1 + np.exp(-logits(likely) / softer))
    settings = {
        **neutral,
        "temperature": softer,
        "certainty_temperature": certainty_temperature(firm[labelled], certain),
        "thresholds": dict(zip(names, thresholds(likely, wanted), strict=True)),
    }
    write_folder(folder, settings)


def main() -> None:
    """Train, export, quantise, calibrate; print what quantising cost on validation."""
    parser = argparse.ArgumentParser(description="Train the evidence model and write it to knowledge/models.")
    parser.add_argument("--also", type=Path, help="a folder of further labelled exchanges (`coach evidence export`)")
    chosen = parser.parse_args()
    knowledge = data_path("knowledge")
    names = sorted(load_rubric(knowledge / "rubric.yaml").vocabulary)
    source = official_weights()
    windows = Windows(Tokenizer.from_file(str(source / "tokenizer.json")))
    train = list(exchanges("train"))
    validation = list(exchanges("validation"))
    found = views(train, windows, names)
    model = trained(source, found, names, FITTING)
    folder = knowledge / "models" / READER
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source / "tokenizer.json", folder / "tokenizer.json")
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch, "fp32.onnx")
        export(model, found[0].whole[0], plain)
        quantised(plain, folder / "model.onnx")
    calibrated(folder, names, validation)


if __name__ == "__main__":
    main()
