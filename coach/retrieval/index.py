"""The passage index: nearness of meaning (Chroma through LangChain) and shared words (BM25), joined.

Disposable, one immutable generation per content. A generation is built in a temporary folder under a
file lock and renamed to the hash of its content; we never modify it, and older ones are removed, so a
deleted text does not linger in a file. A marker stands while a generation is being opened and queried
for the first time. If it is still there at the next start, that opening died (a garbled vector file
kills the whole process), and we build anew.
It knows nothing of where passages come from or what is done with them.
"""

import hashlib
import json
import logging
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from filelock import FileLock

from coach.conversation import Frozen
from coach.errors import IndexUnusableError
from coach.retrieval.passages import Passage
from coach.retrieval.word_index import WordIndex, build_word_index, ranked

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

FORMAT = 2
_COLLECTION = "passages"
_WORDS = "words"
_BATCH = 500
_DEPTH = 50  # how far down either ranking is looked at before they are joined
# What the best match of words is worth beside a cosine. On the tuning half of evals/retrieval this sum beat
# reciprocal rank fusion and cosines alone in nDCG@10, and again on the held-out half (`make evals`); sums
# of scores over ranks: Bruch, Gai and Ingber 2023.
_WORDS_WEIGHT = 0.1
_SURELY_ITSELF = 0.99
_PATIENCE = 300.0  # seconds that another process may take to build


class Hit(Frozen):
    """A passage found, with its cosine similarity to the query (1 is the same direction)."""

    passage: Passage
    score: float


def generation(passages: Sequence[Passage], encoder_sha256: str) -> str:
    """Return the name of the index for this content: a hash of everything that shapes it."""
    content = {
        "format": FORMAT,
        "libraries": {name: version(name) for name in ("chromadb", "bm25s", "pystemmer")},
        "encoder": encoder_sha256,
        "passages": [passage.model_dump() for passage in sorted(passages, key=lambda p: p.id)],
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


class PassageIndex:
    """An opened generation. Open once, query from any thread, close when done."""

    def __init__(
        self,
        folder: Path,
        passages: Sequence[Passage],
        embeddings: "Embeddings",
        encoder_sha256: str,
        vectors: Mapping[str, Sequence[float]] | None = None,
    ) -> None:
        """Open the generation for these passages under `folder`, building it first where needed.

        `vectors` gives, by passage id, what this encoder made of a passage's `embedded_text` earlier;
        those passages are not embedded again.

        Raises:
            IndexUnusableError: it can be neither opened nor built.
        """
        self.name = generation(passages, encoder_sha256)
        self._passages = {passage.id: passage for passage in sorted(passages, key=lambda passage: passage.id)}
        self._ids = list(self._passages)
        self._place = {name: place for place, name in enumerate(self._ids)}
        self._embeddings = embeddings
        self._vectors = vectors or {}
        self._folder = folder
        self._path = folder / self.name
        self._marker = folder / f"{self.name}.opening"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with FileLock(folder / "lock", timeout=_PATIENCE):
                if self._marker.exists():
                    shutil.rmtree(self._path, ignore_errors=True)
                if not self._path.is_dir():
                    self._build()
                self._chroma, self._words = self._open_checked()
                self._remove_others()
        except OSError as error:
            raise IndexUnusableError(f"{folder}: the passage index cannot be written or read ({error}).") from error

    def search(self, query: str, count: int = 3) -> list[Hit]:
        """Return the `count` passages that fit the query best, by meaning and by shared words, ties by id.

        A hit's score is its cosine, however it was found, so scores need not fall from hit to hit.
        """
        wanted = self._bounded(count)
        if not wanted:
            return []
        depth = self._bounded(max(wanted, _DEPTH))
        vector = self._embeddings.embed_query(query)
        cosines = self._nearest(vector, depth)
        shares = self._words.shares(query)
        worded = [self._ids[place] for place in ranked(shares, depth)]
        cosines |= self._cosines(vector, [name for name in worded if name not in cosines])
        worth = {name: cosine + _WORDS_WEIGHT * float(shares[self._place[name]]) for name, cosine in cosines.items()}
        return self._hits(sorted(worth, key=lambda name: (-round(worth[name], 6), name))[:wanted], cosines)

    def by_meaning(self, query: str, count: int = 3) -> list[Hit]:
        """Return the `count` passages nearest to the query by cosine alone, best first, ties by id."""
        nearest = self._nearest(self._embeddings.embed_query(query), self._bounded(count))
        return self._hits(list(nearest), nearest)

    def by_words(self, query: str, count: int = 3) -> list[Hit]:
        """Return at most `count` passages that share words with the query, best by BM25 first, ties by id."""
        worded = [self._ids[place] for place in ranked(self._words.shares(query), self._bounded(count))]
        return self._hits(worded, self._cosines(self._embeddings.embed_query(query), worded))

    def passages(self) -> tuple[Passage, ...]:
        """Return every passage in it, by id."""
        return tuple(self._passages.values())

    def close(self) -> None:
        """Release Chroma's files."""
        self._chroma._client.close()  # noqa: SLF001  (langchain-chroma has no public way to close)

    def _bounded(self, count: int) -> int:
        return min(max(count, 0), len(self._passages))

    def _nearest(self, vector: list[float], wanted: int) -> dict[str, float]:
        """Return the `wanted` nearest passages with their cosines, nearest first, ties by id.

        Chroma cuts through ties as it likes, so enough are fetched to hold every tie, and cut here.
        """
        fetch = self._bounded(wanted + 1)
        while wanted:
            found = self._chroma.similarity_search_by_vector_with_relevance_scores(vector, k=fetch)
            ranked = sorted((-round(1 - distance, 6), str(document.metadata["id"])) for document, distance in found)
            if fetch == len(self._passages) or ranked[-1][0] > ranked[wanted - 1][0]:
                return {name: -negated for negated, name in ranked[:wanted]}
            fetch = self._bounded(2 * fetch)
        return {}

    def _hits(self, names: list[str], cosines: Mapping[str, float]) -> list[Hit]:
        return [Hit(passage=self._passages[name], score=cosines[name]) for name in names]

    def _cosines(self, vector: list[float], names: list[str]) -> dict[str, float]:
        if not names:
            return {}
        kept = self._chroma.get(ids=names, include=["embeddings"])
        matrix = np.asarray(kept["embeddings"], dtype=np.float64)
        query = np.asarray(vector, dtype=np.float64)
        cosines = matrix @ query / (np.linalg.norm(matrix, axis=1) * np.linalg.norm(query))
        return {name: round(float(cosine), 6) for name, cosine in zip(kept["ids"], cosines, strict=True)}

    def _client(self, path: Path, embeddings: "Embeddings") -> "Chroma":
        from chromadb.config import Settings
        from langchain_chroma import Chroma

        logging.getLogger("chromadb.telemetry").setLevel(logging.CRITICAL)
        return Chroma(
            collection_name=_COLLECTION,
            embedding_function=embeddings,
            persist_directory=str(path),
            client_settings=Settings(anonymized_telemetry=False, is_persistent=True, persist_directory=str(path)),
            # Chroma's own settings (16 neighbours, search width 100) lose whole regions: among 20,000 passages in
            # clusters they found 54 % of those of the guide that were truly near, and one not even by its own text;
            # these found 98 %.
            collection_configuration={
                "hnsw": {"space": "cosine", "max_neighbors": 64, "ef_construction": 200, "ef_search": 400}
            },
        )

    def _build(self) -> None:
        """Build in a temporary folder beside the goal, then rename: nobody ever sees half an index."""
        from coach.retrieval.embedder import KnownEmbeddings

        scratch = Path(tempfile.mkdtemp(prefix="building-", dir=self._folder))
        ordered = self.passages()
        texts = [embedded_text(passage) for passage in ordered]
        build_word_index(scratch / _WORDS, texts)
        known = {text: self._vectors[p.id] for text, p in zip(texts, ordered, strict=True) if p.id in self._vectors}
        chroma = self._client(scratch, KnownEmbeddings(known, self._embeddings))
        for start in range(0, len(ordered), _BATCH):
            ids = self._ids[start : start + _BATCH]
            chroma.add_texts(texts[start : start + _BATCH], metadatas=[{"id": name} for name in ids], ids=ids)
        chroma._client.close()  # noqa: SLF001
        scratch.rename(self._path)

    def _open_checked(self) -> "tuple[Chroma, WordIndex]":
        """Open, and query for the first time while the marker stands; what answers wrongly is built anew."""
        from chromadb.errors import ChromaError

        self._marker.touch()
        for attempt in ("opened", "rebuilt"):
            chroma: Chroma | None = None
            try:
                words = WordIndex(self._path / _WORDS)
                chroma = self._client(self._path, self._embeddings)
                if self._answers(chroma):
                    self._marker.unlink()
                    return chroma, words
            except (ChromaError, IndexUnusableError):  # files that cannot be read
                pass
            if chroma is not None:
                chroma._client.close()  # noqa: SLF001
            _forget(self._path)
            if attempt == "opened":
                shutil.rmtree(self._path)
                self._build()
        raise IndexUnusableError(f"{self._path}: a freshly built index does not answer; run `coach doctor`.")

    def _answers(self, chroma: "Chroma") -> bool:
        """Say whether everything is there, and passages from its ends and middle are found by their own text."""
        ordered = self.passages()
        if len(chroma.get(include=[])["ids"]) != len(ordered):
            return False
        for passage in (ordered[0], ordered[len(ordered) // 2], ordered[-1]):
            found = chroma.similarity_search_with_score(embedded_text(passage), k=1)
            if not found or 1 - found[0][1] < _SURELY_ITSELF:
                return False
        return True

    def _remove_others(self) -> None:
        for path in self._folder.iterdir():
            if path.name in ("lock", self.name):
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _forget(path: Path) -> None:
    """Make Chroma forget a folder that it could not open; it keeps the failed attempt under its name."""
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient._identifier_to_system.pop(str(path), None)  # noqa: SLF001


def embedded_text(passage: Passage) -> str:
    """Return what of a passage is embedded and searched for words."""
    return f"{passage.title}\n{passage.text}"
