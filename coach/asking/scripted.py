"""A writer that says what it is told to, for tests of everything behind the seam."""

from collections.abc import Sequence

from coach.asking import Draft
from coach.conversation import Conversation
from coach.planner import Plan
from coach.retrieval.passages import Passage


class ScriptedWriter:
    """Answers with the given drafts, one after the other, then repeats the last."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        """`drafts` must not be empty."""
        self._drafts = list(drafts)
        self.plans: list[Plan] = []

    def write(self, plan: Plan, conversation: Conversation, passages: Sequence[Passage]) -> Draft:
        """Return the next draft and remember the plan."""
        self.plans.append(plan)
        return self._drafts[min(len(self.plans), len(self._drafts)) - 1]
