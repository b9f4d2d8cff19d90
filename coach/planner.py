"""What the next coach turn does, about what, and why. Pure.

The manager's goal comes first; until there is a tier the core criteria come next; then whatever is
expected to say most about the tier. It plans moves, never wording: asking/ has the words.
"""

import math
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from coach.conversation import CoachTurn, Conversation, Frozen, Move
from coach.decision import DecisionTable
from coach.evidence import Certainty, Evidence
from coach.requests import Request, is_hollow, names_step, request_of
from coach.rubric import Cell, Level
from coach.verdict import Rating, Verdict

GOAL = "goal"
ASKS_ON_ONE_SUBJECT = 2
MOST_ASKS_BARE = 2
SUMMARY_EVERY = 4
SURELY = 3
FEW_WORDS = 12


class Heard(StrEnum):
    """What has been heard about a criterion, as the question bank sorts its questions."""

    NOTHING = "nothing"
    CONCERN = "concern"
    MIXED = "mixed"
    STRENGTH_CLAIMED = "strength_claimed"
    STRENGTH_SHOWN = "strength_shown"


class Stage(StrEnum):
    """Which shelf of the bank the question comes from."""

    OPENING = "opening"
    CRITERION = "criterion"
    ANGLE = "angle"
    COMPARE = "compare"
    CHOOSE = "choose"
    RETURN = "return"
    STEP = "step"


class Plan(Frozen):
    """The next turn: its moves, what they are about, and what they may lean on.

    `reflect_on` is the evidence a reflection gives back; `may_quote` allows its words to be quoted;
    `sure` says that the same was heard often and never contradicted; `gathered` is what a summary or
    close says back; `bridge` announces a new subject; `step_named` that the last words were a step.
    """

    moves: tuple[Move, ...]
    stage: Stage | None = None
    criterion: str | None = None
    heard: Heard | None = None
    reflect_on: Evidence | None = None
    may_quote: bool = False
    sure: bool = False
    gathered: tuple[Evidence, ...] = ()
    bridge: bool = False
    step_named: bool = False
    request: Request | None = None


class _Situation(NamedTuple):
    """What a plan is made from: the coach's turns, those since its last goodbye, and what was heard."""

    turns: tuple[CoachTurn, ...]
    round: tuple[CoachTurn, ...]
    latest: tuple[Evidence, ...]
    verdict: Verdict
    table: DecisionTable
    left: Mapping[str, int]
    near: str | None
    step_named: bool

    @property
    def quoted_before(self) -> bool:
        return bool(self.turns and self.turns[-1].quotes)

    def asked_in_round(self, prefix: str) -> bool:
        return any((turn.question or "").startswith(prefix) for turn in self.round)


def plan(
    conversation: Conversation,
    verdict: Verdict,
    table: DecisionTable,
    questions_left: Mapping[str, int],
    max_asks: int,
    near: str | None = None,
) -> Plan:
    """Return the next turn after the manager's last message (or the opening, before the first).

    `questions_left` is, by criterion and by stage of the goal, how many questions were not asked yet;
    `near` is the criterion that the manager's last words are about, where that is clear. After a goodbye
    the manager may go on, and another round of at most `max_asks` begins.
    """
    spoken = [conversation.messages[i].content for i in conversation.manager_indexes()]
    if not spoken:
        return Plan(moves=(Move.ASK,), stage=Stage.OPENING, criterion=GOAL)
    now = _situation(conversation, verdict, table, questions_left, near)
    request = request_of(spoken[-1])
    if request is not None:
        return _granted(request, now)
    hollow = _trailing_hollow(spoken)
    if hollow >= 2:
        return Plan(moves=(Move.CLOSE,), gathered=() if now.round != now.turns else _gathered(now))
    opening = 0 if now.round != now.turns else 1
    asked = sum(Move.ASK in turn.moves for turn in now.round) - opening
    if now.turns and not now.round and not now.latest and len(spoken[-1].split()) < FEW_WORDS:
        return Plan(moves=(Move.CLOSE,))  # a last word after the goodbye
    if verdict.settled or asked >= max_asks:
        return _ending(now)
    if hollow and questions_left.get(Stage.ANGLE, 0):
        return _answered(Plan(moves=(Move.ASK,), stage=Stage.ANGLE, criterion=GOAL), now)
    subject = _subject(now)
    if subject is None:
        return _ending(now)
    before = now.turns[-1].criterion if now.turns else None
    ask = Plan(
        moves=(Move.ASK,),
        stage=Stage.CRITERION,
        criterion=subject,
        heard=heard(verdict.rating(subject), verdict),
        bridge=before not in (subject, None, GOAL),
    )
    return _with_reflection(ask, now)


def heard(rating: Rating, verdict: Verdict) -> Heard:
    """Return what has been heard about a criterion, as the bank sorts its questions.

    Both sides are said to have been heard only where each was heard twice: one misreading would do otherwise.
    """
    if rating.level is Level.UNKNOWN:
        return Heard.NOTHING
    if rating.level in (Level.CONCERN, Level.HINT_OF_CONCERN):
        return Heard.CONCERN
    if rating.level is Level.MIXED:
        sides = Counter(verdict.evidence[number].polarity for number in rating.evidence)
        return Heard.MIXED if min(sides["concern"], sides["strength"]) >= 2 else Heard.NOTHING
    return Heard.STRENGTH_SHOWN if rating.strength is Certainty.SHOWN else Heard.STRENGTH_CLAIMED


def _situation(
    conversation: Conversation,
    verdict: Verdict,
    table: DecisionTable,
    left: Mapping[str, int],
    near: str | None,
) -> _Situation:
    turns = conversation.coach_turns()
    goodbyes = [number for number, turn in enumerate(turns) if Move.CLOSE in turn.moves]
    last = conversation.manager_indexes()[-1]
    said = conversation.messages[last].content
    return _Situation(
        turns=turns,
        round=turns[goodbyes[-1] + 1 :] if goodbyes else turns,
        latest=tuple(piece for piece in verdict.evidence if piece.message == last),
        verdict=verdict,
        table=table,
        left=left,
        near=near,
        step_named=bool(turns) and (turns[-1].question or "").startswith("goal-step") and names_step(said),
    )


def _granted(request: Request, now: _Situation) -> Plan:
    """Do what the manager asked for; the question after it is left out when none is left."""
    if request is Request.STOP:
        gathered = () if now.round != now.turns else _gathered(now)
        return Plan(moves=(Move.CLOSE,), gathered=gathered, request=request)
    if request is Request.WHY:
        return Plan(moves=(Move.INFORM,), request=request)
    stage = Stage.CHOOSE if request is Request.ADVISE else Stage.COMPARE
    moves = (Move.INFORM, Move.ASK) if now.left.get(stage, 0) else (Move.INFORM,)
    return Plan(moves=moves, stage=stage, criterion=GOAL, request=request)


def information(criterion: str, cells: Mapping[str, Cell], table: DecisionTable) -> tuple[float, float]:
    """Return how many bits an answer about a criterion is expected to say about the tier.

    The first number is the entropy of the tier over the criterion's possible answers, each kind that the
    rules tell apart being equally likely; the second, to break ties, averages it over the answers about
    one more open criterion as well.
    """
    alone = _entropy(cells, table, (criterion,))
    others = [other for other, cell in cells.items() if cell == (0, 0) and other != criterion]
    together = [_entropy(cells, table, (criterion, other)) for other in others]
    return round(alone, 9), round(sum(together) / len(together), 9) if together else 0.0


def _entropy(cells: Mapping[str, Cell], table: DecisionTable, asked: tuple[str, ...]) -> float:
    rule_after = table.outcomes(cells, asked)
    tiers = Counter(table.tier(rule_after(a)) for a in product(*(table.answers(criterion) for criterion in asked)))
    total = sum(tiers.values())
    return -sum(n / total * math.log2(n / total) for n in tiers.values())


def _subject(now: _Situation) -> str | None:
    """Return the criterion to ask about: where the manager is, then the core, then most information."""
    asked = Counter(turn.criterion for turn in now.turns if Move.ASK in turn.moves)
    verdict, cells, rubric = now.verdict, now.verdict.cells, now.table.rubric
    for piece in sorted(now.latest, key=lambda piece: -piece.certainty.step)[:1]:
        name = piece.criterion
        worth_staying = heard(verdict.rating(name), verdict) is not Heard.STRENGTH_SHOWN
        if worth_staying and asked[name] < ASKS_ON_ONE_SUBJECT and now.left.get(name, 0):
            return name
    if now.near is not None and now.left.get(now.near, 0) and not asked[now.near]:
        return now.near
    candidates = [c.id for c in rubric.criteria if now.left.get(c.id, 0) and asked[c.id] < ASKS_ON_ONE_SUBJECT]
    core = {criterion.id for criterion in rubric.criteria if criterion.core}
    unheard_core = [c for c in candidates if c in core and cells[c] == (0, 0)]
    pool = unheard_core if unheard_core and rubric.rank(verdict.tier) is None else candidates
    fresh = [c for c in pool if cells[c] == (0, 0)] or pool
    return max(fresh, key=lambda c: (-asked[c], information(c, cells, now.table), -candidates.index(c)), default=None)


def _with_reflection(ask: Plan, now: _Situation) -> Plan:
    """Join the ask with a summary when one is due, with a reflection when there is something to give back.

    Words are quoted only where the question stays with them; a bridge leads to another subject without.
    """
    since_summary = next(
        (back for back, turn in enumerate(reversed(now.turns)) if Move.SUMMARISE in turn.moves), len(now.turns)
    )
    gathered = _gathered(now)
    if since_summary >= SUMMARY_EVERY - 1 and len(gathered) >= 2 and not now.quoted_before:
        return ask.model_copy(update={"moves": (Move.SUMMARISE, Move.ASK), "gathered": gathered})
    stays = ask.criterion == GOAL or any(piece.criterion == ask.criterion for piece in now.latest)
    summary_next = since_summary == SUMMARY_EVERY - 2  # it will quote
    may_quote = stays and not now.quoted_before and not summary_next
    related = [piece for piece in now.latest if piece.criterion == ask.criterion] or list(now.latest)
    if related and stays:
        strongest = max(related, key=lambda piece: (piece.certainty.step, -piece.start))
        sure = _is_sure(strongest, now.verdict)
        if sure or may_quote:
            update = {"moves": (Move.REFLECT, Move.ASK), "reflect_on": strongest, "sure": sure}
            return ask.model_copy(update={**update, "may_quote": may_quote})
    return _answered(ask, now, may_quote)


def _answered(ask: Plan, now: _Situation, may_quote: bool = False) -> Plan:
    """Return the ask alone, or with a reflection where two asks in a row went without."""
    bare = 0
    for turn in reversed(now.turns):
        if Move.ASK not in turn.moves or {Move.REFLECT, Move.SUMMARISE} & set(turn.moves):
            break
        bare += 1
    if bare >= MOST_ASKS_BARE:
        return ask.model_copy(update={"moves": (Move.REFLECT, Move.ASK), "may_quote": may_quote})
    return ask


def _ending(now: _Situation) -> Plan:
    """Return to the goal, then to one step, then close; a round with nothing left to ask only listens."""
    for prefix, stage in (("goal-return", Stage.RETURN), ("goal-step", Stage.STEP)):
        if not now.asked_in_round(prefix) and now.left.get(stage, 0):
            return _with_reflection(Plan(moves=(Move.ASK,), stage=stage, criterion=GOAL), now)
    if not any(Move.ASK in turn.moves for turn in now.round):
        return Plan(moves=(Move.REFLECT,), may_quote=not now.quoted_before)
    return Plan(moves=(Move.CLOSE,), gathered=() if now.step_named else _gathered(now), step_named=now.step_named)


def _gathered(now: _Situation) -> tuple[Evidence, ...]:
    """Return up to three things to say back, in the order they were said.

    The firmest of each criterion; what was said back before gives way to what was not, older to newer.
    """
    verdict = now.verdict
    said_back = {quote for turn in now.turns for quote in turn.quotes}
    fresh = [piece for piece in verdict.evidence if not any(quote in piece.quote for quote in said_back)]
    firmest: dict[str, Evidence] = {}
    for piece in fresh:
        best = firmest.get(piece.criterion)
        if best is None or (piece.certainty.step, piece.message) >= (best.certainty.step, best.message):
            firmest[piece.criterion] = piece
    chosen = sorted(firmest.values(), key=lambda piece: (-piece.certainty.step, -piece.message, piece.key))[:3]
    return tuple(sorted(chosen, key=lambda piece: piece.key))


def _is_sure(piece: Evidence, verdict: Verdict) -> bool:
    """Say whether the same indicator was heard in three places, with nothing against it on its criterion."""
    rating = verdict.rating(piece.criterion)
    same = [verdict.evidence[number] for number in rating.evidence]
    return len(same) >= SURELY and all(other.indicator == piece.indicator for other in same)


def _trailing_hollow(spoken: list[str]) -> int:
    count = 0
    for text in reversed(spoken):
        if not is_hollow(text):
            break
        count += 1
    return count
