"""A plan → words: the seam `QuestionWriter` and its implementations."""

from collections.abc import Sequence
from typing import Protocol

from coach.conversation import Conversation, Frozen, Move
from coach.planner import Plan
from coach.retrieval.passages import Passage


class Draft(Frozen):
    """A coach turn in words, before the guard has seen it.

    `moves` are those it makes: the plan's, unless there was nothing to give back. `passages` are those
    whose text or title it contains; the rest is what coach.conversation.CoachTurn declares.
    """

    text: str
    moves: tuple[Move, ...]
    question: str | None = None
    quotes: tuple[str, ...] = ()
    paraphrased: tuple[str, ...] = ()
    both_sides: bool = False
    passages: tuple[Passage, ...] = ()
    why: str = ""


class QuestionWriter(Protocol):
    """Words the moves of a plan."""

    def write(self, plan: Plan, conversation: Conversation, passages: Sequence[Passage]) -> Draft:
        """Return the turn in words; `passages` are what retrieval found for it, best first."""
        ...
