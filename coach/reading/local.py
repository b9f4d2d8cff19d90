"""The embedded reader: our own evidence model, a small encoder fine-tuned on `knowledge/evidence/`.

It reads a message sentence by sentence, with the coach's question and the sentences around. One window at a
time on one intra-op thread, so that the same message gives the same evidence alone or among thousands. It
knows nothing of rubrics, tiers or how the model was trained.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from coach import sentences
from coach.conversation import Conversation
from coach.encoder.embedder import check_files, one_thread
from coach.evidence import Candidate, Certainty
from coach.reading import language, windows
from coach.reading.windows import Window, Windows

Floats = NDArray[np.float64]
_CERTAINTIES = tuple(Certainty)
_JOINT = re.compile(r"[,;:]\s+|\s+[–—-]\s+|,?\s+(?:and|but|so|because|while|although)\s+", re.IGNORECASE)
"""Where a quote may begin and end within a sentence."""


class Scored(NamedTuple):
    """A sentence as the model sees it: calibrated P(indicator), P(certainty), and each indicator's quote in it."""

    span: sentences.Span
    indicators: Floats
    certainty: Floats
    quotes: list[tuple[int, int]]


class LocalReader:
    """Reads on this machine; safe to share between threads."""

    languages: frozenset[str] | None = frozenset({"en"})

    def __init__(self, folder: Path) -> None:
        """Load `model.onnx`, `tokenizer.json` and `reader.json`; ModelFilesError if one is missing or altered."""
        digests = check_files(folder, "model.onnx", "tokenizer.json", "reader.json")
        settings = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        self.name = str(settings["name"])
        self.order: list[str] = settings["indicators"]
        """The indicators in the order of the model's outputs."""
        self.indicators: frozenset[str] | None = frozenset(self.order)
        self._thresholds = np.array([settings["thresholds"][name] for name in self.order])
        self._temperature = float(settings["temperature"])
        self._certainty_temperature = float(settings["certainty_temperature"])
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), one_thread(), providers=["CPUExecutionProvider"]
        )
        self._windows = Windows(Tokenizer.from_file(str(folder / "tokenizer.json")))
        modules = (sentences, language, windows)
        files = [Path(__file__), *(Path(module.__file__ or "") for module in modules)]
        rules = "".join(path.read_text("utf-8") for path in files)
        shaped_by = [self.name, *(f"{name} {digest}" for name, digest in sorted(digests.items())), rules]
        self.sha256 = hashlib.sha256("\n".join(shaped_by).encode()).hexdigest()

    def read(self, conversation: Conversation, message: int) -> list[Candidate]:
        """Return a candidate for every indicator that reaches its threshold in a sentence."""
        found: list[Candidate] = []
        question, said = conversation.said_before(message)
        for scored in self.score(question, sentences.sentences(conversation.messages[message].content), said):
            certainty = _CERTAINTIES[int(np.argmax(scored.certainty))]
            for place in self.heard(scored):
                start, end = scored.quotes[place]
                quote = scored.span.text[start:end]
                found.append(
                    Candidate(
                        indicator=self.order[place],
                        certainty=certainty,
                        quote=quote,
                        start=scored.span.start + start,
                    )
                )
        return found

    def score(self, question: str, spans: Sequence[sentences.Span], said: str = "") -> list[Scored]:
        """Return what the model makes of each sentence of an answer, in order; `said` was said just before."""
        scored: list[Scored] = []
        for window in self._windows.of(question, [span.text for span in spans], said):
            scored += self._scored(window, spans[len(scored) : len(scored) + len(window.spans)])
        return scored

    def heard(self, scored: Scored) -> NDArray[np.intp]:
        """Return the places of the indicators that reach their thresholds."""
        return np.flatnonzero(scored.indicators >= self._thresholds)

    def _scored(self, window: Window, spans: Sequence[sentences.Span]) -> list[Scored]:
        pool = np.zeros((1, len(spans), len(window.ids)), dtype=np.float32)
        for number, (first, last) in enumerate(window.spans):
            pool[0, number, first:last] = 1 / max(last - first, 1)
        feed = {
            "ids": np.array([window.ids], dtype=np.int64),
            "types": np.array([window.types], dtype=np.int64),
            "pool": pool,
            "ends": np.array([[last for _, last in window.spans]], dtype=np.int64),
        }
        indicators, certainty, quote = self._session.run(["indicators", "certainty", "quote"], feed)
        likely = 1 / (1 + np.exp(-np.asarray(indicators[0], dtype=np.float64) / self._temperature))
        firm = np.exp(np.asarray(certainty[0], dtype=np.float64) / self._certainty_temperature)
        return [
            Scored(
                span=span,
                indicators=likely[number],
                certainty=firm[number] / firm[number].sum(),
                quotes=_quotes(quote[0][slice(*window.spans[number])], window.offsets[number], span.text),
            )
            for number, span in enumerate(spans)
        ]


def _quotes(belongs: NDArray[np.float32], offsets: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return each indicator's quote in a sentence: its tokens, widened to whole clauses, or all of it without any.

    `belongs` are logits (tokens, indicators); `offsets` the tokens' places in `text`.
    """
    joints = [match.span() for match in _JOINT.finditer(text)]
    quotes = []
    for column in belongs.T:
        (tokens,) = np.nonzero(column > 0)
        if len(tokens) == 0:
            quotes.append((0, len(text)))
            continue
        first, last = offsets[tokens[0]][0], offsets[tokens[-1]][1]
        start = max((after for _, after in joints if after <= first), default=0)
        end = min((before for before, _ in joints if before >= last), default=len(text))
        quotes.append((start, end))
    return quotes
