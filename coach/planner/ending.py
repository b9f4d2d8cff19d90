"""The way home: back to the goal, to one step and its day, and the goodbye. Pure."""

from coach import requests
from coach.conversation import Move, Stage
from coach.inquiry import contradiction
from coach.planner.asking import about_goal
from coach.planner.giving_back import gathered, given_back
from coach.planner.situation import MOST_ASKS_BARE, Plan, Situation
from coach.requests import Request


def ending(now: Situation) -> Plan:
    """Return to the goal (in a later round, to what was just said), then to one step and its day, then close."""
    homeward = Stage.RETURN if now.first_round else Stage.INSIGHT
    if not now.asked_in_round(homeward) and now.has(homeward):
        ask = about_goal(now, homeward)
        if not now.first_round:
            return given_back(ask, now)
        update = {"moves": (Move.REFLECT, Move.ASK), "goal": now.goal, "may_quote": now.may_quote}
        return ask.model_copy(update={**update, "must_reflect": now.bare >= MOST_ASKS_BARE})
    step, _ = _step_and_day(now)
    stepped = step is not None or _stepped_before(now)
    if not stepped and not now.asked_in_round(Stage.STEP) and now.has(Stage.STEP):
        return given_back(about_goal(now, Stage.STEP), now)
    just_named = step == now.indexes[-1] and not requests.names_day(now.last)
    if just_named and now.has(Stage.DAY) and not now.asked_in_round(Stage.DAY):
        return about_goal(now, Stage.DAY)
    return goodbye(now)


def _stepped_before(now: Situation) -> bool:
    """Say whether a step was named in an earlier round."""
    earlier = now.turns[: len(now.turns) - len(now.round)]
    replies = zip(earlier, now.spoken[len(now.spoken) - len(now.turns) :], strict=False)
    return any(turn.stage is Stage.STEP and requests.may_be_step(reply) for turn, reply in replies)


def _step_and_day(now: Situation) -> tuple[int | None, int | None]:
    """Return the messages of this round in which the manager named a step and its day, on the way home."""
    said = [(turn.stage, index, now.spoken[now.indexes.index(index)]) for turn, index in now.answered]
    steps = [
        index
        for stage, index, words in said
        if (stage is Stage.STEP and requests.may_be_step(words))
        or (stage in (Stage.RETURN, Stage.DAY) and requests.commits(words))
    ]
    days = [index for stage, index, words in said if stage is Stage.DAY and requests.names_day(words)]
    return (steps[-1] if steps else None, days[-1] if steps and days else None)


def goodbye(now: Situation, asked_for: Request | None = None) -> Plan:
    """Close: the strongest that was said, one thing that is open, the step; in a later round shortly."""
    step, day = _step_and_day(now)
    parting = Plan(moves=(Move.CLOSE,), asked_for=asked_for, step=step, day=day)
    if not now.first_round or not now.verdict.evidence:
        return parting
    pairs = (contradiction(rating, now.verdict) for rating in now.verdict.ratings)
    both = next((pair for pair in pairs if pair is not None), None)
    core = [criterion.id for criterion in now.table.rubric.criteria if criterion.core]
    unheard = now.verdict.open_criteria
    gap = next((c for c in core if c in unheard), None) or next(iter(unheard), None)
    evidence = now.verdict.evidence
    update = {
        "gathered": gathered(now, strongest=True, apart_from=(step, day)),
        "contradiction": (evidence[both[0]], evidence[both[1]]) if both else None,
        "open_point": None if both else gap,
        "may_quote": now.may_quote,
    }
    return parting.model_copy(update=update)
