"""The labelled set of `evals/retrieval`: managers' queries, and which passages of the guide answer them.

`evals/README.md` describes the form. It knows nothing of how passages are found.
"""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Literal, Self, TypeVar

from pydantic import ValidationError, model_validator

from coach.conversation import Frozen
from coach.errors import KnowledgeError

ANSWERS = 2
Half = Literal["tuning", "held_out"]
_Labels = dict[str, Literal[1, 2]]


class LabelledQuery(Frozen):
    """A query with the passages that answer it (2) or are related to it (1)."""

    id: str
    query: str
    kind: Literal["situation", "question", "fact", "long", "typo", "second_language", "off_topic"]
    criterion: str | None
    half: Half
    relevant: _Labels

    @model_validator(mode="after")
    def _answered_unless_off_topic(self) -> Self:
        if (self.kind == "off_topic") != (not self.relevant):
            raise ValueError("a query has relevant passages unless it is off_topic")
        if self.relevant and ANSWERS not in self.relevant.values():
            raise ValueError("at least one passage must answer it (2)")
        return self


class SecondLabels(Frozen):
    """The labels of a query given a second time, without a look at the first."""

    id: str
    relevant: _Labels


_Line = TypeVar("_Line", LabelledQuery, SecondLabels)


def load_queries(path: Path, passages: Collection[str], criteria: Collection[str]) -> tuple[LabelledQuery, ...]:
    """Return the labelled queries of a JSONL file.

    Raises:
        KnowledgeError: a line does not fit, or names a passage or criterion that there is none of.
    """

    def fits(line: LabelledQuery) -> str | None:
        if line.criterion is not None and line.criterion not in criteria:
            return f"no criterion {line.criterion!r}"
        return None

    return _read(path, LabelledQuery, passages, fits)


def load_second_labels(
    path: Path, queries: Mapping[str, LabelledQuery], passages: Collection[str]
) -> tuple[SecondLabels, ...]:
    """Return the second labels of a JSONL file.

    Raises:
        KnowledgeError: a line does not fit, or names a query or passage that there is none of.
    """
    return _read(
        path, SecondLabels, passages, lambda line: None if line.id in queries else f"no query {line.id!r} to label"
    )


def agreement(first: Mapping[str, LabelledQuery], second: Collection[SecondLabels], passages: int) -> tuple[float, int]:
    """Return Cohen's kappa of relevant or not over all pairs of query and passage, and the number of queries."""
    both = once = twice = 0
    for line in second:
        one, two = set(first[line.id].relevant), set(line.relevant)
        both, once, twice = both + len(one & two), once + len(one), twice + len(two)
    pairs = passages * len(second)
    alike = (pairs - once - twice + 2 * both) / pairs
    by_chance = (once * twice + (pairs - once) * (pairs - twice)) / pairs**2
    return (alike - by_chance) / (1 - by_chance), len(second)


def _read(
    path: Path, model: type[_Line], passages: Collection[str], problem: Callable[[_Line], str | None]
) -> tuple[_Line, ...]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read as UTF-8 text ({error}).") from None
    found: dict[str, _Line] = {}
    for number, raw in enumerate(text.splitlines(), start=1):
        where = f"{path}:{number}"
        try:
            line = model.model_validate_json(raw)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"]) or "the line"
            raise KnowledgeError(f"{where}: {place}: {first['msg']}.") from None
        unknown = sorted(set(line.relevant) - set(passages))
        wrong = f"no passage {unknown[0]!r} in the guide" if unknown else problem(line)
        if wrong or line.id in found:
            raise KnowledgeError(f"{where}: {wrong or f'the id {line.id!r} is used twice'}.")
        found[line.id] = line
    if not found:
        raise KnowledgeError(f"{path}: holds no lines.")
    return tuple(found.values())
