"""Which texts share telling words with a query: BM25 (bm25s), stemmed, without stop words, kept in a folder.

It knows texts by their position only, and nothing of vectors, passages or what a hit is worth.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
import Stemmer
from numpy.typing import NDArray

from coach.errors import IndexUnusableError

_SUMS = "sha256.json"


def build_word_index(folder: Path, texts: Sequence[str]) -> None:
    """Write the index of these texts into a new folder; the same texts give the same bytes."""
    documents = [words or [""] for words in _tokens(texts)]  # bm25s divides by the mean length
    vocabulary = {word: number for number, word in enumerate(dict.fromkeys(w for words in documents for w in words))}
    index = bm25s.BM25()
    index.index(([[vocabulary[word] for word in words] for words in documents], vocabulary), show_progress=False)
    index.save(folder)
    (folder / _SUMS).write_text(json.dumps(_sums(folder)), encoding="utf-8")


class WordIndex:
    """An index read back from its folder, wholly in memory; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """Read the folder.

        Raises:
            IndexUnusableError: a file is missing or is not what was written.
        """
        try:
            sums = json.loads((folder / _SUMS).read_bytes())
            if sums != _sums(folder):
                raise ValueError("a file was altered")
            self._index = bm25s.BM25.load(folder)
        except (OSError, ValueError) as error:
            raise IndexUnusableError(f"{folder}: the word index cannot be read ({error}).") from error

    def shares(self, query: str) -> NDArray[np.float32]:
        """Return for each text its BM25 score as a share of the best one's, 0 where no telling word is shared."""
        words = [word for word in _tokens([query])[0] if word in self._index.vocab_dict]
        if not words:
            return np.zeros(self._index.scores["num_docs"], dtype=np.float32)
        scores: NDArray[np.float32] = self._index.get_scores(words)
        return scores / (scores.max() or 1)


def _tokens(texts: Sequence[str]) -> list[list[str]]:
    # The short list of stop words: "I", "they" and "how" tell talk about people from rules and recipes.
    # A stemmer of its own for every call: PyStemmer's are not safe to share between threads, and cost nothing.
    stemmer = Stemmer.Stemmer("english")
    tokens: list[list[str]] = bm25s.tokenize(
        list(texts),
        token_pattern=r"\w+",
        stopwords="english",
        stemmer=stemmer,
        return_ids=False,
        show_progress=False,
    )
    return tokens


def _sums(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.name != _SUMS
    }
