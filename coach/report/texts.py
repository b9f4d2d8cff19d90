"""The words of a report: `knowledge/verdicts.yaml`, strict."""

from pathlib import Path

from coach.conversation import Frozen
from coach.errors import KnowledgeError
from coach.rubric import Criterion, Rubric
from coach.settings import data_path
from coach.strict_yaml import load


class Outcomes(Frozen):
    """What a tier tends to lead to if nothing changes."""

    motivation: str
    ownership: str
    productivity: str
    pride: str
    next_leaders: str


class TierText(Frozen):
    """The words for one tier."""

    means: str
    next: str
    leads_to: Outcomes | None = None
    claimed_not_shown: str | None = None


class CriterionText(Frozen):
    """The words for one criterion."""

    title: str
    concern: str
    mixed: str
    strength: str
    strengthen: str
    keep: str
    gap: str
    if_so: str


class VerdictTexts(Frozen):
    """All words of a report, by tier and by criterion."""

    tiers: dict[str, TierText]
    criteria: dict[str, CriterionText]


def shipped_texts(rubric: Rubric) -> VerdictTexts:
    """Return the shipped words, for a rubric."""
    return load_texts(data_path("knowledge") / "verdicts.yaml", rubric)


def load_texts(path: Path, rubric: Rubric) -> VerdictTexts:
    """Return the words for a rubric; what a user's own rubric adds is worded from the rubric itself.

    Raises:
        KnowledgeError: the file is malformed.
    """
    texts = load(path, VerdictTexts, KnowledgeError)[0]
    tiers = {tier.id: texts.tiers.get(tier.id) or TierText(means=tier.meaning, next="") for tier in rubric.tiers}
    criteria = {
        c.id: texts.criteria.get(c.id)
        or CriterionText(
            title=c.title,
            concern="This was heard as a concern:",
            mixed="Both sides were heard:",
            strength="This was heard as a strength:",
            strengthen=_heard_when(c),
            keep=_heard_when(c),
            gap="Nothing was heard about this.",
            if_so=_heard_when(c),
        )
        for c in rubric.criteria
    }
    return VerdictTexts(tiers=tiers, criteria=criteria)


def _heard_when(criterion: Criterion) -> str:
    return "; ".join(i.heard_when for i in criterion.indicators if i.polarity == "strength")
