"""The shipped encoder behind LangChain's `Embeddings`, for Chroma."""

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
