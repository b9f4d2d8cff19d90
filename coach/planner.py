"""What the next coach turn does, about what, and why. Pure.

The manager's goal comes first; until there is a tier the core criteria come next; then whatever is
expected to say most about the tier. It plans moves, never wording: asking/ has the words, inquiry.py
chooses the question.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coach import requests
from coach.conversation import CoachTurn, Conversation, Focus, Frozen, Kind, Link, Move, Offer, Stage, straight
from coach.decision import DecisionTable
from coach.evidence import Certainty, Evidence
from coach.inquiry import Choice, Heard, balanced, contradiction, next_choice, next_subject, varied
from coach.requests import Request
from coach.rubric import Tier
from coach.verdict import Verdict

GOAL = "goal"
GIVING_BACK = frozenset({Move.REFLECT, Move.SUMMARISE, Move.AFFIRM})
WAY_HOME = frozenset({Stage.RETURN, Stage.STEP, Stage.DAY})
MOST_ASKS_BARE = 2
SUMMARY_EVERY = 4
AFFIRM_EVERY = 4
SURELY = 3
FEW_WORDS = 12
MANY_WORDS = 25
MOST_GATHERED = 3
FEWEST_GATHERED = 2
HOLLOW_BEFORE_CHECK = 2
FEWEST_ASKS = 5
SECOND_PERSON = frozenset({"you", "your", "yours", "yourself", "yourselves", "are", "were", "weren", "have", "d", "ll"})


class Plan(Frozen):
    """The next turn: its moves, what they are about, and what they may lean on.

    `stage`, `criterion`, `kind`, `heard` and `focus` say which question; `link` how it is joined to what
    came before. `reflect_on` is the evidence a reflection or affirmation gives back; `must_reflect` says
    that a turn without one will not do; `may_quote` allows quoting; `sure` says that the same was heard
    often and never contradicted. `gathered` is what a summary or close says back, `contradiction` two
    things that speak against each other, `open_point` a criterion nothing was heard about. `goal`, `step`
    and `day` are the messages in which the manager named them. `offer` is what a permission offers,
    `passage` the one that was offered and wanted. `asked_for` is what the manager asked of the coach,
    `tier` and `settled` the answer to one request.
    """

    moves: tuple[Move, ...]
    stage: Stage | None = None
    criterion: str | None = None
    kind: Kind | None = None
    heard: Heard | None = None
    focus: Focus | None = None
    link: Link | None = None
    reflect_on: Evidence | None = None
    must_reflect: bool = False
    may_quote: bool = False
    sure: bool = False
    gathered: tuple[Evidence, ...] = ()
    contradiction: tuple[Evidence, Evidence] | None = None
    open_point: str | None = None
    goal: int | None = None
    step: int | None = None
    day: int | None = None
    offer: Offer | None = None
    passage: str | None = None
    asked_for: Request | None = None
    tier: Tier | None = None
    settled: bool = False


class Near(NamedTuple):
    """The criteria that the manager's latest words and their goal are about, where the source material is clear."""

    latest: str | None = None
    goal: str | None = None


class _Situation(NamedTuple):
    """What a plan is made from; `round` are the turns since the last goodbye, `spoken` the manager's messages."""

    turns: tuple[CoachTurn, ...]
    round: tuple[CoachTurn, ...]
    spoken: tuple[str, ...]
    indexes: tuple[int, ...]
    latest: tuple[Evidence, ...]
    verdict: Verdict
    table: DecisionTable
    left: Sequence[Choice]
    near: Near
    goal: int | None
    max_asks: int
    surely: int

    @property
    def last(self) -> str:
        return self.spoken[-1]

    @property
    def before(self) -> CoachTurn | None:
        """Return the turn that the last message answers: what the coach told in between leaves a question standing."""
        return next((turn for turn in reversed(self.turns) if not _only_tells(turn)), None)

    @property
    def answered(self) -> tuple[tuple[CoachTurn, int], ...]:
        """Return the manager's messages of this round, each with the turn that stood when it was said."""
        told = zip(self.round, self.indexes[len(self.indexes) - len(self.round) :], strict=False)
        stood: list[tuple[CoachTurn, int]] = []
        for turn, index in told:
            stood.append((stood[-1][0] if stood and _only_tells(turn) else turn, index))
        return tuple(stood)

    @property
    def first_round(self) -> bool:
        return self.round == self.turns

    def has(self, stage: Stage) -> bool:
        return any(choice.shelf == stage for choice in self.left)

    def asked_in_round(self, stage: Stage) -> bool:
        return any(turn.stage is stage for turn in self.round)

    def since(self, *moves: Move) -> int:
        """Return how many turns ago one of these moves was made; as many as there are turns if never."""
        return next((n for n, turn in enumerate(reversed(self.turns)) if set(moves) & set(turn.moves)), len(self.turns))


def _only_tells(turn: CoachTurn) -> bool:
    return turn.moves == (Move.INFORM,)


def goal_message(conversation: Conversation) -> int | None:
    """Return the message in which the manager said what this talk is for: the answer to the question about it.

    A request for advice that says what about is one too ("how do I get them to…"); "just tell me" is not.
    """
    found = None
    before: CoachTurn | None = None
    for index, message in enumerate(conversation.messages):
        if message.role == "assistant":
            if message.turn is None or not _only_tells(message.turn):
                before = message.turn
        elif not requests.is_hollow(message.content) and (before is None or before.stage in (Stage.AIM, Stage.OPENING)):
            request = requests.request_of(message.content)
            wanted = request is None or (request is Request.ADVISE and requests.says_what(message.content))
            if wanted and (found is None or (before is not None and before.stage is Stage.AIM)):
                found = index
    return found


def progress(conversation: Conversation, max_asks: int) -> tuple[int, int]:
    """Return how many questions of this round were asked, the opening apart, and about how many there will be."""
    return min(_asked(_round(conversation.coach_turns())), max_asks), max_asks


def plan(
    conversation: Conversation,
    verdict: Verdict,
    table: DecisionTable,
    left: Sequence[Choice],
    max_asks: int,
    near: Near | None = None,
    surely: int = 1,
) -> Plan:
    """Return the next turn after the manager's last message (or the opening, before the first).

    `left` are the questions that were not asked yet; `surely` is in how many messages the reader must
    hear something before the conversation leans on it. After a goodbye the manager may go on, and another
    round of about `max_asks` questions begins.
    """
    indexes = conversation.manager_indexes()
    if not indexes:
        return Plan(moves=(Move.ASK,), stage=Stage.OPENING, criterion=GOAL)
    turns = conversation.coach_turns()
    now = _Situation(
        turns=turns,
        round=_round(turns),
        spoken=tuple(conversation.messages[i].content for i in indexes),
        indexes=indexes,
        latest=tuple(piece for piece in verdict.evidence if piece.message == indexes[-1]),
        verdict=verdict,
        table=table,
        left=left,
        near=near or Near(),
        goal=goal_message(conversation),
        max_asks=max_asks,
        surely=surely,
    )
    return _answer_to_request(now) or _answer_to_offer(now) or _answer_to_hollow(now) or _onwards(now)


def _round(turns: tuple[CoachTurn, ...]) -> tuple[CoachTurn, ...]:
    goodbyes = [number for number, turn in enumerate(turns) if Move.CLOSE in turn.moves]
    return turns[goodbyes[-1] + 1 :] if goodbyes else turns


def _asked(turns: Sequence[CoachTurn]) -> int:
    """Count the questions that lead on: neither the opening nor those that answer a question of the manager's."""
    aside = (Stage.OPENING, Stage.COMPARE, Stage.CHOOSE)
    return sum(Move.ASK in turn.moves and turn.stage not in aside for turn in turns)


def _answer_to_request(now: _Situation) -> Plan | None:
    """Do what the manager asks for; what they hope to get from the talk is their goal and no request yet."""
    wanted = requests.request_of(now.last)
    if wanted is None or (wanted is Request.ADVISE and now.goal == now.indexes[-1]):
        return None
    if wanted is Request.STOP:
        return _goodbye(now, asked_for=wanted)
    if wanted is Request.VERDICT:
        tier = now.table.rubric.tier_of[now.verdict.tier]
        return Plan(moves=(Move.INFORM,), asked_for=wanted, tier=tier, settled=now.verdict.settled)
    if wanted in (Request.WHY, Request.PRIVACY, Request.WHO, Request.LENGTH):
        return Plan(moves=(Move.INFORM,), asked_for=wanted)
    if wanted in (Request.UNCLEAR, Request.MISSED):
        return _repair(now, wanted)
    stage = Stage.CHOOSE if wanted is Request.ADVISE else Stage.COMPARE
    if not now.has(stage):
        return Plan(moves=(Move.INFORM,), asked_for=wanted)
    return _about_goal(now, stage, Move.INFORM).model_copy(update={"asked_for": wanted})


def _repair(now: _Situation, wanted: Request) -> Plan:
    """Put the last question another way where it was not understood, else own up and ask for a better one."""
    before = now.before
    again = [c for c in now.left if before is not None and c.shelf == (before.criterion or "")]
    if wanted is Request.UNCLEAR and before is not None and before.stage is Stage.CRITERION and again:
        choice = next_choice(str(before.criterion), now.verdict, now.table, now.left, now.turns, now.surely)
        return _question(Stage.CRITERION, choice, (Move.REFLECT, Move.ASK), Link.STAYS, asked_for=wanted)
    if now.has(Stage.ANGLE):
        return _about_goal(now, Stage.ANGLE, Move.REFLECT).model_copy(update={"asked_for": wanted})
    return Plan(moves=(Move.REFLECT,), asked_for=wanted)


def _answer_to_offer(now: _Situation) -> Plan | None:
    """Take the answer to a permission as such: a yes or no there is not a hollow reply."""
    before = now.before
    if before is None or before.offer is None:
        return None
    taken = requests.agrees(now.last)
    brief = len(now.last.split()) < FEW_WORDS
    if before.offer is Offer.PASSAGE and taken and brief:
        asked = _about_goal(now, Stage.COMPARE, Move.INFORM) if now.has(Stage.COMPARE) else Plan(moves=(Move.INFORM,))
        return asked.model_copy(update={"passage": before.passages[0], "asked_for": Request.EXPLAIN})
    if before.offer is Offer.CHECK and taken is False and brief:
        return _goodbye(now)
    return _onwards(now) if taken is not None and brief else None


def _answer_to_hollow(now: _Situation) -> Plan | None:
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
        return _goodbye(now) if checked else Plan(moves=(Move.PERMISSION,), offer=Offer.CHECK)
    stage = Stage.AIM if now.goal is None and now.has(Stage.AIM) else Stage.ANGLE
    return _about_goal(now, stage) if hollow and now.has(stage) else None


def _onwards(now: _Situation) -> Plan:
    if now.turns and not now.round and not now.latest and len(now.last.split()) < FEW_WORDS:
        return Plan(moves=(Move.CLOSE,))
    asked = _asked(now.round)
    settled = now.verdict.settled and (asked >= FEWEST_ASKS or not now.first_round)
    on_its_way = any(turn.stage in WAY_HOME for turn in now.round)  # what unsettles the verdict now comes too late
    if settled or on_its_way or asked >= max(now.max_asks - 1, 1):
        return _ending(now)
    offered = any(turn.offer is Offer.PASSAGE for turn in now.round)
    if requests.is_at_a_loss(now.last) and not offered and len(now.spoken) > 1:
        return Plan(moves=(Move.REFLECT, Move.PERMISSION), offer=Offer.PASSAGE, may_quote=_may_quote(now))
    if now.first_round and not any(turn.stage in (Stage.AIM, Stage.SCENE) for turn in now.turns):
        stage = Stage.SCENE if requests.names_aim(now.last) else Stage.AIM
        shown = any(piece.certainty is Certainty.SHOWN for piece in now.latest)
        if now.has(stage) and not (stage is Stage.SCENE and shown):
            return _given_back(_about_goal(now, stage), now)
    chosen = now.before is not None and now.before.stage in (Stage.CHOOSE, Stage.COMPARE)
    if chosen and not now.latest and len(now.last.split()) < FEW_WORDS and now.has(Stage.INSIGHT):
        return _about_goal(now, Stage.INSIGHT)  # "the second one": stay with it
    mentioned = _mentioned(now)
    found = next_subject(now.turns, now.verdict, now.table, now.left, mentioned, now.near.goal, now.surely)
    if found is not None:
        subject, link = found
        choice = next_choice(subject, now.verdict, now.table, now.left, now.turns, now.surely)
        return _given_back(_question(Stage.CRITERION, choice, (Move.ASK,), link), now)
    return _given_back(_about_goal(now, Stage.INSIGHT), now) if now.has(Stage.INSIGHT) else _ending(now)


def _mentioned(now: _Situation) -> tuple[str, ...]:
    """Return the criteria that the latest words are about, the clearest first."""
    heard_in = sorted(now.latest, key=lambda piece: (-piece.certainty.step, piece.key)) if now.surely == 1 else []
    near = [now.near.latest] if now.near.latest is not None else []
    return tuple(dict.fromkeys([*(piece.criterion for piece in heard_in), *near]))


def _question(
    stage: Stage, choice: Choice, moves: tuple[Move, ...], link: Link | None, asked_for: Request | None = None
) -> Plan:
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


def _about_goal(now: _Situation, stage: Stage, *first: Move) -> Plan:
    """Return an ask from a stage of the goal, which must have one left; moves that come before it are joined.

    Where the coach asked twice without giving anything back, a reflection is put before them.
    """
    shelf = [choice for choice in now.left if choice.shelf == stage]
    choice = balanced(varied(shelf, now.turns), now.turns)[0]
    asked = _question(stage, choice, (*first, Move.ASK), Link.STAYS)
    if Move.REFLECT in first or _bare(now) < MOST_ASKS_BARE:
        return asked
    update = {"moves": (Move.REFLECT, *asked.moves), "must_reflect": True, "may_quote": _may_quote(now)}
    return asked.model_copy(update=update)


def _given_back(ask: Plan, now: _Situation) -> Plan:
    """Join the ask with what is due: a contradiction named, a summary, an affirmation, a reflection."""
    may_quote, must = _may_quote(now), _bare(now) >= MOST_ASKS_BARE
    overdue = now.since(Move.SUMMARISE) >= SUMMARY_EVERY
    both = _contradiction(now, ask.criterion) if ask.heard is Heard.MIXED and not overdue else None
    if both is not None:
        update = {"moves": (Move.REFLECT, Move.ASK), "contradiction": both, "may_quote": may_quote}
        return ask.model_copy(update={**update, "must_reflect": must})
    if now.since(Move.SUMMARISE) >= SUMMARY_EVERY - 1:
        update = {"moves": (Move.SUMMARISE, Move.ASK), "gathered": _gathered(now), "goal": now.goal}
        return ask.model_copy(update={**update, "may_quote": may_quote, "must_reflect": must})
    done = next((piece for piece in now.latest if _was_done(piece) and _leans(piece, now)), None)
    if done is not None and not must and now.since(Move.AFFIRM) >= AFFIRM_EVERY - 1:
        return ask.model_copy(update={"moves": (Move.AFFIRM, Move.ASK), "reflect_on": done})
    breath = now.before is not None and bool(GIVING_BACK & set(now.before.moves))
    if must or not breath or ask.link is Link.FOLLOWS or len(now.last.split()) > MANY_WORDS:
        related = [piece for piece in now.latest if piece.criterion == ask.criterion] or list(now.latest)
        strongest = max(related, key=lambda piece: (piece.certainty.step, -piece.start), default=None)
        update = {"moves": (Move.REFLECT, Move.ASK), "reflect_on": strongest, "must_reflect": must}
        sure = strongest is not None and _is_sure(strongest, now.verdict)
        return ask.model_copy(update={**update, "may_quote": may_quote, "sure": sure})
    return ask


def _may_quote(now: _Situation) -> bool:
    return not (now.turns and now.turns[-1].quotes)


def _bare(now: _Situation) -> int:
    """Count the asks since something was last given back; telling or offering something in between does not count."""
    bare = 0
    for turn in reversed(now.round):
        if {Move.REFLECT, Move.SUMMARISE} & set(turn.moves):
            break
        bare += Move.ASK in turn.moves
    return bare


def _was_done(piece: Evidence) -> bool:
    """Say whether a piece of evidence is something good that the speaker did, on an occasion they told."""
    shown = piece.polarity == "strength" and piece.certainty is Certainty.SHOWN
    return shown and re.search(r"\bi\b", piece.quote, re.IGNORECASE) is not None


def _leans(piece: Evidence, now: _Situation) -> bool:
    """Say whether what a piece of evidence says was heard often enough to lean on."""
    same = {other.message for other in now.verdict.evidence if other.indicator == piece.indicator}
    return len(same) >= now.surely


def _contradiction(now: _Situation, criterion: str | None) -> tuple[Evidence, Evidence] | None:
    """Return the two sides heard about a criterion, unless a question about both was asked already."""
    asked = any(turn.criterion == criterion and turn.both_sides for turn in now.turns)
    if criterion is None or criterion == GOAL or asked:
        return None
    pair = contradiction(now.verdict.rating(criterion), now.verdict, now.surely)
    return (now.verdict.evidence[pair[0]], now.verdict.evidence[pair[1]]) if pair is not None else None


def _ending(now: _Situation) -> Plan:
    """Return to the goal (in a later round, to what was just said), then to one step and its day, then close."""
    homeward = Stage.RETURN if now.first_round else Stage.INSIGHT
    if not now.asked_in_round(homeward) and now.has(homeward):
        ask = _about_goal(now, homeward)
        if not now.first_round:
            return _given_back(ask, now)
        update = {"moves": (Move.REFLECT, Move.ASK), "goal": now.goal, "may_quote": _may_quote(now)}
        return ask.model_copy(update={**update, "must_reflect": _bare(now) >= MOST_ASKS_BARE})
    if not _stepped_before(now) and not now.asked_in_round(Stage.STEP) and now.has(Stage.STEP):
        return _given_back(_about_goal(now, Stage.STEP), now)
    step, _ = _step_and_day(now)
    just_named = step == now.indexes[-1] and not requests.names_day(now.last)
    if just_named and now.has(Stage.DAY) and not now.asked_in_round(Stage.DAY):
        return _about_goal(now, Stage.DAY)
    return _goodbye(now)


def _stepped_before(now: _Situation) -> bool:
    """Say whether a step was named in an earlier round."""
    earlier = now.turns[: len(now.turns) - len(now.round)]
    replies = zip(earlier, now.spoken[len(now.spoken) - len(now.turns) :], strict=False)
    return any(turn.stage is Stage.STEP and requests.names_step(reply) for turn, reply in replies)


def _step_and_day(now: _Situation) -> tuple[int | None, int | None]:
    """Return the messages of this round in which the manager named a step and its day, when asked for them."""
    said = [(turn.stage, index, now.spoken[now.indexes.index(index)]) for turn, index in now.answered]
    steps = [index for stage, index, words in said if stage is Stage.STEP and requests.names_step(words)]
    days = [index for stage, index, words in said if stage is Stage.DAY and requests.names_day(words)]
    return (steps[-1] if steps else None, days[-1] if steps and days else None)


def _goodbye(now: _Situation, asked_for: Request | None = None) -> Plan:
    """Close: the strongest that was said, one thing that is open, the step; in a later round shortly."""
    step, day = _step_and_day(now)
    parting = Plan(moves=(Move.CLOSE,), asked_for=asked_for, step=step, day=day)
    if not now.first_round or not now.verdict.evidence:
        return parting
    pairs = (contradiction(rating, now.verdict, now.surely) for rating in now.verdict.ratings)
    both = next((pair for pair in pairs if pair is not None), None)
    core = [criterion.id for criterion in now.table.rubric.criteria if criterion.core]
    unheard = now.verdict.open_criteria
    gap = next((c for c in core if c in unheard), None) or next(iter(unheard), None)
    evidence = now.verdict.evidence
    update = {
        "gathered": _gathered(now, strongest=True),
        "contradiction": (evidence[both[0]], evidence[both[1]]) if both else None,
        "open_point": None if both else gap,
        "may_quote": _may_quote(now),
    }
    return parting.model_copy(update=update)


def _gathered(now: _Situation, strongest: bool = False) -> tuple[Evidence, ...]:
    """Return up to three things to say back, one a criterion, in the order they were said.

    What was not said back yet comes first, then the firmest, then the latest; where the `strongest` are
    wanted, the firmest. What was said back before only makes up for what is missing to two.
    """

    def worth(piece: Evidence) -> tuple[bool | int, ...]:
        fresh, step = not _was_said_back(piece, now), piece.certainty.step
        return (step, fresh, piece.message) if strongest else (fresh, step, piece.message)

    best: dict[str, Evidence] = {}
    for piece in now.verdict.evidence:
        if piece.criterion not in best or worth(piece) >= worth(best[piece.criterion]):
            best[piece.criterion] = piece
    chosen = sorted(best.values(), key=lambda piece: (*(-rank for rank in worth(piece)), piece.key))[:MOST_GATHERED]
    if not strongest:
        chosen = chosen[: max(sum(not _was_said_back(piece, now) for piece in chosen), FEWEST_GATHERED)]
    return tuple(sorted(chosen, key=lambda piece: piece.key))


def _was_said_back(piece: Evidence, now: _Situation) -> bool:
    """Say whether a turn quoted some of a piece's words, or said them back in the second person."""
    words = set(re.findall(r"\w+", straight(piece.quote).casefold()))
    back = [set(re.findall(r"\w+", clause.casefold())) - SECOND_PERSON for t in now.turns for clause in t.paraphrased]
    return any(words >= clause for clause in back) or any(q in piece.quote for t in now.turns for q in t.quotes)


def _is_sure(piece: Evidence, verdict: Verdict) -> bool:
    """Say whether the same indicator was heard in three places, with nothing against it on its criterion."""
    rating = verdict.rating(piece.criterion)
    same = [verdict.evidence[number] for number in rating.evidence]
    return len(same) >= SURELY and all(other.indicator == piece.indicator for other in same)
