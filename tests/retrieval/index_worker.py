import hashlib
import json
import sys
import time
from pathlib import Path

from langchain_core.embeddings import Embeddings

from coach.retrieval.index import PassageIndex
from coach.retrieval.passages import Passage


class HashedEmbeddings(Embeddings):
    """The same bytes give the same direction, others another one: cheap, and exact matches score 1."""

    def embed_query(self, text: str) -> list[float]:
        return [byte - 127.5 for byte in hashlib.sha256(text.encode()).digest()[:16]]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]


class StallingEmbeddings(HashedEmbeddings):
    """Embeds one batch, says so, and never comes back from the second."""

    batches = 0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.batches += 1
        if self.batches == 2:
            print("half built", flush=True)
            time.sleep(300)
        return super().embed_documents(texts)


def make_passages(count: int) -> list[Passage]:
    return [Passage(id=f"p{n:04}", title=f"Title {n}", text=f"text number {n}", source="s") for n in range(count)]


def query_for(number: int) -> str:
    return f"Title {number}\ntext number {number}"


def main(folder: str, count: str, kind: str) -> None:
    embeddings = StallingEmbeddings() if kind == "stall" else HashedEmbeddings()
    index = PassageIndex(Path(folder), make_passages(int(count)), embeddings, "encoder")
    hits = index.search(query_for(7), 1)
    print(json.dumps([[hit.passage.id, hit.score] for hit in hits]))


if __name__ == "__main__":
    main(*sys.argv[1:])
