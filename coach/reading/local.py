"""The first local reader: clauses, their vectors, one regression per indicator, and cues in the wording.

Known to be weak (micro-F1 0.27, precision 0.3 over five folds of its own sentences); it is here so that
everything behind the seam is real. It reads each clause by itself and takes the likeliest indicator only.
"""

import hashlib
import json
from pathlib import Path

import numpy as np

from coach import requests, sentences
from coach.conversation import Conversation
from coach.encoder.embedder import SentenceEncoder, check_files
from coach.evidence import Candidate
from coach.reading import cues, language

VERSION = "1"
_FEWEST_WORDS = 3


class LocalReader:
    """Reads with the shipped encoder, on this machine; safe to share between threads."""

    name = f"first-local-{VERSION}"
    languages: frozenset[str] | None = frozenset({"en"})
    surely = 2

    def __init__(self, encoder: SentenceEncoder, folder: Path) -> None:
        """Load the head from `folder`; ModelFilesError if it is missing or altered."""
        digest = check_files(folder, "head.json")["head.json"]
        head = json.loads((folder / "head.json").read_text(encoding="utf-8"))
        self._encoder = encoder
        self._indicators: list[str] = head["indicators"]
        self.indicators: frozenset[str] | None = frozenset(self._indicators)
        self._threshold: float = head["threshold"]
        self._weights = np.array(head["weights"], dtype=np.float64)
        self._biases = np.array(head["biases"], dtype=np.float64)
        modules = (cues, requests, sentences, language)
        rules = "".join(Path(module.__file__ or "").read_text("utf-8") for module in modules)
        shaped_by = [self.name, encoder.sha256, digest, rules]
        self.sha256 = hashlib.sha256("\n".join(shaped_by).encode()).hexdigest()

    def read(self, conversation: Conversation, message: int) -> list[Candidate]:
        """Return at most one candidate a clause: its likeliest indicator, if above the head's threshold."""
        found: list[Candidate] = []
        for span in sentences.clauses(conversation.messages[message].content):
            if len(span.text.split()) < _FEWEST_WORDS or cues.is_not_evidence(span.text):
                continue
            scores = self._weights @ self._encoder.encode(span.text).astype(np.float64) + self._biases
            best = int(np.argmax(scores))
            if 1 / (1 + np.exp(-scores[best])) >= self._threshold:
                certainty = cues.certainty(span.text)
                indicator = self._indicators[best]
                found.append(Candidate(indicator=indicator, certainty=certainty, quote=span.text, start=span.start))
        return found
