"""Passages that answer no manager's question, made by program: what a library holds beside the guide.

Their sentences and words are in `evals/retrieval/foreign.yaml`. It knows nothing of queries or rankings.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from coach.conversation import Frozen
from coach.retrieval.passages import Passage
from coach.strict_yaml import load

_TEXTS_A_FILE = 60


class _Genre(Frozen):
    titles: tuple[str, ...]
    sentences: tuple[str, ...]


class _Phrases(Frozen):
    words: dict[str, tuple[str, ...]]
    genres: dict[str, _Genre]


def foreign_passages(path: Path, count: int, seed: int = 1) -> list[Passage]:
    """Return `count` passages of five to nine sentences; the same seed gives the same texts.

    Raises:
        KnowledgeError: the file of phrases is malformed.
    """
    phrases, _ = load(path, _Phrases)
    return list(_passages(phrases, count, random.Random(seed)))


def _passages(phrases: _Phrases, count: int, chance: random.Random) -> Iterator[Passage]:
    genres = sorted(phrases.genres)
    for number in range(count):
        genre = genres[number % len(genres)]
        sentences = chance.sample(phrases.genres[genre].sentences, chance.randint(5, 9))
        yield Passage(
            id=f"foreign-{number:06}",
            title=_filled(chance.choice(phrases.genres[genre].titles), phrases, chance),
            text=" ".join(_filled(sentence, phrases, chance) for sentence in sentences),
            source=f"{genre}-{number // _TEXTS_A_FILE:04}.md",
        )


def _filled(line: str, phrases: _Phrases, chance: random.Random) -> str:
    """Return the line with each {gap} filled by a word of its list, drawn anew every time."""
    start, *rest = line.split("{")
    gaps = (piece.split("}", 1) for piece in rest)
    filled = start + "".join(chance.choice(phrases.words[name]) + after for name, after in gaps)
    return filled[:1].upper() + filled[1:]
