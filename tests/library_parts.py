import hashlib

import numpy as np

from coach.intake import ingest, remove
from coach.library import KeptLibrary
from coach.retrieval.passages import Passage

GUIDE = [
    Passage(id="guide-1", title="Waiting", text="People wait to be told.", source="guide/1.md", criterion="autonomy"),
    Passage(id="guide-2", title="Asking", text="Ask before you answer.", source="guide/2.md", criterion="coaching"),
]


class HashingEncoder:
    """The same text gives the same direction, another one another; counts what it was asked."""

    def __init__(self, sha256="h" * 64):
        self.sha256 = sha256
        self.asked = []

    def encode(self, text):
        self.asked.append(text)
        return np.array([b - 127.5 for b in hashlib.sha256(text.encode()).digest()[:16]], dtype=np.float32)


def a_library(folder, encoder=None, **more):
    encoder = encoder or HashingEncoder()
    return KeptLibrary(folder, GUIDE, lambda: encoder, **more)


def ingested(library, *paths):
    return [outcome.line for outcome in ingest(library, map(str, paths), show_progress=False)]


def removed(library, *names):
    return [outcome.line for outcome in remove(library, names)]


def holding(folder, word):
    return [path.name for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]
