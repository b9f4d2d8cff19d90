"""What the next coach turn does, about what, and why. Pure.

The manager's goal comes first; until there is a tier the core criteria come next; then whatever is
expected to say most about the tier. It plans moves, never wording: asking/ has the words, inquiry.py
chooses the question.
"""

from collections.abc import Sequence

from coach import requests
from coach.conversation import Conversation, Link, Move, Offer, Stage
from coach.decision import DecisionTable
from coach.evidence import Certainty
from coach.inquiry import Choice, next_choice, next_subject
from coach.planner.asking import about_goal, question
from coach.planner.ending import ending, goodbye
from coach.planner.giving_back import given_back
from coach.planner.situation import (
    GIVING_BACK,
    GOAL,
    WAY_HOME,
    Near,
    Plan,
    Situation,
    asks,
    current_round,
    goal_message,
)
from coach.requests import Request
from coach.verdict import Verdict

__all__ = ["GIVING_BACK", "GOAL", "Near", "Plan", "goal_message", "plan", "progress"]

FEW_WORDS = 12
HOLLOW_BEFORE_CHECK = 2
FEWEST_ASKS = 5
MOST_INSIGHTS = 4


def plan(
    conversation: Conversation,
    verdict: Verdict,
    table: DecisionTable,
    left: Sequence[Choice],
    max_asks: int,
    near: Near | None = None,
) -> Plan:
    """Return the next turn after the manager's last message (or the opening, before the first).

    `left` are the questions that were not asked yet. After a goodbye the manager may go on, and another
    round of about `max_asks` questions begins.
    """
    indexes = conversation.manager_indexes()
    if not indexes:
        return Plan(moves=(Move.ASK,), stage=Stage.OPENING, criterion=GOAL)
    turns = conversation.coach_turns()
    now = Situation(
        turns=turns,
        round=current_round(turns),
        spoken=tuple(conversation.messages[i].content for i in indexes),
        indexes=indexes,
        latest=tuple(piece for piece in verdict.evidence if piece.message == indexes[-1]),
        verdict=verdict,
        table=table,
        left=left,
        near=near or Near(),
        goal=goal_message(conversation),
        max_asks=max_asks,
    )
    chosen = _answer_to_request(now) or _answer_to_offer(now) or _answer_to_hollow(now) or _onwards(now)
    return chosen.model_copy(update={"taken_back": frozenset(piece.message for piece in verdict.withdrawn)})


def progress(conversation: Conversation, max_asks: int) -> tuple[int, int]:
    """Return how many questions of this round were asked, the opening apart, and about how many there will be.

    After a goodbye there is none to come: (0, 0).
    """
    turns = conversation.coach_turns()
    if turns and Move.CLOSE in turns[-1].moves:
        return 0, 0
    return min(asks(current_round(turns)), max_asks), max_asks


def _answer_to_request(now: Situation) -> Plan | None:
    """Do what the manager asks for; what they hope to get from the talk is their goal and no request yet."""
    wanted = requests.request_of(now.last)
    if wanted is None or (wanted is Request.ADVISE and now.goal == now.indexes[-1]):
        return None
    if wanted is Request.STOP:
        return goodbye(now, asked_for=wanted)
    if wanted is Request.VERDICT:
        tier = now.table.rubric.tier_of[now.verdict.tier]
        return Plan(moves=(Move.INFORM,), asked_for=wanted, tier=tier, settled=now.verdict.settled)
    if wanted in (Request.WHY, Request.PRIVACY, Request.WHO, Request.LENGTH):
        return Plan(moves=(Move.INFORM,), asked_for=wanted)
    if wanted in (Request.UNCLEAR, Request.MISSED):
        complained = [requests.request_of(words) is Request.MISSED for words in now.spoken[-len(now.round) :]]
        checked = any(turn.offer is Offer.CHECK for turn in now.round)
        if sum(complained) > 1 and not checked:
            return Plan(moves=(Move.PERMISSION,), offer=Offer.CHECK)
        return _repair(now, wanted)
    stage = Stage.CHOOSE if wanted is Request.ADVISE else Stage.COMPARE
    answered = now.near.advice if wanted is Request.ADVISE else now.near.passage
    if not (answered and now.has(stage)):  # what it knows nothing of it does not ask about either
        return Plan(moves=(Move.INFORM,), asked_for=wanted)
    return about_goal(now, stage, Move.INFORM).model_copy(update={"asked_for": wanted})


def _repair(now: Situation, wanted: Request) -> Plan:
    """Put the last question another way where it was not understood, else own up and ask for a better one."""
    before = now.before
    again = [c for c in now.left if before is not None and c.shelf == (before.criterion or "")]
    if wanted is Request.UNCLEAR and before is not None and before.stage is Stage.CRITERION and again:
        choice = next_choice(str(before.criterion), now.verdict, now.table, now.left, now.turns)
        return question(Stage.CRITERION, choice, (Move.REFLECT, Move.ASK), Link.STAYS, asked_for=wanted)
    if now.has(Stage.ANGLE):
        return about_goal(now, Stage.ANGLE, Move.REFLECT).model_copy(update={"asked_for": wanted})
    return Plan(moves=(Move.REFLECT,), asked_for=wanted)


def _answer_to_offer(now: Situation) -> Plan | None:
    """Take the answer to a permission as such: a yes or no there is not a hollow reply."""
    before = now.before
    if before is None or before.offer is None:
        return None
    taken = requests.agrees(now.last)
    brief = len(now.last.split()) < FEW_WORDS
    if before.offer is Offer.PASSAGE and taken and brief:
        asked = about_goal(now, Stage.COMPARE, Move.INFORM) if now.has(Stage.COMPARE) else Plan(moves=(Move.INFORM,))
        return asked.model_copy(update={"passage": before.passages[0], "asked_for": Request.EXPLAIN})
    if before.offer is Offer.CHECK and taken is False and brief:
        return goodbye(now)
    return _onwards(now) if taken is not None and brief else None


def _answer_to_hollow(now: Situation) -> Plan | None:
    """After one hollow reply another angle; after two ask whether this is useful; after that, goodbye.

    On the way home nothing is put another way: the next stop follows.
    """
    if now.turns and not now.round:
        return None  # a last word after the goodbye
    if now.before is not None and now.before.stage in WAY_HOME:
        return None
    hollow = 0
    for text, turn in zip(reversed(now.spoken), reversed(now.turns), strict=False):
        if not requests.is_hollow(text) or turn.offer is not None:
            break
        hollow += 1
    if hollow >= HOLLOW_BEFORE_CHECK:
        checked = any(turn.offer is Offer.CHECK for turn in now.round)
        return goodbye(now) if checked else Plan(moves=(Move.PERMISSION,), offer=Offer.CHECK)
    stage = Stage.AIM if now.goal is None and now.has(Stage.AIM) else Stage.ANGLE
    return about_goal(now, stage) if hollow and now.has(stage) else None


def _onwards(now: Situation) -> Plan:
    if now.turns and not now.round and not now.latest and len(now.last.split()) < FEW_WORDS:
        return Plan(moves=(Move.CLOSE,))
    asked = asks(now.round)
    settled = now.verdict.settled and (asked >= FEWEST_ASKS or not now.first_round)
    on_its_way = any(turn.stage in WAY_HOME for turn in now.round)  # what unsettles the verdict now comes too late
    if settled or on_its_way or asked >= max(now.max_asks - 1, 1):
        return ending(now)
    offered = any(turn.offer is Offer.PASSAGE for turn in now.round)
    if requests.is_at_a_loss(now.last) and now.near.passage and not offered and len(now.spoken) > 1:
        return Plan(moves=(Move.REFLECT, Move.PERMISSION), offer=Offer.PASSAGE, may_quote=now.may_quote)
    stage = _first_stage(now)
    if stage is not None:
        return given_back(about_goal(now, stage), now)
    insights = sum(turn.stage is Stage.INSIGHT for turn in now.round)
    if requests.turns_inward(now.last) and insights < MOST_INSIGHTS and now.has(Stage.INSIGHT):
        felt = {"moves": (Move.REFLECT, Move.ASK), "must_reflect": True, "may_quote": now.may_quote}
        return about_goal(now, Stage.INSIGHT).model_copy(update=felt)  # no stock is taken at such a moment
    chosen = now.before is not None and now.before.stage in (Stage.CHOOSE, Stage.COMPARE)
    if chosen and not now.latest and len(now.last.split()) < FEW_WORDS and now.has(Stage.INSIGHT):
        return about_goal(now, Stage.INSIGHT)  # "the second one": stay with it
    mentioned = _mentioned(now)
    found = next_subject(now.turns, now.verdict, now.table, now.left, mentioned, now.near.goal)
    if found is not None:
        subject, link = found
        choice = next_choice(subject, now.verdict, now.table, now.left, now.turns)
        return given_back(question(Stage.CRITERION, choice, (Move.ASK,), link), now)
    return given_back(about_goal(now, Stage.INSIGHT), now) if now.has(Stage.INSIGHT) else ending(now)


def _first_stage(now: Situation) -> Stage | None:
    """Return what comes before any subject: the aim where none was named, then one occasion, unless it was told."""
    if not now.first_round:
        return None
    asked = {turn.stage for turn in now.turns}
    if Stage.CRITERION in asked:
        return None
    if not {Stage.AIM, Stage.SCENE} & asked and not requests.names_aim(now.last) and now.has(Stage.AIM):
        return Stage.AIM
    told = any(piece.certainty is Certainty.SHOWN for piece in now.latest)
    return Stage.SCENE if Stage.SCENE not in asked and not told and now.has(Stage.SCENE) else None


def _mentioned(now: Situation) -> tuple[str, ...]:
    """Return the criteria that the latest words are about, the clearest first."""
    heard_in = sorted(now.latest, key=lambda piece: (-piece.certainty.step, piece.key))
    near = [now.near.latest] if now.near.latest is not None else []
    return tuple(dict.fromkeys([*(piece.criterion for piece in heard_in), *near]))
