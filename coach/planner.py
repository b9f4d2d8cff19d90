"""What the next coach turn does, about what, and why. Pure.

The manager's goal comes first; until there is a tier the core criteria come next; then whatever is
expected to say most about the tier. It plans moves, never wording: asking/ has the words.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from itertools import product

from coach.conversation import CoachTurn, Conversation, Frozen, Move, straight
from coach.decision import DecisionTable
from coach.evidence import Certainty, Evidence
from coach.rubric import Cell, Level
from coach.verdict import Rating, Verdict

GOAL = "goal"
ASKS_ON_ONE_SUBJECT = 2
MOST_ASKS_BARE = 2
SUMMARY_EVERY = 4


class Request(StrEnum):
    """Something the manager asks of the coach, in so many words."""

    STOP = "stop"
    WHY = "why"
    EXPLAIN = "explain"
    ADVISE = "advise"


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
    `sure` says that the same was heard more than once and never contradicted; `gathered` is what a
    summary or close says back; `bridge` announces a new subject.
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
    request: Request | None = None


_LEAD = r"(?:^|[.!?]\s+)\W*(?:so |and |but |well |ok(?:ay)?,? |sorry,? |please )*"
_THANKS = r"(?:,? (?:thanks|thank you|cheers|bye|for (?:now|today)|now|here|there))*"
_REQUESTS: tuple[tuple[Request, re.Pattern[str]], ...] = tuple(
    (request, re.compile(pattern, re.IGNORECASE))
    for request, pattern in (
        (
            Request.STOP,
            rf"^\W*(?:(?:please )?(?:stop|quit|bye|goodbye|that's (?:all|it|enough)|i'm done|"
            rf"i have to (?:go|stop|leave)|let's (?:stop|leave it)|(?:enough|no more)(?: questions)?){_THANKS}|"
            r"(?:ok(?:ay)?|thanks|thank you|cheers)[\w ,]{0,20}\b(?:good)?bye)\W*$",
        ),
        (Request.WHY, r"\bwhy (?:do|are|did|would) you (?:ask|want to know|asking)"),
        (
            Request.ADVISE,
            rf"{_LEAD}(?:just tell me|what (?:would you|should i) do|what do you (?:suggest|recommend|advise)|"
            r"give me (?:some |your )?(?:advice|a straight answer)|any (?:advice|tips|suggestions))\b",
        ),
        (
            Request.EXPLAIN,
            r"^\W*(?:so |and |but |ok(?:ay)?,? |sorry,? )?(?:what(?:'s| is| are| does)|how (?:does|do i|can i|would i)|"
            r"(?:can|could) you (?:explain|tell me (?:what|more))|what do you mean by|explain|do you think|should i)\b"
            r"[^.!?]{3,140}\?\s*$",
        ),
    )
)

_HOLLOW = re.compile(
    r"^\W*((ok(ay)?|yes|yeah|yep|no|nope|nah|dunno|(i )?don'?t know|not sure|idk|maybe|fine|sure|whatever|"
    r"hm+|right|i guess( so)?|no idea|nothing|next|k|same|good|thanks)\W*){1,3}$",
    re.IGNORECASE,
)


def request_of(text: str) -> Request | None:
    """Return what the manager asks of the coach in this message, if anything."""
    return next((request for request, pattern in _REQUESTS if pattern.search(straight(text.strip()))), None)


def is_hollow(text: str) -> bool:
    """Say whether a reply carries nothing to go on ("ok", "dunno")."""
    return bool(_HOLLOW.match(straight(text.strip()))) or not any(character.isalnum() for character in text)


def plan(
    conversation: Conversation, verdict: Verdict, table: DecisionTable, questions_left: Mapping[str, int], max_asks: int
) -> Plan:
    """Return the next turn after the manager's last message (or the opening, before the first).

    `questions_left` is, by criterion and by stage of the goal, how many questions were not asked yet.
    """
    turns = conversation.coach_turns()
    spoken = [conversation.messages[i].content for i in conversation.manager_indexes()]
    if not spoken:
        return Plan(moves=(Move.ASK,), stage=Stage.OPENING, criterion=GOAL)
    request = request_of(spoken[-1])
    gathered = _gathered(verdict)
    closed = any(Move.CLOSE in turn.moves for turn in turns)
    if request is Request.STOP:
        return Plan(moves=(Move.CLOSE,), gathered=() if closed else gathered, request=request)
    if request is Request.WHY:
        return Plan(moves=(Move.INFORM,), request=request)
    if request is not None:
        stage = Stage.CHOOSE if request is Request.ADVISE else Stage.COMPARE
        moves = (Move.INFORM, Move.ASK) if questions_left.get(stage, 0) else (Move.INFORM,)
        return Plan(moves=moves, stage=stage, criterion=GOAL, request=request)
    hollow = _trailing_hollow(spoken)
    if hollow >= 2:
        return Plan(moves=(Move.CLOSE,), gathered=() if closed else gathered)
    latest = _latest(conversation, verdict)
    asked = sum(Move.ASK in turn.moves for turn in turns) - 1
    said_goodbye = closed and any((turn.question or "").startswith("goal-step") for turn in turns)
    if verdict.settled or asked >= max_asks or said_goodbye:
        return _ending(turns, latest, gathered, questions_left, verdict)
    if hollow == 1 and questions_left.get(Stage.ANGLE, 0):
        angle = Plan(moves=(Move.ASK,), stage=Stage.ANGLE, criterion=GOAL)
        return _with_reflection(angle, turns, latest, gathered, verdict)
    subject = _subject(turns, verdict, table, questions_left, latest)
    if subject is None:
        return _ending(turns, latest, gathered, questions_left, verdict)
    before = turns[-1].criterion if turns else None
    ask = Plan(
        moves=(Move.ASK,),
        stage=Stage.CRITERION,
        criterion=subject,
        heard=heard(verdict.rating(subject)),
        bridge=before not in (subject, None, GOAL),
    )
    return _with_reflection(ask, turns, latest, gathered, verdict)


def heard(rating: Rating) -> Heard:
    """Return what has been heard about a criterion, as the bank sorts its questions."""
    if rating.level is Level.UNKNOWN:
        return Heard.NOTHING
    if rating.level in (Level.CONCERN, Level.HINT_OF_CONCERN):
        return Heard.CONCERN
    if rating.level is Level.MIXED:
        return Heard.MIXED
    return Heard.STRENGTH_SHOWN if rating.strength is Certainty.SHOWN else Heard.STRENGTH_CLAIMED


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


def _subject(
    turns: tuple[CoachTurn, ...],
    verdict: Verdict,
    table: DecisionTable,
    left: Mapping[str, int],
    latest: tuple[Evidence, ...],
) -> str | None:
    """Return the criterion to ask about: stay while it yields, then the core, then most information."""
    asked = Counter(turn.criterion for turn in turns if Move.ASK in turn.moves)
    touched = [piece.criterion for piece in sorted(latest, key=lambda piece: -piece.certainty.step)]
    for criterion in touched[:1]:
        worth_staying = heard(verdict.rating(criterion)) is not Heard.STRENGTH_SHOWN
        if worth_staying and asked[criterion] < ASKS_ON_ONE_SUBJECT and left.get(criterion, 0):
            return criterion
    cells = verdict.cells
    candidates = [c.id for c in table.rubric.criteria if left.get(c.id, 0) and asked[c.id] < ASKS_ON_ONE_SUBJECT]
    core = {criterion.id for criterion in table.rubric.criteria if criterion.core}
    unheard_core = [c for c in candidates if c in core and cells[c] == (0, 0)]
    has_tier = table.rubric.rank(verdict.tier) is not None
    pool = unheard_core if unheard_core and not has_tier else candidates
    fresh = [c for c in pool if cells[c] == (0, 0)] or pool
    return max(fresh, key=lambda c: (-asked[c], information(c, cells, table), -candidates.index(c)), default=None)


def _with_reflection(
    ask: Plan,
    turns: tuple[CoachTurn, ...],
    latest: tuple[Evidence, ...],
    gathered: tuple[Evidence, ...],
    verdict: Verdict,
) -> Plan:
    """Join the ask with a summary when one is due, with a reflection when there is something to give back."""
    since_summary = len(turns)
    for back, turn in enumerate(reversed(turns)):
        if Move.SUMMARISE in turn.moves:
            since_summary = back
            break
    quoted_before = bool(turns and turns[-1].quotes)
    summary_due = since_summary >= SUMMARY_EVERY - 1 and len(gathered) >= 2
    if summary_due and not quoted_before:
        return ask.model_copy(update={"moves": (Move.SUMMARISE, Move.ASK), "gathered": gathered})
    may_quote = not quoted_before and since_summary != SUMMARY_EVERY - 2  # a summary, which quotes, may follow
    if latest:
        strongest = max(latest, key=lambda piece: (piece.certainty.step, -piece.start))
        sure = _is_sure(strongest, verdict)
        if sure or may_quote:
            update = {"moves": (Move.REFLECT, Move.ASK), "reflect_on": strongest, "sure": sure}
            return ask.model_copy(update={**update, "may_quote": may_quote})
    bare = 0
    for turn in reversed(turns):
        if Move.ASK not in turn.moves or {Move.REFLECT, Move.SUMMARISE} & set(turn.moves):
            break
        bare += 1
    if bare >= MOST_ASKS_BARE:
        return ask.model_copy(update={"moves": (Move.REFLECT, Move.ASK), "may_quote": may_quote})
    return ask


def _ending(
    turns: tuple[CoachTurn, ...],
    latest: tuple[Evidence, ...],
    gathered: tuple[Evidence, ...],
    left: Mapping[str, int],
    verdict: Verdict,
) -> Plan:
    """Return to the goal, then to one step, then close; afterwards only acknowledge."""
    done = [turn.question or "" for turn in turns]
    if not any(question.startswith("goal-return") for question in done) and left.get(Stage.RETURN, 0):
        ask = Plan(moves=(Move.ASK,), stage=Stage.RETURN, criterion=GOAL)
        return _with_reflection(ask, turns, latest, gathered, verdict)
    if not any(question.startswith("goal-step") for question in done) and left.get(Stage.STEP, 0):
        ask = Plan(moves=(Move.REFLECT, Move.ASK), stage=Stage.STEP, criterion=GOAL)
        return ask.model_copy(update={"may_quote": not (turns and turns[-1].quotes)})
    if any(Move.CLOSE in turn.moves for turn in turns):
        return Plan(moves=(Move.REFLECT,), may_quote=not (turns and turns[-1].quotes))
    return Plan(moves=(Move.CLOSE,), gathered=gathered)


def _latest(conversation: Conversation, verdict: Verdict) -> tuple[Evidence, ...]:
    last = conversation.manager_indexes()[-1]
    return tuple(piece for piece in verdict.evidence if piece.message == last)


def _gathered(verdict: Verdict) -> tuple[Evidence, ...]:
    """Return up to three things to say back: the firmest of each criterion, in the order they were said."""
    firmest = []
    for rating in verdict.ratings:
        pieces = [verdict.evidence[number] for number in rating.evidence]
        if pieces:
            firmest.append(max(pieces, key=lambda piece: (piece.certainty.step, -piece.message, -piece.start)))
    chosen = sorted(firmest, key=lambda piece: -piece.certainty.step)[:3]
    return tuple(sorted(chosen, key=lambda piece: piece.key))


def _is_sure(piece: Evidence, verdict: Verdict) -> bool:
    """Say whether the same indicator was heard in two places, with nothing against it on its criterion."""
    rating = verdict.rating(piece.criterion)
    same = [verdict.evidence[number] for number in rating.evidence]
    return len(same) >= 2 and all(other.indicator == piece.indicator for other in same)


def _trailing_hollow(spoken: list[str]) -> int:
    count = 0
    for text in reversed(spoken):
        if not is_hollow(text):
            break
        count += 1
    return count
