"""A chosen question as a plan. Pure."""

from coach.conversation import Link, Move, Stage
from coach.inquiry import Choice, balanced, varied
from coach.planner.situation import GOAL, MOST_ASKS_BARE, Plan, Situation
from coach.requests import Request


def question(
    stage: Stage, choice: Choice, moves: tuple[Move, ...], link: Link | None, asked_for: Request | None = None
) -> Plan:
    """Return a plan that asks a question of the chosen kind."""
    return Plan(
        moves=moves,
        stage=stage,
        criterion=choice.shelf if stage is Stage.CRITERION else GOAL,
        kind=choice.kind,
        heard=choice.heard,
        focus=choice.focus,
        link=link,
        asked_for=asked_for,
    )


def about_goal(now: Situation, stage: Stage, *first: Move) -> Plan:
    """Return an ask from a stage of the goal, which must have one left; moves that come before it are joined.

    Where the coach asked twice without giving anything back, a reflection is put before them.
    """
    shelf = [choice for choice in now.left if choice.shelf == stage]
    choice = balanced(varied(shelf, now.turns), now.turns)[0]
    asked = question(stage, choice, (*first, Move.ASK), Link.STAYS)
    if Move.REFLECT in first or now.bare < MOST_ASKS_BARE:
        return asked
    update = {"moves": (Move.REFLECT, *asked.moves), "must_reflect": True, "may_quote": now.may_quote}
    return asked.model_copy(update=update)
