"""Text → unit vector with the shipped all-MiniLM-L6-v2 (int8 ONNX, on the CPU).

One unpadded text at a time on one intra-op thread: dynamic quantisation scales its activations over
the whole batch, so a vector computed beside other texts would differ. It knows nothing of LangChain,
Chroma or evidence.
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from coach.errors import ModelFilesError

DIMENSIONS = 384
MAX_TOKENS = 256  # the length the model was trained with; longer texts are truncated

Vector = NDArray[np.float32]


class SentenceEncoder:
    """A loaded encoder; safe to share between threads (onnxruntime sessions are)."""

    def __init__(self, folder: Path) -> None:
        """Load `model.onnx` and `tokenizer.json` from `folder`.

        Raises:
            ModelFilesError: a file is missing or its sha256 is not the manifest's.
        """
        self.sha256 = check_files(folder, "model.onnx", "tokenizer.json")["model.onnx"]
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), one_thread(), providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def encode(self, text: str) -> Vector:
        """Return the text's vector, shape (384,), float32, length 1."""
        encoding = self._tokenizer.encode(text)
        feed = {
            "input_ids": np.array([encoding.ids], dtype=np.int64),
            "attention_mask": np.ones((1, len(encoding.ids)), dtype=np.int64),
        }
        (output,) = self._session.run(["embedding"], feed)
        vector: Vector = np.asarray(output, dtype=np.float32)[0]
        return vector


def one_thread() -> onnxruntime.SessionOptions:
    """Return options under which the same input gives the same output, whatever else runs."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options


def check_files(folder: Path, *needed: str) -> dict[str, str]:
    """Return file name → sha256 of a model folder after comparing each file with its manifest.

    Raises:
        ModelFilesError: the manifest or a needed file is missing or broken, or a hash differs.
    """
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        raise ModelFilesError(f"{manifest}: not found; reinstall the package, or run `make models`.")
    try:
        expected = {str(name): str(digest) for name, digest in json.loads(manifest.read_bytes())["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ModelFilesError(f"{manifest}: not a manifest; reinstall the package.") from None
    for name, digest in {**dict.fromkeys(needed, ""), **expected}.items():
        path = folder / name
        if not path.is_file():
            raise ModelFilesError(f"{path}: not found; reinstall the package, or run `make models`.")
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise ModelFilesError(f"{path}: the file is not the one that was shipped; reinstall the package.")
    return expected
