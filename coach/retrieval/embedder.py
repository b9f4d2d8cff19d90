"""The shipped encoder behind LangChain's `Embeddings`, for Chroma."""

from collections.abc import Mapping, Sequence

from langchain_core.embeddings import Embeddings

from coach.encoder.embedder import SentenceEncoder


class OnnxEmbeddings(Embeddings):
    """One unpadded text at a time, so that a text's vector never depends on its neighbours."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        """Wrap a loaded encoder; it may be shared with the reader."""
        self._encoder = encoder

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of one text, 384 numbers, length 1."""
        vector: list[float] = self._encoder.encode(text).tolist()
        return vector

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of several texts, each as if it were alone."""
        return [self.embed_query(text) for text in texts]


class KnownEmbeddings(Embeddings):
    """Vectors made earlier by the same encoder, by text; other texts are embedded."""

    def __init__(self, known: Mapping[str, Sequence[float]], embeddings: Embeddings) -> None:
        """Take what is known, and what embeds the rest."""
        self._known = known
        self._embeddings = embeddings

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of one text."""
        return self._recalled(text) if text in self._known else self._embeddings.embed_query(text)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of several texts; those not known are embedded together."""
        made = iter(self._embeddings.embed_documents([text for text in texts if text not in self._known]))
        return [self._recalled(text) if text in self._known else next(made) for text in texts]

    def _recalled(self, text: str) -> list[float]:
        return [float(number) for number in self._known[text]]  # Chroma takes no list of numpy's numbers
