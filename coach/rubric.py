"""The rubric as values: criteria, indicators, levels, tiers and rules, and how a rule reads counts.

Everything is validated, nothing is read from disk here (rubric_file.py does, with line numbers).
It knows nothing of quotes: it sees, per criterion, how strong a concern and how strong a strength is.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from coach.conversation import Frozen
from coach.evidence import Certainty, Indicator

Step = Literal["none", "hedged", "stated", "shown"]
STEPS: tuple[Step, ...] = ("none", "hedged", "stated", "shown")

Cell = tuple[int, int]
"""Findings of a criterion: steps 0–3 of its strongest concern and its strongest strength."""

CELLS: tuple[Cell, ...] = tuple((concern, strength) for concern in range(4) for strength in range(4))


class Level(StrEnum):
    """What is known about one criterion."""

    CONCERN = "concern"
    HINT_OF_CONCERN = "hint_of_concern"
    UNKNOWN = "unknown"
    MIXED = "mixed"
    HINT_OF_STRENGTH = "hint_of_strength"
    STRENGTH = "strength"


class Criterion(Frozen):
    """One thing that is listened for."""

    id: str = Field(min_length=1)
    title: str
    core: bool
    indicators: tuple[Indicator, ...] = Field(min_length=1)


class Tier(Frozen):
    """An outcome. Tiers are listed from worst to best; one that is not `ordered` stands outside."""

    id: str
    title: str
    meaning: str
    ordered: bool = True


Special = Literal["heard", "any_concern", "strength_shown"]
"""Counted beside levels: not unknown; any concern at all, even hedged; level strength, and shown."""


class Count(Frozen):
    """How many criteria (`among` all, the core ones, or those named) are in the state `count`."""

    count: tuple[Level | Special, ...] = Field(min_length=1)
    among: Literal["all", "core"] | tuple[str, ...] = "all"
    at_least: int | None = Field(None, ge=1, strict=True)
    at_most: int | None = Field(None, ge=0, strict=True)

    @model_validator(mode="before")
    @classmethod
    def _one_is_a_list(cls, value: object) -> object:
        if isinstance(value, dict) and isinstance(value.get("count"), str):
            return {**value, "count": (value["count"],)}
        return value

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("a count needs exactly one of at_least and at_most")
        return self

    @property
    def tally(self) -> "Tally":
        """Return what has to be counted, without the bound."""
        return self.count, self.among

    @property
    def cap(self) -> int:
        """Return the number from which on counting further makes no difference."""
        return self.at_least if self.at_least is not None else (self.at_most or 0) + 1

    def holds(self, counted: Mapping["Tally", int]) -> bool:
        """Say whether the counted number is within the bound."""
        number = counted[self.tally]
        return number >= self.at_least if self.at_least is not None else number <= (self.at_most or 0)


Tally = tuple[tuple[Level | Special, ...], Literal["all", "core"] | tuple[str, ...]]


class AnyOf(Frozen):
    """Holds when at least one of its counts does."""

    any: tuple[Count, ...] = Field(min_length=2)

    def holds(self, counted: Mapping[Tally, int]) -> bool:
        """Say whether one of the counts is within its bound."""
        return any(count.holds(counted) for count in self.any)


def _kind(value: object) -> str:
    return "<any>" if isinstance(value, AnyOf) or (isinstance(value, dict) and "any" in value) else "<count>"


Condition = Annotated[Annotated[Count, Tag("<count>")] | Annotated[AnyOf, Tag("<any>")], Discriminator(_kind)]


class Rule(Frozen):
    """The tier that follows when all conditions hold; rules are tried in their order."""

    id: str = Field(min_length=1)
    tier: str
    when: tuple[Condition, ...] = ()
    because: str

    def holds(self, counted: Mapping[Tally, int]) -> bool:
        """Say whether every condition holds."""
        return all(condition.holds(counted) for condition in self.when)

    def counts(self) -> tuple[Count, ...]:
        """Return every count the rule looks at."""
        nested = (c.any if isinstance(c, AnyOf) else (c,) for c in self.when)
        return tuple(count for counts in nested for count in counts)


class Rubric(Frozen):
    """A whole rubric. Being valid means its ids are known and unique; the proof is proof.py's."""

    version: str
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    levels: dict[Step, dict[Step, Level]]
    tiers: tuple[Tier, ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = Field(min_length=1)

    def level(self, cell: Cell) -> Level:
        """Return the level of a criterion with these findings."""
        return self.levels[STEPS[cell[0]]][STEPS[cell[1]]]

    def cells(self, criterion: Criterion) -> tuple[Cell, ...]:
        """Return the findings that a criterion's indicators can bring about: one without strengths has none."""
        sides = {indicator.polarity for indicator in criterion.indicators}
        return tuple(c for c in CELLS if ("concern" in sides or not c[0]) and ("strength" in sides or not c[1]))

    def states(self, cell: Cell) -> frozenset[Level | Special]:
        """Return everything a rule may count a criterion with these findings as."""
        level = self.level(cell)
        found: set[Level | Special] = {level}
        if level is not Level.UNKNOWN:
            found.add("heard")
        if cell[0]:
            found.add("any_concern")
        if level is Level.STRENGTH and cell[1] == Certainty.SHOWN.step:
            found.add("strength_shown")
        return frozenset(found)

    def is_among(self, criterion: Criterion, among: Literal["all", "core"] | tuple[str, ...]) -> bool:
        """Say whether a count over `among` looks at this criterion."""
        return among == "all" or (criterion.core if among == "core" else criterion.id in among)

    @cached_property
    def vocabulary(self) -> dict[str, Indicator]:
        """Return every indicator by its id."""
        return {indicator.id: indicator for criterion in self.criteria for indicator in criterion.indicators}

    @cached_property
    def tier_of(self) -> dict[str, Tier]:
        """Return every tier by its id."""
        return {tier.id: tier for tier in self.tiers}

    def rank(self, tier: str) -> int | None:
        """Return the place of a tier from worst (0) to best, None for one outside the order."""
        ordered = [candidate.id for candidate in self.tiers if candidate.ordered]
        return ordered.index(tier) if tier in ordered else None
