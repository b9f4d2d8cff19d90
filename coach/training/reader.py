"""Make the shipped evidence model: `make train` fits it to the corpus and writes `knowledge/models/evidence-reader/`.

Official all-MiniLM-L6-v2 weights and `knowledge/evidence/train` in; int8 ONNX and tokenizer out, with the
thresholds and temperatures that suit validation best. The test split is never read here.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from sklearn.metrics import f1_score
from tokenizers import Tokenizer
from transformers import AutoModel

from coach.build import READER
from coach.corpus import exchanges, exchanges_in
from coach.reading.local import LocalReader
from coach.reading.windows import Windows
from coach.rubric_file import load_rubric
from coach.settings import data_path
from coach.training.calibration import calibrated, probabilities, wanted_of
from coach.training.embedder import official_weights
from coach.training.evidence_model import EvidenceModel, Example, Fitting, Views, fit, predict, views
from coach.training.reliability import calibration_error, plot

VERSION = "2"
FITTING = Fitting()
THREADS = 2
"""Part of the recipe: on more threads sums round otherwise."""


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


def main() -> None:
    """Train, export, quantise, calibrate; print what quantising cost on validation."""
    parser = argparse.ArgumentParser(description="Train the evidence model and write it to knowledge/models.")
    parser.add_argument(
        "--also", type=Path, nargs="*", default=[], help="further labelled exchanges, as `coach evidence export` writes"
    )
    chosen = parser.parse_args()
    knowledge = data_path("knowledge")
    names = sorted(load_rubric(knowledge / "rubric.yaml").vocabulary)
    source = official_weights()
    windows = Windows(Tokenizer.from_file(str(source / "tokenizer.json")))
    train = [*exchanges("train"), *(exchange for path in chosen.also for exchange in exchanges_in(path))]
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
    calibrated(folder, f"local-evidence-{VERSION}", names, validation)
    wanted = wanted_of(validation, names)
    whole = [example for view in views(validation, windows, names) for example in view.whole]
    shipped, _ = probabilities(LocalReader(folder), validation)
    for what, likely in (("fp32", 1 / (1 + np.exp(-predict(model, whole).indicators))), ("int8", shipped)):
        best = max(f1_score(wanted, likely >= t, average="micro") for t in np.arange(0.2, 0.8, 0.02))
        print(f"validation, {what}: micro-F1 {best:.3f} at the best common threshold")
    plot(folder / "reliability.svg", shipped, wanted, "local reader, validation")
    print(f"expected calibration error {calibration_error(shipped, wanted):.4f}")
    print(f"model.onnx {(folder / 'model.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
